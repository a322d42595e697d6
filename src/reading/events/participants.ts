import { COUNTRIES } from '../../language/lexicon/countries.ts';
import type { Document, TokenRange } from '../../language/document.ts';
import { rangeHolding, spanOf, tokensOf } from '../../language/ranges.ts';
import { isFiniteTag, pennTag, relation, tokenText, universalTag } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { OFFICES } from '../lexicon/offices.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import type { EventParticipant, EventType, ParticipantRole } from '../reading.ts';
import { antecedentOf } from './arguments.ts';
import { isMeasure } from './objects.ts';
import { isNamedTown } from './placing.ts';
import { findRoles } from './roles.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';
import { findTwoStates } from './two-states.ts';

const COUNTRY_BY_DEMONYM: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap((country) =>
    [...country.demonyms, country.name, ...country.aliases].map((word) => [word.toLowerCase(), country.code] as const),
  ),
);

/** Nouns that stand for the state they belong to: `Azeri forces`, `the Chadian government`. */
const STATE_NOUNS = new Set(
  `force troop army soldier navy air-force coastguard marine government authority official military police regime jet warship warplane aircraft tank helicopter delegation negotiator diplomat ministry
   parliament leader leadership administration intelligence officer commando guard prosecutor court cabinet side embassy`.split(
    /\s+/,
  ),
);

/** Nouns whose deeds are those of the group that they fight for. */
const FIGHTERS = new Set(['gunman', 'fighter', 'militant', 'rebel', 'insurgent', 'militiaman', 'commander', 'bomber']);

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
 * Who takes part in an event: the arguments of its trigger, coordinated ones apart, each with the entity that it names.
 * A noun such as `Azeri forces` gives the country where the article mentions it; words that name nobody in particular
 * are kept as text where they are for somebody who can act, or for a thing that the event is done to.
 */
export function findParticipants(scene: Scene, trigger: Trigger): EventParticipant[] {
  const { document, tree, index } = scene;
  const { type } = trigger.wording;
  const participants: EventParticipant[] = [];
  const parts = new Map<number, Set<ParticipantRole>>();
  const unnamed = new Set<string>();
  const add = (participant: EventParticipant): void => {
    const { entity, role, span } = participant;
    const known = entity === null ? undefined : parts.get(entity);
    if (known?.has(role) || (known && trigger.wording.roles === 'MUTUAL') || unnamed.has(`${span.start}:${span.end}`))
      return;
    participants.push(participant);
    if (entity === null) unnamed.add(`${span.start}:${span.end}`);
    else parts.set(entity, (known ?? new Set()).add(role));
  };
  for (const { role, head, isOblique } of findRoles(scene, trigger)) {
    const conjuncts = [head, ...conjunctsOf(tree, head)].filter((conjunct) => !scene.isAside(conjunct));
    for (const conjunct of conjuncts) {
      if (conjunct === head && conjuncts.length > 1 && isSecondTitle(scene, head, conjuncts[1] ?? head)) continue;
      if (type === 'LEGAL' && isSum(document, conjunct)) continue;
      for (const participant of toParticipants(scene, role, conjunct)) {
        const isOwn = isOblique && role === 'RECIPIENT' && participant.entity !== null && parts.has(participant.entity);
        if (isOwn) continue;
        const isThing = participant.entity === null && !isSomebody(document, participant);
        if (!isThing || (role === 'RECIPIENT' && !isOblique && ON_THINGS.has(type) && !isMeasure(document, conjunct)))
          add(participant);
      }
    }
  }
  if (type === 'CONSULT' && !trigger.isNoun)
    for (const participant of listedPeople(document, index, trigger)) add(participant);
  return participants;
}

/** `fined Brauer 3 million euros`: a sum is no participant. */
function isSum(document: Document, token: number): boolean {
  const type = document.names[rangeHolding(document.names, token)]?.type;
  return type === 'MONEY' || type === 'PERCENT';
}

/** No event names more in one list, and every verb of a long sentence may share its lists. */
export const MOST_CONJUNCTS = 60;

/** All that is coordinated with a token, at any depth, in the order of the lists: the first ones of very many. */
function conjunctsOf(tree: Tree, token: number): number[] {
  const found: number[] = [];
  const pending = tree.childrenBy(token, 'conj').reverse();
  for (let next = pending.pop(); next !== undefined && found.length < MOST_CONJUNCTS; next = pending.pop()) {
    found.push(next);
    pending.push(...tree.childrenBy(next, 'conj').reverse());
  }
  return found;
}

