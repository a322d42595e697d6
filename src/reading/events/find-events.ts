import type { Document, TokenRange } from '../../language/document.ts';
import { rangeHolding, rangesWithin, spanOf, textOf, tokensOf } from '../../language/ranges.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { buildTree, isRelation, type Tree } from '../../language/tree.ts';
import { contains, type Span } from '../../span.ts';
import { indexMentions, type MentionIndex } from '../mention-index.ts';
import type { Entity, Event, EventParticipant, EventType, Mention, Statement, TimeReference } from '../reading.ts';
import { findParticipants, isSomebody, nounPhrase } from './participants.ts';
import { decideStatus } from './status.ts';
import { findTriggers, type Trigger } from './triggers.ts';

/** What the steps before this one have found. */
export interface EventContext {
  readonly document: Document;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly times: readonly TimeReference[];
  readonly statements: readonly Statement[];
}

/** Types that happen whether or not the article names who takes part. */
const ANONYMOUS: ReadonlySet<EventType> = new Set(['PROTEST', 'ASSAULT', 'COERCE', 'ACCIDENT', 'DISASTER', 'DEATH', 'ELECTION', 'LEGAL', 'MOBILIZE']);
/** Verbal types: the words that name them are often the cue of the statement that performs them. */
const VERBAL: ReadonlySet<EventType> = new Set(['AGREE', 'SUPPORT', 'CONCEDE', 'REQUEST', 'ACCUSE', 'REJECT', 'THREATEN']);
const PLACE_CASES = /^(?:in|at|near|outside|inside|across|over|off|around|on|to|into|from|through|throughout|along)$/i;

/**
 * What happened, in text order: every trigger of the event lexicon that stands in a real use and is more than the purpose of another (`marched to protest`), with its status, participants, time and place, and the
 * statement that says so where the article itself does not. Pure: the same input gives the same events.
 */
export function findEvents(context: EventContext): Event[] {
  const { document } = context;
  const tree = buildTree(document);
  const index = indexMentions(document, context.mentions, context.entities);
  const isPlace = (token: number): boolean => context.entities[index.entityAt(token)]?.type === 'PLACE';
  const asserted = statementsBySentence(context);
  const events: Event[] = [];
  const triggers = findTriggers(document, tree, isPlace);
  const typeAt = new Map(triggers.map((trigger) => [trigger.token, trigger.wording.type]));
  for (const trigger of triggers) {
    const isPurpose = isRelation(relation(document, trigger.token), 'advcl', 'xcomp') && pennTag(document, trigger.token) === 'VB';
    if (isPurpose && typeAt.get(document.tokens.heads[trigger.token] ?? -1) === trigger.wording.type) continue;
    const event = toEvent(context, tree, index, trigger, asserted);
    if (event) events.push(event);
  }
  return inheritDates(context, withoutRepeats(events));
}

function toEvent(context: EventContext, tree: Tree, index: MentionIndex, trigger: Trigger, asserted: ReadonlyMap<number, readonly number[]>): Event | null {
  const { document, times, statements } = context;
  const { type, mode = null } = trigger.wording;
  const participants = findParticipants(document, tree, index, trigger);
  const resolved = participants.filter((participant) => participant.entity !== null).length;
  const time = timeOf(document, tree, times, trigger);
  const place = placeOf(document, tree, index, trigger);
  const isDone = participants.some((participant) => participant.entity !== null || isSomebody(document, participant));
  const hasSubstance = trigger.isNoun
    ? resolved > 0 || time !== null || place !== null || isDone || (ANONYMOUS.has(type) && isArgument(document, trigger))
    : isDone || place !== null || (ANONYMOUS.has(type) && (participants.length > 0 || trigger.carrier >= 0));
  if (!hasSubstance) return null;
  const span = spanOf(document, trigger);
  const sentence = Math.max(0, rangeHolding(document.sentences, trigger.token));
  const statement = statementOf(statements, asserted.get(sentence) ?? [], span, VERBAL.has(type));
  const asserting = statement >= 0 ? (statements[statement] ?? null) : null;
  const insideContent = asserting?.content.some((part) => contains(part, span)) ?? false;
  return {
    type,
    mode,
    status: decideStatus(document, tree, trigger, insideContent ? asserting : null),
    summary: summarise(context, tree, index, trigger),
    trigger: span,
    participants: orderParticipants(participants, type),
    time,
    place,
    statement: statement >= 0 ? statement : null,
    evidence: evidenceOf(span, participants, time),
    sentence,
    confidence: confidenceOf(trigger, resolved, time !== null),
  };
}

