import { pennTag } from '../../language/tags.ts';
import { OFFICES } from '../lexicon/offices.ts';
import { isMark, isQuoteMark, type Page, paragraphOf, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';

/** Tags of the words of a noun phrase. */
export const NOMINAL = /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/;

/** Days and their likes, which never speak. */
export const TIMES =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|yesterday|today|tonight|last|morning|afternoon|evening|night|week|month|year)$/;

/**
 * `Hale allies said`, `Aides said`: right before a verb of saying what the tagger took for a verb in the present is a
 * plural noun.
 */
export function isPlural(page: Page, token: number): boolean {
  return (
    page.tagOf(token) === 'VBZ' &&
    /^VB[DN]$/.test(page.tagOf(token + 1)) &&
    !/^(?:is|has|was|does|['’]s|gets)$/.test(wordAt(page, token))
  );
}

/**
 * `The United States and its allies`: where the parser cut a coordinated subject in two, it starts with the noun phrase
 * before the `and`.
 */
export function startOfCoordination(page: Page, first: number, limit: number): number {
  if (wordAt(page, first - 1) !== 'and' || first - 2 < limit) return first;
  let start = first - 1;
  while (start > limit && /^(?:DT|JJ|NN|NNS|NNP|NNPS|CD|POS|PRP|PRP\$)$/.test(pennTag(page.document, start - 1)))
    start -= 1;
  const isWhole = start === limit || /^[,;“”"]$|^that$/.test(wordAt(page, start - 1));
  return isWhole && start < first - 1 ? start : first;
}

/**
 * `press secretary Josh Earnest said`: a title that the parser left out of the subject belongs to it where it opens the
 * clause.
 */
export function startOfTitle(page: Page, first: number, limit: number): number {
  let start = first;
  while (
    start > limit &&
    wordAt(page, start - 1) !== 'something' &&
    (NOMINAL.test(page.tagOf(start - 1)) || isHyphenated(page, start - 1) || wordAt(page, start - 1) === 'retired') &&
    !isQuoteMark(page, start - 1)
  )
    start -= 1;
  const opens = start === limit || (start - 1 === limit && page.tagOf(limit) === 'CC');
  return opens || isQuoteMark(page, start - 1) || /^(?:,|that)$/.test(wordAt(page, start - 1)) ? start : first;
}

/** `Texas-based Roe`: a participle behind a hyphen, and the hyphen. */
function isHyphenated(page: Page, token: number): boolean {
  return wordAt(page, token) === '-' || (page.tagOf(token) === 'VBN' && wordAt(page, token - 1) === '-');
}

/**
 * A subject never takes in a quotation or a clause that stands before it: it starts after the last comma or closing
 * mark before its own words.
 */
export function startOfSource(page: Page, noun: number, first: number): number {
  for (let token = noun - 1; token >= first; token -= 1) {
    if (isQuoteMark(page, token) && noun - token > 0 && (page.quoteAt[token] ?? -1) !== (page.quoteAt[noun] ?? -1))
      return token + 1;
    if (
      /^[;:]$/.test(wordAt(page, token)) ||
      (first === paragraphOf(page, noun).first && noun - first < 14 && endsDateline(page, token))
    )
      return token + 1;
  }
  return first;
}

/** `ST. LOUIS — Ida Roe said`: a dash with a space before it, where no description follows. */
function endsDateline(page: Page, token: number): boolean {
  const { start, end } = page.document.tokens;
  const isSpaced = (start[token] ?? 0) > (end[token - 1] ?? 0);
  return (
    /^(?:[–—]|--?)$/.test(wordAt(page, token)) &&
    (isSpaced || wordAt(page, token) !== '-') &&
    !/^W/.test(page.tagOf(token + 1))
  );
}

/**
 * `said Edward Leamer`: nothing but the words of a noun phrase between the verb and the noun belongs to anything else.
 */
export function startOfInverted(page: Page, cue: VerbCue, noun: number, first: number): number {
  let start = noun;
  while (start > cue.range.last + 1 && NOMINAL.test(page.tagOf(start - 1))) start -= 1;
  return start === cue.range.last + 1 ? start : Math.max(first, cue.range.last + 1);
}

/**
 * `said Florida-based strategist Al Cardenas`: a noun phrase that the parser cut off at its first noun goes on over
 * nouns, names and hyphens.
 */
export function endOfCompound(page: Page, noun: number): number {
  let end = noun;
  while (
    (/^NN/.test(page.tagOf(end + 1)) ||
      isHyphenated(page, end + 1) ||
      (page.tagOf(end + 1) === 'JJ' && page.tagOf(end) === 'VBN')) &&
    !TIMES.test(wordAt(page, end + 1))
  )
    end += 1;
  return end;
}

/**
 * `said Leamer, an economist who runs the forecast, “…”`: a description behind a name goes on to the quotation or the
 * end of the sentence where the parser cut it off.
 */
export function endOfDescription(page: Page, phrase: number, limit: number): number {
  const last = wordAt(page, phrase) === ',' ? phrase - 1 : phrase;
  if (
    wordAt(page, last + 1) !== ',' ||
    !(
      /^(?:an?|the|who|whose|\d+|his|her|their|one|former)$/.test(wordAt(page, last + 2)) ||
      isBareOffice(page, last + 2, limit)
    )
  )
    return last;
  let end = last + 2;
  while (end < limit && !isQuoteMark(page, end + 1)) end += 1;
  while (end > last && isMark(page, end)) end -= 1;
  return end;
}

/**
 * `said Leamer, chairman of the board.`: an office without an article and what it is of, to the end of the sentence.
 */
function isBareOffice(page: Page, first: number, limit: number): boolean {
  let last = first;
  while (/^(?:NN|JJ|HYPH)$/.test(page.tagOf(last + 1)) && last - first < 5) last += 1;
  if (!page.tagOf(last).startsWith('NN') || !/^(?:of|at|for)$/.test(wordAt(page, last + 1))) return false;
  for (let token = last + 1; token < limit; token += 1)
    if (/^(?:VBD|VBZ|VBP|MD|,|:)$/.test(page.tagOf(token))) return false;
  return (
    OFFICES.has((page.document.tokens.lemmas[last] ?? '').toLowerCase()) ||
    OFFICES.has((page.document.tokens.lemmas[first] ?? '').toLowerCase())
  );
}

/**
 * An inverted source ends before what follows it: a quotation, a semicolon, or a clause that the parser hung on it (`,
 * adding that …`).
 */
export function endOfInverted(page: Page, noun: number, last: number): number {
  for (let token = noun + 1; token <= last; token += 1) {
    if (isQuoteMark(page, token) || /^[;:—]$/.test(wordAt(page, token))) return token - 1;
    if (
      wordAt(page, token) === ',' &&
      (page.tagOf(token + 1) === 'VBG' ||
        /^(?:though|although|but|while|and|as|because|if|since|unless|when)$/.test(wordAt(page, token + 1)))
    )
      return token - 1;
    if (
      /^(?:when|while|as|if|because|before|after|amid)$/.test(wordAt(page, token)) &&
      /^(?:IN|WRB)$/.test(page.tagOf(token))
    )
      return token - 1;
    if (/^(?:in|on|during|at)$/.test(wordAt(page, token)) && isReportingTail(page, token)) return token - 1;
  }
  return last;
}

/** `said Roe in a statement`, `… on Monday`: the tail belongs to the reporting, not to the source. */
function isReportingTail(page: Page, token: number): boolean {
  for (let at = token + 1; at <= token + 4; at += 1) {
    if (
      /^(?:statement|interview|tweet|email|e-mail|letter|monday|tuesday|wednesday|thursday|friday|saturday|sunday|conference|speech|briefing|telephone)$/.test(
        wordAt(page, at),
      )
    )
      return true;
    if (!/^(?:a|an|the|his|her|written|joint|recent|news|press|telephone|phone|late|early)$/.test(wordAt(page, at)))
      return false;
  }
  return false;
}

/**
 * A subject goes on to the verb where only nouns and names stand between: the parser may have cut `campaign manager
 * Jeff Weaver said` in two.
 */
export function endOfSubject(page: Page, last: number, limit: number): number {
  if (/^(?:last|late|early|this)$/.test(wordAt(page, limit - 1)) && TIMES.test(wordAt(page, limit)))
    return limit - 2 < last ? last : endOfSubject(page, last, limit - 2);
  for (let token = last + 1; token <= limit; token += 1)
    if (!/^(?:NN|NNS|NNP|NNPS|POS|HYPH|JJ)$/.test(page.tagOf(token)) && !(token === limit && isPlural(page, token)))
      return endOfName(page, last);
  return Math.max(last, limit);
}

/**
 * `A woman who was fined | for feeding pigeons in a park has vowed`: a relative clause that the parser cut short goes
 * on to the verb, over what is neither a mark nor a verb.
 */
export function endOfRelative(page: Page, noun: number, last: number, limit: number): number {
  if (
    last >= limit ||
    !/^(?:who|which)$/.test(wordAt(page, noun + 1)) ||
    !/^(?:IN|TO|RB|VBG)$/.test(page.tagOf(last + 1))
  )
    return last;
  for (let token = last + 1; token <= limit; token += 1)
    if (isMark(page, token) || /^(?:VBD|VBZ|VBP|MD|CC)$/.test(page.tagOf(token))) return last;
  return limit;
}

/** A name that the parser cut in two goes on to its last word. */
function endOfName(page: Page, last: number): number {
  let end = last;
  while (/^NN/.test(page.tagOf(end)) && /^NNPS?$/.test(page.tagOf(end + 1)) && !TIMES.test(wordAt(page, end + 1)))
    end += 1;
  return end;
}
