import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DatelineError } from '../errors.ts';
import { codeOf, explainOpening } from './failures.ts';
import type { Contents } from './contents.ts';
import { readLog } from './log-contents.ts';

// SQLite reads a file without a lock and without files beside it only where it is named by a URI, which the driver
// takes if this is set before it is loaded.
process.env['SQLITE_USE_URI'] ??= '1';

/** The application id in the header of every file of ours, which other applications' files do not have: `Dtln`. */
export const APPLICATION_ID = 0x44_74_6c_6e;

/** Tables that every version of Dateline has made: files from before there was an id are recognised by them. */
const TABLES =
  `__drizzle_migrations actors aliases article_bands articles entities event_participants events judgements mentions
    offices organisations people places positions renames spans statement_actors statements`.split(/\s+/);

export type Owner = 'NOBODY' | 'DATELINE' | 'OTHER';

/** Whose a file is: nobody's while nothing is in it, ours by its id or, without any, by its tables. */
export function ownerOf({ applicationId, userVersion, names }: Contents): Owner {
  if (applicationId !== 0) return applicationId === APPLICATION_ID ? 'DATELINE' : 'OTHER';
  if (names.size === 0) return userVersion === 0 ? 'NOBODY' : 'OTHER';
  return TABLES.every((table) => names.has(table)) ? 'DATELINE' : 'OTHER';
}

/** The contents of a database that is open. */
export function readContents(database: Database.Database): Contents {
  const rows = database
    .prepare<[], { name: string }>("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'")
    .all();
  const number = (pragma: string): number => Number(database.pragma(pragma, { simple: true }));
  return {
    applicationId: number('application_id'),
    userVersion: number('user_version'),
    names: new Set(rows.map(({ name }) => name)),
  };
}

/**
 * Opens a file as it lies on the disk, so that nothing of it or beside it changes: without locks and without looking at
 * its log. Only SQLite itself may open it: closing it by the file system would take the locks of every connection that
 * this process has to it.
 */
export function openUntouched(path: string): Database.Database {
  const escaped = encodeURI(resolve(path)).replace(/[?#]/g, (character) => (character === '?' ? '%3f' : '%23'));
  try {
    return new Database(`file:${escaped}?immutable=1`, { readonly: true });
  } catch (cause) {
    if (!codeOf(cause).startsWith('SQLITE_CANTOPEN')) throw cause;
    // Whoever loaded the driver before us did so without URIs: SQLite may then leave an empty log beside a file.
    return new Database(resolve(path), { readonly: true });
  }
}

/**
 * How often a file that changes while it is read is read again, and how long to wait in between, in milliseconds:
 * another process may be putting its log into it.
 */
const MOST_TRIES = 20;
const PAUSE = 10;

/** Waits until another process may have gone on. */
export function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
}

/**
 * What is read of a file as it lies on the disk. Read so, a file that another process is putting its log into may look
 * damaged for a moment: then it is read again. Throws what SQLite throws.
 */
export function readUntouched<Found>(path: string, read: (database: Database.Database) => Found): Found {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const database = openUntouched(path);
      try {
        return read(database);
      } finally {
        database.close();
      }
    } catch (cause) {
      if (attempt === MOST_TRIES || !/^SQLITE_(?:CORRUPT|IOERR_SHORT_READ)/.test(codeOf(cause))) throw cause;
      pause();
    }
  }
}

/**
 * Whose the file of a path is; NOBODY's where there is none. Nothing of it or beside it is changed. Throws
 * INVALID_INPUT for a path that is no file, cannot be read or is no database.
 */
export function findOwner(path: string): Owner {
  try {
    const found = statSync(path);
    if (found.isDirectory()) throw new DatelineError('INVALID_INPUT', `${path} is a folder.`, 'Name a file in it.');
    if (!found.isFile())
      throw new DatelineError('INVALID_INPUT', `${path} is a device, a pipe or a socket.`, 'Name a file.');
    if (found.size === 0) return 'NOBODY';
    // The id alone is enough where it is ours: it stands in the header.
    const owner = readUntouched(path, (database) =>
      database.pragma('application_id', { simple: true }) === APPLICATION_ID
        ? 'DATELINE'
        : ownerOf(readContents(database)),
    );
    // A young file may have all that it holds in its log.
    return owner === 'NOBODY' ? ownerOf(readLog(`${path}-wal`)) : owner;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return 'NOBODY';
    throw explainOpening(path, cause);
  }
}

/**
 * Makes sure that a file is ours, or will be. Throws INVALID_INPUT for another application's, and what `findOwner`
 * throws.
 */
export function assertOurs(path: string): Owner {
  const owner = findOwner(path);
  if (owner === 'OTHER') throw notOurs(path);
  return owner;
}

export function notOurs(path: string): DatelineError {
  return new DatelineError(
    'INVALID_INPUT',
    `${path} is the database of another application.`,
    'Point DATELINE_DB at another file.',
  );
}
