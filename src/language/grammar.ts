import type { Clauses } from './clause.ts';
import { readClauses } from './clauses.ts';
import type { Document } from './document.ts';
import { type Phrases, readPhrases } from './phrases.ts';
import { buildTree } from './tree.ts';

/** A document with its noun phrases and its clauses: what the reading of news asks of grammar. */
export interface Grammar {
  readonly document: Document;
  readonly phrases: Phrases;
  readonly clauses: Clauses;
}

/** Reads phrases and clauses off the trees of a document, each when first asked for; linear in the text. */
export function readGrammar(document: Document): Grammar {
  const tree = buildTree(document);
  const phrases = readPhrases(document, tree);
  return { document, phrases, clauses: readClauses(document, tree, phrases) };
}
