import type { Document } from '../../language/document.ts';
import { universalTag } from '../../language/tags.ts';
import type { Scene } from './scene.ts';

/** The objects of a verb, and a noun right behind it that the parser hung on it without a preposition. */
export function objectsOf({ document, tree, isAside }: Scene, verb: number): number[] {
  const bare = tree
    .childrenBy(verb, 'obl')
    .filter(
      (child) =>
        child > verb &&
        child - verb <= 8 &&
        tree.childBy(child, 'case') < 0 &&
        !isAside(child) &&
        /^(?:NOUN|PROPN)$/.test(universalTag(document, child)) &&
        !isMeasure(document, child),
    );
  return [...tree.childrenBy(verb, 'obj', 'iobj'), ...bare];
}

/** `10 km`, `three times`, `last year`: how far, how often and when, not whom. */
export function isMeasure(document: Document, token: number): boolean {
  return /^(?:km|kilometre|kilometer|mile|metre|meter|time|day|week|month|year|hour|minute|percent|point|second|third|half|%|\$)$/i.test(
    document.tokens.lemmas[token] ?? '',
  );
}
