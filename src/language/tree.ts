import type { Document, TokenRange } from './document.ts';
import { type Relation, RELATIONS, relation } from './tags.ts';

type Parsed = Pick<Document, 'text' | 'tokens'>;

/** The dependency trees of a document, walked downwards. Built once a document in linear time. */
export interface Tree {
  readonly document: Parsed;
  /** The tokens that depend on a token, in text order. */
  childrenOf(token: number): readonly number[];
  /**
   * The dependents of a token in one of some relations; a relation without a subtype stands for all of its subtypes.
   */
  childrenBy(token: number, ...relations: readonly string[]): number[];
  /** The first dependent in one of some relations, or -1. */
  childBy(token: number, ...relations: readonly string[]): number;
  /**
   * The tokens from the leftmost to the rightmost descendant of a token; not every token between need be one where arcs
   * cross.
   */
  subtreeOf(token: number): TokenRange;
  /** Whether one token is above another, or the same. */
  isAbove(ancestor: number, token: number): boolean;
}

/** Whether a relation is one of some, where `obl` stands for `obl:agent` and its like. */
export function isRelation(actual: Relation, ...relations: readonly string[]): boolean {
  const main = MAIN_RELATIONS.get(actual);
  for (const wanted of relations) if (wanted === actual || wanted === main) return true;
  return false;
}

/** `obl` for `obl:agent`, for every relation with a subtype. */
const MAIN_RELATIONS: ReadonlyMap<string, string> = new Map(
  RELATIONS.filter((relation) => relation.includes(':')).map((relation) => [
    relation,
    relation.slice(0, relation.indexOf(':')),
  ]),
);

/**
 * Indexes the heads of a document for walking downwards, in linear time; what a subtree spans is told at once, however
 * large it is.
 */
export function buildTree(document: Parsed): Tree {
  const { count, heads } = document.tokens;
  const children: number[][] = Array.from({ length: count }, () => []);
  for (let token = 0; token < count; token += 1) children[heads[token] ?? -1]?.push(token);
  const subtrees = spanSubtrees(children, heads);
  const none: readonly number[] = [];
  const childrenOf = (token: number): readonly number[] => children[token] ?? none;
  const childrenBy = (token: number, ...relations: readonly string[]): number[] =>
    childrenOf(token).filter((child) => isRelation(relation(document, child), ...relations));
  return {
    document,
    childrenOf,
    childrenBy,
    childBy: (token, ...relations) =>
      childrenOf(token).find((child) => isRelation(relation(document, child), ...relations)) ?? -1,
    subtreeOf: (token) => subtrees[token] ?? { first: token, last: token },
    isAbove: (ancestor, token) => {
      for (let at = token; at >= 0; at = heads[at] ?? -1) if (at === ancestor) return true;
      return false;
    },
  };
}

/**
 * What every token spans with all that hangs on it. A token on a ring of heads, which no parser makes, spans itself.
 */
function spanSubtrees(children: readonly (readonly number[])[], heads: Document['tokens']['heads']): TokenRange[] {
  const first = Int32Array.from(children.keys());
  const last = Int32Array.from(first);
  const downwards = [...children.keys()].filter((token) => (heads[token] ?? -1) < 0);
  for (let place = 0; place < downwards.length; place += 1)
    for (const child of children[downwards[place] ?? -1] ?? []) downwards.push(child);
  for (let place = downwards.length - 1; place >= 0; place -= 1) {
    const token = downwards[place] ?? 0;
    const head = heads[token] ?? -1;
    if (head < 0) continue;
    first[head] = Math.min(first[head] ?? 0, first[token] ?? 0);
    last[head] = Math.max(last[head] ?? 0, last[token] ?? 0);
  }
  return Array.from(children, (_, token) => ({ first: first[token] ?? token, last: last[token] ?? token }));
}

/** What hangs on a word, in lists by its relation, each in text order; relations without a list are left out. */
export function listDependents<List extends string>(
  { document, childrenOf }: Tree,
  head: number,
  lists: Partial<Record<Relation, List>>,
): Partial<Record<List, number[]>> {
  const found: Partial<Record<List, number[]>> = {};
  for (const child of childrenOf(head)) {
    const list = lists[relation(document, child)];
    if (!list) continue;
    const known = found[list];
    if (known) known.push(child);
    else found[list] = [child];
  }
  return found;
}

/** What is read of a token, read once, when it is first asked for; what is no token is read anew. */
export function readOnce<Read>(count: number, read: (token: number) => Read): (token: number) => Read {
  const known: Read[] = [];
  return (token) => {
    const before = known[token];
    if (before !== undefined) return before;
    const found = read(token);
    if (token >= 0 && token < count) known[token] = found;
    return found;
  };
}
