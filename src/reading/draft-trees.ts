import type { Document } from '../language/document.ts';
import { rangeHolding } from '../language/ranges.ts';
import { RELATIONS, universalTag } from '../language/tags.ts';
import { isRelation } from '../language/tree.ts';
import type { Draft } from './mend-clauses.ts';

export function isAt({ relations }: Pick<Draft, 'relations'>, token: number, ...roles: readonly string[]): boolean {
  return token >= 0 && isRelation(RELATIONS[relations[token] ?? 0] ?? 'dep', ...roles);
}

export function isSubject(draft: Draft, token: number): boolean {
  return isAt(draft, token, 'nsubj', 'nsubj:pass');
}

export function isNominal(document: Document, token: number): boolean {
  return /^(?:NOUN|PROPN|NUM)$/.test(universalTag(document, token));
}

/** The first and the last token of the sentence of a token. */
export function boundsOf(document: Document, token: number): { readonly first: number; readonly last: number } {
  return document.sentences[rangeHolding(document.sentences, token)] ?? { first: token, last: token };
}

/** The tokens of a sentence that hang on a token directly. */
export function childrenIn({ document, heads }: Draft, head: number): number[] {
  const { first, last } = boundsOf(document, head);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place).filter((token) => heads[token] === head);
}

/** The first token of all that hangs on a token. */
export function firstOf(draft: Draft, head: number): number {
  return childrenIn(draft, head).reduce((first, child) => (child < first ? Math.min(first, firstOf(draft, child)) : first), head);
}

/** Gives a sentence its first tree back when mends together tied a knot in it, so that whoever climbs or descends a tree ends. */
export function undoKnots({ document, heads, relations }: Draft): void {
  const marks = new Int32Array(document.tokens.count).fill(-1);
  for (const { first, last } of document.sentences) {
    let isKnotted = false;
    for (let token = first; token <= last && !isKnotted; token += 1) {
      let at = token;
      while (at >= first && marks[at] === -1) {
        marks[at] = token;
        at = heads[at] ?? -1;
      }
      isKnotted = at >= first && marks[at] === token;
    }
    if (!isKnotted) continue;
    heads.set(document.tokens.heads.subarray(first, last + 1), first);
    relations.set(document.tokens.relations.subarray(first, last + 1), first);
  }
}
