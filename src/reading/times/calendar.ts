/** A calendar day as `YYYY-MM-DD`; days are counted in UTC so that no time zone moves them. */
export type Day = string;

/** An inclusive range of days. */
export interface DayRange {
  readonly start: Day;
  readonly end: Day;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** The day of year, month (1 to 12) and day of month; days beyond the month run on into the next. */
export function dayOf(year: number, month: number, date: number): Day {
  return new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);
}

/** Year, month (1 to 12) and day of month of a day. */
export function partsOf(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return { year, month, date };
}

/** The day so many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(day) + days * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay();
}

/** The ISO 8601 week, Monday to Sunday, that holds a day. */
export function weekOf(day: Day): DayRange {
  const monday = addDays(day, -((weekdayOf(day) + 6) % 7));
  return { start: monday, end: addDays(monday, 6) };
}

/** A whole month; a month below 1 or above 12 runs over into another year. */
export function monthOf(year: number, month: number): DayRange {
  return { start: dayOf(year, month, 1), end: dayOf(year, month + 1, 0) };
}

/** A calendar quarter, 1 to 4. */
export function quarterOf(year: number, quarter: number): DayRange {
  return { start: dayOf(year, quarter * 3 - 2, 1), end: dayOf(year, quarter * 3 + 1, 0) };
}

/** A whole year, or several. */
export function yearsOf(first: number, last = first): DayRange {
  return { start: dayOf(first, 1, 1), end: dayOf(last, 12, 31) };
}
