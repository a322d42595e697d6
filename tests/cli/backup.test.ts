import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runDateline, spawnDateline, waitForEnd } from './dateline.ts';

const TOKEN = 'a-token-for-tests';
let folder = '';
let path = '';
let saved = '';
const open: (() => Promise<unknown>)[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'));
  [path, saved] = [join(folder, 'news.db'), join(folder, 'saved.db')];
});
afterEach(async () => {
  for (const stop of open.splice(0)) await stop();
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) => runDateline(args, { DATELINE_DB: path });
const text = (number: number): string =>
  `ALDWICK, England – Ida Krog met Tor Vang on Monday to talk about bridge ${number}. “We shall build it,” Krog said. Vang warned that it would cost ${number + 2} million.`;
const lines = (first: number, count: number): string =>
  Array.from({ length: count }, (_, place) =>
    JSON.stringify({
      url: `https://news.example/${first + place}`,
      title: `Bridge ${first + place}`,
      publishedAt: '2024-02-06',
      text: text(first + place),
    }),
  ).join('\n');

function put(first: number, count: number): string {
  const at = join(folder, `articles-${first}.jsonl`);
  writeFileSync(at, lines(first, count));
  return at;
}

/** A server over the file that may be written, once it serves. */
async function serve(): Promise<{
  ask: (query: string, variables?: object) => Promise<Record<string, unknown>>;
  ready: () => Promise<number>;
  stop: () => Promise<unknown>;
}> {
  const child = spawnDateline(['start'], {
    DATELINE_DB: path,
    DATELINE_SEEDS: join(folder, 'none'),
    DATELINE_TOKEN: TOKEN,
    PORT: '0',
  });
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    return waitForEnd(child);
  };
  open.push(stop);
  let url = '';
  for await (const printed of createInterface({ input: child.stdout })) {
    url = /serves (\S+)\/graphql/.exec(printed)?.[1] ?? '';
    if (url !== '') break;
  }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, connection: 'close' };
  return {
    ask: async (query, variables = {}) =>
      JSON.parse(
        await (
          await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
        ).text(),
      ),
    ready: async () => (await fetch(`${url}/readyz`, { headers: { connection: 'close' } })).status,
    stop,
  };
}

/** Every row of every table of a file that is whole, but for the stamp that each file has of its own. */
function rowsOf(at: string): Record<string, unknown[]> {
  const database = new Database(at);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const tables = database
      .prepare<[], { name: string }>(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'file_stamp' ORDER BY name",
      )
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        database
          .prepare<[], unknown>(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    );
  } finally {
    database.close();
  }
}

const INGEST = 'mutation($input: ArticleInput!) { ingestArticle(input: $input) { status errors { message } } }';
const COUNT = '{ articles { totalCount } }';

describe('the drill: back up while it is served and written, lose the graph, restore', () => {
  test('every backup is one moment of the graph, and what is restored is the backup, row by row', async () => {
    expect(run('ingest', put(0, 10)).status).toBe(0);
    const server = await serve();
    const writer = spawnDateline(['ingest', put(100, 40)], { DATELINE_DB: path });
    writer.stdout.resume();
    const counts: number[] = [];
    do {
      const { status, stdout, stderr } = run('backup', '--force', saved);
      expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
      const rows = rowsOf(saved);
      counts.push(rows['articles']?.length ?? 0);
      expect(stdout).toContain(`${counts.at(-1)} articles`);
      // All articles say as much as each other.
      expect(rows['statements']?.length).toBe(2 * (counts.at(-1) ?? 0));
    } while (writer.exitCode === null && counts.length < 8);
    expect(counts).toEqual([...counts].sort((left, right) => left - right));
    expect((await waitForEnd(writer)).code).toBe(0);

    expect(await server.ask(INGEST, { input: { url: 'https://news.example/last', text: text(999) } })).toEqual({
      data: { ingestArticle: { status: 'CREATED', errors: [] } },
    });
    expect(run('backup', '--force', saved).status).toBe(0);
    const whole = rowsOf(saved);
    expect(whole['articles']).toHaveLength(51);
    await server.ask(INGEST, { input: { url: 'https://news.example/later', text: text(1000) } });

    expect(run('restore', saved)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: `${path} is open: a server or another process uses it.\nStop it first.\n`,
    });
    expect(await server.stop()).toEqual({ code: 0, signal: null });
    const before = rowsOf(path);
    expect(before['articles']).toHaveLength(52);
    writeFileSync(`${path}-wal`, 'a log that somebody left');
    const { status, stdout, stderr } = run('restore', saved);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const kept = /kept in (.*)\n$/.exec(stdout)?.[1] ?? '';
    expect(rowsOf(path)).toEqual(whole);
    expect(rowsOf(kept)).toEqual(before);
    const again = await serve();
    expect(await again.ask(COUNT)).toEqual({ data: { articles: { totalCount: 51 } } });
    expect(await again.ready()).toBe(200);
  }, 180_000);

  test('a graph that is lost or damaged is restored all the same', () => {
    run('ingest', put(0, 5));
    run('backup', saved);
    const whole = rowsOf(saved);
    rmSync(path);
    expect(run('restore', saved)).toMatchObject({ status: 0, stderr: '' });
    expect(rowsOf(path)).toEqual(whole);
    for (const damage of [
      'no database at all',
      '',
      Buffer.concat([readFileSync(saved).subarray(0, 4096), Buffer.alloc(20_000, 0x5a)]),
    ]) {
      writeFileSync(path, damage);
      expect(run('restore', saved)).toMatchObject({
        status: 0,
        stderr: '',
        stdout: expect.stringContaining('kept in'),
      });
      expect(rowsOf(path)).toEqual(whole);
    }
  }, 60_000);
});

