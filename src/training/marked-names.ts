import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatelineError } from '../errors.ts';
import type { GoldName } from './gold-name.ts';
import type { NamedText } from './name-corpora.ts';

const TYPES: Readonly<Record<string, number>> = { P: 0, O: 1, L: 2 };
const MARK = /\[([POL]) ([^[\]\n]*[^[\]\s])\]/g;
const SEPARATOR = /^---\n/m;

/**
 * Reads short texts whose names are marked, `[P Jane Roe]`, `[O Calder Lines]`, `[L Leith]`, with a line `---` between
 * one and the next: the format that `corpus/README.md` describes. Throws INVALID_INPUT naming the text and the place of
 * the first bracket that belongs to no mark.
 */
export function parseMarkedNames(id: string, source: string): NamedText[] {
  return source.split(SEPARATOR).flatMap((part, place) => {
    const marked = part.trim();
    return marked === '' ? [] : [takeMarksOut(`${id}-${place + 1}`, marked)];
  });
}

/** Every marked text of a folder, in the order of the files' names. */
export function loadMarkedNames(folder: string): NamedText[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => parseMarkedNames(file.slice(0, -'.txt'.length), readFileSync(join(folder, file), 'utf8')));
}

function takeMarksOut(id: string, marked: string): NamedText {
  let text = '';
  let from = 0;
  const names: GoldName[] = [];
  for (const { 0: mark, 1: tag = '', 2: words = '', index } of marked.matchAll(MARK)) {
    text += marked.slice(from, index);
    names.push({ type: TYPES[tag] ?? 0, start: text.length, end: text.length + words.length });
    text += words;
    from = index + mark.length;
  }
  text += marked.slice(from);
  const stray = text.search(/[[\]]/);
  if (stray >= 0)
    throw new DatelineError(
      'INVALID_INPUT',
      `${id}: a bracket that belongs to no mark, near “${text.slice(Math.max(0, stray - 20), stray + 20)}”`,
      'Mark a name as [P words], [O words] or [L words]; marks do not nest.',
    );
  return { id: `marked-${id}`, text, names };
}
