import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { putGraph } from '../graphs.ts';
import { makePlace, rowsOf } from './backup-place.ts';
import { putBridges, readBridges } from './bridges.ts';
import { callDateline } from './dateline.ts';

describe('backup', () => {
  test('makes one file that is ours, and leaves nothing else', async () => {
    const { folder, path, saved, run } = makePlace();
    putGraph(readBridges(0, 3), path);
    expect((await run('backup', saved)).stdout).toBe(
      `${saved} holds the graph of ${path}: 3 articles, ${statSync(saved).size} bytes\n`,
    );
    expect(readdirSync(folder).filter((name) => name.includes('saved') || name.includes('draft'))).toEqual([
      'saved.db',
    ]);
    const more = join(folder, 'more.jsonl');
    putBridges(more, 3, 1);
    expect((await callDateline(['ingest', more], { DATELINE_DB: saved })).status).toBe(0);
  });

  test('refuses to write over what is there, and what is no file', async () => {
    const { folder, path, saved, run } = makePlace();
    putGraph(readBridges(0, 1), path);
    writeFileSync(saved, 'mine');
    const used = join(folder, 'used.db');
    writeFileSync(`${used}-wal`, 'log');
    const cases: readonly (readonly [args: readonly string[], words: RegExp])[] = [
      [[saved], /^.*saved\.db is there already\.\n.*--force.*\n$/],
      [['--force', path], /^.*news\.db is the database itself\.\n.*\n$/],
      [[''], /^The name of the file is empty\.\n.*\n$/],
      [[':memory:'], /^:memory: is no file\.\n.*\n$/],
      [[folder], /is a folder\.\n.*\n$/],
      [['--force', '/dev/null'], /is a device, a pipe or a socket\.\n.*\n$/],
      [[join(folder, 'none', 'saved.db')], /^There is no folder .*none\.\n.*\n$/],
      [['--force', used], /^.*used\.db-wal lies there: .*\n.*\n$/],
    ];
    for (const [args, words] of cases)
      expect(await run('backup', ...args)).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(words),
      });
    expect(readFileSync(saved, 'utf8')).toBe('mine');
    expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([]);
  });

  test('of nothing, and of what is not ours, is refused', async () => {
    const { path, saved, run } = makePlace();
    expect(await run('backup', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^There is no graph in .*news\.db\.\n.*\n$/),
    });
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text)');
    other.close();
    const bytes = readFileSync(path);
    expect(await run('backup', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is the database of another application.'),
    });
    expect(await run('restore', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no backup in'),
    });
    expect([existsSync(saved), readFileSync(path).equals(bytes)]).toEqual([false, true]);
  });
});

describe('restore', () => {
  test('of what is no backup is refused, and the graph stays as it is', async () => {
    const { folder, path, saved, run } = makePlace();
    putGraph(readBridges(0, 5), path);
    const whole = join(folder, 'whole.db');
    await run('backup', whole);
    const before = rowsOf(path);
    const cases: readonly (readonly [make: () => void, words: RegExp])[] = [
      [() => undefined, /^There is no backup in .*saved\.db\.\n.*\n$/],
      [
        () => writeFileSync(saved, 'a text, and nothing but a text. '.repeat(20)),
        /saved\.db is no backup\.\nName a file that .*\n$/,
      ],
      [
        () => writeFileSync(saved, readFileSync(whole).fill(0x5a, 20_000, 60_000)),
        /saved\.db is damaged.*\nTake an earlier backup\.\n$/,
      ],
      [
        () => writeFileSync(saved, readFileSync(whole).subarray(0, 60_000)),
        /saved\.db is damaged.*\nTake an earlier backup\.\n$/,
      ],
      [() => mkdirSync(saved), /saved\.db is a folder\.\n.*\n$/],
    ];
    for (const [make, words] of cases) {
      rmSync(saved, { force: true });
      make();
      expect(await run('restore', saved)).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(words),
      });
    }
    expect(await run('restore', '')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^The name of the file is empty\.\n.*\n$/),
    });
    expect(await run('restore', path)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is the database itself'),
    });
    expect(rowsOf(path)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('news.db') || name.includes('draft'))).toEqual([
      'news.db',
    ]);
  });

  test("another application's database is not replaced", async () => {
    const { path, saved, run } = makePlace();
    putGraph(readBridges(0, 2), path);
    await run('backup', saved);
    rmSync(path);
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text)');
    other.close();
    const bytes = readFileSync(path);
    expect(await run('restore', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is the database of another application.'),
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('of a copy that was made by hand takes its log along, and leaves both as they are', async () => {
    const { path, saved, run } = makePlace();
    putGraph(readBridges(0, 2), path);
    const live = new Database(path);
    live.exec("UPDATE articles SET title = 'in the log'");
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${saved}${end}`);
    live.close();
    expect((await run('restore', saved)).status).toBe(0);
    expect(rowsOf(path)['articles']?.every((row) => String(row).includes('in the log'))).toBe(true);
  });
});
