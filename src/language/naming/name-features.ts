import type { Sentence } from '../document.ts';
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
import { CLUSTER_PARTS, type WordClusters } from './word-clusters.ts';
import { mix } from '../tagging/word-features.ts';
import type { Tagged } from '../tagging/tag.ts';
import { numberOfPenn } from '../tags.ts';

const NNP = numberOfPenn('NNP');
const NNPS = numberOfPenn('NNPS');
/** Of what the dictionary says a word can be: anything but a name. */
const COMMON_FORMS = FORM_NOUN | FORM_ADJECTIVE | FORM_ADVERB | FORM_PAST;

/** More features than any token has. */
export const MOST_NAME_FEATURES = 160;

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

/**
 * What a first reading of the document found of each word: for the hash of a word, the type it was mostly read as (1 to
 * 3) with `OPENS` or `CLOSES` added; 0 for none.
 */
export type DocumentMemory = ReadonlyMap<number, number>;

/** Added to a remembered type where the word mostly opens names of several words, or closes them. */
export const OPENS = 4;
export const CLOSES = 8;

const OUTSIDE = 0x3c6ef372;

/** A document made ready for labelling: what stays the same between the two readings. */
export interface Prepared {
  readonly tagged: Tagged;
  readonly candidates: Uint8Array;
  readonly cues: NameCues;
  /** The narrowest group of each word: `WordClusters`. */
  readonly clusters: Int32Array;
  /** For each token with a capital, the first and last token of the capitals in a row that it is one of. */
  readonly rowFirst: Int32Array;
  readonly rowLast: Int32Array;
}

/** Finds the candidates of a document and looks them up. */
export function prepareNames(tagged: Tagged, gazetteer: Gazetteer, words: WordClusters): Prepared {
  const candidates = findCandidates(tagged);
  const rowFirst = new Int32Array(tagged.count);
  const rowLast = new Int32Array(tagged.count);
  for (const { first, last } of tagged.sentences) {
    for (let token = first; token <= last; token += 1)
      rowFirst[token] =
        token > first && candidates[token] === 1 && candidates[token - 1] === 1 ? (rowFirst[token - 1] ?? 0) : token;
    for (let token = last; token >= first; token -= 1)
      rowLast[token] =
        token < last && candidates[token] === 1 && candidates[token + 1] === 1 ? (rowLast[token + 1] ?? 0) : token;
  }
  return {
    tagged,
    candidates,
    cues: lookUpCues(tagged, candidates, gazetteer),
    clusters: tagged.words.word.map((word) => words.find(word)),
    rowFirst,
    rowLast,
  };
}

/**
 * Writes the features of one token into `into` and says how many there are. The label before it is not among them:
 * transitions are learned apart, so that the best sequence can be searched for. The numbers of the templates are part
 * of what a model means.
 */