/** `Floods killed nine people`: the noun is subject or object of a verb, not a title or a figure of speech standing alone. */
function isArgument(document: Document, trigger: Trigger): boolean {
  return isRelation(relation(document, trigger.token), 'nsubj', 'nsubj:pass', 'obj', 'obl') && pennTag(document, document.tokens.heads[trigger.token] ?? -1).startsWith('VB');
}

/** The numbers of the statements with words in each sentence, so that an event looks at those of its own sentence only. */
function statementsBySentence({ document, statements }: EventContext): Map<number, number[]> {
  const found = new Map<number, number[]>();
  statements.forEach((statement, number) => {
    const touched = new Set<number>();
    for (const part of statement.cue ? [...statement.content, statement.cue] : statement.content) {
      const { first, last } = tokensOf(document, part);
      const end = rangeHolding(document.sentences, last);
      for (let sentence = Math.max(0, rangeHolding(document.sentences, first)); sentence <= end; sentence += 1) touched.add(sentence);
    }
    for (const sentence of touched) {
      const known = found.get(sentence);
      if (known) known.push(number);
      else found.set(sentence, [number]);
    }
  });
  return found;
}

/** The statement that asserts an event: of some candidates the smallest whose content holds the trigger; for verbal types also the one whose cue it is. */
function statementOf(statements: readonly Statement[], candidates: readonly number[], trigger: Span, isVerbal: boolean): number {
  let best = -1;
  let bestLength = Number.POSITIVE_INFINITY;
  for (const number of candidates) {
    const statement = statements[number];
    if (!statement) continue;
    const parts = isVerbal && statement.cue ? [...statement.content, statement.cue] : statement.content;
    if (!parts.some((part) => contains(part, trigger))) continue;
    const length = statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
    if (length < bestLength) {
      best = number;
      bestLength = length;
    }
  }
  return best;
}

/** Prepositions of a noun that happens when its verb does: `killed in an attack`, but not `arrested over the attack`. */
const MEANWHILE = /^(?:in|at|on|during|by|with|through|via|amid|under)$/i;

/** The tokens that the time and place of a trigger may hang on: the trigger, its carrier, the verb that a noun belongs to, and what it is coordinated with. */
function anchorsOf(document: Document, tree: Tree, trigger: Trigger): number[] {
  const anchors = [trigger.token];
  if (trigger.carrier >= 0) anchors.push(trigger.carrier);
  let at = trigger.token;
  for (let steps = 0; steps < 3; steps += 1) {
    const head = document.tokens.heads[at] ?? -1;
    const isMeanwhile = isRelation(relation(document, at), 'advcl') && tree.childrenBy(at, 'mark', 'advmod').some((mark) => /^(?:as|when|while)$/i.test(tokenText(document, mark)));
    if (head < 0 || !(isMeanwhile || isRelation(relation(document, at), 'conj', 'obj', 'nsubj', 'nsubj:pass', 'xcomp', 'obl'))) break;
    if (isRelation(relation(document, at), 'xcomp') && !/^(?:set|due|expect|schedule|plan|begin|start|agree|continue)$/.test(document.tokens.lemmas[head] ?? '')) break;
    if (isRelation(relation(document, at), 'obl') && !(trigger.isNoun && tree.childrenBy(at, 'case').some((preposition) => MEANWHILE.test(tokenText(document, preposition))))) break;
    anchors.push(head);
    at = head;
  }
  return anchors;
}

function timeOf(document: Document, tree: Tree, times: readonly TimeReference[], trigger: Trigger): TimeReference | null {
  const anchors = anchorsOf(document, tree, trigger);
  const sentence = document.sentences[rangeHolding(document.sentences, trigger.token)];
  if (!sentence) return null;
  const candidates = rangesWithin(times, sentence);
  for (const anchor of anchors) {
    const attached = candidates.filter((time) => hangsOn(document, tree, time, anchor));
    const nearest = attached.sort((left, right) => Math.abs(left.first - trigger.token) - Math.abs(right.first - trigger.token))[0];
    if (nearest) return nearest;
  }
  return null;
}

