import type { Document } from '../../language/document.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import type { EventType } from '../reading.ts';
import { antecedentOf, isPassive } from './arguments.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

/**
 * Triggers with the sense that their article gives them. Whom an accident, a disaster or a disease kills dies, and
 * nobody assaults anybody there; in an article about a vote, to beat somebody is to win it; who declines to comment
 * rejects nothing; who asks a question, or not to be named, asks nobody to do anything; who opens a window releases
 * nothing; and a word that only sport uses strictly (`played`, `drew`) means nothing of the kind where nothing else is
 * sport.
 */
export function settleSenses(scene: Scene, triggers: readonly Trigger[]): Trigger[] {
  const { document } = scene;
  const isSport =
    triggers.some(
      (trigger) =>
        trigger.wording.type === 'SPORT' &&
        !isWeakSport(document, trigger) &&
        document.tokens.lemmas[trigger.token] !== 'beat',
    ) ||
    triggers
      .filter((trigger) => document.tokens.lemmas[trigger.token] === 'beat')
      .some((trigger) => !isPassive(document, scene.tree, trigger.token));
  const isFight = triggers.some((trigger) => isDeliberate(document, trigger));
  const isVote =
    count(triggers, (trigger) => trigger.wording.type === 'ELECTION') >
    count(triggers, (trigger) => trigger.wording.type === 'SPORT' && trigger.isNoun);
  return triggers.flatMap((trigger, place): Trigger[] => {
    const lemma = document.tokens.lemmas[trigger.token] ?? '';
    if (trigger.wording.type === 'REJECT' && isSilence(scene, trigger)) return [];
    if (lemma === 'ask' && (isQuestion(document, trigger.token) || asksForSecrecy(document, trigger.token))) return [];
    if (/^(?:open|reopen)$/.test(lemma) && trigger.wording.type === 'RELEASE' && opensNothingNew(scene, trigger))
      return [];
    if (trigger.wording.type === 'SPORT') {
      if (lemma === 'beat' && !isSport && isPassive(document, scene.tree, trigger.token))
        return [{ ...trigger, wording: { ...trigger.wording, type: 'ASSAULT', mode: 'beat', roles: 'ACTS_ON' } }];
      if (isVote && /^(?:beat|defeat)$/.test(lemma)) return [retype(trigger, 'ELECTION', 'ACTS_ON')];
      return isSport || !isWeakSport(document, trigger) ? [trigger] : [];
    }
    if (
      /^(?:explosion|blast|explode)$/.test(lemma) &&
      trigger.wording.type === 'ACCIDENT' &&
      isAmongAssaults(document, triggers, place)
    )
      return [{ ...trigger, wording: { ...trigger.wording, type: 'ASSAULT', mode: 'explosives' } }];
    if (/^(?:injure|hurt)$/.test(lemma) && !isInflicted(scene, trigger) && !isFight) return [];
    if (
      trigger.wording.type !== 'ASSAULT' ||
      trigger.wording.mode !== undefined ||
      !isByNobody(scene, trigger, triggers.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1))
    )
      return [trigger];
    if (/^(?:kill|killing)$/.test(lemma)) return [retype(trigger, 'DEATH', 'ACTS_ON')];
    return /^(?:topple|injure|wound|strike|hit|hurt|destroy|injury)$/.test(lemma) ? [] : [trigger];
  });
}

/** Whether somebody injures: `was injured in training` tells of no attack. */
function isInflicted({ document, tree }: Scene, { token }: Trigger): boolean {
  return tree
    .childrenBy(token, 'nsubj', 'obl')
    .some(
      (child) =>
        !isRelation(relation(document, child), 'nsubj:pass') &&
        (isRelation(relation(document, child), 'nsubj') ||
          /^by$/i.test(tokenText(document, tree.childBy(child, 'case')))),
    );
}

function count(triggers: readonly Trigger[], test: (trigger: Trigger) => boolean): number {
  return triggers.filter(test).length;
}

function retype(trigger: Trigger, type: EventType, roles: Trigger['wording']['roles']): Trigger {
  const { mode: _, ...wording } = trigger.wording;
  return { ...trigger, wording: { ...wording, type, roles } };
}

/** What somebody does who says nothing: that is no refusal of anything that was asked for. */
const TELLING =
  /^(?:comment|say|name|elaborate|discuss|identify|disclose|answer|specify|respond|speak|talk|reveal|provide)$/;

function isSilence({ document, tree }: Scene, { token }: Trigger): boolean {
  if (!/^(?:decline|refuse)$/.test(document.tokens.lemmas[token] ?? '')) return false;
  return (
    TELLING.test(document.tokens.lemmas[tree.childBy(token, 'xcomp')] ?? '') ||
    TELLING.test(document.tokens.lemmas[token + 2] ?? '')
  );
}

