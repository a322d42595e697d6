import type { StatementKind } from '../reading.ts';
import type { Draft, Way } from './drafts.ts';

/** How far each way of finding a statement is trusted: a ranking set by judgement, not yet calibrated on held-out articles. */
const TRUST: Readonly<Record<Way, number>> = {
  LEFT_QUOTE: 0.93,
  RIGHT_QUOTE: 0.88,
  CLAUSE: 0.8,
  LEFT: 0.85,
  INFINITIVE: 0.65,
  WHOLE: 0.55,
  OBJECT: 0.45,
  PREPOSITION: 0.5,
  ACCORDING: 0.8,
  NOUN: 0.5,
  COLON: 0.6,
  PASSIVE: 0.5,
  QUOTE_ALONE: 0.7,
};

/** How sure a statement is, 0 to 1: by the way it was found, a little less where nobody is named, and less for thoughts. */
export function confidenceOf(draft: Draft, kind: StatementKind, hasSpeaker: boolean): number {
  const share = TRUST[draft.way] - (draft.isThought ? 0.1 : 0) - (hasSpeaker || kind === 'INDIRECT' ? 0 : 0.05);
  return Math.round(Math.max(0.2, Math.min(0.97, share)) * 100) / 100;
}
