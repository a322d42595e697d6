import type { Span } from '../span.ts';

/** A word of running text: letters and figures with the marks inside them; a possessive `'s` is a word of its own. */
export interface Word extends Span {
  readonly text: string;
}

const WORD = /[\p{L}\p{N}$€£%@#]+(?:[’'.\-&,][\p{L}\p{N}]+)*/gu;
const POSSESSIVE = /^.+?(?=[’']s$)/iu;

/**
 * The words of a text, without punctuation: what statements are measured in, so that marks and spaces at the borders
 * count for nothing.
 */
export function splitWords(text: string): Word[] {
  return [...text.matchAll(WORD)].flatMap((found): Word[] => {
    const [whole] = found;
    const start = found.index;
    const end = start + whole.length;
    const owner = POSSESSIVE.exec(whole)?.[0];
    if (owner === undefined) return [{ start, end, text: whole }];
    const middle = start + owner.length;
    return [
      { start, end: middle, text: owner },
      { start: middle, end, text: whole.slice(owner.length) },
    ];
  });
}

/** The numbers of the words that lie at least half inside one of the spans. */
export function wordsWithin(words: readonly Word[], spans: readonly Span[]): Set<number> {
  const within = new Set<number>();
  for (const span of spans) {
    for (let number = firstEndingAfter(words, span.start); number < words.length; number += 1) {
      const word = words[number];
      if (!word || word.start >= span.end) break;
      const shared = Math.min(word.end, span.end) - Math.max(word.start, span.start);
      if (shared * 2 >= word.end - word.start) within.add(number);
    }
  }
  return within;
}

function firstEndingAfter(words: readonly Word[], start: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * What stands in double quotation marks, line by line; a mark that nothing closes runs to the end of its line, as in
 * speech over several paragraphs.
 */
export function findQuoted(text: string): Span[] {
  const quoted: Span[] = [];
  let lineStart = 0;
  for (const line of text.split('\n')) {
    let open = -1;
    for (const mark of line.matchAll(/[“«„”»"]|``|''/g)) {
      const isStraight = mark[0] === '"';
      const opens = isStraight ? open < 0 : /[“«„]|``/.test(mark[0]);
      if (opens && open < 0) open = mark.index;
      else if (!opens && open >= 0) {
        quoted.push({ start: lineStart + open, end: lineStart + mark.index + 1 });
        open = -1;
      }
    }
    if (open >= 0) quoted.push({ start: lineStart + open, end: lineStart + line.length });
    lineStart += line.length + 1;
  }
  return quoted;
}

/** How many numbers two sets share. */
export function sharedCount(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let shared = 0;
  for (const number of left) if (right.has(number)) shared += 1;
  return shared;
}

/** The Jaccard index of two sets: shared by all. */
export function jaccard(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  const shared = sharedCount(left, right);
  const all = left.size + right.size - shared;
  return all === 0 ? 0 : shared / all;
}
