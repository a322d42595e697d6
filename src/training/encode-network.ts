import { encodeKeys } from '../language/classifiers/feature-table.ts';
import { INPUT } from '../language/networks/layout.ts';
import { UNKNOWN } from './network-words.ts';
import type { TrainedReader } from './train-network.ts';
import { VECTOR } from './word-vectors.ts';

/** What training alone has: shipped as the words' meanings, put together. */
const TRAINING_ONLY: ReadonlySet<string> = new Set(['words', 'vectors']);
const LARGEST = 127;

/** The columns that `openReader` reads: bytes with a factor for each row. */
export function encodeReader(trained: TrainedReader): Map<string, Uint8Array> {
  const { layout, arithmetic } = trained.room;
  const columns = new Map<string, Uint8Array>();
  for (const [name, { at, rows, width }] of layout.learned)
    if (!TRAINING_ONLY.has(name)) addRows(columns, name, arithmetic.floats.subarray(at, at + rows * width), width);
  const { keys, values } = wordMeanings(trained);
  columns.set('words.keys', encodeKeys(keys));
  addRows(columns, 'words', values, INPUT);
  columns.set('pairs', Uint8Array.from(trained.pairs.flatMap((pair) => [pair >> 8, pair & 255])));
  return columns;
}

/** Bytes of rows, each with a factor of its own. */
function addRows(columns: Map<string, Uint8Array>, name: string, values: Float32Array, width: number): void {
  const bytes = new Int8Array(values.length);
  const factors = new Float32Array(values.length / width);
  for (let row = 0; row < factors.length; row++) {
    const numbers = values.subarray(row * width, (row + 1) * width);
    const largest = numbers.reduce((most, number) => Math.max(most, Math.abs(number)), 0);
    const factor = largest / LARGEST;
    factors[row] = factor;
    if (largest > 0)
      bytes.set(
        Int8Array.from(numbers, (number) => Math.round(number / factor)),
        row * width,
      );
  }
  columns.set(name, new Uint8Array(bytes.buffer));
  columns.set(`${name}.factors`, new Uint8Array(factors.buffer));
}

/**
 * What every word means that the training texts or the vectors know: its own row, or that of unknown words, and its
 * vector. The first row is every other word; the keys are those of the others, in unsigned order.
 */
function wordMeanings({ room, words, vectors }: TrainedReader): { keys: number[]; values: Float32Array } {
  const keys = [...new Set([...words.rows.keys(), ...vectors.rows.keys()])].sort(
    (left, right) => (left >>> 0) - (right >>> 0),
  );
  const { floats } = room.arithmetic;
  const values = new Float32Array((keys.length + 1) * INPUT);
  const ownRow = (row: number): Float32Array =>
    floats.subarray(room.wordRows + row * INPUT, room.wordRows + (row + 1) * INPUT);
  values.set(ownRow(UNKNOWN));
  for (const [number, key] of keys.entries()) {
    const into = values.subarray((number + 1) * INPUT, (number + 2) * INPUT);
    into.set(ownRow(words.rows.get(key) ?? UNKNOWN));
    const vector = vectors.rows.get(key);
    if (vector === undefined) continue;
    for (let from = 0; from < VECTOR; from++) {
      const value = vectors.values[vector * VECTOR + from] ?? 0;
      const row = room.vectorMatrix + from * INPUT;
      for (let at = 0; at < INPUT; at++) into[at] = (into[at] ?? 0) + value * (floats[row + at] ?? 0);
    }
  }
  return { keys, values };
}
