import type { TokenRange } from '../../language/document.ts';
import { isFiniteTag, pennTag } from '../../language/tags.ts';
import { REPORTING_VERBS, type ReportingVerb } from '../lexicon/speech-acts.ts';
import { addresseeOf, endOfAddressee } from './addressees.ts';
import { isAdjunctStart } from './asides.ts';
import { chooseEnd } from './ends.ts';
import {
  hasFiniteVerb,
  isMark,
  isQuoteMark,
  type Page,
  paragraphOf,
  sentenceOf,
  trimMarks,
  withMarks,
  wordAt,
} from './page.ts';
import type { Content } from './content.ts';
import type { VerbCue } from './cue.ts';

/** Over how many tokens a quotation that is interrupted may go on. */
const LONGEST_INTERRUPTION = 30;

/**
 * What stands before a cue and its source: a quotation, or a clause up to a comma; null where nothing of the kind does.
 */
export function readLeft(
  page: Page,
  cue: VerbCue,
  group: TokenRange,
  bounds: TokenRange,
  reading: ReportingVerb,
): Content | null {
  const before = group.first - 1;
  if (before < bounds.first) return readSentenceBefore(page, cue, group, bounds, reading);
  const addressee = addresseeOf(page, cue);
  if (isQuoteMark(page, before) && isTitleInPhrase(page, before, group, bounds)) return null;
  if (isQuoteMark(page, before) && (page.quoteAt[before] ?? -1) !== (page.quoteAt[cue.head] ?? -1)) {
    const quotation = page.quotations[page.quoteAt[before] ?? -1];
    if (!quotation) return null;
    const range = withMarks(page.document, quotation);
    if (isOfSubordinate(page, bounds.first, range.first - 1)) return null;
    const first =
      range.first > bounds.first && hasWords(page, bounds.first, range.first - 1)
        ? clauseStart(page, bounds.first, range.first)
        : range.first;
    const isSubject =
      !hasFiniteVerb(page, range) && wordAt(page, group.last + 1) === ',' && isFiniteTag(page.tagOf(group.last + 2));
    const remainder = isSubject ? rightRemainder(page, group, bounds, cue.verb) : quotedRemainder(page, group, bounds);
    return { parts: [{ first, last: range.last }, ...remainder], reading, addressee, way: 'LEFT_QUOTE' };
  }
  if (
    (wordAt(page, before) !== ',' && !/^[–—-]$/.test(wordAt(page, before))) ||
    /^(?:who|which|whose)$/.test(wordAt(page, group.first))
  )
    return null;
  const start = clauseStart(page, bounds.first, before);
  const range = trimMarks(page, { first: start, last: before - 1 });
  if (!range) {
    const behind =
      reading.frames.has('CLAUSE') && wordAt(page, group.last + 1) === ','
        ? rightRemainder(page, group, bounds, cue.verb)
        : [];
    return behind.length > 0 ? { parts: behind, reading, addressee, way: 'LEFT' } : null;
  }
  const quotation = page.quotations[page.quoteAt[range.last] ?? -1];
  if (quotation && (page.quoteAt[cue.head] ?? -1) < 0) {
    const whole = withMarks(page.document, quotation);
    if (isOfSubordinate(page, bounds.first, whole.first - 1)) return null;
    return {
      parts: [{ first: Math.min(start, whole.first), last: whole.last }, ...quotedRemainder(page, group, bounds)],
      reading,
      addressee,
      way: 'LEFT_QUOTE',
    };
  }
  const rightClause =
    (wordAt(page, group.last + 1) !== ',' &&
      page.tree.childrenBy(cue.verb, 'ccomp').some((child) => child > cue.verb)) ||
    /^(?:that|whether|:)$/.test(wordAt(page, group.last + 1)) ||
    isQuoteMark(page, group.last + 1) ||
    (wordAt(page, group.last + 1) === ',' && isQuoteMark(page, group.last + 2));
  if (rightClause || !reading.frames.has('CLAUSE')) return null;
  const told = { first: group.first, last: endOfAddressee(page, cue, group.last) };
  const isParenthesis = /^[,.–—)]$|^$/.test(wordAt(page, told.last + 1)) || isAdjunctStart(page, told.last + 1);
  if (!isParenthesis) return null;
  const telling = hasFiniteVerb(page, range)
    ? told
    : { first: told.first, last: endOfAdjunct(page, told.last, bounds.last) };
  const remainder = rightRemainder(page, telling, bounds, cue.verb);
  if (!isClause(page, range) && (remainder.length === 0 || wordAt(page, telling.last + 1) !== ',')) return null;
  return { parts: [range, ...remainder], reading, addressee, way: 'LEFT' };
}

