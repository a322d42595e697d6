import { accessSync, constants, linkSync, lstatSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { DatelineError } from '../errors.ts';
import { BESIDE, draftOf, isThere, publish, removeAll, sync, syncFolder, takeRights } from './database-files.ts';
import { codeOf, explainOpening, isBusy } from './failures.ts';
import { APPLICATION_ID, assertOurs, findOwner, type Owner } from './file-contents.ts';
import { readAge, stampFile } from './migrate.ts';
import { isReadonlyFile, openAsItIs } from './opening.ts';

/** What was written. */
export interface Copied {
  readonly articles: number;
  readonly bytes: number;
}

/** What was put in place, and where that is kept which was there; null where nothing was. */
export interface Restored extends Copied {
  readonly kept: string | null;
}

/**
 * Writes all that a database holds at one moment, its log included, into a file of its own, while others read and
 * write: under another name first, checked, and safe on the disk before it has its name. Throws NOT_FOUND where there
 * is no database, CONFLICT where the file is there already and `force` is not set, or is in use, and INVALID_INPUT for
 * what cannot be.
 */
export function backUp(path: string, target: string, force = false): Copied {
  assertNamed(target);
  if (assertOurs(path) === 'NOBODY')
    throw new DatelineError(
      'NOT_FOUND',
      `There is no graph in ${path}.`,
      'Point DATELINE_DB at the file that is to be backed up.',
    );
  const draft = draftOf(target);
  try {
    assertFree(path, target, force);
    assertFolder(target);
    copyInto(openLive(path), draft);
    const copied = inspect(draft, path);
    takeRights(path, draft);
    publish(draft, target, force);
    return copied;
  } catch (cause) {
    throw explainOpening(isOfSource(cause) ? path : target, cause);
  } finally {
    removeAll(draft);
  }
}

/**
 * Puts a backup in the place of a database; what was there is kept beside it. Throws NOT_FOUND where there is no
 * backup, INVALID_INPUT where it is not ours or not whole, or where the database is another application's, CONFLICT
 * where a process has the database open.
 */
export function restore(backup: string, path: string, at: Date): Restored {
  for (const name of [backup, path]) assertNamed(name);
  assertBackup(backup);
  const target = isThere(path) ? realpathSync(path) : resolve(path);
  if (isThere(target) && realpathSync(backup) === target)
    throw new DatelineError('INVALID_INPUT', `${backup} is the database itself.`, 'Name a backup of it.');
  const draft = draftOf(target);
  try {
    assertFolder(target);
    copyInto(openAsItIs(backup), draft);
    const copied = inspect(draft, backup);
    if (isThere(target)) takeRights(target, draft);
    const kept = setAside(target, at);
    renameSync(draft, target);
    syncFolder(target);
    return { ...copied, kept };
  } catch (cause) {
    throw isOfSource(cause) ? explainBackup(backup, cause) : explainOpening(path, cause);
  } finally {
    removeAll(draft);
  }
}

/** Throws INVALID_INPUT for what cannot be the name of a file. */
function assertNamed(name: string): void {
  if (name === '') throw new DatelineError('INVALID_INPUT', 'The name of the file is empty.', 'Name a file.');
  if (name === ':memory:') throw new DatelineError('INVALID_INPUT', ':memory: is no file.', 'Name a file.');
}

/** Makes sure that a backup is a file of ours: what `findOwner` throws does not say what to do about a backup. */
function assertBackup(backup: string): void {
  let owner: Owner;
  try {
    owner = findOwner(backup);
  } catch (error) {
    throw error instanceof DatelineError && error.cause !== undefined ? explainBackup(backup, error.cause) : error;
  }
  if (owner === 'NOBODY') throw new DatelineError('NOT_FOUND', `There is no backup in ${backup}.`, MADE_BY_US);
  if (owner === 'OTHER')
    throw new DatelineError('INVALID_INPUT', `${backup} is the database of another application.`, MADE_BY_US);
}

const MADE_BY_US = 'Name a file that `dateline backup` has made.';

/** Turns a failure to read a backup into an error that says what to do. */
function explainBackup(backup: string, cause: unknown): unknown {
  if (codeOf(cause).startsWith('SQLITE_NOTADB'))
    return new DatelineError('INVALID_INPUT', `${backup} is no backup.`, MADE_BY_US, { cause });
  if (codeOf(cause).startsWith('SQLITE_CORRUPT'))
    return new DatelineError('INVALID_INPUT', `${backup} is damaged, or is no backup.`, 'Take an earlier backup.', {
      cause,
    });
  return explainOpening(backup, cause);
}

/** Whether reading the source failed, rather than writing the copy. */
function isOfSource(cause: unknown): boolean {
  return /^SQLITE_(?:BUSY|CORRUPT|LOCKED|NOTADB)/.test(codeOf(cause));
}

/** Makes sure that a file can be made beside a path. Throws what the file system throws. */
function assertFolder(path: string): void {
  const folder = dirname(resolve(path));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new DatelineError('INVALID_INPUT', `There is no folder ${folder}.`, 'Make it first.');
  accessSync(folder, constants.W_OK);
}

function assertFree(path: string, target: string, force: boolean): void {
  const found = lstatSync(target, { throwIfNoEntry: false });
  if (found && isThere(target) && realpathSync(target) === realpathSync(path))
    throw new DatelineError('INVALID_INPUT', `${target} is the database itself.`, 'Name another file.');
  if (found?.isDirectory()) throw new DatelineError('INVALID_INPUT', `${target} is a folder.`, 'Name a file in it.');
  if (found && !found.isFile() && !found.isSymbolicLink())
    throw new DatelineError('INVALID_INPUT', `${target} is a device, a pipe or a socket.`, 'Name a file.');
  if (found && !force)
    throw new DatelineError(
      'CONFLICT',
      `${target} is there already.`,
      'Name another file, or say --force to replace it.',
    );
  const beside = BESIDE.map((end) => `${target}${end}`).find(isThere);
  if (beside !== undefined)
    throw new DatelineError(
      'CONFLICT',
      `${beside} lies there: ${target} is a database in use, or one that was not closed.`,
      'Name another file.',
    );
}

/** A database that others may write meanwhile. */
function openLive(path: string): Database.Database {
  return isReadonlyFile(path) ? openAsItIs(path) : new Database(resolve(path), { readonly: true, timeout: 5_000 });
}

/**
 * One statement reads all from one state of the file, whatever is written meanwhile; the copy has no log. It gets a
 * stamp of its own, to be told from its original.
 */
function copyInto(source: Database.Database, draft: string): void {
  try {
    removeAll(draft);
    source.prepare('VACUUM INTO ?').run(resolve(draft));
  } finally {
    source.close();
  }
  const copy = new Database(resolve(draft));
  try {
    copy.pragma(`application_id = ${APPLICATION_ID}`);
    if (copy.prepare("SELECT 1 FROM sqlite_master WHERE name = 'file_stamp'").get()) stampFile(copy);
  } finally {
    copy.close();
  }
}

/** Reads a copy through. Throws INVALID_INPUT where something in it is not as it should be. */
function inspect(draft: string, named: string): Copied {
  const copy = new Database(resolve(draft), { readonly: true });
  try {
    const [found] = copy.prepare<[], { integrity_check: string }>('PRAGMA integrity_check(1)').all();
    if (found?.integrity_check !== 'ok')
      throw new DatelineError(
        'INVALID_INPUT',
        `${named} is damaged: ${found?.integrity_check ?? 'it cannot be read'}.`,
        'Take an earlier backup.',
      );
    readAge(copy, named);
    const broken = copy.prepare('PRAGMA foreign_key_check').all();
    if (broken.length > 0)
      throw new DatelineError(
        'INVALID_INPUT',
        `${named} is damaged: ${broken.length} rows refer to nothing.`,
        'Take an earlier backup.',
      );
    return {
      articles: copy.prepare<[], { count: number }>('SELECT count(*) AS count FROM articles').get()?.count ?? 0,
      bytes: statSync(draft).size,
    };
  } finally {
    copy.close();
  }
}

/**
 * Keeps the database that is there under another name, whole and in one file where it can be read. Throws CONFLICT
 * where a process has it open.
 */
function setAside(target: string, at: Date): string | null {
  sync(draftOf(target));
  if (!isThere(target)) {
    for (const end of BESIDE) rmSync(`${target}${end}`, { force: true });
    return null;
  }
  const kept = `${target}.${at.toISOString().replace(/[:.]/g, '-')}`;
  if (isReadable(target)) closeLog(target);
  for (const end of BESIDE) if (isThere(`${target}${end}`)) renameSync(`${target}${end}`, `${kept}${end}`);
  try {
    linkSync(target, kept);
  } catch {
    renameSync(target, kept);
  }
  return kept;
}

/**
 * Whether a file is a database of ours, or an empty one; a damaged one may be replaced as it is. Throws INVALID_INPUT
 * for another application's.
 */
function isReadable(target: string): boolean {
  if (statSync(target).size === 0) return false;
  try {
    return assertOurs(target) === 'DATELINE';
  } catch (error) {
    if (error instanceof DatelineError && /^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(error.cause))) return false;
    throw error;
  }
}

/** Puts the log of a database into it, which only the last that has it open may do. */
function closeLog(target: string): void {
  let database: Database.Database | undefined;
  try {
    database = new Database(target, { timeout: 0, fileMustExist: true });
    database.pragma('journal_mode = DELETE');
  } catch (cause) {
    if (isBusy(cause))
      throw new DatelineError('CONFLICT', `${target} is open: a server or another process uses it.`, 'Stop it first.', {
        cause,
      });
    if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(codeOf(cause))) throw cause;
  } finally {
    database?.close();
  }
}
