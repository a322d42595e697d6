import { NAME_LABELS } from '../language/naming/name-labels.ts';
import { type AveragedWeights, sortWeights } from './averaged-weights.ts';
import { Lattice, type Run } from './lattice.ts';
import { makeRandom, shuffle } from './random.ts';

const LABELS = NAME_LABELS.length;

export interface FieldOptions {
  readonly seed: number;
  readonly epochs: number;
  /** Features met less often are left out. */
  readonly minimum: number;
  readonly log: (line: string) => void;
}

const RATE = 0.07;
/** Expected counts this near to the right ones move nothing. */
const SETTLED = 0.002;
/** A run whose loss was smaller the last time is looked at again only every second time. */
const EASY = 0.01;

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
  const losses = new Float32Array(runs.length).fill(1);
  const lattice = new Lattice(Math.floor(random() * 2 ** 31));
  const warmUp = Math.floor(epochs / 2);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    let loss = 0;
    for (const place of shuffle(order, random)) {
      const run = runs[place];
      const list = rows[place];
      if (!run || !list || ((losses[place] ?? 0) < EASY && random() < 0.5)) continue;
      losses[place] = lattice.look(run, list, weights, transitions);
      loss += losses[place] ?? 0;
      learn(run.gold, lattice, weights, squares);
      for (let at = 0; at < LABELS * LABELS; at += 1) step(transitions, transitionSquares, at, lattice.pairs[at] ?? 0);
    }
    if (epoch > warmUp) {
      addShare(means, weights, epochs - warmUp);
      addShare(transitionMeans, transitions, epochs - warmUp);
    }
    log(`names: round ${epoch} of ${epochs}, loss ${(loss / runs.length).toFixed(3)} a run, ${keys.length} features`);
  }
  return { emissions: sortWeights(LABELS, keys, means), transitions: transitionMeans };
}

function addShare(means: Float32Array, weights: Float32Array, shares: number): void {
  for (let at = 0; at < weights.length; at += 1) means[at] = (means[at] ?? 0) + (weights[at] ?? 0) / shares;
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

/** Moves the weights of every feature of a run that was looked at. */
function learn(gold: Uint8Array, lattice: Lattice, weights: Float32Array, squares: Float32Array): void {
  const { kept, keptStarts, marginals } = lattice;
  const gradient = new Float64Array(LABELS);
  for (let token = 0; token < gold.length; token += 1) {
    let largest = 0;
    for (let label = 0; label < LABELS; label += 1) {
      const distance = (marginals[token * LABELS + label] ?? 0) - (gold[token] === label ? 1 : 0);
      gradient[label] = distance;
      largest = Math.max(largest, Math.abs(distance));
    }
    if (largest < SETTLED) continue;
    const end = keptStarts[token + 1] ?? 0;
    for (let at = keptStarts[token] ?? 0; at < end; at += 1) {
      const base = (kept[at] ?? 0) * LABELS;
      for (let label = 0; label < LABELS; label += 1) step(weights, squares, base + label, gradient[label] ?? 0);
    }
  }
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
