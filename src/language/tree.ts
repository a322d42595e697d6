import type { Document, TokenRange } from './document.ts';
import { type Relation, relation } from './tags.ts';

type Parsed = Pick<Document, 'text' | 'tokens'>;

/** The dependency trees of a document, walked downwards. Built once a document in linear time. */
export interface Tree {
  readonly document: Parsed;
  /** The tokens that depend on a token, in text order. */
  childrenOf(token: number): readonly number[];
  /** The dependents of a token in one of some relations; a relation without a subtype stands for all of its subtypes. */
  childrenBy(token: number, ...relations: readonly string[]): number[];
  /** The first dependent in one of some relations, or -1. */
  childBy(token: number, ...relations: readonly string[]): number;
  /** The tokens from the leftmost to the rightmost descendant of a token; not every token between need be one where arcs cross. */
  subtreeOf(token: number): TokenRange;
  /** Whether one token is above another, or the same. */
  isAbove(ancestor: number, token: number): boolean;
}

/** Whether a relation is one of some, where `obl` stands for `obl:agent` and its like. */
export function isRelation(actual: Relation, ...relations: readonly string[]): boolean {
  return relations.some((wanted) => actual === wanted || actual.startsWith(`${wanted}:`));
}

/** Indexes the heads of a document for walking downwards. */
export function buildTree(document: Parsed): Tree {
  const { count, heads } = document.tokens;
  const children: number[][] = Array.from({ length: count }, () => []);
  for (let token = 0; token < count; token += 1) children[heads[token] ?? -1]?.push(token);
  const none: readonly number[] = [];
  const childrenOf = (token: number): readonly number[] => children[token] ?? none;
  const childrenBy = (token: number, ...relations: readonly string[]): number[] => childrenOf(token).filter((child) => isRelation(relation(document, child), ...relations));
  return {
    document,
    childrenOf,
    childrenBy,
    childBy: (token, ...relations) => childrenOf(token).find((child) => isRelation(relation(document, child), ...relations)) ?? -1,
    subtreeOf: (token) => {
      let first = token;
      let last = token;
      const pending = [token];
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        first = Math.min(first, next);
        last = Math.max(last, next);
        pending.push(...childrenOf(next));
      }
      return { first, last };
    },
    isAbove: (ancestor, token) => {
      for (let at = token; at >= 0; at = heads[at] ?? -1) if (at === ancestor) return true;
      return false;
    },
  };
}
