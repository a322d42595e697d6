import {
  APOSTROPHE,
  classAt,
  DIGIT,
  HYPHEN,
  isLetter,
  isLineBreak,
  isWordKind,
  LOWER,
  MARK,
  SPACE,
  UPPER,
  widthAt,
} from './characters.ts';
import {
  CAPITAL_ONLY_ABBREVIATIONS,
  DATE_ABBREVIATIONS,
  NUMBER_ABBREVIATIONS,
  OTHER_ABBREVIATIONS,
  TITLE_ABBREVIATIONS,
} from '../lexicon/abbreviations.ts';
import { SENTENCE_STARTERS } from '../lexicon/sentence-starts.ts';
import { BOUND_PREFIXES, CLITICS, CONTRACTED, UNITS } from '../lexicon/word-parts.ts';

interface TokenSink {
  add(start: number, end: number): void;
}

const LONGEST_ABBREVIATION = 8;

/**
 * Where the word that begins at `at` ends: letters, digits and marks, with the apostrophes, dots, commas and hyphens
 * that belong inside (`O'Brien's`, `U.S.`, `40,000`, `3.5`, `non-profit`, `5:30`, `9/11`, `AT&T`) and an abbreviation's
 * stop.
 */
export function endOfWord(text: string, at: number): number {
  let end = at;
  let dotted = false;
  for (;;) {
    while (end < text.length && isInside(text, end)) end += widthAt(text, end);
    const joint = text[end] ?? '';
    const kind = classAt(text, end);
    const before = end > at ? classAt(text, lastCharacter(text, end)) : 0;
    const after = classAt(text, end + 1);
    if (joint === '.' && joinsAtDot(text, at, end, before, after, dotted)) {
      dotted = true;
      end++;
    } else if (kind === HYPHEN && isWordKind(after) && joinsAtHyphen(text, at, end)) end++;
    else if (kind === APOSTROPHE && isLetter(after) && isWordKind(before)) end++;
    else if (joint === ',' && before === DIGIT && isThousand(text, end)) end++;
    else if (joint === ':' && before === DIGIT && after === DIGIT) end++;
    else if (joint === '/' && before === DIGIT && after === DIGIT && isFigures(text, at, end)) end++;
    else if (joint === '&' && isLetter(before) && before === after && isShortLetters(text, at, end)) end++;
    else break;
  }
  return text[end] === '.' && keepsStop(text, at, end, dotted) ? end + 1 : end;
}

function isInside(text: string, at: number): boolean {
  const kind = classAt(text, at);
  return isWordKind(kind) || kind === MARK || text[at] === '_';
}

function lastCharacter(text: string, end: number): number {
  const code = text.charCodeAt(end - 1);
  return code >= 0xdc00 && code <= 0xdfff && end >= 2 ? end - 2 : end - 1;
}

/** A dot inside a word: a decimal, initials (`U.S`), or a dotted name in one case; never `end.The`. */
function joinsAtDot(text: string, at: number, dot: number, before: number, after: number, dotted: boolean): boolean {
  if (before === DIGIT) return after === DIGIT;
  if (!isLetter(before) || !isLetter(after)) return false;
  let from = dot;
  while (from > at && dot - from < 4 && text[from - 1] !== '.') from--;
  const letters = dot - from;
  const single = letters === 1 || (letters === 2 && dotted);
  if (single) return true;
  return letters <= 2 && after === UPPER && text[dot + 2] === '.';
}

/** A hyphen stays inside after a bound prefix, and inside figures with several groups (telephone numbers, dates). */
function joinsAtHyphen(text: string, at: number, hyphen: number): boolean {
  const length = hyphen - at;
  if (length <= 7 && isLetter(classAt(text, at))) return BOUND_PREFIXES.has(text.slice(at, hyphen).toLowerCase());
  if (length > 16) return false;
  return (
    /^(?:\+?\d{1,4}-)*\d{1,4}$/u.test(text.slice(at, hyphen)) &&
    /^-(?:\d{1,4}-\d{2,4}|\d{4})(?![\d-])/u.test(text.slice(hyphen, hyphen + 12)) &&
    !/^\d{4}-\d{4}(?!\d)/u.test(text.slice(at, hyphen + 6))
  );
}

function isThousand(text: string, comma: number): boolean {
  for (let at = comma + 1; at <= comma + 3; at++) if (classAt(text, at) !== DIGIT) return false;
  return classAt(text, comma + 4) !== DIGIT;
}

function isFigures(text: string, at: number, end: number): boolean {
  return end - at <= 5 && /^\d{1,2}(?:\/\d{1,2})?$/u.test(text.slice(at, end));
}

function isShortLetters(text: string, at: number, end: number): boolean {
  return end - at <= 3 && /^\p{L}+$/u.test(text.slice(at, end));
}

