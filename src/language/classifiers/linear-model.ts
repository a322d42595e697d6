import { FeatureTable } from './feature-table.ts';
import type { ModelFile } from './model-file.ts';

/**
 * A linear classifier over hashed features: each feature has a few classes with their int8 weights.
 * Built once from a model's columns; scoring allocates nothing.
 */
export class LinearModel {
  readonly classes: number;
  /** Where a feature's entries start (upper 23 bits) and how many there are (lower 8). */
  readonly #table: FeatureTable;
  /** Class in the upper byte, weight in the lower. */
  readonly #entries: Uint16Array;
  #found = new Int32Array(128);

  private constructor(classes: number, table: FeatureTable, entries: Uint16Array) {
    this.classes = classes;
    this.#table = table;
    this.#entries = entries;
  }

  /**
   * Reads the classifier that a model file holds under a prefix: columns `PREFIX.keys`, `.counts`, `.classes`,
   * `.weights`.
   */
  static from(file: ModelFile, prefix: string, classes: number): LinearModel {
    const counts = file.column(`${prefix}.counts`);
    const ranges = new Int32Array(counts.length);
    let start = 0;
    for (let row = 0; row < counts.length; row++) {
      const count = counts[row] ?? 0;
      ranges[row] = (start << 8) | count;
      start += count;
    }
    const classColumn = file.column(`${prefix}.classes`);
    const weights = file.column(`${prefix}.weights`);
    const entries = new Uint16Array(weights.length);
    for (let entry = 0; entry < entries.length; entry++)
      entries[entry] = ((classColumn[entry] ?? 0) << 8) | (weights[entry] ?? 0);
    return new LinearModel(classes, new FeatureTable(file.column(`${prefix}.keys`), ranges), entries);
  }

  /** The scores of every class for the first `count` features, written into `scores`. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    if (count > this.#found.length) this.#found = new Int32Array(count * 2);
    const ranges = this.#found;
    const entries = this.#entries;
    const found = this.#table.find(features, count, ranges);
    scores.fill(0);
    for (let at = 0; at < found; at++) {
      const range = ranges[at] ?? 0;
      const end = (range >>> 8) + (range & 255);
      for (let entry = range >>> 8; entry < end; entry++) {
        const value = entries[entry] ?? 0;
        const kind = value >>> 8;
        scores[kind] = (scores[kind] ?? 0) + ((value << 24) >> 24);
      }
    }
  }
}