/** Prepositions that bound a time rather than give it: `since the start of the war last year`. */
const LIMITS = /^(?:since|before|after|until|till|ahead|prior)$/i;

const LONGEST_PHRASE = 20;

/** Whether a time modifies a token directly, or through words that are no clause of their own. */
function hangsOn(document: Document, tree: Tree, time: TokenRange, anchor: number): boolean {
  for (let token = time.first; token <= time.last; token += 1) {
    if (tree.childrenBy(token, 'case').some((preposition) => LIMITS.test(tokenText(document, preposition)))) return false;
    let at = document.tokens.heads[token] ?? -1;
    for (let steps = 0; steps < 3 && at >= 0; steps += 1) {
      if (isBounded(document, token, at)) return false;
      if (at === anchor) return true;
      if (tree.childrenBy(at, 'case', 'mark').some((preposition) => LIMITS.test(tokenText(document, preposition)))) return false;
      if (pennTag(document, at).startsWith('VB') || (steps > 0 && tree.childBy(at, 'nsubj') >= 0)) break;
      at = document.tokens.heads[at] ?? -1;
    }
  }
  return false;
}

/** `the trip since the end of the floods last year`: a limit between a time and what the parser hung it on that no comma closes. */
function isBounded(document: Document, time: number, head: number): boolean {
  for (let token = time - 1; token > head && time - token < LONGEST_PHRASE; token -= 1) {
    if (tokenText(document, token) === ',') return false;
    if (LIMITS.test(tokenText(document, token))) return true;
  }
  return false;
}

function placeOf(document: Document, tree: Tree, index: MentionIndex, trigger: Trigger): number | null {
  const clause = document.tokens.heads[trigger.token] ?? -1;
  const where = tree.childrenBy(trigger.token, 'advmod', 'obl', 'mark').find((child) => tokenText(document, child).toLowerCase() === 'where') ?? -1;
  const before = tokenText(document, where - 1) === ',' ? where - 2 : where - 1;
  const antecedent = where < 0 ? -1 : index.entityAt(before) >= 0 ? before : clause;
  if (antecedent >= 0 && index.entities[index.entityAt(antecedent)]?.type === 'PLACE') return index.entityAt(antecedent);
  for (const anchor of anchorsOf(document, tree, trigger)) {
    for (const child of [...tree.childrenBy(anchor, 'obl', 'nmod', 'obj'), ...tree.childrenBy(anchor, 'obl').flatMap((oblique) => tree.childrenBy(oblique, 'nmod'))]) {
      const entity = index.entityAt(child);
      if (entity < 0 || index.entities[entity]?.type !== 'PLACE') continue;
      const preposition = tokenText(document, tree.childBy(child, 'case'));
      const isGoal = trigger.wording.mode === 'visit';
      if (PLACE_CASES.test(preposition) && (isGoal || !/^(?:to|into|from)$/i.test(preposition))) return entity;
      if (preposition === '' && isGoal && isRelation(relation(document, child), 'obj')) return entity;
    }
  }
  return null;
}

function orderParticipants(participants: readonly EventParticipant[], type: EventType): EventParticipant[] {
  const ordered = [...participants.filter((participant) => participant.role === 'ACTOR'), ...participants.filter((participant) => participant.role === 'RECIPIENT')];
  return type === 'CONSULT' ? ordered.map((participant) => ({ ...participant, role: 'ACTOR' as const })) : ordered;
}

function evidenceOf(trigger: Span, participants: readonly EventParticipant[], time: TimeReference | null): Span[] {
  const spans = [trigger, ...participants.map((participant) => participant.span), ...(time ? [time.span] : [])];
  const unique = new Map(spans.map((span) => [`${span.start}:${span.end}`, span]));
  return [...unique.values()].sort((left, right) => left.start - right.start || left.end - right.end);
}

/** A verb with its object says more surely than a noun that something happened, and participants that resolve more surely still. */
function confidenceOf(trigger: Trigger, resolved: number, isDated: boolean): number {
  const base = trigger.isNoun ? 0.55 : trigger.carrier >= 0 ? 0.75 : 0.65;
  return Math.min(0.95, base + Math.min(resolved, 2) * 0.1 + (isDated ? 0.05 : 0));
}

