import { copyFileSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { backUp } from '../../src/store/backup.ts';
import { buildArticle } from './reading-builder.ts';

let folder = '';
let path = '';
let other = '';
const stores: Store[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-watched-'));
  [path, other] = [join(folder, 'news.db'), join(folder, 'other.db')];
});
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  rmSync(folder, { recursive: true });
});

const article = (number: number) =>
  buildArticle({
    url: `https://news.example/${number}`,
    text: `Anna Berg spoke on day ${number}.`,
    entities: [{ type: 'PERSON', name: 'Anna Berg' }],
  });
const open = (readonly = false, at = path): Store => {
  const store = openStore({ path: at, readonly });
  stores.push(store);
  return store;
};
const save = (store: Store, first: number, count: number): void => {
  for (let number = first; number < first + count; number += 1) store.save(article(number));
};
const closeAll = (): void => {
  for (const store of stores.splice(0)) store.close();
};
const removeLog = (): void => {
  for (const end of ['-wal', '-shm']) rmSync(`${path}${end}`);
};
const isRefused = (store: Store, words: RegExp): void => {
  expect(() => store.check()).toThrow(
    expect.objectContaining({ code: 'CONFLICT', message: expect.stringMatching(words) }),
  );
};
/** The articles of a file, which must be whole. */
function countIn(at: string): number {
  const database = new Database(at);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    return database.prepare<[], { count: number }>('SELECT count(*) AS count FROM articles').get()?.count ?? -1;
  } finally {
    database.close();
  }
}

/**
 * A file of 30 articles that a server reads and writes, with all of them in its log, and a backup of it when it had 10.
 */
function serve(): { reader: Store; writer: Store } {
  const [writer, reader] = [open(), open(true)];
  save(writer, 0, 10);
  backUp(path, other);
  save(writer, 10, 20);
  expect(reader.countEverything().articles).toBe(30);
  for (const store of [reader, writer]) store.check();
  return { reader, writer };
}

describe('a file changed under a server is noticed, not written to, and whole after a restart', () => {
  test.each<readonly [string, () => void, RegExp, number]>([
    ['replaced by a backup', () => renameSync(other, path), /has been replaced by another file/, 10],
    [
      'moved away, and a backup put there',
      () =>
        [[path, join(folder, 'old.db')] as const, [other, path] as const].forEach(([from, to]) => {
          renameSync(from, to);
        }),
      /has been replaced by another file/,
      10,
    ],
    ['removed', () => rmSync(path), /has been moved or removed/, 0],
    [
      'removed with its log',
      () => {
        rmSync(path);
        removeLog();
      },
      /has been moved or removed/,
      0,
    ],
    ['moved away', () => renameSync(path, join(folder, 'old.db')), /has been moved or removed/, 0],
    ['overwritten with a backup', () => copyFileSync(other, path), /has been overwritten/, 10],
    [
      'overwritten with a backup, its log removed',
      () => {
        copyFileSync(other, path);
        removeLog();
      },
      /has been overwritten/,
      10,
    ],
    ['overwritten with another thing', () => writeFileSync(path, 'no database'), /has been overwritten/, -1],
  ])('%s', (_what, change, words, left) => {
    const { reader, writer } = serve();
    change();
    isRefused(reader, words);
    isRefused(writer, words);
    expect(() => reader.check()).not.toThrow(folder);
    for (let attempt = 0; attempt < 2; attempt += 1)
      expect(() => writer.save(article(99))).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    expect(() => reader.save(article(99))).toThrow();
    closeAll();
    if (left < 0) return expect(() => open()).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
    const again = open();
    expect(again.countEverything().articles).toBe(left);
    again.check();
    save(again, 200, 5);
    closeAll();
    expect(countIn(path)).toBe(left + 5);
  });

  test('a write that began before ends in nothing', () => {
    const { writer } = serve();
    const built = article(99);
    const moving = {
      ...built,
      get title() {
        renameSync(other, path);
        return 'moved';
      },
    };
    expect(() => writer.save(moving)).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
    closeAll();
    expect(countIn(path)).toBe(10);
  });

  test('what stood in the log alone is in the file that was moved away', () => {
    const { writer } = serve();
    renameSync(path, join(folder, 'old.db'));
    isRefused(writer, /moved or removed/);
    closeAll();
    expect(countIn(join(folder, 'old.db'))).toBe(30);
  });

  test('put back where it was it is served on', () => {
    const { writer, reader } = serve();
    renameSync(path, join(folder, 'old.db'));
    isRefused(writer, /moved or removed/);
    renameSync(join(folder, 'old.db'), path);
    for (const store of [writer, reader]) store.check();
    expect(writer.save(article(99)).status).toBe('CREATED');
    closeAll();
    expect(countIn(path)).toBe(31);
  });

  test('what only the log had is kept under another name where nobody can put it into its file', () => {
    const writer = open(true);
    expect(writer.countEverything().articles).toBe(0);
    const child = open();
    save(child, 0, 10);
    backUp(path, other);
    renameSync(other, path);
    isRefused(writer, /replaced/);
    expect(
      readdirSync(folder).filter((name) => /-wal\./.test(name) && statSync(join(folder, name)).size > 0),
    ).toHaveLength(1);
    closeAll();
    expect(countIn(path)).toBe(10);
  });
});

test('writing, and another process that puts the log into the file, is no change', () => {
  const { reader, writer } = serve();
  const third = new Database(path);
  third.pragma('wal_checkpoint(TRUNCATE)');
  third.close();
  save(writer, 50, 20);
  for (const store of [reader, writer]) store.check();
  expect(reader.countEverything().articles).toBe(50);
});
