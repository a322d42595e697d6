import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { bridgeText } from './bridges.ts';
import { callDateline, runDateline, spawnDateline, waitForEnd } from './dateline.ts';

let folder = '';
let database = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
  database = join(folder, 'deep', 'news.db');
});

afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, content);
  return path;
};
const ingest = (args: readonly string[]) => callDateline(['ingest', ...args], { DATELINE_DB: database });
const titles = (): unknown[] => query('SELECT title FROM articles ORDER BY title').map((row) => row['title']);

function query(sql: string): Record<string, unknown>[] {
  const file = new Database(database, { readonly: true });
  try {
    return file.prepare<[], Record<string, unknown>>(sql).all();
  } finally {
    file.close();
  }
}

const article = (
  title: string,
  text = `Mayor Ida Krog said on Monday that ${title.toLowerCase()} would wait.`,
): string => `---\ntitle: ${title}\npublishedAt: 2024-02-06\n---\n${text}\n`;

describe('what ingest takes', () => {
  test('files, folders and what is below them, one line an article and a summary', async () => {
    const single = put('one.txt', article('The bridge'));
    put('more/two.md', article('The tunnel'));
    put(
      'more/deeper/three.json',
      JSON.stringify({ title: 'The ferry', text: 'The ferry of Aldwick will sail again, Ida Krog said.' }),
    );
    put(
      'more/four.jsonl',
      ['The quay', 'The pier'].map((title) => JSON.stringify({ title, text: `${title} opened on Friday.` })).join('\n'),
    );
    put('more/picture.png', Uint8Array.of(0x89, 0x50));
    const { status, stdout, stderr } = await ingest([single, join(folder, 'more')]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const lines = stdout.trimEnd().split('\n');
    expect(lines.slice(0, -1).every((line) => line.startsWith('created '))).toBe(true);
    expect(lines.at(-1)).toBe('5 created, 0 updated, 0 unchanged, 0 failed');
    expect(titles()).toEqual(['The bridge', 'The ferry', 'The pier', 'The quay', 'The tunnel']);
  });

  test('standard input, where the first sentence stands for a title', () => {
    const text = 'Mayor Ida Krog opened the bridge on Monday. The tunnel will wait.';
    expect(runDateline(['ingest', '-'], { DATELINE_DB: database }, text).status).toBe(0);
    expect(titles()).toEqual(['Mayor Ida Krog opened the bridge on Monday.']);
  });

  test.each([
    [
      'a headline of five words',
      'Soldiers seize power in Gabon\n\nLIBREVILLE, Gabon (Reuters) - Army officers seized power on Wednesday.',
      'Soldiers seize power in Gabon',
    ],
    [
      'no dateline, however long',
      'LIBREVILLE, Gabon, Aug 30 (Reuters) -\n\nArmy officers seized power on Wednesday.',
      'Army officers seized power on Wednesday.',
    ],
    [
      'no byline',
      'By Ingrid Solheim of the Aldwick Gazette\n\nThe ferry will sail again on Monday.',
      'The ferry will sail again on Monday.',
    ],
    [
      'a dateline with what it opens',
      'ALDWICK, England – The ferry will sail again on Monday.',
      'ALDWICK, England – The ferry will sail again on Monday.',
    ],
  ])('%s stands for a title', async (_name, text, title) => {
    expect((await ingest([put('untitled.txt', text)])).status).toBe(0);
    expect(titles()).toEqual([title]);
  });

  test('one JSON object an article for programs', async () => {
    const { status, stdout, stderr } = await ingest([
      '--json',
      put('one.txt', article('The bridge')),
      put('none.txt', ''),
      join(folder, 'missing.txt'),
    ]);
    expect(status).toBe(1);
    const reports = stdout
      .trimEnd()
      .split('\n')
      .map((line): Record<string, unknown> => JSON.parse(line));
    expect(reports.map((report) => report['status']).sort()).toEqual(['CREATED', 'FAILED', 'FAILED']);
    expect(reports.find((report) => report['status'] === 'CREATED')).toMatchObject({
      id: expect.stringMatching(/^art_/),
      reason: null,
    });
    expect(stderr).toContain('1 created, 0 updated, 0 unchanged, 2 failed');
  });
});

test('what ingest will not take is named with its reason, and the rest goes on', async () => {
  const bad: readonly (readonly [path: string, reason: string])[] = [
    [put('empty.txt', ''), 'the file is empty'],
    [put('latin.txt', Uint8Array.of(0x43, 0x61, 0x66, 0xe9)), 'not UTF-8'],
    [put('open.txt', '---\ntitle: Ice\nThe harbour froze.'), 'broken front matter'],
    [put('yaml.txt', '---\ntitle: "Ice\n---\nThe harbour froze.'), 'broken front matter'],
    [put('date.txt', '---\npublishedAt: someday\n---\nThe harbour froze.'), 'publishedAt: must be a day'],
    [put('bare.txt', '---\ntitle: Ice\n---\n'), 'no text'],
    [put('page.txt', '<!DOCTYPE html>\n<html><body>The harbour froze.</body></html>'), 'a page of HTML'],
    [put('picture.txt', Uint8Array.of(0x50, 0x4e, 0x47, 0x00, 0x01)), 'no text'],
    [put('numbers.json', '[7, 8]'), 'article 1: an article must be an object'],
    [put('title.json', '{"title": 7, "text": "The harbour froze."}'), 'title: must be a text'],
    [put('authors.json', '{"authors": [7], "text": "The harbour froze."}'), 'authors.0: must be a name'],
    [put('empty/readme', 'nothing').replace('/readme', ''), 'there are no articles in it'],
    [put('broken.json', '{"text": "The harbour'), 'not JSON'],
    [put('long.txt', 'The harbour froze. '.repeat(110)), 'the text of 2090 bytes is larger than the 2000 allowed'],
    [join(folder, 'nowhere.txt'), 'no such file or folder'],
  ];
  const paths = [...bad.map(([path]) => path), put('good.txt', article('The bridge'))];
  const { status, stdout, stderr } = await callDateline(['ingest', ...paths], {
    DATELINE_DB: database,
    DATELINE_MAX_BYTES: '2000',
  });
  expect(status).toBe(1);
  for (const [path, reason] of bad) expect(stderr.split('\n').find((line) => line.includes(path))).toContain(reason);
  expect(stdout).toContain('1 created, 0 updated, 0 unchanged, 16 failed');
  expect(titles()).toEqual(['The bridge']);
});

test('ingesting again changes nothing, but another text at the same url replaces the article', async () => {
  const path = put(
    'one.json',
    JSON.stringify({
      url: 'https://news.example/1',
      title: 'The bridge',
      text: 'Ida Krog said that the bridge would wait.',
    }),
  );
  await ingest([path]);
  const before = query('SELECT * FROM articles');
  expect(await ingest([path])).toMatchObject({
    status: 0,
    stdout: `unchanged ${path}\n0 created, 0 updated, 1 unchanged, 0 failed\n`,
  });
  expect(query('SELECT * FROM articles')).toEqual(before);
  put(
    'one.json',
    JSON.stringify({
      url: 'https://news.example/1',
      title: 'The bridge',
      text: 'Tor Vang said that the bridge would open.',
    }),
  );
  expect((await ingest([path])).stdout).toContain('0 created, 1 updated');
  expect(query('SELECT id FROM articles')).toEqual(before.map(({ id }) => ({ id })));
  expect(query("SELECT name FROM actors WHERE type = 'PERSON'")).toEqual([{ name: 'Tor Vang' }]);
});

test('killed in the middle, the file is sound and holds whole articles only; a second run completes it', async () => {
  const lines = Array.from({ length: 100 }, (_, number) =>
    JSON.stringify({
      title: `Bridge ${number}`,
      publishedAt: '2024-02-06',
      text: `${bridgeText(number)} `.repeat(2),
    }),
  );
  const path = put('many.jsonl', lines.join('\n'));
  const child = spawnDateline(['ingest', path], { DATELINE_DB: database });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (printed.split('\n').length > 10) child.kill('SIGKILL');
  });
  expect(await waitForEnd(child)).toMatchObject({ signal: 'SIGKILL' });

  const contents = (): unknown[] =>
    query(
      `SELECT DISTINCT (SELECT count(*) FROM statements s WHERE s.article_id = a.id) AS statements,
        (SELECT count(*) FROM events e WHERE e.article_id = a.id) AS events,
        (SELECT count(*) FROM entities n WHERE n.article_id = a.id) AS entities FROM articles a`,
    );
  expect(query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(query('PRAGMA foreign_key_check')).toEqual([]);
  const partial = titles().length;
  expect(partial).toBeGreaterThanOrEqual(10);
  expect(partial).toBeLessThan(100);
  expect(contents()).toEqual([{ statements: 4, events: expect.any(Number), entities: 4 }]);

  const { status, stdout } = await ingest([path]);
  expect(status).toBe(0);
  expect(stdout).toContain(`${100 - partial} created, 0 updated, ${partial} unchanged, 0 failed`);
  expect(titles()).toHaveLength(100);
  expect(contents()).toHaveLength(1);
});

test('a database that cannot be is named in one sentence', async () => {
  const path = put('one.txt', article('The bridge'));
  expect(await callDateline(['ingest', path], { DATELINE_DB: join(path, 'news.db') })).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringMatching(/^.*news\.db cannot be opened\.\n.*\n$/),
  });
});
