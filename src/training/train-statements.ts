import { decodeModel, encodeModel } from '../language/model-file.ts';
import { openStatementModel, probabilityOf, type StatementModel } from '../reading/statements/model.ts';
import type { AnnotatedArticle } from './annotated-articles.ts';
import { type AveragedWeights, encodeSparse, scaleOf } from './averaged-weights.ts';
import { type Example, type LogisticOptions, trainLogistic } from './logistic.ts';
import { endExamples, readArticles } from './train-ends.ts';
import { reportExamples } from './train-reports.ts';
import { trustExamples } from './train-trust.ts';
import type { TrainingScore } from './trainer.ts';

const FOLDS = 5;
const NOTHING: AveragedWeights = { classes: 1, keys: new Int32Array(0), values: new Float32Array(0) };

interface Weights {
  readonly ends: AveragedWeights;
  readonly reports: AveragedWeights;
  readonly trusts: AveragedWeights;
}

/**
 * Trains the three decisions about statements, each on what the ones before it make of articles that those were not trained on, so that none learns from answers it could not have
 * had. The scores are of such articles too.
 */
export function trainStatements(annotated: readonly AnnotatedArticle[], seed: number): { readonly bytes: Uint8Array; readonly scores: readonly TrainingScore[] } {
  const articles = readArticles(annotated);
  const options = (decay: number, minimum: number): LogisticOptions => ({ seed, epochs: 12, decay, minimum });
  const parts = Array.from({ length: FOLDS }, (_, fold) => articles.filter((_article, number) => number % FOLDS === fold));
  const without = <Item>(lists: readonly (readonly Item[])[], fold: number): Item[] => lists.flatMap((list, number) => (number === fold ? [] : list));
  const endsBy = parts.map((part) => endExamples(part));
  const endsWithout = parts.map((_, fold) => trainLogistic(without(endsBy, fold), options(0.03, 3)));
  const open = (weights: Partial<Weights>): StatementModel => openStatementModel(decodeModel(encode({ ends: NOTHING, reports: NOTHING, trusts: NOTHING, ...weights })));
  const reportsBy = parts.map((part, fold) => reportExamples(part, open({ ends: endsWithout[fold] ?? NOTHING })));
  const reportsWithout = parts.map((_, fold) => trainLogistic(without(reportsBy, fold), options(0.05, 3)));
  const trustsBy = parts.map((part, fold) => trustExamples(part, open({ ends: endsWithout[fold] ?? NOTHING, reports: reportsWithout[fold] ?? NOTHING })));
  const trustsWithout = parts.map((_, fold) => trainLogistic(without(trustsBy, fold), options(0.05, 3)));
  const weights: Weights = {
    ends: trainLogistic(endsBy.flat(), options(0.03, 3)),
    reports: trainLogistic(reportsBy.flat(), options(0.05, 3)),
    trusts: trainLogistic(trustsBy.flat(), options(0.05, 3)),
  };
  const data = 'our articles, five folds';
  return {
    bytes: encode(weights),
    scores: [
      { measure: 'decisions on ends that are right', data, value: accuracy(endsBy, endsWithout) },
      { measure: 'decisions on reports that are right', data, value: accuracy(reportsBy, reportsWithout) },
      { measure: 'decisions on trust that are right', data, value: accuracy(trustsBy, trustsWithout) },
      { measure: 'right of the statements trusted at 0.85 to 0.95', data, value: rightBetween(trustsBy, trustsWithout, 0.85, 0.95) },
    ],
  };
}

function encode(weights: Weights): Uint8Array {
  const facts: Record<string, number> = {};
  const columns = new Map<string, Uint8Array>();
  for (const prefix of ['ends', 'reports', 'trusts'] as const) {
    facts[`${prefix}.scale`] = scaleOf(weights[prefix]);
    for (const [name, column] of encodeSparse(prefix, weights[prefix], 1)) columns.set(name, column);
  }
  return encodeModel('statements', facts, columns);
}

type Judged = { readonly chance: number; readonly isSo: boolean };

function judge(examplesBy: readonly (readonly Example[])[], weightsWithout: readonly AveragedWeights[]): Judged[] {
  return examplesBy.flatMap((examples, fold) => {
    const { keys, values } = weightsWithout[fold] ?? NOTHING;
    const byKey = new Map(Array.from(keys, (key, row) => [key, values[row] ?? 0]));
    return examples.map(({ features, isSo }) => ({ isSo, chance: probabilityOf(features.reduce((sum, key) => sum + (byKey.get(key) ?? 0), 0)) }));
  });
}

function accuracy(examplesBy: readonly (readonly Example[])[], weightsWithout: readonly AveragedWeights[]): number {
  const judged = judge(examplesBy, weightsWithout);
  return (100 * judged.filter(({ chance, isSo }) => chance >= 0.5 === isSo).length) / Math.max(1, judged.length);
}

function rightBetween(examplesBy: readonly (readonly Example[])[], weightsWithout: readonly AveragedWeights[], low: number, high: number): number {
  const judged = judge(examplesBy, weightsWithout).filter(({ chance }) => chance >= low && chance < high);
  return (100 * judged.filter(({ isSo }) => isSo).length) / Math.max(1, judged.length);
}
