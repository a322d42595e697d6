import type { Document } from '../../language/document.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { pennTag, relation, tokenText, universalTag } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { OFFICES } from '../lexicon/offices.ts';
import type { ParticipantRole } from '../reading.ts';
import type { Scene } from './scene.ts';
import { isMeasure, objectsOf } from './objects.ts';
import { gerundGovernor } from './gerunds.ts';
import type { Trigger } from './triggers.ts';

/** A noun that an event's grammar gives a part, without what is coordinated with it. */
export interface Role {
  readonly role: ParticipantRole;
  readonly head: number;
  /** Behind a preposition: `an attack on the town`. */
  readonly isOblique: boolean;
}

/** Verbs without an object, whose participle cannot be a passive. */
const NEVER_PASSIVE =
  /^(?:plead|testify|resign|die|step|collapse|crash|arrive|march|protest|rally|capsize|derail|collide|explode|erupt)$/;

/** Whether a verb is in the passive: by its auxiliary, or as a participle that modifies a noun. */
export function isPassive(document: Document, tree: Tree, verb: number): boolean {
  if (NEVER_PASSIVE.test(document.tokens.lemmas[verb] ?? '')) return false;
  const isReduced =
    pennTag(document, verb) === 'VBN' &&
    tree.childBy(verb, 'aux', 'nsubj') < 0 &&
    isRelation(relation(document, verb), 'acl', 'amod');
  return (
    isReduced ||
    isSecondPassive(document, tree, verb) ||
    (pennTag(document, verb) !== 'VB' && tree.childBy(verb, 'nsubj:pass', 'aux:pass') >= 0) ||
    (pennTag(document, verb) === 'VB' &&
      tree.childBy(verb, 'aux:pass') >= 0 &&
      !/^to$/i.test(tokenText(document, verb - 1)))
  );
}

/** `was convicted in 2019 and pardoned in 2021`: a participle without an auxiliary, coordinated with a passive. */
function isSecondPassive(document: Document, tree: Tree, verb: number): boolean {
  const first = document.tokens.heads[verb] ?? -1;
  if (
    !/^VB[ND]$/.test(pennTag(document, verb)) ||
    !isRelation(relation(document, verb), 'conj') ||
    first < 0 ||
    tree.childBy(first, 'aux:pass') < 0
  )
    return false;
  return tree.childBy(verb, 'aux', 'nsubj', 'obj') < 0;
}

/** What the grammar of a verb gives a part. */
export function rolesOfVerb(scene: Scene, trigger: Trigger): Role[] {
  const { document, tree } = scene;
  const verb = trigger.token;
  const { roles } = trigger.wording;
  const passive = isPassive(document, tree, verb);
  const subjects = subjectsOf(scene, verb);
  const found: Role[] = [];
  const add = (role: ParticipantRole, head: number, isOblique = false): void => {
    if (head !== trigger.carrier || isPatient(scene, trigger)) found.push({ role, head, isOblique });
  };
  const second: ParticipantRole = roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT';
  if (passive) {
    for (const agent of agentsOf(document, tree, verb)) add('ACTOR', agent);
    for (const subject of subjects) add(second, subject);
  } else {
    // `Heavy rain had flooded the valley`: what happens to an object is not done to the subject.
    const isCause = roles === 'UNDERGOES' && tree.childBy(verb, 'obj') >= 0;
    for (const subject of subjects) add(roles === 'UNDERGOES' && !isCause ? 'RECIPIENT' : 'ACTOR', subject);
    for (const object of objectsOf(scene, verb)) {
      if (isReciprocal(document, object)) for (const subject of subjects) add(second, subject);
      else if (
        trigger.wording.type === 'AGREE' &&
        roles === 'GIVES_TO' &&
        isActorNoun(document.tokens.lemmas[object] ?? '')
      )
        add(second, object);
      else if (
        !(
          roles === 'GIVES_TO' &&
          isRelation(relation(document, object), 'obj') &&
          (universalTag(document, object) === 'NOUN' || hasGoal(document, tree, verb))
        )
      )
        add(second, object);
    }
  }
  // `set fire to three buses`: what the words of an assault are done to, behind their preposition.
  const isAimed = (head: number): boolean =>
    trigger.carrier >= 0 && trigger.wording.type === 'ASSAULT' && TARGETS.test(document.tokens.lemmas[head] ?? '');
  for (const role of obliqueRoles(scene, trigger, passive)) add(role.role, role.head, !isAimed(role.head));
  for (const role of ownerRoles(scene, trigger, second)) add(role.role, role.head, true);
  if (trigger.carrier >= 0) found.push(...carrierRoles(scene, trigger, second));
  return found;
}

