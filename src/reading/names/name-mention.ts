import type { EntityType } from '../reading.ts';

/** A name where it stands, with the type that the whole document speaks for. */
export interface NameMention {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
  readonly text: string;
  /** The number of the name that this one is the acronym of in brackets, or -1: `Workers’ Party (WP)`. */
  readonly acronymOf: number;
  readonly confidence: number;
}
