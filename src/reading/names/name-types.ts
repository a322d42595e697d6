import type { Document, TokenRange } from '../../language/document.ts';
import { foldName, type Gazetteer } from '../../language/naming/gazetteer.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { COMPANY_TAILS, HEADS, INHABITED, PLACE_TAILS, SAYS } from '../lexicon/name-words.ts';
import { FIRM_ENDINGS } from '../lexicon/organisation-words.ts';
import type { EntityType } from '../reading.ts';
import { applyAll, applyFirst, type Ledger, type Rule } from '../rule.ts';
import { isDescribedAsOrganisation, typeByWordBefore } from './name-descriptions.ts';

/** What a recogniser took for a name, trimmed. */
export interface FoundName extends TokenRange {
  readonly type: EntityType;
  readonly text: string;
  readonly confidence: number;
}

/** What speaks for the type of a name, here or elsewhere in the document. */
interface Vote {
  readonly name: string;
  readonly type: EntityType;
  readonly weight: number;
}

type VoteRule = Rule<readonly [Document, FoundName, Gazetteer], Vote>;

/** Below this a full name does not speak for its last word. */
const SURE = 0.5;

/** Last words of bodies that are named after their place, which the first word alone is: `Kesterby Borough Council`. */
const OF_A_PLACE = /^(?:Council|Police|Constabulary|Court|Airport|Hospital|Cathedral)$/;

/** What speaks for a type beside the recogniser itself. */
export const VOTE_RULES: readonly VoteRule[] = [
  {
    name: 'names/types/the word before it',
    examples: ['The pact was signed in May, the Russian news agency Interfax reported.'],
    nearMisses: ['The pact was signed in May, Interfax reported.'],
    apply: (document, { first, text }) => {
      const type = typeByWordBefore(document, first);
      return type && { name: text, type, weight: tokenText(document, first - 1) === ',' ? 1.2 : 2.5 };
    },
  },
  {
    name: 'names/types/what is an it',
    examples: ['The bid was small. Vandor denied that it had made one.'],
    nearMisses: ['The bid was small. Vandor denied that he had made one.'],
    apply: (document, name, gazetteer) => {
      const isGiven = name.last > name.first && gazetteer.genderOf(tokenText(document, name.first)) !== undefined;
      if (isGiven || !isThing(document, name)) return null;
      const isPlace = name.type === 'PLACE' && gazetteer.findPlaces(name.text).length > 0;
      return { name: name.text, type: isPlace ? 'PLACE' : 'ORGANISATION', weight: 1.5 };
    },
  },
  {
    name: 'names/types/said to be an organisation',
    examples: ['Varda is a firm that makes pumps.'],
    nearMisses: ['Varda is a friend who makes pumps.'],
    apply: (document, { last, text, type }) =>
      type !== 'PLACE' && isDescribedAsOrganisation(document, last)
        ? { name: text, type: 'ORGANISATION', weight: 1.5 }
        : null,
  },
  {
    name: 'names/types/what has a head',
    examples: ['She is a former head of Calder.'],
    nearMisses: ['She is a former friend of Calder.'],
    apply: (document, { first, text, type }) => {
      const of = /^the$/i.test(tokenText(document, first - 1)) ? first - 2 : first - 1;
      const isHeaded = /^of$/i.test(tokenText(document, of)) && HEADS.has(tokenText(document, of - 1).toLowerCase());
      return isHeaded ? { name: text, type: type === 'PLACE' ? 'PLACE' : 'ORGANISATION', weight: 1.5 } : null;
    },
  },
  {
    name: 'names/types/where people live',
    examples: ['Residents of Douentza fled to Mopti.'],
    nearMisses: ['Troops fled from Douentza to Mopti.'],
    apply: (document, name) => (isInhabited(document, name) ? { name: name.text, type: 'PLACE', weight: 2.5 } : null),
  },
  {
    name: 'names/types/first word of an organisation',
    examples: ['Hartwell Dynamics Inc. agreed to buy a rival. Hartwell rose 9% in Seoul.'],
    nearMisses: ['Seoul University agreed to buy a rival.'],
    apply: (document, { first, last, type, confidence }, gazetteer) => {
      if (type !== 'ORGANISATION' || last === first || OF_A_PLACE.test(tokenText(document, last))) return null;
      const word = tokenText(document, first);
      return gazetteer.findPlaces(word).length > 0 ? null : { name: word, type, weight: 0.8 * confidence };
    },
  },
  {
    name: 'names/types/last word of a full name',
    examples: ['Grace Oduya, the mayor, had won by a hair. Oduya wept.'],
    nearMisses: ['Oduya, the mayor, had won by a hair.'],
    apply: (document, { first, last, type, confidence }) =>
      type === 'PERSON' && last > first && confidence > SURE
        ? { name: tokenText(document, last), type, weight: 2 * confidence }
        : null,
  },
];

