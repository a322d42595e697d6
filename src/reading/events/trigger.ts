import type { EventWording } from '../lexicon/event-types.ts';
import type { ParticipantRole } from '../reading.ts';

/** A word that says that something of a type happens. */
export interface Trigger {
  /** The verb, or the noun. */
  readonly token: number;
  /** The words that name the event: `launched … operation` goes from the verb to the noun. */
  readonly first: number;
  readonly last: number;
  readonly wording: EventWording;
  readonly isNoun: boolean;
  /** The noun that a verb pattern names (`talks` of `held talks`), which is therefore no participant; or -1. */
  readonly carrier: number;
}

/** A noun that the grammar of a trigger gives a part, without what is coordinated with it. */
export interface Role {
  readonly role: ParticipantRole;
  readonly head: number;
  /** After a preposition: `an attack on the town`. */
  readonly isOblique: boolean;
}
