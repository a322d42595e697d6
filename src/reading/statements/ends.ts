import type { TokenRange } from '../../language/document.ts';
import { hashWord } from '../../language/tagging/word-features.ts';
import { REPORTING_NOUNS } from '../lexicon/speech-acts.ts';
import { rightBoundary } from './boundary.ts';
import { FeatureList } from './feature-list.ts';
import { verbJoinedAt } from './joined-cues.ts';
import { probabilityOf } from './model.ts';
import { countIn, isMark, isQuoteMark, type Page, wordAt } from './page.ts';

/** A content whose end is looked for. */
export interface OpenContent {
  readonly first: number;
  /** The sentence or quotation that it cannot leave. */
  readonly bounds: TokenRange;
  /** The verb that reports it. */
  readonly verb: number;
}

/**
 * How far behind its first token a content is looked for, in tokens, and before how many tokens it may end: nobody in
 * the news is reported at such length in a sentence, and every cue of a long one asks.
 */
export const LONGEST_CONTENT = 150;
const MOST_TAILS = 40;

const MOST_FEATURES = 64;
const MOST_VERBS = 3;
const features = new FeatureList(MOST_FEATURES);

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/**
 * Tags of words that may open what follows a content: prepositions, conjunctions, relative words, participles, adverbs.
 */
const OPENS = words('IN TO CC WDT WP WP$ WRB VBG VBN RB RBR NNP NN DT CD PRP JJ PRP$ NNS EX VBD VBZ VBP MD');
const PREPOSED = words('IN TO CC WDT WP WP$ WRB VBG RB');
const DAYS = words(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today tonight tomorrow last this next earlier late early in on at during',
);

/**
 * The last token of a content, at most so many tokens behind its first: the likeliest of the places where a phrase
 * begins that hangs on something before it, by what was learned of the words there, of the parse, and of where the
 * rules would end it.
 */
export function chooseEnd(page: Page, sought: OpenContent): number {
  const content = {
    ...sought,
    bounds: { ...sought.bounds, last: Math.min(sought.bounds.last, sought.first + LONGEST_CONTENT) },
  };
  const ruled = rightBoundary(page, content.first, content.bounds, content.verb);
  const outer = commentedEnd(page, content, joinedEnd(page, content, outermostEnd(page, content.bounds)));
  let open = 1;
  let best = outer;
  let highest = 0;
  for (const tail of tailsOf(page, content, outer)) {
    if (isUnfinished(page, content, tail, outer)) continue;
    readEnd(page, content, ruled, outer, tail, features);
    const chance = probabilityOf(page.model.ends.weigh(features));
    if (open * chance > highest) {
      highest = open * chance;
      best = tail - 1;
    }
    open *= 1 - chance;
    // Nothing behind can be likelier than what is still open.
    if (open < highest) return best;
  }
  if (open >= highest) best = outer;
  return best;
}

/**
 * Where a reporting verb goes on from the one that a content belongs to, the content is over at the latest: `denied it
 * was unsafe | and accused him of lying`.
 */
function joinedEnd(page: Page, { first, verb }: OpenContent, outer: number): number {
  if (first < verb) return outer;
  for (let token = first + 1; token < outer; token += 1) {
    if (
      (page.quoteAt[token] ?? -1) !== (page.quoteAt[verb] ?? -1) ||
      finiteVerbs(page, first, token - 1) === 0 ||
      verbJoinedAt(page, token, verb) < 0
    )
      continue;
    let last = token - 1;
    while (last > first && isMark(page, last) && !isQuoteMark(page, last)) last -= 1;
    return last;
  }
  return outer;
}

/**
 * What the article goes on to say of a clause is none of it: `said it was safe, | a claim that Roe denied`, `… , |
 * something she has denied`, `… – | although …`.
 */
function commentedEnd(page: Page, { first, verb }: OpenContent, outer: number): number {
  for (let token = first + 2; token < outer - 1; token += 1) {
    if (
      !isMark(page, token) ||
      !/^(?:,|–|—)$/.test(wordAt(page, token)) ||
      (page.quoteAt[token] ?? -1) !== (page.quoteAt[verb] ?? -1)
    )
      continue;
    const next = token + 1;
    if (
      wordAt(page, token) !== ',' &&
      /^(?:although|though|while)$/.test(wordAt(page, next)) &&
      finiteVerbs(page, next, outer) > 0
    )
      return token - 1;
    if (
      wordAt(page, token) === ',' &&
      wordAt(page, next) === 'as' &&
      /^(?:did|do|does|have|has|had)$/.test(wordAt(page, next + 1))
    )
      return token - 1;
    if (
      finiteVerbs(page, first, token - 1) === 0 &&
      !/^(?:accuse|blame|call|describe)$/.test(page.document.tokens.lemmas[verb] ?? '')
    )
      continue;
    const noun = /^(?:an?|the)$/.test(wordAt(page, next)) ? next + 1 : next;
    const isNamed =
      noun > next &&
      REPORTING_NOUNS.has(page.document.tokens.lemmas[noun] ?? '') &&
      /^(?:that|which|he|she|they|it|each|both)$/.test(wordAt(page, noun + 1));
    const isDenied = wordAt(page, next) === 'something' && finiteVerbs(page, next, outer) > 0;
    if (isNamed || isDenied) return token - 1;
  }
  return outer;
}

