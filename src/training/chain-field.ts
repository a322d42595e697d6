import { mayEnd, mayFollow, NAME_LABELS } from '../language/naming/name-labels.ts';
import { mix } from '../language/tagging/word-features.ts';
import { type AveragedWeights, sortWeights } from './averaged-weights.ts';
import { makeRandom, shuffle } from './random.ts';

const LABELS = NAME_LABELS.length;
const IMPOSSIBLE = -1e9;

/**
 * A run of tokens to learn from: the features of each, one list behind the other, where each list begins, and the right
 * labels.
 */
export interface Run {
  readonly features: Int32Array;
  readonly starts: Int32Array;
  readonly gold: Uint8Array;
}

export interface FieldOptions {
  readonly seed: number;
  readonly epochs: number;
  /** Features met less often are left out. */
  readonly minimum: number;
  readonly log: (line: string) => void;
}

/** The share of the features that each look at a run in training does without. */
const DROPPED = 0.3;
const RATE = 0.07;
/** Expected counts this near to the right ones move nothing. */
const SETTLED = 0.002;

/** The weights of a trained field: of each feature, and of each label after each other. */
export interface FieldWeights {
  readonly emissions: AveragedWeights;
  readonly transitions: Float32Array;
}

/**
 * Trains a linear-chain conditional random field (Lafferty, McCallum and Pereira 2001) by AdaGrad (Duchi, Hazan and
 * Singer 2011), other features left out at every look (dropout as feature bagging: Sutton and others 2006), and gives
 * the mean of the weights over the later half of the rounds. Deterministic for a seed.
 */
export function trainField(runs: readonly Run[], { seed, epochs, minimum, log }: FieldOptions): FieldWeights {
  const random = makeRandom(seed);
  const { keys, rows } = indexFeatures(runs, minimum);
  const weights = new Float32Array(keys.length * LABELS);
  const squares = new Float32Array(keys.length * LABELS).fill(1e-2);
  const means = new Float32Array(keys.length * LABELS);
  const transitions = new Float32Array(LABELS * LABELS);
  const transitionSquares = new Float32Array(LABELS * LABELS).fill(1e-2);
  const transitionMeans = new Float32Array(LABELS * LABELS);
  const order = runs.map((_, place) => place);
  const lattice = new Lattice();
  const warmUp = Math.floor(epochs / 2);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    let loss = 0;
    for (const place of shuffle(order, random)) {
      const run = runs[place];
      const list = rows[place];
      if (!run || !list) continue;
      const salt = Math.floor(random() * 2 ** 31);
      loss += lattice.look(run, list, weights, transitions, salt);
      learn(run, list, lattice, weights, squares, salt);
      for (let at = 0; at < LABELS * LABELS; at += 1) step(transitions, transitionSquares, at, lattice.pairs[at] ?? 0);
    }
    if (epoch > warmUp) {
      for (let at = 0; at < weights.length; at += 1)
        means[at] = (means[at] ?? 0) + (weights[at] ?? 0) / (epochs - warmUp);
      for (let at = 0; at < transitions.length; at += 1)
        transitionMeans[at] = (transitionMeans[at] ?? 0) + (transitions[at] ?? 0) / (epochs - warmUp);
    }
    log(`names: round ${epoch} of ${epochs}, loss ${(loss / runs.length).toFixed(3)} a run, ${keys.length} features`);
  }
  return { emissions: sortWeights(LABELS, keys, means), transitions: transitionMeans };
}

/** The mean of fields trained on the same runs. */
export function averageFields(fields: readonly FieldWeights[]): FieldWeights {
  const mean = (columns: readonly Float32Array[]): Float32Array =>
    new Float32Array(columns[0]?.length ?? 0).map(
      (_, at) => columns.reduce((sum, column) => sum + (column[at] ?? 0), 0) / columns.length,
    );
  const [first] = fields;
  if (!first || fields.length === 1)
    return (
      first ?? {
        emissions: { classes: LABELS, keys: new Int32Array(0), values: new Float32Array(0) },
        transitions: new Float32Array(LABELS * LABELS),
      }
    );
  return {
    emissions: { ...first.emissions, values: mean(fields.map(({ emissions }) => emissions.values)) },
    transitions: mean(fields.map(({ transitions }) => transitions)),
  };
}