type EndingRule = Rule<readonly [string], EntityType>;

/** Last words after which nothing is asked of the rest of the document. */
export const ENDING_RULES: readonly EndingRule[] = [
  {
    name: 'names/types/ends as only places do',
    examples: ['Police closed Old Kent Road and Mersey Bridge.'],
    nearMisses: ['Police closed Old Kent.'],
    apply: (text) => (PLACE_TAILS.has(lastWordOf(text)) ? 'PLACE' : null),
  },
  {
    name: 'names/types/ends as only firms and clubs do',
    examples: ['Dangara Cement and Kestrel Rovers share a ground in Lagos.'],
    nearMisses: ['The owners share a ground in Lagos.'],
    apply: (text) => {
      const word = lastWordOf(text);
      return COMPANY_TAILS.has(word.replace(/\.$/, '')) || FIRM_ENDINGS.has(word) ? 'ORGANISATION' : null;
    },
  },
];

/** The last word of a name of several. */
function lastWordOf(text: string): string {
  return /\s(\S+)$/.exec(text)?.[1] ?? '';
}

/** For each name the votes for its types; a name that none but its own reading speaks for has one. */
export type Tally = ReadonlyMap<string, ReadonlyMap<EntityType, number>>;

/** Counts what all names of a document and the words around them say of the types of names. */
export function countVotes(
  document: Document,
  names: readonly FoundName[],
  gazetteer: Gazetteer,
  ledger: Ledger,
): Tally {
  const tally = new Map<string, Map<EntityType, number>>();
  const count = ({ name, type, weight }: Vote): void => {
    const votes = tally.get(foldName(name)) ?? new Map<EntityType, number>();
    votes.set(type, (votes.get(type) ?? 0) + weight);
    tally.set(foldName(name), votes);
  };
  for (const name of names) {
    count({ name: name.text, type: name.type, weight: name.confidence });
    for (const vote of applyAll(VOTE_RULES, ledger, document, name, gazetteer)) count(vote);
  }
  return tally;
}

/** How much speaks for a name, whatever its type. */
export function supportOf(tally: Tally, text: string): number {
  return [...(tally.get(foldName(text))?.values() ?? [])].reduce((sum, weight) => sum + weight, 0);
}

/** The type that the ending of a name tells, or else the one that most speaks for, its own before others. */
export function typeOfName(tally: Tally, { text, type }: FoundName, ledger: Ledger): EntityType {
  const told = applyFirst(ENDING_RULES, ledger, text);
  if (told) return told;
  const votes = tally.get(foldName(text));
  let best = type;
  for (const [other, weight] of votes ?? []) if (weight > (votes?.get(best) ?? 0)) best = other;
  return best;
}

/** `residents of Douentza`, `the town of Badme`: what stands after `of` is a place. */
function isInhabited(document: Document, { first }: TokenRange): boolean {
  return tokenText(document, first - 1) === 'of' && INHABITED.has(document.tokens.lemmas[first - 2] ?? '');
}

/** `Optel said it would sell`, `Optel, which makes pumps`, `Optel sold its stake`: what is an `it` is no person. */
function isThing(document: Document, { first, last }: TokenRange): boolean {
  if (pennTag(document, last) === 'NNPS') return false;
  const isOfSomething =
    /^(?:of|v|vs)\.?$/.test(tokenText(document, first - 1)) || pennTag(document, first - 1) === 'POS';
  const isDescribed =
    tokenText(document, last + 1) === ',' &&
    /^(?:which|owned|headquartered|listed|incorporated|founded|operated)$/.test(tokenText(document, last + 2));
  if (isDescribed && !isOfSomething) return true;
  if (/^VB[DZ]$/.test(pennTag(document, last + 1)) && tokenText(document, last + 2) === 'its') return true;
  if (!SAYS.has(tokenText(document, last + 1))) return false;
  const subject = tokenText(document, last + 2) === 'that' ? last + 3 : last + 2;
  const isIt = tokenText(document, subject) === 'it' && /^(?:MD|VBD)$/.test(pennTag(document, subject + 1));
  return tokenText(document, subject) === 'its' || (isIt && !isImpersonal(document, subject + 1));
}

/** `it was`, `it would be`: `it` may stand for a clause to come. */
function isImpersonal(document: Document, verb: number): boolean {
  const next = tokenText(document, verb + 1);
  return /^(?:was|were|is|seemed|appeared|took)$/.test(tokenText(document, verb)) || next === 'be' || next === 'take';
}