/**
 * Whether a clause would end before its finite verb (`said that if elected, he would go`), or words are left hanging
 * before a tail.
 */
function isUnfinished(page: Page, content: OpenContent, tail: number, outer: number): boolean {
  const { first, verb } = content;
  if (leavesHanging(page, content, tail, outer)) return true;
  const isClause =
    /^(?:that|whether|if)$/.test(wordAt(page, first)) ||
    (/^(?:say|claim|insist|argue|contend|believe|think|allege|tell)$/.test(page.document.tokens.lemmas[verb] ?? '') &&
      /^(?:DT|PRP|NN|NNS|NNP|NNPS|JJ|CD|IN|EX)$/.test(page.tagOf(first)));
  return isClause && finiteVerbs(page, first, tail - 1) === 0 && finiteVerbs(page, tail, outer) > 0;
}

/**
 * Words that need what follows: a clause that a conjunction and `that` join (`said it was lost and that he would go`),
 * a list behind a colon, `that` before an insertion, brackets that the clause goes on behind, `not … but rather`, an
 * accusation before `of` (`accused Hale on Tuesday of lying`), two quotations that a conjunction joins.
 */
function leavesHanging(page: Page, { first, verb }: OpenContent, tail: number, outer: number): boolean {
  const next = wordAt(page, tail + 1);
  if (
    /^(?:accuse|suspect|convict|acquit)$/.test(page.document.tokens.lemmas[verb] ?? '') &&
    !holdsWord(page, 'of', first, tail - 1) &&
    holdsWord(page, 'of', tail, Math.min(outer, tail + 6))
  )
    return true;
  if (page.tagOf(tail) === 'CC') {
    if (next === 'that' || (wordAt(page, tail) === 'but' && /^(?:rather|instead)$/.test(next))) return true;
    if (isQuoteMark(page, tail + 1) && isQuoteMark(page, tail - 1)) return true;
  }
  const mark = wordAt(page, tail - 1);
  if (mark === ':' && !isQuoteMark(page, first)) return true;
  if (mark === ',' && /^(?:that|of|to|because|than)$/.test(wordAt(page, tail - 2))) return true;
  return mark === '(' && closesBefore(page, tail, outer);
}

function holdsWord(page: Page, word: string, first: number, last: number): boolean {
  for (let token = first; token <= last; token += 1) if (wordAt(page, token) === word) return true;
  return false;
}

/** Whether a bracket that opens before a token closes with more of the clause behind it. */
function closesBefore(page: Page, first: number, outer: number): boolean {
  for (let token = first; token < outer; token += 1)
    if (wordAt(page, token) === ')') return !/^[,;]$/.test(wordAt(page, token + 1)) || token + 2 < outer;
  return false;
}

/** The last word of the sentence or quotation, without the stops behind it. */
export function outermostEnd(page: Page, bounds: TokenRange): number {
  let last = bounds.last;
  while (last > bounds.first && /^[.!?…]+$/.test(wordAt(page, last))) last -= 1;
  return last;
}

/** The tokens before which a content may end, in order: the first ones where there are very many. */
export function tailsOf(page: Page, content: OpenContent, outer: number): number[] {
  const { heads } = page.document.tokens;
  const tails: number[] = [];
  for (let token = content.first + 1; token <= outer && tails.length < MOST_TAILS; token += 1) {
    const tag = page.tagOf(token);
    if (!OPENS.has(tag) || isMark(page, token)) continue;
    const isAfterMark = isMark(page, token - 1) && token - 1 > content.first;
    if (!isAfterMark && !PREPOSED.has(tag) && !DAYS.has(wordAt(page, token))) continue;
    const quotation = page.quoteAt[token] ?? -1;
    if (
      quotation >= 0 &&
      quotation === (page.quoteAt[token - 1] ?? -1) &&
      (page.quoteAt[content.verb] ?? -1) !== quotation
    )
      continue;
    if (!isAfterMark && (heads[topOf(page, token)] ?? -1) > token) continue;
    tails.push(token);
  }
  return tails;
}

