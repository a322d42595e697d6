import { FACILITIES, SETTLEMENTS } from '../lexicon/event-words.ts';
import type { EventType } from '../reading.ts';
import { anchorsBelow, anchorsOf } from './anchors.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

const WHERE = /^(?:in|at|near|outside|inside|across|over|off|around|on|from|through|throughout|along)$/;
const WHERE_TO = /^(?:to|into)$/;

/** Types of what happens where its objects are: `attacked ships in the gulf`. */
const PHYSICAL: ReadonlySet<EventType> = new Set([
  'ASSAULT',
  'PROTEST',
  'COERCE',
  'RELEASE',
  'ACCIDENT',
  'DISASTER',
  'MOBILIZE',
  'DEATH',
]);

/**
 * The place where an event happens, as an entity: what `where` or `there` stands for, or a phrase of place on the
 * trigger or on what it hangs on. For a visit the place visited, or else where it came from.
 */
export function placeOf(scene: Scene, trigger: Trigger): number | null {
  const pointed = placePointedAt(scene, trigger);
  if (pointed !== null) return pointed;
  const { type, mode } = trigger.wording;
  const isGoal = mode === 'visit';
  let origin: number | null = null;
  const below = trigger.isNoun ? anchorsBelow(scene, trigger) : [];
  for (const anchor of [...anchorsOf(scene, trigger), ...below]) {
    for (const head of phrasesOfPlace(scene, trigger, anchor)) {
      const entity = scene.isAside(head) ? -1 : entityOfPlace(scene, head);
      if (entity < 0) continue;
      const { governor, role } = scene.phrases.at(head);
      const isNamed = SETTLEMENTS.words.has(scene.lemma(governor)) && scene.preposition(head) === 'of';
      const preposition = scene.preposition(isNamed ? governor : head);
      if (preposition === 'from' && origin === null) origin = entity;
      else if (WHERE.test(preposition) && preposition !== 'from') return entity;
      else if (isGoal && WHERE_TO.test(preposition)) return entity;
      else if (role === 'OBJECT' && (isGoal || type === 'DISASTER')) return entity;
    }
  }
  return isGoal ? origin : null;
}

/** `the bank, where two men were shot`; `Tusk met Stubb there`. */
function placePointedAt(scene: Scene, { token }: Trigger): number | null {
  const { clauses, index, word } = scene;
  const { adverbs, openers, link, governor } = clauses.at(token);
  const words = [...adverbs, ...openers];
  const where = words.find((head) => word(head) === 'where') ?? -1;
  if (where >= 0) {
    const before = word(where - 1) === ',' ? where - 2 : where - 1;
    const described = link === 'RELATIVE' ? [governor, before] : [before];
    const place = described.find((head) => scene.entityAt(head)?.type === 'PLACE');
    if (place !== undefined) return index.entityAt(place);
  }
  return words.some((head) => word(head) === 'there') ? placeBefore(scene, token) : null;
}

/** How far back `there` reaches, in tokens. */
const REACH = 60;

/** The place that was named last before a token. */
function placeBefore({ index, isAside, entityAt }: Scene, token: number): number | null {
  for (let at = token - 1; at >= 0 && token - at <= REACH; at -= 1)
    if (entityAt(at)?.type === 'PLACE' && !isAside(at)) return index.entityAt(at);
  return null;
}

/** The place that a noun names; of `Manila airport` the city; -1 where it names none. */
function entityOfPlace({ phrases, index, entityAt, lemma }: Scene, noun: number): number {
  const isPlace = (token: number): boolean => entityAt(token)?.type === 'PLACE';
  const city = FACILITIES.words.has(lemma(noun)) ? phrases.at(noun).nouns.find(isPlace) : undefined;
  return isPlace(city ?? noun) ? index.entityAt(city ?? noun) : -1;
}

/**
 * The nouns that can give an anchor’s place: its own phrases, and those inside them that are a place themselves (`in
 * the town of X`), or tell where the objects of force are.
 */
function phrasesOfPlace(scene: Scene, trigger: Trigger, anchor: number): number[] {
  const { phrases, clauses, preposition } = scene;
  const isOwn = anchor === trigger.token || anchor === trigger.carrier;
  const isForce = isOwn && !trigger.isNoun && (PHYSICAL.has(trigger.wording.type) || scene.lemma(anchor) === 'meet');
  const own = [...phrases.at(anchor).complements, ...clauses.at(anchor).objects];
  const inside = own.flatMap((head) => {
    const { role, complements, appositions, nameParts } = phrases.at(head);
    const isThere = (deeper: number): boolean =>
      role === 'OBLIQUE' ||
      role === 'AGENT' ||
      (preposition(deeper) === 'of' && SETTLEMENTS.words.has(scene.lemma(head))) ||
      (isForce && role === 'OBJECT' && /^(?:in|at|near|outside|off)$/.test(preposition(deeper))) ||
      (trigger.isNoun && preposition(head) === 'of' && /^(?:in|at|near)$/.test(preposition(deeper)));
    return [...appositions, ...nameParts, ...complements.filter(isThere)];
  });
  const isShared = (head: number): boolean => head > trigger.token || trigger.isNoun || head < anchor;
  return [...own, ...inside].filter((head) => isOwn || isShared(head));
}
