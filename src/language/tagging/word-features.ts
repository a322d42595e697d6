import { DIGIT, classAt, HYPHEN, isLetter, LOWER, UPPER } from '../text/characters.ts';
import { type LexicalClasses, loadLexicalClasses } from './lexical-classes.ts';
import type { Segmented } from '../text/sentences.ts';

/**
 * What the learned steps see of each token, as 32-bit hashes in columns: the word in lower case with straight quotes
 * and figures as noughts, its endings and beginnings, its shape. Computed once a text; no strings are made.
 */
export interface WordFeatures {
  readonly word: Int32Array;
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix1: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
  /** The word's pattern of capitals, figures and marks, long runs shortened. */
  readonly shape: Int32Array;
  /** 0 no capital, 1 a first capital, 2 all capitals, 3 others (`iPhone`, `McDonald`). */
  readonly casing: Uint8Array;
  /** Of the token's sentence: 0 running text, 1 title case, 2 capitals, 3 no capitals at all. */
  readonly sentenceCasing: Uint8Array;
  /** What the dictionary says the word can be, and its senses' fields: `LexicalClasses`. */
  readonly forms: Int32Array;
  readonly senses: Int32Array;
}

const SEED = 0x2545f491;

/** Mixes a number into a hash; the result spreads over 32 bits. */
export function mix(hash: number, value: number): number {
  let mixed = Math.imul(hash ^ value, 0x9e3779b1);
  mixed ^= mixed >>> 15;
  mixed = Math.imul(mixed, 0x85ebca6b);
  return mixed ^ (mixed >>> 13);
}

const folded = new Uint16Array(0x10000);

/** A code unit as the features see it: lower case, straight quotes, hyphens for dashes, 0 for every figure. */
export function foldCode(code: number): number {
  const known = folded[code] ?? 0;
  if (known !== 0) return known;
  const found = foldCharacter(String.fromCharCode(code));
  folded[code] = found;
  return found;
}

function foldCharacter(character: string): number {
  if (/^\p{Nd}$/u.test(character)) return 0x30;
  if ('’‘ʼ`´'.includes(character)) return 0x27;
  if ('“”„«»'.includes(character)) return 0x22;
  if ('–—―‐‑−'.includes(character)) return 0x2d;
  const lower = character.toLowerCase();
  return (lower.length === 1 ? lower.charCodeAt(0) : character.charCodeAt(0)) || 1;
}

/** The hash of a word as `WordFeatures.word` holds it. */
export function hashWord(word: string): number {
  return hashRange(word, 0, word.length);
}

function hashRange(text: string, from: number, to: number): number {
  let hash = SEED;
  for (let at = from; at < to; at++) hash = (Math.imul(hash ^ foldCode(text.charCodeAt(at)), 0x01000193) + 0x9e37) | 0;
  return mix(hash, to - from);
}

/** The features of every token of a text. */
export function describeWords(segmented: Segmented, dictionary: LexicalClasses = loadLexicalClasses()): WordFeatures {
  const { text, count, start, end } = segmented;
  const column = (): Int32Array => new Int32Array(count);
  const features = {
    word: column(),
    suffix1: column(),
    suffix2: column(),
    suffix3: column(),
    suffix4: column(),
    prefix1: column(),
    prefix2: column(),
    prefix3: column(),
    shape: column(),
    casing: new Uint8Array(count),
    sentenceCasing: new Uint8Array(count),
    forms: column(),
    senses: column(),
  };
  for (let token = 0; token < count; token++) {
    const from = start[token] ?? 0;
    const to = end[token] ?? 0;
    const word = hashRange(text, from, to);
    const entry = dictionary.find(word);
    features.word[token] = word;
    features.forms[token] = dictionary.forms(entry);
    features.senses[token] = dictionary.senses(entry);
    describeEnds(features, text, token, from, to);
    describeShape(features, text, token, from, to);
  }
  for (const sentence of segmented.sentences) {
    features.sentenceCasing.fill(
      sentenceCasing(features.casing, segmented, sentence.first, sentence.last),
      sentence.first,
      sentence.last + 1,
    );
  }
  return features;
}

interface EndColumns {
  readonly suffix1: Int32Array;
  readonly suffix2: Int32Array;
  readonly suffix3: Int32Array;
  readonly suffix4: Int32Array;
  readonly prefix1: Int32Array;
  readonly prefix2: Int32Array;
  readonly prefix3: Int32Array;
}

/** Endings and beginnings of up to four characters; a short word's longer ends are the word. */
function describeEnds(columns: EndColumns, text: string, token: number, from: number, to: number): void {
  columns.suffix1[token] = hashRange(text, Math.max(from, to - 1), to);
  columns.suffix2[token] = hashRange(text, Math.max(from, to - 2), to);
  columns.suffix3[token] = hashRange(text, Math.max(from, to - 3), to);
  columns.suffix4[token] = hashRange(text, Math.max(from, to - 4), to);
  columns.prefix1[token] = hashRange(text, from, Math.min(to, from + 1));
  columns.prefix2[token] = hashRange(text, from, Math.min(to, from + 2));
  columns.prefix3[token] = hashRange(text, from, Math.min(to, from + 3));
}

const LONGEST_SHAPE = 24;

function describeShape(
  columns: { readonly shape: Int32Array; readonly casing: Uint8Array },
  text: string,
  token: number,
  from: number,
  to: number,
): void {
  let hash = SEED;
  let last = 0;
  let run = 0;
  let upper = 0;
  let letters = 0;
  const limit = Math.min(to, from + LONGEST_SHAPE);
  for (let at = from; at < limit; at++) {
    const kind = classAt(text, at);
    if (isLetter(kind)) letters++;
    if (kind === UPPER) upper++;
    const symbol = kind === UPPER || kind === LOWER || kind === DIGIT ? kind : foldCode(text.charCodeAt(at)) + 16;
    run = symbol === last ? run + 1 : 1;
    last = symbol;
    if (run <= 2) hash = mix(hash, symbol);
  }
  columns.shape[token] = hash;
  columns.casing[token] =
    upper === 0 ? 0 : upper === 1 && classAt(text, from) === UPPER ? 1 : upper === letters ? 2 : 3;
}

/** Headlines: most long words have a capital. */
function sentenceCasing(casing: Uint8Array, { start, end, text }: Segmented, first: number, last: number): number {
  let words = 0;
  let capital = 0;
  let all = 0;
  for (let token = first; token <= last; token++) {
    const from = start[token] ?? 0;
    const length = (end[token] ?? 0) - from;
    if (length < 4 || !isLetter(classAt(text, from)) || classAt(text, from + 1) === HYPHEN) continue;
    words++;
    if (casing[token] !== 0) capital++;
    if (casing[token] === 2) all++;
  }
  if (words < 2) return 0;
  if (all > words * 0.8) return 2;
  if (capital > words * 0.75) return 1;
  return capital === 0 && casing[first] === 0 ? 3 : 0;
}
