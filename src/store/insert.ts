import type { Span } from '../span.ts';
import type { Sql, Value } from './database.ts';

/** Writes one row; gives its number in the table. */
export function insert(sql: Sql, table: string, values: Readonly<Record<string, Value>>): number {
  const columns = Object.keys(values).map((column) => `"${column}"`);
  const places = columns.map(() => '?');
  const statement = `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')})`;
  return sql.run(statement, ...Object.values(values)).id;
}

/** The columns of a stretch of text, with its words. */
export function wordsAt(text: string, span: Span): { start: number; end: number; text: string } {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}