/** Things that are struck, taken or burnt, and no name of what is done to them. */
const TARGETS =
  /^(?:town|city|village|position|base|stronghold|target|port|site|depot|facility|refinery|ship|vessel|boat|trawler|tanker|ferry|freighter|radar|hospital|home|house|church|mosque|building|school|market|farm|car|vehicle|tank|office|bus|train|truck|lorry|van|boat|shop|store|pharmacy|bank|station|barracks|headquarters|plant|pipeline|bridge|mill|prison|drone|plane|jet|helicopter|aircraft|missile|airport|warehouse|camp|area|territory|capital)$/;

/**
 * Whether the noun that a pattern names is whom or what the event is done to, and not the event itself: `captured the
 * town`, `released two hostages`, but not `launched an attack`.
 */
function isPatient({ document }: Scene, { wording, carrier, token }: Trigger): boolean {
  const { type, mode } = wording;
  const lemma = document.tokens.lemmas[carrier] ?? '';
  if (!isRelation(relation(document, carrier), 'obj', 'nsubj:pass')) return false;
  if (type === 'RETREAT') return mode === 'release' && isActorNoun(lemma);
  if (type === 'COERCE' && mode !== 'arrest' && mode !== 'seize') return false;
  return (
    (type === 'ASSAULT' || type === 'COERCE') &&
    mode !== 'abduct' &&
    document.tokens.lemmas[token] !== 'launch' &&
    (isActorNoun(lemma) || TARGETS.test(lemma))
  );
}

/** `sold them to a dealer`: whoever gets it stands behind `to`. */
function hasGoal(document: Document, tree: Tree, verb: number): boolean {
  return tree.childrenBy(verb, 'obl').some((child) => /^to$/i.test(tokenText(document, tree.childBy(child, 'case'))));
}

/** `each other`, `one another`: what is done to it is done to the subjects. */
function isReciprocal(document: Document, object: number): boolean {
  const pair = /^(?:each|one)$/i.test(tokenText(document, object)) ? object : object - 1;
  return /^(?:each other|one another)$/i.test(`${tokenText(document, pair)} ${tokenText(document, pair + 1)}`);
}

/**
 * Subjects of a verb: its own, or those of the verb it is coordinated with, controlled by, or a relative or participle
 * clause of.
 */
export function subjectsOf(scene: Scene, verb: number): number[] {
  const { document, tree, isAside } = scene;
  const buried = gerundGovernor(document, verb);
  let at = buried >= 0 ? buried : verb;
  for (let steps = 0; steps < 5; steps += 1) {
    const cut = cutOffSubject(scene, at);
    if (cut >= 0) return [cut];
    const own = withoutMeasures(
      document,
      tree.childrenBy(at, 'nsubj', 'nsubj:pass').filter((child) => !isAside(child)),
    );
    const relative = own.find((child) => /^(?:who|which|that)$/i.test(tokenText(document, child)));
    const head = document.tokens.heads[at] ?? -1;
    const role = relation(document, at);
    if (relative !== undefined) return [antecedentOf(scene, relative)];
    if (own.length > 0) return own;
    const empty = tree.childrenBy(at, 'expl').find((child) => child < at && /^it$/i.test(tokenText(document, child)));
    if (empty !== undefined && scene.statementAt(empty)?.kind === 'INDIRECT') return [empty];
    if (head < 0) return [];
    if (isRelation(role, 'acl') && pennTag(document, at) === 'VBN' && universalTag(document, at - 1) === 'NOUN')
      return [at - 1];
    if (isRelation(role, 'acl'))
      return speakerBehind(document, tree, head) >= 0 ? subjectsOf(scene, speakerBehind(document, tree, head)) : [head];
    const isControlled =
      isRelation(role, 'xcomp') ||
      tree.childrenBy(at, 'mark').some((mark) => /^(?:of|from|into|for)$/i.test(tokenText(document, mark)));
    if (isControlled) {
      const object = tree.childBy(head, 'obj', 'iobj');
      const controller =
        object >= 0 && object < at && !/^(?:that|which|whom)$/i.test(tokenText(document, object))
          ? object
          : tree.childrenBy(head, 'obj', 'iobj').find((child) => child > head && child < at);
      if (controller !== undefined && controller < at && !isTaskNoun(document, controller)) return [controller];
      if (tree.childBy(head, 'nsubj:pass') >= 0) return [tree.childBy(head, 'nsubj:pass')];
    }
    const isGerund = isRelation(role, 'obj') && /ing$/i.test(tokenText(document, at));
    if (!isGerund && !isRelation(role, 'conj', 'xcomp', 'advcl', 'parataxis', 'obl', 'csubj')) return [];
    at = head;
  }
  return [];
}

