import { spanOf, tokensOf } from '../../language/ranges.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import type { Event, EventParticipant, EventType, SpeechAct, Statement } from '../reading.ts';
import { subjectsOf } from './arguments.ts';
import { isSomebody, nounPhrase } from './participants.ts';
import type { Scene } from './scene.ts';
import { summarise } from './summary.ts';
import type { Trigger } from './triggers.ts';

/** Acts that bind whoever performs them to what they say; to promise and to threaten are events by their own words. */
const BINDING: ReadonlySet<SpeechAct> = new Set([
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
 * The event that somebody performs by saying what an event's words say, or null: to say that one will help is to
 * promise it (AGREE), that one will do harm to threaten with it (THREATEN), that one will not do what is asked to
 * refuse it (REJECT). Only where the speaker and who would act are the same (PLOVER codes such announcements so); the
 * event itself stands beside it as PLANNED or DENIED.
 */
export function performedBy(scene: Scene, trigger: Trigger, event: Event, statement: Statement | null): Event | null {
  const { document } = scene;
  if (
    !statement?.source ||
    trigger.isNoun ||
    !BINDING.has(statement.act) ||
    statement.negated ||
    !isOwnDeed(scene, event, statement)
  )
    return null;
  const isRefused =
    event.status === 'DENIED' &&
    /^(?:will|would|wo)$/i.test(tokenText(document, scene.tree.childBy(trigger.token, 'aux')));
  const type = isRefused
    ? 'REJECT'
    : !isIntended(scene, trigger, event)
      ? null
      : HELPFUL.has(event.type)
        ? 'AGREE'
        : HARMFUL.has(event.type)
          ? 'THREATEN'
          : null;
  if (type === null || type === event.type) return null;
  return {
    ...event,
    type,
    mode: null,
    status: 'OCCURRED',
    time: statement.time,
    place: null,
    participants: event.participants.map((participant) => ({ ...participant })),
  };
}

/** `will`, `is prepared to`, `is willing to`. */
function isIntended({ document }: Scene, trigger: Trigger, event: Event): boolean {
  const above = document.tokens.lemmas[document.tokens.heads[trigger.token] ?? -1] ?? '';
  return (
    event.status === 'PLANNED' ||
    (event.status === 'HYPOTHETICAL' && /^(?:willing|ready|prepared|prepare)$/.test(above))
  );
}

/**
 * Whether whoever speaks speaks of themselves: the actor of the event is a speaker, or a pronoun that the unnamed
 * source is meant by.
 */
function isOwnDeed({ document }: Scene, event: Event, statement: Statement): boolean {
  return event.participants.some(({ role, entity, span }) => {
    if (role !== 'ACTOR') return false;
    if (entity !== null) return statement.speakers.includes(entity);
    return statement.speakers.length === 0 && /^(?:they|we|it)$/i.test(document.text.slice(span.start, span.end));
  });
}

/**
 * The demands among statements: somebody says that somebody else must do something (`Russia said that Sudan must return
 * the helicopter`). `told` holds the sentences where a request is told already.
 */
export function findDemands(scene: Scene, statements: readonly Statement[], told: ReadonlySet<number>): Event[] {
  const { document, tree, index } = scene;
  return statements.flatMap((statement, number): Event[] => {
    if (
      !statement.source ||
      !statement.cue ||
      statement.kind === 'DIRECT' ||
      told.has(statement.sentence) ||
      !BINDING.has(statement.act)
    )
      return [];
    const must = findMust(scene, statement);
    if (must < 0) return [];
    const verb = isRelation(relation(document, must), 'aux') ? (document.tokens.heads[must] ?? must) : must;
    const subject = subjectsOf(scene, verb)[0] ?? -1;
    if (subject < 0 || pennTag(document, subject) === 'PRP' || tree.childBy(verb, 'aux:pass') >= 0) return [];
    const entity = index.entityAt(subject);
    if (entity >= 0 && statement.speakers.includes(entity)) return [];
    const recipient: EventParticipant = {
      role: 'RECIPIENT',
      entity: entity >= 0 ? entity : null,
      span: spanOf(document, nounPhrase(document, tree, subject)),
    };
    if (entity < 0 && !isSomebody(document, recipient)) return [];
    const actors = actorsOf(scene, statement);
    const span = spanOf(document, { first: must, last: Math.max(must, verb) });
    if (actors.length === 0) return [];
    const trigger: Trigger = {
      token: verb,
      first: must,
      last: Math.max(must, verb),
      wording: REQUEST,
      isNoun: false,
      carrier: -1,
    };
    return [
      {
        type: 'REQUEST',
        mode: null,
        status: 'OCCURRED',
        summary: `${actors.map((actor) => index.entities[actor.entity ?? -1]?.name ?? document.text.slice(actor.span.start, actor.span.end)).join(' and ')}: ${summarise(scene, trigger, null)}`,
        trigger: span,
        participants: [...actors, recipient],
        time: statement.time,
        place: null,
        statement: number,
        evidence: [statement.source, statement.cue, span].sort((left, right) => left.start - right.start),
        sentence: statement.sentence,
        confidence: 0.7,
      },
    ];
  });
}

const REQUEST: Trigger['wording'] = {
  type: 'REQUEST',
  roles: 'ACTS_ON',
  verbs: '',
  nouns: '',
  examples: [],
  nearMisses: [],
};

/** How far into what is said its `must` may stand, in tokens. */
const FARTHEST = 100;

/**
 * The first `must` of what is said, in its first part; -1 where there is none, or where it stands in a clause of its
 * own or far behind.
 */
function findMust({ document, musts }: Scene, statement: Statement): number {
  const [part] = statement.content;
  if (!part) return -1;
  const { first, last } = tokensOf(document, part);
  let low = 0;
  let high = musts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((musts[middle] ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const must = musts[low] ?? last + 1;
  if (must > Math.min(last, first + FARTHEST)) return -1;
  for (let token = first; token < must; token += 1)
    if (/^(?:who|which|if|because|when|while|;)$/i.test(tokenText(document, token))) return -1;
  return must;
}

/** Who makes a statement: its speakers by name, or its source as text. */
function actorsOf({ index }: Scene, statement: Statement): EventParticipant[] {
  const { source } = statement;
  if (!source) return [];
  const named = statement.speakers.flatMap((entity) =>
    index.entities[entity] ? [{ role: 'ACTOR' as const, entity, span: source }] : [],
  );
  return named.length > 0 ? named : [{ role: 'ACTOR', entity: null, span: source }];
}