export function nameFeatures(
  { tagged, cues, clusters, rowFirst, rowLast }: Prepared,
  memory: DocumentMemory,
  { first, last }: Sentence,
  token: number,
  into: Int32Array,
): number {
  const { words, penn } = tagged;
  const narrowOf = (at: number): number => (at < first || at > last ? -2 : (clusters[at] ?? -1));
  const wordOf = (at: number): number => (at < first || at > last ? OUTSIDE : (words.word[at] ?? 0));
  const cueOf = (at: number): number => (at < first || at > last ? 0xffff : (cues[at] ?? 0));
  const tagOf = (at: number): number => (at < first || at > last ? 99 : (penn[at] ?? 0));
  const shapeOf = (at: number): number => (at < first || at > last ? OUTSIDE : (words.shape[at] ?? 0));
  const casingOf = (at: number): number => (at < first || at > last ? 7 : (words.casing[at] ?? 0));
  const word = wordOf(token);
  const cue = cueOf(token);
  const casing = casingOf(token) + 4 * (words.sentenceCasing[token] ?? 0) + (token === first ? 16 : 0);
  const role = memory.get(word) ?? 0;
  const roleLeft = memory.get(wordOf(token - 1)) ?? 0;
  const known = role & 3;
  const knownLeft = roleLeft & 3;
  const roleRight = memory.get(wordOf(token + 1)) ?? 0;
  const knownRight = roleRight & 3;
  let at = 0;
  into[at++] = 1;
  into[at++] = mix(2, word);
  into[at++] = mix(3, wordOf(token - 1));
  into[at++] = mix(4, wordOf(token + 1));
  into[at++] = mix(5, wordOf(token - 2));
  into[at++] = mix(6, wordOf(token + 2));
  into[at++] = mix(mix(7, wordOf(token - 1)), word);
  into[at++] = mix(mix(8, word), wordOf(token + 1));
  into[at++] = mix(9, words.suffix2[token] ?? 0);
  into[at++] = mix(10, words.suffix3[token] ?? 0);
  into[at++] = mix(11, words.suffix4[token] ?? 0);
  into[at++] = mix(12, words.prefix2[token] ?? 0);
  into[at++] = mix(13, words.prefix3[token] ?? 0);
  into[at++] = mix(14, shapeOf(token));
  into[at++] = mix(mix(15, shapeOf(token - 1)), mix(shapeOf(token), shapeOf(token + 1)));
  into[at++] = mix(16, casing);
  into[at++] = mix(mix(17, casing), word);
  into[at++] = mix(18, tagOf(token));
  into[at++] = mix(mix(19, tagOf(token - 1)), tagOf(token));
  into[at++] = mix(mix(20, tagOf(token)), tagOf(token + 1));
  into[at++] = mix(mix(21, tagOf(token - 1)), tagOf(token + 1) * 64 + tagOf(token));
  into[at++] = mix(22, cue);
  into[at++] = mix(mix(23, cueOf(token - 1)), cue);
  into[at++] = mix(mix(24, cue), cueOf(token + 1));
  into[at++] = mix(mix(25, cueOf(token - 1)), mix(cue, cueOf(token + 1)));
  into[at++] = mix(mix(26, casing), cue);
  into[at++] = mix(mix(27, cue), wordOf(token - 1));
  into[at++] = mix(mix(28, cue), wordOf(token + 1));
  into[at++] = mix(mix(29, cueOf(token + 1)), wordOf(token + 1));
  into[at++] = mix(mix(30, cueOf(token - 1)), wordOf(token - 1));
  into[at++] = mix(mix(31, wordOf(token - 2)), wordOf(token - 1));
  into[at++] = mix(mix(32, wordOf(token + 1)), wordOf(token + 2));
  into[at++] = mix(33, tagOf(token + 2) * 64 + tagOf(token - 2));
  into[at++] = mix(mix(34, cueOf(token + 2)), cueOf(token + 1));
  into[at++] = mix(mix(35, cueOf(token - 2)), cueOf(token - 1));
  into[at++] = mix(36, known);
  into[at++] = mix(mix(37, known), casing);
  into[at++] = mix(mix(38, known), knownLeft * 4 + knownRight);
  into[at++] = mix(mix(39, known), cue);
  into[at++] = mix(mix(40, casingOf(token - 1) * 8 + casingOf(token + 1)), casing);
  into[at++] = mix(mix(41, words.suffix3[token] ?? 0), casing);
  into[at++] = mix(mix(42, wordOf(token - 1)), shapeOf(token));
  into[at++] = mix(mix(43, wordOf(token + 1)), shapeOf(token));
  into[at++] = mix(44, role * 16 + roleLeft);
  into[at++] = mix(45, role * 16 + roleRight);
  into[at++] = mix(mix(46, role), cue);
  const narrow = narrowOf(token);
  const narrowLeft = narrowOf(token - 1);
  const narrowRight = narrowOf(token + 1);
  const middle = widen(narrow);
  const middleLeft = widen(narrowLeft);
  const middleRight = widen(narrowRight);
  const broad = widen(middle);
  into[at++] = mix(60, narrow);
  into[at++] = mix(61, middle);
  into[at++] = mix(62, broad);
  into[at++] = mix(63, narrowLeft);
  into[at++] = mix(64, middleLeft);
  into[at++] = mix(65, narrowRight);
  into[at++] = mix(66, middleRight);
  into[at++] = mix(67, widen(narrowOf(token - 2)));
  into[at++] = mix(68, widen(narrowOf(token + 2)));
  into[at++] = mix(mix(69, broad), widen(middleLeft));
  into[at++] = mix(mix(70, broad), widen(middleRight));
  into[at++] = mix(mix(71, widen(middleLeft)), widen(middleRight));
  into[at++] = mix(mix(72, middle), casing);
  into[at++] = mix(mix(73, cue), middleLeft);
  into[at++] = mix(mix(74, cue), middleRight);
  const opens = rowFirst[token] ?? token;
  const closes = rowLast[token] ?? token;
  const fromOpen = Math.min(token - opens, 4);
  const toClose = Math.min(closes - token, 4);
  into[at++] = mix(80, fromOpen * 8 + toClose);
  into[at++] = mix(mix(81, fromOpen), wordOf(opens));
  into[at++] = mix(mix(82, toClose), wordOf(closes));
  into[at++] = mix(mix(83, toClose), cueOf(closes));
  into[at++] = mix(mix(84, fromOpen), cueOf(opens));
  into[at++] = mix(mix(85, toClose), widen(narrowOf(closes)));
  into[at++] = mix(mix(86, fromOpen), wordOf(opens - 1));
  into[at++] = mix(mix(87, toClose), wordOf(closes + 1));
  into[at++] = mix(mix(88, fromOpen), widen(narrowOf(opens - 1)));
  into[at++] = mix(mix(89, toClose), widen(narrowOf(closes + 1)));
  for (let bit = 1; bit <= FAMOUS_ORGANISATION; bit <<= 1) {
    if (cue & bit) into[at++] = mix(50, bit);
    if (cueOf(token - 1) & bit) into[at++] = mix(51, bit);
    if (cueOf(token + 1) & bit) into[at++] = mix(52, bit);
  }
  return at;
}

/** The next wider group of words. */
function widen(cluster: number): number {
  return cluster < 0 ? cluster : Math.floor(cluster / CLUSTER_PARTS);
}
