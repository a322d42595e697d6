import { contains, type Span } from '../../span.ts';
import type { Entity, Event } from '../reading.ts';
import { groupBy } from './groups.ts';
import type { Trigger } from './triggers.ts';

/** How far back an event of the same sentence, or a meeting on a visit, is looked for, in events. */
const NEAR = 8;

/**
 * Events told once each, the first telling with the day, the place and the evidence of the others: a noun and a verb of
 * one type with the same participants in one sentence are one event, of which the first stays; a person dies once; and
 * `the attack`, with nobody, no date and no place to it, behind an event of its type is that event again. `isAnaphor`
 * says whether an event's words are such a noun.
 */
export function withoutRepeats(
  found: ReadonlyMap<Trigger, Event>,
  isAnaphor: (event: Event, trigger: Trigger) => boolean,
): Event[] {
  const kept: Event[] = [];
  const nouns = new Set<Event>();
  const types = new Set<string>();
  const deaths = new Map<number, number>();
  const evidence = new Map<number, Span[]>();
  const merge = (place: number, event: Event): void => {
    const first = kept[place];
    if (!first) return;
    kept[place] = { ...first, time: first.time ?? event.time, place: first.place ?? event.place };
    const added = evidence.get(place);
    if (added) added.push(...event.evidence);
    else evidence.set(place, [...event.evidence]);
  };
  for (const [trigger, event] of found) {
    const told = placeOfTold(kept, event, (other) => trigger.isNoun || nouns.has(other));
    if (told >= 0) {
      merge(told, event);
      continue;
    }
    if (types.has(event.type) && isAnaphor(event, trigger)) continue;
    const dead =
      event.type === 'DEATH' && event.status === 'OCCURRED'
        ? event.participants.find((participant) => participant.role === 'RECIPIENT' && participant.entity !== null)
            ?.entity
        : undefined;
    const known = dead === undefined || dead === null ? undefined : deaths.get(dead);
    if (known !== undefined) {
      merge(known, event);
      continue;
    }
    if (dead !== undefined && dead !== null) deaths.set(dead, kept.length);
    types.add(event.type);
    if (trigger.isNoun) nouns.add(event);
    kept.push(event);
  }
  for (const [place, added] of evidence) {
    const first = kept[place];
    if (first)
      kept[place] = {
        ...first,
        evidence: [...first.evidence, ...added].sort((left, right) => left.start - right.start || left.end - right.end),
      };
  }
  const told = groupBy(
    kept.filter((event) => !nouns.has(event)),
    (event) => event.sentence,
  );
  return kept.filter(
    (event) => !nouns.has(event) || !(told.get(event.sentence) ?? []).some((other) => isPart(event, other)),
  );
}

/** The place of the event, among the last few that were kept, that an event tells again; -1 where it tells none. */
function placeOfTold(kept: readonly Event[], event: Event, hasNoun: (other: Event) => boolean): number {
  for (let place = Math.max(0, kept.length - NEAR); place < kept.length; place += 1) {
    const other = kept[place];
    if (
      other &&
      other.sentence === event.sentence &&
      other.type === event.type &&
      other.status === event.status &&
      isSame(event, other, hasNoun(other))
    )
      return place;
  }
  return -1;
}

/** `An aid convoy reached the town`: a noun among the participants of an event of its type is no event of its own. */
function isPart(event: Event, other: Event): boolean {
  return (
    other.type === event.type && other.participants.some((participant) => contains(participant.span, event.trigger))
  );
}

/** How many sentences behind a headline its event is looked for. */
const LEAD = 6;

/**
 * Events of a headline that the article tells again below it, with its date and its participants, are left out of the
 * first `headline` sentences.
 */
export function withoutHeadline(events: readonly Event[], headline: number): Event[] {
  const body = groupBy(
    events
      .filter((event) => event.sentence >= headline && event.sentence < headline + LEAD)
      .map((event) => ({ event, named: namedIn(event) })),
    ({ event }) => `${event.type} ${event.mode}`,
  );
  return events.filter(
    (event) =>
      event.sentence >= headline ||
      !(body.get(`${event.type} ${event.mode}`) ?? []).some((other) => isCompatible(event, other.event, other.named)),
  );
}

function namedIn(event: Event): ReadonlySet<number> {
  return new Set(
    event.participants.flatMap((participant) => (participant.entity === null ? [] : [participant.entity])),
  );
}

/** Whether two events can be one: no named participant, place or day of the one is against the other. */
function isCompatible(event: Event, other: Event, named: ReadonlySet<number>): boolean {
  if (event.place !== null && other.place !== null && event.place !== other.place) return false;
  return (
    named.size === 0 ||
    event.participants.every(({ entity }) => entity === null) ||
    event.participants.some(({ entity }) => entity !== null && named.has(entity))
  );
}

/** Two verbs of one sentence are two events, unless the mode and the words of their trigger are the same. */
function isSame(event: Event, other: Event, hasNoun: boolean): boolean {
  return (
    (hasNoun && (keyOf(other) === keyOf(event) || isWithin(event, other))) ||
    (other.trigger.start === event.trigger.start && other.type === event.type)
  );
}

function keyOf(event: Event): string {
  return event.participants
    .map((participant) => participant.entity ?? participant.span.start)
    .sort()
    .join();
}

/** A noun without participants inside the words of the event before it: `took power in a coup`. */
function isWithin(event: Event, other: Event): boolean {
  return (
    event.participants.length === 0 &&
    event.mode === other.mode &&
    event.time === other.time &&
    event.time !== null &&
    event.place === other.place &&
    other.trigger.end < event.trigger.start
  );
}

/**
 * A meeting without a date of its own, told within a few sentences of a dated visit of the same actor, happened on that
 * visit.
 */
export function inheritDates(entities: readonly Entity[], events: readonly Event[]): Event[] {
  return events.map((event, place) => {
    if (event.type !== 'CONSULT' || event.time || event.status !== 'OCCURRED') return event;
    const actors = new Set(
      event.participants.flatMap((participant) =>
        participant.entity === null || entities[participant.entity]?.type !== 'PERSON' ? [] : [participant.entity],
      ),
    );
    const visit = events
      .slice(Math.max(0, place - NEAR), place + NEAR)
      .find(
        (other) =>
          other.mode === 'visit' &&
          other.status === 'OCCURRED' &&
          other.time &&
          Math.abs(other.sentence - event.sentence) <= 4 &&
          other.participants.some((participant) => participant.entity !== null && actors.has(participant.entity)),
      );
    return visit ? { ...event, time: visit.time, place: event.place ?? visit.place } : event;
  });
}
