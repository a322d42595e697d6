import { rangeHolding, spanOf, tokensOf } from '../../language/ranges.ts';
import { contains, type Span } from '../../span.ts';
import { OFFICES } from '../lexicon/offices.ts';
import { VISITORS } from '../lexicon/event-words.ts';
import type { Event, EventParticipant, EventType, TimeReference } from '../reading.ts';
import { findParticipants, isSomebody } from './participants.ts';
import { placeOf } from './place.ts';
import type { Scene } from './scene.ts';
import { decideStatus } from './stated.ts';
import { summarise } from './summary.ts';
import { isAhead, timeOf } from './time.ts';
import type { Trigger } from './trigger.ts';

/** Types that happen whether or not the article names who takes part. */
const ANONYMOUS: ReadonlySet<EventType> = new Set([
  'PROTEST',
  'ASSAULT',
  'COERCE',
  'ACCIDENT',
  'DISASTER',
  'DEATH',
  'ELECTION',
  'LEGAL',
  'MOBILIZE',
]);

/** Verbal types: the words that name them are often the cue of the statement that performs them. */
const VERBAL: ReadonlySet<EventType> = new Set([
  'AGREE',
  'SUPPORT',
  'CONCEDE',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
]);

/** The event of a trigger, or null where too little stands around it. */
export function makeEvent(scene: Scene, trigger: Trigger): Event | null {
  const { document, statements, published } = scene;
  const { type, mode = null } = trigger.wording;
  const participants = findParticipants(scene, trigger);
  const time = timeOf(scene, trigger);
  const place = placeOf(scene, trigger);
  if (!hasSubstance(scene, trigger, participants, time !== null, place !== null)) return null;
  const span = spanOf(document, trigger);
  const sentence = Math.max(0, rangeHolding(document.sentences, trigger.token));
  // `he protested that …` is a protest in words.
  const canBeSaid = type === 'PROTEST' && scene.lemma(trigger.token) === 'protest' && !trigger.isNoun;
  const cued = VERBAL.has(type) || canBeSaid ? scene.cuedAt(trigger.token) : -1;
  const told = cued >= 0 ? cued : scene.saidAt(trigger.token);
  const said = cued >= 0 ? undefined : statements[told];
  const content = said?.content.find((part) => contains(part, { start: span.start, end: span.start })) ?? null;
  const isInWords = canBeSaid && cued >= 0;
  const stated = decideStatus(scene, trigger, said ?? null);
  const isDone = stated === 'OCCURRED' || stated === 'ONGOING';
  const status = isDone && isAhead(time, published) ? 'PLANNED' : stated;
  return {
    type: isInWords ? 'ACCUSE' : type,
    mode: isInWords ? 'disapprove' : mode,
    status,
    summary: summarise(scene, trigger, content),
    trigger: span,
    participants,
    time,
    place,
    statement: told >= 0 ? told : null,
    evidence: evidenceOf(span, participants, time),
    sentence,
    confidence: confidenceOf(trigger, participants, time !== null),
  };
}

/** Whether somebody, a date or a place makes a trigger more than a word in passing. */
function hasSubstance(
  scene: Scene,
  trigger: Trigger,
  participants: readonly EventParticipant[],
  hasTime: boolean,
  hasPlace: boolean,
): boolean {
  const { phrases, clauses } = scene;
  const { token, carrier, isNoun, wording } = trigger;
  const { role, governor } = phrases.at(token);
  const isDone = participants.some((one) => one.entity !== null || isSomebody(scene, one));
  if (isNoun) {
    // `Floods killed nine people`: subject or object of a verb, no title or figure of speech standing alone.
    const isArgument = /SUBJECT$|^OBJECT|^AGENT|^OBLIQUE/.test(role) && scene.tag(governor).startsWith('VB');
    return isDone || hasTime || hasPlace || (ANONYMOUS.has(wording.type) && isArgument);
  }
  if (wording.mode === 'visit') return isVisit(scene, participants);
  const isPassive = clauses.at(token).voice === 'PASSIVE';
  return (
    isDone ||
    hasPlace ||
    (isPassive && (carrier >= 0 || (wording.type === 'LEGAL' && clauses.subjectsOf(token).heads.length > 0))) ||
    (ANONYMOUS.has(wording.type) && (participants.length > 0 || carrier >= 0))
  );
}

/** Whether somebody comes to see somebody: a person or an organisation by name, or those whose office it is. */
function isVisit({ document, index, entityAt, lemma }: Scene, participants: readonly EventParticipant[]): boolean {
  return participants.some(({ entity, span }) => {
    const { last } = tokensOf(document, span);
    if (entity === null) return VISITORS.words.has(lemma(last)) || OFFICES.has(lemma(last));
    return index.entityAt(last) === entity && entityAt(last)?.type !== 'PLACE';
  });
}

function evidenceOf(trigger: Span, participants: readonly EventParticipant[], time: TimeReference | null): Span[] {
  const spans = [trigger, ...participants.map((participant) => participant.span), ...(time ? [time.span] : [])];
  const unique = new Map(spans.map((span) => [`${span.start}:${span.end}`, span]));
  return [...unique.values()].sort((left, right) => left.start - right.start || left.end - right.end);
}

/**
 * A verb with its object says more surely than a noun that something happened, and participants that resolve more
 * surely still.
 */
function confidenceOf(
  { isNoun, carrier }: Trigger,
  participants: readonly EventParticipant[],
  isDated: boolean,
): number {
  const resolved = participants.filter(({ entity }) => entity !== null).length;
  const base = isNoun ? 0.55 : carrier >= 0 ? 0.75 : 0.65;
  return Math.min(0.95, base + Math.min(resolved, 2) * 0.1 + (isDated ? 0.05 : 0));
}
