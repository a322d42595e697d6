import type { Document } from './document.ts';
import type { Lemmatised } from './lemmatise.ts';

/** A parsed text: everything of a Document but its quotations and names. */
export type Parsed = Omit<Document, 'names' | 'quotations'>;

export function parse(lemmatised: Lemmatised): Parsed {
  const { text, count, start, end, penn, universal, lemmas, sentences, paragraphs } = lemmatised;
  const heads = new Int32Array(count).fill(-1);
  const relations = new Uint8Array(count);
  return { text, tokens: { count, start, end, penn, universal, lemmas, heads, relations }, sentences, paragraphs };
}
