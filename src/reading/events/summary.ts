import type { Document, TokenRange } from '../../language/document.ts';
import { rangeHolding, textOf } from '../../language/ranges.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation, type Tree } from '../../language/tree.ts';
import type { Span } from '../../span.ts';
import { isPassive, subjectsOf } from './arguments.ts';
import { bearerOf, namedBy, nounPhrase, speakerOf } from './participants.ts';
import type { Scene } from './scene.ts';
import type { Trigger } from './triggers.ts';

const LONGEST_SUMMARY = 140;
/** More subjects than these are an error of the parser. */
const MOST_SUBJECTS = 4;
/** A participle's clause is told together with the verb it hangs on when they are this near, in tokens. */
const NEAR = 22;

/**
 * One readable line: who did what, the subjects by their full names, shortened at a word. An infinitive reads as a
 * headline does (`Kenya to reopen the border`); a participle or a noun that says little by itself (`the attack`) is
 * told with the verb that it hangs on. `within` is the content of the statement that the words stand in: the line ends
 * with it.
 */
export function summarise(scene: Scene, trigger: Trigger, within: Span | null): string {
  const { document, tree } = scene;
  if (trigger.isNoun) {
    const verb = isBare(document, tree, trigger.token) ? governorOf(document, tree, trigger.token) : -1;
    return tidy(
      verb >= 0
        ? tellClause(scene, verb, verb, Math.max(trigger.token, endOfClause(document, tree, verb, verb)), within)
        : tellNoun(scene, trigger.token),
    );
  }
  const last = endOfClause(document, tree, trigger.token, trigger.last);
  const verb =
    pennTag(document, trigger.token) === 'VBG' && tree.childBy(trigger.token, 'aux') < 0
      ? governorOf(document, tree, trigger.token)
      : -1;
  const isTold = verb >= 0 && verb < trigger.token && last - verb <= NEAR && relation(document, verb) !== 'acl';
  return tidy(tellClause(scene, isTold ? verb : trigger.token, isTold ? verb : trigger.first, last, within));
}

/** The clause of a verb, from its auxiliaries to its last word, behind the names of its subjects. */
function tellClause(scene: Scene, verb: number, first: number, last: number, within: Span | null): string {
  const { document, tree } = scene;
  const end =
    within && (document.tokens.start[first] ?? 0) >= within.start ? lastTokenWithin(document, last, within.end) : last;
  const subjects = subjectsOf(scene, verb).filter((subject) => subject < verb);
  const nearest = Math.max(-1, ...tree.childrenBy(verb, 'nsubj', 'nsubj:pass').filter((child) => child < verb));
  const auxiliaries = tree
    .childrenBy(verb, 'aux', 'aux:pass', 'advmod', 'cop')
    .filter((child) => child > nearest && child < verb && verb - child <= 4 && !/^W/.test(pennTag(document, child)));
  const start = Math.min(first, ...auxiliaries);
  const named = subjects
    .flatMap((subject) => [subject, ...conjunctsBefore(tree, subject, verb)])
    .map((subject) => nameOf(scene, subject));
  const names =
    named.length > MOST_SUBJECTS || named.some((name) => /^(?:them|him|her|us|me)$/i.test(name))
      ? named.slice(-1)
      : named;
  const isInfinitive =
    (isInfinitivePassive(document, tree, verb) || pennTag(document, verb) === 'VB') &&
    (isInfinitivePassive(document, tree, verb) ||
      /^to$/i.test(tokenText(document, verb - 1)) ||
      (tree.childBy(verb, 'aux') < 0 &&
        isRelation(relation(document, verb), 'xcomp', 'conj', 'ccomp') &&
        pennTag(document, document.tokens.heads[verb] ?? -1) !== 'VBD'));
  const isReduced = isPassive(document, tree, verb) && tree.childBy(verb, 'aux', 'aux:pass') < 0;
  const linking =
    names.length === 0
      ? ''
      : isReduced
        ? names.length > 1 || /S$/.test(pennTag(document, subjects[0] ?? verb))
          ? 'were '
          : 'was '
        : isInfinitive
          ? 'to '
          : '';
  const predicate =
    linking +
    textOf(document, {
      first: isInfinitive && pennTag(document, verb) === 'VB' ? verb : start,
      last: Math.max(verb, end),
    });
  const [only] = subjects;
  const spoken =
    subjects.length === 1 && only !== undefined && /^(?:I|we)$/i.test(tokenText(document, only))
      ? tokenText(document, only)
      : null;
  // What somebody says of himself keeps its person, which the verb agrees with: `Jane Roe: I have asked for …`.
  const isOwn =
    spoken !== null && (/\b(?:my|myself|our|ourselves)\b/i.test(predicate) || hasTag(document, start, verb, 'VBP'));
  if (isOwn && listOf(names).toLowerCase() !== spoken.toLowerCase())
    return `${listOf(names)}: ${spoken.toLowerCase() === 'i' ? 'I' : 'we'} ${predicate}`;
  return names.length > 0 ? `${listOf(names)} ${predicate}` : predicate;
}

