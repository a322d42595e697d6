import type { Clause, ClauseLink, Clauses, Subjects } from './clause.ts';
import { understoodSubjects } from './clause-subjects.ts';
import type { Document } from './document.ts';
import type { Phrases } from './phrases.ts';
import { isFiniteTag, pennTag, type Relation, relation, tokenText, universalTag } from './tags.ts';
import { isRelation, listDependents, readOnce, type Tree } from './tree.ts';

const LINKS: Partial<Record<Relation, ClauseLink>> = {
  root: 'MAIN',
  ccomp: 'CONTENT',
  xcomp: 'OPEN',
  advcl: 'ADVERBIAL',
  'advcl:relcl': 'ADVERBIAL',
  'acl:relcl': 'RELATIVE',
  acl: 'REDUCED',
  conj: 'MEMBER',
  parataxis: 'ASIDE',
  list: 'ASIDE',
  discourse: 'ASIDE',
  dep: 'ASIDE',
  csubj: 'SUBJECT',
  'csubj:pass': 'SUBJECT',
  'csubj:outer': 'SUBJECT',
  amod: 'MODIFIER',
  compound: 'MODIFIER',
  nsubj: 'NOMINAL',
  'nsubj:pass': 'NOMINAL',
  'nsubj:outer': 'NOMINAL',
  obj: 'NOMINAL',
  iobj: 'NOMINAL',
  obl: 'NOMINAL',
  'obl:agent': 'NOMINAL',
  'obl:unmarked': 'NOMINAL',
  nmod: 'NOMINAL',
  'nmod:poss': 'NOMINAL',
  'nmod:unmarked': 'NOMINAL',
  appos: 'NOMINAL',
};

/** Reads the clauses of a document off its trees: linear in the text, whatever is asked. */
export function readClauses(document: Document, tree: Tree, phrases: Phrases): Clauses {
  const { count } = document.tokens;
  const at = readOnce(count, (token) => readClause(document, tree, token));
  const subjectsOf = readOnce(count, (head): Subjects => {
    const { source, heads } = understoodSubjects({ document, phrases, at }, head);
    return { source, heads, all: heads.flatMap((subject) => phrases.membersOf(subject)) };
  });
  const around = (token: number): number => {
    for (let above = token; above >= 0; above = document.tokens.heads[above] ?? -1) {
      if (at(above).isPredicate) return above;
    }
    return -1;
  };
  return { at, subjectsOf, around };
}

/** The lists of a clause, by the relation of what stands in them. */
type ListName =
  | 'auxiliaries'
  | 'copulas'
  | 'particles'
  | 'adverbs'
  | 'ownSubjects'
  | 'expletives'
  | 'objects'
  | 'indirectObjects'
  | 'obliques'
  | 'measures'
  | 'openers'
  | 'contents'
  | 'openClauses'
  | 'adverbials'
  | 'asides'
  | 'members'
  | 'subjectClauses';

const LIST_OF: Partial<Record<Relation, ListName>> = {
  aux: 'auxiliaries',
  'aux:pass': 'auxiliaries',
  cop: 'copulas',
  'compound:prt': 'particles',
  advmod: 'adverbs',
  nsubj: 'ownSubjects',
  'nsubj:pass': 'ownSubjects',
  'nsubj:outer': 'ownSubjects',
  expl: 'expletives',
  obj: 'objects',
  iobj: 'indirectObjects',
  obl: 'obliques',
  'obl:agent': 'obliques',
  'obl:unmarked': 'measures',
  mark: 'openers',
  ccomp: 'contents',
  xcomp: 'openClauses',
  advcl: 'adverbials',
  'advcl:relcl': 'adverbials',
  parataxis: 'asides',
  conj: 'members',
  csubj: 'subjectClauses',
  'csubj:pass': 'subjectClauses',
  'csubj:outer': 'subjectClauses',
};

const NONE: readonly number[] = [];

function readClause(document: Document, tree: Tree, head: number): Clause {
  const lists = listDependents(tree, head, LIST_OF);
  const link = LINKS[relation(document, head)] ?? 'WORD';
  const copula = lists.copulas?.[0] ?? -1;
  const auxiliaries = lists.auxiliaries ?? NONE;
  const ownSubjects = lists.ownSubjects ?? NONE;
  const group = readVerbGroup(document, head, auxiliaries, copula);
  const isVerb = universalTag(document, head) === 'VERB' && link !== 'WORD';
  const isPredicate =
    isVerb || copula >= 0 || ownSubjects.length > 0 || (link !== 'WORD' && /^(?:VB|MD)/.test(pennTag(document, head)));
  return {
    head,
    whole: tree.subtreeOf(head),
    link,
    governor: document.tokens.heads[head] ?? -1,
    isPredicate,
    auxiliaries,
    copula,
    particles: lists.particles ?? NONE,
    adverbs: lists.adverbs ?? NONE,
    negation: negationOf(document, tree, head),
    voice: isPassive(document, tree, head) ? 'PASSIVE' : 'ACTIVE',
    ...group,
    ownSubjects,
    expletive: lists.expletives?.[0] ?? -1,
    objects: lists.objects ?? NONE,
    indirectObject: lists.indirectObjects?.[0] ?? -1,
    obliques: lists.obliques ?? NONE,
    measures: lists.measures ?? NONE,
    agents: (lists.obliques ?? NONE).filter((child) => isAgent(document, tree, child)),
    openers: lists.openers ?? NONE,
    contents: lists.contents ?? NONE,
    openClauses: lists.openClauses ?? NONE,
    adverbials: lists.adverbials ?? NONE,
    asides: lists.asides ?? NONE,
    members: lists.members ?? NONE,
    subjectClauses: lists.subjectClauses ?? NONE,
    certainty: certaintyOf(document, head, link, isPredicate, ownSubjects),
  };
}

