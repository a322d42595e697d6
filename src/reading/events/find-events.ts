import type { Grammar } from '../../language/grammar.ts';
import type { Ledger } from '../rule.ts';
import type { Document } from '../../language/document.ts';
import { rangeHolding, spanOf, tokensOf } from '../../language/ranges.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import { contains, type Span } from '../../span.ts';
import { OFFICES } from '../lexicon/offices.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import type { Event, EventParticipant, EventType, Statement, TimeReference } from '../reading.ts';
import { type Asserted, assertedAt, assertedBySentence } from './asserting.ts';
import { isPassive } from './arguments.ts';
import { groupBy } from './groups.ts';
import { findParticipants, isSomebody } from './participants.ts';
import { findDemands, performedBy } from './performed.ts';
import { placeOf, timeOf } from './placing.ts';
import { type Scene, setScene } from './scene.ts';
import { contentOf, modeByContent, settleSenses } from './senses.ts';
import { inheritDates, withoutHeadline, withoutRepeats } from './repeats.ts';
import { decideStatus } from './status.ts';
import { summarise } from './summary.ts';
import { findTriggers, type Trigger } from './triggers.ts';

/** What the steps before this one have found. */
export interface EventContext extends Grammar {
  readonly tree: Tree;
  readonly ledger: Ledger;
  readonly index: MentionIndex;
  readonly times: readonly TimeReference[];
  readonly statements: readonly Statement[];
  /** The day the article appeared, `YYYY-MM-DD`, or null. */
  readonly published: string | null;
}

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

/**
 * What happened, in text order: every trigger of the event lexicon that stands in a real use and is more than the
 * purpose of another (`marched to protest`), with its status, participants, time and place, and the statement that says
 * so where the article itself does not. Pure: the same input gives the same events.
 */
export function findEvents(context: EventContext): Event[] {
  const { document, tree, index, statements } = context;
  const { entities } = index;
  const scene = setScene(context);
  const asserted = assertedBySentence(document, statements);
  const triggers = settleSenses(scene, findTriggers(scene));
  const triggerAt = new Map(
    triggers.flatMap((trigger) => [
      [trigger.token, trigger] as const,
      ...(trigger.carrier >= 0 ? [[trigger.carrier, trigger] as const] : []),
    ]),
  );
  const events = new Map<Trigger, Event>();
  for (const trigger of triggers) {
    if (isPurpose(document, trigger, triggerAt)) continue;
    const event = toEvent(context, scene, trigger, asserted);
    if (!event) continue;
    const governor =
      event.status === 'OCCURRED' || event.status === 'ONGOING' ? null : contentOf(scene, trigger, triggerAt);
    const asking = governor ? events.get(governor) : undefined;
    if (governor && asking)
      events.set(governor, { ...asking, mode: asking.mode ?? modeByContent(asking.type, trigger) });
    else events.set(trigger, event);
    const performed = performedBy(
      scene,
      trigger,
      event,
      event.statement === null ? null : (statements[event.statement] ?? null),
    );
    if (performed) events.set({ ...trigger }, performed);
  }
  const told = withoutHeadline(
    withoutRepeats(events, (event, trigger) => isAnaphor(document, tree, event, trigger)),
    headlineSentences(document),
  );
  const requests = told.filter((event) => event.type === 'REQUEST').map((event) => event.sentence);
  const demands = findDemands(scene, statements, new Set(requests));
  return inheritDates(entities, demands.length === 0 ? told : withDemands(told, demands));
}

/** No headline has more sentences. */
const LONGEST_HEADLINE = 10;

