import type { Grammar } from '../../language/grammar.ts';
import type { TokenMention } from './mention.ts';
import type { QuotedSpeakers } from './quoted-speakers.ts';
import type { Referent } from './referent.ts';
import type { Recent } from './salience.ts';

export type KnownGender = 'FEMALE' | 'MALE';

/** What pronouns and descriptions are read with, while the walk through the text is at one of them. */
export interface AnaphoraContext extends Grammar {
  /** The mentions by name, in text order. */
  readonly names: readonly TokenMention[];
  /** The number of the first of them that begins at or after the place of the walk. */
  readonly nextName: number;
  readonly referents: readonly Referent[];
  /** What was mentioned before. */
  readonly recent: Recent;
  readonly speakers: QuotedSpeakers;
  /** The gender that earlier pronouns gave to people whose names do not tell it. */
  readonly inferred: ReadonlyMap<number, KnownGender>;
}
