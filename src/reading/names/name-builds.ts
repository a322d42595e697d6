import type { Document, TokenRange } from '../../language/document.ts';
import { NAME_JOINTS, ORGANISATION_OPENINGS, PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { DOUBTFUL_OPENINGS, MORE_OPENINGS, TELLING_ENDINGS } from '../lexicon/name-words.ts';
import { OFFICES } from '../lexicon/offices.ts';
import { applyFirst, type Ledger, type Rule } from '../rule.ts';
import type { NameMention } from './name-mention.ts';

/** How sure a name is that the way it is built tells. */
const BY_BUILD = 0.7;
/** A name of people this sure is no part of an organisation's. */
const SURE = 0.9;
const LONGEST_NAME = 10;

/** A token of a sentence, and which names hold which tokens. */
interface Site {
  readonly document: Document;
  readonly sentence: TokenRange;
  readonly token: number;
  readonly holders: ReadonlyMap<number, NameMention>;
}

/** Organisations that a recogniser cut short or overlooked, whole by how their names are built. */
export const BUILD_RULES: readonly Rule<readonly [Site], TokenRange>[] = [
  {
    name: 'names/builds/spelled out before its acronym',
    examples: ['Friends of the Lower Don Valley (FLDV) won the case.'],
    nearMisses: ['The agency (AP) closed two factories in Lagos.'],
    apply: (site) => accept(site, spelledOut(site)),
  },
  {
    name: 'names/builds/ends as an institution does',
    examples: ['The Poor People’s Land Movement marched.'],
    nearMisses: ['The army said it had repelled the attack.'],
    apply: (site) => accept(site, endingHere(site)),
  },
  {
    name: 'names/builds/an institution of a place',
    examples: ['She praised the Workers’ Party of Korea on Monday.'],
    nearMisses: ['The head of the board of a bank in India left.'],
    apply: (site) => accept(site, ofPlace(site)),
  },
];

/** The names with organisations made whole by how they are built, in text order. */
export function mendOrganisations(document: Document, names: readonly NameMention[], ledger: Ledger): NameMention[] {
  const holders = new Map<number, NameMention>();
  for (const name of names) for (let token = name.first; token <= name.last; token += 1) holders.set(token, name);
  const kept = new Set(names);
  for (const sentence of document.sentences) {
    for (let token = sentence.first; token <= sentence.last; token += 1) {
      const range = applyFirst(BUILD_RULES, ledger, { document, sentence, token, holders });
      if (!range) continue;
      const whole: NameMention = {
        ...range,
        type: 'ORGANISATION',
        text: textOf(document, range),
        acronymOf: -1,
        confidence: BY_BUILD,
      };
      for (let inside = range.first; inside <= range.last; inside += 1) {
        const holder = holders.get(inside);
        if (holder) kept.delete(holder);
        holders.set(inside, whole);
      }
      kept.add(whole);
    }
  }
  return [...kept].sort((left, right) => left.first - right.first);
}

/** A range that is no organisation's name already and that no name reaches out of. */
function accept({ holders }: Site, range: TokenRange | null): TokenRange | null {
  if (!range) return null;
  for (let token = range.first; token <= range.last; token += 1) {
    const holder = holders.get(token);
    if (holder && (holder.first < range.first || holder.last > range.last)) return null;
  }
  const same = holders.get(range.first);
  return same?.last === range.last && same.type === 'ORGANISATION' ? null : range;
}

/**
 * The words before an opening bracket whose initials are the acronym in it (Schwartz and Hearst 2003, by capitals):
 * `National Agency for Food Control (NAFC)`.
 */
function spelledOut({ document, sentence, token: bracket }: Site): TokenRange | null {
  if (tokenText(document, bracket) !== '(' || tokenText(document, bracket + 2) !== ')') return null;
  const acronym = tokenText(document, bracket + 1);
  if (!/^\p{Lu}{3,8}$/u.test(acronym)) return null;
  let at = acronym.length - 1;
  for (let token = bracket - 1; token >= sentence.first && token >= bracket - LONGEST_NAME; token -= 1) {
    const word = tokenText(document, token);
    if (isCapital(document, token) && word.startsWith(acronym.charAt(at))) {
      at -= 1;
      if (at < 0) return { first: token, last: bracket - 1 };
    } else if (!NAME_JOINTS.has(word.toLowerCase())) return null;
  }
  return null;
}

/** Capitalised words up to one that tells: `Malian Armed Forces`, `Corruption Eradication Commission`. */
function endingHere(site: Site): TokenRange | null {
  const { document, token: last } = site;
  if (!isCapital(document, last) || !TELLING_ENDINGS.has(tokenText(document, last).toLowerCase())) return null;
  if (/^(?:of|for)$/.test(tokenText(document, last + 1)) && isCapital(document, last + 2)) return null;
  const first = beginOfName(site, last);
  const isFrontLine =
    /^Front$/i.test(tokenText(document, last)) &&
    first === last - 1 &&
    /^(?:Western|Eastern|Northern|Southern|Home)$/.test(tokenText(document, first));
  const holder = site.holders.get(last);
  const isWhole = holder?.type === 'ORGANISATION' && holder.first <= first;
  return first < last && !isFrontLine && !isWhole ? { first, last } : null;
}

/**
 * `Securities Board of India`, `Department for Transport`: an opening, `of` or `for`, and a place or what has a
 * capital.
 */
function ofPlace(site: Site): TokenRange | null {
  const { document, sentence, token, holders } = site;
  const before = token - 1;
  const word = tokenText(document, before).toLowerCase();
  const opens = (ORGANISATION_OPENINGS.has(word) && !DOUBTFUL_OPENINGS.has(word)) || MORE_OPENINGS.has(word);
  if (!/^(?:of|for)$/.test(tokenText(document, token)) || holders.has(token) || before < sentence.first) return null;
  if (!opens || !isCapital(document, before) || holders.get(before)?.type === 'PERSON') return null;
  const begin = tokenText(document, token + 1).toLowerCase() === 'the' ? token + 2 : token + 1;
  const object = holders.get(begin);
  const mayBe = object
    ? object.type !== 'PERSON' && object.first === begin
    : isWordOfName(site, begin) && pennTag(document, begin) !== 'JJ';
  if (!mayBe) return null;
  let last = object?.last ?? begin;
  while (!object && last < sentence.last && last - token < LONGEST_NAME && isWordOfName(site, last + 1)) last += 1;
  return { first: beginOfName(site, holders.get(before)?.first ?? before), last };
}

function isCapital(document: Document, token: number): boolean {
  return /^\p{Lu}[\p{L}'’.&]*$/u.test(tokenText(document, token));
}

/** Whether a token can be inside an organisation's name: a capital, no title, no article, and no person's sure name. */
function isWordOfName({ document, sentence, holders }: Site, token: number): boolean {
  const tag = pennTag(document, token);
  if (!isCapital(document, token) || !/^(?:NNP|NNPS|JJ|NN|NNS|VBN|VBG|CD)$/.test(tag)) return false;
  const holder = holders.get(token);
  if (holder?.type === 'PERSON' && holder.confidence >= SURE) return false;
  if (holder?.type === 'PLACE' && holder.last > holder.first) return false;
  const lower = tokenText(document, token).toLowerCase();
  const isTitle = OFFICES.has(lower) || (PERSON_TITLES.has(lower) && !/^us$|^u\.s\.$/.test(lower));
  return !isTitle && !(token === sentence.first && tag === 'VBG');
}

/** Where the words of a name begin that ends before a token, `Workers’` before `Party` among them. */
function beginOfName(site: Site, token: number): number {
  const { document, sentence } = site;
  let first = token;
  while (token - first < LONGEST_NAME) {
    const step = pennTag(document, first - 1) === 'POS' && isCapital(document, first) ? 2 : 1;
    if (first - step < sentence.first || !isWordOfName(site, first - step)) return first;
    if (step === 2 && !isPlural(document, first - 2)) return first;
    first -= step;
  }
  return first;
}

/** `Workers’`, `Women’s`: a possessive inside a name is mostly of many. */
function isPlural(document: Document, token: number): boolean {
  return /s$|^(?:Women|Men|Children|People)$/.test(tokenText(document, token)) || pennTag(document, token) === 'NNS';
}
