import type { TokenRange } from '../../language/document.ts';
import { isFiniteTag } from '../../language/tags.ts';
import { TIME_OPENERS } from '../lexicon/told-times.ts';
import { finiteVerbs, type OpenContent, parsedEnds, readEnd, topOf } from './end-features.ts';
import { FeatureList } from './feature-list.ts';
import { probabilityOf } from './model.ts';
import { isMark, isQuoteMark, type Page, wordAt } from './page.ts';

/**
 * How far after its first token a content is looked for, in tokens, and before how many tokens it may end: nobody in
 * the news is reported at such length in a sentence, and every cue of a long one asks.
 */
export const LONGEST_CONTENT = 150;
const MOST_TAILS = 40;

/** Room for the features of an end. */
export const END_FEATURES = 64;

const tags = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Tags of words that may open what follows a content after a mark, and those that may without one. */
const OPENS = tags('IN TO CC WDT WP WP$ WRB VBG VBN RB RBR NNP NN DT CD PRP JJ PRP$ NNS EX VBD VBZ VBP MD');
const PREPOSED = tags('IN TO CC WDT WP WP$ WRB VBG RB');

/**
 * The last token of a content, at most so many tokens after its first: the likeliest of the places where a phrase
 * begins that hangs on something before it, by what was learned of the words there and of the parse.
 */
export function chooseEnd(page: Page, sought: OpenContent): number {
  const last = Math.min(sought.bounds.last, sought.first + LONGEST_CONTENT);
  const content = { ...sought, bounds: { first: sought.bounds.first, last } };
  const parsed = parsedEnds(page, content);
  const outer = outermostEnd(page, content.bounds);
  const features = new FeatureList(END_FEATURES);
  let open = 1;
  let best = outer;
  let highest = 0;
  for (const tail of tailsOf(page, content, outer)) {
    if (isUnfinished(page, content, tail, outer)) continue;
    readEnd(page, content, parsed, outer, tail, features);
    const chance = probabilityOf(page.model.ends.weigh(features));
    if (open * chance > highest) {
      highest = open * chance;
      best = tail - 1;
    }
    open *= 1 - chance;
    // Nothing after it can be likelier than what is still open.
    if (open < highest) return best;
  }
  return open >= highest ? outer : best;
}

/** The last word of the sentence or quotation, without the stops after it. */
export function outermostEnd(page: Page, bounds: TokenRange): number {
  let { last } = bounds;
  while (last > bounds.first && /^[.!?…]+$/.test(wordAt(page, last))) last -= 1;
  return last;
}

/** The tokens before which a content may end, in order: the first ones where there are very many. */
export function tailsOf(page: Page, content: OpenContent, outer: number): number[] {
  const tails: number[] = [];
  for (let token = content.first + 1; token <= outer && tails.length < MOST_TAILS; token += 1) {
    const tag = page.tagOf(token);
    if (!OPENS.has(tag) || isMark(page, token)) continue;
    const isAfterMark = isMark(page, token - 1) && token - 1 > content.first;
    if (!isAfterMark && !PREPOSED.has(tag) && !TIME_OPENERS.has(wordAt(page, token))) continue;
    if (isSheltered(page, content.verb, token)) continue;
    if (!isAfterMark && page.phrases.at(topOf(page, token)).governor > token) continue;
    tails.push(token);
  }
  return tails;
}

/** Whether a token stands within a quotation that the verb does not stand in: no content ends there. */
function isSheltered(page: Page, verb: number, token: number): boolean {
  const quotation = page.quoteAt[token] ?? -1;
  return quotation >= 0 && quotation === page.quoteAt[token - 1] && page.quoteAt[verb] !== quotation;
}

/** Verbs that take a clause without `that`. */
const BARE_CLAUSES = /^(?:say|claim|insist|argue|contend|believe|think|allege|tell)$/;
const OPENS_CLAUSE = /^(?:DT|PRP|NN|NNS|NNP|NNPS|JJ|CD|IN|EX)$/;

/**
 * Whether a clause would end before its finite verb (`said that if elected, he would go`), or words that need what
 * follows would be left hanging before a tail.
 */
function isUnfinished(page: Page, content: OpenContent, tail: number, outer: number): boolean {
  if (leavesHanging(page, content, tail, outer) || goesOnWithThat(page, tail, outer)) return true;
  const { first, verb } = content;
  const isClause =
    /^(?:that|whether|if)$/.test(wordAt(page, first)) ||
    (BARE_CLAUSES.test(page.document.tokens.lemmas[verb] ?? '') && OPENS_CLAUSE.test(page.tagOf(first)));
  return isClause && finiteVerbs(page, first, tail - 1) === 0 && finiteVerbs(page, tail, outer) > 0;
}

/** Over how many tokens words between two clauses are looked through for the second. */
const LONGEST_BETWEEN = 8;

/** `said he was wrong | on Friday, but that …`: the second clause, which opens with `that`, is still to come. */
function goesOnWithThat(page: Page, tail: number, outer: number): boolean {
  for (let token = tail; token < Math.min(outer, tail + LONGEST_BETWEEN); token += 1) {
    if (page.tagOf(token) === 'CC' && page.tagOf(token + 1) === 'IN' && wordAt(page, token + 1) === 'that') return true;
    if (isFiniteTag(page.tagOf(token))) return false;
  }
  return false;
}

const ACCUSING = /^(?:accuse|suspect|convict|acquit)$/;
const FARTHEST_DEED = 6;

/** `accused Hale on Tuesday | of lying`: the deed is still to come. */
function isDeedAfter(page: Page, first: number, tail: number, outer: number): boolean {
  for (let token = first; token <= Math.min(outer, tail + FARTHEST_DEED); token += 1)
    if (wordAt(page, token) === 'of') return token >= tail;
  return false;
}

/**
 * An accusation before its deed, a clause that a conjunction and `that` join (`said it was lost and that he would go`),
 * two quotations that one joins, a list after a colon, `that` before an insertion, brackets after which the clause goes
 * on.
 */
function leavesHanging(page: Page, { first, verb }: OpenContent, tail: number, outer: number): boolean {
  if (ACCUSING.test(page.document.tokens.lemmas[verb] ?? '') && isDeedAfter(page, first, tail, outer)) return true;
  const mark = wordAt(page, tail - 1);
  if (page.tagOf(tail) === 'CC') {
    if (wordAt(page, tail + 1) === 'that') return true;
    if (isQuoteMark(page, tail + 1) && isQuoteMark(page, tail - 1)) return true;
  }
  if (mark === ':' && !isQuoteMark(page, first)) return true;
  return mark === ',' && /^(?:that|of|to|because|than)$/.test(wordAt(page, tail - 2));
}