/**
 * Whether some words hold a finite verb, or one that the tagger took for an infinitive though it has a subject (`Talks
 * now look doubtful`).
 */
function isClause(page: Page, range: TokenRange): boolean {
  if (hasFiniteVerb(page, range)) return true;
  for (let token = range.first + 1; token <= range.last; token += 1)
    if (
      page.tagOf(token) === 'VB' &&
      page.tree.childrenBy(token, 'nsubj').some((subject) => subject >= range.first && subject < token)
    )
      return true;
  return false;
}

/**
 * `The lake, she told me over the cake, is tired`: the end of when or where it was said, before the comma behind which
 * what was said goes on with its verb.
 */
function endOfAdjunct(page: Page, last: number, limit: number): number {
  for (let token = last + 1; token < Math.min(limit, last + 8); token += 1)
    if (wordAt(page, token) === ',') return isFiniteTag(page.tagOf(token + 1)) ? token - 1 : last;
  return last;
}

/**
 * `“Why now?” Roe asked.`: a question or a shout ends its sentence inside the marks; the next one names who said it and
 * says nothing else.
 */
function readSentenceBefore(
  page: Page,
  cue: VerbCue,
  group: TokenRange,
  bounds: TokenRange,
  reading: ReportingVerb,
): Content | null {
  const mark = group.first - 1;
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  if (
    !quotation ||
    mark < 1 ||
    (page.quoteAt[mark] ?? -1) === (page.quoteAt[cue.head] ?? -1) ||
    !isQuoteMark(page, mark) ||
    !/^(?:[?!…]+|\.\.\.|[–—-]+)$/.test(
      wordAt(page, mark - 1).replace(/^\.$/, endsSentence(page, group.last) ? '…' : '.'),
    ) ||
    paragraphOf(page, mark).first !== paragraphOf(page, cue.head).first
  )
    return null;
  const saysMore =
    page.tree.childrenBy(cue.verb, 'ccomp', 'obj').some((child) => child > group.last) ||
    wordAt(page, group.last + 1) === 'that';
  if (saysMore || (page.quoteAt[group.last + 1] ?? -1) >= 0) return null;
  return {
    parts: [withMarks(page.document, quotation), ...rightRemainder(page, group, bounds, cue.verb)],
    reading,
    addressee: addresseeOf(page, cue),
    way: 'LEFT_QUOTE',
  };
}

/** Whether nothing but a stop follows a token in its sentence: `“It is lost.” Roe said.` */
function endsSentence(page: Page, token: number): boolean {
  return token + 1 >= sentenceOf(page, token).last;
}

/**
 * `Speaking on “This Week,” she said that …`: a short quotation that ends an opening phrase without a finite verb,
 * before a cue that has its own content behind it.
 */
function isTitleInPhrase(page: Page, mark: number, group: TokenRange, bounds: TokenRange): boolean {
  const quotation = page.quotations[page.quoteAt[mark] ?? -1];
  if (!quotation || quotation.last - quotation.first > 5) return false;
  const opening = withMarks(page.document, quotation).first;
  if (opening <= bounds.first || hasFiniteVerb(page, { first: bounds.first, last: mark })) return false;
  return hasFiniteVerb(page, { first: Math.min(group.last + 1, bounds.last), last: bounds.last });
}

