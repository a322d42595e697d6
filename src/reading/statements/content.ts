import type { TokenRange } from '../../language/document.ts';
import type { ReportingVerb } from '../lexicon/speech-acts.ts';

/** What a cue reports. */
export interface Content {
  readonly parts: readonly TokenRange[];
  readonly reading: ReportingVerb;
  /** The noun of the addressee, or -1. */
  readonly addressee: number;
  /** How the content was found: the ways differ in how often they are right. */
  readonly way:
    | 'LEFT_QUOTE'
    | 'LEFT'
    | 'RIGHT_QUOTE'
    | 'CLAUSE'
    | 'INFINITIVE'
    | 'WHOLE'
    | 'OBJECT'
    | 'PREPOSITION'
    | 'LOOSE_CLAUSE'
    | 'LOOSE_OBJECT'
    | 'LOOSE_PHRASE';
}
