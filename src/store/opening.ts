import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Sql } from './database.ts';
import { isBusy, explainOpening, isUnwritable } from './failures.ts';
import { assertOurs, openUntouched, pause } from './file-contents.ts';
import { isMarked, migrate, readAge } from './migrate.ts';
import { WatchedFile } from './watched-file.ts';

export interface OpenOptions {
  /** Where the file lies; `:memory:` for none. Its folder is made where it is missing. */
  readonly path: string;
  /** For serving: nothing can be written. The file must be there, or be one that can be made. */
  readonly readonly?: boolean;
}

/** How long another writer is waited for, in milliseconds. */
const PATIENCE = 5_000;
/**
 * A connection keeps pages up to this many kibibytes, beside its statements (`Sql`); with four times as many, queries
 * over 200 megabytes take as long. The system's cache has the rest.
 */
const CACHE = 16_000;

/**
 * Opens the SQLite file and brings it to the newest schema; whose it is is looked at before anything is written.
 * Foreign keys on, write-ahead log, five seconds of patience for another writer. Throws INVALID_INPUT where the path is
 * no file, cannot be opened, or is not ours, CONFLICT where another process holds it locked or a newer version of
 * Dateline has made it.
 */
export function openDatabase({ path, readonly = false }: OpenOptions): Sql {
  if (path === ':memory:') {
    const database = new Database(path);
    migrate(database, path);
    settle(database);
    return new Sql(database);
  }
  let database: Database.Database | undefined;
  try {
    if (assertOurs(path) === 'NOBODY') {
      mkdirSync(dirname(path), { recursive: true });
      if (readonly) openDatabase({ path }).close();
    }
    database = readonly ? openReader(path) : openWriter(path);
    settle(database);
    return new Sql(database, new WatchedFile({ path, database, isReadonly: readonly }));
  } catch (cause) {
    database?.close();
    throw explainOpening(path, cause);
  }
}

/**
 * Whether a file is there that this process may read but not write, or whose folder it may not write: SQLite puts a log
 * there.
 */
export function isReadonlyFile(path: string): boolean {
  if (path === ':memory:' || !existsSync(path)) return false;
  try {
    accessSync(path, constants.W_OK);
    accessSync(dirname(path), constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/**
 * What a connection is set to. It may take its cache, the pages of a transaction that it writes, and what it sorts.
 * Nothing is mapped into memory: a copy written over the file would end the process when it reads a page that is gone.
 */
function settle(database: Database.Database): void {
  database.pragma('foreign_keys = ON');
  database.pragma('synchronous = NORMAL');
  database.pragma(`cache_size = -${CACHE}`);
}

function openWriter(path: string): Database.Database {
  const database = new Database(resolve(path), { timeout: PATIENCE });
  try {
    const age = readAge(database, path);
    proveWritable(database);
    giveLog(database);
    if (age === 'OLD' || !isMarked(database)) migrate(database, path);
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}

/**
 * Gives a file its log, which a new one and a backup that was put in place have not. Where two do so at once SQLite
 * refuses one of them at once, however much patience it was given: it is asked again until the patience is over.
 */
function giveLog(database: Database.Database): void {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (cause) {
      if (!isBusy(cause) || performance.now() > end) throw cause;
      pause();
    }
  }
}

/**
 * SQLite opens a file that it may not write for reading, and says nothing until something is written. Throws what it
 * says then; another writer is no obstacle.
 */
function proveWritable(database: Database.Database): void {
  database.pragma('busy_timeout = 0');
  try {
    database.exec('BEGIN IMMEDIATE');
    database.pragma(`user_version = ${Number(database.pragma('user_version', { simple: true }))}`);
  } catch (cause) {
    if (!isBusy(cause)) throw cause;
  } finally {
    if (database.inTransaction) database.exec('ROLLBACK');
    database.pragma(`busy_timeout = ${PATIENCE}`);
  }
}

function openReader(path: string): Database.Database {
  let database = new Database(resolve(path), { readonly: true, timeout: PATIENCE });
  try {
    if (readAge(database, path) === 'NEW') return database;
    database.close();
    openDatabase({ path }).close();
    database = new Database(resolve(path), { readonly: true, timeout: PATIENCE });
    return database;
  } catch (cause) {
    database.close();
    if (!isUnwritable(cause) || !isReadonlyFile(path)) throw cause;
    return openSealed(path, cause);
  }
}

/** Opens a file for reading whichever version has made it, with its log. Throws what SQLite throws. */
export function openAsItIs(path: string): Database.Database {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  // Where no log is, nobody has the file open: read without one, nothing is left beside it.
  return log ? new Database(resolve(path), { readonly: true, timeout: PATIENCE }) : openUntouched(path);
}

/**
 * A file in a folder where SQLite can put no log is read as it lies there: nobody of this process's rights can change
 * it. What is in a log beside it would be left out.
 */
function openSealed(path: string, cause: unknown): Database.Database {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0) throw cause;
  const database = openUntouched(path);
  try {
    if (readAge(database, path) === 'NEW') return database;
    throw cause;
  } catch (failure) {
    database.close();
    throw failure;
  }
}
