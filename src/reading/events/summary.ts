import type { TokenRange } from '../../language/document.ts';
import { rangeHolding, textOf } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import type { Span } from '../../span.ts';
import type { Scene } from './scene.ts';
import { subjectsOf } from './subjects.ts';
import { tidy } from './tidy.ts';
import type { Trigger } from './trigger.ts';
import { whoIs } from './who.ts';

/** A participle, or a noun that says little, is told with the verb above when they are this near, in tokens. */
const NEAR = 22;

/**
 * One readable line: who did what, the subjects by their full names, shortened at a word. An infinitive reads as a
 * headline does (`Kenya to reopen the border`); a participle or a noun that says little by itself (`the attack`) is
 * told with the verb that it hangs on. `within` is the content of the statement that the words stand in: the line ends
 * with it.
 */
export function summarise(scene: Scene, trigger: Trigger, within: Span | null): string {
  const { token, first, isNoun } = trigger;
  if (isNoun) {
    const verb = isBare(scene, token) ? finiteAbove(scene, token) : -1;
    if (verb < 0) return tidy(tellNoun(scene, token));
    return tidy(
      tellClause(scene, verb, { first: verb, last: Math.max(token, endOfClause(scene, verb, verb)) }, within),
    );
  }
  const last = endOfClause(scene, token, trigger.last);
  const isParticiple = scene.tag(token) === 'VBG' && scene.clauses.at(token).auxiliaries.length === 0;
  const above = isParticiple ? finiteAbove(scene, token) : -1;
  const isTold = above >= 0 && above < token && last - above <= NEAR && scene.clauses.at(above).link !== 'REDUCED';
  return tidy(tellClause(scene, isTold ? above : token, { first: isTold ? above : first, last }, within));
}

/** The clause of a verb, from its auxiliaries to its last word, after the names of its subjects. */
function tellClause(scene: Scene, verb: number, { first, last }: TokenRange, within: Span | null): string {
  const { document, word } = scene;
  const isSaid = within !== null && (document.tokens.start[first] ?? 0) >= within.start;
  const end = isSaid ? lastTokenWithin(scene, last, within.end) : last;
  const subjects = subjectsOf(scene, verb).filter((subject) => subject < verb);
  const names = namesOf(scene, subjects, verb);
  const start = Math.min(first, startOfGroup(scene, verb));
  const isToldAsInfinitive = isInfinitive(scene, verb);
  const range = { first: isToldAsInfinitive && scene.tag(verb) === 'VB' ? verb : start, last: Math.max(verb, end) };
  const predicate = textOf(document, range);
  const [only] = subjects;
  // What somebody says of himself keeps its person, which the verb agrees with: `Jane Roe: I have asked for …`.
  if (
    only !== undefined &&
    subjects.length === 1 &&
    /^(?:i|we)$/.test(word(only)) &&
    listOf(names).toLowerCase() !== word(only)
  ) {
    const isOwn =
      /\b(?:my|myself|our|ourselves)\b/i.test(predicate) ||
      (start < verb && scene.tag(start) === 'VBP') ||
      scene.tag(verb) === 'VBP';
    if (isOwn) return `${listOf(names)}: ${word(only) === 'i' ? 'I' : 'we'} ${predicate}`;
  }
  if (names.length === 0) return predicate;
  const isPlural = names.length > 1 || /S$|^CD$/.test(scene.tag(only ?? -1));
  const linking = isReduced(scene, verb) ? (isPlural ? 'were ' : 'was ') : isToldAsInfinitive ? 'to ' : '';
  return `${listOf(names)} ${linking}${predicate}`;
}

/** The first of the auxiliaries and adverbs right before a verb, after its subject. */
function startOfGroup({ clauses, tag }: Scene, verb: number): number {
  const { ownSubjects, auxiliaries, adverbs, copula } = clauses.at(verb);
  const nearest = Math.max(-1, ...ownSubjects.filter((subject) => subject < verb));
  const group = [...auxiliaries, ...adverbs, copula].filter(
    (head) => head > nearest && head < verb && verb - head <= 4 && !/^W/.test(tag(head)),
  );
  return Math.min(verb, ...group);
}

/** A participle without `was` whose subject it is done to. */
function isReduced({ clauses }: Scene, verb: number): boolean {
  const { voice, auxiliaries } = clauses.at(verb);
  return voice === 'PASSIVE' && auxiliaries.length === 0;
}

function isInfinitive({ clauses, tag, word }: Scene, verb: number): boolean {
  const { auxiliaries, link, governor } = clauses.at(verb);
  const [auxiliary = -1] = auxiliaries;
  if (tag(auxiliary) === 'VB' && word(auxiliary - 1) === 'to') return true;
  if (tag(verb) !== 'VB') return false;
  const isOpen = auxiliaries.length === 0 && /^(?:OPEN|MEMBER|CONTENT)$/.test(link) && tag(governor) !== 'VBD';
  return word(verb - 1) === 'to' || isOpen;
}

