import type { Document, TokenRange } from './document.ts';
import { pennTag, type Relation, relation, tokenText, universalTag } from './tags.ts';
import { listDependents, readOnce, type Tree } from './tree.ts';

/**
 * What a phrase is to the word that it hangs on, its governor: of a verb its subject, object, or an oblique with a
 * preposition; of a noun its owner (`Roe’s`), a complement (`talks with Roe`), a title (`President` before a name), a
 * modifier (`state` of `state police`), a part of one name, or a second name for the same thing (an apposition).
 */
export type PhraseRole =
  | 'SUBJECT'
  | 'PASSIVE_SUBJECT'
  | 'OBJECT'
  | 'INDIRECT_OBJECT'
  | 'AGENT'
  | 'OBLIQUE'
  | 'MEASURE'
  | 'OWNER'
  | 'COMPLEMENT'
  | 'TITLE'
  | 'APPOSITION'
  | 'MEMBER'
  | 'MODIFIER'
  | 'NAME_PART'
  | 'COUNT'
  | 'ADDRESS'
  | 'CLAUSE'
  | 'WORD';

/**
 * A noun phrase, or whatever hangs on a word that could head one. All fields but `first`, `last` and `whole` are
 * tokens: heads of phrases, or single words; -1 and empty lists where there is nothing. Lists are in text order.
 */
export interface Phrase extends TokenRange {
  readonly head: number;
  /** From the first word that hangs on the head to the last, with relative clauses, appositions and all. */
  readonly whole: TokenRange;
  readonly role: PhraseRole;
  /** The word that the phrase hangs on, or -1. */
  readonly governor: number;
  /** The first of the words that tie it to its governor: `with`, or the `'s` of an owner. */
  readonly preposition: number;
  readonly prepositions: readonly number[];
  readonly determiner: number;
  /** `Roe` in `Roe’s house`, `her` in `her house`. */
  readonly owner: number;
  /** `two` in `two men`. */
  readonly count: number;
  readonly adjectives: readonly number[];
  /** Nouns that modify the head: `state` in `state police`. */
  readonly nouns: readonly number[];
  /** Titles before a name: `President` in `President Roe`. */
  readonly titles: readonly number[];
  /** The words of a name after its first: `Roe` in `Jane Roe`. */
  readonly nameParts: readonly number[];
  readonly adverbs: readonly number[];
  /** Phrases with a preposition that hang on it: `with Roe` in `talks with Roe`. */
  readonly complements: readonly number[];
  /** Phrases without a preposition that say how much or when: `last week`. */
  readonly measures: readonly number[];
  readonly appositions: readonly number[];
  /** Heads that are coordinated with it directly: `Oman` for `Iran` in `Iran and Oman`. */
  readonly members: readonly number[];
  /** The verbs of relative clauses, participles and infinitives that describe it. */
  readonly describedBy: readonly number[];
}

/** The phrases of a document, each read when first asked for. */
export interface Phrases {
  /** The phrase that a token heads. Defined for every token: one that heads nothing is a phrase of one word. */
  at(token: number): Phrase;
  /** A head with all that is coordinated with it at any depth, in list order: the first sixty of very many. */
  membersOf(head: number): readonly number[];
  /** What hangs on a word directly, in text order. */
  dependentsOf(token: number): readonly number[];
  /** Whether one word hangs on another, at any depth, or is the same. */
  isWithin(token: number, above: number): boolean;
}

/** No list is followed further, as every verb of a long sentence may share it. */
export const MOST_MEMBERS = 60;

const ROLES: Partial<Record<Relation, PhraseRole>> = {
  nsubj: 'SUBJECT',
  'nsubj:outer': 'SUBJECT',
  'nsubj:pass': 'PASSIVE_SUBJECT',
  obj: 'OBJECT',
  iobj: 'INDIRECT_OBJECT',
  'obl:agent': 'AGENT',
  obl: 'OBLIQUE',
  'obl:unmarked': 'MEASURE',
  'nmod:unmarked': 'MEASURE',
  'nmod:poss': 'OWNER',
  nmod: 'COMPLEMENT',
  'nmod:desc': 'TITLE',
  appos: 'APPOSITION',
  conj: 'MEMBER',
  amod: 'MODIFIER',
  compound: 'MODIFIER',
  flat: 'NAME_PART',
  nummod: 'COUNT',
  vocative: 'ADDRESS',
  root: 'CLAUSE',
  ccomp: 'CLAUSE',
  xcomp: 'CLAUSE',
  advcl: 'CLAUSE',
  'advcl:relcl': 'CLAUSE',
  acl: 'CLAUSE',
  'acl:relcl': 'CLAUSE',
  csubj: 'CLAUSE',
  'csubj:pass': 'CLAUSE',
  'csubj:outer': 'CLAUSE',
  parataxis: 'CLAUSE',
};

