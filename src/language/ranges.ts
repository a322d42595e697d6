import type { Span } from '../span.ts';
import type { Document, TokenRange, Tokens } from './document.ts';

type HasTokens = { readonly tokens: Pick<Tokens, 'count' | 'start' | 'end'> };

/** The characters from the first to the last of some tokens. */
export function spanOf(document: HasTokens, range: TokenRange): Span {
  return { start: document.tokens.start[range.first] ?? 0, end: document.tokens.end[range.last] ?? 0 };
}

/** The words from the first to the last of some tokens, as written. */
export function textOf(document: HasTokens & Pick<Document, 'text'>, range: TokenRange): string {
  const { start, end } = spanOf(document, range);
  return document.text.slice(start, end);
}

/** The first token that ends after a character: the token there, or the next one; `tokens.count` after the last. */
export function tokenAt(document: HasTokens, character: number): number {
  const { count, end } = document.tokens;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((end[middle] ?? 0) <= character) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that share a character with a span; `last < first` where none does. */
export function tokensOf(document: HasTokens, span: Span): TokenRange {
  const first = tokenAt(document, span.start);
  let last = tokenAt(document, span.end - 1);
  if (last >= document.tokens.count || (document.tokens.start[last] ?? 0) >= span.end) last -= 1;
  return { first, last };
}

/** The number of the range that holds a token, in a list of ranges in order that do not overlap; -1 where none does. */
export function rangeHolding(ranges: readonly TokenRange[], token: number): number {
  let low = 0;
  let high = ranges.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle];
    if (!range) return -1;
    if (token < range.first) high = middle - 1;
    else if (token > range.last) low = middle + 1;
    else return middle;
  }
  return -1;
}

/**
 * Those of some ranges, in order and without overlaps, that lie wholly within another: found by halving, not by looking
 * at all.
 */
export function rangesWithin<Range extends TokenRange>(ranges: readonly Range[], outer: TokenRange): readonly Range[] {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle]?.first ?? 0) < outer.first) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < ranges.length && (ranges[end]?.last ?? 0) <= outer.last) end += 1;
  return ranges.slice(low, end);
}
