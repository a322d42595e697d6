import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { SETTINGS } from '../../src/cli/settings.ts';
import { readFixtures } from '../api/articles.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const main = join(root, 'dist', 'cli', 'main.js');
let folder: string;

beforeAll(() => {
  execFileSync(process.execPath, [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'], { cwd: root });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly errors: string;
}

function environment(settings: Record<string, string> = {}): NodeJS.ProcessEnv {
  return { ...process.env, NODE_ENV: 'test', DATELINE_DB: join(folder, 'graph.db'), ...settings };
}

function run(args: readonly string[], input = '', settings: Record<string, string> = {}): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], { input, env: environment(settings), encoding: 'utf8' });
  return { status, out: stdout, errors: stderr };
}

const write = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

describe('extract', () => {
  test('answers each line in order, counts in the text as given, and stores nothing', () => {
    const text = '  “It is over,” Jane Roe said.';
    const { status, out } = run(['extract'], `${JSON.stringify({ id: 'a', text })}\n${JSON.stringify({ id: 'b', text: 'Nothing here.' })}\n`);
    const [first, second] = out.trim().split('\n').map((line) => JSON.parse(line));
    expect([status, first.id, second.id]).toEqual([0, 'a', 'b']);
    const [statement] = first.statements;
    expect(text.slice(statement.content[0].start, statement.content[0].end)).toBe('“It is over,”');
    expect(statement).toMatchObject({ kind: 'DIRECT', act: 'SAY', speaker: { name: 'Jane Roe' }, addressee: null, via: null });
  });

  test('names a line that is wrong and goes on', () => {
    const { status, out, errors } = run(['extract'], 'nonsense\n{"id":1}\n{"id":2,"text":"Fine."}\n');
    expect(status).toBe(1);
    expect(errors).toMatch(/line 1: not JSON[\s\S]*line 2: text/);
    expect(out.trim().split('\n')).toHaveLength(1);
  });
});

describe('ingest', () => {
  test('takes files, folders and standard input; again changes nothing; a new text for a url replaces', () => {
    mkdirSync(join(folder, 'in'));
    copyFileSync(join(root, 'seeds', 'shoigu-in-tehran.txt'), join(folder, 'in', 'seed.txt'));
    const lines = write('two.jsonl', '{"text":"Jane Roe spoke in Oslo.","url":"https://example.org/a"}\n{"text":"Bob Stone left Paris."}\n');
    const first = run(['ingest', join(folder, 'in'), lines, '-'], 'Ann Lee arrived in Rome.');
    expect([first.status, first.out.trim().split('\n').at(-1)]).toEqual([0, '4 created, 0 updated, 0 unchanged, 0 failed']);
    const second = run(['ingest', '--json', join(folder, 'in'), lines]);
    expect(second.out.trim().split('\n').map((line) => JSON.parse(line).status)).toEqual(['UNCHANGED', 'UNCHANGED', 'UNCHANGED']);
    const changed = write('changed.json', '{"text":"Jane Roe spoke in Bergen.","url":"https://example.org/a"}');
    expect(run(['ingest', changed]).out).toContain('1 updated');
  });

  test('names each bad file with its reason, reads the rest, and fails', () => {
    const bad = [
      [write('empty.txt', ''), 'empty'],
      [write('latin.txt', Uint8Array.of(0x63, 0x61, 0x66, 0xe9)), 'UTF-8'],
      [write('open.txt', '---\ntitle: x\nno end'), 'front matter'],
      [write('yaml.txt', '---\ntitle: [a\n---\ntext'), 'front matter'],
      [write('date.txt', '---\npublishedAt: someday\n---\nSome text.'), 'publishedAt'],
      [write('blank.txt', '---\ntitle: x\n---\n  \n'), 'no text'],
      [write('large.txt', 'word '.repeat(1000)), 'more than'],
    ] as const;
    const good = write('good.txt', 'Ann Lee arrived in Rome.');
    const { status, errors, out } = run(['ingest', ...bad.map(([path]) => path), join(folder, 'missing.txt'), good], '', { DATELINE_MAX_BYTES: '2000' });
    expect(status).toBe(1);
    for (const [path, reason] of bad) expect(errors.split('\n').find((line) => line.includes(path))).toContain(reason);
    expect(out).toContain('1 created, 0 updated, 0 unchanged, 8 failed');
  });

  test('killed in the middle of a hundred articles, the file holds whole articles, and a second run completes it', async () => {
    const texts = readFixtures().map((article) => article.text);
    const lines = Array.from({ length: 100 }, (_, at) => JSON.stringify({ text: `Copy ${at}. ${texts[at % texts.length]}`, url: `https://example.org/${at}` }));
    const source = write('hundred.jsonl', `${lines.join('\n')}\n`);
    const child = spawn(process.execPath, [main, 'ingest', source], { env: environment() });
    let done = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      if (line.startsWith('created')) done += 1;
      if (done === 20) child.kill('SIGKILL');
    }
    await (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : null);
    const database = new Database(join(folder, 'graph.db'));
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    const whole = database.prepare('SELECT count(*) AS articles, (SELECT count(DISTINCT article_id) FROM entities) AS read FROM articles').get();
    database.close();
    expect(whole).toMatchObject({ articles: expect.any(Number) });
    const { status, out } = run(['ingest', source]);
    const [, created, unchanged] = /(\d+) created, 0 updated, (\d+) unchanged, 0 failed/.exec(out) ?? [];
    expect([status, Number(created) + Number(unchanged)]).toEqual([0, 100]);
    expect(Number(unchanged)).toBeGreaterThanOrEqual(20);
  }, 120_000);
});

describe('start', () => {
  test('serves the seeds and stops when told to', async () => {
    const child = spawn(process.execPath, [main, 'start'], { env: environment({ PORT: '0', DATELINE_SEEDS: join(root, 'seeds') }) });
    let url = '';
    for await (const line of createInterface({ input: child.stdout })) {
      url = /serves (\S+)/.exec(line)?.[1] ?? '';
      if (url !== '') break;
    }
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"query":"{ articles { nodes { dateline { name } } } }"}' });
    expect(await answer.json()).toEqual({ data: { articles: { nodes: [{ dateline: { name: 'Tehran' } }] } } });
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
  });

  test.each([
    ['PORT', 'none'],
    ['DATELINE_TOKEN', 'short'],
    ['DATELINE_MAX_BYTES', '-1'],
    ['NODE_ENV', 'prod'],
  ])('a wrong %s stops it with a sentence', (variable, value) => {
    const { status, errors } = run(['start'], '', { [variable]: value });
    expect(status).toBe(1);
    expect(errors).toContain(`${variable} must`);
  });

  test('a file that is no database is named', () => {
    const path = write('not.db', 'This is no database. '.repeat(100));
    const { status, errors } = run(['start'], '', { DATELINE_DB: path });
    expect([status, errors.includes('is not a Dateline database')]).toEqual([1, true]);
  });
});

describe('the README', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');

  test.each(Object.values(SETTINGS).map(({ variable }) => variable))('explains %s', (variable) => {
    expect(readme).toContain(`\`${variable}\``);
  });

  test.each(['start', 'ingest', 'extract', 'train', 'eval', 'bench', 'check', 'test', 'db:generate'])('names npm run %s', (script) => {
    expect(readme).toMatch(new RegExp(`npm (?:run (?:--silent )?)?${script}\\b`));
  });
});