/** `is going to be laid off`. */
function isInfinitivePassive(document: Document, tree: Tree, verb: number): boolean {
  const be = tree.childBy(verb, 'aux:pass');
  return pennTag(document, be) === 'VB' && /^to$/i.test(tokenText(document, be - 1));
}

function hasTag(document: Document, first: number, last: number, tag: string): boolean {
  for (let token = first; token <= last; token += 1) if (pennTag(document, token) === tag) return true;
  return false;
}

function conjunctsBefore(tree: Tree, subject: number, verb: number): number[] {
  return tree.childrenBy(subject, 'conj').filter((child) => child < verb);
}

function nameOf(scene: Scene, token: number): string {
  const { document, tree, index } = scene;
  const mention = index.mentions[index.mentionAt(token)];
  const entity = index.entities[mention?.entity ?? -1];
  const phrase = nounPhrase(document, tree, token);
  if (!mention || !entity)
    return (
      index.entities[
        speakerOf(scene, token) ?? namedBy(document, tree, index, token) ?? bearerOf(document, index, token) ?? -1
      ]?.name ?? tellPhrase(scene, token, phrase)
    );
  return mention.kind !== 'NAME' || phrase.last <= mention.last ? entity.name : textOf(document, phrase);
}

/** The words of a noun phrase; `whose brother` with the name that `whose` stands for: `Djerou’s brother`. */
function tellPhrase(scene: Scene, head: number, phrase: TokenRange): string {
  const { document, index, tree } = scene;
  const words = textOf(document, phrase);
  if (!/^whose$/i.test(tokenText(document, phrase.first))) return words;
  const owner = ownerBefore(scene, phrase.first);
  const verb = document.tokens.heads[head] ?? -1;
  const noun = document.tokens.heads[verb] ?? -1;
  const name =
    owner >= 0
      ? (index.entities[owner]?.name ?? '')
      : isRelation(relation(document, verb), 'acl:relcl', 'acl') && noun >= 0 && noun < head
        ? textOf(document, nounPhrase(document, tree, noun))
        : '';
  const rest = textOf(document, { first: phrase.first + 1, last: phrase.last });
  return name === '' ? rest : `${name}’s ${rest}`;
}

/** The entity whose name ends right before a relative pronoun and its comma; -1 where there is none. */
function ownerBefore({ document, index }: Scene, pronoun: number): number {
  return index.entityAt(tokenText(document, pronoun - 1) === ',' ? pronoun - 2 : pronoun - 1);
}

function listOf(names: readonly string[]): string {
  const unique = [...new Set(names)];
  return unique.length < 2 ? (unique[0] ?? '') : `${unique.slice(0, -1).join(', ')} and ${unique.at(-1) ?? ''}`;
}

function tellNoun(scene: Scene, noun: number): string {
  const { document, tree } = scene;
  const range = nounPhrase(document, tree, noun);
  const last = Math.max(range.last, ...tree.childrenBy(noun, 'nmod').map((child) => tree.subtreeOf(child).last));
  const owner = tree.childBy(noun, 'nmod:poss');
  const isUnknown = pennTag(document, owner) === 'PRP$' && scene.index.entityAt(owner) < 0;
  if (owner < 0 || isUnknown) return textOf(document, { first: range.first, last });
  return `${nameOf(scene, owner)}’s ${textOf(document, { first: Math.min(tree.subtreeOf(owner).last + 1, noun), last })}`;
}

