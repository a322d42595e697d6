import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { DatelineError } from '../errors.ts';

/** A value that SQLite takes and gives. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Statements are kept by their text; filters make new texts, so the number is bounded. */
const MOST_STATEMENTS = 500;

/** The SQLite file: prepared statements by their text, and a count of how many ran. Every value is bound, none becomes part of a text. */
export class Sql {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<Value[], Row>>();
  #executed = 0;

  constructor(database: Database.Database) {
    this.#database = database;
  }

  /** How many statements ran so far: tests count what a query costs. */
  get executed(): number {
    return this.#executed;
  }

  all(text: string, ...values: Value[]): Row[] {
    this.#executed += 1;
    return this.#prepare(text).all(...values);
  }

  get(text: string, ...values: Value[]): Row | undefined {
    this.#executed += 1;
    return this.#prepare(text).get(...values);
  }

  run(text: string, ...values: Value[]): void {
    this.#executed += 1;
    this.#prepare(text).run(...values);
  }

  /** Runs all of a function or none of it; the function must not be asynchronous. */
  transaction<Result>(work: () => Result): Result {
    return this.#database.transaction(work).immediate();
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(text: string): Database.Statement<Value[], Row> {
    const known = this.#statements.get(text);
    if (known) return known;
    const prepared = this.#database.prepare<Value[], Row>(text);
    if (this.#statements.size >= MOST_STATEMENTS) this.#statements.delete(this.#statements.keys().next().value ?? '');
    this.#statements.set(text, prepared);
    return prepared;
  }
}

export interface OpenOptions {
  /** Where the file lies; `:memory:` for none. Its folder is made where it is missing. */
  readonly path: string;
  /** For serving: nothing can be written. The file must be there. */
  readonly readonly?: boolean;
}

/**
 * Opens the SQLite file and brings it to the newest schema. Foreign keys on, write-ahead log, five seconds of patience for another writer.
 * Throws INVALID_INPUT where the file is no database, CONFLICT where another process holds it locked.
 */
export function openDatabase({ path, readonly = false }: OpenOptions): Sql {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  if (readonly && !existsSync(path)) openDatabase({ path }).close();
  let database: Database.Database | undefined;
  try {
    database = new Database(path, { readonly, timeout: 5000 });
    database.pragma('foreign_keys = ON');
    if (!readonly) {
      database.pragma('journal_mode = WAL');
      database.pragma('synchronous = NORMAL');
      applyMigrations(database);
    }
    database.pragma('cache_size = -64000');
    database.pragma('mmap_size = 268435456');
    return new Sql(database);
  } catch (cause) {
    database?.close();
    throw explain(path, cause);
  }
}

/** A migration that rebuilds a table would delete what hangs on it: foreign keys are off while migrations run, and checked after. */
function applyMigrations(database: Database.Database): void {
  database.pragma('foreign_keys = OFF');
  migrate(drizzle({ client: database }), { migrationsFolder: MIGRATIONS });
  database.pragma('foreign_keys = ON');
}

function explain(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT') return new DatelineError('INVALID_INPUT', `${path} is not a Dateline database.`, 'Point DATELINE_DB at another file, or move this one away.', { cause });
  if (code === 'SQLITE_BUSY' || code === 'SQLITE_LOCKED') return new DatelineError('CONFLICT', `${path} is locked by another process.`, 'Wait until it has finished, and try again.', { cause });
  if (code === 'SQLITE_CANTOPEN' || code === 'SQLITE_READONLY') return new DatelineError('INVALID_INPUT', `${path} cannot be opened.`, 'Check that the folder exists and that it may be written to.', { cause });
  return cause;
}
