import { chmodSync, chownSync, closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { DatelineError } from '../errors.ts';
import { codeOf } from './failures.ts';

/** The endings of what SQLite puts beside a file that is open, or was not closed. */
export const BESIDE = ['-wal', '-shm', '-journal'];

export function isThere(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** A name that nobody has, in the same folder, so that renaming is one step. */
export function draftOf(target: string): string {
  return join(dirname(target), `.${basename(target)}.${process.pid}.draft`);
}

export function removeAll(draft: string): void {
  for (const end of ['', ...BESIDE]) rmSync(`${draft}${end}`, { force: true });
}

/** Gives a file the rights and the owner of another, as far as this process may. */
export function takeRights(from: string, to: string): void {
  const { mode, uid, gid } = statSync(from);
  try {
    chmodSync(to, mode & 0o777);
    chownSync(to, uid, gid);
  } catch {
    // Only an administrator gives a file to somebody else.
  }
}

/**
 * Gives a file its name once it is safe on the disk. Without `force` nothing is replaced, also where another has come
 * there meanwhile.
 */
export function publish(draft: string, target: string, force: boolean): void {
  sync(draft);
  if (force) renameSync(draft, target);
  else {
    try {
      linkSync(draft, target);
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST')
        throw new DatelineError(
          'CONFLICT',
          `${target} is there already.`,
          'Name another file, or say --force to replace it.',
          { cause },
        );
      // Not every file system has links.
      renameSync(draft, target);
    }
  }
  syncFolder(target);
}

/** Waits until a file, or what a folder lists, is on the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

export function syncFolder(path: string): void {
  try {
    sync(dirname(resolve(path)));
  } catch {
    // Not every system lets a folder be opened: the name is then written when the system gets round to it.
  }
}
