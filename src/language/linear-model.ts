import type { ModelFile } from './model-file.ts';

/**
 * A linear classifier over hashed features: each feature's 32-bit hash finds its few classes and their int8 weights.
 * Built once from a model's columns; scoring allocates nothing.
 */
export class LinearModel {
  readonly classes: number;
  /** Pairs: a feature's hash, and where its entries start (upper 24 bits) with how many there are (lower 8). */
  readonly #slots: Int32Array;
  readonly #mask: number;
  /** A hash's upper bits say where it lies, so that sorted keys fill the table from front to back. */
  readonly #shift: number;
  readonly #filter: FeatureFilter;
  /** Class in the upper byte, weight in the lower. */
  readonly #entries: Uint16Array;

  constructor(classes: number, keys: Int32Array, counts: Uint8Array, entries: Uint16Array) {
    const bits = bitsFor(keys.length * 1.6);
    const slots = new Int32Array(2 << bits);
    const mask = (1 << bits) - 1;
    const shift = 32 - bits;
    let first = 0;
    for (let row = 0; row < keys.length; row++) {
      const key = keys[row] ?? 0;
      const count = counts[row] ?? 0;
      let slot = key >>> shift;
      while (slots[slot * 2 + 1] !== 0) slot = (slot + 1) & mask;
      slots[slot * 2] = key;
      slots[slot * 2 + 1] = (first << 8) | count;
      first += count;
    }
    this.classes = classes;
    this.#slots = slots;
    this.#mask = mask;
    this.#shift = shift;
    this.#filter = makeFilter(keys, bits);
    this.#entries = entries;
  }

  /** Reads the classifier that a model file holds under a prefix: columns `PREFIX.keys`, `.counts`, `.classes`, `.weights`. */
  static from(file: ModelFile, prefix: string, classes: number): LinearModel {
    const counts = file.column(`${prefix}.counts`);
    const keys = decodeKeys(file.column(`${prefix}.keys`), counts.length);
    const classColumn = file.column(`${prefix}.classes`);
    const weights = file.column(`${prefix}.weights`);
    const entries = new Uint16Array(weights.length);
    for (let entry = 0; entry < entries.length; entry++) entries[entry] = ((classColumn[entry] ?? 0) << 8) | (weights[entry] ?? 0);
    return new LinearModel(classes, keys, counts, entries);
  }

  /** The scores of every class for the first `count` features, written into `scores`. */
  score(features: Int32Array, count: number, scores: Int32Array): void {
    scores.fill(0);
    const { words, shift } = this.#filter;
    const slots = this.#slots;
    const entries = this.#entries;
    const slotShift = this.#shift;
    const mask = this.#mask;
    for (let at = 0; at < count; at++) {
      const feature = features[at] ?? 0;
      const bit = feature >>> shift;
      if ((((words[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 0) continue;
      let slot = feature >>> slotShift;
      for (;;) {
        const packed = slots[slot * 2 + 1] ?? 0;
        if (packed === 0) break;
        if (slots[slot * 2] === feature) {
          const first = packed >>> 8;
          const end = first + (packed & 255);
          for (let entry = first; entry < end; entry++) {
            const value = entries[entry] ?? 0;
            const kind = value >>> 8;
            scores[kind] = (scores[kind] ?? 0) + ((value << 24) >> 24);
          }
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
  }
}

/** One bit for each group of hashes: whether any of them is in the table. Small enough to stay in the processor's cache. */
export interface FeatureFilter {
  readonly words: Int32Array;
  readonly shift: number;
}

/** The bits of a table with room for so many rows. */
export function bitsFor(rows: number): number {
  let bits = 10;
  while (1 << bits < rows) bits++;
  return bits;
}

/** A filter with four bits for each slot of the table. */
export function makeFilter(keys: Int32Array, bits: number): FeatureFilter {
  const words = new Int32Array(1 << (bits - 3));
  const shift = 30 - bits;
  for (let row = 0; row < keys.length; row++) {
    const bit = (keys[row] ?? 0) >>> shift;
    words[bit >>> 5] = (words[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return { words, shift };
}

/** Keys are stored in unsigned order as the differences between them, in groups of 7 bits. */
export function decodeKeys(bytes: Uint8Array, count: number): Int32Array {
  const keys = new Int32Array(count);
  let at = 0;
  let key = 0;
  for (let row = 0; row < count; row++) {
    let byte = bytes[at++] ?? 0;
    let difference = byte & 127;
    for (let bits = 7; byte > 127; bits += 7) {
      byte = bytes[at++] ?? 0;
      difference |= (byte & 127) << bits;
    }
    key = (key + difference) | 0;
    keys[row] = key;
  }
  return keys;
}

/** The inverse of what the constructor reads: sorted keys as differences of 7 bits a byte. */
export function encodeKeys(sorted: readonly number[]): Uint8Array {
  const bytes: number[] = [];
  let previous = 0;
  for (const key of sorted) {
    let difference = (key >>> 0) - previous;
    previous = key >>> 0;
    while (difference > 127) {
      bytes.push((difference % 128) + 128);
      difference = Math.floor(difference / 128);
    }
    bytes.push(difference);
  }
  return Uint8Array.from(bytes);
}