/** How far behind a verb of asking the question may begin. */
const QUESTION_REACH = 8;

/** `asked why a minister would leave`, `asked them about it`: a question word before anything that is asked for. */
function isQuestion(document: Document, verb: number): boolean {
  for (let token = verb + 1; token <= verb + QUESTION_REACH; token += 1) {
    const word = tokenText(document, token).toLowerCase();
    if (/^(?:whether|if|why|how|what|when|where|who|about)$/.test(word)) return true;
    if (/^(?:to|for|that|[.;:,“"])$/.test(word)) return false;
  }
  return false;
}

/** `asked not to be named`: how the article came by somebody's words. */
function asksForSecrecy(document: Document, verb: number): boolean {
  const words = [1, 2, 3, 4].map((step) => tokenText(document, verb + step).toLowerCase());
  return (
    words.slice(0, 3).join(' ') === 'not to be' && /^(?:named|identified|quoted|photographed)$/.test(words[3] ?? '')
  );
}

/** What is opened without anything new coming of it, and what opens as a meeting does. */
const OPENED =
  /^(?:window|door|gate|mouth|eye|heart|mind|wound|rift|quarrel|debate|dispute|question|way|path|letter|envelope|box|umbrella)$/;
const OPENING = /^(?:talk|negotiation|trial|hearing|inquest|court|session|debate|market|share|stock)$/;

function opensNothingNew({ document, tree }: Scene, { token }: Trigger): boolean {
  const object = document.tokens.lemmas[tree.childBy(token, 'obj')] ?? '';
  const above = isRelation(relation(document, token), 'acl')
    ? (document.tokens.heads[token] ?? -1)
    : tree.childBy(token, 'nsubj');
  return OPENED.test(object) || (object === '' && OPENING.test(document.tokens.lemmas[above] ?? ''));
}

function isWeakSport(document: Document, trigger: Trigger): boolean {
  return !trigger.isNoun && /^(?:play|draw|score|lose)$/.test(document.tokens.lemmas[trigger.token] ?? '');
}

/** Things that kill on somebody's behalf. */
const WEAPONS =
  /^(?:bomb|attack|strike|airstrike|rocket|missile|shell|shelling|drone|mine|bullet|blast|gunfire|raid|ambush|artillery|grenade|mortar|operation|offensive|fighting|clash|car|truck|device)$/;
const CALAMITIES: ReadonlySet<EventType> = new Set(['ACCIDENT', 'DISASTER']);

/** How many triggers on either side are looked at. */
const NEIGHBOURS = 10;
/** How many sentences on either side. */
const REACH = 4;

/**
 * Whether no person is behind a killing: its subject is a thing that is no weapon, or it stands nearer to an accident
 * or a disaster than to any assault.
 */
function isByNobody(scene: Scene, trigger: Trigger, triggers: readonly Trigger[]): boolean {
  const { document, tree, index } = scene;
  const subject =
    tree.childrenBy(trigger.token, 'nsubj').find((child) => !isRelation(relation(document, child), 'nsubj:pass')) ?? -1;
  const agent =
    subject >= 0
      ? subject
      : (tree
          .childrenBy(trigger.token, 'obl')
          .find((child) => /^by$/i.test(tokenText(document, tree.childBy(child, 'case')))) ?? -1);
  const isRelative = /^(?:which|that)$/i.test(tokenText(document, agent));
  const noun = isRelative ? antecedentOf(scene, agent) : agent;
  const lemma = (document.tokens.lemmas[noun] ?? '').toLowerCase();
  const isThing =
    agent >= 0 &&
    /^NNS?$/.test(pennTag(document, noun)) &&
    !isActorNoun(lemma) &&
    index.entityAt(noun) < 0 &&
    !WEAPONS.test(lemma);
  const sentence = rangeHolding(document.sentences, trigger.token);
  const near = (other: Trigger): number => Math.abs(rangeHolding(document.sentences, other.token) - sentence);
  const assaults = triggers.filter(
    (other) => other !== trigger && isDeliberate(document, other) && near(other) <= REACH,
  );
  const calamities = triggers.filter((other) => CALAMITIES.has(other.wording.type) && near(other) <= REACH);
  if (isThing && !assaults.some((other) => near(other) === 0)) return true;
  if (agent >= 0 && !isThing && !calamities.some((other) => other.token === agent)) return false;
  const distance = (list: readonly Trigger[]): number =>
    Math.min(
      Number.POSITIVE_INFINITY,
      ...list.map((other) => Math.abs(other.token - trigger.token) + 100 * near(other)),
    );
  return distance(calamities) < distance(assaults);
}

/** Whether an explosion stands among assaults and no other accident. */
function isAmongAssaults(document: Document, triggers: readonly Trigger[], place: number): boolean {
  const near = triggers.slice(Math.max(0, place - NEIGHBOURS), place + NEIGHBOURS + 1);
  const isExplosion = (trigger: Trigger): boolean =>
    /^(?:explosion|blast|explode)$/.test(document.tokens.lemmas[trigger.token] ?? '');
  return (
    near.some((other) => isDeliberate(document, other) && other.wording.type === 'ASSAULT') &&
    !near.some((other) => other.wording.type === 'ACCIDENT' && !isExplosion(other))
  );
}

/** An assault that is more than a killing, an explosion or an injury, which accidents bring too. */
function isDeliberate(document: Document, trigger: Trigger): boolean {
  return (
    (trigger.wording.type === 'ASSAULT' || trigger.wording.type === 'PROTEST') &&
    !/^(?:kill|killing|injure|hurt|wound|topple|strike|hit|destroy)$/.test(document.tokens.lemmas[trigger.token] ?? '')
  );
}

/** Types whose words ask for, threaten or refuse what hangs on them. */
const OPEN_TYPES: ReadonlySet<EventType> = new Set(['THREATEN', 'REQUEST', 'REJECT']);

/**
 * The trigger whose content a trigger is, or null: `threatened to attack`, `demanded that she resign`, `refused to
 * meet`, `called for a ceasefire`. What is only threatened, asked for or refused is part of that event and no event of
 * its own. `triggerAt` gives the trigger at a token, carriers included.
 */
export function contentOf(
  { document, tree }: Scene,
  trigger: Trigger,
  triggerAt: ReadonlyMap<number, Trigger>,
): Trigger | null {
  let at = trigger.token;
  for (let steps = 0; steps < 3; steps += 1) {
    const head = document.tokens.heads[at] ?? -1;
    const governor = triggerAt.get(head);
    const role = relation(document, at);
    if (governor && governor !== trigger && OPEN_TYPES.has(governor.wording.type) && governor.token < trigger.token) {
      if (isRelation(role, 'xcomp') || (isRelation(role, 'ccomp', 'advcl', 'acl') && isBase(document, tree, at)))
        return governor;
      if (
        isRelation(role, 'obj') &&
        at !== trigger.token &&
        isRelation(relation(document, trigger.token), 'acl') &&
        isBase(document, tree, trigger.token)
      )
        return governor;
      if (
        isRelation(role, 'obj', 'obl', 'nmod') &&
        trigger.isNoun &&
        at === trigger.token &&
        !isPresupposing(document, tree, at)
      )
        return governor;
    }
    if (!isRelation(role, 'conj', 'xcomp', 'ccomp', 'obj', 'acl') || head < 0) return null;
    at = head;
  }
  return null;
}

/** A verb in its base form, or under `should` or `must`. */
function isBase(document: Document, tree: Tree, verb: number): boolean {
  return (
    pennTag(document, verb) === 'VB' || /^(?:should|must|would)$/i.test(tokenText(document, tree.childBy(verb, 'aux')))
  );
}

/** `demanded help after the attack`: behind these prepositions a noun is taken for granted. */
function isPresupposing(document: Document, tree: Tree, noun: number): boolean {
  return tree
    .childrenBy(noun, 'case')
    .some((preposition) => !/^(?:for|of|to|with)$/i.test(tokenText(document, preposition)));
}

const THREATENED: Readonly<Partial<Record<EventType, string>>> = {
  ASSAULT: 'violence',
  MOBILIZE: 'violence',
  SANCTION: 'relations',
  COERCE: 'restrict',
  REJECT: 'relations',
};
const WANTED: Readonly<Partial<Record<EventType, string>>> = {
  AID: 'assist',
  COOPERATE: 'assist',
  SUPPORT: 'assist',
  CONSULT: 'meet',
  RETREAT: 'yield',
  CONCEDE: 'yield',
  APPOINTMENT: 'yield',
  AGREE: 'yield',
  LEGAL: 'change',
  ELECTION: 'change',
  COERCE: 'change',
};

/** PLOVER's mode of a threat, a request or a refusal, by what it is about; null where PLOVER has none. */
export function modeByContent(type: EventType, content: Trigger): string | null {
  if (type !== 'THREATEN') return WANTED[content.wording.type] ?? null;
  const { mode } = content.wording;
  return mode === 'arrest' || mode === 'expel' ? mode : (THREATENED[content.wording.type] ?? null);
}
