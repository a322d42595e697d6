import { type BigIntStats, renameSync, rmSync, statSync, truncateSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { DatelineError } from '../errors.ts';
import { codeOf } from './failures.ts';
import { readUntouched } from './file-contents.ts';

/** What has become of the file that a connection reads and writes. */
type Fate = 'THERE' | 'GONE' | 'REPLACED' | 'OVERWRITTEN' | 'LOG_GONE';

const WORDS: Readonly<Record<Exclude<Fate, 'THERE'>, string>> = {
  GONE: 'has been moved or removed while it was open',
  REPLACED: 'has been replaced by another file while it was open',
  OVERWRITTEN: 'has been overwritten while it was open',
  LOG_GONE: 'has lost its log (the file of the same name with -wal) while it was open',
};

interface Watched {
  readonly path: string;
  readonly database: Database.Database;
  readonly isReadonly: boolean;
}

/**
 * The file that a connection has open, watched so that we notice when its path leads to another: SQLite would go on
 * writing into a file that nobody will find again. A file is recognised by its inode and its log's; a copy that was
 * written over it in place, by the stamp that each graph and each backup has of its own. A copy that was not made by
 * `dateline backup` has the same stamp, and goes unnoticed when it is written over the file in place.
 */
export class WatchedFile {
  readonly #watched: Watched;
  readonly #file: string | null;
  readonly #log: string | null;
  readonly #stamp: string | null;
  /** When the stamp was looked at last: a file that was not written since has it still. */
  #written = '';
  #fate: Fate = 'THERE';

  /** The connection must have read something, so that its log is there. */
  constructor(watched: Watched) {
    this.#watched = watched;
    this.#file = inodeOf(find(watched.path));
    this.#log = inodeOf(find(logOf(watched.path)));
    this.#stamp = readStamp(watched.path) ?? null;
  }

  /** Whether what the connection reads may be a mixture of two files. */
  get isMixed(): boolean {
    return this.#fate === 'OVERWRITTEN';
  }

  /** Throws CONFLICT where the path no longer leads to the file that was opened. */
  check(): void {
    const fate = this.#look();
    if (fate === 'REPLACED' || fate === 'OVERWRITTEN') this.#leave(fate);
    if (fate !== 'THERE')
      throw new DatelineError(
        'CONFLICT',
        // Strangers may read this: where the file lies is none of their business.
        `The file of the graph ${WORDS[fate]}.`,
        fate === 'GONE'
          ? 'Put it back, or start Dateline again.'
          : 'Start Dateline again, to use the file that is there now.',
      );
  }

  /**
   * To be called before the connection is closed: what only the log of a file that was moved holds goes into that file,
   * and no log is left for the file in its place.
   */
  release(): void {
    const fate = this.#look();
    if (fate === 'GONE' || fate === 'REPLACED') this.#emptyLog();
    if (fate === 'REPLACED' || fate === 'OVERWRITTEN') this.#leave(fate);
    if (fate === 'REPLACED' && find(this.#kept)?.size === 0n) rmSync(this.#kept, { force: true });
  }

  /** Where a log goes whose file is gone. */
  get #kept(): string {
    return `${logOf(this.#watched.path)}.${this.#file}`;
  }

  /** A file that has come in the place of another, and one that was overwritten, is so for good. */
  #look(): Fate {
    if (this.#fate !== 'THERE') return this.#fate;
    const { path } = this.#watched;
    const found = find(path);
    if (!found) return 'GONE';
    if (inodeOf(found) !== this.#file) return 'REPLACED';
    const written = `${found.mtimeNs} ${found.size}`;
    if (this.#stamp !== null && written !== this.#written) {
      const stamp = readStamp(path);
      if (stamp === this.#stamp) this.#written = written;
      else if (stamp !== undefined && this.#isSettled(stamp, written)) return 'OVERWRITTEN';
    }
    return this.#log !== null && inodeOf(find(logOf(path))) !== this.#log ? 'LOG_GONE' : 'THERE';
  }

  /**
   * Whether a stamp that is not the file's own is there for good: another process that puts its log into the file
   * changes it page by page, and a log is thrown away for nothing less.
   */
  #isSettled(stamp: string | null, written: string): boolean {
    const { path } = this.#watched;
    const found = find(path);
    return found !== undefined && `${found.mtimeNs} ${found.size}` === written && readStamp(path) === stamp;
  }

  /** SQLite would take the log that lies beside a file for the file's own, and put its pages into it. */
  #leave(fate: 'REPLACED' | 'OVERWRITTEN'): void {
    if (this.#fate !== 'THERE') return;
    this.#fate = fate;
    const { path } = this.#watched;
    if (fate === 'REPLACED') this.#emptyLog();
    const log = find(logOf(path));
    if (this.#log === null || inodeOf(log) !== this.#log) return;
    if (fate === 'OVERWRITTEN') truncateSync(logOf(path));
    else if (log?.size === 0n) rmSync(logOf(path), { force: true });
    else renameSync(logOf(path), this.#kept);
    if (fate === 'REPLACED') rmSync(`${path}-shm`, { force: true });
  }

  /**
   * Puts what is in the log into the file that was opened, wherever it is now. What cannot be put there stays in the
   * log.
   */
  #emptyLog(): void {
    if (this.#watched.isReadonly || !this.#watched.database.open) return;
    try {
      this.#watched.database.pragma('wal_checkpoint(TRUNCATE)');
    } catch {
      // The disk is full, or gone: whoever closes the connection can do no more about it.
    }
  }
}

function logOf(path: string): string {
  return `${path}-wal`;
}

function find(path: string): BigIntStats | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false });
}

function inodeOf(found: BigIntStats | undefined): string | null {
  return found ? `${found.dev}-${found.ino}` : null;
}

/**
 * The stamp of a file as it lies on the disk: null for a database without one and for what is no database any more,
 * undefined where it cannot be told.
 */
function readStamp(path: string): string | null | undefined {
  try {
    return readUntouched(
      path,
      (database) => database.prepare<[], { stamp: string }>('SELECT stamp FROM file_stamp').get()?.stamp ?? null,
    );
  } catch (cause) {
    // Without the table, or without the header of a database.
    return /^SQLITE_(?:ERROR|NOTADB)/.test(codeOf(cause)) ? null : undefined;
  }
}
