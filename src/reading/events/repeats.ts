import { contains } from '../../span.ts';
import type { Event } from '../reading.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

/** An event with the trigger that tells it, and those that tell it again. */
interface Told {
  readonly event: Event;
  readonly trigger: Trigger;
  readonly again: Event[];
}

/** What has been told so far, in text order. */
interface Story {
  readonly told: Told[];
  /** The last event of each type. */
  readonly byType: Map<string, Told>;
  /** Whose death has been told, by entity. */
  readonly deaths: Map<number, Told>;
}

/** Events told once each, the first telling with the day, the place and the evidence of the others. */
export function withoutRepeats(scene: Scene, found: ReadonlyMap<Trigger, Event>): Event[] {
  const story: Story = { told: [], byType: new Map(), deaths: new Map() };
  for (const [trigger, event] of found) {
    const told: Told = { event, trigger, again: [] };
    const first = applyFirst(REPEATS, scene.ledger, scene, told, story);
    if (first) {
      // `the attack` adds nothing but that it is spoken of.
      if (event.participants.length > 0 || event.time || event.place !== null) first.again.push(event);
      continue;
    }
    story.told.push(told);
    story.byType.set(event.type, told);
    const dead = deadIn(event);
    if (dead !== null) story.deaths.set(dead, told);
  }
  return withoutParts(story.told).map(joined);
}

function joined({ event, again }: Told): Event {
  if (again.length === 0) return event;
  const tellings = [event, ...again];
  return {
    ...event,
    time: tellings.find(({ time }) => time)?.time ?? null,
    place: tellings.find(({ place }) => place !== null)?.place ?? null,
    evidence: tellings
      .flatMap(({ evidence }) => evidence)
      .sort((left, right) => left.start - right.start || left.end - right.end),
  };
}

/** How far back an event of the same sentence is looked for, in events. */
const NEAR = 8;

/** The earlier telling of an event, or null. */
export const REPEATS: readonly Rule<[Scene, Told, Story], Told>[] = [
  {
    name: 'events/repeats/noun and verb',
    examples: ['The army seized power on Monday in a coup.', 'Students protested on Monday in a demonstration.'],
    nearMisses: ['The army attacked the town, and rebels attacked the port.'],
    apply: (_, told, { told: before }) =>
      before
        .slice(-NEAR)
        .find(
          (other) =>
            other.event.sentence === told.event.sentence &&
            other.event.type === told.event.type &&
            other.event.status === told.event.status &&
            isSame(told, other),
        ) ?? null,
  },
  {
    name: 'events/repeats/the attack again',
    examples: [
      'Rebels attacked the town on Sunday. France condemned the attack.',
      'An earthquake hit the island on Friday. The quake killed nine people.',
    ],
    nearMisses: ['Rebels attacked the town on Sunday. An attack followed.'],
    apply: ({ phrases, word }, { event, trigger }, { byType }) => {
      const first = byType.get(event.type);
      if (!first || !trigger.isNoun) return null;
      const { determiner, owner } = phrases.at(trigger.token);
      const isPlain = !event.time && event.place === null && event.participants.length === 0;
      const isDefinite = /^(?:the|this|that|these|those|his|her|its|their)$/.test(
        word(determiner >= 0 ? determiner : owner),
      );
      return isPlain && isDefinite ? first : null;
    },
  },
  {
    name: 'events/repeats/a person dies once',
    examples: [
      'Ida Berg has died in Oslo. Berg died on Monday.',
      'Jan Mraz died in May. Friends said that Mraz died at home.',
    ],
    nearMisses: ['Ida Berg has died. Jan Mraz died on Monday.'],
    apply: (_, { event }, { deaths }) => deaths.get(deadIn(event) ?? -1) ?? null,
  },
];

function deadIn({ type, status, participants }: Event): number | null {
  if (type !== 'DEATH' || status !== 'OCCURRED') return null;
  return participants.find(({ role, entity }) => role === 'RECIPIENT' && entity !== null)?.entity ?? null;
}

/**
 * A noun and a verb with the same participants, or a noun without any after the verb of the same date (`took power in a
 * coup`). Two verbs of one sentence are two events.
 */
function isSame(told: Told, other: Told): boolean {
  if (!told.trigger.isNoun && !other.trigger.isNoun) return false;
  const { event } = told;
  const first = other.event;
  const isWithin =
    event.participants.length === 0 &&
    (event.mode === null || event.mode === first.mode) &&
    event.time !== null &&
    event.time === first.time &&
    event.place === first.place;
  return isWithin || partiesOf(event) === partiesOf(first);
}

function partiesOf({ participants }: Event): string {
  return participants
    .map(({ entity, span }) => entity ?? span.start)
    .sort()
    .join();
}

/** `An aid convoy reached the town`: a noun among the participants of an event of its type is no event of its own. */
function withoutParts(told: readonly Told[]): Told[] {
  return told.filter(({ event, trigger }, place) => {
    if (!trigger.isNoun) return true;
    const near = [...told.slice(Math.max(0, place - NEAR), place), ...told.slice(place + 1, place + NEAR)];
    return !near.some(
      (other) =>
        !other.trigger.isNoun &&
        other.event.sentence === event.sentence &&
        other.event.type === event.type &&
        other.event.participants.some(({ span }) => contains(span, event.trigger)),
    );
  });
}
