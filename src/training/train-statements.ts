import { decodeModel, encodeModel } from '../language/classifiers/model-file.ts';
import { openStatementModel, probabilityOf, type StatementModel } from '../reading/statements/model.ts';
import type { AnnotatedArticle } from './annotated-articles.ts';
import { type AveragedWeights, encodeSparse, scaleOf } from './averaged-weights.ts';
import { type Example, type LogisticOptions, trainLogistic } from './logistic.ts';
import { endExamples, readArticles } from './train-ends.ts';
import { reportExamples } from './train-reports.ts';
import { trustExamples } from './train-trust.ts';
import type { TrainingScore } from './trainer.ts';

const FOLDS = 5;
/**
 * What is rare in our articles says little about how often a statement elsewhere is right: trust learns from features
 * met this often.
 */
const COMMON = 12;
const NOTHING: AveragedWeights = { classes: 1, keys: new Int32Array(0), values: new Float32Array(0) };

interface Weights {
  readonly ends: AveragedWeights;
  readonly reports: AveragedWeights;
  readonly trusts: AveragedWeights;
}

/**
 * Trains the three decisions about statements, each on what the ones before it make of articles that those were not
 * trained on, so that none learns from answers it could not have had. The scores are of such articles too.
 */
export function trainStatements(
  annotated: readonly AnnotatedArticle[],
  seed: number,
): { readonly bytes: Uint8Array; readonly scores: readonly TrainingScore[] } {
  const articles = readArticles(annotated);
  const options = (decay: number, minimum: number): LogisticOptions => ({ seed, epochs: 12, decay, minimum });
  const parts = Array.from({ length: FOLDS }, (_, fold) =>
    articles.filter((_article, number) => number % FOLDS === fold),
  );
  const without = <Item>(lists: readonly (readonly Item[])[], fold: number): Item[] =>
    lists.flatMap((list, number) => (number === fold ? [] : list));
  const endsBy = parts.map((part) => endExamples(part));
  const endsWithout = parts.map((_, fold) => trainLogistic(without(endsBy, fold), options(0.03, 3)));
  const open = (weights: Partial<Weights>): StatementModel =>
    openStatementModel(decodeModel(encode({ ends: NOTHING, reports: NOTHING, trusts: NOTHING, ...weights })));
  const reportsBy = parts.map((part, fold) => reportExamples(part, open({ ends: endsWithout[fold] ?? NOTHING })));
  const reportsWithout = parts.map((_, fold) => trainLogistic(without(reportsBy, fold), options(0.05, 3)));
  const trustsBy = parts.map((part, fold) =>
    trustExamples(part, open({ ends: endsWithout[fold] ?? NOTHING, reports: reportsWithout[fold] ?? NOTHING })),
  );
  const trustsWithout = parts.map((_, fold) => trainLogistic(without(trustsBy, fold), options(0.05, COMMON)));
  const weights: Weights = {
    ends: trainLogistic(endsBy.flat(), options(0.03, 3)),
    reports: trainLogistic(reportsBy.flat(), options(0.05, 3)),
    trusts: trainLogistic(trustsBy.flat(), options(0.05, COMMON)),
  };
  const data = 'our articles, five folds';
  const judged = judge(trustsBy, trustsWithout);
  const { slope, offset } = calibrate(judged);
  const calibrated = judged.map(({ odds, isSo }) => ({ odds: odds * slope + offset, isSo }));
  return {
    bytes: encode(weights, slope, offset),
    scores: [
      { measure: 'decisions on ends that are right', data, value: accuracy(judge(endsBy, endsWithout)) },
      { measure: 'decisions on reports that are right', data, value: accuracy(judge(reportsBy, reportsWithout)) },
      { measure: 'decisions on trust that are right', data, value: accuracy(calibrated) },
      { measure: 'right of the statements trusted at 0.85 to 0.95', data, value: rightBetween(calibrated, 0.85, 0.95) },
    ],
  };
}

function encode(weights: Weights, slope = 1, offset = 0): Uint8Array {
  const facts: Record<string, number> = { 'trusts.slope': slope, 'trusts.offset': offset };
  const columns = new Map<string, Uint8Array>();
  for (const prefix of ['ends', 'reports', 'trusts'] as const) {
    facts[`${prefix}.scale`] = scaleOf(weights[prefix]);
    for (const [name, column] of encodeSparse(prefix, weights[prefix], 1)) columns.set(name, column);
  }
  return encodeModel('statements', facts, columns);
}

/** A decision's log odds for an example that it was not trained on, and what the annotator says. */
interface Judged {
  readonly odds: number;
  readonly isSo: boolean;
}

function judge(examplesBy: readonly (readonly Example[])[], weightsWithout: readonly AveragedWeights[]): Judged[] {
  return examplesBy.flatMap((examples, fold) => {
    const { keys, values } = weightsWithout[fold] ?? NOTHING;
    const byKey = new Map(Array.from(keys, (key, row) => [key, values[row] ?? 0]));
    return examples.map(({ features, isSo }) => ({
      isSo,
      odds: features.reduce((sum, key) => sum + (byKey.get(key) ?? 0), 0),
    }));
  });
}

/**
 * The line through log odds that fits what came true best (Platt 1999): features that go together make a model too sure
 * of itself.
 */
function calibrate(judged: readonly Judged[]): { readonly slope: number; readonly offset: number } {
  let slope = 1;
  let offset = 0;
  for (let round = 0; round < 400; round++) {
    let bySlope = 0;
    let byOffset = 0;
    for (const { odds, isSo } of judged) {
      const error = (isSo ? 1 : 0) - probabilityOf(odds * slope + offset);
      bySlope += error * odds;
      byOffset += error;
    }
    slope += (0.2 * bySlope) / judged.length;
    offset += (0.5 * byOffset) / judged.length;
  }
  return { slope, offset };
}

function accuracy(judged: readonly Judged[]): number {
  return (100 * judged.filter(({ odds, isSo }) => odds >= 0 === isSo).length) / Math.max(1, judged.length);
}

function rightBetween(judged: readonly Judged[], low: number, high: number): number {
  const chosen = judged.filter(({ odds }) => probabilityOf(odds) >= low && probabilityOf(odds) < high);
  return (100 * chosen.filter(({ isSo }) => isSo).length) / Math.max(1, chosen.length);
}
