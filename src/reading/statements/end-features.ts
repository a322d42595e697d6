import type { TokenRange } from '../../language/document.ts';
import { hashWord } from '../../language/tagging/word-features.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { TOLD_MEDIA, TOLD_MONTHS, TOLD_TIMES } from '../lexicon/told-times.ts';
import type { FeatureList, Template } from './feature-list.ts';
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

/** What is put together to features: the order is part of what the weights mean. */
const TEMPLATES = [
  [],
  ['word'],
  ['word', 'next'],
  ['tag', 'before'],
  ['tag', 'nextTag', 'before'],
  ['before', 'word'],
  ['tie'],
  ['tie', 'word', 'before'],
  ['hangs'],
  ['hangs', 'tie'],
  ['hangs', 'word', 'before'],
  ['rule'],
  ['rule', 'word'],
  ['rule', 'before', 'hangs'],
  ['opening', 'word'],
  ['opening', 'before', 'hangs'],
  ['length', 'before'],
  ['length', 'word'],
  ['left', 'before'],
  ['finite', 'before'],
  ['finite', 'word'],
  ['finite', 'opening', 'before'],
  ['lemma', 'word'],
  ['lemma', 'before', 'opening'],
  ['tie', 'topTag', 'before'],
  ['topTag', 'word'],
  ['rest', 'before', 'tie'],
  ['rest', 'word'],
  ['quoted', 'before'],
  ['quoted', 'word'],
  ['topLemma'],
  ['topLemma', 'word'],
  ['lemmaBefore'],
  ['tagBefore', 'tag'],
  ['rule', 'hangs', 'tie'],
  ['told', 'before'],
  ['told', 'hangs'],
  ['verbTag', 'word', 'before'],
  ['governorTag', 'tie'],
  ['tense', 'before', 'tag'],
  ['rule', 'finite', 'before'],
  ['opening', 'length'],
  ['rule', 'opening', 'hangs'],
  ['fit', 'before'],
  ['fit', 'tie'],
  ['fit', 'hangs', 'opening'],
  ['reports', 'hangs', 'tie'],
  ['reports', 'before', 'finite'],
] as const satisfies readonly Template<string>[];

type EndSign = (typeof TEMPLATES)[number][number];

/** Writes the features of ending a content before a token; `parsed` is where the parse would end it. */
export function readEnd(
  page: Page,
  content: OpenContent,
  parsed: ParsedEnds,
  outer: number,
  token: number,
  into: FeatureList,
): void {
  const { first, verb } = content;
  const top = topOf(page, token);
  const { governor } = page.phrases.at(top);
  const lemmaOf = (word: number): number => hashWord(page.document.tokens.lemmas[word] ?? '');
  const tagOf = (word: number): number => hashWord(page.tagOf(word));
  const seen: Readonly<Record<EndSign, number>> = {
    word: hashWord(wordAt(page, token)),
    next: hashWord(wordAt(page, token + 1)),
    tag: tagOf(token),
    nextTag: tagOf(token + 1),
    before: markBefore(page, token),
    lemmaBefore: lemmaOf(token - 1),
    tagBefore: tagOf(token - 1),
    topLemma: lemmaOf(top),
    topTag: tagOf(top),
    tie: hashWord(tieOf(page, top)),
    hangs: hangsOn(governor, content, token, outer),
    governorTag: governor >= 0 ? tagOf(governor) : 0,
    reports: REPORTING_VERBS.has(page.document.tokens.lemmas[top] ?? '') ? 1 : 0,
    tense: tenseOf(page, top, verb),
    rule: placeTo(parsed.clause, token),
    fit: placeTo(parsed.content, token),
    lemma: lemmaOf(verb),
    verbTag: tagOf(verb),
    opening: openingOf(page, first),
    finite: finiteVerbs(page, first, token - 1),
    rest: finiteVerbs(page, token, outer),
    length: bucket(token - first),
    left: bucket(outer - token + 1),
    quoted: quoteState(page, first, token),
    told: toldAt(page, token),
  };
  into.clear();
  into.addAll(1, TEMPLATES, seen);
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

/**
 * How a content opens: a quotation, `that`, `to`, a question word, a preposition, a participle, a pronoun, all else.
 */
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