/** Relations of what stands before a head as part of its phrase. */
const BEFORE: ReadonlySet<Relation> = new Set<Relation>([
  'det',
  'det:predet',
  'amod',
  'compound',
  'nummod',
  'nmod:poss',
  'nmod:desc',
  'nmod:unmarked',
  'nmod',
  'advmod',
  'flat',
]);

/** Reads the noun phrases of a document off its trees: linear in the text, whatever is asked. */
export function readPhrases(document: Document, tree: Tree): Phrases {
  const { count } = document.tokens;
  const at = readOnce(count, (token) => readPhrase(document, tree, token));
  const membersOf = readOnce(count, (head) => {
    const found = [head];
    const pending = [...at(head).members].reverse();
    for (let next = pending.pop(); next !== undefined && found.length < MOST_MEMBERS; next = pending.pop()) {
      found.push(next);
      pending.push(...[...at(next).members].reverse());
    }
    return found;
  });
  return { at, membersOf, dependentsOf: tree.childrenOf, isWithin: (token, above) => tree.isAbove(above, token) };
}

/** The kinds of dependents that a phrase keeps apart. */
type ListName =
  | 'prepositions'
  | 'determiners'
  | 'owners'
  | 'counts'
  | 'adjectives'
  | 'nouns'
  | 'titles'
  | 'nameParts'
  | 'adverbs'
  | 'complements'
  | 'measures'
  | 'appositions'
  | 'members'
  | 'describedBy';

const NONE: readonly number[] = [];

const LIST_OF: Partial<Record<Relation, ListName>> = {
  case: 'prepositions',
  det: 'determiners',
  'nmod:poss': 'owners',
  nummod: 'counts',
  amod: 'adjectives',
  compound: 'nouns',
  'nmod:desc': 'titles',
  flat: 'nameParts',
  advmod: 'adverbs',
  nmod: 'complements',
  obl: 'complements',
  'obl:agent': 'complements',
  'nmod:unmarked': 'measures',
  'obl:unmarked': 'measures',
  appos: 'appositions',
  conj: 'members',
  acl: 'describedBy',
  'acl:relcl': 'describedBy',
};

function readPhrase(document: Document, tree: Tree, head: number): Phrase {
  const lists = listDependents(tree, head, LIST_OF);
  const { first, last } = extentOf(document, tree, head);
  return {
    head,
    first,
    last,
    whole: tree.subtreeOf(head),
    role: ROLES[relation(document, head)] ?? 'WORD',
    governor: document.tokens.heads[head] ?? -1,
    preposition: lists.prepositions?.[0] ?? -1,
    prepositions: lists.prepositions ?? NONE,
    determiner: lists.determiners?.[0] ?? -1,
    owner: lists.owners?.[0] ?? -1,
    count: lists.counts?.[0] ?? -1,
    adjectives: lists.adjectives ?? NONE,
    nouns: lists.nouns ?? NONE,
    titles: lists.titles ?? NONE,
    nameParts: lists.nameParts ?? NONE,
    adverbs: lists.adverbs ?? NONE,
    complements: lists.complements ?? NONE,
    measures: lists.measures ?? NONE,
    appositions: lists.appositions ?? NONE,
    members: lists.members ?? NONE,
    describedBy: lists.describedBy ?? NONE,
  };
}

/**
 * The words from the first modifier of a head to the head, with the rest of its name and an `of` phrase right after it,
 * without relative clauses and appositions.
 */
function extentOf(document: Document, tree: Tree, head: number): TokenRange {
  let first = head;
  let last = head;
  for (const child of tree.childrenOf(head)) {
    const role = relation(document, child);
    if (child < head && BEFORE.has(role)) first = Math.min(first, tree.subtreeOf(child).first);
    if (child <= head || child - head > 4) continue;
    const isName = role === 'flat' || role === 'compound';
    if (isName || (role === 'nmod' && isOf(document, tree, child))) {
      last = Math.max(last, extentOf(document, tree, child).last);
    }
  }
  return { first, last };
}

/** `of` before a noun, and not before a deed: `the mayor of Oslo`, but not `accused the mayor of selling`. */
function isOf(document: Document, tree: Tree, noun: number): boolean {
  const preposition = tree.childBy(noun, 'case');
  if (!/^of$/i.test(tokenText(document, preposition))) return false;
  const next = pennTag(document, preposition + 1);
  return !((next === 'VBG' || next === 'JJ') && /ing$/.test(tokenText(document, preposition + 1)));
}

/** Whether a token was tagged as a noun, a name, a number or a pronoun: what can head a noun phrase. */
export function isNominal(document: Document, token: number): boolean {
  return /^(?:NOUN|PROPN|NUM|PRON)$/.test(universalTag(document, token));
}
