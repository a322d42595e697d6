/** How many bits of the map there are to a feature, at least: with fewer, more features that a model does not know would have to be told apart by their tails. */
const SPARSENESS = 4;
const FEWEST_BITS = 16;
const TAIL = 0xffff;

/**
 * Which features a model knows, by their 32-bit hashes, and the row of each. A map has one bit for each group of hashes; the hashes' rows are numbered in the
 * order of the bits, so that a row is found by counting (Jacobson 1989), and the hash's lower half is compared. It takes a third of the room of a table with
 * empty places, and stays in the processor's cache.
 */
export class FeatureTable {
  /** Pairs: 32 bits of the map, and how many rows there are before them. */
  readonly #map: Int32Array;
  readonly #shift: number;
  readonly #tails: Uint16Array;

  /** Reads the keys that `encodeKeys` wrote: hashes in unsigned order as the differences between them, in groups of 7 bits. */
  constructor(keys: Uint8Array, size: number) {
    const bits = bitsFor(size * SPARSENESS, FEWEST_BITS);
    const shift = 32 - bits;
    // Room behind the last group, for hashes whose bit is taken.
    const map = new Int32Array((2 << (bits - 5)) + 2 * ((size >>> 5) + 1));
    const tails = new Uint16Array(size);
    let at = 0;
    let key = 0;
    let free = 0;
    for (let row = 0; row < size; row++) {
      let byte = keys[at++] ?? 0;
      let difference = byte & 127;
      for (let group = 7; byte > 127; group += 7) {
        byte = keys[at++] ?? 0;
        difference |= (byte & 127) << group;
      }
      key = (key + difference) | 0;
      let bit = key >>> shift;
      if (bit < free) bit = free;
      free = bit + 1;
      const word = (bit >>> 5) * 2;
      map[word] = (map[word] ?? 0) | (1 << (bit & 31));
      tails[row] = key & TAIL;
    }
    let before = 0;
    for (let word = 0; word < map.length; word += 2) {
      map[word + 1] = before;
      before += countBits(map[word] ?? 0);
    }
    this.#map = map;
    this.#shift = shift;
    this.#tails = tails;
  }

  /**
   * Writes the rows of those of the first `count` features that the model knows into `rows`, in order, and says how many they are. First all bits are looked up,
   * without a branch, so that the processor fetches many at once.
   */
  find(features: Int32Array, count: number, rows: Int32Array): number {
    const map = this.#map;
    const shift = this.#shift;
    let candidates = 0;
    for (let at = 0; at < count; at++) {
      const feature = features[at] ?? 0;
      const bit = feature >>> shift;
      rows[candidates] = feature;
      candidates += ((map[(bit >>> 5) * 2] ?? 0) >>> (bit & 31)) & 1;
    }
    let found = 0;
    for (let at = 0; at < candidates; at++) {
      const row = this.rowOf(rows[at] ?? 0);
      if (row >= 0) rows[found++] = row;
    }
    return found;
  }

  /** The row of one feature; -1 where the model does not know it. */
  rowOf(feature: number): number {
    const map = this.#map;
    const tail = feature & TAIL;
    let bit = feature >>> this.#shift;
    let word = (bit >>> 5) * 2;
    let taken = map[word] ?? 0;
    let row = (map[word + 1] ?? 0) + countBits(taken & ((1 << (bit & 31)) - 1));
    while (((taken >>> (bit & 31)) & 1) === 1) {
      if (this.#tails[row] === tail) return row;
      row++;
      bit++;
      if ((bit & 31) === 0) {
        word += 2;
        taken = map[word] ?? 0;
      }
    }
    return -1;
  }
}

/** The bits of a table with room for so many rows. */
export function bitsFor(rows: number, fewest = 10): number {
  let bits = fewest;
  while (1 << bits < rows) bits++;
  return bits;
}

/** How many bits of a 32-bit number are set (Warren 2002). */
function countBits(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Sorted keys as a table reads them: the differences between them, 7 bits a byte. */
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