/** `Its founder and chairman, Todd Ackerman`: two titles of one person, whom the apposition of the second names. */
function isSecondTitle({ document, tree, index }: Scene, first: number, second: number): boolean {
  const isTitle = (token: number): boolean =>
    pennTag(document, token) === 'NN' && OFFICES.has(document.tokens.lemmas[token] ?? '');
  return (
    isTitle(first) && isTitle(second) && index.entityAt(first) < 0 && namedBy(document, tree, index, second) !== null
  );
}

/** The participants that one noun stands for: both countries for `the two countries`, or else one. */
function toParticipants(scene: Scene, role: ParticipantRole, head: number): EventParticipant[] {
  const { document, tree } = scene;
  const both = findTwoStates(scene, head);
  if (both.length > 0) {
    const span = spanOf(document, nounPhrase(document, tree, head));
    return both.map((entity) => ({ role, entity, span }));
  }
  const one = toParticipant(scene, role, head);
  return one ? [one] : [];
}

/**
 * Tags of the words that stand between the people of a list: titles, organisations in brackets, `of the armed forces`.
 */
const IN_LISTS = /^(?:NN|NNS|NNP|NNPS|JJ|CC|,|-LRB-|-RRB-|POS|HYPH|AFX|DT|PRP\$|FW|CD)$/;

/** A word of a list; `planning chief` and its like hold a participle. */
function isInList(document: Document, token: number): boolean {
  const isTitle = pennTag(document, token) === 'VBG' && OFFICES.has(document.tokens.lemmas[token + 1] ?? '');
  return isTitle || IN_LISTS.test(pennTag(document, token)) || /^(?:of|for)$/i.test(tokenText(document, token));
}

/** How far behind a verb of meeting a list of people goes on, in tokens. */
const LONGEST_LIST = 120;

/**
 * The people listed behind a verb of meeting, read off the words: `met Minister A, Border Service (BS) chief B and
 * police chief C`. Such lists are too much for the parser. Ends at the first word that no list has, and before somebody
 * who is the subject of the next verb; owners (`B’s envoy`) are not among them.
 */
function listedPeople(document: Document, index: MentionIndex, trigger: Trigger): EventParticipant[] {
  const start = Math.max(trigger.token, trigger.carrier) + 1;
  const people: EventParticipant[] = [];
  const end = Math.min(document.tokens.count, start + LONGEST_LIST);
  for (let token = /^(?:with|by)$/i.test(tokenText(document, start)) ? start + 1 : start; token < end; token += 1) {
    const mention = index.mentions[index.mentionAt(token)];
    const last = mention?.kind === 'NAME' ? mention.last : token;
    if (mention?.kind === 'NAME' && index.entities[mention.entity]?.type === 'PERSON') {
      if (isFiniteTag(pennTag(document, last + 1)) && people.length > 0) break;
      if (pennTag(document, last + 1) !== 'POS')
        people.push({ role: 'ACTOR', entity: mention.entity, span: spanOf(document, mention) });
    } else if (last === token && !isInList(document, token)) break;
    token = last;
  }
  return people;
}

/**
 * Whether the words of a participant that names no entity are for somebody who can act: one of its words is a noun for
 * people, or a name.
 */
export function isSomebody(document: Document, participant: EventParticipant): boolean {
  const { first, last } = tokensOf(document, participant.span);
  for (let token = lastOfHead(document, first, last); token >= first; token -= 1) {
    if (
      isActorNoun(document.tokens.lemmas[token] ?? '') ||
      pennTag(document, token).startsWith('NNP') ||
      isParty(document, token) ||
      (token === first && isCountOfPeople(document, token)) ||
      /^(?:they|them|he|him|she|her|who|we|us|both|many|some|others|nobody|everybody|everyone|all)$/i.test(
        tokenText(document, token),
      )
    )
      return true;
  }
  return false;
}

/** `The Greens`: a plural with a capital inside its sentence is a name. */
function isParty(document: Document, token: number): boolean {
  return (
    pennTag(document, token) === 'NNS' &&
    /^\p{Lu}\p{Ll}/u.test(tokenText(document, token)) &&
    /^the$/i.test(tokenText(document, token - 1))
  );
}

/**
 * The last token before `of`, as `the release of Jane Roe` is nobody; of a quantity, all of it: `dozens of soldiers`.
 */
function lastOfHead(document: Document, first: number, last: number): number {
  for (let token = first + 1; token < last; token += 1) {
    if (tokenText(document, token) !== 'of') continue;
    return /^(?:dozen|hundred|thousand|million|ten|score|number|group|crowd|lot|majority|member|rest|most|all|some|one|two|three|four|five|many|\d+)$/i.test(
      document.tokens.lemmas[token - 1] ?? '',
    )
      ? last
      : token - 1;
  }
  return last;
}