/** A noun with nothing but an article, or an adjective, to it. */
function isBare(document: Document, tree: Tree, noun: number): boolean {
  return (
    nounPhrase(document, tree, noun).last - nounPhrase(document, tree, noun).first <= 2 &&
    tree.childBy(noun, 'nmod', 'nmod:poss') < 0 &&
    pennTag(document, noun) !== 'NNP'
  );
}

/**
 * The finite verb that a word hangs on, at most three steps up and not too far before or behind it; -1 where there is
 * none.
 */
function governorOf(document: Document, tree: Tree, token: number): number {
  let at = document.tokens.heads[token] ?? -1;
  for (let steps = 0; steps < 3 && at >= 0; steps += 1) {
    if (
      /^(?:VBD|VBZ|VBP|VBN)$/.test(pennTag(document, at)) ||
      (/^JJ$/.test(pennTag(document, at)) && tree.childBy(at, 'cop') >= 0)
    )
      return Math.abs(at - token) <= NEAR ? at : -1;
    at = document.tokens.heads[at] ?? -1;
  }
  return -1;
}

/** The last token of the objects and obliques of a verb, before its clauses and what it is coordinated with. */
function endOfClause(document: Document, tree: Tree, verb: number, atLeast: number): number {
  let last = atLeast;
  for (const child of tree.childrenOf(verb)) {
    if (child > verb && isRelation(relation(document, child), 'obj', 'iobj', 'obl', 'compound', 'advmod', 'xcomp'))
      last = Math.max(last, tree.subtreeOf(child).last);
  }
  // `accused them of smuggling`: a gerund behind the preposition that the verb takes.
  for (const child of tree.childrenBy(verb, 'advcl')) {
    const mark = tree.childBy(child, 'mark');
    if (
      child > verb &&
      mark === last + 1 &&
      pennTag(document, child) === 'VBG' &&
      /^(?:of|from|into|with|for)$/i.test(tokenText(document, mark))
    )
      last = tree.subtreeOf(child).last;
  }
  const clause = tree.childrenBy(verb, 'ccomp').find((child) => child > verb && tree.childBy(verb, 'obj') < 0);
  if (clause !== undefined) last = Math.max(last, tree.subtreeOf(clause).last);
  const sentence = document.sentences[rangeHolding(document.sentences, verb)];
  return cutAsides(document, verb, Math.min(last, sentence?.last ?? last));
}

/** Ends a clause before `, his office said`, `, according to …` and `, which …`. */
function cutAsides(document: Document, verb: number, last: number): number {
  for (let token = verb + 1; token < last; token += 1) {
    if (tokenText(document, token) !== ',') continue;
    if (
      /^(?:according|which|who|where|but|as|while|after|before|although|though)$/i.test(tokenText(document, token + 1))
    )
      return token - 1;
    for (let at = token + 1; at <= Math.min(last, token + 6); at += 1)
      if (/^(?:said|says|announced|reported|told|added|saying)$/i.test(tokenText(document, at))) return token - 1;
  }
  return last;
}

function lastTokenWithin(document: Document, last: number, end: number): number {
  let token = last;
  while (token > 0 && (document.tokens.end[token] ?? 0) > end) token -= 1;
  return token;
}

/**
 * One line, shortened at a word, begun with a capital, without marks at its end or quotation marks that nothing closes.
 */
function tidy(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const space = line.lastIndexOf(' ', LONGEST_SUMMARY - 1);
  const short =
    line.length <= LONGEST_SUMMARY
      ? line
      : `${line.slice(0, space > 0 ? space : LONGEST_SUMMARY - 1).replace(/[\s,;:–—-]{1,140}$/, '')}…`;
  const marked = short.replace(/[\s,;:.–—-]{1,140}$/, (end) =>
    /\b[A-Z]\.$/.test(short) || /\b(?:Inc|Corp|Co|Ltd|Dr|Mr|Jr|Sr)\.$/.test(short) ? end : '',
  );
  const open =
    (marked.match(/“/g) ?? []).length === (marked.match(/”/g) ?? []).length &&
    (marked.match(/"/g) ?? []).length % 2 === 0;
  const bare = open ? marked : marked.replace(/[“”"]/g, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
