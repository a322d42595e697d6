import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { explainFailure } from './failures.ts';
import type { WatchedFile } from './watched-file.ts';

/** A value that SQLite takes and gives. */
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/**
 * Statements are kept by their text; filters make new texts, so the characters of all of them are bounded. SQLite takes
 * some 22 bytes for each: about five megabytes.
 */
const MOST_TEXT = 250_000;
/** A longer statement is prepared anew each time: it would push out many that are asked often. */
const LONGEST_KEPT = 50_000;

/** A statement that gives its rows as lists, and what makes rows of them. */
interface Prepared {
  readonly statement: Database.Statement<Value[], Value[]>;
  readonly toRow: (values: Value[]) => Row;
}

const VALUES = Symbol('values');
const toNothing = (): Row => ({});

/**
 * Makes rows that read their columns out of the list that SQLite gave. The driver is three times as fast with lists as
 * with objects of twenty columns, of which a query mostly needs a few; of two columns of one name the last counts.
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

/**
 * The SQLite file: prepared statements by their text, and a count of how many ran. Every value is bound, none becomes
 * part of a text.
 */
export class Sql {
  readonly #database: Database.Database;
  readonly #file: WatchedFile | null;
  readonly #statements = new LRUCache<string, Prepared>({
    maxSize: MOST_TEXT,
    maxEntrySize: LONGEST_KEPT,
    sizeCalculation: (_, text) => text.length,
  });
  #executed = 0;

  /** `file`: what is watched for being moved or replaced; nothing for a database in memory. */
  constructor(database: Database.Database, file: WatchedFile | null = null) {
    this.#database = database;
    this.#file = file;
  }

  /** How many statements ran so far: tests count what a query costs. */
  get executed(): number {
    return this.#executed;
  }

  all(text: string, ...values: Value[]): Row[] {
    return this.#execute(text, ({ statement, toRow }) => statement.all(...values).map(toRow));
  }

  get(text: string, ...values: Value[]): Row | undefined {
    return this.#execute(text, ({ statement, toRow }) => {
      const found = statement.get(...values);
      return found && toRow(found);
    });
  }

  /** The one text that a statement gives. */
  text(text: string, ...values: Value[]): string {
    const found = this.#execute(text, ({ statement }) => statement.get(...values)?.[0]);
    return typeof found === 'string' ? found : '';
  }

  /** Lets statements call a function, which must always give the same for the same values. */
  define(name: string, work: (...values: Value[]) => Value): void {
    this.#database.function(name, { deterministic: true, varargs: true }, work);
  }

  /** How many rows changed, and the number of the last row put in. */
  run(text: string, ...values: Value[]): { changes: number; id: number } {
    const { changes, lastInsertRowid } = this.#execute(text, ({ statement }) => statement.run(...values));
    return { changes, id: Number(lastInsertRowid) };
  }

  /**
   * Runs all of a function or none of it, with nobody else writing; the function must not be asynchronous. Throws
   * CONFLICT where another process does not stop writing in time, where the disk is full, and where the file was moved
   * or replaced: it is looked at before anything is written, and again before it holds.
   */
  transaction<Result>(work: () => Result): Result {
    this.#file?.check();
    const checked = (): Result => {
      const result = work();
      this.#file?.check();
      return result;
    };
    try {
      return this.#database.transaction(checked).immediate();
    } catch (cause) {
      throw explainFailure(cause);
    }
  }

  /** Throws CONFLICT where the file was moved, removed, replaced or overwritten since it was opened. */
  check(): void {
    this.#file?.check();
  }

  /**
   * Runs a function, which must not be asynchronous, over one state of the file: whatever others write meanwhile, all
   * that it reads was true at one moment.
   */
  snapshot<Result>(work: () => Result): Result {
    return this.#database.inTransaction ? work() : this.#database.transaction(work).deferred();
  }

  close(): void {
    this.#statements.clear();
    if (this.#database.open) this.#file?.release();
    this.#database.close();
  }

  #execute<Result>(text: string, work: (prepared: Prepared) => Result): Result {
    this.#executed += 1;
    if (this.#file?.isMixed) this.#file.check();
    try {
      return work(this.#prepare(text));
    } catch (cause) {
      throw explainFailure(cause);
    }
  }

  #prepare(text: string): Prepared {
    const known = this.#statements.get(text);
    if (known) return known;
    const statement = this.#database.prepare<Value[], Value[]>(text);
    const prepared = {
      statement: statement.reader ? statement.raw() : statement,
      toRow: statement.reader ? rowMaker(statement.columns().map(({ name }) => name)) : toNothing,
    };
    this.#statements.set(text, prepared);
    return prepared;
  }
}
