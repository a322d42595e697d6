import { encodeKeys } from '../language/classifiers/feature-table.ts';

/** What training leaves of a classifier: for each feature's hash, in unsigned order, one weight a class. */
export interface AveragedWeights {
  readonly classes: number;
  readonly keys: Int32Array;
  /** Row by row, `classes` to a row. */
  readonly values: Float32Array;
}

/** Puts rows in the unsigned order of their keys. */
export function sortWeights(classes: number, keys: readonly number[], values: Float32Array): AveragedWeights {
  const order = keys.map((_, row) => row).sort((left, right) => ((keys[left] ?? 0) >>> 0) - ((keys[right] ?? 0) >>> 0));
  const sorted = new Float32Array(values.length);
  order.forEach((row, at) => {
    sorted.set(values.subarray(row * classes, (row + 1) * classes), at * classes);
  });
  return { classes, keys: Int32Array.from(order, (row) => keys[row] ?? 0), values: sorted };
}

/** The columns that `LinearModel` reads: int8 weights of one scale; those smaller than `least` are left out. */
export function encodeSparse(prefix: string, weights: AveragedWeights, least: number): Map<string, Uint8Array> {
  const quantised = quantise(weights);
  const keys: number[] = [];
  const counts: number[] = [];
  const kinds: number[] = [];
  const kept: number[] = [];
  weights.keys.forEach((key, row) => {
    const before = kinds.length;
    for (let kind = 0; kind < weights.classes; kind++) {
      const weight = quantised[row * weights.classes + kind] ?? 0;
      if (Math.abs(weight) < least) continue;
      kinds.push(kind);
      kept.push(weight);
    }
    if (kinds.length === before) return;
    keys.push(key);
    counts.push(kinds.length - before);
  });
  return new Map([
    [`${prefix}.keys`, encodeKeys(keys)],
    [`${prefix}.counts`, Uint8Array.from(counts)],
    [`${prefix}.classes`, Uint8Array.from(kinds)],
    [`${prefix}.weights`, new Uint8Array(Int8Array.from(kept).buffer)],
  ]);
}

/** What weights are multiplied by to become int8: all but a few in a hundred thousand fit. */
export function scaleOf({ values }: AveragedWeights): number {
  const sizes = Float32Array.from(values, Math.abs).sort();
  const largest = sizes[Math.floor((sizes.length - 1) * 0.99995)] ?? 1;
  return 127 / Math.max(largest, 1e-6);
}

/**
 * The weights without some rows, and those rows apart: features that every example has outgrow all others, and would
 * leave them no steps of an int8.
 */
export function takeRows(
  { classes, keys, values }: AveragedWeights,
  wanted: readonly number[],
): { rest: AveragedWeights; rows: Float32Array } {
  const rows = new Float32Array(wanted.length * classes);
  const kept = Array.from(keys.keys()).filter((row) => !wanted.includes(keys[row] ?? 0));
  for (const [place, key] of wanted.entries()) {
    const row = keys.indexOf(key);
    if (row >= 0) rows.set(values.subarray(row * classes, (row + 1) * classes), place * classes);
  }
  const rest = new Float32Array(kept.length * classes);
  for (const [place, row] of kept.entries())
    rest.set(values.subarray(row * classes, (row + 1) * classes), place * classes);
  return { rest: { classes, keys: Int32Array.from(kept, (row) => keys[row] ?? 0), values: rest }, rows };
}

function quantise(weights: AveragedWeights): Int8Array {
  const { values } = weights;
  const scale = scaleOf(weights);
  return Int8Array.from(values, (value) => Math.max(-127, Math.min(127, Math.round(value * scale))));
}
