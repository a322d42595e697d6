import { LinearModel } from '../../language/classifiers/linear-model.ts';
import { type ModelFile, readModelFile } from '../../language/classifiers/model-file.ts';
import type { FeatureList } from './feature-list.ts';

/** A yes-or-no decision learned from the annotated articles. */
export interface Decision {
  /** The log odds of yes. */
  weigh(features: FeatureList): number;
}

/** What was learned about statements. */
export interface StatementModel {
  /** Whether a content ends before a token. */
  readonly ends: Decision;
  /** Whether the article reports a draft as a statement, with these words. */
  readonly reports: Decision;
  /** Whether content and source are both right. */
  readonly trusts: Decision;
}

let loaded: StatementModel | undefined;

/** The decisions as trained. Loaded once. */
export function loadStatementModel(): StatementModel {
  loaded ??= openStatementModel(readModelFile('statements'));
  return loaded;
}

/** Makes the decisions of their file. */
export function openStatementModel(file: ModelFile): StatementModel {
  return {
    ends: openDecision(file, 'ends'),
    reports: openDecision(file, 'reports'),
    trusts: calibrated(
      openDecision(file, 'trusts'),
      Number(file.facts['trusts.slope']),
      Number(file.facts['trusts.offset']),
    ),
  };
}

function openDecision(file: ModelFile, prefix: string): Decision {
  const linear = LinearModel.from(file, prefix, 1);
  const scale = Number(file.facts[`${prefix}.scale`]);
  const scores = new Int32Array(1);
  return {
    weigh(features) {
      linear.score(features.hashes, features.count, scores);
      return (scores[0] ?? 0) / scale;
    },
  };
}

/** A decision whose log odds are drawn in to what came true. */
function calibrated(decision: Decision, slope: number, offset: number): Decision {
  return { weigh: (features) => decision.weigh(features) * slope + offset };
}

/** The probability that log odds stand for. */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}