/** Moves one weight against its gradient. */
function step(weights: Float32Array, squares: Float32Array, at: number, gradient: number): void {
  if (gradient < SETTLED && gradient > -SETTLED) return;
  const square = (squares[at] ?? 0) + gradient * gradient;
  squares[at] = square;
  weights[at] = (weights[at] ?? 0) - (RATE * gradient) / Math.sqrt(square);
}

function isKept(salt: number, row: number): boolean {
  return (mix(salt, row) >>> 8) / 2 ** 24 >= DROPPED;
}

/** Moves the weights of every feature of a run that was looked at. */
function learn(
  { starts, gold }: Run,
  rows: Int32Array,
  lattice: Lattice,
  weights: Float32Array,
  squares: Float32Array,
  salt: number,
): void {
  const gradient = new Float32Array(LABELS);
  for (let token = 0; token < gold.length; token += 1) {
    let largest = 0;
    for (let label = 0; label < LABELS; label += 1) {
      gradient[label] = (lattice.marginals[token * LABELS + label] ?? 0) - (gold[token] === label ? 1 : 0);
      largest = Math.max(largest, Math.abs(gradient[label] ?? 0));
    }
    if (largest < SETTLED) continue;
    for (let at = starts[token] ?? 0; at < (starts[token + 1] ?? 0); at += 1) {
      const row = rows[at] ?? -1;
      if (row < 0 || !isKept(salt, row)) continue;
      for (let label = 0; label < LABELS; label += 1)
        step(weights, squares, row * LABELS + label, gradient[label] ?? 0);
    }
  }
}

/** The sums over all label sequences of one run: forward, backward, and what follows from them. */
class Lattice {
  /** How likely each label is at each token. */
  marginals = new Float32Array(0);
  /** Expected less right counts of each label after each other. */
  readonly pairs = new Float32Array(LABELS * LABELS);
  #forward = new Float64Array(0);
  #backward = new Float64Array(0);
  #emissions = new Float32Array(0);

  /** Sums over a run and gives its loss: by how much the right labels fall short of certainty. */
  look(
    { starts, gold }: Run,
    rows: Int32Array,
    weights: Float32Array,
    transitions: Float32Array,
    salt: number,
  ): number {
    const length = gold.length;
    if (this.marginals.length < length * LABELS) {
      this.marginals = new Float32Array(length * LABELS);
      this.#forward = new Float64Array(length * LABELS);
      this.#backward = new Float64Array(length * LABELS);
      this.#emissions = new Float32Array(length * LABELS);
    }
    const emissions = this.#emissions;
    emissions.fill(0, 0, length * LABELS);
    for (let token = 0; token < length; token += 1) {
      for (let at = starts[token] ?? 0; at < (starts[token + 1] ?? 0); at += 1) {
        const row = rows[at] ?? -1;
        if (row < 0 || !isKept(salt, row)) continue;
        for (let label = 0; label < LABELS; label += 1)
          emissions[token * LABELS + label] =
            (emissions[token * LABELS + label] ?? 0) + (weights[row * LABELS + label] ?? 0);
      }
    }
    return this.#sum(length, gold, transitions);
  }

