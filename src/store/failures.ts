import { DatelineError } from '../errors.ts';

/** The code that SQLite or the file system gives an error: `SQLITE_BUSY_SNAPSHOT`, `EACCES`. */
export function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : '';
}

/** Whether another connection holds what is wanted, and has not let go in time. */
export function isBusy(cause: unknown): boolean {
  return /^SQLITE_(?:BUSY|LOCKED)/.test(codeOf(cause));
}

/** Whether the file, or the folder that SQLite puts its log into, may not be written. */
export function isUnwritable(cause: unknown): boolean {
  return /^(?:SQLITE_(?:READONLY|CANTOPEN|PERM)|EACCES|EPERM|EROFS)/.test(codeOf(cause));
}

type Explanation = readonly [code: DatelineError['code'], message: string, hint: string];

/** What SQLite and the file system say while a file is read or written, and what to do about it. */
const WHILE_RUNNING: readonly (readonly [codes: RegExp, explanation: Explanation])[] = [
  [/^SQLITE_(?:BUSY|LOCKED)/, ['CONFLICT', 'Another process is writing, and has not stopped in time.', 'Try again.']],
  [
    /^(?:SQLITE_FULL|ENOSPC|EDQUOT)/,
    ['CONFLICT', 'The disk of the database is full, so nothing was written.', 'Make room on it, and try again.'],
  ],
  [
    /^SQLITE_READONLY/,
    ['CONFLICT', 'The database cannot be written.', 'Let this process write the file and its folder.'],
  ],
  [
    /^SQLITE_(?:CORRUPT|NOTADB)/,
    ['INTERNAL', 'The database is damaged.', 'Put a backup in its place with `dateline restore`.'],
  ],
  [
    /^SQLITE_(?:IOERR|CANTOPEN)/,
    [
      'INTERNAL',
      'The disk of the database does not read or write as it should.',
      'Look at the disk, and at the rights to the file and its folder.',
    ],
  ],
];

/** A failure of SQLite's as an error of ours, where somebody can do something about it; anything else as it is. */
export function explainFailure(cause: unknown): unknown {
  const code = codeOf(cause);
  const found = WHILE_RUNNING.find(([codes]) => codes.test(code))?.[1];
  return found ? new DatelineError(found[0], found[1], found[2], { cause }) : cause;
}

/** What is said of a path that cannot be opened. */
const WHILE_OPENING: readonly (readonly [codes: RegExp, code: DatelineError['code'], message: string, hint: string])[] =
  [
    [
      /^SQLITE_NOTADB/,
      'INVALID_INPUT',
      'is not a Dateline database.',
      'Point DATELINE_DB at another file, or move this one away.',
    ],
    [
      /^SQLITE_CORRUPT/,
      'INVALID_INPUT',
      'is damaged, or is not a Dateline database.',
      'Put a backup in its place with `dateline restore`, or point DATELINE_DB at another file.',
    ],
    [
      /^SQLITE_(?:BUSY|LOCKED)/,
      'CONFLICT',
      'is locked by another process.',
      'Wait until it has finished, and try again.',
    ],
    [/^(?:SQLITE_FULL|ENOSPC|EDQUOT)/, 'CONFLICT', 'lies on a disk that is full.', 'Make room on it, and try again.'],
    [
      /^(?:SQLITE_READONLY|EROFS)/,
      'INVALID_INPUT',
      'cannot be written.',
      'Let this process write the file and its folder; without DATELINE_TOKEN, `dateline start` serves it as it is.',
    ],
    [
      /^(?:SQLITE_(?:CANTOPEN|PERM|IOERR|AUTH)|E(?:ACCES|EXIST|IO|ISDIR|LOOP|NAMETOOLONG|NODEV|NOENT|NOTDIR|NX|PERM))/,
      'INVALID_INPUT',
      'cannot be opened.',
      'Check that the folder exists, and that this process may read and write it.',
    ],
  ];

/**
 * What came of opening a path, as an error that says what to do; anything that is not of SQLite or the file system as
 * it is.
 */
export function explainOpening(path: string, cause: unknown): unknown {
  const code = codeOf(cause);
  const found = cause instanceof DatelineError ? undefined : WHILE_OPENING.find(([codes]) => codes.test(code));
  return found ? new DatelineError(found[1], `${path} ${found[2]}`, found[3], { cause }) : cause;
}
