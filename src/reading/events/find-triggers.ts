import { universalTag } from '../../language/tags.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { CLEAR, MEASURES, QUANTITIES } from '../lexicon/event-words.ts';
import type { EventType } from '../reading.ts';
import { applyFirst } from '../rule.ts';
import { DOUBTS, type VerbAtWork } from './doubts.ts';
import { NOUN_PATTERNS, type NounPattern, VERB_PATTERNS, type VerbPattern } from './patterns.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './trigger.ts';

/**
 * Every word that says that something happens, in text order. A noun that a verb pattern has taken (`launched an
 * operation`) is not given again.
 */
export function findTriggers(scene: Scene): Trigger[] {
  const { document } = scene;
  const found: Trigger[] = [];
  const taken = new Set<number>();
  for (let token = 0; token < document.tokens.count; token += 1) {
    const patterns = scene.tag(token).startsWith('VB') ? VERB_PATTERNS.get(scene.lemma(token)) : undefined;
    const trigger = patterns ? matchVerb(scene, token, patterns) : null;
    if (!trigger) continue;
    found.push(trigger);
    if (trigger.carrier >= 0) taken.add(trigger.carrier);
  }
  for (let token = 0; token < document.tokens.count; token += 1) {
    if (taken.has(token) || universalTag(document, token) !== 'NOUN') continue;
    const trigger = matchNoun(scene, token, NOUN_PATTERNS.get(scene.lemma(token)) ?? []);
    if (trigger) found.push(trigger);
  }
  return found.sort((left, right) => left.token - right.token);
}

/** The first pattern of a verb, the most specific first, whose words and arguments stand around it. */
function matchVerb(scene: Scene, token: number, patterns: readonly VerbPattern[]): Trigger | null {
  const verb = lookAround(scene, token);
  for (const pattern of patterns) {
    const last = endOfWords(scene, verb, pattern);
    if (last < 0 || !hasWhatItNeeds(scene, verb, pattern)) continue;
    const carrier = pattern.objects ? carrierOf(scene, verb, pattern, pattern.objects) : -1;
    if (pattern.objects ? carrier < 0 : lacksObject(scene, verb, pattern)) continue;
    if (applyFirst(DOUBTS, scene.ledger, scene, verb, pattern)) continue;
    const end = carrier > token && carrier - token <= FARTHEST_CARRIER ? carrier : token;
    return {
      token,
      first: token,
      last: Math.max(last, end),
      wording: pattern.wording,
      isNoun: false,
      carrier: pattern.isSuffered ? -1 : carrier,
    };
  }
  return null;
}

/** The words that name an event go on to its noun when that is this near, in tokens. */
const FARTHEST_CARRIER = 6;

/** What stands around a verb, looked up once for all of its patterns. */
function lookAround(scene: Scene, token: number): VerbAtWork {
  const { phrases, clauses } = scene;
  const clause = clauses.at(token);
  const described = clause.link === 'RELATIVE' || clause.link === 'REDUCED' ? [clause.governor] : [];
  const objects = objectsOf(scene, token);
  const { ownSubjects, voice } = clause;
  const sufferers = ownSubjects.length > 0 ? ownSubjects : clauses.subjectsOf(token).heads;
  const suffering = voice === 'PASSIVE' ? sufferers : [];
  const done = [...objects, ...suffering];
  const things = done.flatMap((object) => [...phrases.membersOf(object), ...wholesOf(scene, object)]);
  return { token, clause, subject: clause.ownSubjects[0] ?? -1, objects: done, things, described };
}

/** The objects of a verb, and a noun close after it that hangs on it without a preposition and measures nothing. */
export function objectsOf(scene: Scene, verb: number): readonly number[] {
  const { clauses, document, lemma, isAside, preposition } = scene;
  const { objects, indirectObject, measures, obliques } = clauses.at(verb);
  const isBare = (noun: number): boolean =>
    noun > verb &&
    noun - verb <= FARTHEST_OBJECT &&
    preposition(noun) === '' &&
    scene.tag(scene.phrases.at(noun).first) !== 'IN' &&
    !isAside(noun) &&
    /^(?:NOUN|PROPN)$/.test(universalTag(document, noun)) &&
    !MEASURES.words.has(lemma(noun));
  const bare = [...measures, ...obliques].filter(isBare);
  const all = indirectObject >= 0 ? [...objects, indirectObject, ...bare] : [...objects, ...bare];
  return all.filter((noun) => clauses.at(noun).copula < 0);
}

/** How far after its verb a noun without a preposition may stand, in tokens. */
const FARTHEST_OBJECT = 8;

/** `captured part of the town`: what an object is a quantity of. */
function wholesOf({ phrases, lemma, preposition }: Scene, object: number): readonly number[] {
  if (!QUANTITIES.words.has(lemma(object))) return [];
  return phrases.at(object).complements.filter((whole) => preposition(whole) === 'of');
}

/** The noun that a pattern asks for, among objects, with words of its own also after a preposition; -1 for none. */
function carrierOf(scene: Scene, verb: VerbAtWork, pattern: VerbPattern, wanted: ReadonlySet<string>): number {
  const { phrases } = scene;
  const { clause, things, described } = verb;
  const complements = clause.openClauses.filter((head) => /^(?:NN|JJ)/.test(scene.tag(head)));
  const candidates =
    pattern.words.length > 0
      ? [...things, ...clause.obliques.flatMap((head) => phrases.membersOf(head)), ...complements]
      : [...things, ...described, ...complements];
  return candidates.find((noun) => wanted.has(scene.lemma(noun))) ?? -1;
}