function toParticipant(scene: Scene, role: ParticipantRole, noun: number): EventParticipant | null {
  const { document, tree, index } = scene;
  const head =
    /^(?:who|which|whom|that)$/i.test(tokenText(document, noun)) && index.mentionAt(noun) < 0
      ? antecedentOf(scene, noun)
      : noun;
  const kind = universalTag(document, head);
  if (kind === 'NUM' && tree.childBy(head, 'nmod') < 0 && index.entityAt(head) < 0 && !isCountOfPeople(document, head))
    return null;
  if (
    kind !== 'NOUN' &&
    kind !== 'PROPN' &&
    kind !== 'PRON' &&
    kind !== 'NUM' &&
    kind !== 'DET' &&
    index.entityAt(head) < 0
  )
    return null;
  const mention = index.mentions[index.mentionAt(head)] ?? titled(document, tree, index, head);
  const speaker = mention ? null : speakerOf(scene, head);
  if (speaker !== null) return { role, entity: speaker, span: spanOf(document, { first: head, last: head }) };
  const entity = mention
    ? mention.entity
    : (namedBy(document, tree, index, head) ??
      bearerOf(document, index, head) ??
      namedTown(document, tree, index, head) ??
      stateOf(scene, head));
  if (
    !mention &&
    kind === 'PRON' &&
    !/^(?:we|they|them|us|he|she|him|her|both|those|some|others|many|everyone|everybody|nobody)$/i.test(
      tokenText(document, head),
    )
  )
    return null;
  const phrase = nounPhrase(document, tree, head);
  const isOwned = /^whose$/i.test(tokenText(document, phrase.first)) && phrase.last > phrase.first;
  const range = mention
    ? { first: mention.first, last: mention.last }
    : { first: isOwned ? phrase.first + 1 : phrase.first, last: phrase.last };
  return { role, entity, span: spanOf(document, range) };
}

/**
 * `I`, `we` in direct speech, `it`, `they` as the first words of what is reported: the one who says it, where one is
 * named; null for all else.
 */
export function speakerOf({ document, statementAt }: Scene, pronoun: number): number | null {
  const word = tokenText(document, pronoun).toLowerCase();
  const statement = /^(?:i|me|we|us|it|they)$/.test(word) ? statementAt(pronoun) : null;
  if (statement === null || statement.speakers.length !== 1) return null;
  const isInside = statement.kind !== 'INDIRECT' && /^(?:i|me|we|us)$/.test(word);
  const opens = tokensOf(document, statement.content[0] ?? { start: 0, end: 0 }).first;
  const isOpening = statement.kind === 'INDIRECT' && /^(?:it|they)$/.test(word) && pronoun - opens <= 1;
  return isInside || isOpening ? (statement.speakers[0] ?? null) : null;
}

const NAME_TAIL = /^(?:plc|Inc|Inc\.|Corp|Corp\.|Ltd|Ltd\.|LLC|AG|SA|NV|AB)$/;

/**
 * `Railways Minister Khalid Bhutto`, `Pope Francis`, `Halden Foods plc`: the name that a title or the tail of a
 * company's name stands beside.
 */
function titled(
  document: Document,
  tree: Tree,
  index: MentionIndex,
  head: number,
): MentionIndex['mentions'][number] | undefined {
  const { first, last } = nounPhrase(document, tree, head);
  const before = index.mentions[index.mentionAt(last - 1)];
  if (NAME_TAIL.test(tokenText(document, last)) && before?.kind === 'NAME') return before;
  const isOffice = OFFICES.has((document.tokens.lemmas[head] ?? '').toLowerCase());
  const next = index.mentions[index.mentionAt(head + 1)];
  if (
    pennTag(document, head) === 'NN' &&
    isActorNoun(document.tokens.lemmas[head] ?? '') &&
    next?.kind === 'NAME' &&
    next.first === head + 1 &&
    index.entities[next.entity]?.type !== 'PLACE'
  )
    return next;
  for (let token = head; token <= head + 5; token += 1) {
    if (isOffice && token === head + 1 && tokenText(document, token) === 'of') continue;
    const mention = index.mentions[index.mentionAt(token)];
    if (mention?.kind === 'NAME')
      return mention.first === token &&
        token > first &&
        token > head &&
        index.entities[mention.entity]?.type === 'PERSON'
        ? mention
        : undefined;
    if (!/^(?:NN|NNP|NNPS|JJ|HYPH)$/.test(pennTag(document, token))) return undefined;
  }
  return undefined;
}

