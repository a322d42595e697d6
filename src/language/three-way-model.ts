import { FeatureTable } from './feature-table.ts';
import type { ModelFile } from './model-file.ts';

/** A linear classifier of three classes over hashed features. A feature's three int8 weights lie side by side. */
export class ThreeWayModel {
  readonly #table: FeatureTable;
  readonly #weights: Int8Array;
  #rows = new Int32Array(256);

  private constructor(table: FeatureTable, weights: Int8Array) {
    this.#table = table;
    this.#weights = weights;
  }

  /** Reads the classifier that a model file holds under a prefix: columns `PREFIX.keys` and `PREFIX.triples`. */
  static from(file: ModelFile, prefix: string): ThreeWayModel {
    const { buffer, byteOffset, byteLength } = file.column(`${prefix}.triples`);
    const weights = new Int8Array(buffer, byteOffset, byteLength);
    return new ThreeWayModel(new FeatureTable(file.column(`${prefix}.keys`), weights.length / 3), weights);
  }

  /** The scores of the three classes for the first `count` features, written into `scores`. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    if (count > this.#rows.length) this.#rows = new Int32Array(count * 2);
    const rows = this.#rows;
    const weights = this.#weights;
    const found = this.#table.find(features, count, rows);
    let first = 0;
    let second = 0;
    let third = 0;
    for (let at = 0; at < found; at++) {
      const row = (rows[at] ?? 0) * 3;
      first += weights[row] ?? 0;
      second += weights[row + 1] ?? 0;
      third += weights[row + 2] ?? 0;
    }
    scores[0] = first;
    scores[1] = second;
    scores[2] = third;
  }
}