/** Types whose plain verbs have many other senses: without an object they are not read as events. */
const NEEDS_OBJECT: ReadonlySet<EventType> = new Set([
  'SUPPORT',
  'COERCE',
  'ASSAULT',
  'RELEASE',
  'BUSINESS',
  'ACCUSE',
  'SANCTION',
  'LEGAL',
  'CEREMONY',
  'AID',
  'COOPERATE',
  'MOBILIZE',
]);

function lacksObject(scene: Scene, { token, clause, objects, described }: VerbAtWork, pattern: VerbPattern): boolean {
  const { wording, words, needs } = pattern;
  if (words.length > 0 || needs === 'PLACE' || !NEEDS_OBJECT.has(wording.type)) return false;
  if (CLEAR.words.has(scene.lemma(token)) || objects.length > 0 || described.length > 0) return false;
  if (scene.tag(token) === 'VBN' && clause.auxiliaries.length === 0) return false;
  return wording.roles !== 'GIVES_TO' || !clause.obliques.some((head) => /^(?:to|for)$/.test(scene.preposition(head)));
}

function hasWhatItNeeds(scene: Scene, verb: VerbAtWork, { needs, subjects }: VerbPattern): boolean {
  const { phrases } = scene;
  const { token, clause, objects, things, subject } = verb;
  if (subjects && !isDescribed(scene, subject, subjects)) return false;
  switch (needs) {
    case 'PLACE':
      return [...clause.objects, ...phrases.at(token).complements].some(
        (head) => scene.entityAt(head)?.type === 'PLACE',
      );
    case 'SOMEBODY':
      return objects.some((object) => /^NNPS?$/.test(scene.tag(object)) || isPerson(scene, object));
    case 'PERSON':
      return things.some((thing) => isPerson(scene, thing));
    case null:
      return true;
  }
}

/** Somebody by name, by a pronoun, by a noun for people, or by a number alone: `two were captured`. */
function isPerson(scene: Scene, token: number): boolean {
  const type = scene.entityAt(token)?.type;
  const isPronoun = scene.tag(token) === 'PRP' && !/^(?:it|them)$/.test(scene.word(token));
  const isCount = scene.tag(token) === 'CD' && scene.phrases.at(token).role === 'PASSIVE_SUBJECT';
  return type === 'PERSON' || isPronoun || isCount || (type === undefined && isActorNoun(scene.lemma(token)));
}

/** Whether a subject, or a word inside its phrase, is one of some nouns: `the first group of aid workers`. */
function isDescribed({ phrases, lemma }: Scene, subject: number, nouns: ReadonlySet<string>): boolean {
  if (subject < 0) return false;
  const { first, last, complements } = phrases.at(subject);
  const ends = [last, ...complements.map((head) => phrases.at(head).last)];
  for (let token = first; token <= Math.min(Math.max(...ends), first + LONGEST_SUBJECT); token += 1)
    if (nouns.has(lemma(token))) return true;
  return false;
}

/** How many words of a subject are looked at. */
const LONGEST_SUBJECT = 20;

/** How far after the one before it a word of a pattern may stand, in tokens, and how far `guilty` and `dead`. */
const LONGEST_GAP = 5;
const LONGEST_OBJECT = 12;

/**
 * The last of the words of a pattern, which follow the verb in order; the verb itself without words; -1 where one is
 * missing. `to` may also open an infinitive that hangs on the verb, whatever stands between.
 */
function endOfWords(scene: Scene, { token, clause }: VerbAtWork, { words, objects }: VerbPattern): number {
  let at = token;
  for (const word of words) {
    if (word === 'to' && hasInfinitive(scene, token)) continue;
    const isComplement = word === 'guilty' || word === 'dead';
    const isTight = !objects && /^(?:for|on)$/.test(word);
    const farthest = at + (isComplement ? LONGEST_OBJECT : word === 'to' ? 3 : isTight ? 2 : LONGEST_GAP);
    let next = at + 1;
    while (next <= Math.min(farthest, clause.whole.last) && scene.word(next) !== word) next += 1;
    if (next > Math.min(farthest, clause.whole.last)) return -1;
    at = next;
  }
  return at;
}

/**
 * `ordered the former president to appear`: an infinitive before the next verb and the next comma. Read off the words,
 * as it may hang on the verb or on what stands between.
 */
function hasInfinitive({ document, tag, word }: Scene, verb: number): boolean {
  for (let token = verb + 1; token <= verb + LONGEST_OBJECT && token + 1 < document.tokens.count; token += 1) {
    if (tag(token) === 'TO') return tag(token + 1) === 'VB';
    if (/^(?:VB|MD|WDT|WP|WRB|,|\.|:)/.test(tag(token)) || /^(?:if|whether)$/.test(word(token))) return false;
  }
  return false;
}

/** Nouns of events that a word beside them makes something else: `heart attack`, `a flood of letters`. */
const FIGURES =
  /^(?:heart|panic|asthma|anxiety|life|personal|verbal) |(?:flood|storm|riot|avalanche|explosion|wave|barrage|eruption) of$/;

function matchNoun({ word, lemma }: Scene, token: number, patterns: readonly NounPattern[]): Trigger | null {
  for (const { before, after, wording } of patterns) {
    const first = token - before.length;
    const isBefore = before.every((part, place) => lemma(first + place) === part || word(first + place) === part);
    const isAfter = after.every((part, place) => word(token + 1 + place) === part);
    if (!isBefore || !isAfter) continue;
    if (after.length === 0 && FIGURES.test(`${word(token - 1)} ${lemma(token)} ${word(token + 1)}`)) continue;
    const last = token + after.filter((part) => part !== 'of' || after.length > 1).length;
    return { token, first, last, wording, isNoun: true, carrier: -1 };
  }
  return null;
}
