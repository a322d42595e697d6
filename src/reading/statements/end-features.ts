import type { TokenRange } from '../../language/document.ts';
import { hashWord } from '../../language/tagging/word-features.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { TOLD_MEDIA, TOLD_MONTHS, TOLD_TIMES } from '../lexicon/told-times.ts';
import type { FeatureList } from './feature-list.ts';
import { countIn, isMark, isQuoteMark, type Page, wordAt } from './page.ts';

/** A content whose end is looked for. */
export interface OpenContent {
  readonly first: number;
  /** The sentence or quotation that it cannot leave. */
  readonly bounds: TokenRange;
  /** The verb that reports it. */
  readonly verb: number;
}

/** Counts of finite verbs stop here. */
const MOST_VERBS = 3;

/** How many words upwards the head of a phrase is looked for. */
const MOST_STEPS = 20;

/** The head of the phrase that begins with a token: the word above it that nothing stands before. */
export function topOf(page: Page, token: number): number {
  let top = token;
  for (let steps = 0; steps < MOST_STEPS; steps += 1) {
    const { governor } = page.phrases.at(top);
    if (governor <= top || page.phrases.at(governor).whole.first < token) return top;
    top = governor;
  }
  return top;
}

/** Where the parse would end a content. */
export interface ParsedEnds {
  /** The last word of what the verb takes and the content begins with; -1 where it begins with nothing of the kind. */
  readonly content: number;
  /** The last word of the reporting clause, before a verb that is coordinated with its own. */
  readonly clause: number;
}

export function parsedEnds(page: Page, { first, verb }: OpenContent): ParsedEnds {
  const { whole, members } = page.clauses.at(verb);
  const next = members.find((member) => member > first);
  const clause = next === undefined ? whole.last : Math.max(first, page.clauses.at(next).whole.first - 1);
  let token = first;
  for (let steps = 0; steps < MOST_STEPS && token >= 0; steps += 1) {
    const phrase = page.phrases.at(token);
    if (phrase.governor === verb) return { content: phrase.whole.last, clause };
    token = phrase.governor;
  }
  return { content: -1, clause };
}

/** Whether a token stands before such an end, right there, or after it. */
function placeTo(end: number, token: number): number {
  return end < 0 ? 0 : token > end + 2 ? 3 : token >= end ? 1 : 2;
}

/** What the phrase or clause of a head is to its governor, as a word. */
export function tieOf(page: Page, head: number): string {
  const { role } = page.phrases.at(head);
  return role === 'CLAUSE' ? page.clauses.at(head).link : role;
}

/** How many finite verbs stand among some tokens; three stand for more. */
export function finiteVerbs(page: Page, first: number, last: number): number {
  return Math.min(MOST_VERBS, countIn(page, 'finite', first, last));
}

/**
 * Writes the features of ending a content before a token; `parsed` is where the parse would end it. The numbers of the
 * templates are part of what the weights mean.
 */
export function readEnd(
  page: Page,
  content: OpenContent,
  parsed: ParsedEnds,
  outer: number,
  token: number,
  into: FeatureList,
): void {
  const { lemmas } = page.document.tokens;
  const { first, verb } = content;
  into.clear();
  const word = hashWord(wordAt(page, token));
  const tag = hashWord(page.tagOf(token));
  const before = markBefore(page, token);
  const top = topOf(page, token);
  const topLemma = hashWord(lemmas[top] ?? '');
  const { governor } = page.phrases.at(top);
  const tie = hashWord(tieOf(page, top));
  const hangs = hangsOn(governor, content, token, outer);
  const rule = placeTo(parsed.clause, token);
  const fit = placeTo(parsed.content, token);
  const topTag = hashWord(page.tagOf(top));
  const lemma = hashWord(lemmas[verb] ?? '');
  const opening = openingOf(page, first);
  const finite = finiteVerbs(page, first, token - 1);
  const rest = finiteVerbs(page, token, outer);
  const length = bucket(token - first);
  const quoted = quoteState(page, first, token);
  const told = toldAt(page, token);
  const reports = REPORTING_VERBS.has(lemmas[top] ?? '') ? 1 : 0;
  into.add(1);
  into.add(2, word);
  into.add(3, word, hashWord(wordAt(page, token + 1)));
  into.add(4, tag, before);
  into.add(5, tag, hashWord(page.tagOf(token + 1)), before);
  into.add(6, before, word);
  into.add(7, tie);
  into.add(8, tie, word, before);
  into.add(9, hangs);
  into.add(10, hangs, tie);
  into.add(11, hangs, word, before);
  into.add(12, rule);
  into.add(13, rule, word);
  into.add(14, rule, before, hangs);
  into.add(15, opening, word);
  into.add(16, opening, before, hangs);
  into.add(17, length, before);
  into.add(18, length, word);
  into.add(19, bucket(outer - token + 1), before);
  into.add(20, finite, before);
  into.add(21, finite, word);
  into.add(22, finite, opening, before);
  into.add(23, lemma, word);
  into.add(24, lemma, before, opening);
  into.add(25, tie, topTag, before);
  into.add(26, topTag, word);
  into.add(27, rest, before, tie);
  into.add(28, rest, word);
  into.add(29, quoted, before);
  into.add(30, quoted, word);
  into.add(31, topLemma);
  into.add(32, topLemma, word);
  into.add(33, hashWord(lemmas[token - 1] ?? ''));
  into.add(34, hashWord(page.tagOf(token - 1)), tag);
  into.add(35, rule, hangs, tie);
  into.add(36, told, before);
  into.add(37, told, hangs);
  into.add(38, hashWord(page.tagOf(verb)), word, before);
  into.add(39, governor >= 0 ? hashWord(page.tagOf(governor)) : 0, tie);
  into.add(40, tenseOf(page, top, verb), before, tag);
  into.add(41, rule, finite, before);
  into.add(42, opening, length);
  into.add(43, rule, opening, hangs);
  into.add(44, fit, before);
  into.add(45, fit, tie);
  into.add(46, fit, hangs, opening);
  into.add(47, reports, hangs, tie);
  into.add(48, reports, before, finite);
}