  #sum(length: number, gold: Uint8Array, transitions: Float32Array): number {
    const emissions = this.#emissions;
    const forward = this.#forward;
    const backward = this.#backward;
    const terms = new Float64Array(LABELS);
    for (let token = 0; token < length; token += 1) {
      for (let label = 0; label < LABELS; label += 1) {
        const own = emissions[token * LABELS + label] ?? 0;
        if (token === 0) {
          forward[label] = MAY_FOLLOW[label] === 1 ? (transitions[label] ?? 0) + own : IMPOSSIBLE;
          continue;
        }
        for (let before = 0; before < LABELS; before += 1)
          terms[before] =
            MAY_FOLLOW[before * LABELS + label] === 1
              ? (forward[(token - 1) * LABELS + before] ?? 0) + (transitions[before * LABELS + label] ?? 0)
              : IMPOSSIBLE;
        forward[token * LABELS + label] = logSum(terms) + own;
      }
    }
    for (let label = 0; label < LABELS; label += 1) {
      backward[(length - 1) * LABELS + label] = MAY_END[label] === 1 ? 0 : IMPOSSIBLE;
      terms[label] = (forward[(length - 1) * LABELS + label] ?? 0) + (MAY_END[label] === 1 ? 0 : IMPOSSIBLE);
    }
    const total = logSum(terms);
    for (let token = length - 2; token >= 0; token -= 1) {
      for (let label = 0; label < LABELS; label += 1) {
        for (let next = 0; next < LABELS; next += 1)
          terms[next] =
            MAY_FOLLOW[label * LABELS + next] === 1
              ? (transitions[label * LABELS + next] ?? 0) +
                (emissions[(token + 1) * LABELS + next] ?? 0) +
                (backward[(token + 1) * LABELS + next] ?? 0)
              : IMPOSSIBLE;
        backward[token * LABELS + label] = logSum(terms);
      }
    }
    this.#count(length, gold, transitions, total);
    let score = 0;
    for (let token = 0; token < length; token += 1) {
      const label = gold[token] ?? 0;
      score +=
        (emissions[token * LABELS + label] ?? 0) +
        (transitions[(token === 0 ? 0 : (gold[token - 1] ?? 0)) * LABELS + label] ?? 0);
    }
    return total - score;
  }

  #count(length: number, gold: Uint8Array, transitions: Float32Array, total: number): void {
    const forward = this.#forward;
    const backward = this.#backward;
    this.pairs.fill(0);
    for (let token = 0; token < length; token += 1) {
      for (let label = 0; label < LABELS; label += 1) {
        this.marginals[token * LABELS + label] = Math.exp(
          (forward[token * LABELS + label] ?? 0) + (backward[token * LABELS + label] ?? 0) - total,
        );
        if (token === 0) this.pairs[label] = (this.pairs[label] ?? 0) + (this.marginals[label] ?? 0);
      }
      const right = (token === 0 ? 0 : (gold[token - 1] ?? 0)) * LABELS + (gold[token] ?? 0);
      this.pairs[right] = (this.pairs[right] ?? 0) - 1;
      if (token === 0) continue;
      for (let before = 0; before < LABELS; before += 1) {
        const from = forward[(token - 1) * LABELS + before] ?? 0;
        for (let label = 0; label < LABELS; label += 1) {
          const pair = before * LABELS + label;
          if (MAY_FOLLOW[pair] !== 1) continue;
          const share =
            from +
            (transitions[pair] ?? 0) +
            (this.#emissions[token * LABELS + label] ?? 0) +
            (backward[token * LABELS + label] ?? 0) -
            total;
          if (share > -12) this.pairs[pair] = (this.pairs[pair] ?? 0) + Math.exp(share);
        }
      }
    }
  }
}

const MAY_FOLLOW = Uint8Array.from({ length: LABELS * LABELS }, (_, pair) =>
  mayFollow(Math.floor(pair / LABELS), pair % LABELS) ? 1 : 0,
);
const MAY_END = Uint8Array.from({ length: LABELS }, (_, label) => (mayEnd(label) ? 1 : 0));

function logSum(terms: Float64Array): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < terms.length; at += 1) highest = Math.max(highest, terms[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < terms.length; at += 1) {
    const distance = (terms[at] ?? 0) - highest;
    if (distance > -30) sum += Math.exp(distance);
  }
  return highest + Math.log(sum);
}

/** Gives each feature met often enough a row, and each run its features as rows, -1 for those left out. */
function indexFeatures(runs: readonly Run[], minimum: number): { keys: number[]; rows: Int32Array[] } {
  const counts = new Map<number, number>();
  for (const { features } of runs) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rowOf = new Map<number, number>();
  const keys: number[] = [];
  for (const [feature, count] of counts) {
    if (count < minimum) continue;
    rowOf.set(feature, keys.length);
    keys.push(feature);
  }
  return { keys, rows: runs.map(({ features }) => features.map((feature) => rowOf.get(feature) ?? -1)) };
}
