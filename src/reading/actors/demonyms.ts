import type { Document } from '../../language/document.ts';
import { openGazetteer } from '../../language/naming/gazetteer.ts';
import { tokenText } from '../../language/tags.ts';

/** A demonym where it stands: the country's code and the last token of the word or words. */
export interface DemonymAt {
  readonly code: string;
  readonly last: number;
}

/** The demonym that begins at a token, the longer one first: `South Korean`, `Azeri`. Null where there is none. */
export function findDemonymAt(document: Document, token: number): DemonymAt | null {
  if (token < 0 || token >= document.tokens.count) return null;
  const gazetteer = openGazetteer();
  const word = tokenText(document, token);
  const pair =
    token + 1 < document.tokens.count ? gazetteer.findDemonym(`${word} ${tokenText(document, token + 1)}`) : undefined;
  if (pair) return { code: pair.code, last: token + 1 };
  const single = gazetteer.findDemonym(word);
  return single ? { code: single.code, last: token } : null;
}
