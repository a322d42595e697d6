import { mayEnd, mayFollow, NAME_LABELS } from '../language/naming/name-labels.ts';

/**
 * A run of tokens to learn from: the features of each, one list after the other, where each list begins, and the right
 * labels.
 */
export interface Run {
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly gold: Uint8Array;
}

const LABELS = NAME_LABELS.length;
/** The share of the features that each look at a run in training does without. */
const DROPPED = 0.3;
const MAY_END = Uint8Array.from({ length: LABELS }, (_, label) => (mayEnd(label) ? 1 : 0));

/** The pairs of labels that may follow each other: the first of each, and the second. */
const FROM: number[] = [];
const TO: number[] = [];
for (let before = 0; before < LABELS; before += 1) {
  for (let label = 0; label < LABELS; label += 1) {
    if (!mayFollow(before, label)) continue;
    FROM.push(before);
    TO.push(label);
  }
}

/**
 * The sums over all label sequences of one run: forward, backward, and what follows from them (Rabiner 1989, each step
 * scaled to one).
 */
export class Lattice {
  /** How likely each label is at each token. */
  marginals = new Float64Array(0);
  /** Expected less right counts of each label after each other. */
  readonly pairs = new Float64Array(LABELS * LABELS);
  /** The features that were not left out, as rows, one token after the other, and where each token's begin. */
  kept = new Int32Array(0);
  keptStarts = new Int32Array(0);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #emissions = new Float64Array(0);
  #scales = new Float64Array(0);
  readonly #moves = new Float64Array(FROM.length);
  #state: number;

  constructor(seed: number) {
    this.#state = seed | 1;
  }

  /** Sums over a run and gives its loss: by how much the right labels fall short of certainty. */
  look({ starts, gold }: Run, rows: Int32Array, weights: Float32Array, transitions: Float32Array): number {
    const length = gold.length;
    if (this.marginals.length < length * LABELS) {
      this.marginals = new Float64Array(length * LABELS);
      this.#forward = new Float64Array(length * LABELS);
      this.#backward = new Float64Array(length * LABELS);
      this.#emissions = new Float64Array(length * LABELS);
      this.#scales = new Float64Array(length);
      this.keptStarts = new Int32Array(length + 1);
    }
    if (this.kept.length < rows.length) this.kept = new Int32Array(rows.length);
    this.#drop(starts, rows, length);
    const emissions = this.#emissions;
    emissions.fill(0, 0, length * LABELS);
    for (let token = 0; token < length; token += 1) {
      const end = this.keptStarts[token + 1] ?? 0;
      for (let at = this.keptStarts[token] ?? 0; at < end; at += 1) {
        const base = (this.kept[at] ?? 0) * LABELS;
        for (let label = 0; label < LABELS; label += 1)
          emissions[token * LABELS + label] = (emissions[token * LABELS + label] ?? 0) + (weights[base + label] ?? 0);
      }
    }
    let right = 0;
    for (let token = 0; token < length; token += 1) {
      const label = gold[token] ?? 0;
      right +=
        (emissions[token * LABELS + label] ?? 0) +
        (transitions[(token === 0 ? 0 : (gold[token - 1] ?? 0)) * LABELS + label] ?? 0);
    }
    const total = this.#sum(length, transitions);
    this.#count(length, gold);
    return total - right;
  }

