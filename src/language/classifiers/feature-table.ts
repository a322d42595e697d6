/**
 * How many bits of the map there are to a feature, at least: with fewer, more features that a model does not know would
 * have to be told apart by their tails.
 */
const SPARSENESS = 4;
const FEWEST_BITS = 16;
const TAIL = 0xffff;

/** A row: the hash's tail, and the two halves of what it stands for. */
const WIDTH = 3;
const HALF = 16;

/**
 * What the features that a model knows stand for, each a number of 31 bits, by their 32-bit hashes. A map has one bit
 * for each group of hashes; the rows of the hashes lie in the order of the bits, so that a row is found by counting
 * (Jacobson 1989), and the hash's lower half is compared. It takes half of the room of a table with empty places, and
 * what is looked up is fetched from memory twice: the map, most of which stays in the processor's cache, and the row.
 */
export class FeatureTable {
  /** Pairs: 32 bits of the map, and how many rows there are before them. */
  readonly #map: Int32Array;
  readonly #shift: number;
  readonly #rows: Uint16Array;

  /**
   * Reads the keys that `encodeKeys` wrote: hashes in unsigned order as the differences between them, in groups of 7
   * bits. `values` are in the same order.
   */
  constructor(keys: Uint8Array, values: Int32Array) {
    const size = values.length;
    const bits = bitsFor(size * SPARSENESS);
    const shift = 32 - bits;
    // Room after the last group, for hashes whose bit is taken.
    const map = new Int32Array((2 << (bits - 5)) + 2 * ((size >>> 5) + 1));
    const rows = new Uint16Array(size * WIDTH);
    let at = 0;
    let key = 0;
    let free = 0;
    for (let number = 0, row = 0; number < size; number++, row += WIDTH) {
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
      const value = values[number] ?? 0;
      rows[row] = key & TAIL;
      rows[row + 1] = value & TAIL;
      rows[row + 2] = value >>> HALF;
    }
    let before = 0;
    for (let word = 0; word < map.length; word += 2) {
      map[word + 1] = before;
      before += countBits(map[word] ?? 0);
    }
    this.#map = map;
    this.#shift = shift;
    this.#rows = rows;
  }

  /**
   * Writes what those of the first `count` features stand for that the model knows into `values`, in order, and says
   * how many they are. First all bits are looked up, without a branch, so that the processor fetches many at once.
   */
  find(features: Int32Array, count: number, values: Int32Array): number {
    const map = this.#map;
    const shift = this.#shift;
    let candidates = 0;
    for (let at = 0; at < count; at++) {
      const feature = features[at] ?? 0;
      const bit = feature >>> shift;
      values[candidates] = feature;
      candidates += ((map[(bit >>> 5) * 2] ?? 0) >>> (bit & 31)) & 1;
    }
    let found = 0;
    for (let at = 0; at < candidates; at++) {
      const value = this.meaningOf(values[at] ?? 0);
      if (value >= 0) values[found++] = value;
    }
    return found;
  }

  /** What one feature stands for; -1 where the model does not know it. */
  meaningOf(feature: number): number {
    const map = this.#map;
    const rows = this.#rows;
    const tail = feature & TAIL;
    let bit = feature >>> this.#shift;
    let word = (bit >>> 5) * 2;
    let taken = map[word] ?? 0;
    let row = ((map[word + 1] ?? 0) + countBits(taken & ((1 << (bit & 31)) - 1))) * WIDTH;
    while (((taken >>> (bit & 31)) & 1) === 1) {
      if (rows[row] === tail) return (rows[row + 1] ?? 0) | ((rows[row + 2] ?? 0) << HALF);
      row += WIDTH;
      bit++;
      if ((bit & 31) === 0) {
        word += 2;
        taken = map[word] ?? 0;
      }
    }
    return -1;
  }
}

/** The bits of a map with room for so many. */
function bitsFor(rows: number): number {
  let bits = FEWEST_BITS;
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