/**
 * `When a man shouted “Liar!”, the judge said …`: a quotation that ends a clause with its own verb, opened by a
 * conjunction, is of that clause.
 */
function isOfSubordinate(page: Page, first: number, last: number): boolean {
  return (
    /^(?:when|as|after|while|before|because|since|if|although|though)$/.test(wordAt(page, first)) &&
    hasFiniteVerb(page, { first, last })
  );
}

function hasWords(page: Page, first: number, last: number): boolean {
  for (let token = first; token <= last; token += 1) if (!isMark(page, token)) return true;
  return false;
}

/** Where the clause that ends before a cue begins: the sentence, without a conjunction at its start. */
function clauseStart(page: Page, first: number, before: number): number {
  let at = first;
  while (
    at < before &&
    (/^(?:and|but|so|still|yet|however)$/.test(wordAt(page, at)) || (isMark(page, at) && !isQuoteMark(page, at)))
  )
    at += 1;
  return at;
}

/** After `“A,” she said,` or `the plan, he said,`: what goes on behind the second comma within the sentence. */
function rightRemainder(page: Page, group: TokenRange, bounds: TokenRange, verb: number): TokenRange[] {
  let at = group.last + 1;
  for (let steps = 0; at <= bounds.last && steps < 14; steps += 1, at += 1) {
    if (isQuoteMark(page, at)) {
      const quotation = page.quotations[page.quoteAt[at] ?? -1];
      if (!quotation || (page.quoteAt[group.first] ?? -1) === (page.quoteAt[at] ?? -1)) return [];
      return [withMarks(page.document, quotation)];
    }
    if (wordAt(page, at) === ',' || /^[–—]$/.test(wordAt(page, at))) break;
  }
  if (at >= bounds.last || !(wordAt(page, at) === ',' || /^[–—]$/.test(wordAt(page, at)))) return [];
  if (isQuoteMark(page, at + 1)) {
    const quotation = page.quotations[page.quoteAt[at + 1] ?? -1];
    return quotation && (page.quoteAt[group.first] ?? -1) !== (page.quoteAt[at + 1] ?? -1)
      ? [withMarks(page.document, quotation)]
      : [];
  }
  if (
    pennTag(page.document, at + 1) === 'VBG' ||
    (/^(?:who|which|while|and|but|according|as|when|whose|after|a|an|in|at)$/.test(wordAt(page, at + 1)) &&
      at > group.last + 1)
  )
    return [];
  if (at !== group.last + 1) return [];
  if (pennTag(page.document, at + 1) === 'VBG' || /^(?:who|which|and|but|according)$/.test(wordAt(page, at + 1)))
    return [];
  const range = trimMarks(page, { first: at + 1, last: chooseEnd(page, { first: at + 1, bounds, verb }) });
  const isInfinitive = range !== null && page.tagOf(range.first) === 'TO' && page.tagOf(range.first + 1) === 'VB';
  return range && range.last > range.first && (isInfinitive || hasFiniteVerb(page, range)) ? [range] : [];
}

/**
 * Behind a quotation and its cue only a quotation goes on: `“A,” said Roe, who runs the mill, “B”`; what is not quoted
 * there is the article's own.
 */
function quotedRemainder(page: Page, group: TokenRange, bounds: TokenRange): TokenRange[] {
  for (let token = group.last + 1; token <= Math.min(bounds.last, group.last + LONGEST_INTERRUPTION); token += 1) {
    if (page.tagOf(token).startsWith('VB') && REPORTING_VERBS.has(page.document.tokens.lemmas[token] ?? '')) return [];
    if (!isQuoteMark(page, token) || (page.quoteAt[token] ?? -1) === (page.quoteAt[group.first] ?? -1)) continue;
    const quotation = page.quotations[page.quoteAt[token] ?? -1];
    return quotation && (token === group.last + 1 || /^[,:–—]$/.test(wordAt(page, token - 1)))
      ? [withMarks(page.document, quotation)]
      : [];
  }
  return [];
}
