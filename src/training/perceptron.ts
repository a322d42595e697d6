import { type AveragedWeights, encodeSparse, sortWeights } from './averaged-weights.ts';

/**
 * An averaged perceptron over hashed features (Freund and Schapire 1999; averaging as in Collins 2002), with a margin.
 * Rows are made only for features met at least `minimum` times, which keeps models small and less sure of rare words.
 */
export class Perceptron {
  readonly classes: number;
  readonly #minimum: number;
  #slots: Int32Array;
  #slotRows: Int32Array;
  #keys: Int32Array;
  #weights: Float32Array;
  #totals: Float32Array;
  #stamps: Int32Array;
  #rows = 0;
  #clock = 1;
  readonly #seen: Uint8Array;

  constructor(classes: number, minimum = 1) {
    this.classes = classes;
    this.#minimum = minimum;
    this.#slots = new Int32Array(1 << 16);
    this.#slotRows = new Int32Array(1 << 16);
    this.#keys = new Int32Array(1 << 14);
    this.#weights = new Float32Array(classes << 14);
    this.#totals = new Float32Array(classes << 14);
    this.#stamps = new Int32Array(classes << 14);
    this.#seen = new Uint8Array(minimum > 1 ? 1 << 24 : 0);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Counts the features of an example once; needed before training when `minimum` is above one. */
  see(features: Int32Array, count: number): void {
    if (this.#minimum <= 1) return;
    for (let at = 0; at < count; at++) {
      const slot = (features[at] ?? 0) & 0xffffff;
      const times = this.#seen[slot] ?? 0;
      if (times < 255) this.#seen[slot] = times + 1;
    }
  }

  /** The scores of every class, written into `scores`. */
  score(features: Int32Array, count: number, scores: Float32Array): void {
    scores.fill(0);
    const { classes } = this;
    const weights = this.#weights;
    for (let at = 0; at < count; at++) {
      const row = this.#find(features[at] ?? 0);
      if (row < 0) continue;
      const first = row * classes;
      for (let kind = 0; kind < classes; kind++) scores[kind] = (scores[kind] ?? 0) + (weights[first + kind] ?? 0);
    }
  }

  /** Moves the weights of the features towards one class and away from another. */
  update(features: Int32Array, count: number, right: number, wrong: number, step = 1): void {
    for (let at = 0; at < count; at++) {
      const row = this.#findOrMake(features[at] ?? 0);
      if (row < 0) continue;
      if (right >= 0) this.#adjust(row * this.classes + right, step);
      if (wrong >= 0) this.#adjust(row * this.classes + wrong, -step);
    }
  }

  /** Says that one more example was seen: the averages weigh every example alike. */
  tick(): void {
    this.#clock++;
  }

  /** The averaged weights of every feature. */
  averages(): AveragedWeights {
    const values = new Float32Array(this.#rows * this.classes);
    for (let at = 0; at < values.length; at++) {
      const weight = this.#weights[at] ?? 0;
      values[at] = ((this.#totals[at] ?? 0) + weight * (this.#clock - (this.#stamps[at] ?? 0))) / this.#clock;
    }
    return sortWeights(this.classes, [...this.#keys.subarray(0, this.#rows)], values);
  }

  /** The averaged weights as the columns that `LinearModel` reads. */
  columns(prefix: string, least = 1): Map<string, Uint8Array> {
    return encodeSparse(prefix, this.averages(), least);
  }

  #adjust(at: number, step: number): void {
    const weight = this.#weights[at] ?? 0;
    this.#totals[at] = (this.#totals[at] ?? 0) + weight * (this.#clock - (this.#stamps[at] ?? 0));
    this.#stamps[at] = this.#clock;
    this.#weights[at] = weight + step;
  }

  #find(key: number): number {
    const mask = this.#slots.length - 1;
    let slot = key & mask;
    for (;;) {
      const row = this.#slotRows[slot] ?? 0;
      if (row === 0) return -1;
      if (this.#slots[slot] === key) return row - 1;
      slot = (slot + 1) & mask;
    }
  }

  #findOrMake(key: number): number {
    const found = this.#find(key);
    if (found >= 0) return found;
    if (this.#minimum > 1 && (this.#seen[key & 0xffffff] ?? 0) < this.#minimum) return -1;
    if (this.#rows * 2 >= this.#slots.length) this.#growSlots();
    if (this.#rows === this.#keys.length) this.#growRows();
    this.#keys[this.#rows] = key;
    this.#insert(key, this.#rows + 1);
    return this.#rows++;
  }

  #insert(key: number, row: number): void {
    const mask = this.#slots.length - 1;
    let slot = key & mask;
    while (this.#slotRows[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = key;
    this.#slotRows[slot] = row;
  }

  #growSlots(): void {
    const size = this.#slots.length * 2;
    this.#slots = new Int32Array(size);
    this.#slotRows = new Int32Array(size);
    for (let row = 0; row < this.#rows; row++) this.#insert(this.#keys[row] ?? 0, row + 1);
  }

  #growRows(): void {
    const rows = this.#keys.length * 2;
    this.#keys = copyInto(new Int32Array(rows), this.#keys);
    this.#weights = copyInto(new Float32Array(rows * this.classes), this.#weights);
    this.#totals = copyInto(new Float32Array(rows * this.classes), this.#totals);
    this.#stamps = copyInto(new Int32Array(rows * this.classes), this.#stamps);
  }
}

function copyInto<Column extends Int32Array | Float32Array>(larger: Column, column: Column): Column {
  larger.set(column);
  return larger;
}