function isAgent(document: Document, tree: Tree, child: number): boolean {
  return relation(document, child) === 'obl:agent' || /^by$/i.test(tokenText(document, tree.childBy(child, 'case')));
}

/** Verbs without an object, whose participle is no passive. */
const NEVER_PASSIVE =
  /^(?:plead|testify|resign|die|step|collapse|crash|arrive|march|protest|rally|capsize|derail|collide|explode|erupt)$/;

/**
 * Whether something is done to the subject: by an auxiliary, in a participle that describes a noun, or in a participle
 * without an auxiliary that goes on from a passive (`was convicted in 2019 and pardoned in 2021`).
 */
function isPassive(document: Document, tree: Tree, verb: number): boolean {
  const tag = pennTag(document, verb);
  if (!tag.startsWith('VB') || NEVER_PASSIVE.test(document.tokens.lemmas[verb] ?? '')) return false;
  if (tag === 'VB') {
    return tree.childBy(verb, 'aux:pass') >= 0 && !/^to$/i.test(tokenText(document, verb - 1));
  }
  if (tree.childBy(verb, 'nsubj:pass', 'aux:pass') >= 0) return true;
  if (isRelation(relation(document, verb), 'acl', 'amod'))
    return tag === 'VBN' && tree.childBy(verb, 'aux', 'nsubj') < 0;
  const first = document.tokens.heads[verb] ?? -1;
  return (
    (tag === 'VBN' || tag === 'VBD') &&
    relation(document, verb) === 'conj' &&
    tree.childBy(first, 'aux:pass') >= 0 &&
    tree.childBy(verb, 'aux', 'nsubj', 'obj') < 0
  );
}

const NEGATIONS = /^(?:not|n't|n’t|never|nobody|neither)$/i;

function negationOf(document: Document, tree: Tree, head: number): number {
  for (const child of tree.childrenOf(head)) {
    if (!isRelation(relation(document, child), 'advmod', 'det', 'cc', 'nsubj')) continue;
    const word = tokenText(document, child);
    if (NEGATIONS.test(word) || (/^no$/i.test(word) && relation(document, child) === 'det')) return child;
  }
  return -1;
}

const FUTURE = /^(?:will|'ll|’ll|shall|wo)$/i;
const POSSIBLE = /^(?:may|might|could|can|ca)$/i;
const NECESSARY = /^(?:should|must|ought)$/i;

type VerbGroup = Pick<Clause, 'tense' | 'modality' | 'isProgressive' | 'isFinite'>;

/** Tense, modality and aspect as the first finite word of the verb group and its head tell them. */
function readVerbGroup(document: Document, head: number, auxiliaries: readonly number[], copula: number): VerbGroup {
  const words = copula >= 0 ? [...auxiliaries, copula] : auxiliaries;
  const modals = words.map((word) => tokenText(document, word));
  const modality = modals.some((word) => /^would$/i.test(word))
    ? 'WOULD'
    : modals.some((word) => POSSIBLE.test(word))
      ? 'POSSIBLE'
      : modals.some((word) => NECESSARY.test(word))
        ? 'NECESSARY'
        : 'NONE';
  const finite = [...words, head].find((word) => isFiniteTag(pennTag(document, word)));
  const tag = finite === undefined ? '' : pennTag(document, finite);
  const isFuture = modals.some((word) => FUTURE.test(word));
  const tense = isFuture ? 'FUTURE' : tag === 'VBD' ? 'PAST' : tag === 'VBZ' || tag === 'VBP' ? 'PRESENT' : 'NONE';
  const isProgressive =
    pennTag(document, head) === 'VBG' &&
    modals.some((word) => /^(?:is|are|am|was|were|be|been|'s|’s|'re|’re|'m|’m)$/i.test(word));
  return { tense, modality, isProgressive, isFinite: finite !== undefined };
}

/** Products of what speaks against a tree: each factor is a share of clauses that were right on such trees, roughly. */
function certaintyOf(
  document: Document,
  head: number,
  link: ClauseLink,
  isPredicate: boolean,
  subjects: readonly number[],
): number {
  let certainty = 1;
  if (link === 'MAIN' && !isPredicate) certainty *= 0.5;
  if (subjects.length > 1) certainty *= 0.6;
  if (relation(document, head) === 'dep') certainty *= 0.5;
  if (subjects.some((subject) => /^(?:VERB|ADP|ADV)$/.test(universalTag(document, subject)))) certainty *= 0.7;
  if (pennTag(document, head) === 'VBN' && link === 'MAIN' && subjects.length > 0) certainty *= 0.8;
  return certainty;
}