const LONGEST_SUMMARY = 140;

/** The clause of the trigger from its subject on, the subject by its full name, shortened at a word. */
function summarise(context: EventContext, tree: Tree, index: MentionIndex, trigger: Trigger): string {
  const { document, entities } = context;
  const nameOf = (token: number): string => entities[index.entityAt(token)]?.name ?? textOf(document, nounPhrase(document, tree, token));
  if (trigger.isNoun) {
    const range = nounPhrase(document, tree, trigger.token);
    const last = Math.max(range.last, ...tree.childrenBy(trigger.token, 'nmod').map((child) => nounPhrase(document, tree, child).last));
    const owner = tree.childBy(trigger.token, 'nmod:poss');
    const rest = { first: owner >= 0 ? tree.subtreeOf(owner).last + 1 : range.first, last };
    return capitalise(shorten(owner >= 0 ? `${nameOf(owner)}’s ${textOf(document, rest)}` : textOf(document, rest)));
  }
  const subject = tree.childBy(trigger.token, 'nsubj', 'nsubj:pass');
  const auxiliaries = tree.childrenBy(trigger.token, 'aux', 'aux:pass').filter((child) => child > subject);
  const first = Math.min(trigger.token, ...auxiliaries);
  const predicate = textOf(document, { first, last: endOfClause(document, tree, trigger) });
  const actor = subject >= 0 ? subject : inheritedSubject(document, tree, trigger.token);
  return capitalise(shorten(actor >= 0 ? `${nameOf(actor)} ${predicate}` : predicate));
}

function inheritedSubject(document: Document, tree: Tree, verb: number): number {
  const head = document.tokens.heads[verb] ?? -1;
  return head >= 0 && isRelation(relation(document, verb), 'conj', 'xcomp') ? tree.childBy(head, 'nsubj', 'nsubj:pass') : -1;
}

/** The last token of the objects and obliques of a verb, before its clauses and what it is coordinated with. */
function endOfClause(document: Document, tree: Tree, trigger: Trigger): number {
  let last = trigger.last;
  for (const child of tree.childrenOf(trigger.token)) {
    if (child > trigger.token && isRelation(relation(document, child), 'obj', 'iobj', 'obl', 'compound', 'advmod', 'xcomp')) last = Math.max(last, tree.subtreeOf(child).last);
  }
  const sentence = document.sentences[rangeHolding(document.sentences, trigger.token)];
  return Math.min(last, sentence?.last ?? last);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_SUMMARY) return line;
  return `${line.slice(0, line.lastIndexOf(' ', LONGEST_SUMMARY - 1)).replace(/[\s,;:–—-]+$/, '')}…`;
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A noun and a verb of the same type with the same participants in one sentence tell of one event; the first stays. */
function withoutRepeats(events: readonly Event[]): Event[] {
  return events.filter((event, place) => {
    const key = (other: Event): string =>
      other.participants
        .map((participant) => participant.entity ?? participant.span.start)
        .sort()
        .join();
    return !events.slice(Math.max(0, place - 6), place).some((other) => other.sentence === event.sentence && other.type === event.type && other.status === event.status && key(other) === key(event));
  });
}

/** A meeting without a date of its own, told within a few sentences of a dated visit of the same actor, happened on that visit. */
function inheritDates(context: EventContext, events: readonly Event[]): Event[] {
  return events.map((event, place) => {
    if (event.type !== 'CONSULT' || event.time || event.status !== 'OCCURRED') return event;
    const actors = new Set(event.participants.flatMap((participant) => (participant.entity === null || context.entities[participant.entity]?.type !== 'PERSON' ? [] : [participant.entity])));
    const visit = events
      .slice(Math.max(0, place - 8), place + 8)
      .find(
        (other) =>
          other.mode === 'visit' &&
          other.time &&
          Math.abs(other.sentence - event.sentence) <= 4 &&
          other.participants.some((participant) => participant.entity !== null && actors.has(participant.entity)),
      );
    return visit ? { ...event, time: visit.time, place: event.place ?? visit.place } : event;
  });
}
