import { FeatureTable } from './feature-table.ts';
import type { ModelFile } from './model-file.ts';

/**
 * A linear classifier over hashed features: each feature has a few classes with their int8 weights.
 * Built once from a model's columns; scoring allocates nothing.
 */
export class LinearModel {
  readonly classes: number;
  readonly #table: FeatureTable;
  /** Where each row's entries start; the next row's start is their end. */
  readonly #starts: Int32Array;
  /** Class in the upper byte, weight in the lower. */
  readonly #entries: Uint16Array;
  #rows = new Int32Array(128);

  private constructor(classes: number, table: FeatureTable, starts: Int32Array, entries: Uint16Array) {
    this.classes = classes;
    this.#table = table;
    this.#starts = starts;
    this.#entries = entries;
  }

  /** Reads the classifier that a model file holds under a prefix: columns `PREFIX.keys`, `.counts`, `.classes`, `.weights`. */
  static from(file: ModelFile, prefix: string, classes: number): LinearModel {
    const counts = file.column(`${prefix}.counts`);
    const starts = new Int32Array(counts.length + 1);
    let start = 0;
    for (let row = 0; row < counts.length; row++) {
      start += counts[row] ?? 0;
      starts[row + 1] = start;
    }
    const classColumn = file.column(`${prefix}.classes`);
    const weights = file.column(`${prefix}.weights`);
    const entries = new Uint16Array(weights.length);
    for (let entry = 0; entry < entries.length; entry++) entries[entry] = ((classColumn[entry] ?? 0) << 8) | (weights[entry] ?? 0);
    return new LinearModel(classes, new FeatureTable(file.column(`${prefix}.keys`), counts.length), starts, entries);
  }

  /** The scores of every class for the first `count` features, written into `scores`. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    if (count > this.#rows.length) this.#rows = new Int32Array(count * 2);
    const rows = this.#rows;
    const starts = this.#starts;
    const entries = this.#entries;
    const found = this.#table.find(features, count, rows);
    scores.fill(0);
    for (let at = 0; at < found; at++) {
      const row = rows[at] ?? 0;
      const end = starts[row + 1] ?? 0;
      for (let entry = starts[row] ?? 0; entry < end; entry++) {
        const value = entries[entry] ?? 0;
        const kind = value >>> 8;
        scores[kind] = (scores[kind] ?? 0) + ((value << 24) >> 24);
      }
    }
  }
}
