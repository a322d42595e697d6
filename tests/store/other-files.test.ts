import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-file-'));
  path = join(folder, 'news.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Every file of the folder with its bytes. */
const snapshot = (): Record<string, string> =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('base64')]));

function make(at: string, ...statements: readonly string[]): Database.Database {
  const database = new Database(at);
  for (const statement of statements) database.exec(statement);
  return database;
}

const DRIZZLE = 'CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)';
const OTHERS: readonly (readonly [what: string, ...statements: string[]])[] = [
  ['with a table', 'CREATE TABLE notes (text)'],
  ['in WAL mode', 'PRAGMA journal_mode = WAL', 'CREATE TABLE notes (text)'],
  ['with an id and a table', 'PRAGMA application_id = 252006674', 'CREATE TABLE notes (text)'],
  ['with an id and nothing else', 'PRAGMA application_id = 252006674'],
  ['with a version and nothing else', 'PRAGMA user_version = 7'],
  [
    'with migrations of another project',
    DRIZZLE,
    "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('abc', 1700000000000)",
    'CREATE TABLE articles (id text, title text)',
  ],
  ['with migrations alone', DRIZZLE],
  [
    'with migrations that are newer than ours',
    DRIZZLE,
    "INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('abc', 9900000000000)",
    'CREATE TABLE entities (id)',
  ],
  ['with a view', 'CREATE VIEW one AS SELECT 1'],
  ['of UTF-16', "PRAGMA encoding = 'UTF-16'", 'CREATE TABLE notes (text)'],
  [
    'of small pages',
    'PRAGMA page_size = 512',
    'PRAGMA journal_mode = WAL',
    ...Array.from({ length: 40 }, (_, number) => `CREATE TABLE a_table_with_a_rather_long_name_${number} (text)`),
  ],
];

describe("another application's file is refused and left as it is", () => {
  test.each(OTHERS)('%s', (_what, ...statements) => {
    make(path, ...statements).close();
    const before = snapshot();
    for (const readonly of [false, true]) {
      expect(() => openStore({ path, readonly })).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', message: `${path} is the database of another application.` }),
      );
      expect(snapshot()).toEqual(before);
    }
  });

  test.each(OTHERS)('while it is open there, %s', (_what, ...statements) => {
    const other = make(path, 'PRAGMA journal_mode = WAL', ...statements);
    try {
      const before = snapshot();
      expect(() => openStore({ path })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
      expect(snapshot()).toEqual(before);
    } finally {
      other.close();
    }
  });

  test.each(OTHERS)('as a crash has left it, %s', (_what, ...statements) => {
    const live = join(folder, 'live.db');
    const other = make(live, 'PRAGMA journal_mode = WAL', ...statements);
    for (const end of ['', '-wal']) copyFileSync(`${live}${end}`, `${path}${end}`);
    other.close();
    rmSync(live);
    const before = snapshot();
    expect(() => openStore({ path })).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    expect(snapshot()).toEqual(before);
  });
});

describe('what is no database is named in one sentence', () => {
  test.each<readonly [string, (at: string) => void, string]>([
    ['a folder', (at) => mkdirSync(at), 'is a folder.'],
    ['a device', (at) => symlinkSync('/dev/null', at), 'is a device, a pipe or a socket.'],
    ['a text', (at) => writeFileSync(at, 'Nothing but words. '.repeat(400)), 'is not a Dateline database.'],
    ['a header and nothing more', (at) => writeFileSync(at, 'SQLite format 3\0'), 'is not a Dateline database.'],
    [
      'a header and noise',
      (at) => writeFileSync(at, Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 0x5a)])),
      'is not a Dateline database.',
    ],
    ['a link to itself', (at) => symlinkSync(at, at), 'cannot be opened.'],
    [
      'a link into a folder that is not there',
      (at) => symlinkSync(join(folder, 'none', 'news.db'), at),
      'cannot be opened.',
    ],
  ])('%s', (_what, put, words) => {
    put(path);
    for (const readonly of [false, true])
      expect(() => openStore({ path, readonly })).toThrow(
        expect.objectContaining({ name: 'DatelineError', message: `${path} ${words}` }),
      );
  });

  test.each([`${'a'.repeat(300)}.db`, 'news.db/news.db', 'news.db/deeper/news.db'])('%s', (name) => {
    writeFileSync(path, 'no folder');
    expect(() => openStore({ path: join(folder, name) })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(/ cannot be opened\.$/) }),
    );
  });
});