test('a file that is replaced under a server makes it unready, and it writes nothing more', async () => {
  run('ingest', put(0, 5));
  run('backup', saved);
  const server = await serve();
  await server.ask(INGEST, { input: { url: 'https://news.example/more', text: text(7) } });
  expect(await server.ready()).toBe(200);
  renameSync(saved, path);
  expect(await server.ready()).toBe(503);
  const refused = JSON.stringify(
    await server.ask(INGEST, { input: { url: 'https://news.example/lost', text: text(8) } }),
  );
  expect(refused).toContain('has been replaced by another file while it was open.');
  expect(await server.stop()).toEqual({ code: 0, signal: null });
  const again = await serve();
  expect(await again.ask(COUNT)).toEqual({ data: { articles: { totalCount: 5 } } });
  expect(await again.ready()).toBe(200);
  await again.stop();
  expect(rowsOf(path)['articles']).toHaveLength(5);
});

describe('backup', () => {
  test('makes one file that is ours, and leaves nothing else', () => {
    run('ingest', put(0, 3));
    expect(run('backup', saved).stdout).toBe(
      `${saved} holds the graph of ${path}: 3 articles, ${statSync(saved).size} bytes\n`,
    );
    expect(readdirSync(folder).filter((name) => name.includes('saved') || name.includes('draft'))).toEqual([
      'saved.db',
    ]);
    expect(runDateline(['ingest', put(3, 1)], { DATELINE_DB: saved }).status).toBe(0);
  });

  test('refuses to write over what is there, and what is no file', () => {
    run('ingest', put(0, 1));
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
      expect(run('backup', ...args)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(words) });
    expect(readFileSync(saved, 'utf8')).toBe('mine');
    expect(readdirSync(folder).filter((name) => name.includes('draft'))).toEqual([]);
  });

  test('of nothing, and of what is not ours, is refused', () => {
    expect(run('backup', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^There is no graph in .*news\.db\.\n.*\n$/),
    });
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text)');
    other.close();
    const bytes = readFileSync(path);
    expect(run('backup', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is the database of another application.'),
    });
    expect(run('restore', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('There is no backup in'),
    });
    expect([existsSync(saved), readFileSync(path).equals(bytes)]).toEqual([false, true]);
  });
});

describe('restore', () => {
  test('of what is no backup is refused, and the graph stays as it is', () => {
    run('ingest', put(0, 5));
    const whole = join(folder, 'whole.db');
    run('backup', whole);
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
      expect(run('restore', saved)).toMatchObject({ status: 1, stdout: '', stderr: expect.stringMatching(words) });
    }
    expect(run('restore', '')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/^The name of the file is empty\.\n.*\n$/),
    });
    expect(run('restore', path)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is the database itself'),
    });
    expect(rowsOf(path)).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.startsWith('news.db') || name.includes('draft'))).toEqual([
      'news.db',
    ]);
  });

  test("another application's database is not replaced", () => {
    run('ingest', put(0, 2));
    run('backup', saved);
    rmSync(path);
    const other = new Database(path);
    other.exec('CREATE TABLE notes (text)');
    other.close();
    const bytes = readFileSync(path);
    expect(run('restore', saved)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('is the database of another application.'),
    });
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test('of a copy that was made by hand takes its log along, and leaves both as they are', () => {
    run('ingest', put(0, 2));
    const live = new Database(path);
    live.exec("UPDATE articles SET title = 'in the log'");
    for (const end of ['', '-wal']) copyFileSync(`${path}${end}`, `${saved}${end}`);
    live.close();
    expect(run('restore', saved).status).toBe(0);
    expect(rowsOf(path)['articles']?.every((row) => String(row).includes('in the log'))).toBe(true);
  });
});