function namesOf(scene: Scene, subjects: readonly number[], verb: number): string[] {
  const all = subjects.flatMap((subject) => scene.phrases.membersOf(subject).filter((head) => head < verb));
  return all.map((subject) => nameOf(scene, subject));
}

function nameOf(scene: Scene, token: number): string {
  const { document, phrases, index } = scene;
  const phrase = phrases.at(token);
  const mention = index.mentions[index.mentionAt(token)];
  if (mention && (mention.kind !== 'NAME' || phrase.last <= mention.last))
    return index.entities[mention.entity]?.name ?? '';
  if (mention) return textOf(document, phrase);
  const entity = whoIs(scene, token);
  return scene.index.entities[entity ?? -1]?.name ?? tellPhrase(scene, phrase);
}

/** The words of a noun phrase; `whose brother` with the name that `whose` stands for: `Djerou’s brother`. */
function tellPhrase(scene: Scene, { first, last }: TokenRange): string {
  const { document, index } = scene;
  if (scene.word(first) !== 'whose') return textOf(document, { first, last });
  const owner = scene.entityAt(scene.word(first - 1) === ',' ? first - 2 : first - 1);
  const rest = textOf(document, { first: first + 1, last });
  return owner && index.entities.includes(owner) ? `${owner.name}’s ${rest}` : rest;
}

function listOf(names: readonly string[]): string {
  const unique = [...new Set(names)];
  return unique.length < 2 ? (unique[0] ?? '') : `${unique.slice(0, -1).join(', ')} and ${unique.at(-1) ?? ''}`;
}

function tellNoun(scene: Scene, noun: number): string {
  const { document, phrases } = scene;
  const { first, owner, complements, measures, last: own } = phrases.at(noun);
  const last = Math.max(own, ...[...complements, ...measures].map((head) => phrases.at(head).whole.last));
  const isUnknown = scene.tag(owner) === 'PRP$' && !scene.entityAt(owner);
  if (owner < 0 || isUnknown) return textOf(document, { first, last });
  const rest = { first: Math.min(phrases.at(owner).whole.last + 1, noun), last };
  return `${nameOf(scene, owner)}’s ${textOf(document, rest)}`;
}

/** A noun with nothing but an article, or an adjective, to it. */
function isBare({ phrases, tag }: Scene, noun: number): boolean {
  const { first, last, complements, owner } = phrases.at(noun);
  return last - first <= 2 && complements.length === 0 && owner < 0 && tag(noun) !== 'NNP';
}

/** The finite verb, or adjective with its `be`, that a word hangs on, close by and at most three steps up; or -1. */
function finiteAbove({ phrases, clauses, tag }: Scene, token: number): number {
  let at = phrases.at(token).governor;
  for (let steps = 0; steps < 3 && at >= 0; steps += 1) {
    const isState = tag(at) === 'JJ' && clauses.at(at).copula >= 0;
    if (/^(?:VBD|VBZ|VBP|VBN)$/.test(tag(at)) || isState) return Math.abs(at - token) <= NEAR ? at : -1;
    at = phrases.at(at).governor;
  }
  return -1;
}

/** The last token of the objects and obliques of a verb, before its clauses and what it is coordinated with. */
function endOfClause(scene: Scene, verb: number, atLeast: number): number {
  const { document, phrases, clauses, word } = scene;
  const clause = clauses.at(verb);
  const { objects, indirectObject, obliques, measures, adverbs, particles, openClauses } = clause;
  const parts = [...objects, indirectObject, ...obliques, ...measures, ...adverbs, ...particles, ...openClauses];
  // `accused them of smuggling`: a gerund after the preposition that the verb takes; `demanded that she resign`.
  const gerunds = clause.adverbials.filter((head) =>
    clauses
      .at(head)
      .openers.some((opener) => scene.tag(head) === 'VBG' && /^(?:of|from|into|with|for)$/.test(word(opener))),
  );
  const contents = objects.length === 0 ? clause.contents.slice(0, 1) : [];
  let last = atLeast;
  for (const head of [...parts, ...gerunds, ...contents])
    if (head > verb) last = Math.max(last, phrases.at(head).whole.last);
  const sentence = document.sentences[rangeHolding(document.sentences, verb)];
  return cutAsides(scene, verb, Math.min(last, sentence?.last ?? last));
}

/** Ends a clause before `, his office said`, `, according to …` and `, which …`. */
function cutAsides({ document, word }: Scene, verb: number, last: number): number {
  for (let token = verb + 1; token < last; token += 1) {
    if (tokenText(document, token) !== ',') continue;
    if (/^(?:according|which|who|where|but|as|while|after|before|although|though)$/.test(word(token + 1)))
      return token - 1;
    for (let at = token + 1; at <= Math.min(last, token + 6); at += 1)
      if (/^(?:said|says|announced|reported|told|added|saying)$/.test(word(at))) return token - 1;
  }
  return last;
}

function lastTokenWithin({ document }: Scene, last: number, end: number): number {
  let token = last;
  while (token > 0 && (document.tokens.end[token] ?? 0) > end) token -= 1;
  return token;
}