/** Whether the stop at `dot` belongs to the word before it. */
function keepsStop(text: string, at: number, dot: number, dotted: boolean): boolean {
  const length = dot - at;
  if (length > LONGEST_ABBREVIATION || text[dot + 1] === '.' || isLetter(classAt(text, dot + 1))) return false;
  const word = text.slice(at, dot);
  const key = word.toLowerCase().replace('’', "'");
  if (dotted) return /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(word);
  const capital = classAt(text, at) === UPPER;
  const following = nextVisible(text, dot + 1);
  if (classAt(text, at) === DIGIT) return length <= 2 && isLineStart(text, at) && isLetter(following);
  if (CAPITAL_ONLY_ABBREVIATIONS.has(key) && !capital) return false;
  if (TITLE_ABBREVIATIONS.has(key)) return following !== 0 || key === 'st' || key === 'sr';
  if (NUMBER_ABBREVIATIONS.has(key) && !(capital && length === 1)) return following === DIGIT;
  if (DATE_ABBREVIATIONS.has(key)) return capital && following === DIGIT;
  if (OTHER_ABBREVIATIONS.has(key)) return true;
  return capital && length === 1 && isInitial(text, at, dot, following);
}

/** `J. Smith`: a capital alone, before a capital on the same line; `I` and `A` only beside another initial or name. */
function isInitial(text: string, at: number, dot: number, following: number): boolean {
  if (following !== UPPER || classAt(text, dot + 1) !== SPACE) return false;
  const previous = at >= 2 && classAt(text, at - 1) === SPACE ? at - 2 : -1;
  const initialBefore = previous >= 0 && text[previous] === '.';
  const next = text.slice(dot + 2, dot + 4);
  if (initialBefore || /^\p{Lu}\./u.test(next) || previous < 0) return true;
  let start = previous + 1;
  while (start > 0 && previous - start < 30 && isInside(text, start - 1)) start--;
  if (classAt(text, start) === UPPER) return true;
  return (
    !/^[AI]$/.test(text.slice(at, dot)) &&
    BEFORE_NAMES.test(text.slice(start, previous + 1)) &&
    !SENTENCE_STARTERS.has(/^\p{L}+/u.exec(text.slice(dot + 2, dot + 32))?.[0].toLowerCase() ?? '')
  );
}

/** Small words that a name may follow and hardly any letter alone: `led by C. Stewart`. */
const BEFORE_NAMES =
  /^(?:by|with|from|to|and|for|when|while|that|than|but|if|because|after|before|said|says|told|asked|against|between)$/;

/** Whether nothing but space stands before `at` on its line, as before the number of a list's item. */
function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= at - 8 && (text[before] === ' ' || text[before] === '\t')) before--;
  return before < 0 || isLineBreak(text.charCodeAt(before));
}

/** The class of the next character that is no space on this line; 0 at its end. */
function nextVisible(text: string, from: number): number {
  for (let at = from; at < from + 4 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a || code === 0x0d) return 0;
    const kind = classAt(text, at);
    if (kind !== SPACE) return kind;
  }
  return 0;
}

/** Adds the tokens of the word [at, end): clitics, `n't`, contractions and units after figures stand alone. */
export function splitWord(text: string, at: number, end: number, sink: TokenSink): void {
  const cut = clitic(text, at, end) ?? unit(text, at, end) ?? contraction(text, at, end);
  if (cut === undefined) {
    sink.add(at, end);
    return;
  }
  sink.add(at, cut);
  sink.add(cut, end);
}

function clitic(text: string, at: number, end: number): number | undefined {
  const apostrophe = text.slice(Math.max(at, end - 3), end).search(/['’ʼ＇]/u);
  if (apostrophe < 0) return undefined;
  const from = Math.max(at, end - 3) + apostrophe;
  const tail = text.slice(from + 1, end).toLowerCase();
  if (tail === 't' && (text[from - 1] === 'n' || text[from - 1] === 'N') && from - 1 > at) return from - 1;
  if (!CLITICS.has(tail)) return undefined;
  if (tail === 's' && /^(?:\d0|\d\d\d0)$/u.test(text.slice(at, from))) return undefined;
  return from > at ? from : undefined;
}

function unit(text: string, at: number, end: number): number | undefined {
  if (classAt(text, at) !== DIGIT || isLetterOrOther(text, end) === false) return undefined;
  let from = end;
  while (from > at && end - from < 5 && classAt(text, from - 1) !== DIGIT) from--;
  if (from === end || classAt(text, from - 1) !== DIGIT) return undefined;
  return UNITS.has(text.slice(from, end).toLowerCase()) ? from : undefined;
}

function isLetterOrOther(text: string, end: number): boolean {
  const last = classAt(text, end - 1);
  return last === UPPER || last === LOWER;
}

function contraction(text: string, at: number, end: number): number | undefined {
  if (end - at < 4 || end - at > 8) return undefined;
  const second = CONTRACTED.get(text.slice(at, end).toLowerCase());
  return second === undefined ? undefined : at + second;
}
