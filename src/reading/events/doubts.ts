import type { Clause } from '../../language/clause.ts';
import { isInert } from '../lexicon/actor-nouns.ts';
import type { EventType } from '../reading.ts';
import type { Rule } from '../rule.ts';
import type { VerbPattern } from './patterns.ts';
import type { Scene } from './scene.ts';

/** A verb with what stands around it. */
export interface VerbAtWork {
  readonly token: number;
  readonly clause: Clause;
  readonly subject: number;
  /** Whom or what it is done to: its objects, or the subjects of its passive. */
  readonly objects: readonly number[];
  /** Those with all that is coordinated with them, and what they are a quantity of. */
  readonly things: readonly number[];
  /** The noun that the verb describes, in a relative clause or a participle. */
  readonly described: readonly number[];
}

type Doubt = Rule<[Scene, VerbAtWork, VerbPattern], true>;

/** Types whose verbs are also figures of speech: not with a noun for a thing that is no target. */
const LITERAL: ReadonlySet<EventType> = new Set(['ASSAULT', 'ACCIDENT', 'PROTEST', 'LEGAL', 'COERCE', 'MOBILIZE']);

/** Where a verb fits a pattern of the lexicon and yet means something else. */
export const DOUBTS: readonly Doubt[] = [
  {
    name: 'events/doubts/figure of speech',
    examples: ['He killed time at the station.', 'Markets crashed on Monday.'],
    nearMisses: ['He killed a guard at the station.'],
    apply: ({ lemma }, { subject, objects, described }, { wording, objects: wanted }) => {
      if (wanted || !LITERAL.has(wording.type)) return null;
      const [object = subject] = objects;
      const isFigure =
        isInert(lemma(object)) || (objects.length === 0 && described.some((noun) => isInert(lemma(noun))));
      return isFigure || null;
    },
  },
  {
    name: 'events/doubts/showing how',
    examples: ['The army demonstrated its power.', 'The coach rallied his players.'],
    nearMisses: ['Teachers demonstrated in Lima.'],
    apply: ({ lemma }, { token, clause }, { objects: wanted }) =>
      (!wanted &&
        clause.objects.length + clause.contents.length > 0 &&
        /^(?:demonstrate|rally|march)$/.test(lemma(token))) ||
      null,
  },
];
