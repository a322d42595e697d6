import { bitsFor, decodeKeys, type FeatureFilter, makeFilter } from './linear-model.ts';
import type { ModelFile } from './model-file.ts';

/**
 * A linear classifier of three classes whose weights lie beside the feature's hash, so that one feature costs one look into
 * memory. A small table of bits answers for most features that have no weights at all.
 */
export class ThreeWayModel {
  /** Pairs: a feature's hash, and its three int8 weights over a byte that is 1 where the pair is taken. */
  readonly #slots: Int32Array;
  readonly #mask: number;
  readonly #shift: number;
  readonly #filter: FeatureFilter;

  constructor(keys: Int32Array, weights: Int8Array) {
    const bits = bitsFor(keys.length * 1.6);
    const slots = new Int32Array(2 << bits);
    const mask = (1 << bits) - 1;
    const shift = 32 - bits;
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] ?? 0;
      let slot = key >>> shift;
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * 2] = key;
      slots[slot * 2 + 1] = ((weights[row * 3] ?? 0) << 24) | (((weights[row * 3 + 1] ?? 0) & 255) << 16) | (((weights[row * 3 + 2] ?? 0) & 255) << 8) | 1;
    }
    this.#slots = slots;
    this.#mask = mask;
    this.#shift = shift;
    this.#filter = makeFilter(keys, bits);
  }

  /** Reads the classifier that a model file holds under a prefix: columns `PREFIX.keys` and `PREFIX.triples`. */
  static from(file: ModelFile, prefix: string): ThreeWayModel {
    const triples = file.column(`${prefix}.triples`);
    const weights = new Int8Array(triples.buffer, triples.byteOffset, triples.byteLength);
    return new ThreeWayModel(decodeKeys(file.column(`${prefix}.keys`), weights.length / 3), weights);
  }

  /** The scores of the three classes for the first `count` features, written into `scores`. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    const slots = this.#slots;
    const mask = this.#mask;
    const shift = this.#shift;
    const filter = this.#filter.words;
    const filterShift = this.#filter.shift;
    let first = 0;
    let second = 0;
    let third = 0;
    for (let at = 0; at < count; at++) {
      const feature = features[at] ?? 0;
      const bit = feature >>> filterShift;
      if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
      let slot = feature >>> shift;
      for (;;) {
        const packed = slots[slot * 2 + 1] ?? 0;
        if (packed === 0) break;
        if (slots[slot * 2] === feature) {
          first += packed >> 24;
          second += (packed << 8) >> 24;
          third += (packed << 16) >> 24;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    scores[0] = first;
    scores[1] = second;
    scores[2] = third;
  }
}
