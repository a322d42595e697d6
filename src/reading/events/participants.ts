import { COUNTRIES } from '../../language/lexicon/countries.ts';
import type { Document, TokenRange } from '../../language/document.ts';
import { spanOf, tokensOf } from '../../language/ranges.ts';
import { pennTag, relation, tokenText, universalTag } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { OFFICES } from '../lexicon/offices.ts';
import type { MentionIndex } from '../mention-index.ts';
import type { EventParticipant, ParticipantRole } from '../reading.ts';
import { gerundGovernor, type Trigger } from './triggers.ts';
import { findTwoStates } from './two-states.ts';

const COUNTRY_BY_DEMONYM: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap((country) => [...country.demonyms, country.name, ...country.aliases].map((word) => [word.toLowerCase(), country.code] as const)),
);

/** Nouns that stand for the state they belong to: `Azeri forces`, `the Chadian government`. */
const STATE_NOUNS = new Set(
  `force troop army soldier navy air-force government authority official military police regime jet warship warplane aircraft tank delegation negotiator diplomat ministry
   parliament leader leadership administration intelligence officer helicopter commando guard prosecutor court cabinet side`.split(/\s+/),
);

/** Nouns whose deeds are those of the group that they fight for. */
const FIGHTERS = new Set(['gunman', 'fighter', 'militant', 'rebel', 'insurgent', 'militiaman', 'commander', 'bomber']);

interface Role {
  readonly role: ParticipantRole;
  readonly head: number;
}

/**
 * Who takes part in an event: the arguments of its trigger, coordinated ones apart, each with the entity that it names. A noun such as `Azeri forces`
 * gives the country where the article mentions it; words that name nobody in particular are kept as text.
 */
export function findParticipants(document: Document, tree: Tree, index: MentionIndex, trigger: Trigger): EventParticipant[] {
  const roles = trigger.isNoun ? rolesOfNoun(document, tree, trigger) : rolesOfVerb(document, tree, trigger);
  const participants: EventParticipant[] = [];
  const add = (participant: EventParticipant): void => {
    const isKnown = participants.some(
      (other) =>
        (other.entity !== null && other.entity === participant.entity && other.role === participant.role) ||
        (other.entity === null && other.span.start === participant.span.start && other.span.end === participant.span.end),
    );
    if (!isKnown) participants.push(participant);
  };
  for (const { role, head } of roles) {
    for (const conjunct of [head, ...conjunctsOf(tree, head)]) for (const participant of toParticipants(document, tree, index, role, conjunct)) add(participant);
  }
  if (trigger.wording.type !== 'CONSULT') return participants;
  if (!trigger.isNoun) for (const participant of listedPeople(document, index, trigger)) add(participant);
  return participants.filter((participant) => participant.entity !== null || isSomebody(document, participant));
}

/** All that is coordinated with a token, at any depth, in text order. */
function conjunctsOf(tree: Tree, token: number): number[] {
  return tree.childrenBy(token, 'conj').flatMap((child) => [child, ...conjunctsOf(tree, child)]);
}

/** The participants that one noun stands for: both countries for `the two countries`, or else one. */
function toParticipants(document: Document, tree: Tree, index: MentionIndex, role: ParticipantRole, head: number): EventParticipant[] {
  const both = findTwoStates(document, tree, index, head);
  if (both.length > 0) {
    const span = spanOf(document, nounPhrase(document, tree, head));
    return both.map((entity) => ({ role, entity, span }));
  }
  const one = toParticipant(document, tree, index, role, head);
  return one ? [one] : [];
}

/** Tags of the words that stand between the people of a list: titles, organisations in brackets, `of the armed forces`. */
const IN_LISTS = /^(?:NN|NNS|NNP|NNPS|JJ|CC|,|-LRB-|-RRB-|POS|HYPH|AFX|DT|PRP\$|FW|CD)$/;

/** A word of a list; `planning chief` and its like hold a participle. */
function isInList(document: Document, token: number): boolean {
  const isTitle = pennTag(document, token) === 'VBG' && OFFICES.has(document.tokens.lemmas[token + 1] ?? '');
  return isTitle || IN_LISTS.test(pennTag(document, token)) || /^(?:of|for)$/i.test(tokenText(document, token));
}

const FINITE = /^(?:VBD|VBZ|VBP|MD)$/;

