import type { TokenRange } from '../language/document.ts';
import type { EntityType, MentionKind } from './reading.ts';

/** A mention while coreference is still at work: `cluster` says which mentions are one entity. */
export interface DraftMention extends TokenRange {
  readonly head: number;
  readonly kind: MentionKind;
  readonly cluster: number;
}

/** An entity while coreference is still at work; its number is the cluster of its mentions. */
export interface DraftEntity {
  readonly type: EntityType;
  /** The fullest form of the name. */
  readonly name: string;
  readonly acronym: string | null;
  readonly gender: 'FEMALE' | 'MALE' | 'EITHER';
}
