import { createRequire } from 'node:module';
import type * as Chrono from 'chrono-node';
import type { Document, Sentence } from '../../language/document.ts';
import { tokensOf } from '../../language/ranges.ts';
import { isFiniteTag, pennTag, tokenText } from '../../language/tags.ts';
import type { Span } from '../../span.ts';
import type { TimePrecision, TimeReference } from '../reading.ts';
import {
  addDays,
  type Day,
  type DayRange,
  dayOf,
  monthOf,
  partsOf,
  quarterOf,
  weekdayOf,
  weekOf,
  yearsOf,
} from './calendar.ts';

/**
 * Loading chrono takes longer than all of the models: it waits for the first sentence that may hold a date, so that a
 * server that only serves never loads it.
 */
let loaded: typeof Chrono | undefined;
function loadChrono(): typeof Chrono {
  loaded ??= createRequire(import.meta.url)('chrono-node');
  if (!loaded) throw new Error('chrono-node gave nothing.');
  return loaded;
}

type Untokenised = Omit<Document, 'names' | 'quotations'>;

interface Found {
  readonly span: Span;
  readonly precision: TimePrecision;
  readonly range: DayRange | null;
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');
/** Words without which no sentence holds a date: chrono reads only sentences with one of them, or with a digit. */
const DATE_WORDS = new Set(
  `${MONTHS.join(' ')} jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun
   today yesterday tomorrow tonight overnight week weeks weekend month months year years day days quarter spring summer autumn fall winter morning afternoon evening night ago decade decades`.split(
    /\s+/,
  ),
);
const FUTURE_WORDS = new Set([
  'will',
  "'ll",
  '’ll',
  'would',
  'shall',
  'may',
  'might',
  'could',
  'to',
  'due',
  'scheduled',
  'expected',
  'planned',
  'next',
  'upcoming',
  'ahead',
  'until',
  'till',
  'by',
]);
const SEASONS: Readonly<Record<string, number>> = { spring: 2, summer: 3, autumn: 4, fall: 4, winter: 1 };
const ORDINALS: Readonly<Record<string, number>> = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  '1st': 1,
  '2nd': 2,
  '3rd': 3,
  '4th': 4,
};

const RELATIVE =
  /\b(this|last|next|past|previous|coming|current|earlier this|later this|late last|early next|early this|late this)\s+(week|weekend|month|quarter|year|spring|summer|autumn|fall|winter|decade)\b/gi;
const AGO =
  /\b(?:(?:about|around|some|nearly|almost|more than|over)\s+)?(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of)\s+(day|week|month|year|decade)s?\s+(ago|earlier|later)\b/gi;
const QUARTER =
  /\b(?:the\s+)?(first|second|third|fourth|1st|2nd|3rd|4th)[-\s]quarter\b(?:\s+(?:of\s+)?((?:19|20)\d{2}))?|\bQ([1-4])(?:\s+((?:19|20)\d{2}))?\b/gi;
const SEASON = /\b(?:the\s+)?(spring|summer|autumn|fall|winter)\s+of\s+((?:19|20)\d{2})\b/gi;
const YEAR = /\b(?:(?:early|late|mid)-?\s?)?((?:1[6-9]|20)\d{2})(s?)\b/g;
const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/**
 * The dates of a document, in text order, none overlapping another, resolved against the day the article was published
 * (`YYYY-MM-DD`, or null: then only what is written out in full is resolved). Absolute dates and weekdays are read by
 * chrono-node; weeks, months, quarters and years by rule. A bare weekday or month lies in the past unless the words
 * around it look ahead: news reports what happened.
 */
export function findTimes(document: Untokenised, published: Day | null): TimeReference[] {
  return document.sentences.flatMap((sentence) => {
    if (!mayHoldDate(document, sentence)) return [];
    return takeLongest(findInSentence(document, sentence, published)).map((found) => {
      const tokens = tokensOf(document, found.span);
      return {
        ...tokens,
        span: found.span,
        text: document.text.slice(found.span.start, found.span.end),
        start: found.range?.start ?? null,
        end: found.range?.end ?? null,
        precision: found.precision,
      };
    });
  });
}

