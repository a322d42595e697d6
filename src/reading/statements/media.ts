import type { TokenRange } from '../../language/document.ts';
import type { Draft } from './drafts.ts';
import { type Page, sentenceOf, trimMarks, wordAt } from './page.ts';

/** Nouns of what people speak or write through. */
export const MEDIA_NOUNS: ReadonlySet<string> = new Set(
  'statement interview tweet letter email e-mail post report speech memo release message note blog video briefing filing affidavit op-ed column essay text telegram address'.split(' '),
);

const ISSUING = new Set('issue release send write post publish put deliver give read file circulate sign share email record make'.split(' '));

/**
 * Whoever issued what a participle describes: `Roe` of `Roe issued a statement saying …`. The subject of the verb whose object is the medium; -1 where the noun is no medium, or nobody
 * issued it.
 */
export function issuerOf(page: Page, noun: number): number {
  const { heads, lemmas } = page.document.tokens;
  const verb = heads[noun] ?? -1;
  if (verb < 0 || !MEDIA_NOUNS.has(lemmas[noun] ?? '') || page.relationOf(noun) !== 'obj' || !ISSUING.has(lemmas[verb] ?? '')) return -1;
  return page.tree.childrenBy(verb, 'nsubj').find((child) => child < verb) ?? -1;
}

/** Where people post what they have to say: `wrote on Facebook`. */
const NETWORKS = new Set('facebook twitter instagram tiktok linkedin telegram youtube reddit x weibo threads mastodon bluesky whatsapp snapchat'.split(' '));

/** How far from its cue a medium may stand, in tokens. */
const NEAR = 14;

/**
 * The medium that a reporting clause names: `in a tweet`, `in an interview with El Norte`, `via email`. The words run from the article to the noun, and on to whom an interview or a
 * letter was given. Null where it names none.
 */
export function mediumOf(page: Page, draft: Draft): TokenRange | null {
  if (!draft.cue) return null;
  const described = page.relationOf(draft.head) === 'acl' ? (page.document.tokens.heads[draft.head] ?? -1) : -1;
  if (described >= 0 && described < draft.head && issuerOf(page, described) >= 0) return trimMarks(page, { first: page.tree.subtreeOf(described).first, last: described });
  const sentence = sentenceOf(page, draft.head);
  const isOutside = (token: number): boolean =>
    !draft.content.some((part) => part.first <= token && token <= part.last) && !(draft.source && draft.source.first <= token && token <= draft.source.last);
  for (let token = Math.max(sentence.first, draft.head - NEAR); token < Math.min(sentence.last, draft.head + NEAR); token += 1) {
    if (!/^(?:in|via|on|through|by)$/.test(wordAt(page, token)) || !isOutside(token)) continue;
    if (NETWORKS.has(wordAt(page, token + 1)) && isOutside(token + 1)) return { first: token + 1, last: token + 1 };
    const last = endOfMedium(page, token + 1, sentence.last);
    if (last < 0 || !isOutside(last)) continue;
    return trimMarks(page, { first: token + 1, last: endOfReceiver(page, last, sentence.last) });
  }
  return null;
}

function endOfMedium(page: Page, first: number, limit: number): number {
  for (let token = first; token <= Math.min(limit, first + 5); token += 1) {
    if (MEDIA_NOUNS.has(page.document.tokens.lemmas[token] ?? '') && page.tagOf(token).startsWith('NN')) return token;
    if (!/^(?:DT|PRP\$|JJ|NN|NNP|CD|POS|VBN|HYPH)$/.test(page.tagOf(token))) return -1;
  }
  return -1;
}

/** `with El Norte`, `to the Guardian`: a name right behind the medium. */
function endOfReceiver(page: Page, last: number, limit: number): number {
  if (!/^(?:with|to|on|for)$/.test(wordAt(page, last + 1))) return last;
  let end = last + 1;
  while (end < limit && /^(?:DT|NNP|NNPS|JJ|POS|HYPH)$/.test(page.tagOf(end + 1))) end += 1;
  return page.tagOf(end).startsWith('NNP') ? end : last;
}
