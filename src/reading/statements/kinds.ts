import type { TokenRange } from '../../language/document.ts';
import type { StatementKind } from '../reading.ts';
import { countIn, type Page } from './page.ts';

/** Whether a content is all, partly or not at all in double quotation marks, by its words. */
export function kindOf(page: Page, content: readonly TokenRange[]): StatementKind {
  let words = 0;
  let quoted = 0;
  for (const { first, last } of content) {
    words += countIn(page, 'words', first, last);
    quoted += countIn(page, 'quotedWords', first, last);
  }
  return kindBy(words, quoted);
}

/** Nine of ten words quoted are all, two are a part: a single one may be a scare quote. */
export function kindBy(words: number, quoted: number): StatementKind {
  if (words > 0 && quoted / words >= 0.9) return 'DIRECT';
  return quoted >= 2 ? 'MIXED' : 'INDIRECT';
}
