import { FORM_ADJECTIVE, FORM_ADVERB, FORM_NOUN, FORM_PAST } from '../tagging/lexical-classes.ts';
import { foldName, type Gazetteer } from './gazetteer.ts';
import {
  NAME_JOINTS,
  ORGANISATION_ENDINGS,
  ORGANISATION_OPENINGS,
  PERSON_TITLES,
  PLACE_ENDINGS,
  PLACE_OPENINGS,
  SPEAKING_VERBS,
} from '../lexicon/name-cues.ts';
import { ORGANISATIONS } from '../lexicon/organisations.ts';
import type { Tagged } from '../tagging/tag.ts';
import { numberOfPenn } from '../tags.ts';

const NNP = numberOfPenn('NNP');
const NNPS = numberOfPenn('NNPS');

/** Of what the dictionary says a word can be: anything but a name. */
export const COMMON_FORMS = FORM_NOUN | FORM_ADJECTIVE | FORM_ADVERB | FORM_PAST;

const GIVEN = 1;
const SURNAME = 2;
const PLACE_FIRST = 4;
const PLACE_INSIDE = 8;
const COUNTRY = 16;
const DEMONYM = 32;
const TITLE = 64;
const ORGANISATION_END = 128;
const ORGANISATION_START = 256;
const PLACE_WORD = 512;
const SPEAKS = 1024;
const BIG_PLACE = 2048;
const FAMOUS_ORGANISATION = 4096;
/** How many bits the cues of a token have. */
export const CUE_BITS = 13;

/** What the tables say of each token: bits that may be set together. */
export type NameCues = Uint16Array;

/**
 * Which tokens may belong to a name: words with a capital or tagged as proper nouns without one (`in delaware`),
 * figures beside them, and the small words that join them.
 */
export function findCandidates(tagged: Tagged): Uint8Array {
  const candidates = new Uint8Array(tagged.count);
  for (const { first, last } of tagged.sentences) {
    for (let token = first; token <= last; token += 1) {
      const followsOne = token > first && candidates[token - 1] === 1 && tagged.words.casing[token - 1] === 0;
      if (tagged.words.casing[token] !== 0 || isSmallProper(tagged, token, followsOne)) candidates[token] = 1;
    }
    for (let token = first + 1; token < last; token += 1) {
      if (candidates[token] !== 0) continue;
      const word = wordAt(tagged, token).toLowerCase();
      const isJoint = NAME_JOINTS.has(word) || /^\d+$/.test(word);
      const nextCapital =
        candidates[token + 1] === 1 ||
        (candidates[token + 2] === 1 && NAME_JOINTS.has(wordAt(tagged, token + 1).toLowerCase()));
      const afterCapital = candidates[token - 1] !== 0;
      const isSpacedDash = /^[–—]$/.test(word) && (tagged.start[token] ?? 0) > (tagged.end[token - 1] ?? 0);
      if (isJoint && !isSpacedDash && afterCapital && (nextCapital || /^\d+$/.test(word))) candidates[token] = 2;
    }
  }
  return candidates;
}

/**
 * A proper noun without a capital, as letters and posts on the web have them: one that the dictionary does not know as
 * another word, or that follows such a one (`tampa bay`).
 */
function isSmallProper(tagged: Tagged, token: number, followsOne: boolean): boolean {
  if ((tagged.penn[token] !== NNP && tagged.penn[token] !== NNPS) || !/^\p{Ll}{2}/u.test(wordAt(tagged, token)))
    return false;
  return followsOne || ((tagged.words.forms[token] ?? 0) & COMMON_FORMS) === 0;
}

function wordAt(tagged: Tagged, token: number): string {
  return tagged.text.slice(tagged.start[token], tagged.end[token]);
}

/** Looks every candidate up in the gazetteer and the word tables. */
export function lookUpCues(tagged: Tagged, candidates: Uint8Array, gazetteer: Gazetteer): NameCues {
  const cues = new Uint16Array(tagged.count);
  const add = (token: number, bit: number): void => {
    cues[token] = (cues[token] ?? 0) | bit;
  };
  for (const { first, last } of tagged.sentences) {
    for (let token = first; token <= last; token += 1) {
      const word = wordAt(tagged, token);
      const lower = word.toLowerCase();
      const bare = lower.endsWith('.') && lower.length > 2 ? lower.slice(0, -1) : lower;
      if (PERSON_TITLES.has(bare)) add(token, TITLE);
      if (SPEAKING_VERBS.has(lower)) add(token, SPEAKS);
      if (candidates[token] !== 1) continue;
      if (ORGANISATION_ENDINGS.has(bare)) add(token, ORGANISATION_END);
      if (ORGANISATION_OPENINGS.has(bare)) add(token, ORGANISATION_START);
      if (PLACE_ENDINGS.has(bare) || PLACE_OPENINGS.has(bare)) add(token, PLACE_WORD);
      if (word.length > 1 && gazetteer.genderOf(word) !== undefined) add(token, GIVEN);
      if (word.length > 1 && gazetteer.isSurname(word)) add(token, SURNAME);
      if (gazetteer.findDemonym(word)) add(token, DEMONYM);
      markPlaces(tagged, candidates, gazetteer, token, last, add);
    }
  }
  return cues;
}

function markPlaces(
  tagged: Tagged,
  candidates: Uint8Array,
  gazetteer: Gazetteer,
  token: number,
  last: number,
  add: (token: number, bit: number) => void,
): void {
  let name = '';
  for (let length = 1; length <= 4 && token + length - 1 <= last; length += 1) {
    const at = token + length - 1;
    if (length > 1 && candidates[at] === 0) break;
    const glued = length > 1 && tagged.end[at - 1] === tagged.start[at];
    name += glued || length === 1 ? wordAt(tagged, at) : ` ${wordAt(tagged, at)}`;
    if (ORGANISATIONS.has(name)) for (let inside = token; inside <= at; inside += 1) add(inside, FAMOUS_ORGANISATION);
    if (foldName(name).length < 2) continue;
    const best = gazetteer.findPlaces(name)[0];
    if (!best) continue;
    add(
      token,
      PLACE_FIRST |
        (best.kind === 'COUNTRY' ? COUNTRY : 0) |
        (best.kind !== 'CITY' || best.population > 150 ? BIG_PLACE : 0),
    );
    for (let inside = token + 1; inside <= at; inside += 1) add(inside, PLACE_INSIDE);
  }
}
