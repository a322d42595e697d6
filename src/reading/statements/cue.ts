import type { TokenRange } from '../../language/document.ts';
import type { ReportingNoun, ReportingVerb } from '../lexicon/speech-acts.ts';

interface CueBase {
  /** The words that report. */
  readonly range: TokenRange;
  /** The token that carries it: the verb, the noun, `according`, the colon. */
  readonly head: number;
}

/** A verb that may report something. */
export interface VerbCue extends CueBase {
  readonly kind: 'VERB';
  readonly readings: readonly ReportingVerb[];
  readonly isPassive: boolean;
  readonly isNegated: boolean;
  /** The verb whose arguments count: `quoted` of `was quoted as saying`; the verb itself otherwise. */
  readonly verb: number;
}

export interface NounCue extends CueBase {
  readonly kind: 'NOUN';
  readonly report: NounReport;
}

export interface AccordingCue extends CueBase {
  readonly kind: 'ACCORDING';
}

export interface ColonCue extends CueBase {
  readonly kind: 'COLON';
}

export type Cue = VerbCue | NounCue | AccordingCue | ColonCue;

/**
 * What a noun reports: `her claim that …`, `a warning by the ministry that …`, `made a promise to …`, `the union’s
 * calls for …`.
 */
export interface NounReport {
  readonly noun: ReportingNoun;
  /** The words that report: the noun, with the verb that does no more than utter it. */
  readonly cue: TokenRange;
  readonly source: TokenRange | null;
  /** The noun of the source, or -1. */
  readonly sourceHead: number;
  readonly content: TokenRange;
}