  /** Keeps a share of the features, others at every look (xorshift: Marsaglia 2003). */
  #drop(starts: Int32Array, rows: Int32Array, length: number): void {
    let state = this.#state;
    let count = 0;
    for (let token = 0; token < length; token += 1) {
      this.keptStarts[token] = count;
      const end = starts[token + 1] ?? 0;
      for (let at = starts[token] ?? 0; at < end; at += 1) {
        state ^= state << 13;
        state ^= state >>> 17;
        state ^= state << 5;
        const row = rows[at] ?? -1;
        if (row >= 0 && state >>> 0 >= DROPPED * 2 ** 32) this.kept[count++] = row;
      }
    }
    this.keptStarts[length] = count;
    this.#state = state;
  }

  /** Forward and backward sums; gives the logarithm of the sum over all sequences. */
  #sum(length: number, transitions: Float32Array): number {
    const forward = this.#forward;
    const backward = this.#backward;
    const emissions = this.#emissions;
    const moves = this.#moves;
    for (let pair = 0; pair < moves.length; pair += 1)
      moves[pair] = Math.exp(transitions[(FROM[pair] ?? 0) * LABELS + (TO[pair] ?? 0)] ?? 0);
    let total = 0;
    forward.fill(0, 0, length * LABELS);
    for (let token = 0; token < length; token += 1) {
      const base = token * LABELS;
      let highest = Number.NEGATIVE_INFINITY;
      for (let label = 0; label < LABELS; label += 1) highest = Math.max(highest, emissions[base + label] ?? 0);
      for (let label = 0; label < LABELS; label += 1)
        emissions[base + label] = Math.exp((emissions[base + label] ?? 0) - highest);
      for (let pair = 0; pair < moves.length; pair += 1) {
        const from = FROM[pair] ?? 0;
        const before = token > 0 ? (forward[base - LABELS + from] ?? 0) : from === 0 ? 1 : 0;
        const at = base + (TO[pair] ?? 0);
        forward[at] = (forward[at] ?? 0) + before * (moves[pair] ?? 0);
      }
      let scale = 0;
      for (let label = 0; label < LABELS; label += 1) {
        const sum = (forward[base + label] ?? 0) * (emissions[base + label] ?? 0);
        forward[base + label] = sum;
        if (token < length - 1 || MAY_END[label] === 1) scale += sum;
      }
      scale = Math.max(scale, 1e-300);
      for (let label = 0; label < LABELS; label += 1) forward[base + label] = (forward[base + label] ?? 0) / scale;
      this.#scales[token] = scale;
      total += highest + Math.log(scale);
    }
    backward.fill(0, 0, length * LABELS);
    for (let label = 0; label < LABELS; label += 1) backward[(length - 1) * LABELS + label] = MAY_END[label] ?? 0;
    for (let token = length - 2; token >= 0; token -= 1) {
      const next = (token + 1) * LABELS;
      const scale = this.#scales[token + 1] ?? 1;
      for (let pair = 0; pair < moves.length; pair += 1) {
        const to = next + (TO[pair] ?? 0);
        const at = token * LABELS + (FROM[pair] ?? 0);
        backward[at] = (backward[at] ?? 0) + ((moves[pair] ?? 0) * (emissions[to] ?? 0) * (backward[to] ?? 0)) / scale;
      }
    }
    return total;
  }

  /** What is expected of each label and each pair, less what is right. */
  #count(length: number, gold: Uint8Array): void {
    const { marginals, pairs } = this;
    const forward = this.#forward;
    const backward = this.#backward;
    const emissions = this.#emissions;
    pairs.fill(0);
    for (let token = 0; token < length; token += 1) {
      const base = token * LABELS;
      for (let label = 0; label < LABELS; label += 1)
        marginals[base + label] = (forward[base + label] ?? 0) * (backward[base + label] ?? 0);
      const right = (token === 0 ? 0 : (gold[token - 1] ?? 0)) * LABELS + (gold[token] ?? 0);
      pairs[right] = (pairs[right] ?? 0) - 1;
      const scale = this.#scales[token] ?? 1;
      for (let pair = 0; pair < FROM.length; pair += 1) {
        const from = FROM[pair] ?? 0;
        const to = TO[pair] ?? 0;
        const before = token > 0 ? (forward[base - LABELS + from] ?? 0) : from === 0 ? 1 : 0;
        const share =
          (before * (this.#moves[pair] ?? 0) * (emissions[base + to] ?? 0) * (backward[base + to] ?? 0)) / scale;
        pairs[from * LABELS + to] = (pairs[from * LABELS + to] ?? 0) + share;
      }
    }
  }
}
