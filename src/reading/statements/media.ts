import type { TokenRange } from '../../language/document.ts';
import { type Page, sentenceOf, trimMarks, wordAt } from './page.ts';
import type { Draft } from './draft.ts';
import { MEDIA_NOUNS } from '../lexicon/media.ts';

const ISSUING = new Set(
  'issue release send write post publish put deliver give read file circulate sign share email record make'.split(' '),
);

/**
 * Whoever issued what a participle describes: `Roe` of `Roe issued a statement saying …`. The subject of the verb whose
 * object is the medium; -1 where the noun is no medium, or nobody issued it.
 */
export function issuerOf(page: Page, noun: number): number {
  const { heads, lemmas } = page.document.tokens;
  const verb = heads[noun] ?? -1;
  if (
    verb < 0 ||
    !MEDIA_NOUNS.has(lemmas[noun] ?? '') ||
    page.relationOf(noun) !== 'obj' ||
    !ISSUING.has(lemmas[verb] ?? '')
  )
    return -1;
  return page.tree.childrenBy(verb, 'nsubj').find((child) => child < verb) ?? -1;
}

/** Where people post what they have to say: `wrote on Facebook`. */
const NETWORKS = new Set(
  'facebook twitter instagram tiktok linkedin telegram youtube reddit x weibo threads mastodon bluesky whatsapp snapchat'.split(
    ' ',
  ),
);

/** Who speaks for somebody else: `through his lawyer`. */
const GO_BETWEENS = new Set(
  'lawyer attorney solicitor spokesman spokeswoman spokesperson representative interpreter translator publicist intermediary agent aide'.split(
    ' ',
  ),
);

/** Whom one tells, to be told to all: `told state television`. */
const OUTLETS = new Set('television tv radio media newspaper magazine broadcaster channel station'.split(' '));

/** How far from its cue a medium may stand, in tokens. */
const NEAR = 14;

/**
 * The medium that a reporting clause names: `in a tweet`, `in an interview with El Norte`, `via email`. The words run
 * from the article to the noun, and on to whom an interview or a letter was given. Null where it names none.
 */
export function mediumOf(page: Page, draft: Draft): TokenRange | null {
  if (!draft.cue) return null;
  const described = page.relationOf(draft.head) === 'acl' ? (page.document.tokens.heads[draft.head] ?? -1) : -1;
  if (described >= 0 && described < draft.head && issuerOf(page, described) >= 0)
    return trimMarks(page, { first: page.tree.subtreeOf(described).first, last: described });
  const sentence = sentenceOf(page, draft.head);
  const quoting = quotedBy(page, draft.source) ?? outletTold(page, draft);
  if (quoting) return quoting;
  const isOutside = (token: number): boolean =>
    !draft.content.some((part) => part.first <= token && token <= part.last) &&
    !(draft.source && draft.source.first <= token && token <= draft.source.last);
  for (
    let token = opensWithMedium(page, sentence.first) ? sentence.first : Math.max(sentence.first, draft.head - NEAR);
    token < Math.min(sentence.last, draft.head + NEAR);
    token += 1
  ) {
    if ((!/^(?:in|via|on|through|by)$/.test(wordAt(page, token)) && !isTakenTo(page, token)) || !isOutside(token))
      continue;
    if (NETWORKS.has(wordAt(page, token + 1)) && isOutside(token + 1)) return { first: token + 1, last: token + 1 };
    if (wordAt(page, token) === 'by' && !page.tagOf(token + 1).startsWith('NN')) continue;
    const last = endOfMedium(page, token + 1, sentence.last, /^(?:via|through)$/.test(wordAt(page, token)));
    if (last < 0 || !isOutside(last)) continue;
    return trimMarks(page, {
      first: token + 1,
      last: endOfReceiver(page, endOfName(page, last, sentence.last), sentence.last),
    });
  }
  return null;
}

/**
 * `In a post on Telegram, the leader of the region, Ida Roe, said`: a medium that opens the sentence tells of its cues,
 * however far.
 */
function opensWithMedium(page: Page, first: number): boolean {
  return /^(?:in|via|on|through)$/.test(wordAt(page, first)) && endOfMedium(page, first + 1, first + 6, true) >= 0;
}

/** `Taking to Instagram, she posted …`. */
function isTakenTo(page: Page, token: number): boolean {
  return wordAt(page, token) === 'to' && page.document.tokens.lemmas[token - 1] === 'take';
}

/** `Hale, quoted by the newspaper El Faro, said`: the medium stands in what describes the source. */
function quotedBy(page: Page, source: TokenRange | null): TokenRange | null {
  if (!source) return null;
  for (let token = source.first + 1; token < source.last - 1; token += 1) {
    if (/^(?:quoted|cited)$/.test(wordAt(page, token)) && wordAt(page, token + 1) === 'by')
      return trimMarks(page, { first: token + 2, last: source.last });
  }
  return null;
}

function outletTold(page: Page, { addressee, cue }: Draft): TokenRange | null {
  if (!cue || addressee <= cue.last || !OUTLETS.has((page.document.tokens.lemmas[addressee] ?? '').toLowerCase()))
    return null;
  const { first } = page.tree.subtreeOf(addressee);
  return first > cue.last ? { first, last: addressee } : null;
}

function endOfMedium(page: Page, first: number, limit: number, isByPerson: boolean): number {
  for (let token = first; token <= Math.min(limit, first + 5); token += 1) {
    const lemma = (page.document.tokens.lemmas[token] ?? '').toLowerCase();
    if ((MEDIA_NOUNS.has(lemma) || (isByPerson && GO_BETWEENS.has(lemma))) && page.tagOf(token).startsWith('NN'))
      return token;
    if (!/^(?:DT|PRP\$|JJ|NN|NNS|NNP|CD|POS|VBN|HYPH)$/.test(page.tagOf(token))) return -1;
  }
  return -1;
}

/** `on Radio Quito`: a medium that opens a name goes on over it. */
function endOfName(page: Page, first: number, limit: number): number {
  let last = first;
  if (page.tagOf(first).startsWith('NNP')) while (last < limit && page.tagOf(last + 1).startsWith('NNP')) last += 1;
  return last;
}

/** `with El Norte`, `to the Guardian`: a name right behind the medium. */
function endOfReceiver(page: Page, last: number, limit: number): number {
  if (!/^(?:with|to|on|for)$/.test(wordAt(page, last + 1))) return last;
  let end = last + 1;
  while (end < limit && /^(?:DT|NNP|NNPS|JJ|POS|HYPH)$/.test(page.tagOf(end + 1))) end += 1;
  return page.tagOf(end).startsWith('NNP') ? end : last;
}
