import type { Event, EventType, SpeechAct, Statement } from '../reading.ts';
import { applyFirst, type Rule } from '../rule.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

/** Acts that bind whoever performs them to what they say; to promise and to threaten are events by their own words. */
export const BINDING: ReadonlySet<SpeechAct> = new Set([
  'SAY',
  'ANNOUNCE',
  'CONFIRM',
  'REPORT',
  'WARN',
  'CLAIM',
  'ADMIT',
  'ARGUE',
  'FIND',
]);

/** What somebody who says that they will do it promises, and what they threaten with. */
const HELPFUL: ReadonlySet<EventType> = new Set(['AID', 'COOPERATE', 'RETREAT', 'CONCEDE', 'SUPPORT']);
const HARMFUL: ReadonlySet<EventType> = new Set(['SANCTION', 'COERCE', 'ASSAULT', 'PROTEST']);

/**
 * The event that somebody performs by saying what an event’s words say, or null. Only where the speaker and who would
 * act are the same (PLOVER codes such announcements so); the event itself stands beside it as PLANNED or DENIED.
 */
export function performedBy(scene: Scene, trigger: Trigger, event: Event): Event | null {
  const statement = scene.statements[event.statement ?? -1];
  if (!statement?.source || trigger.isNoun || !BINDING.has(statement.act) || statement.negated) return null;
  if (!isOwnDeed(scene, event, statement)) return null;
  const type = applyFirst(PERFORMED, scene.ledger, scene, trigger, event);
  if (type === null || type === event.type) return null;
  const participants = event.participants.map((participant) => ({ ...participant }));
  return { ...event, type, mode: null, status: 'OCCURRED', time: statement.time, place: null, participants };
}

/** What it is to say that one will do something, or will not. */
export const PERFORMED: readonly Rule<[Scene, Trigger, Event], EventType>[] = [
  {
    name: 'events/performed/refusal',
    examples: ['Oman said it would not withdraw its troops from Chad.', 'Syria said it will not send aid to Chad.'],
    nearMisses: ['Oman said it did not withdraw its troops from Chad.'],
    apply: ({ clauses }, { token }, { status }) => {
      const { tense, modality } = clauses.at(token);
      return status === 'DENIED' && (tense === 'FUTURE' || modality === 'WOULD') ? 'REJECT' : null;
    },
  },
  {
    name: 'events/performed/promise',
    examples: [
      'Oman said it was prepared to withdraw its soldiers.',
      'Oman said it would send monitors to the border.',
    ],
    nearMisses: ['Oman said it had sent monitors to the border.'],
    apply: (scene, trigger, event) => (HELPFUL.has(event.type) && isIntended(scene, trigger, event) ? 'AGREE' : null),
  },
  {
    name: 'events/performed/threat',
    examples: ['Oman said it would impose sanctions on Chad.', 'Syria said it will attack Chad.'],
    nearMisses: ['Oman said it had imposed sanctions on Chad.'],
    apply: (scene, trigger, event) =>
      HARMFUL.has(event.type) && isIntended(scene, trigger, event) ? 'THREATEN' : null,
  },
];

/** `will`, `is prepared to`, `is willing to`. */
function isIntended({ clauses, lemma }: Scene, { token }: Trigger, { status }: Event): boolean {
  const isWilling = /^(?:willing|ready|prepared|prepare)$/.test(lemma(clauses.at(token).governor));
  return status === 'PLANNED' || (status === 'HYPOTHETICAL' && isWilling);
}

/** Whether the actor of an event is a speaker, or a pronoun that the unnamed source is meant by. */
function isOwnDeed({ document }: Scene, event: Event, { speakers }: Statement): boolean {
  return event.participants.some(({ role, entity, span }) => {
    if (role !== 'ACTOR') return false;
    if (entity !== null) return speakers.includes(entity);
    return speakers.length === 0 && /^(?:they|we|it)$/i.test(document.text.slice(span.start, span.end));
  });
}
