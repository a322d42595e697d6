import type { TokenRange } from '../../language/document.ts';
import type { MentionKind } from '../reading.ts';

/** A mention while coreference is still at work: `cluster` says which mentions are one entity. */
export interface DraftMention extends TokenRange {
  readonly head: number;
  readonly kind: MentionKind;
  readonly cluster: number;
}
