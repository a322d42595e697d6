import { createRequire } from 'node:module';
import type * as Chrono from 'chrono-node';
import type { Document } from '../../language/document.ts';
import { tokensOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { Span } from '../../span.ts';
import { COMMON_WORDS, DAY_WORDS, DOUBTFUL_DATES } from '../lexicon/time-words.ts';
import { addDays, type Day, type DayRange, dayOf, monthOf, partsOf, weekdayOf } from './calendar.ts';
import type { DatedSentence, FoundTime, TimeRule } from './found.ts';
import { looksAhead } from './looking-ahead.ts';

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

/** Days, weekdays and months, as chrono-node finds them. */
export const DAY_OR_MONTH: TimeRule = {
  name: 'times/day or month',
  examples: ['The minister resigned on Monday.', 'They will hold exercises in February 2025.'],
  nearMisses: ['The minister may resign.', 'They sat in the sun and marched.'],
  apply: (sentence) => {
    if (!mayHoldDay(sentence)) return null;
    const { text, start, published } = sentence;
    const found = loadChrono()
      .en.casual.parse(text, { instant: new Date(`${published ?? '2000-01-01'}T12:00:00Z`), timezone: 'UTC' })
      .flatMap((result): FoundTime[] => {
        const span = trim({ start: start + result.index, end: start + result.index + result.text.length }, sentence);
        const time = isDated(result.start) && isDate(sentence, span) ? resolve(sentence, span, result) : null;
        return time ? [time] : [];
      });
    return found.length > 0 ? found : null;
  },
};

/** Whether a sentence holds a word or figures that chrono is worth being run for. */
function mayHoldDay({ document, first, last }: DatedSentence): boolean {
  for (let token = first; token <= last; token += 1) {
    const text = tokenText(document, token);
    const word = text.toLowerCase().replace('.', '');
    if (/^\d+[/.-]\d/.test(text) || (DAY_WORDS.has(word) && !COMMON_WORDS.has(text))) return true;
    const isTerm = /^(?:days|weeks|months)$/.test(text);
    if (isTerm && /^(?:in|within|next|coming)$/i.test(tokenText(document, token - 2))) return true;
  }
  return false;
}

function isDated(known: Chrono.ParsedComponents): boolean {
  return (['day', 'weekday', 'month', 'year'] as const).some((part) => known.isCertain(part));
}

/** A date without a preposition before it, or an hour or a stray `at` after it, which chrono takes with it. */
function trim({ start, end }: Span, { document: { text } }: DatedSentence): Span {
  const words = text.slice(start, end);
  const lead = /^(?:on|in|at|from)\s+/i.exec(words)?.[0].length ?? 0;
  const whole = words.slice(lead).trimEnd();
  const stray = /[\s,](?:at|on|in|and|of)$/i.exec(whole);
  let length = stray ? stray.index : whole.length;
  while (/[\s,]/.test(whole.charAt(length - 1))) length -= 1;
  return { start: start + lead, end: start + lead + length };
}

/** `may`, `march`, `sat` are dates only as proper names; figures alone, and how long something takes, are none. */
function isDate({ document }: DatedSentence, span: Span): boolean {
  const words = document.text.slice(span.start, span.end);
  if (/^\d{1,2}[.:]\d{1,2}$|^\d+$|^now$|^(?:the\s+)?(?:second|past|last)$/i.test(words)) return false;
  if (isDuration(document, span, words)) return false;
  if (!DOUBTFUL_DATES.has(words.toLowerCase())) return words.length > 2;
  return /^NNP/.test(pennTag(document, tokensOf(document, span).first)) && /^\p{Lu}/u.test(words);
}

/** `for 14 years`, `in 64 years`: how long, not when. */
function isDuration(document: Document, span: Span, words: string): boolean {
  if (/^for\s/i.test(words) || /^\S+ (?:years|decades)$/i.test(words)) return true;
  const before = tokenText(document, tokensOf(document, span).first - 1);
  return /^for$/i.test(before) && /^\S+ (?:month|week|day|hour|minute)s?$/i.test(words);
}

/** The days of a date: null where it is none. */
function resolve(
  sentence: DatedSentence,
  span: Span,
  { start: known, end: until }: Chrono.ParsedResult,
): FoundTime | null {
  const { document, published } = sentence;
  const words = document.text.slice(span.start, span.end);
  if (isCountedFrom(document, span, words))
    return /hour|minute|second/i.test(words) ? null : { span, precision: 'UNKNOWN', range: null };
  const isMonth = known.isCertain('month') && !known.isCertain('day');
  const precision = isMonth ? 'MONTH' : 'DAY';
  const isRelative = /ago|yesterday|today|tomorrow|tonight|last|next|this/i.test(words);
  if (!published && (isRelative || !known.isCertain('month') || !known.isCertain('year')))
    return { span, precision, range: null };
  const ahead = looksAhead(sentence, tokensOf(document, span));
  const month = known.get('month') ?? 1;
  const isYearOpen = !known.isCertain('year') && known.isCertain('month');
  const date = isMonth ? 1 : (known.get('day') ?? 1);
  const year = isYearOpen ? nearestYear(published, month, date, ahead) : (known.get('year') ?? 0);
  if (isMonth) return { span, precision, range: monthOf(year, month) };
  const isWeekday = known.isCertain('weekday') && !known.isCertain('day') && !known.isCertain('month');
  if (isWeekday && published && !/\b(?:last|next|this)\b/i.test(words)) {
    const day = nearestWeekday(published, known.get('weekday') ?? 0, ahead);
    return { span, precision, range: { start: day, end: day } };
  }
  return { span, precision, range: rangeUntil(dayOf(year, month, date), known, until) };
}

function rangeUntil(start: Day, known: Chrono.ParsedComponents, until?: Chrono.ParsedComponents | null): DayRange {
  if (!until) return { start, end: start };
  const { year, month, date } = partsOf(start);
  const isYearKnown = known.isCertain('year') || until.isCertain('year');
  const end = dayOf(
    isYearKnown ? (until.get('year') ?? year) : year,
    until.get('month') ?? month,
    until.get('day') ?? date,
  );
  return { start, end: end < start ? start : end };
}

/** `a day after she won`, `two weeks before the vote`: a distance from something that other words tell. */
function isCountedFrom(document: Document, span: Span, words: string): boolean {
  if (!/\b(?:second|minute|hour|day|week|month|year)s?(?: (?:after|before))?$/i.test(words)) return false;
  const next = tokenText(document, tokensOf(document, span).last + 1);
  return /(?:after|before)$/i.test(words) || /^(?:after|before)$/i.test(next);
}

function nearestWeekday(published: Day, weekday: number, ahead: boolean): Day {
  const back = (weekdayOf(published) - weekday + 7) % 7;
  return addDays(published, ahead ? (7 - back) % 7 : -back);
}

/** The year in which a month and day lie nearest before the day of publication, or after it. */
function nearestYear(published: Day | null, month: number, date: number, ahead: boolean): number {
  if (!published) return 2000;
  const { year, month: current } = partsOf(published);
  const sameYear = dayOf(year, month, date);
  if (ahead) return sameYear >= monthOf(year, current).start ? year : year + 1;
  return sameYear <= published ? year : year - 1;
}