/** `the officer, Diego Lemos,`: the person or organisation that an apposition names. */
export function namedBy(document: Document, tree: Tree, index: MentionIndex, head: number): number | null {
  const isNear = (child: number): boolean =>
    child - head <= 3 ||
    (child - head <= LONGEST_DESCRIPTION && opensBehindComma(document, tree.subtreeOf(child).first));
  const apposition = tree
    .childrenBy(head, 'appos')
    .find((child) => isNear(child) && (index.entities[index.entityAt(child)]?.type ?? 'PLACE') !== 'PLACE');
  if (apposition !== undefined) return index.entityAt(apposition);
  const named = tree.childrenBy(head, 'appos').map((child) => titled(document, tree, index, child))[0];
  return named && index.entities[named.entity]?.type === 'PERSON' ? named.entity : null;
}

/** The mark belongs to what it opens, or stands right before it. */
function opensBehindComma(document: Document, first: number): boolean {
  return tokenText(document, first) === ',' || tokenText(document, first - 1) === ',';
}

/**
 * How far behind a noun the name in apposition may stand, in tokens: `a journalist who first reported on the payments,
 * Liis Kask,`.
 */
const LONGEST_DESCRIPTION = 14;

/** `Moyo, a former judge who was jailed`: whom a noun in apposition describes. */
export function bearerOf(document: Document, index: MentionIndex, noun: number): number | null {
  const entity = isRelation(relation(document, noun), 'appos') ? index.entityAt(document.tokens.heads[noun] ?? -1) : -1;
  return index.entities[entity]?.type === 'PERSON' || index.entities[entity]?.type === 'ORGANISATION' ? entity : null;
}

/** `bombed the town of Ouadi`: the place that a noun for a place names behind `of`. */
function namedTown(document: Document, tree: Tree, index: MentionIndex, noun: number): number | null {
  const name = tree
    .childrenBy(noun, 'nmod')
    .find(
      (child) => isNamedTown(document, tree, noun, child) && index.entities[index.entityAt(child)]?.type === 'PLACE',
    );
  return name === undefined ? null : index.entityAt(name);
}

/**
 * `killing 57`, `two were captured`: a number alone that suffers something counts people, unless it is a year, a sum or
 * a share.
 */
function isCountOfPeople(document: Document, token: number): boolean {
  const isPlain =
    pennTag(document, token) === 'CD' &&
    /^(?:\p{Ll}+|\d{1,3}(?:,\d{3})*)$/u.test(tokenText(document, token)) &&
    !/^(?:%|percent|per|million|billion|euros?|dollars?|-)$/i.test(tokenText(document, token + 1));
  return (
    isPlain &&
    isRelation(relation(document, token), 'obj', 'nsubj:pass', 'nsubj') &&
    !/^[$£€]$/.test(tokenText(document, token - 1))
  );
}

/**
 * The country that a noun of state belongs to, by the demonym or the name before it; the organisation whose fighters
 * are meant.
 */
function stateOf({ document, tree, index }: Scene, head: number): number | null {
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

/**
 * `of` before what belongs to a noun, and not before what somebody is accused of: `the government of protecting
 * suppliers`.
 */
function isOf(document: Document, token: number): boolean {
  return (
    /^of$/i.test(tokenText(document, token)) &&
    !(/^(?:VBG|JJ)$/.test(pennTag(document, token + 1)) && /ing$/.test(tokenText(document, token + 1)))
  );
}

/**
 * The words of a noun phrase: from its first modifier to its head, with an `of` phrase, without relative clauses and
 * appositions.
 */
export function nounPhrase(document: Document, tree: Tree, head: number): TokenRange {
  let first = head;
  let last = head;
  for (const child of tree.childrenOf(head)) {
    const role = relation(document, child);
    if (child < head && isRelation(role, 'det', 'amod', 'compound', 'nummod', 'nmod:poss', 'nmod', 'advmod', 'flat'))
      first = Math.min(first, tree.subtreeOf(child).first);
    if (
      child > head &&
      isRelation(role, 'flat', 'compound', 'nmod') &&
      child - head <= 4 &&
      (isRelation(role, 'flat', 'compound') || isOf(document, tree.childBy(child, 'case')))
    ) {
      last = Math.max(last, nounPhrase(document, tree, child).last);
    }
  }
  return { first: Math.min(first, head), last: Math.max(last, head) };
}