/**
 * The people listed behind a verb of meeting, read off the words: `met Minister A, Border Service (BS) chief B and police chief C`. Such lists are too much for the parser. Ends at
 * the first word that no list has, and before somebody who is the subject of the next verb; owners (`B’s envoy`) are not among them.
 */
function listedPeople(document: Document, index: MentionIndex, trigger: Trigger): EventParticipant[] {
  const start = Math.max(trigger.token, trigger.carrier) + 1;
  const people: EventParticipant[] = [];
  for (let token = /^(?:with|by)$/i.test(tokenText(document, start)) ? start + 1 : start; token < document.tokens.count; token += 1) {
    const mention = index.mentions[index.mentionAt(token)];
    const last = mention?.kind === 'NAME' ? mention.last : token;
    if (mention?.kind === 'NAME' && index.entities[mention.entity]?.type === 'PERSON') {
      if (FINITE.test(pennTag(document, last + 1)) && people.length > 0) break;
      if (pennTag(document, last + 1) !== 'POS') people.push({ role: 'ACTOR', entity: mention.entity, span: spanOf(document, mention) });
    } else if (last === token && !isInList(document, token)) break;
    token = last;
  }
  return people;
}

/** Whether the words of a participant that names no entity are for somebody who can act: one of its words is a noun for people, or a name. */
export function isSomebody(document: Document, participant: EventParticipant): boolean {
  const { first, last } = tokensOf(document, participant.span);
  for (let token = last; token >= first; token -= 1) {
    if (isActorNoun(document.tokens.lemmas[token] ?? '') || pennTag(document, token).startsWith('NNP') || /^(?:they|them|who|we|us|both|many|some|others)$/i.test(tokenText(document, token)))
      return true;
  }
  return false;
}

function toParticipant(document: Document, tree: Tree, index: MentionIndex, role: ParticipantRole, head: number): EventParticipant | null {
  const kind = universalTag(document, head);
  if (kind === 'NUM' && tree.childBy(head, 'nmod') < 0 && index.entityAt(head) < 0) return null;
  if (kind !== 'NOUN' && kind !== 'PROPN' && kind !== 'PRON' && kind !== 'NUM' && kind !== 'DET' && index.entityAt(head) < 0) return null;
  const mention = index.mentions[index.mentionAt(head)];
  const entity = mention ? mention.entity : (namedBy(tree, index, head) ?? stateOf(document, tree, index, head));
  if (!mention && kind === 'PRON' && !/^(?:we|they|them|us|he|she|him|her|who|both|those|some|others|many|everyone)$/i.test(tokenText(document, head))) return null;
  const range = mention ? { first: mention.first, last: mention.last } : nounPhrase(document, tree, head);
  return { role, entity, span: spanOf(document, range) };
}

/** `the officer, Diego Lemos,`: the person or organisation that an apposition names. */
function namedBy(tree: Tree, index: MentionIndex, head: number): number | null {
  const apposition = tree.childrenBy(head, 'appos').find((child) => child - head <= 3 && (index.entities[index.entityAt(child)]?.type ?? 'PLACE') !== 'PLACE');
  return apposition === undefined ? null : index.entityAt(apposition);
}

/** The country that a noun of state belongs to, by the demonym or the name before it; the organisation whose fighters are meant. */
function stateOf(document: Document, tree: Tree, index: MentionIndex, head: number): number | null {
  const isState = STATE_NOUNS.has(document.tokens.lemmas[head] ?? '');
  if (!isState && !FIGHTERS.has(document.tokens.lemmas[head] ?? '')) return null;
  for (const child of tree.childrenBy(head, 'amod', 'compound', 'nmod:poss', 'nmod')) {
    const entity = index.entityAt(child);
    const type = index.entities[entity]?.type;
    if (type === 'ORGANISATION' || (isState && type === 'PLACE')) return entity;
    if (!isState) continue;
    const code = COUNTRY_BY_DEMONYM.get(tokenText(document, child).toLowerCase());
    if (code !== undefined && index.countryBy(code) >= 0) return index.countryBy(code);
  }
  return null;
}

