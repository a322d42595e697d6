import { existsSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { DatelineError } from '../errors.ts';

/** A value that SQLite takes and gives. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));
/** Statements are kept by their text; filters make new texts, so the number is bounded. */
const MOST_STATEMENTS = 500;

/** A statement that gives its rows as lists, and what makes rows of them. */
interface Prepared {
  readonly statement: Database.Statement<Value[], Value[]>;
  readonly toRow: (values: Value[]) => Row;
}

const VALUES = Symbol('values');
const toNothing = (): Row => ({});

/**
 * Makes rows that read their columns out of the list that SQLite gave. The driver is three times as fast with lists as with objects of twenty columns, of which a query
 * mostly needs a few; of two columns of one name the last counts.
 */
function rowMaker(columns: readonly string[]): (values: Value[]) => Row {
  class ListedRow {
    readonly [VALUES]: readonly Value[];
    readonly [column: string]: Value;

    constructor(values: readonly Value[]) {
      this[VALUES] = values;
    }
  }
  const places = new Map(columns.map((column, place) => [column, place]));
  for (const [column, place] of places) {
    Object.defineProperty(ListedRow.prototype, column, {
      get(this: ListedRow): Value {
        return this[VALUES][place] ?? null;
      },
    });
  }
  return (values) => new ListedRow(values);
}

/** The SQLite file: prepared statements by their text, and a count of how many ran. Every value is bound, none becomes part of a text. */
export class Sql {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Prepared>();
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
    const { statement, toRow } = this.#prepare(text);
    return statement.all(...values).map(toRow);
  }

  get(text: string, ...values: Value[]): Row | undefined {
    this.#executed += 1;
    const { statement, toRow } = this.#prepare(text);
    const found = statement.get(...values);
    return found && toRow(found);
  }

  /** The one text that a statement gives. */
  text(text: string, ...values: Value[]): string {
    this.#executed += 1;
    const found = this.#prepare(text).statement.get(...values)?.[0];
    return typeof found === 'string' ? found : '';
  }

  /** Lets statements call a function, which must always give the same for the same values. */
  define(name: string, work: (...values: Value[]) => Value): void {
    this.#database.function(name, { deterministic: true, varargs: true }, work);
  }

  /** How many rows changed, and the number of the last row put in. */
  run(text: string, ...values: Value[]): { changes: number; id: number } {
    this.#executed += 1;
    const { changes, lastInsertRowid } = this.#prepare(text).statement.run(...values);
    return { changes, id: Number(lastInsertRowid) };
  }

  /** Runs all of a function or none of it, with nobody else writing; the function must not be asynchronous. Throws CONFLICT where another process does not stop writing in time. */
  transaction<Result>(work: () => Result): Result {
    try {
      return this.#database.transaction(work).immediate();
    } catch (cause) {
      if (!isBusy(cause)) throw cause;
      throw new DatelineError('CONFLICT', 'Another process is writing, and has not stopped in time.', 'Try again.', { cause });
    }
  }

  /** Runs a function, which must not be asynchronous, over one state of the file: whatever others write meanwhile, all that it reads was true at one moment. */
  snapshot<Result>(work: () => Result): Result {
    return this.#database.inTransaction ? work() : this.#database.transaction(work).deferred();
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(text: string): Prepared {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#database.prepare<Value[], Value[]>(text);
    const prepared = { statement: statement.reader ? statement.raw() : statement, toRow: statement.reader ? rowMaker(statement.columns().map(({ name }) => name)) : toNothing };
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
 * Throws INVALID_INPUT where the file is no database, CONFLICT where another process holds it locked or a newer version of Dateline has made it.
 */
export function openDatabase({ path, readonly = false }: OpenOptions): Sql {
  let database: Database.Database | undefined;
  try {
    if (path !== ':memory:' && !existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true });
      if (readonly) openDatabase({ path }).close();
    }
    database = new Database(path, { readonly, timeout: 5000 });
    const newest = readMigrationFiles({ migrationsFolder: MIGRATIONS }).reduce((latest, migration) => Math.max(latest, migration.folderMillis), 0);
    const applied = findApplied(database);
    if (applied > newest) throw new DatelineError('CONFLICT', `${path} was made by a newer version of Dateline.`, 'Use that version, or point DATELINE_DB at another file.');
    if (applied < newest) {
      if (readonly) {
        database.close();
        openDatabase({ path }).close();
        database = new Database(path, { readonly, timeout: 5000 });
      } else {
        applyMigrations(database);
      }
    }
    database.pragma('foreign_keys = ON');
    database.pragma('synchronous = NORMAL');
    database.pragma('cache_size = -64000');
    database.pragma('mmap_size = 268435456');
    return new Sql(database);
  } catch (cause) {
    database?.close();
    throw explain(path, cause);
  }
}

/** When the last migration that the file has was made, in milliseconds; 0 for a new file. Looking at this alone keeps opening quick. */
function findApplied(database: Database.Database): number {
  const table = database.prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'").get();
  if (!table) return 0;
  return database.prepare<[], { latest: number | null }>('SELECT max(created_at) AS latest FROM __drizzle_migrations').get()?.latest ?? 0;
}

/** A migration that rebuilds a table would delete what hangs on it: foreign keys are off while migrations run, and checked after. */
function applyMigrations(database: Database.Database): void {
  // Loaded here: a server that starts over a graph that is up to date does without.
  const load = createRequire(import.meta.url);
  const { drizzle }: typeof import('drizzle-orm/better-sqlite3') = load('drizzle-orm/better-sqlite3');
  const { migrate }: typeof import('drizzle-orm/better-sqlite3/migrator') = load('drizzle-orm/better-sqlite3/migrator');
  database.pragma('journal_mode = WAL');
  database.pragma('foreign_keys = OFF');
  migrate(drizzle({ client: database }), { migrationsFolder: MIGRATIONS });
  const broken = database.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0) throw new DatelineError('INTERNAL', `${broken.length} rows refer to nothing after the migration.`);
}

/** What SQLite and the file system say of a path that cannot be a file of ours. */
const UNREACHABLE = new Set(['SQLITE_CANTOPEN', 'SQLITE_READONLY', 'EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS']);

function explain(path: string, cause: unknown): unknown {
  if (cause instanceof DatelineError) return cause;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT')
    return new DatelineError('INVALID_INPUT', `${path} is not a Dateline database.`, 'Point DATELINE_DB at another file, or move this one away.', { cause });
  if (isBusy(cause)) return new DatelineError('CONFLICT', `${path} is locked by another process.`, 'Wait until it has finished, and try again.', { cause });
  if (typeof code === 'string' && UNREACHABLE.has(code))
    return new DatelineError('INVALID_INPUT', `${path} cannot be opened.`, 'Check that the folder exists and that it may be written to.', { cause });
  return cause;
}

function isBusy(cause: unknown): boolean {
  return cause instanceof Error && 'code' in cause && (cause.code === 'SQLITE_BUSY' || cause.code === 'SQLITE_LOCKED');
}
