import { classAt, DIGIT, isLetter, isLineBreak, isWordKind, PICTURE, UPPER } from './characters.ts';
import { endOfDateline } from './datelines.ts';
import type { Paragraph, Sentence } from '../document.ts';
import { NUMBER_ABBREVIATIONS, TITLE_ABBREVIATIONS } from '../lexicon/abbreviations.ts';
import { ASKING_VERBS, BULLETS, SENTENCE_STARTERS } from '../lexicon/sentence-starts.ts';
import type { Tokenised } from './tokenise.ts';

/** Tokens gathered in sentences and paragraphs. */
export interface Segmented extends Tokenised {
  readonly sentences: readonly Sentence[];
  readonly paragraphs: readonly Paragraph[];
}

/**
 * No sentence is longer than this many tokens, so that whatever works sentence by sentence has bounded work: a longer
 * one is cut. The longest of 34,000 in the news of PolNeAR has 222.
 */
export const LONGEST_SENTENCE = 240;
/**
 * How many marks close a sentence at most, and how many open one: a text of nothing else is read in time in proportion
 * to its length.
 */
const MOST_MARKS = 16;

/**
 * The sentences and paragraphs of a tokenised text. A paragraph is a line with a token in it; a sentence ends after a
 * stop and the quotation marks and brackets that close after it, at an abbreviation's stop when a sentence's first
 * word follows, before a bullet, or with its paragraph; a dateline is a sentence of its own. Every token is in exactly
 * one sentence.
 */
export function splitSentences(tokenised: Tokenised): Segmented {
  const sentences: Sentence[] = [];
  const paragraphs: Paragraph[] = [];
  let first = 0;
  while (first < tokenised.count) {
    const last = lastOfLine(tokenised, first);
    const firstSentence = sentences.length;
    splitParagraph(tokenised, first, last, paragraphs.length, sentences);
    paragraphs.push({ first, last, firstSentence, lastSentence: sentences.length - 1 });
    first = last + 1;
  }
  return { ...tokenised, sentences, paragraphs };
}

function lastOfLine({ text, count, start, end }: Tokenised, first: number): number {
  let last = first;
  while (last + 1 < count && !hasLineBreak(text, end[last] ?? 0, start[last + 1] ?? 0)) last++;
  return last;
}

function hasLineBreak(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isLineBreak(text.charCodeAt(at))) return true;
  return false;
}

function splitParagraph(
  tokenised: Tokenised,
  first: number,
  last: number,
  paragraph: number,
  sentences: Sentence[],
): void {
  const dateline = endOfDateline(tokenised, first, last);
  if (dateline >= 0) sentences.push({ first, last: dateline, paragraph });
  let opening = dateline < 0 ? first : dateline + 1;
  for (let token = opening; token <= last; token++) {
    const end = token === last ? last : endsAt(tokenised, token, last);
    const full = token - opening + 1 >= LONGEST_SENTENCE;
    if (end < 0 && !full) continue;
    const closing = end < 0 ? token : end;
    sentences.push({ first: opening, last: closing, paragraph });
    opening = closing + 1;
    token = closing;
  }
}

/** The last token of the sentence that `token` ends, with what closes after it; -1 when the sentence goes on. */
function endsAt(tokenised: Tokenised, token: number, last: number): number {
  const word = wordAt(tokenised, token);
  if (BULLETS.has(wordAt(tokenised, token + 1)) && token < last)
    return isBulletItem(tokenised, token + 1, last) ? token : -1;
  const stop = stopKind(word);
  if (stop === 0) return -1;
  let closing = token;
  while (closing < last && closing - token < MOST_MARKS) {
    if (closesBehind(tokenised, closing + 1)) closing++;
    else if (isNote(tokenised, closing + 1, last)) closing += 3;
    else break;
  }
  if (closing >= last) return last;
  const next = closing + 1;
  if (!opensSentence(tokenised, next, last)) return -1;
  if (stop === ABBREVIATION) return startsPlainly(tokenised, word, next) ? closing : -1;
  if (stop === ELLIPSIS && closing === token && !isCapital(tokenised, next)) return -1;
  if (stop === QUESTION && closing === token && COMPANY_TAILS.test(wordAt(tokenised, next))) return -1;
  if (stop === QUESTION && closing > token && isAsked(tokenised, next, last)) return -1;
  return closing;
}

/** What goes on after the exclamation mark of a company: `Yahoo! Inc.` */
const COMPANY_TAILS = /^(?:Inc|Corp|Co|Ltd|LLC|plc|PLC)\.?$/;

const FULL_STOP = 1;
const QUESTION = 2;
const ELLIPSIS = 3;
const ABBREVIATION = 4;