/** `Hours after X hosted Y`: a measure is no subject beside another one. */
function withoutMeasures(document: Document, subjects: readonly number[]): number[] {
  // `said Malee Chaiya, whose two sons drowned`: a noun behind `whose` is the subject, not whose it is.
  const relative = subjects.find(
    (subject, place) =>
      place > 0 &&
      tokensBetween(subjects[place - 1] ?? subject, subject).some((token) => pennTag(document, token) === 'WP$'),
  );
  if (relative !== undefined) return [relative];
  const others = subjects.filter(
    (subject, place) => !isMeasure(document, subject) && !isTitleBefore(document, subject, subjects[place + 1] ?? -1),
  );
  return others.length > 0 ? others : [...subjects];
}

function tokensBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from - 1) }, (_, place) => from + 1 + place);
}

/** `opposition leader Jane Roe said`: a title that the parser made a subject beside the name. */
function isTitleBefore(document: Document, title: number, name: number): boolean {
  return (
    name === title + 1 &&
    pennTag(document, name) === 'NNP' &&
    OFFICES.has((document.tokens.lemmas[title] ?? '').toLowerCase())
  );
}

/** `made a promise to`, `has plans to`: who has it does what follows. */
function isTaskNoun(document: Document, token: number): boolean {
  return !isActorNoun(document.tokens.lemmas[token] ?? '') && universalTag(document, token) === 'NOUN';
}

/**
 * The word that a relative pronoun stands for: the noun that its clause hangs on, or else the last word of the name
 * before it.
 */
export function antecedentOf({ document, index, tree }: Scene, pronoun: number): number {
  const before = tokenText(document, pronoun - 1) === ',' ? pronoun - 2 : pronoun - 1;
  let at = document.tokens.heads[pronoun] ?? -1;
  for (let steps = 0; steps < 3 && at >= 0; steps += 1) {
    if (isRelation(relation(document, at), 'acl:relcl', 'acl')) {
      const head = document.tokens.heads[at] ?? -1;
      const named = tree.childrenBy(head, 'appos').find((child) => child < pronoun && index.entityAt(child) >= 0);
      return named ?? (head >= 0 ? head : before);
    }
    at = document.tokens.heads[at] ?? -1;
  }
  return index.entityAt(before) >= 0 || /^NN/.test(pennTag(document, before)) ? before : pronoun;
}

/**
 * `issued a statement condemning …`: the verb whose subject speaks through its object; -1 where the noun is no such
 * object.
 */
function speakerBehind(document: Document, tree: Tree, noun: number): number {
  const verb = document.tokens.heads[noun] ?? -1;
  const isWord =
    /^(?:statement|declaration|letter|speech|message|petition|resolution|appeal|article|report|lawsuit|complaint|post|video|campaign)$/.test(
      document.tokens.lemmas[noun] ?? '',
    );
  return isWord && verb >= 0 && isRelation(relation(document, noun), 'obj') && tree.childBy(verb, 'nsubj') >= 0
    ? verb
    : -1;
}

/**
 * A subject that commas have cut off its verb: `Minister Jane Roe, has met officials`, `Jane Roe, the novelist who won
 * the prize, has died`.
 */
function cutOffSubject({ document, tree, index, isAside }: Scene, verb: number): number {
  if (
    tree.childrenBy(verb, 'nsubj', 'nsubj:pass').some((child) => !isAside(child)) ||
    (document.tokens.heads[verb] ?? -1) >= 0
  )
    return -1;
  const first = Math.min(
    verb,
    ...tree.childrenBy(verb, 'aux', 'aux:pass', 'advmod').filter((child) => verb - child <= 4),
  );
  if (tokenText(document, first - 1) !== ',') return -1;
  const sentence = document.sentences[rangeHolding(document.sentences, verb)];
  for (let token = sentence?.first ?? first; token < first - 1; token += 1) {
    if (tokenText(document, token) !== ',') continue;
    if (index.mentions[index.mentionAt(token - 1)]?.last === token - 1 && !isAside(token - 1)) return token - 1;
    break;
  }
  const before = first - 2;
  return /^NNPS?$/.test(pennTag(document, before)) && !isAside(before) ? before : -1;
}

/** Who a passive is done by. */
export function agentsOf(document: Document, tree: Tree, verb: number): number[] {
  return tree
    .childrenBy(verb, 'obl')
    .filter(
      (child) =>
        isRelation(relation(document, child), 'obl:agent') ||
        tokenText(document, tree.childBy(child, 'case')).toLowerCase() === 'by',
    );
}

const RECIPIENT_CASES: Readonly<Record<string, RegExp>> = {
  ACTS_ON: /^(?:against|on|upon|to)$/i,
  MUTUAL: /^(?:with|between|against)$/i,
  GIVES_TO: /^(?:to|for)$/i,
  UNDERGOES: /^(?:with|into)$/i,
  AGAINST: /^(?:against|at|over)$/i,
};

