import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { APPLICATION_ID, findOwner } from '../../src/store/file-contents.ts';
import { openDatabase } from '../../src/store/opening.ts';
import { openStore, Store } from '../../src/store/store.ts';
import { buildArticle } from './reading-builder.ts';

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-file-'));
  path = join(folder, 'news.db');
});
afterEach(() => rmSync(folder, { recursive: true }));

const article = (number: number) =>
  buildArticle({
    url: `https://news.example/${number}`,
    text: `Anna Berg spoke on day ${number}.`,
    entities: [{ type: 'PERSON', name: 'Anna Berg' }],
  });
const MIGRATIONS = readMigrationFiles({ migrationsFolder: 'migrations' });

/** Makes a file as earlier versions did, with the first of the migrations and nothing in its header. */
function makeEarlier(count: number, at = path): Database.Database {
  const database = new Database(at);
  database.pragma('journal_mode = WAL');
  database.exec('CREATE TABLE __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)');
  for (const { sql, hash, folderMillis } of MIGRATIONS.slice(0, count)) {
    for (const statement of sql) database.exec(statement);
    database.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(hash, folderMillis);
  }
  return database;
}

function make(at: string, ...statements: readonly string[]): Database.Database {
  const database = new Database(at);
  for (const statement of statements) database.exec(statement);
  return database;
}

describe('a file of ours', () => {
  test('says so in its header from its first moment on', () => {
    const store = openStore({ path });
    const header = readFileSync(path);
    expect([header.readInt32BE(68), header.readInt32BE(60)]).toEqual([APPLICATION_ID, MIGRATIONS.length]);
    store.close();
  });

  test.each(['', 'empty', 'without tables', 'without tables in WAL mode'])(
    'is made where there is nothing: %s',
    (what) => {
      if (what === 'empty') writeFileSync(path, '');
      if (what.startsWith('without'))
        make(path, what.endsWith('mode') ? 'PRAGMA journal_mode = WAL' : 'VACUUM').close();
      const store = openStore({ path });
      expect(store.save(article(1)).status).toBe('CREATED');
      store.close();
      expect(findOwner(path)).toBe('DATELINE');
    },
  );

  test.each(MIGRATIONS.map((_, place) => place + 1))(
    'that an earlier version made with %i migrations is recognised, adopted and brought up to date',
    (count) => {
      makeEarlier(count).close();
      openStore({ path, readonly: true }).close();
      const store = openStore({ path });
      expect(store.save(article(1)).status).toBe('CREATED');
      store.close();
      const database = new Database(path);
      expect([
        database.pragma('application_id', { simple: true }),
        database.pragma('user_version', { simple: true }),
      ]).toEqual([APPLICATION_ID, MIGRATIONS.length]);
      expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
      database.close();
    },
  );

  test.each(['of an earlier version', 'of this version'])(
    '%s, whose tables stand in its log alone after a crash, is recognised',
    (version) => {
      const live = join(folder, 'live.db');
      const store = version === 'of this version' ? openStore({ path: live }) : null;
      const database = store ? new Database(live) : makeEarlier(1, live);
      store?.save(article(1));
      for (const end of ['', '-wal']) copyFileSync(`${live}${end}`, `${path}${end}`);
      store?.close();
      database.close();
      const again = openStore({ path });
      expect(again.countEverything().articles).toBe(store ? 1 : 0);
      again.close();
    },
  );

  test.each(['__drizzle_migrations', 'user_version'])('of a newer version is not touched: %s', (where) => {
    openStore({ path }).close();
    const database = new Database(path);
    if (where === 'user_version') database.pragma(`user_version = ${MIGRATIONS.length + 1}`);
    else
      database
        .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
        .run('later', 9_999_999_999_999);
    database.close();
    const before = statSync(path).mtimeMs;
    expect(() => openStore({ path })).toThrow(
      expect.objectContaining({ code: 'CONFLICT', message: expect.stringContaining('newer version') }),
    );
    expect(statSync(path).mtimeMs).toBe(before);
  });

  test('whose middle is damaged is named where it is read', () => {
    const store = openStore({ path });
    for (let number = 0; number < 40; number += 1) store.save(article(number));
    store.close();
    const bytes = readFileSync(path);
    writeFileSync(path, bytes.fill(0x5a, 8192, bytes.length));
    expect(() => {
      const damaged = openStore({ path });
      try {
        for (let number = 0; number < 40; number += 1) damaged.save(article(100 + number));
      } finally {
        damaged.close();
      }
    }).toThrow(expect.objectContaining({ name: 'DatelineError' }));
  });

  test('on a disk that is full is named as such, and holds what it held', () => {
    const sql = openDatabase({ path });
    const store = new Store(sql);
    store.save(article(1));
    const [before] = sql.all('PRAGMA page_count').map((row) => Number(row['page_count']));
    sql.get(`PRAGMA max_page_count = ${before}`);
    expect(() => {
      for (let number = 2; number < 40; number += 1) store.save(article(number));
    }).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        message: 'The disk of the database is full, so nothing was written.',
      }),
    );
    sql.get('PRAGMA max_page_count = 100000');
    const { articles } = store.countEverything();
    expect(store.save(article(50)).status).toBe('CREATED');
    expect(store.countEverything().articles).toBe(articles + 1);
    store.close();
  });

  test('answers a statement of any length, and as many different ones as are asked', () => {
    const sql = openDatabase({ path });
    for (const length of [10, 100_000, 10, 400_000])
      expect(sql.text(`SELECT '${'x'.repeat(length)}'`)).toHaveLength(length);
    for (let number = 0; number < 2_000; number += 1)
      expect(sql.get(`SELECT ${number} AS one, '${'x'.repeat(1_000)}' AS other`)?.['one']).toBe(number);
    sql.close();
  });

  test('that another process writes all the time is named as busy, not as broken', () => {
    const store = openStore({ path });
    const other = new Database(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.save(article(1))).toThrow(
      expect.objectContaining({
        code: 'CONFLICT',
        message: 'Another process is writing, and has not stopped in time.',
      }),
    );
    other.exec('ROLLBACK');
    other.close();
    store.close();
  });

  test('without a log is opened also while another process writes it as it is', async () => {
    openStore({ path }).close();
    const file = new Database(path);
    file.pragma('journal_mode = DELETE');
    const program = `const file = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 });
      for (let round = 0; round < 40; round += 1) {
        file.exec('BEGIN IMMEDIATE');
        file.pragma('user_version = ' + file.pragma('user_version', { simple: true }));
        if (round === 0) process.stdout.write('writing');
        for (const end = performance.now() + 5; performance.now() < end; );
        file.exec('COMMIT');
      }`;
    const other = spawn(process.execPath, ['-e', program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');
    const ended = once(other, 'exit');
    const store = openStore({ path });
    expect(store.save(article(1)).status).toBe('CREATED');
    store.close();
    file.close();
    expect(await ended).toEqual([0, null]);
  });

  test('leaves no log behind when it is closed', () => {
    const store = openStore({ path });
    store.save(article(1));
    store.close();
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});
