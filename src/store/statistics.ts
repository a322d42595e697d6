import type { EntityType } from '../reading/reading.ts';
import type { Row, Sql } from './database.ts';
import { type DateRange, within } from './filters.ts';
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

export type Breakdown = 'ACT' | 'KIND' | 'TYPE' | 'STATUS' | 'PUBLISHER';

const BREAKDOWNS: Readonly<Record<Breakdown, readonly [table: string, column: string]>> = {
  ACT: ['statements', 'act'],
  KIND: ['statements', 'kind'],
  TYPE: ['events', 'type'],
  STATUS: ['events', 'status'],
  PUBLISHER: ['articles', 'publisher'],
};

function countActors(type: EntityType): string {
  return `(SELECT count(*) FROM actors WHERE type = '${type}' AND merged_into IS NULL)`;
}

/** How much there is of everything. */
export function countEverything(sql: Sql): Totals {
  const row: Row =
    sql.get(
      `SELECT (SELECT count(*) FROM articles) AS articles, ${countActors('PERSON')} AS people, ${countActors('ORGANISATION')} AS organisations, ${countActors('PLACE')} AS places,
         (SELECT count(*) FROM mentions) AS mentions, (SELECT count(*) FROM statements) AS statements, (SELECT count(*) FROM events) AS events`,
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

/** How many of each value of a column there are, most first. */
export function breakDown(sql: Sql, by: Breakdown): Count[] {
  const [table, column] = BREAKDOWNS[by];
  return readCounts(sql.all(`SELECT ${column} AS value, count(*) AS total FROM ${table} GROUP BY ${column} ORDER BY total DESC, value LIMIT 200`));
}

/** How many articles were published on each day of a range, oldest first. */
export function countByDay(sql: Sql, range: DateRange | null): Count[] {
  const { text, values } = within('published_key', range);
  return readCounts(sql.all(`SELECT nullif(substr(published_key, 1, 10), '') AS value, count(*) AS total FROM articles WHERE ${text} GROUP BY value ORDER BY value LIMIT 5000`, ...values));
}

function readCounts(rows: readonly Row[]): Count[] {
  return rows.map((row) => ({ value: textOrNull(row, 'value'), count: numberOr(row, 'total') }));
}
