import type { TokenRange } from '../../language/document.ts';
import type { ReportingVerb } from '../lexicon/speech-acts.ts';
import type { Way } from './draft.ts';

/** What a cue reports. */
export interface Content {
  readonly parts: readonly TokenRange[];
  readonly reading: ReportingVerb;
  /** The noun of the addressee, or -1. */
  readonly addressee: number;
  /** How the content was found: the ways differ in how often they are right. */
  readonly way: Exclude<
    Way,
    'ACCORDING' | 'NOUN' | 'COLON' | 'PASSIVE' | 'QUOTE_ALONE' | 'LOOSE_NOUN' | 'LOOSE_PASSIVE'
  >;
}
