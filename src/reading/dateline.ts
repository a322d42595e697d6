import type { Document, TokenRange } from '../language/document.ts';
import { tokenText } from '../language/tags.ts';

/** How many words a dateline may have: `WASHINGTON, March 3 (Reuters) —`. */
const LONGEST = 14;

/**
 * The token of the place that an article was filed from, or -1: the words before the first dash of a paragraph near the
 * top (`Tehran, Iran –`, `PARIS (AFP) —`), when they begin with a place. `isPlace` tells whether a token stands in the
 * name of a place.
 */
export function findDateline(document: Document, isPlace: (token: number) => boolean): number {
  const filing = findFiling(document, isPlace);
  return filing && tokenText(document, filing.first) !== '(' ? filing.first : -1;
}

/**
 * The words that say where, when and by whom an article was filed, up to their dash, or null: a dateline, or an agency
 * in brackets (`(Bloomberg) --`). They are no part of the sentence after them.
 */
export function findFiling(document: Document, isPlace: (token: number) => boolean): TokenRange | null {
  for (const paragraph of document.paragraphs.slice(0, 4)) {
    if (!isPlace(paragraph.first) && tokenText(document, paragraph.first) !== '(') continue;
    const end = Math.min(paragraph.last, paragraph.first + LONGEST);
    for (let token = paragraph.first + 1; token <= end; token += 1) {
      const word = tokenText(document, token);
      if (/^(?:–|—|--|-|:)$/.test(word)) {
        const isSpaced =
          (document.tokens.start[token] ?? 0) > (document.tokens.end[token - 1] ?? 0) ||
          word === '--' ||
          word === '—' ||
          isColon(document, token, paragraph);
        if (isSpaced && token < paragraph.last - 2) return { first: paragraph.first, last: token };
        break;
      }
      if (/^(?:is|was|are|were|has|had|have|will|said|says)$/i.test(word)) break;
    }
  }
  return null;
}

/** `Colombo: The president …`: a colon after one place, before what ends as a sentence does and is no headline. */
function isColon(document: Document, token: number, paragraph: TokenRange): boolean {
  const follows = document.text.slice(document.tokens.end[token], document.tokens.start[token + 1]);
  return (
    tokenText(document, token) === ':' &&
    token <= paragraph.first + 2 &&
    follows.length > 0 &&
    /^[.”"]$/.test(tokenText(document, paragraph.last))
  );
}