/** The words of a noun phrase: from its first modifier to its head, with an `of` phrase, without relative clauses and appositions. */
export function nounPhrase(document: Document, tree: Tree, head: number): TokenRange {
  let first = head;
  let last = head;
  for (const child of tree.childrenOf(head)) {
    const role = relation(document, child);
    if (child < head && isRelation(role, 'det', 'amod', 'compound', 'nummod', 'nmod:poss', 'nmod', 'advmod', 'flat')) first = Math.min(first, tree.subtreeOf(child).first);
    if (child > head && isRelation(role, 'flat', 'compound', 'nmod') && child - head <= 4 && (isRelation(role, 'flat', 'compound') || /^of$/i.test(tokenText(document, tree.childBy(child, 'case'))))) {
      last = Math.max(last, nounPhrase(document, tree, child).last);
    }
  }
  return { first: Math.min(first, head), last: Math.max(last, head) };
}

function rolesOfVerb(document: Document, tree: Tree, trigger: Trigger): Role[] {
  const verb = trigger.token;
  const { roles } = trigger.wording;
  const isPassive = tree.childBy(verb, 'nsubj:pass', 'aux:pass') >= 0 || isReducedPassive(document, tree, verb);
  const subjects = subjectsOf(document, tree, verb);
  const found: Role[] = [];
  const second: ParticipantRole = roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT';
  if (isPassive) {
    for (const agent of agentsOf(document, tree, verb)) found.push({ role: 'ACTOR', head: agent });
    for (const subject of subjects) if (subject !== trigger.carrier) found.push({ role: second, head: subject });
  } else {
    for (const subject of subjects) found.push({ role: roles === 'UNDERGOES' ? 'RECIPIENT' : 'ACTOR', head: subject });
    for (const object of tree.childrenBy(verb, 'obj', 'iobj')) {
      if (object !== trigger.carrier && !(roles === 'GIVES_TO' && isRelation(relation(document, object), 'obj') && universalTag(document, object) === 'NOUN'))
        found.push({ role: second, head: object });
    }
  }
  found.push(...obliqueRoles(document, tree, verb, roles, isPassive));
  if (trigger.carrier >= 0) found.push(...carrierRoles(document, tree, trigger, second));
  return found;
}

/** Subjects of a verb: its own, or those of the verb it is coordinated with, controlled by, or a relative or participle clause of. */
function subjectsOf(document: Document, tree: Tree, verb: number): number[] {
  const buried = gerundGovernor(document, verb);
  let at = buried >= 0 ? buried : verb;
  for (let steps = 0; steps < 5; steps += 1) {
    const cut = steps === 0 ? cutOffSubject(document, tree, verb) : -1;
    if (cut >= 0) return [cut];
    const own = tree.childrenBy(at, 'nsubj', 'nsubj:pass');
    const relative = own.find((child) => /^(?:who|which|that)$/i.test(tokenText(document, child)));
    const head = document.tokens.heads[at] ?? -1;
    const role = relation(document, at);
    if (relative !== undefined && head >= 0 && isRelation(role, 'acl:relcl', 'acl')) return [head];
    if (own.length > 0) return own;
    if (head < 0) return [];
    if (isRelation(role, 'acl') && head >= 0) return [head];
    const isControlled = isRelation(role, 'xcomp') || tree.childrenBy(at, 'mark').some((mark) => /^(?:of|from|into|for)$/i.test(tokenText(document, mark)));
    if (isControlled) {
      const object = tree.childBy(head, 'obj', 'iobj');
      const controller =
        object >= 0 && object < at && !/^(?:that|which|whom)$/i.test(tokenText(document, object)) ? object : tree.childrenBy(head, 'obj', 'iobj').find((child) => child > head && child < at);
      if (controller !== undefined && controller < at) return [controller];
      if (tree.childBy(head, 'nsubj:pass') >= 0) return [tree.childBy(head, 'nsubj:pass')];
    }
    const isGerund = isRelation(role, 'obj') && /ing$/i.test(tokenText(document, at));
    if (!isGerund && !isRelation(role, 'conj', 'xcomp', 'advcl', 'parataxis', 'obl')) return [];
    at = head;
  }
  return [];
}

/** A subject that a stray comma has cut off its verb: `Minister Jane Roe, has met officials`. */
function cutOffSubject(document: Document, tree: Tree, verb: number): number {
  if (tree.childBy(verb, 'nsubj', 'nsubj:pass') >= 0 || (document.tokens.heads[verb] ?? -1) >= 0) return -1;
  const first = Math.min(verb, ...tree.childrenBy(verb, 'aux', 'aux:pass', 'advmod').filter((child) => verb - child <= 4));
  const before = first - 2;
  return tokenText(document, first - 1) === ',' && /^NNPS?$/.test(pennTag(document, before)) ? before : -1;
}