function mayHoldDate(document: Untokenised, sentence: Sentence): boolean {
  for (let token = sentence.first; token <= sentence.last; token += 1) {
    const text = tokenText(document, token);
    const code = text.charCodeAt(0);
    if ((code >= 48 && code <= 57) || /^Q[1-4]$/.test(text) || DATE_WORDS.has(text.toLowerCase().replace('.', '')))
      return true;
  }
  return false;
}

/**
 * Words that a sentence needs one of, or a date in figures, for chrono to be run on it; the words that are more than
 * names of days and months only with a capital. All else the patterns here read.
 */
const CALENDAR_WORDS = new Set(
  `${MONTHS.join(' ')} jan feb mar apr jun jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat sun today yesterday tomorrow tonight overnight morning
   afternoon evening night`.split(/\s+/),
);
const COMMON_WORDS = /^(?:may|march|mar|sat|sun|mon|wed|dec|jan)$/;

function mayHoldDay(document: Untokenised, sentence: Sentence): boolean {
  for (let token = sentence.first; token <= sentence.last; token += 1) {
    const text = tokenText(document, token);
    if (
      /^\d+[/.-]\d/.test(text) ||
      (/^(?:days|weeks|months)$/.test(text) && /^(?:in|within|next|coming)$/i.test(tokenText(document, token - 2)))
    )
      return true;
    const word = text.toLowerCase().replace('.', '');
    if (CALENDAR_WORDS.has(word) && !COMMON_WORDS.test(text)) return true;
  }
  return false;
}

/**
 * Chrono and the patterns are run on one sentence at a time, at most this long, so that their cost stays linear in the
 * text.
 */
const LONGEST_SENTENCE = 2_000;

function findInSentence(document: Untokenised, sentence: Sentence, published: Day | null): Found[] {
  const from = document.tokens.start[sentence.first] ?? 0;
  const text = document.text.slice(from, Math.min(document.tokens.end[sentence.last] ?? from, from + LONGEST_SENTENCE));
  const found: Found[] = [];
  const add = (start: number, length: number, precision: TimePrecision, range: DayRange | null): void => {
    found.push({ span: { start: from + start, end: from + start + length }, precision, range });
  };
  for (const match of text.matchAll(RELATIVE)) {
    const which = (match[1] ?? '').toLowerCase();
    const step = /^(last|past|previous|late last)$/.test(which) ? -1 : /next|coming/.test(which) ? 1 : 0;
    add(match.index, match[0].length, ...resolveUnit((match[2] ?? '').toLowerCase(), step, published));
  }
  for (const match of text.matchAll(AGO)) {
    const amount = Number(match[1]) || NUMBERS[(match[1] ?? '').toLowerCase()];
    const direction = (match[3] ?? '').toLowerCase() === 'ago' ? -1 : 0;
    const [precision, range] = resolveUnit(
      (match[2] ?? '').toLowerCase(),
      amount === undefined || direction === 0 ? 0 : amount * direction,
      published,
    );
    add(match.index, match[0].length, precision, amount === undefined || direction === 0 ? null : range);
  }
  for (const match of text.matchAll(QUARTER)) {
    const quarter = ORDINALS[(match[1] ?? '').toLowerCase()] ?? Number(match[3]);
    const year = Number(match[2] ?? match[4]) || (published ? partsOf(published).year : Number.NaN);
    add(match.index, match[0].length, 'QUARTER', Number.isNaN(year) ? null : quarterOf(year, quarter));
  }
  for (const match of text.matchAll(SEASON)) {
    add(
      match.index,
      match[0].length,
      'QUARTER',
      quarterOf(Number(match[2]), SEASONS[(match[1] ?? '').toLowerCase()] ?? 1),
    );
  }
  for (const match of text.matchAll(YEAR)) {
    const end = match.index + match[0].length;
    if (!isYear(document, from + match.index, from + end)) continue;
    const year = Number(match[1]);
    add(match.index, match[0].length, 'YEAR', match[2] ? yearsOf(year, year + 9) : yearsOf(year));
  }
  if (mayHoldDay(document, sentence)) found.push(...findByChrono(document, sentence, text, from, published));
  return found;
}