/** The head of the phrase that begins with a token: the word above it that nothing stands before. */
function topOf(page: Page, token: number): number {
  const { heads } = page.document.tokens;
  let top = token;
  for (let steps = 0; steps < 20; steps += 1) {
    const head = heads[top] ?? -1;
    if (head <= top) return top;
    if (page.tree.subtreeOf(head).first < token) return top;
    top = head;
  }
  return top;
}

/**
 * Writes the features of ending a content before a token. The numbers of the templates are part of what the weights
 * mean.
 */
export function readEnd(
  page: Page,
  content: OpenContent,
  ruled: number,
  outer: number,
  token: number,
  into: FeatureList,
): void {
  const { tokens } = page.document;
  const { first, verb } = content;
  into.clear();
  const word = hashWord(wordAt(page, token));
  const next = hashWord(wordAt(page, token + 1));
  const tag = hashWord(page.tagOf(token));
  const nextTag = hashWord(page.tagOf(token + 1));
  const before = markBefore(page, token);
  const top = topOf(page, token);
  const head = tokens.heads[top] ?? -1;
  const relation = hashWord(page.relationOf(top));
  const hangs = head < 0 ? 1 : head === verb ? 2 : head < first ? 3 : head < token ? 4 : head <= outer ? 5 : 6;
  const rule = token - 1 <= ruled && token + 1 > ruled ? 1 : token <= ruled ? 2 : 3;
  const topTag = hashWord(page.tagOf(top));
  const lemma = hashWord(tokens.lemmas[verb] ?? '');
  const opening = openingOf(page, first);
  const finite = finiteVerbs(page, first, token - 1);
  const rest = finiteVerbs(page, token, outer);
  const length = bucket(token - first);
  into.add(1);
  into.add(2, word);
  into.add(3, word, next);
  into.add(4, tag, before);
  into.add(5, tag, nextTag, before);
  into.add(6, before, word);
  into.add(7, relation);
  into.add(8, relation, word, before);
  into.add(9, hangs);
  into.add(10, hangs, relation);
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
  into.add(25, relation, topTag, before);
  into.add(26, topTag, word);
  into.add(27, rest, before, relation);
  into.add(28, rest, word);
  into.add(29, quoteState(page, first, token), before);
  into.add(30, quoteState(page, first, token), word);
  into.add(31, hashWord(tokens.lemmas[top] ?? ''));
  into.add(32, hashWord(tokens.lemmas[top] ?? ''), word);
  into.add(33, hashWord(tokens.lemmas[token - 1] ?? ''));
  into.add(34, hashWord(page.tagOf(token - 1)), tag);
  into.add(35, rule, hangs, relation);
  into.add(36, timeAt(page, token), before);
  into.add(37, timeAt(page, token), hangs);
  into.add(38, hashWord(page.tagOf(verb)), word, before);
  into.add(39, head >= 0 ? hashWord(page.tagOf(head)) : 0, relation);
  into.add(40, tenseOf(page, top, verb), before, tag);
  into.add(41, rule, finite, before);
  into.add(42, opening, length);
  into.add(43, rule, opening, hangs);
}

function bucket(length: number): number {
  return length <= 4 ? length : length <= 6 ? 5 : length <= 9 ? 6 : length <= 14 ? 7 : length <= 22 ? 8 : 9;
}

/** What stands right before a token: 0 a word, else the kind of mark. */
function markBefore(page: Page, token: number): number {
  if (isQuoteMark(page, token - 1)) return wordAt(page, token - 2) === ',' ? 5 : 4;
  const mark = wordAt(page, token - 1);
  return mark === ','
    ? 1
    : /^[–—―-]+$/.test(mark)
      ? 2
      : mark === ';'
        ? 6
        : mark === ':'
          ? 7
          : mark === '('
            ? 8
            : isMark(page, token - 1)
              ? 3
              : 0;
}

/** How a content opens: `that`, `to`, a question word, a preposition, a quotation, a participle, anything else. */
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

/** How many finite verbs stand among some tokens; three stand for more. */
function finiteVerbs(page: Page, first: number, last: number): number {
  return Math.min(MOST_VERBS, countIn(page, 'finite', first, last));
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

const TOLD_TIMES = words(
  'monday tuesday wednesday thursday friday saturday sunday yesterday today week month night morning afternoon evening',
);
const TOLD_MEDIA = words(
  'statement interview tweet twitter facebook email letter speech conference briefing debate rally hearing report news memo post blog',
);
const TOLD_MONTHS = words('january february march april may june july august september october november december');

/** Whether a phrase tells a day or a medium: such tails belong to the reporting. */
function timeAt(page: Page, token: number): number {
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
