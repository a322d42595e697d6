import { type AveragedWeights, sortWeights } from './averaged-weights.ts';
import { makeRandom, shuffle } from './random.ts';

/** One decision to learn from: its features and whether it is so. */
export interface Example {
  readonly features: Int32Array;
  readonly isSo: boolean;
  /** How much it counts; 1 when left out. */
  readonly weight?: number;
}

export interface LogisticOptions {
  readonly seed: number;
  readonly epochs: number;
  /** The strength of the pull towards zero. */
  readonly decay: number;
  /** Features met in fewer examples are left out. */
  readonly minimum: number;
}

const STEP = 0.2;

/**
 * Logistic regression over hashed features by stochastic gradient descent with a step for each feature that shrinks as
 * it is met (Duchi and others 2011). The weights are those of log odds, the mean of what they are after each epoch of
 * the second half, as those after the last depend on its order: the same examples and seed give the same weights.
 */
export function trainLogistic(
  examples: readonly Example[],
  { seed, epochs, decay, minimum }: LogisticOptions,
): AveragedWeights {
  const counts = new Map<number, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const rows = new Map<number, number>();
  for (const [feature, count] of counts) if (count >= minimum) rows.set(feature, rows.size);
  const inputs = examples.map(({ features }) =>
    Int32Array.from([...features].flatMap((feature) => rows.get(feature) ?? [])),
  );
  const weights = new Float32Array(rows.size);
  const squares = new Float32Array(rows.size).fill(1);
  const sums = new Float64Array(rows.size);
  const settled = Math.floor(epochs / 2);
  const numbers = examples.map((_, number) => number);
  const random = makeRandom(seed);
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const number of shuffle(numbers, random)) {
      const input = inputs[number];
      const example = examples[number];
      if (!input || !example) continue;
      let sum = 0;
      for (const row of input) sum += weights[row] ?? 0;
      const error = ((example.isSo ? 1 : 0) - 1 / (1 + Math.exp(-sum))) * (example.weight ?? 1);
      for (const row of input) {
        const gradient = error - decay * (weights[row] ?? 0);
        squares[row] = (squares[row] ?? 0) + gradient * gradient;
        weights[row] = (weights[row] ?? 0) + (STEP * gradient) / Math.sqrt(squares[row] ?? 1);
      }
    }
    if (epoch < settled) continue;
    for (const [row, weight] of weights.entries()) sums[row] = (sums[row] ?? 0) + weight;
  }
  return sortWeights(
    1,
    [...rows.keys()],
    Float32Array.from(sums, (sum) => sum / (epochs - settled)),
  );
}