function stopKind(word: string): number {
  if (word === '.') return FULL_STOP;
  const first = word[0];
  if (first === '!' || first === '?') return QUESTION;
  if (first === '…' || (first === '.' && word[1] === '.')) return ELLIPSIS;
  if (word.length > 1 && word.endsWith('.') && isLetter(classAt(word, 0))) return ABBREVIATION;
  if (word === '。' || word === '！' || word === '？') return FULL_STOP;
  return 0;
}

/** A closing mark glued to the stop before it; a straight mark closes when no word is glued to its right. */
function closesBehind({ text, start, end }: Tokenised, token: number): boolean {
  const from = start[token] ?? 0;
  const to = end[token] ?? 0;
  const glued = end[token - 1] === from;
  const mark = text.slice(from, to);
  if (mark === '”' || mark === '»' || mark === ')' || mark === ']' || mark === '}') return true;
  if (mark === '"' || mark === "''" || mark === "'" || mark === '’') return glued || !isWordKind(classAt(text, to));
  return glued && (stopKind(mark) === QUESTION || stopKind(mark) === FULL_STOP);
}

/** `[8]`: the number of a note belongs to the sentence before it. */
function isNote(tokenised: Tokenised, token: number, last: number): boolean {
  return (
    token + 2 <= last &&
    wordAt(tokenised, token) === '[' &&
    wordAt(tokenised, token + 2) === ']' &&
    classAt(wordAt(tokenised, token + 1), 0) === DIGIT
  );
}

/**
 * Whether a token can be a sentence's first: a capital, a figure, a picture, or a mark that opens, with up to `most` of
 * them one after the other.
 */
function opensSentence(tokenised: Tokenised, token: number, last: number, most = MOST_MARKS): boolean {
  const { text, start } = tokenised;
  const at = start[token] ?? 0;
  const glued = tokenised.end[token - 1] === at;
  const kind = classAt(text, at);
  if (kind === UPPER || kind === DIGIT) return !glued || kind === UPPER;
  if (kind === PICTURE) return true;
  if (isLetter(kind)) return isUncased(text[at] ?? '') || isLowerBrand(wordAt(tokenised, token));
  const mark = wordAt(tokenised, token);
  if (BULLETS.has(mark)) return true;
  if (!'"“‘\'«`([@#$£€—–-*'.includes(mark[0] ?? ' ')) return false;
  if (token >= last || glued || most === 0) return false;
  return (
    opensSentence(tokenised, token + 1, last, most - 1) ||
    '@#$£€'.includes(mark[0] ?? ' ') ||
    (tokenised.end[token] === tokenised.start[token + 1] && isCapital(tokenised, token + 1))
  );
}

function isUncased(letter: string): boolean {
  return letter.toLowerCase() === letter.toUpperCase();
}

/** `iPhone`, `eBay`: a small letter first, a capital second. */
function isLowerBrand(word: string): boolean {
  return classAt(word, 1) === UPPER;
}

function isCapital(tokenised: Tokenised, token: number): boolean {
  return classAt(tokenised.text, tokenised.start[token] ?? 0) === UPPER;
}

/** After an abbreviation, only a word that begins sentences makes an end; after a title nothing does. */
function startsPlainly(tokenised: Tokenised, abbreviation: string, next: number): boolean {
  const stem = abbreviation.slice(0, -1).toLowerCase();
  if (stem.length === 1 || TITLE_ABBREVIATIONS.has(stem) || NUMBER_ABBREVIATIONS.has(stem)) return false;
  if (stem === 'etc' || stem === 'al') return isCapital(tokenised, next);
  let token = next;
  while (
    token < next + 2 &&
    token < tokenised.count &&
    !isWordKind(classAt(tokenised.text, tokenised.start[token] ?? 0))
  )
    token++;
  return token > next || SENTENCE_STARTERS.has(wordAt(tokenised, token).toLowerCase());
}

/** `“Why?” Smith asked`: a reporting verb within five words and no stop before it. */
function isAsked(tokenised: Tokenised, next: number, last: number): boolean {
  for (let token = next; token <= Math.min(next + 4, last); token++) {
    const word = wordAt(tokenised, token);
    if (ASKING_VERBS.has(word.toLowerCase())) return true;
    if (stopKind(word) !== 0 && stopKind(word) !== ABBREVIATION) return false;
  }
  return false;
}

/** A bullet inside a line begins an item when space surrounds it and it is no joint between two figures. */
function isBulletItem({ text, start, end }: Tokenised, token: number, last: number): boolean {
  if (token >= last) return false;
  const spaced = (end[token - 1] ?? 0) < (start[token] ?? 0) && (end[token] ?? 0) < (start[token + 1] ?? 0);
  return spaced && classAt(text, start[token + 1] ?? 0) === UPPER;
}

function wordAt({ text, start, end }: Tokenised, token: number): string {
  const from = start[token];
  return from === undefined ? '' : text.slice(from, end[token]);
}
