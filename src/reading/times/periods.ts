import { NUMBERS, ORDINALS, SEASONS } from '../lexicon/time-words.ts';
import type { TimePrecision } from '../reading.ts';
import { addDays, type Day, type DayRange, monthOf, partsOf, quarterOf, weekOf, yearsOf } from './calendar.ts';
import { matching, type TimeRule } from './found.ts';

const RELATIVE =
  /\b(this|last|next|past|previous|coming|current|earlier this|later this|late last|early next|early this|late this)\s+(week|weekend|month|quarter|year|spring|summer|autumn|fall|winter|decade)\b/gi;

/** Weeks, months and years counted from the day of publication. */
export const RELATIVE_PERIOD: TimeRule = {
  name: 'times/this week, last year',
  examples: ['Troops launched an operation this week.', 'The firm lost money last year.'],
  nearMisses: ['Troops launched an operation.', 'The last years were hard.'],
  apply: matching(RELATIVE, ([, which = '', unit = ''], { published }) => {
    const step = /^(?:last|past|previous|late last)$/i.test(which) ? -1 : /next|coming/i.test(which) ? 1 : 0;
    return periodOf(unit.toLowerCase(), step, published);
  }),
};

const AGO =
  /\b(?:(?:about|around|some|nearly|almost|more than|over)\s+)?(\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|several|a few|a couple of)\s+(day|week|month|year|decade)s?\s+(ago|earlier|later)\b/gi;

/** How long ago something was; `earlier` and `later` count from another event. */
export const AGO_PERIOD: TimeRule = {
  name: 'times/three days ago',
  examples: ['The bridge collapsed three days ago.', 'He resigned two years later.'],
  nearMisses: ['The bridge stood for three days.', 'He resigned later.'],
  apply: matching(AGO, ([, amount = '', unit = '', direction = ''], { published }) => {
    const count = Number(amount) || NUMBERS[amount.toLowerCase()];
    const isCounted = count !== undefined && direction.toLowerCase() === 'ago';
    const [precision, range] = periodOf(unit.toLowerCase(), isCounted ? -count : 0, published);
    return [precision, isCounted ? range : null];
  }),
};

const QUARTER =
  /\b(?:the\s+)?(first|second|third|fourth|1st|2nd|3rd|4th)[-\s]quarter\b(?:\s+(?:of\s+)?((?:19|20)\d{2}))?|\bQ([1-4])(?:\s+((?:19|20)\d{2}))?\b/gi;

/** Quarters of a year: the one of publication where none is named. */
export const QUARTER_PERIOD: TimeRule = {
  name: 'times/second quarter',
  examples: ['The carmaker lost money in the second quarter.', 'Sales rose in Q3 2021.'],
  nearMisses: ['A quarter of the workers left.', 'The second half was better.'],
  apply: matching(QUARTER, ([, ordinal = '', yearAfter, digit, year], { published }) => {
    const quarter = ORDINALS[ordinal.toLowerCase()] ?? Number(digit);
    const named = Number(yearAfter ?? year) || (published ? partsOf(published).year : Number.NaN);
    return ['QUARTER', Number.isNaN(named) ? null : quarterOf(named, quarter)];
  }),
};

const SEASON = /\b(?:the\s+)?(spring|summer|autumn|fall|winter)\s+of\s+((?:19|20)\d{2})\b/gi;

export const SEASON_PERIOD: TimeRule = {
  name: 'times/summer of 2019',
  examples: ['They met in the summer of 2019.', 'The war ended in the spring of 1995.'],
  nearMisses: ['They met in summer.', 'The fall of the house came late.'],
  apply: matching(SEASON, ([, season = '', year]) => [
    'QUARTER',
    quarterOf(Number(year), SEASONS[season.toLowerCase()] ?? 1),
  ]),
};

/** The period of a kind that lies some steps after the one that holds a day, or before it. */
function periodOf(unit: string, step: number, published: Day | null): readonly [TimePrecision, DayRange | null] {
  const precision = PRECISIONS[unit] ?? 'QUARTER';
  if (!published) return [precision, null];
  const { year, month } = partsOf(published);
  const week = weekOf(addDays(published, 7 * step));
  const quarters = year * 4 + Math.floor((month - 1) / 3) + step;
  switch (unit) {
    case 'day':
      return [precision, { start: addDays(published, step), end: addDays(published, step) }];
    case 'week':
      return [precision, week];
    case 'weekend':
      return [precision, { start: addDays(week.start, 5), end: week.end }];
    case 'month':
      return [precision, monthOf(year, month + step)];
    case 'quarter':
      return [precision, quarterOf(Math.floor(quarters / 4), (quarters % 4) + 1)];
    case 'decade':
      return [precision, yearsOf(year + 10 * step, year + 10 * step + (step === 0 ? 0 : 9))];
    case 'year':
      return [precision, yearsOf(year + step)];
    default:
      return [precision, quarterOf(year + step, SEASONS[unit] ?? 1)];
  }
}

const PRECISIONS: Readonly<Record<string, TimePrecision>> = {
  day: 'DAY',
  week: 'WEEK',
  weekend: 'WEEK',
  month: 'MONTH',
  decade: 'YEAR',
  year: 'YEAR',
};
