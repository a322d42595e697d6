import {
  APOSTROPHE,
  classAt,
  DIGIT,
  HYPHEN,
  isLetter,
  isWordKind,
  MARK,
  PICTURE,
  SPACE,
  SYMBOL,
  widthAt,
} from './characters.ts';
import { endOfAddress } from './addresses.ts';
import { CLIPPED, CLITICS } from '../lexicon/word-parts.ts';
import { endOfWord, splitWord } from './words.ts';

/** A text with the offsets of its tokens, UTF-16 code units, [start, end). */
export interface Tokenised {
  readonly text: string;
  readonly count: number;
  readonly start: Int32Array;
  readonly end: Int32Array;
}

/** Offsets gathered while scanning: a growing pair of columns. */
export class TokenColumns {
  count = 0;
  start = new Int32Array(256);
  end = new Int32Array(256);

  /** Adds one token; an empty one is left out. */
  add(start: number, end: number): void {
    if (end <= start) return;
    if (this.count === this.start.length) {
      this.start = grow(this.start);
      this.end = grow(this.end);
    }
    this.start[this.count] = start;
    this.end[this.count] = end;
    this.count++;
  }
}

/**
 * The tokens of any string, as the English treebanks of Universal Dependencies cut them: `do|n't`, `Iran|'s`, hyphens
 * separate but for bound prefixes (`Al|-|Assad`, `non-profit`), `$|5`, `40|%`, abbreviations with their stop.
 * Addresses, handles, tags, decimals and emoji are one token each. Time is linear; tokens are ordered, not empty and
 * never overlap.
 */
export function tokenise(text: string): Tokenised {
  const columns = new TokenColumns();
  let at = 0;
  while (at < text.length) {
    const kind = classAt(text, at);
    const next = at + widthAt(text, at);
    if (kind === SPACE) {
      at = next;
    } else if (isWordKind(kind)) {
      at = scanWord(text, at, columns);
    } else if (kind === PICTURE) {
      at = scanPicture(text, at, next, columns);
    } else {
      at = scanSymbol(text, at, next, kind, columns);
    }
  }
  return {
    text,
    count: columns.count,
    start: columns.start.slice(0, columns.count),
    end: columns.end.slice(0, columns.count),
  };
}

function grow(column: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(column.length * 2);
  larger.set(column);
  return larger;
}

function scanWord(text: string, at: number, columns: TokenColumns): number {
  const address = endOfAddress(text, at);
  if (address > at) {
    columns.add(at, address);
    return address;
  }
  const end = endOfWord(text, at);
  splitWord(text, at, end, columns);
  return end;
}

/** A picture takes its modifiers, joined pictures and a second regional letter with it. */
function scanPicture(text: string, at: number, first: number, columns: TokenColumns): number {
  let end = first;
  const flag = isRegional(text, at);
  if (flag && isRegional(text, end)) end += 2;
  for (;;) {
    const code = text.charCodeAt(end);
    const joined = code === 0x200d && classAt(text, end + 1) === PICTURE;
    const skin = code === 0xd83c && text.charCodeAt(end + 1) >= 0xdffb && text.charCodeAt(end + 1) <= 0xdfff;
    if (joined) end += 1 + widthAt(text, end + 1);
    else if (skin) end += 2;
    else if (classAt(text, end) === MARK && code !== 0x200d) end += 1;
    else break;
  }
  columns.add(at, end);
  return end;
}

function isRegional(text: string, at: number): boolean {
  const low = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === 0xd83c && low >= 0xdde6 && low <= 0xddff;
}

/** Characters of which a run is one token; `!` and `?` run together. */
const RUNS = '.-–—*=_~#+|!?…';

function scanSymbol(text: string, at: number, next: number, kind: number, columns: TokenColumns): number {
  const character = text[at] ?? '';
  let end = next;
  const following = classAt(text, end);
  if (character === '.' && following === DIGIT) {
    end = endOfWord(text, next);
  } else if ((character === '@' || character === '#') && (isLetter(following) || text[end] === '_')) {
    end = endOfHandle(text, next);
  } else if (kind === APOSTROPHE) {
    end = text[next] === character ? next + 1 : endOfClipped(text, at, next);
  } else if (character === '`' && text[next] === '`') {
    end = next + 1;
  } else if (character === '<' || character === '>') {
    if (text[next] === character) end = next + 1;
  } else if (character === ':' || character === ';') {
    end = endOfEmoticon(text, at);
  } else if (kind === HYPHEN || RUNS.includes(character)) {
    while (end < text.length && sameRun(character, text[end] ?? '')) end++;
  } else if (kind === MARK || kind === SYMBOL) {
    while (classAt(text, end) === MARK) end++;
  }
  columns.add(at, end);
  return end;
}

function sameRun(character: string, other: string): boolean {
  return (
    other === character ||
    ((character === '!' || character === '?') && (other === '!' || other === '?')) ||
    (character === '…' && other === '.')
  );
}

function endOfHandle(text: string, from: number): number {
  let end = from;
  while (end < text.length) {
    const kind = classAt(text, end);
    if (!isWordKind(kind) && kind !== MARK && text[end] !== '_') break;
    end += widthAt(text, end);
  }
  return end;
}

/** `'em`, `'90s`, and a clitic that stands alone keep their apostrophe; any other apostrophe is a token. */
function endOfClipped(text: string, at: number, next: number): number {
  let end = next;
  while (end < next + 6 && isWordKind(classAt(text, end))) end += widthAt(text, end);
  if (isWordKind(classAt(text, end))) return next;
  return isClipped(text.slice(next, end).toLowerCase(), at > 0 && classAt(text, at - 1) !== SPACE) ? end : next;
}

function isClipped(word: string, glued: boolean): boolean {
  if (/^\d\ds?$/u.test(word)) return true;
  return glued
    ? CLITICS.has(word)
    : CLIPPED.has(word) || word === 's' || word === 're' || word === 've' || word === 'll';
}

/** `:)`, `;-)`, `:D` and the like, where a space or the end follows. */
function endOfEmoticon(text: string, at: number): number {
  const eyes = at + 1;
  const mouth = text[eyes] === '-' ? eyes + 1 : eyes;
  if (!'()DPp/'.includes(text[mouth] ?? ' ')) return eyes;
  const before = at === 0 ? SPACE : classAt(text, at - 1);
  const after = classAt(text, mouth + 1);
  return before === SPACE && (after === SPACE || after === 0) ? mouth + 1 : eyes;
}
