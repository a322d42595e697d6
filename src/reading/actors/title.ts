import type { Document } from '../../language/document.ts';
import { spanOf } from '../../language/ranges.ts';
import { pennTag, tokenText, universalTag } from '../../language/tags.ts';
import { findDemonymAt } from './demonyms.ts';
import { FORMER_WORDS, HONORIFICS, OFFICES } from '../lexicon/offices.ts';
import type { NamedPeople, PositionFinding } from '../positions/positions.ts';

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
  return (
    (tag !== 'VERB' || isTitle) &&
    tag !== 'AUX' &&
    tag !== 'ADP' &&
    (OFFICES.has(document.tokens.lemmas[token]?.toLowerCase() ?? '') || OFFICES.has(word))
  );
}

/** `74-year-old retired nurse`: an age is no part of a title, however it is cut into tokens. */
function isAgePart(document: Document, token: number): boolean {
  return /^(?:\d{1,3}(?:-year-old)?|-|-?years?-?|-?old|year-old|-year-old)$/i.test(tokenText(document, token));
}

/**
 * The role that a phrase gives to a person: its title without what it is a role in, which a name, a demonym or an owner
 * tells; null where it holds no office.
 */
export function readTitle(
  { document, mentions, mentionAt, isPerson }: NamedPeople,
  person: number,
  phrase: Phrase,
): PositionFinding | null {
  let { first, last } = phrase;
  let former = false;
  const dropFormer = (): void => {
    while (
      first < last &&
      (FORMER_WORDS.has(tokenText(document, first).toLowerCase()) || (tokenText(document, first) === '-' && former))
    ) {
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
  while (first < last && (isAgePart(document, first) || /^\d+(?:st|nd|rd|th)$/i.test(tokenText(document, first))))
    first += 1;
  if (HONORIFICS[tokenText(document, first).toLowerCase().replace(/\.$/, '')] && first < last) first += 1;
  let titleLast = last;
  let institution: Phrase | null = null;
  for (let token = first + 1; token <= last; token += 1) {
    const isSentTo = /^to$/i.test(tokenText(document, token)) && SENT.test(tokenText(document, token - 1));
    if (!isSentTo && !/^(?:of|for|at|in|with)$/i.test(tokenText(document, token))) continue;
    const begin = /^(?:an?|the|its|his|her|their)$/i.test(tokenText(document, token + 1)) ? token + 2 : token + 1;
    const next = behindDescription(document, begin, mentionAt);
    const mention = mentionAt(next);
    if (mention >= 0 && !isPerson(mention)) {
      of = mention;
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
  if (office < 0 || (first === titleLast && HONORIFICS[tokenText(document, first).toLowerCase().replace(/\.$/, '')]))
    return null;
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
    isWorded: institution === null,
  };
}

/** Offices that one holds towards somebody: `adviser to the ministry`. */
const SENT = /^(?:adviser|advisor|ambassador|envoy|aide|consultant|assistant|counsel|negotiator|rapporteur)$/i;

/**
 * `the Norwegian research group Fremtid Vann`: where the name begins that small words describe; the token itself where
 * none does.
 */
function behindDescription(document: Document, begin: number, mentionAt: (token: number) => number): number {
  for (let token = begin; token < begin + 5; token += 1) {
    if (mentionAt(token) >= 0) return /^NN$/.test(pennTag(document, token - 1)) || token === begin ? token : begin;
    if (
      !/^(?:JJ|NN|HYPH)/.test(pennTag(document, token)) ||
      (/^\p{Lu}/u.test(tokenText(document, token)) && !findDemonymAt(document, token))
    )
      return begin;
  }
  return begin;
}
