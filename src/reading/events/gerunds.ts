import type { Document } from '../../language/document.ts';
import { relation, tokenText } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';

/**
 * The verb that governs a gerund which the parser made part of its object (`considering selling missiles`); -1 where it
 * is none.
 */
export function gerundGovernor(document: Document, token: number): number {
  const noun = document.tokens.heads[token] ?? -1;
  if (
    !/ing$/i.test(tokenText(document, token)) ||
    noun !== token + 1 ||
    !isRelation(relation(document, token), 'compound', 'amod') ||
    !isRelation(relation(document, noun), 'obj')
  )
    return -1;
  const verb = document.tokens.heads[noun] ?? -1;
  return /^(?:consider|begin|start|stop|deny|admit|plan|discuss|avoid|suggest|mull|resume|contemplate|propose)$/.test(
    document.tokens.lemmas[verb] ?? '',
  )
    ? verb
    : -1;
}
