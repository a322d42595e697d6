import { antecedentOf } from '../../language/clause-subjects.ts';
import type { TokenRange } from '../../language/document.ts';
import { rangeHolding, spanOf, tokensOf } from '../../language/ranges.ts';
import { universalTag } from '../../language/tags.ts';
import { isNominal } from '../../language/phrases.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { MEASURES, QUANTITIES } from '../lexicon/event-words.ts';
import type { EventParticipant, EventType, ParticipantRole } from '../reading.ts';
import { findRoles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Role, Trigger } from './trigger.ts';
import { findTwoStates } from './two-states.ts';
import { nameBeside, whoIs, whomItStandsFor } from './who.ts';

/** Types that things can suffer, such as a bridge or a cargo; all others happen to people, organisations and places. */
const ON_THINGS: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'COERCE',
  'ACCIDENT',
  'DISASTER',
  'BUSINESS',
  'RELEASE',
  'SANCTION',
  'MOBILIZE',
  'RETREAT',
  'PROTEST',
]);

/**
 * Who takes part in an event: the arguments of its trigger, coordinated ones apart, each with the entity that it names,
 * actors first. Words that name nobody in particular are kept as text where they are for somebody who can act, or for a
 * thing that the event is done to. Everyone at a meeting is an actor.
 */
export function findParticipants(scene: Scene, trigger: Trigger): EventParticipant[] {
  const { type, roles } = trigger.wording;
  const found: EventParticipant[] = [];
  const parts = new Map<number, Set<ParticipantRole>>();
  const unnamed = new Set<string>();
  for (const role of findRoles(scene, trigger)) {
    for (const head of scene.phrases.membersOf(role.head)) {
      for (const participant of scene.isAside(head) ? [] : toParticipants(scene, role, head)) {
        const { entity, span } = participant;
        const known = entity === null ? undefined : parts.get(entity);
        const isKnown = roles === 'MUTUAL' || (role.isOblique && role.role === 'RECIPIENT') || known?.has(role.role);
        if ((known && isKnown) || unnamed.has(`${span.start}:${span.end}`)) continue;
        if (entity === null && !isSomebody(scene, participant) && !isSuffering(scene, role, type, head)) continue;
        found.push(participant);
        if (entity === null) unnamed.add(`${span.start}:${span.end}`);
        else parts.set(entity, (known ?? new Set()).add(role.role));
      }
    }
  }
  if (type === 'CONSULT') return found.map((participant) => ({ ...participant, role: 'ACTOR' as const }));
  const withRole = (role: ParticipantRole): EventParticipant[] => found.filter((one) => one.role === role);
  return [...withRole('ACTOR'), ...withRole('RECIPIENT')];
}

/** Whether the noun of a thing, no measure and no sum, is what an event is done to. */
function isSuffering({ document, lemma }: Scene, { role, isOblique }: Role, type: EventType, head: number): boolean {
  const name = document.names[rangeHolding(document.names, head)]?.type;
  const isThing = name !== 'MONEY' && name !== 'PERCENT' && !MEASURES.words.has(lemma(head));
  return role === 'RECIPIENT' && !isOblique && isThing && ON_THINGS.has(type);
}

/** The participants that one noun stands for: both countries for `the two countries`, or else one, or none. */
function toParticipants(scene: Scene, { role }: Role, noun: number): EventParticipant[] {
  const { document, phrases, clauses, index, word } = scene;
  const isRelative = /^(?:who|which|whom|that)$/.test(word(noun)) && index.mentionAt(noun) < 0;
  const head = isRelative ? antecedentOf({ document, at: clauses.at }, noun) : noun;
  const phrase = phrases.at(head);
  const both = findTwoStates(scene, head);
  if (both.length > 0) return both.map((entity) => ({ role, entity, span: spanOf(document, phrase) }));
  const mention = index.mentions[index.mentionAt(head)] ?? nameBeside(scene, head);
  if (mention) return [{ role, entity: mention.entity, span: spanOf(document, mention) }];
  const kind = universalTag(document, head);
  const entity = whoIs(scene, head) ?? whomItStandsFor(scene, head);
  const isPart =
    entity !== null || (kind === 'PRON' || kind === 'DET' ? PEOPLE.test(word(head)) : isNominal(document, head));
  if (!isPart || (entity === null && kind === 'NUM' && !isCount(scene, head))) return [];
  return [{ role, entity, span: spanOf(document, withoutWhose(scene, phrase)) }];
}

/** Pronouns for people whom nothing names. */
const PEOPLE = /^(?:we|they|them|us|he|she|him|her|both|those|some|others|many|all|everyone|everybody|nobody)$/;

function withoutWhose({ word }: Scene, { first, last }: TokenRange): TokenRange {
  return { first: word(first) === 'whose' && last > first ? first + 1 : first, last };
}

/** `four of the kidnappers`, and a number alone that does or suffers something: no year, sum or share. */
function isCount({ phrases, word, tag }: Scene, token: number): boolean {
  const { complements, role } = phrases.at(token);
  if (tag(token) !== 'CD') return false;
  return (
    complements.length > 0 ||
    (/^(?:\p{L}+|\d{1,3}(?:,\d{3})*)$/u.test(word(token)) &&
      !/^(?:%|percent|per|million|billion|euros?|dollars?|-)$/.test(word(token + 1)) &&
      !/^[$£€]$/.test(word(token - 1)) &&
      /SUBJECT|^OBJECT/.test(role))
  );
}

/**
 * Whether the words of a participant are for somebody who can act: one of them is a noun for people, a name, a number
 * or a pronoun for people.
 */
export function isSomebody(scene: Scene, { span }: EventParticipant): boolean {
  const { document, lemma, tag, word } = scene;
  const { first: opening, last } = tokensOf(document, span);
  // `Chad’s offer` is nobody, whoever Chad is.
  let first = last;
  while (first > opening && tag(first - 1) !== 'POS') first -= 1;
  // As `the release of Jane Roe` is nobody, only what stands before `of` counts, but for `dozens of soldiers`.
  let end = first;
  while (end < last && (word(end + 1) !== 'of' || isQuantity(scene, end))) end += 1;
  const isPronoun = (token: number): boolean =>
    PEOPLE.test(word(token)) && (token === end || universalTag(document, token) === 'PRON');
  for (let token = first; token <= end; token += 1) {
    if (isActorNoun(lemma(token)) || tag(token).startsWith('NNP') || isPronoun(token)) return true;
  }
  return isCount(scene, first);
}

function isQuantity({ lemma, tag }: Scene, token: number): boolean {
  return QUANTITIES.words.has(lemma(token)) || tag(token) === 'CD';
}