/** Where the governor of what follows stands: the verb, before the content, in it, or after it. */
function hangsOn(governor: number, { first, verb }: OpenContent, token: number, outer: number): number {
  if (governor < 0) return 1;
  if (governor === verb) return 2;
  if (governor < first) return 3;
  return governor < token ? 4 : governor <= outer ? 5 : 6;
}

function bucket(length: number): number {
  return length <= 4 ? length : length <= 6 ? 5 : length <= 9 ? 6 : length <= 14 ? 7 : length <= 22 ? 8 : 9;
}

const MARKS: Readonly<Record<string, number>> = { ',': 1, '–': 2, '—': 2, '―': 2, '-': 2, ';': 6, ':': 7, '(': 8 };

/** What stands right before a token: 0 a word, else the kind of mark. */
function markBefore(page: Page, token: number): number {
  if (isQuoteMark(page, token - 1)) return wordAt(page, token - 2) === ',' ? 5 : 4;
  return isMark(page, token - 1) ? (MARKS[wordAt(page, token - 1).charAt(0)] ?? 3) : 0;
}

/** How a content opens: a quotation, `that`, `to`, a question word, a preposition, a participle, a pronoun, all else. */
function openingOf(page: Page, first: number): number {
  if (isQuoteMark(page, first)) return 1;
  const word = wordAt(page, first);
  const tag = page.tagOf(first);
  if (word === 'that') return 2;
  if (word === 'to') return 3;
  if (/^W/.test(tag) || word === 'whether' || word === 'if') return 4;
  if (tag === 'IN') return 5;
  return tag === 'VBG' ? 6 : tag === 'PRP' ? 7 : 8;
}

/** Where a token stands to quotation marks: in what the content opened with, in one of its own, or outside. */
function quoteState(page: Page, first: number, token: number): number {
  const here = page.quoteAt[token] ?? -1;
  const start = page.quoteAt[first] ?? -1;
  const before = page.quoteAt[token - 1] ?? -1;
  return (
    (here >= 0 ? 1 : 0) +
    (start >= 0 ? 2 : 0) +
    (here >= 0 && here === start ? 4 : 0) +
    (before >= 0 && before !== here ? 8 : 0)
  );
}

/** Whether a phrase tells a day or a medium: such tails belong to the reporting. */
function toldAt(page: Page, token: number): number {
  for (let at = token; at <= token + 3; at += 1) {
    const word = wordAt(page, at);
    if (TOLD_TIMES.has(word)) return 1;
    if (TOLD_MEDIA.has(word)) return 2;
    if (TOLD_MONTHS.has(word)) return 3;
  }
  return 0;
}

/** Whether a clause has the tense of the reporting verb: then it may be the article's own. */
function tenseOf(page: Page, top: number, verb: number): number {
  const tag = page.tagOf(top);
  return /^VB/.test(tag) ? (tag === page.tagOf(verb) ? 1 : 2) : 0;
}
