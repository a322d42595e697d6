import { type SQL, sql } from 'drizzle-orm';

/** A check that a column holds one of a fixed set of words. */
export function oneOf(column: string, values: readonly string[]): SQL {
  return sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);
}

/** A check that a span is one: UTF-16 code units, not empty. */
export const ordered: SQL = sql.raw('"start" >= 0 and "start" < "end"');
