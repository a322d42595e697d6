import type { Document, Tokens } from './document.ts';

/**
 * Penn Treebank tags as the UD treebanks of English use them; a tag's number is its place here. Append only: models
 * hold the numbers.
 */
export const PENN_TAGS = [
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'VB',
  'VBD',
  'VBG',
  'VBN',
  'VBP',
  'VBZ',
  'MD',
  'JJ',
  'JJR',
  'JJS',
  'RB',
  'RBR',
  'RBS',
  'RP',
  'IN',
  'TO',
  'DT',
  'PDT',
  'CC',
  'CD',
  'PRP',
  'PRP$',
  'WP',
  'WP$',
  'WDT',
  'WRB',
  'EX',
  'POS',
  'UH',
  'FW',
  'LS',
  'SYM',
  'AFX',
  'GW',
  'ADD',
  'NFP',
  'HYPH',
  '$',
  '#',
  ',',
  '.',
  ':',
  '``',
  "''",
  '-LRB-',
  '-RRB-',
] as const;
export type PennTag = (typeof PENN_TAGS)[number];

/** Universal Dependencies' parts of speech; a tag's number is its place here. */
export const UNIVERSAL_TAGS = [
  'ADJ',
  'ADP',
  'ADV',
  'AUX',
  'CCONJ',
  'DET',
  'INTJ',
  'NOUN',
  'NUM',
  'PART',
  'PRON',
  'PROPN',
  'PUNCT',
  'SCONJ',
  'SYM',
  'VERB',
  'X',
] as const;
export type UniversalTag = (typeof UNIVERSAL_TAGS)[number];

/**
 * Universal Dependencies' relations with the subtypes of English; a relation's number is its place here. Append only.
 */
export const RELATIONS = [
  'root',
  'nsubj',
  'nsubj:pass',
  'nsubj:outer',
  'csubj',
  'csubj:pass',
  'csubj:outer',
  'obj',
  'iobj',
  'ccomp',
  'xcomp',
  'obl',
  'obl:agent',
  'obl:unmarked',
  'advcl',
  'advcl:relcl',
  'advmod',
  'vocative',
  'discourse',
  'expl',
  'dislocated',
  'aux',
  'aux:pass',
  'cop',
  'mark',
  'nmod',
  'nmod:poss',
  'nmod:unmarked',
  'nmod:desc',
  'appos',
  'nummod',
  'acl',
  'acl:relcl',
  'amod',
  'det',
  'det:predet',
  'case',
  'conj',
  'cc',
  'cc:preconj',
  'fixed',
  'flat',
  'compound',
  'compound:prt',
  'list',
  'parataxis',
  'orphan',
  'goeswith',
  'reparandum',
  'punct',
  'dep',
] as const;
export type Relation = (typeof RELATIONS)[number];

const PENN_NUMBERS: ReadonlyMap<string, number> = new Map(PENN_TAGS.map((tag, number) => [tag, number]));
const UNIVERSAL_NUMBERS: ReadonlyMap<string, number> = new Map(UNIVERSAL_TAGS.map((tag, number) => [tag, number]));
const RELATION_NUMBERS: ReadonlyMap<string, number> = new Map(RELATIONS.map((relation, number) => [relation, number]));

/** The number that stands for a Penn tag in `Tokens.penn`. */
export function numberOfPenn(tag: PennTag): number {
  return PENN_NUMBERS.get(tag) ?? 0;
}

/** The number that stands for a universal tag in `Tokens.universal`. */
export function numberOfUniversal(tag: UniversalTag): number {
  return UNIVERSAL_NUMBERS.get(tag) ?? 0;
}

/** The number that stands for a relation in `Tokens.relations`. */
export function numberOfRelation(relation: Relation): number {
  return RELATION_NUMBERS.get(relation) ?? 0;
}

/** The number of a Penn tag read from a treebank, or undefined where the tables have no such tag. */
export function findPenn(tag: string): number | undefined {
  return PENN_NUMBERS.get(tag);
}

/** The number of a universal tag read from a treebank, or undefined. */
export function findUniversal(tag: string): number | undefined {
  return UNIVERSAL_NUMBERS.get(tag);
}

/** The number of a relation read from a treebank, or undefined. */
export function findRelation(relation: string): number | undefined {
  return RELATION_NUMBERS.get(relation);
}

/** Whether a Penn tag is that of a finite verb or a modal. */
export function isFiniteTag(tag: string): boolean {
  return tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD';
}

interface HasTokens {
  readonly tokens: Pick<Tokens, 'start' | 'end' | 'penn' | 'universal' | 'relations'>;
}

/**
 * The tag that stands before the first token and after the last: a stop, so that whoever walks along nouns comes to an
 * end where the text has none.
 */
const OUTSIDE: PennTag = '.';

/** The Penn tag that a column has for a token: `VBD`, `NNP`; a stop where there is no such token. */
export function pennTagIn(penn: Uint8Array, token: number): PennTag {
  const number = penn[token];
  return number === undefined ? OUTSIDE : (PENN_TAGS[number] ?? OUTSIDE);
}

/** The Penn tag of a token: `VBD`, `NNP`; a stop where there is no such token. */
export function pennTag(document: HasTokens, token: number): PennTag {
  return pennTagIn(document.tokens.penn, token);
}

/** The universal tag of a token: `VERB`, `PROPN`. */
export function universalTag(document: HasTokens, token: number): UniversalTag {
  return UNIVERSAL_TAGS[document.tokens.universal[token] ?? 0] ?? 'X';
}

/** The relation of a token to its head, with its subtype: `nsubj:pass`, `obl:agent`. */
export function relation(document: HasTokens, token: number): Relation {
  return RELATIONS[document.tokens.relations[token] ?? 0] ?? 'dep';
}

/** A token as written; the empty string where there is no such token. */
export function tokenText(
  document: Pick<Document, 'text'> & { readonly tokens: Pick<Tokens, 'start' | 'end'> },
  token: number,
): string {
  const start = document.tokens.start[token];
  return start === undefined ? '' : document.text.slice(start, document.tokens.end[token]);
}