function obliqueRoles({ document, tree, index }: Scene, trigger: Trigger, passive: boolean): Omit<Role, 'isOblique'>[] {
  const { token, wording } = trigger;
  const { roles } = wording;
  const buried = gerundGovernor(document, token);
  const phrases = [
    ...tree.childrenBy(buried >= 0 ? buried : token, 'obl', 'nmod'),
    ...(roles === 'GIVES_TO' ? tree.childrenBy(token, 'obj').flatMap((object) => tree.childrenBy(object, 'nmod')) : []),
  ];
  return phrases.flatMap((child): Omit<Role, 'isOblique'>[] => {
    const preposition = tokenText(document, tree.childBy(child, 'case'));
    if (passive && preposition.toLowerCase() === 'by') return [];
    // `swear in the new ministers`: a preposition that belongs to the verb.
    const ofVerb = tree.childBy(child, 'case');
    if (
      roles === 'ACTS_ON' &&
      /^(?:in|into)$/i.test(preposition) &&
      ofVerb > token &&
      ofVerb <= trigger.last &&
      trigger.carrier < 0
    )
      return [{ role: 'RECIPIENT', head: child }];
    // `summoned him to Vienna`: where to, not whom.
    if (
      wording.type === 'REQUEST' &&
      /^to$/i.test(preposition) &&
      tree.childBy(token, 'obj') >= 0 &&
      index.entities[index.entityAt(child)]?.type === 'PLACE'
    )
      return [];
    if (/^(?:obl:unmarked|nmod:unmarked)$/.test(relation(document, child))) return [];
    const isListed =
      preposition === '' &&
      roles === 'MUTUAL' &&
      pennTag(document, child) === 'NNP' &&
      isRelation(relation(document, child), 'obl');
    if (isListed) return [{ role: 'ACTOR', head: child }];
    if (preposition.toLowerCase() === 'with' && (roles === 'MUTUAL' || roles === 'AGAINST'))
      return [{ role: 'ACTOR', head: child }];
    if (!RECIPIENT_CASES[roles]?.test(preposition)) return [];
    return [{ role: roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT', head: child }];
  });
}

/**
 * Nouns for what somebody has said, which is answered by answering them: `rejected an offer from X`, `refused X’s
 * demand`.
 */
const UTTERANCES =
  /^(?:offer|proposal|demand|request|claim|call|accusation|allegation|charge|suggestion|plea|bid|appeal|decision|plan|move|statement|remark|comment|attack|criticism)$/;

function ownerRoles({ document, tree }: Scene, trigger: Trigger, role: ParticipantRole): Omit<Role, 'isOblique'>[] {
  const objects = tree
    .childrenBy(trigger.token, 'obj', 'nsubj:pass')
    .filter((object) => UTTERANCES.test(document.tokens.lemmas[object] ?? ''));
  return objects.flatMap((object) =>
    tree
      .childrenBy(object, 'nmod')
      .flatMap((child) => [
        child,
        ...tree
          .childrenBy(child, 'nmod')
          .filter((deeper) => /^from$/i.test(tokenText(document, tree.childBy(deeper, 'case')))),
      ])
      .filter(
        (child) =>
          isRelation(relation(document, child), 'nmod:poss') ||
          /^(?:from|by|of)$/i.test(tokenText(document, tree.childBy(child, 'case'))),
      )
      .map((head) => ({ role, head })),
  );
}

/**
 * Participants that hang on the noun of a support verb: `held talks with X`, `launched an attack on X`, `imposed
 * sanctions against X`.
 */
function carrierRoles({ document, tree }: Scene, trigger: Trigger, second: ParticipantRole): Role[] {
  return tree.childrenBy(trigger.carrier, 'nmod', 'obl').flatMap((child): Role[] => {
    if (isRelation(relation(document, child), 'nmod:poss'))
      return trigger.wording.type === 'ASSAULT' ? [{ role: second, head: child, isOblique: true }] : [];
    const preposition = tokenText(document, tree.childBy(child, 'case')).toLowerCase();
    // `filed a complaint with the regulator`: to whom.
    if (preposition === 'with' && trigger.wording.type === 'ACCUSE')
      return [{ role: second, head: child, isOblique: true }];
    if (/^(?:with|between)$/.test(preposition)) return [{ role: 'ACTOR', head: child, isOblique: true }];
    const isGoal = /^(?:to|for|into)$/.test(preposition) && trigger.wording.type !== 'PROTEST';
    return isGoal || /^(?:against|on)$/.test(preposition) ? [{ role: second, head: child, isOblique: false }] : [];
  });
}
