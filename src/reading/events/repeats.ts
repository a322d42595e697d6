import { contains } from '../../span.ts';
import type { Entity, Event } from '../reading.ts';
import type { Trigger } from './triggers.ts';

/** How far back an event of the same sentence, or a meeting on a visit, is looked for, in events. */
const NEAR = 8;

/**
 * Events told once each: a noun and a verb of one type with the same participants in one sentence are one event, of which the first stays; a person dies once; and `the attack`, with nobody, no date and
 * no place to it, behind an event of its type is that event again. `isAnaphor` says whether an event's words are such a noun.
 */
export function withoutRepeats(found: ReadonlyMap<Trigger, Event>, isAnaphor: (event: Event, trigger: Trigger) => boolean): Event[] {
  const kept: Event[] = [];
  const nouns = new Set<Event>();
  const types = new Set<string>();
  const deaths = new Map<number, number>();
  for (const [trigger, event] of found) {
    const told = kept.findIndex(
      (other, place) =>
        place >= kept.length - NEAR && other.sentence === event.sentence && other.type === event.type && other.status === event.status && isSame(event, other, trigger.isNoun || nouns.has(other)),
    );
    if (told >= 0) {
      merge(kept, told, event);
      continue;
    }
    if (types.has(event.type) && isAnaphor(event, trigger)) continue;
    const dead = event.type === 'DEATH' && event.status === 'OCCURRED' ? event.participants.find((participant) => participant.role === 'RECIPIENT' && participant.entity !== null)?.entity : undefined;
    const known = dead === undefined || dead === null ? undefined : deaths.get(dead);
    if (known !== undefined) {
      merge(kept, known, event);
      continue;
    }
    if (dead !== undefined && dead !== null) deaths.set(dead, kept.length);
    types.add(event.type);
    if (trigger.isNoun) nouns.add(event);
    kept.push(event);
  }
  return kept.filter((event) => !nouns.has(event) || !kept.some((other) => other !== event && !nouns.has(other) && isPart(event, other)));
}

/** `An aid convoy reached the town`: a noun among the participants of an event of its type is no event of its own. */
function isPart(event: Event, other: Event): boolean {
  return other.type === event.type && other.sentence === event.sentence && other.participants.some((participant) => contains(participant.span, event.trigger));
}

/** Adds the day and the place of an event that is told again to its first telling. */
function merge(kept: Event[], place: number, event: Event): void {
  const first = kept[place];
  if (!first) return;
  const evidence = [...first.evidence, ...event.evidence].sort((left, right) => left.start - right.start || left.end - right.end);
  kept[place] = { ...first, time: first.time ?? event.time, place: first.place ?? event.place, evidence };
}

/** How many sentences behind a headline its event is looked for. */
const LEAD = 6;

/** Events of a headline that the article tells again below it, with its date and its participants, are left out of the first `headline` sentences. */
export function withoutHeadline(events: readonly Event[], headline: number): Event[] {
  const body = events.filter((event) => event.sentence >= headline && event.sentence < headline + LEAD);
  return events.filter((event) => event.sentence >= headline || !body.some((other) => other.type === event.type && other.mode === event.mode && isCompatible(event, other)));
}

/** Whether two events can be one: no named participant, place or day of the one is against the other. */
function isCompatible(event: Event, other: Event): boolean {
  const named = (of: Event): Set<number> => new Set(of.participants.flatMap((participant) => (participant.entity === null ? [] : [participant.entity])));
  const left = named(event);
  const right = named(other);
  const isSamePlace = event.place === null || other.place === null || event.place === other.place;
  return isSamePlace && (left.size === 0 || right.size === 0 || [...left].some((entity) => right.has(entity)));
}

/** Two verbs of one sentence are two events, unless the mode and the words of their trigger are the same. */
function isSame(event: Event, other: Event, hasNoun: boolean): boolean {
  return (hasNoun && (keyOf(other) === keyOf(event) || isWithin(event, other))) || (other.trigger.start === event.trigger.start && other.type === event.type);
}

function keyOf(event: Event): string {
  return event.participants
    .map((participant) => participant.entity ?? participant.span.start)
    .sort()
    .join();
}

/** A noun without participants inside the words of the event before it: `took power in a coup`. */
function isWithin(event: Event, other: Event): boolean {
  return event.participants.length === 0 && event.mode === other.mode && event.time === other.time && event.time !== null && event.place === other.place && other.trigger.end < event.trigger.start;
}

/** A meeting without a date of its own, told within a few sentences of a dated visit of the same actor, happened on that visit. */
export function inheritDates(entities: readonly Entity[], events: readonly Event[]): Event[] {
  return events.map((event, place) => {
    if (event.type !== 'CONSULT' || event.time || event.status !== 'OCCURRED') return event;
    const actors = new Set(event.participants.flatMap((participant) => (participant.entity === null || entities[participant.entity]?.type !== 'PERSON' ? [] : [participant.entity])));
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
