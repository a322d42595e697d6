import type { TokenRange } from '../../language/document.ts';
import type { SpeechAct } from '../reading.ts';

/** How a statement was found; the ways differ in how often they are right. */
export type Way =
  | 'LEFT_QUOTE'
  | 'LEFT'
  | 'RIGHT_QUOTE'
  | 'CLAUSE'
  | 'INFINITIVE'
  | 'WHOLE'
  | 'OBJECT'
  | 'PREPOSITION'
  | 'ACCORDING'
  | 'NOUN'
  | 'COLON'
  | 'PASSIVE'
  | 'QUOTE_ALONE'
  | 'LOOSE_CLAUSE'
  | 'LOOSE_OBJECT'
  | 'LOOSE_PHRASE'
  | 'LOOSE_NOUN'
  | 'LOOSE_PASSIVE';

/** A statement in words: who the words mean is decided later. */
export interface Draft {
  readonly act: SpeechAct;
  readonly isThought: boolean;
  readonly lemma: string;
  readonly way: Way;
  readonly cue: TokenRange | null;
  /** The token that carries the cue; for a quotation without one its first token. */
  readonly head: number;
  readonly source: TokenRange | null;
  /** The noun of the source, or -1. */
  readonly sourceHead: number;
  readonly content: readonly TokenRange[];
  /** The noun of the addressee, or -1. */
  readonly addressee: number;
  /** The words of the medium. */
  readonly via: TokenRange | null;
  readonly isNegated: boolean;
}

/** What a draft has unless it is told: no source, nobody spoken to, and speech that is not denied. */
const UNTOLD = { isThought: false, source: null, sourceHead: -1, addressee: -1, via: null, isNegated: false };

export function makeDraft(told: Omit<Draft, keyof typeof UNTOLD> & Partial<Draft>): Draft {
  return { ...UNTOLD, ...told };
}