function resolveUnit(unit: string, step: number, published: Day | null): [TimePrecision, DayRange | null] {
  const today = published ? partsOf(published) : null;
  switch (unit) {
    case 'day':
      return ['DAY', published ? { start: addDays(published, step), end: addDays(published, step) } : null];
    case 'week':
      return ['WEEK', published ? weekOf(addDays(published, 7 * step)) : null];
    case 'weekend': {
      if (!published) return ['WEEK', null];
      const saturday = addDays(weekOf(addDays(published, 7 * step)).start, 5);
      return ['WEEK', { start: saturday, end: addDays(saturday, 1) }];
    }
    case 'month':
      return ['MONTH', today ? monthOf(today.year, today.month + step) : null];
    case 'quarter': {
      if (!today) return ['QUARTER', null];
      const count = today.year * 4 + Math.floor((today.month - 1) / 3) + step;
      return ['QUARTER', quarterOf(Math.floor(count / 4), (count % 4) + 1)];
    }
    case 'decade':
      return ['YEAR', today ? yearsOf(today.year + 10 * step, today.year + 10 * step + (step === 0 ? 0 : 9)) : null];
    case 'year':
      return ['YEAR', today ? yearsOf(today.year + step) : null];
    default:
      return ['QUARTER', today ? quarterOf(today.year + step, SEASONS[unit] ?? 1) : null];
  }
}

