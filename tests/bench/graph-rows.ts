import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';

type Value = string | number | null;

/** Rows into tables, each by one prepared statement. */
export class Rows {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<Value[]>>();

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** The number of the row. */
  add(table: string, values: Readonly<Record<string, Value>>): number {
    let statement = this.#statements.get(table);
    if (!statement) {
      const columns = Object.keys(values);
      statement = this.#database.prepare<Value[]>(
        `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')})
          VALUES (${columns.map(() => '?').join(', ')})`,
      );
      this.#statements.set(table, statement);
    }
    return Number(statement.run(...Object.values(values)).lastInsertRowid);
  }
}

/** An id as the graph has them; the same parts always give the same. */
export function makeId(prefix: string, ...parts: readonly (string | number)[]): string {
  return `${prefix}_${createHash('sha256').update(parts.join(' ')).digest('base64url').slice(0, 16)}`;
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
