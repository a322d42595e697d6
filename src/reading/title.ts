import type { Document } from '../language/document.ts';
import { spanOf } from '../language/ranges.ts';
import { pennTag, tokenText, universalTag } from '../language/tags.ts';
import { findDemonymAt } from './demonyms.ts';
import type { DraftMention } from './drafts.ts';
import { FORMER_WORDS, HONORIFICS, OFFICES } from './lexicon/offices.ts';
import { ORGANISATION_NOUNS } from './lexicon/organisation-words.ts';
import type { PositionFinding } from './positions.ts';

/** The first and last token of the words of a role. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
}

/** Whether a word is an office: no verb, unless it is written as a title. */
export function isOffice(document: Document, token: number): boolean {
  const word = tokenText(document, token).toLowerCase();
  const tag = universalTag(document, token);
  const isTitle = tag === 'VERB' && /^\p{Lu}/u.test(tokenText(document, token));
  return (tag !== 'VERB' || isTitle) && tag !== 'AUX' && tag !== 'ADP' && (OFFICES.has(document.tokens.lemmas[token]?.toLowerCase() ?? '') || OFFICES.has(word));
}

/** `74-year-old retired nurse`: an age is no part of a title, however it is cut into tokens. */
function isAgePart(document: Document, token: number): boolean {
  return /^(?:\d{1,3}(?:-year-old)?|-|-?years?-?|-?old|year-old|-year-old)$/i.test(tokenText(document, token));
}

/** The role that a phrase gives to a person: its title without what it is a role in, which a name, a demonym or an owner tells; null where it holds no office. */
export function readTitle(
  document: Document,
  mentions: readonly DraftMention[],
  mentionAt: (token: number) => number,
  isPerson: (mention: number) => boolean,
  person: number,
  phrase: Phrase,
): PositionFinding | null {
  let { first, last } = phrase;
  let former = false;
  const dropFormer = (): void => {
    while (first < last && (FORMER_WORDS.has(tokenText(document, first).toLowerCase()) || (tokenText(document, first) === '-' && former))) {
      former = true;
      first += 1;
    }
  };
  dropFormer();
  let of = -1;
  let demonym = -1;
  for (let moved = true; moved && first < last; ) {
    moved = false;
    const mention = mentionAt(first);
    const adjective = findDemonymAt(document, first);
    if (mention >= 0 && !isPerson(mention) && (mentions[mention]?.last ?? last) < last) {
      of = mention;
      first = (mentions[mention]?.last ?? first) + 1;
      moved = true;
    } else if (adjective && adjective.last < last) {
      demonym = first;
      first = adjective.last + 1;
      moved = true;
    } else if (of >= 0 && /^[()]$|^['’]s$|^['’]$/.test(tokenText(document, first))) {
      first += 1;
      moved = true;
    } else if (of >= 0 && mention >= 0 && mentions[mention]?.cluster === mentions[of]?.cluster) {
      first = (mentions[mention]?.last ?? first) + 1;
      moved = true;
    }
    dropFormer();
  }
  const owner = of < 0 && demonym < 0 ? ownerBefore(document, first, last) : -1;
  if (owner >= first) first = owner + 2;
  while (first < last && (isAgePart(document, first) || /^\d+(?:st|nd|rd|th)$/i.test(tokenText(document, first)))) first += 1;
  if (HONORIFICS[tokenText(document, first).toLowerCase().replace(/\.$/, '')] && first < last) first += 1;
  let titleLast = last;
  let institution: Phrase | null = null;
  for (let token = first + 1; token <= last; token += 1) {
    if (!/^(?:of|for|at|in|with)$/i.test(tokenText(document, token))) continue;
    const next = /^(?:the|its|his|her|their)$/i.test(tokenText(document, token + 1)) ? token + 2 : token + 1;
    const mention = mentionAt(next);
    if (mention >= 0 && !isPerson(mention)) {
      of = mention;
      titleLast = token - 1;
      break;
    }
    const described = describedBy(document, next, last, mentionAt);
    if (described >= 0 && !isPerson(described)) {
      of = described;
      titleLast = token - 1;
      break;
    }
    if ((findDemonymAt(document, next)?.last ?? last) < last) {
      institution = { first: next, last };
      demonym = next;
      titleLast = token - 1;
      break;
    }
  }
  let office = -1;
  for (let token = titleLast; token >= first && office < 0; token -= 1) if (isOffice(document, token)) office = token;
  if (office < 0 || (first === titleLast && HONORIFICS[tokenText(document, first).toLowerCase().replace(/\.$/, '')])) return null;
  const span = spanOf(document, { first, last: titleLast });
  const title = document.text.slice(span.start, span.end).replace(/\s+/g, ' ');
  if (title.length > 90 || mentionAt(office) === person) return null;
  return {
    person,
    first,
    last: Math.max(titleLast, institution?.last ?? titleLast),
    title,
    former,
    of,
    demonym,
    institutionFirst: institution?.first ?? -1,
    institutionLast: institution?.last ?? -1,
    owner,
  };
}

/** The noun before a possessive in a title that no name tells (`company’s chief executive`), or the pronoun right before it (`its chairman`); -1 where neither stands. */
function ownerBefore(document: Document, first: number, last: number): number {
  if (/^its$/i.test(tokenText(document, first - 1))) return first - 1;
  return first + 1 < last && (document.tokens.lemmas[first] ?? '').toLowerCase() in ORGANISATION_NOUNS && pennTag(document, first + 1) === 'POS' ? first : -1;
}

/** `of the port operator Lindo Ports`: the mention behind the nouns that describe it; -1 where none follows within a title. */
function describedBy(document: Document, first: number, last: number, mentionAt: (token: number) => number): number {
  for (let token = first; token <= last && token - first <= 4; token += 1) {
    if (mentionAt(token) >= 0) return token > first ? mentionAt(token) : -1;
    if (!/^(?:NN|JJ|HYPH)$/.test(pennTag(document, token))) return -1;
  }
  return -1;
}
