import { FeatureTable } from './feature-table.ts';
import type { ModelFile } from './model-file.ts';

/** A linear classifier of three classes over hashed features. A feature's three int8 weights lie in one number. */
export class ThreeWayModel {
  readonly #table: FeatureTable;
  #found = new Int32Array(256);

  private constructor(table: FeatureTable) {
    this.#table = table;
  }

  /** Reads the classifier that a model file holds under a prefix: columns `PREFIX.keys` and `PREFIX.triples`. */
  static from(file: ModelFile, prefix: string): ThreeWayModel {
    const triples = file.column(`${prefix}.triples`);
    const weights = new Int32Array(triples.length / 3);
    for (let row = 0, at = 0; row < weights.length; row++, at += 3)
      weights[row] = ((triples[at] ?? 0) << 16) | ((triples[at + 1] ?? 0) << 8) | (triples[at + 2] ?? 0);
    return new ThreeWayModel(new FeatureTable(file.column(`${prefix}.keys`), weights));
  }

  /** The scores of the three classes for the first `count` features, written into `scores`. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    if (count > this.#found.length) this.#found = new Int32Array(count * 2);
    const triples = this.#found;
    const found = this.#table.find(features, count, triples);
    let first = 0;
    let second = 0;
    let third = 0;
    for (let at = 0; at < found; at++) {
      const triple = triples[at] ?? 0;
      first += (triple << 8) >> 24;
      second += (triple << 16) >> 24;
      third += (triple << 24) >> 24;
    }
    scores[0] = first;
    scores[1] = second;
    scores[2] = third;
  }
}
