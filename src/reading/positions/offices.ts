import type { Document, TokenRange } from '../../language/document.ts';
import { tokenText, universalTag } from '../../language/tags.ts';
import { OFFICES } from '../lexicon/offices.ts';

/** Whether a word is an office: no verb, unless it is written as a title. */
export function isOffice(document: Document, token: number): boolean {
  const word = tokenText(document, token);
  const tag = universalTag(document, token);
  return (
    (tag !== 'VERB' || /^\p{Lu}/u.test(word)) &&
    tag !== 'AUX' &&
    tag !== 'ADP' &&
    (OFFICES.has(document.tokens.lemmas[token]?.toLowerCase() ?? '') || OFFICES.has(word.toLowerCase()))
  );
}

export function hasOffice(document: Document, { first, last }: TokenRange): boolean {
  for (let token = first; token <= last; token += 1) if (isOffice(document, token)) return true;
  return false;
}
