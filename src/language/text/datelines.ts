import { classAt, DIGIT, isLetter, UPPER } from './characters.ts';
import { openGazetteer } from '../naming/gazetteer.ts';
import type { Tokenised } from './tokenise.ts';

const MOST_TOKENS = 16;
const DASHES: ReadonlySet<string> = new Set(['—', '–', '-', '--', '―']);

/**
 * The dash that ends the dateline at the start of a paragraph (`TEHRAN, Iran (AP) —`, `Tehran, Iran –`), or -1. A
 * dateline is capitalised words and figures with commas, stops and brackets, a dash with space after it, then a
 * capital or an opening mark. A name alone must be in capitals or a known place (`Beirut —`), so that `Boeing –
 * Airbus’s rival –` is none.
 */
export function endOfDateline({ text, start, end }: Tokenised, first: number, last: number): number {
  let words = 0;
  let certain = false;
  for (let token = first; token < Math.min(first + MOST_TOKENS, last); token++) {
    const from = start[token] ?? 0;
    const to = end[token] ?? 0;
    const word = text.slice(from, to);
    if (words > 0 && DASHES.has(word) && to < (start[token + 1] ?? 0)) {
      const before = (end[token - 1] ?? 0) < from || text[from - 1] === ')';
      const isDateline = certain || isPlaceAlone({ text, start, end }, first, token, last);
      return isDateline && before && opensText(text, start[token + 1] ?? 0) ? token : -1;
    }
    const kind = classAt(text, from);
    if (kind === UPPER) {
      words++;
      if (words === 1 && isShouted(word)) certain = true;
    } else if (word === ',' || word === '(' || word === '/') {
      if (words === 0) return -1;
      certain = true;
    } else if (kind !== DIGIT && word !== '.' && word !== ')' && word !== 'and') {
      return -1;
    }
  }
  return -1;
}

/** Whether what stands before a dash is a known place, and no second dash makes an aside of what follows. */
function isPlaceAlone(
  { text, start, end }: Pick<Tokenised, 'text' | 'start' | 'end'>,
  first: number,
  dash: number,
  last: number,
): boolean {
  for (let token = dash + 1; token <= last; token += 1) {
    const word = text.slice(start[token], end[token]);
    if (word === '.') break;
    if (DASHES.has(word) && (end[token - 1] ?? 0) < (start[token] ?? 0)) return false;
  }
  return openGazetteer().findPlaces(text.slice(start[first], end[dash - 1])).length > 0;
}

function isShouted(word: string): boolean {
  return word.length > 3 && word === word.toUpperCase() && isLetter(classAt(word, 1));
}

function opensText(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return kind === UPPER || kind === DIGIT || '“"‘\'«`('.includes(text[at] ?? ' ');
}
