import type { Span } from '../span.ts';
import type { NamedText } from './name-corpora.ts';

/** Where texts that were put together from tokens have spaces that print has not: `Al - Sabah`, `Lao ’ s`, `U. S.`. */
const GAPS =
  /(?<=\p{L})(?=[-‑’]\p{L})|(?<=\p{L}[-‑’])(?=\p{L})|(?<=[“‘])(?=\S)|(?<=\S)(?=”)|(?<=\b\p{Lu}\.)(?=\p{Lu}\.)/gu;

/** The texts, every so many of them with the spaces of one that was put together from tokens. */
export function loosenSome(texts: readonly NamedText[], every: number): NamedText[] {
  return texts.map((text, place) => (place % every === 0 ? loosen(text) : text));
}

/** A text with a space in every gap, its names moved along. */
function loosen({ id, text, names, unsure }: NamedText): NamedText {
  const gaps = Array.from(text.matchAll(GAPS), ({ index }) => index);
  const move = <Place extends Span>(span: Place): Place => ({
    ...span,
    start: span.start + countUpTo(gaps, span.start),
    end: span.end + countUpTo(gaps, span.end - 1),
  });
  let loose = '';
  let from = 0;
  for (const gap of gaps) {
    loose += `${text.slice(from, gap)} `;
    from = gap;
  }
  return { id, text: loose + text.slice(from), names: names.map(move), ...(unsure && { unsure: unsure.map(move) }) };
}

/** How many of some rising numbers are not greater than another. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