function isReducedPassive(document: Document, tree: Tree, verb: number): boolean {
  return pennTag(document, verb) === 'VBN' && tree.childBy(verb, 'aux', 'nsubj') < 0 && isRelation(relation(document, verb), 'acl', 'amod');
}

function agentsOf(document: Document, tree: Tree, verb: number): number[] {
  return tree.childrenBy(verb, 'obl').filter((child) => isRelation(relation(document, child), 'obl:agent') || tokenText(document, tree.childBy(child, 'case')).toLowerCase() === 'by');
}

const RECIPIENT_CASES: Readonly<Record<string, RegExp>> = {
  ACTS_ON: /^(?:against|on|upon|to)$/i,
  MUTUAL: /^(?:with|between|against)$/i,
  GIVES_TO: /^to$/i,
  UNDERGOES: /^(?:with|into)$/i,
  AGAINST: /^(?:against|at|over)$/i,
};

function obliqueRoles(document: Document, tree: Tree, token: number, roles: string, isPassive: boolean): Role[] {
  const buried = gerundGovernor(document, token);
  const phrases = [
    ...tree.childrenBy(buried >= 0 ? buried : token, 'obl', 'nmod'),
    ...(roles === 'GIVES_TO' ? tree.childrenBy(token, 'obj').flatMap((object) => tree.childrenBy(object, 'nmod')) : []),
  ];
  return phrases.flatMap((child): Role[] => {
    const preposition = tokenText(document, tree.childBy(child, 'case'));
    if (isPassive && preposition.toLowerCase() === 'by') return [];
    if (/^(?:obl:unmarked|nmod:unmarked)$/.test(relation(document, child))) return [];
    const isListed = preposition === '' && roles === 'MUTUAL' && pennTag(document, child) === 'NNP' && isRelation(relation(document, child), 'obl');
    if (isListed) return [{ role: 'ACTOR', head: child }];
    if (preposition.toLowerCase() === 'with' && (roles === 'MUTUAL' || roles === 'AGAINST')) return [{ role: 'ACTOR', head: child }];
    if (!RECIPIENT_CASES[roles]?.test(preposition)) return [];
    return [{ role: roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT', head: child }];
  });
}

/** Participants that hang on the noun of a support verb: `held talks with X`, `launched an attack on X`, `imposed sanctions against X`. */
function carrierRoles(document: Document, tree: Tree, trigger: Trigger, second: ParticipantRole): Role[] {
  return tree.childrenBy(trigger.carrier, 'nmod', 'obl').flatMap((child): Role[] => {
    const preposition = tokenText(document, tree.childBy(child, 'case')).toLowerCase();
    if (/^(?:with|between)$/.test(preposition)) return [{ role: 'ACTOR', head: child }];
    if (/^(?:against|on|to|for|into)$/.test(preposition)) return [{ role: second, head: child }];
    return [];
  });
}

function rolesOfNoun(document: Document, tree: Tree, trigger: Trigger): Role[] {
  const noun = trigger.token;
  const { roles, type } = trigger.wording;
  const undergone = roles === 'UNDERGOES';
  const found: Role[] = [];
  for (const child of tree.childrenBy(noun, 'nmod:poss', 'compound', 'amod')) found.push({ role: undergone ? 'RECIPIENT' : 'ACTOR', head: child });
  for (const child of tree.childrenBy(noun, 'nmod', 'obl')) {
    if (isRelation(relation(document, child), 'nmod:poss')) continue;
    const preposition = tokenText(document, tree.childBy(child, 'case')).toLowerCase();
    if (/^(?:by|between|with)$/.test(preposition)) found.push({ role: 'ACTOR', head: child });
    else if (preposition === 'of') found.push({ role: roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT', head: child });
    else if (/^(?:against|on|to)$/.test(preposition) && type !== 'DISASTER') found.push({ role: roles === 'MUTUAL' ? 'ACTOR' : 'RECIPIENT', head: child });
  }
  return found.filter(({ head }) => universalTag(document, head) !== 'ADJ' || COUNTRY_BY_DEMONYM.has(tokenText(document, head).toLowerCase()));
}
