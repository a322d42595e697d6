import { spanOf, tokensOf } from '../../language/ranges.ts';
import { contains } from '../../span.ts';
import type { EventWording } from '../lexicon/event-types.ts';
import type { Event, EventParticipant, Statement } from '../reading.ts';
import { isSomebody } from './participants.ts';
import { BINDING } from './performed.ts';
import type { Scene } from './scene.ts';
import { subjectsOf } from './subjects.ts';
import { summarise } from './summary.ts';

/**
 * Events with the demands among statements: somebody says that somebody else must do something (`Russia said that Sudan
 * must return the helicopter`). Sentences in which a request is told already give none; what is only demanded (`must
 * reach a deal`) is no event of its own.
 */
export function withDemands(scene: Scene, events: readonly Event[]): Event[] {
  const told = new Set(events.filter(({ type }) => type === 'REQUEST').map(({ sentence }) => sentence));
  const demands = new Map<number, Event>();
  scene.statements.forEach((statement, number) => {
    const demand = told.has(statement.sentence) ? null : demandOf(scene, statement, number);
    if (demand && !demands.has(statement.sentence)) demands.set(statement.sentence, demand);
  });
  const isDemanded = ({ status, sentence, trigger: { start } }: Event): boolean => {
    const demand = status === 'HYPOTHETICAL' ? demands.get(sentence) : undefined;
    return demand !== undefined && contains(demand.trigger, { start, end: start });
  };
  return [...events.filter((event) => !isDemanded(event)), ...demands.values()].sort(
    (left, right) => left.trigger.start - right.trigger.start || left.trigger.end - right.trigger.end,
  );
}

const REQUEST: EventWording = { type: 'REQUEST', roles: 'ACTS_ON', verbs: '', nouns: '', examples: [], nearMisses: [] };

function demandOf(scene: Scene, statement: Statement, number: number): Event | null {
  const { document, phrases, clauses, index } = scene;
  const { source, cue, kind, act, speakers } = statement;
  if (!source || !cue || kind === 'DIRECT' || !BINDING.has(act)) return null;
  const must = findMust(scene, statement);
  const verb = clauses.around(must);
  const [subject = -1] = must < 0 || verb < 0 ? [] : subjectsOf(scene, verb);
  if (subject < 0 || scene.tag(subject) === 'PRP' || clauses.at(verb).voice === 'PASSIVE') return null;
  const entity = index.entityAt(subject);
  const recipient: EventParticipant = {
    role: 'RECIPIENT',
    entity: entity >= 0 ? entity : null,
    span: spanOf(document, phrases.at(subject)),
  };
  if (entity >= 0 ? speakers.includes(entity) : !isSomebody(scene, recipient)) return null;
  const named = speakers.length > 0 ? speakers : [null];
  const actors = named.map((speaker) => ({ role: 'ACTOR' as const, entity: speaker, span: source }));
  const first = Math.min(must, verb);
  const last = Math.max(must, verb);
  const told = summarise(scene, { token: verb, first: must, last, wording: REQUEST, isNoun: false, carrier: -1 }, null);
  const names = actors.map(
    (actor) => index.entities[actor.entity ?? -1]?.name ?? document.text.slice(source.start, source.end),
  );
  const trigger = spanOf(document, { first, last });
  return {
    type: 'REQUEST',
    mode: null,
    status: 'OCCURRED',
    summary: `${names.join(' and ')}: ${told}`,
    trigger,
    participants: [...actors, recipient],
    time: statement.time,
    place: null,
    statement: number,
    evidence: [source, cue, trigger].sort((left, right) => left.start - right.start),
    sentence: statement.sentence,
    confidence: 0.7,
  };
}

/** How far into what is said its `must` may stand, in tokens. */
const FARTHEST = 100;

/** The first `must` of what is said, in its first part and before any clause of another kind; -1 for none. */
function findMust({ document, word, tag }: Scene, { content }: Statement): number {
  const [part] = content;
  if (!part) return -1;
  const { first, last } = tokensOf(document, part);
  for (let token = first; token <= Math.min(last, first + FARTHEST); token += 1) {
    if (tag(token) === 'MD' && word(token) === 'must') return token;
    if (/^(?:who|which|if|because|when|while|;)$/.test(word(token))) return -1;
  }
  return -1;
}