/** Four digits are a year unless they count or measure something: `2015 nuclear deal`, not `2000 people` or `£1950`. */
function isYear(document: Untokenised, start: number, end: number): boolean {
  const { first, last } = tokensOf(document, { start, end });
  if (first !== last && last - first > 2) return false;
  const before = tokenText(document, first - 1).toLowerCase();
  if (
    /[$£€#]/.test(before) ||
    /[$£€#.,\d-]/.test(document.text.charAt(start - 1)) ||
    /[\d%]/.test(document.text.charAt(end))
  )
    return false;
  if (/^[.,:]\d/.test(document.text.slice(end, end + 2)) || document.text.charAt(end) === '-') return false;
  if (
    /^(?:in|since|by|until|till|from|of|during|after|before|to|between|and|through|mid|early|late|'s|’s|the|his|her|its|their|a|for|,|\()$/.test(
      before,
    )
  ) {
    return pennTag(document, last + 1) !== 'NNS' || /^(?:'s|’s|the|his|her|its|their|of|a)$/.test(before);
  }
  return MONTHS.includes(before) || /^[),.;:?!]?$/.test(tokenText(document, last + 1)) === false
    ? false
    : /^(?:nnp|cd)$/i.test(pennTag(document, first - 1));
}

function findByChrono(
  document: Untokenised,
  sentence: Sentence,
  text: string,
  from: number,
  published: Day | null,
): Found[] {
  const reference = new Date(`${published ?? '2000-01-01'}T12:00:00Z`);
  return loadChrono()
    .en.casual.parse(text, { instant: reference, timezone: 'UTC' })
    .flatMap((result): Found[] => {
      const { start: known, end: until } = result;
      const dated =
        known.isCertain('day') || known.isCertain('weekday') || known.isCertain('month') || known.isCertain('year');
      if (!dated) return [];
      const span = trimTail(
        { start: from + result.index, end: from + result.index + result.text.length },
        document.text,
      );
      const words = document.text.slice(span.start, span.end);
      if (!isDateWording(document, span, words) || isDuration(document, span, words)) return [];
      const absolute =
        known.isCertain('month') &&
        known.isCertain('year') &&
        !/ago|yesterday|today|tomorrow|tonight|last|next|this/i.test(words);
      if (isCountedFrom(document, span, words))
        return /hour|minute|second/i.test(words) ? [] : [{ span, precision: 'UNKNOWN', range: null }];
      if (!published && !absolute)
        return [
          { span, precision: known.isCertain('month') && !known.isCertain('day') ? 'MONTH' : 'DAY', range: null },
        ];
      const year = known.get('year') ?? 0;
      const month = known.get('month') ?? 1;
      const ahead = looksAhead(document, sentence, span);
      if (known.isCertain('month') && !known.isCertain('day')) {
        return [
          {
            span,
            precision: 'MONTH',
            range: monthOf(known.isCertain('year') ? year : nearestYear(published, month, 1, ahead), month),
          },
        ];
      }
      const date = known.get('day') ?? 1;
      const weekdayOnly = known.isCertain('weekday') && !known.isCertain('day') && !known.isCertain('month');
      if (weekdayOnly && published && !/\b(?:last|next|this)\b/i.test(words))
        return [{ span, precision: 'DAY', range: oneDay(nearestWeekday(published, known.get('weekday') ?? 0, ahead)) }];
      const resolved =
        known.isCertain('day') && known.isCertain('month') && !known.isCertain('year')
          ? dayOf(nearestYear(published, month, date, ahead), month, date)
          : dayOf(year, month, date);
      const last = until
        ? dayOf(
            known.isCertain('year') || until.isCertain('year') ? (until.get('year') ?? year) : partsOf(resolved).year,
            until.get('month') ?? month,
            until.get('day') ?? date,
          )
        : resolved;
      return [{ span, precision: 'DAY', range: { start: resolved, end: [resolved, last].sort().at(-1) ?? last } }];
    });
}

/** Chrono takes an hour or a stray `at` with the date; the date ends before them. */
function trimTail(span: Span, text: string): Span {
  const words = text.slice(span.start, span.end);
  const lead = /^(?:on|in|at|from)\s+/i.exec(words)?.[0].length ?? 0;
  const end = endOfWords(words, words.length);
  let tail = end;
  while (tail > lead && !/[\s,]/.test(words.charAt(tail - 1))) tail -= 1;
  const isStray = tail > lead && /^(?:at|on|in|and|of)$/i.test(words.slice(tail, end));
  return { start: span.start + lead, end: span.start + Math.max(lead, isStray ? endOfWords(words, tail) : end) };
}

/** Where some words end before a place, without the spaces and commas behind them. */
function endOfWords(words: string, before: number): number {
  let end = before;
  while (end > 0 && /[\s,]/.test(words.charAt(end - 1))) end -= 1;
  return end;
}

/**
 * `a day after she won`, `two weeks before the vote`: a distance from something that the article tells by other words.
 */
function isCountedFrom(document: Untokenised, span: Span, words: string): boolean {
  if (!/\b(?:second|minute|hour|day|week|month|year)s?(?: (?:after|before))?$/i.test(words)) return false;
  return (
    /(?:after|before)$/i.test(words) ||
    /^(?:after|before)$/i.test(tokenText(document, tokensOf(document, span).last + 1))
  );
}

/** `the first final in 64 years`, `jailed for 14 years`: how long, not when. */
function isDuration(document: Untokenised, span: Span, words: string): boolean {
  if (
    /^for\s/i.test(words) ||
    (/^\S+ (?:year|month|week|day|decade|hour|minute)s?$/i.test(words) &&
      /^for$/i.test(tokenText(document, tokensOf(document, span).first - 1)))
  )
    return true;
  if (!/^(?:in |for )?(?:\p{L}+[ -])?\S+ (?:years|months|weeks|days|decades)$/iu.test(words)) return false;
  const { first } = tokensOf(document, span);
  for (let token = first - 1; token >= 0 && first - token <= 10; token -= 1) {
    const word = tokenText(document, token).toLowerCase();
    if (/^[.;!?]$/.test(word)) return false;
    if (/^(?:first|second|third|only|most)$/.test(word) || pennTag(document, token) === 'JJS') return true;
  }
  return false;
}

/** `may`, `march`, `sat`, `sun` and `second` are dates only as proper names or beside a number. */
function isDateWording(document: Untokenised, span: Span, words: string): boolean {
  if (/^\d{1,2}[.:]\d{1,2}$|^\d+$|^now$|^(?:the\s+)?(?:second|past|last)$/i.test(words)) return false;
  if (
    !/^(?:may|march|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|second|august)$/i.test(
      words,
    )
  )
    return words.length > 2;
  return /^NNP/.test(pennTag(document, tokensOf(document, span).first)) && /^\p{Lu}/u.test(words);
}

/**
 * Whether the words around a date look to the future: a modal, `to` and its like before it in the sentence, with no
 * past-tense verb between.
 */
function looksAhead(document: Untokenised, sentence: Sentence, span: Span): boolean {
  const { first } = tokensOf(document, span);
  if (
    /^for$/i.test(tokenText(document, first - 1)) ||
    /\bahead of(?: the)?$/i.test(document.text.slice(Math.max(0, span.start - 16), span.start).trim())
  )
    return true;
  if (/^by$/i.test(tokenText(document, first - 1)) && isPastBehind(document, sentence, span)) return false;
  for (let token = first; token >= sentence.first && first - token <= 14; token -= 1) {
    const word = tokenText(document, token).toLowerCase();
    const tag = pennTag(document, token);
    if (
      FUTURE_WORDS.has(word) &&
      (tag === 'MD' || tag === 'TO' || tag === 'VBN' || tag === 'JJ' || (tag === 'IN' && first - token <= 1))
    )
      return true;
    if (tag === 'VBD' || (tag === 'VBN' && /^(?:has|have|had|was|were)$/i.test(tokenText(document, token - 1))))
      return false;
  }
  return false;
}

/** `By Wednesday, they had rescued 1,300 people`: the first finite verb behind a date is past. */
function isPastBehind(document: Untokenised, sentence: Sentence, span: Span): boolean {
  for (let token = tokensOf(document, span).last + 1; token <= sentence.last; token += 1) {
    const tag = pennTag(document, token);
    if (isFiniteTag(tag)) return tag === 'VBD';
  }
  return false;
}

function oneDay(day: Day): DayRange {
  return { start: day, end: day };
}

function nearestWeekday(published: Day, weekday: number, ahead: boolean): Day {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  return ahead ? addDays(published, (7 - back) % 7) : addDays(published, -back);
}

/** The year in which a month and day lie nearest before the day of publication, or after it. */
function nearestYear(published: Day | null, month: number, date: number, ahead: boolean): number {
  if (!published) return 2000;
  const { year } = partsOf(published);
  const sameYear = dayOf(year, month, date);
  if (ahead) return sameYear >= monthOf(year, partsOf(published).month).start ? year : year + 1;
  return sameYear <= published ? year : year - 1;
}

function takeLongest(found: readonly Found[]): Found[] {
  const byLength = [...found].sort(
    (left, right) =>
      right.span.end - right.span.start - (left.span.end - left.span.start) || left.span.start - right.span.start,
  );
  const taken: Found[] = [];
  for (const candidate of byLength) {
    if (
      candidate.span.end > candidate.span.start &&
      taken.every((other) => other.span.end <= candidate.span.start || candidate.span.end <= other.span.start)
    )
      taken.push(candidate);
  }
  return taken.sort((left, right) => left.span.start - right.span.start);
}
