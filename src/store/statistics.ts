import type { EntityType } from '../reading/reading.ts';
import type { Row, Sql } from './database.ts';
import type { Clause } from './clause.ts';
import {
  type ArticleFilter,
  type DateRange,
  type EventFilter,
  readArticleFilter,
  readEventFilter,
  readStatementFilter,
  type StatementFilter,
  within,
} from './filters.ts';
import { numberOr, textOrNull } from './row-values.ts';

export interface Totals {
  readonly articles: number;
  readonly people: number;
  readonly organisations: number;
  readonly places: number;
  readonly mentions: number;
  readonly statements: number;
  readonly events: number;
}

export interface Count {
  /** The value counted; null for what has none. */
  readonly value: string | null;
  readonly count: number;
}

/** What is counted by which of its values, and of what. */
export type Breakdown =
  | { readonly of: 'articles'; readonly by: 'publisher' | 'day'; readonly filter: ArticleFilter | null }
  | { readonly of: 'statements'; readonly by: 'act' | 'kind' | 'day'; readonly filter: StatementFilter | null }
  | { readonly of: 'events'; readonly by: 'type' | 'status' | 'day'; readonly filter: EventFilter | null };

/** The day of publication; of an event, its first day. */
const DAYS = {
  articles: "nullif(substr(t.published_key, 1, 10), '')",
  statements: "nullif(substr(t.published_key, 1, 10), '')",
  events: 't.time_start',
} as const;
/** Values of their own, most first; days, in their order, of some decades. */
const MOST_VALUES = 200;
const MOST_DAYS = 10_000;

function countActors(type: EntityType): string {
  return `(SELECT count(*) FROM actors WHERE type = '${type}' AND merged_into IS NULL)`;
}

/** How much there is of everything. */
export function countEverything(sql: Sql): Totals {
  const row: Row =
    sql.get(
      `SELECT (SELECT count(*) FROM articles) AS articles, ${countActors('PERSON')} AS people,
        ${countActors('ORGANISATION')} AS organisations, ${countActors('PLACE')} AS places,
         (SELECT count(*) FROM mentions) AS mentions, (SELECT count(*) FROM statements) AS statements,
           (SELECT count(*) FROM events) AS events`,
    ) ?? {};
  const count = (column: string): number => numberOr(row, column);
  return {
    articles: count('articles'),
    people: count('people'),
    organisations: count('organisations'),
    places: count('places'),
    mentions: count('mentions'),
    statements: count('statements'),
    events: count('events'),
  };
}

/** How many of each value there are: most first, or day by day. Throws INVALID_INPUT where a filter is wrong. */
export function breakDown(sql: Sql, breakdown: Breakdown, range: DateRange | null = null): Count[] {
  const { of, by } = breakdown;
  const filter = readFilter(breakdown);
  const days = range === null ? null : within(DAYS[of], range);
  const [value, order] =
    by === 'day' ? [DAYS[of], `value LIMIT ${MOST_DAYS}`] : [`t.${by}`, `total DESC, value LIMIT ${MOST_VALUES}`];
  const where = days ? `${filter.text} AND ${days.text}` : filter.text;
  return readCounts(
    sql.all(
      `SELECT ${value} AS value, count(*) AS total FROM ${of} t WHERE ${where} GROUP BY value ORDER BY ${order}`,
      ...filter.values,
      ...(days?.values ?? []),
    ),
  );
}

function readFilter(breakdown: Breakdown): Clause {
  switch (breakdown.of) {
    case 'articles':
      return readArticleFilter(breakdown.filter);
    case 'statements':
      return readStatementFilter(breakdown.filter);
    case 'events':
      return readEventFilter(breakdown.filter);
  }
}

function readCounts(rows: readonly Row[]): Count[] {
  return rows.map((row) => ({ value: textOrNull(row, 'value'), count: numberOr(row, 'total') }));
}