/** How many sentences open the text as its headline: the few of the first paragraph, where no full stop ends it. */
function headlineSentences(document: Document): number {
  const [first, second] = document.paragraphs;
  return first &&
    first.lastSentence < LONGEST_HEADLINE &&
    second &&
    /[\p{L}\p{N}’”"]$/u.test(tokenText(document, first.last)) &&
    !/[.!?][”"]?$/.test(tokenText(document, first.last))
    ? first.lastSentence + 1
    : 0;
}

/** All events in text order, without what a demand is about: `must reach a deal` is no deal. */
function withDemands(events: readonly Event[], demands: readonly Event[]): Event[] {
  const bySentence = groupBy(demands, (demand) => demand.sentence);
  const isDemanded = (event: Event): boolean =>
    event.status === 'HYPOTHETICAL' &&
    (bySentence.get(event.sentence) ?? []).some((demand) =>
      contains(demand.trigger, { start: event.trigger.start, end: event.trigger.start }),
    );
  return [...events.filter((event) => !isDemanded(event)), ...demands].sort(
    (left, right) => left.trigger.start - right.trigger.start || left.trigger.end - right.trigger.end,
  );
}

/**
 * `marched to protest`, `blocked the road, demanding better pay`: what an event is for is part of it where both are of
 * one type, or the first a protest.
 */
function isPurpose(document: Document, trigger: Trigger, triggerAt: ReadonlyMap<number, Trigger>): boolean {
  const above = triggerAt.get(document.tokens.heads[trigger.token] ?? -1)?.wording.type;
  if (above === undefined || !isRelation(relation(document, trigger.token), 'advcl', 'xcomp')) return false;
  if (above === 'PROTEST' && (trigger.wording.type === 'REQUEST' || trigger.wording.type === 'ACCUSE'))
    return /^VB[G]?$/.test(pennTag(document, trigger.token));
  return pennTag(document, trigger.token) === 'VB' && above === trigger.wording.type;
}

/** `the attack`, `the second such attack this month`: a definite noun that names nobody, no day and no place. */
function isAnaphor(document: Document, tree: Tree, event: Event, trigger: Trigger): boolean {
  if (tree.childrenBy(trigger.token, 'amod').some((child) => /^own$/i.test(tokenText(document, child)))) return false;
  if (
    trigger.isNoun &&
    tree.childrenBy(trigger.token, 'amod', 'det').some((child) => /^such$/i.test(tokenText(document, child)))
  )
    return true;
  if (!trigger.isNoun || event.time || event.place !== null || event.participants.length > 0) return false;
  return /^(?:the|this|that|these|those|his|her|its|their)$/i.test(
    tokenText(document, tree.childBy(trigger.token, 'det', 'nmod:poss')),
  );
}

function toEvent(
  context: EventContext,
  scene: Scene,
  trigger: Trigger,
  asserted: ReadonlyMap<number, readonly Asserted[]>,
): Event | null {
  const { document, times, statements } = context;
  const { type, mode = null } = trigger.wording;
  const participants = findParticipants(scene, trigger);
  const resolved = participants.filter((participant) => participant.entity !== null).length;
  const written = timeOf(scene, times, trigger);
  const place = placeOf(scene, trigger);
  const isDone = participants.some((participant) => participant.entity !== null || isSomebody(document, participant));
  const hasSubstance = trigger.isNoun
    ? resolved > 0 ||
      written !== null ||
      place !== null ||
      isDone ||
      (ANONYMOUS.has(type) && isArgument(document, trigger))
    : isDone ||
      ((trigger.carrier >= 0 || (type === 'LEGAL' && scene.tree.childBy(trigger.token, 'nsubj:pass') >= 0)) &&
        isPassive(document, scene.tree, trigger.token)) ||
      (place !== null && mode !== 'visit') ||
      (ANONYMOUS.has(type) && (participants.length > 0 || trigger.carrier >= 0));
  if (!hasSubstance || (mode === 'visit' && !trigger.isNoun && !isVisit(scene, participants))) return null;
  const span = spanOf(document, trigger);
  const isProtest = type === 'PROTEST' && !trigger.isNoun && document.tokens.lemmas[trigger.token] === 'protest';
  const sentence = Math.max(0, rangeHolding(document.sentences, trigger.token));
  const told = assertedAt(asserted.get(sentence) ?? [], span, VERBAL.has(type) || isProtest);
  const asserting = statements[told?.statement ?? -1] ?? null;
  const content = told && !told.isCue ? told.part : null;
  const stated = decideStatus(document, scene.tree, trigger, content ? asserting : null);
  const status =
    isAhead(written, context.published) && (stated === 'OCCURRED' || stated === 'ONGOING') ? 'PLANNED' : stated;
  const time = status === 'PLANNED' && isOver(written, context.published) ? null : written;
  const isInWords = isProtest && asserting?.cue != null && contains(asserting.cue, span);
  return {
    type: isInWords ? 'ACCUSE' : type,
    mode: isInWords ? 'disapprove' : mode,
    status,
    summary: summarise(scene, trigger, content),
    trigger: span,
    participants: orderParticipants(participants, type),
    time,
    place,
    statement: told?.statement ?? null,
    evidence: evidenceOf(span, participants, time),
    sentence,
    confidence: confidenceOf(trigger, resolved, time !== null),
  };
}

/**
 * Whether a date lies wholly before the week of publication: what is planned does not happen then (`will investigate
 * the killing of 2009`).
 */
function isOver(time: TimeReference | null, published: string | null): boolean {
  return published !== null && time !== null && time.end !== null && time.end.slice(0, 4) < published.slice(0, 4);
}

/** Nouns for those whose coming is news in itself; crowds, cargoes and troops only travel. */
const VISITORS =
  /^(?:delegation|mission|envoy|team|leader|official|inspector|negotiator|mediator|diplomat|minister|president|observer|monitor|pope|king|queen|prince|princess|emir|sultan|chief|head|secretary)$/;

/**
 * Whether somebody comes to see somebody: a person or an organisation by name, a state as such, or those whose office
 * it is.
 */
function isVisit({ document, index }: Scene, participants: readonly EventParticipant[]): boolean {
  return participants.some(({ entity, span }) => {
    const { last } = tokensOf(document, span);
    if (entity === null)
      return (
        VISITORS.test((document.tokens.lemmas[last] ?? '').toLowerCase()) ||
        OFFICES.has((document.tokens.lemmas[last] ?? '').toLowerCase())
      );
    return index.entityAt(last) === entity && index.entities[entity]?.type !== 'PLACE';
  });
}

/**
 * Whether a date lies wholly behind the day of publication: what happens then has not happened yet (`ahead of the
 * August election`).
 */
function isAhead(time: TimeReference | null, published: string | null): boolean {
  return published !== null && time?.start !== null && time !== null && time.start > published;
}

/**
 * `Floods killed nine people`: the noun is subject or object of a verb, not a title or a figure of speech standing
 * alone.
 */
function isArgument(document: Document, trigger: Trigger): boolean {
  const head = document.tokens.heads[trigger.token] ?? -1;
  const isDue =
    /^(?:due|likely|imminent|inevitable)$/i.test(tokenText(document, head)) &&
    isRelation(relation(document, trigger.token), 'nsubj');
  return (
    isDue ||
    (isRelation(relation(document, trigger.token), 'nsubj', 'nsubj:pass', 'obj', 'obl') &&
      pennTag(document, head).startsWith('VB'))
  );
}

function orderParticipants(participants: readonly EventParticipant[], type: EventType): EventParticipant[] {
  const ordered = [
    ...participants.filter((participant) => participant.role === 'ACTOR'),
    ...participants.filter((participant) => participant.role === 'RECIPIENT'),
  ];
  return type === 'CONSULT' ? ordered.map((participant) => ({ ...participant, role: 'ACTOR' as const })) : ordered;
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
function confidenceOf(trigger: Trigger, resolved: number, isDated: boolean): number {
  const base = trigger.isNoun ? 0.55 : trigger.carrier >= 0 ? 0.75 : 0.65;
  return Math.min(0.95, base + Math.min(resolved, 2) * 0.1 + (isDated ? 0.05 : 0));
}
