import type { Document } from '../../language/document.ts';
import { pennTag, relation, tokenText, universalTag } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import { isActorNoun, isInert } from '../lexicon/actor-nouns.ts';
import type { EventWording } from '../lexicon/event-types.ts';
import type { EventType } from '../reading.ts';
import { isPassive, subjectsOf } from './arguments.ts';
import { gerundGovernor } from './gerunds.ts';
import { objectsOf } from './objects.ts';
import { NOUN_PATTERNS, type NounPattern, VERB_PATTERNS, type VerbPattern } from './patterns.ts';
import type { Scene } from './scene.ts';

/** A word that says that something of a type happens. */
export interface Trigger {
  /** The verb, or the noun. */
  readonly token: number;
  /**
   * The first and last token of the words that name the event: `launched … operation` starts at the verb and ends at
   * the noun.
   */
  readonly first: number;
  readonly last: number;
  readonly wording: EventWording;
  readonly isNoun: boolean;
  /** The object that the pattern names and that is therefore no participant, or -1. */
  readonly carrier: number;
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
/** Types whose verbs are also figures of speech (`killed time`): not with a noun for a thing that is no target. */
const LITERAL: ReadonlySet<EventType> = new Set(['ASSAULT', 'ACCIDENT', 'PROTEST', 'LEGAL', 'COERCE', 'MOBILIZE']);
/** With an object these mean something else: `demonstrated the method`. */
const NEVER_TRANSITIVE = new Set(['demonstrate', 'rally', 'march']);
/** Verbs of such types that mean the same without an object, or whose object the parser may miss. */
const CLEAR = new Set([
  'kidnap',
  'abduct',
  'arrest',
  'murder',
  'assassinate',
  'rape',
  'torture',
  'deport',
  'invade',
  'bombard',
  'arrive',
  'remain',
  'go',
  'jail',
  'fight',
  'clash',
  'explode',
  'testify',
  'plead',
  'rule',
  'open',
  'invest',
  'merge',
  'marry',
  'wed',
  'bid',
  'premiere',
  'debut',
  'launch',
  'appeal',
  'earn',
  'cooperate',
  'collaborate',
  'allege',
  'reopen',
]);

/**
 * Every word that says that something happens, in text order.
 * A noun that a verb pattern has taken (`launched an operation`) is not given again.
 */
export function findTriggers(scene: Scene): Trigger[] {
  const { document, tree } = scene;
  const verbs: Trigger[] = [];
  const taken = new Set<number>();
  for (let token = 0; token < document.tokens.count; token += 1) {
    const patterns = VERB_PATTERNS.get(
      pennTag(document, token).startsWith('VB')
        ? (document.tokens.lemmas[token] ?? '')
        : verbOfGerund(document, tree, token),
    );
    if (!patterns) continue;
    const trigger = matchVerb(scene, token, patterns);
    if (!trigger) continue;
    verbs.push(trigger);
    if (trigger.carrier >= 0) taken.add(trigger.carrier);
  }
  const nouns: Trigger[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    const patterns = NOUN_PATTERNS.get(document.tokens.lemmas[token] ?? '');
    if (!patterns || taken.has(token) || universalTag(document, token) !== 'NOUN') continue;
    const trigger = matchNoun(document, token, patterns);
    if (trigger) nouns.push(trigger);
  }
  return [...verbs, ...nouns].sort((left, right) => left.token - right.token);
}

/**
 * The verb of a gerund that the tagger took for a noun though it has an object (`considering selling missiles`); the
 * empty string for all else.
 */
function verbOfGerund(document: Document, tree: Tree, token: number): string {
  const word = tokenText(document, token).toLowerCase();
  if (!/^\p{L}{3,}ing$/u.test(word) || universalTag(document, token) === 'VERB') return '';
  if (
    !(universalTag(document, token) === 'NOUN' && tree.childBy(token, 'obj') >= 0) &&
    gerundGovernor(document, token) < 0
  )
    return '';
  const stem = word.slice(0, -3);
  return [stem, `${stem}e`, stem.slice(0, -1)].find((verb) => VERB_PATTERNS.has(verb)) ?? '';
}

function matchVerb(scene: Scene, token: number, patterns: readonly VerbPattern[]): Trigger | null {
  const { document, tree } = scene;
  const isBuried = gerundGovernor(document, token) >= 0;
  const objects = isBuried ? [token + 1] : [...objectsOf(scene, token), ...sufferersOf(scene, token)];
  const withConjuncts = [
    ...objects,
    ...objects.flatMap((object) => tree.childrenBy(object, 'conj')),
    ...wholesOf(document, objects),
  ];
  const obliques = tree.childrenBy(token, 'obl', 'xcomp');
  const subject = tree.childBy(token, 'nsubj', 'nsubj:pass');
  const isFigure =
    isInert(document.tokens.lemmas[objects[0] ?? subject] ?? '') ||
    (objects.length === 0 &&
      [subject, ...relativeHead(document, tree, token)].some((noun) => isInert(document.tokens.lemmas[noun] ?? '')));
  for (const pattern of patterns) {
    const last = endOfWords(document, token, pattern.words, pattern.objects !== null);
    if (last < 0 || (isFigure && pattern.objects === null && LITERAL.has(pattern.wording.type))) continue;
    if (pattern.objects === null && objects.length > 0 && NEVER_TRANSITIVE.has(document.tokens.lemmas[token] ?? ''))
      continue;
    if (
      document.tokens.lemmas[token] === 'open' &&
      objects.some((object) =>
        /^(?:eye|door|window|mouth|heart|mind|arm|envelope|letter|box|bottle|book|file|drawer|bag)$/.test(
          document.tokens.lemmas[object] ?? '',
        ),
      )
    )
      continue;
    if (
      document.tokens.lemmas[token] === 'rescue' &&
      /^(?:workers?|teams?|crews?|services?|efforts?|operations?|missions?|boats?)$/i.test(
        tokenText(document, token + 1),
      )
    )
      continue;
    if (document.tokens.lemmas[token] === 'quit' && pennTag(document, token + 1) === 'VBG') continue;
    if (isGoverning(scene, token, objects) || (pattern.wording.mode === 'obstruct' && isByThing(scene, subject)))
      continue;
    if (!hasWhatItNeeds(scene, token, pattern, withConjuncts)) continue;
    if (pattern.subjects && !isDescribed(scene, subject, pattern.subjects)) continue;
    let carrier = -1;
    if (pattern.objects) {
      const wanted = pattern.objects;
      const candidates =
        pattern.words.length > 0
          ? [...withConjuncts, ...obliques, ...obliques.flatMap((child) => tree.childrenBy(child, 'obj', 'conj'))]
          : [
              ...withConjuncts,
              ...relativeHead(document, tree, token),
              ...tree
                .childrenBy(token, 'xcomp')
                .filter((child) => universalTag(document, child) === 'NOUN' || universalTag(document, child) === 'ADJ'),
            ];
      carrier =
        candidates.find(
          (candidate) =>
            wanted.has((document.tokens.lemmas[candidate] ?? '').toLowerCase()) && !isOtherArm(document, candidate),
        ) ?? -1;
      if (carrier < 0) continue;
    } else if (
      pattern.words.length === 0 &&
      pattern.needs !== 'PLACE' &&
      NEEDS_OBJECT.has(pattern.wording.type) &&
      !CLEAR.has(document.tokens.lemmas[token] ?? '')
    ) {
      const gives =
        pattern.wording.roles === 'GIVES_TO' &&
        obliques.some((child) =>
          tree.childrenBy(child, 'case').some((preposition) => /^(?:to|for)$/i.test(tokenText(document, preposition))),
        );
      const hasObject =
        gives ||
        objects.length > 0 ||
        isParticipleOf(document, tree, token) ||
        relativeHead(document, tree, token).length > 0;
      if (!hasObject) continue;
    }
    const end = Math.max(last, carrier > token && carrier - token <= 6 ? carrier : token);
    return { token, first: token, last: end, wording: pattern.wording, isNoun: false, carrier };
  }
  return null;
}

/** `had ruled them for 22 years`: to rule people or a country is no ruling of a court. */
function isGoverning({ document, index }: Scene, verb: number, objects: readonly number[]): boolean {
  if (document.tokens.lemmas[verb] !== 'rule') return false;
  return objects.some(
    (object) =>
      pennTag(document, object) === 'PRP' ||
      index.entities[index.entityAt(object)]?.type === 'PLACE' ||
      /^(?:country|nation|people|state|kingdom|island|party)$/.test(document.tokens.lemmas[object] ?? ''),
  );
}

/** `A landslide blocked the road`: what is no person, group or name obstructs nothing on purpose. */
function isByThing({ document, index }: Scene, subject: number): boolean {
  return (
    subject >= 0 &&
    /^NNS?$/.test(pennTag(document, subject)) &&
    index.entityAt(subject) < 0 &&
    !isActorNoun(document.tokens.lemmas[subject] ?? '') &&
    tokenText(document, subject + 1) !== 'of'
  );
}

/** The subjects of a passive, its own or those of the verb before it: `flew home and was questioned`. */
function sufferersOf(scene: Scene, verb: number): number[] {
  const own = scene.tree.childrenBy(verb, 'nsubj:pass');
  return own.length > 0 || !isPassive(scene.document, scene.tree, verb) ? own : subjectsOf(scene, verb);
}

/** `sell its credit card arm`: an arm in the singular is no weapon. */
function isOtherArm(document: Document, token: number): boolean {
  return tokenText(document, token).toLowerCase() === 'arm';
}

function hasWhatItNeeds(
  { document, tree, index }: Scene,
  verb: number,
  { needs }: VerbPattern,
  objects: readonly number[],
): boolean {
  const typeAt = (token: number): string | undefined => index.entities[index.entityAt(token)]?.type;
  const isPronoun = (token: number): boolean =>
    pennTag(document, token) === 'PRP' && !/^(?:it|them)$/i.test(tokenText(document, token));
  // `two were captured`, `will honour three of them`: a number alone counts people.
  const isCount = (token: number): boolean =>
    pennTag(document, token) === 'CD' &&
    (isRelation(relation(document, token), 'nsubj:pass') ||
      /^(?:of them|of us)$/i.test(`${tokenText(document, token + 1)} ${tokenText(document, token + 2)}`));
  const isHeld = (token: number): boolean =>
    tree
      .childrenBy(token, 'amod')
      .some((child) =>
        /^(?:jailed|detained|captured|imprisoned|abducted|kidnapped|arrested)$/i.test(tokenText(document, child)),
      );
  const isPerson = (token: number): boolean =>
    typeAt(token) === 'PERSON' ||
    isPronoun(token) ||
    isCount(token) ||
    isHeld(token) ||
    (isActorNoun(document.tokens.lemmas[token] ?? '') && typeAt(token) === undefined);
  switch (needs) {
    case 'PLACE':
      return tree.childrenBy(verb, 'obl', 'obj', 'nmod').some((child) => typeAt(child) === 'PLACE');
    case 'SOMEBODY':
      return (
        tree.childBy(verb, 'aux:pass') >= 0 ||
        objects.some((object) => /^NNPS?$/.test(pennTag(document, object)) || isPerson(object))
      );
    case 'PERSON':
      return objects.some((object) => isPerson(object) || typeAt(object + 1) === 'PERSON');
    case null:
      return true;
  }
}

/**
 * Whether a subject, or a word that modifies it, is one of some nouns: `peacekeeping troops`, `the first group of aid
 * workers`.
 */
function isDescribed({ document, tree }: Scene, subject: number, nouns: ReadonlySet<string>): boolean {
  if (subject < 0) return false;
  const near = [subject, ...tree.childrenBy(subject, 'compound', 'amod', 'flat', 'nmod')];
  return [...near, ...near.slice(1).flatMap((token) => tree.childrenBy(token, 'compound', 'amod'))].some((token) =>
    nouns.has((document.tokens.lemmas[token] ?? '').toLowerCase()),
  );
}

const QUANTITIES = new Set(
  'ton tonne kilogram barrel dose box piece amount supply record part half most all some number series range array dozen hundred thousand one two three several euro dollar pound yen rupee rouble franc million day week'.split(
    ' ',
  ),
);

/** `captured part of the town`: the last noun of what an object is a quantity of, read off the words. */
function wholesOf(document: Document, objects: readonly number[]): number[] {
  return objects.flatMap((object) => {
    if (!QUANTITIES.has(document.tokens.lemmas[object] ?? '') || tokenText(document, object + 1) !== 'of') return [];
    let last = object + 2;
    while (/^(?:DT|JJ|NN|CD|PRP\$)/.test(pennTag(document, last + 1))) last += 1;
    return [last];
  });
}

/** The noun that a relative clause hangs on, when the clause lacks the object that the relative pronoun stands for. */
function relativeHead(document: Document, tree: Tree, token: number): number[] {
  const head = document.tokens.heads[token] ?? -1;
  return head >= 0 && tree.childrenBy(head, 'acl:relcl', 'acl').includes(token) ? [head] : [];
}

function isParticipleOf(document: Document, tree: Tree, token: number): boolean {
  return pennTag(document, token) === 'VBN' && tree.childBy(token, 'aux') < 0;
}

/**
 * The last of the words of a pattern, which must follow the verb in order within a few tokens; the verb itself without
 * words; -1 where one is missing.
 */
function endOfWords(document: Document, token: number, words: readonly string[], hasCarrier: boolean): number {
  let at = token;
  for (const word of words) {
    if (word === 'to' && hasInfinitive(document, token)) continue;
    const isComplement = word === 'guilty' || word === 'dead';
    let next = at + 1;
    while (next <= at + 5 && next < document.tokens.count && tokenText(document, next).toLowerCase() !== word)
      next += 1;
    if ((next > at + 5 && !isComplement) || next >= document.tokens.count) return -1;
    if (isComplement && next > at + 5) next = complementBehind(document, at, word);
    if (next < 0) return -1;
    if (next > at + 2 && !hasCarrier && /^(?:for|on)$/.test(word)) return -1;
    if (word === 'to' && next > token + 3) return -1;
    at = next;
  }
  return at;
}

/**
 * `found Marta Rey, 58, guilty`: what somebody is found, behind a name and an age, before the next verb; -1 where it is
 * missing.
 */
function complementBehind(document: Document, verb: number, word: string): number {
  for (let token = verb + 1; token <= verb + LONGEST_OBJECT && token < document.tokens.count; token += 1) {
    if (tokenText(document, token).toLowerCase() === word) return token;
    if (/^(?:VB|MD|\.)/.test(pennTag(document, token))) return -1;
  }
  return -1;
}

/**
 * How far an infinitive may stand behind its verb, in tokens: the object between them can be a name with its titles.
 */
const LONGEST_OBJECT = 12;

/**
 * `ordered the former president to appear`: an infinitive before the next verb and the next comma. Read off the words,
 * as the parser hangs it in many places.
 */
function hasInfinitive(document: Document, verb: number): boolean {
  for (let token = verb + 1; token <= verb + LONGEST_OBJECT && token + 1 < document.tokens.count; token += 1) {
    const tag = pennTag(document, token);
    if (tag === 'TO') return pennTag(document, token + 1) === 'VB';
    if (/^(?:VB|MD|WDT|WP|,|\.|:)/.test(tag)) return false;
  }
  return false;
}

/** Nouns of events that a word beside them makes something else: `heart attack`, `a flood of letters`. */
const FIGURES =
  /^(?:heart|panic|asthma|anxiety|life|personal|verbal) |(?:flood|storm|riot|avalanche|explosion|wave|barrage|eruption) of$/;

function matchNoun(document: Document, token: number, patterns: readonly NounPattern[]): Trigger | null {
  for (const pattern of patterns) {
    const first = token - pattern.before.length;
    const before = pattern.before.every(
      (word, place) =>
        document.tokens.lemmas[first + place]?.toLowerCase() === word ||
        tokenText(document, first + place).toLowerCase() === word,
    );
    const after = pattern.after.every((word, place) => tokenText(document, token + 1 + place).toLowerCase() === word);
    const isFigure =
      pattern.after.length === 0 &&
      FIGURES.test(
        `${tokenText(document, token - 1)} ${document.tokens.lemmas[token] ?? ''} ${tokenText(document, token + 1)}`.toLowerCase(),
      );
    if (before && after && !isFigure)
      return {
        token,
        first,
        last: token + pattern.after.filter((word) => word !== 'of' || pattern.after.length > 1).length,
        wording: pattern.wording,
        isNoun: true,
        carrier: -1,
      };
  }
  return null;
}
