import { type Page, isQuoteMark, wordAt } from './page.ts';

const PARTS: ReadonlySet<string> = new Set([
  'DT',
  'JJ',
  'JJR',
  'JJS',
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'CD',
  'POS',
  'HYPH',
  'PRP$',
]);

/** Whether a token is tagged as a word of a noun phrase: article, adjective, noun, name, number, hyphen, owner. */
export function isPart(page: Page, token: number): boolean {
  return PARTS.has(page.tagOf(token));
}

/**
 * The first of the words of a noun phrase that lead up to a token, by their tags: for where the tree cut it in two. No
 * quotation mark stands among them.
 */
export function startOfParts(page: Page, token: number, limit: number): number {
  let first = token;
  while (first > limit && leadsOn(page, first - 1)) first -= 1;
  return first;
}

/** A part of a noun phrase, or `-based` of `Texas-based`; `something` says of what stands before it. */
function leadsOn(page: Page, token: number): boolean {
  const word = wordAt(page, token);
  if (isQuoteMark(page, token) || /thing$/.test(word)) return false;
  return isPart(page, token) || word === '-' || (page.tagOf(token) === 'VBN' && wordAt(page, token - 1) === '-');
}

/** The last of the words of a noun phrase from a token on, by their tags; the token before it where it is none. */
export function endOfParts(page: Page, token: number, limit: number): number {
  let last = token - 1;
  while (last < limit && isPart(page, last + 1)) last += 1;
  return last;
}

/** Whether a token can head a noun phrase: a noun, a name or a personal pronoun. */
export function isNoun(page: Page, token: number): boolean {
  return /^(?:NN|PRP$)/.test(page.tagOf(token));
}
