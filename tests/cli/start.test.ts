import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text as readText } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatelineError } from '../../src/errors.ts';
import { readSettings } from '../../src/cli/settings.ts';
import { runDateline, spawnDateline, waitForEnd } from './dateline.ts';

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('migrates, reads the seeds, serves, and stops when told to', async () => {
  const child = spawnDateline(['start'], { DATELINE_DB: join(folder, 'news.db'), DATELINE_SEEDS: seeds, PORT: '0' });
  let url = '';
  for await (const printed of createInterface({ input: child.stdout })) {
    url = /serves (\S+)/.exec(printed)?.[1] ?? '';
    if (url !== '') break;
  }
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"query":"{ articles { nodes { dateline { name } } } }"}',
  });
  expect(await answer.json()).toEqual({ data: { articles: { nodes: [{ dateline: { name: 'Tehran' } }] } } });
  child.kill('SIGTERM');
  expect(await waitForEnd(child)).toEqual({ code: 0, signal: null });
});

test('told to stop while it writes, it answers, and ends though the client keeps its connection', async () => {
  const token = 'only-for-this-test';
  const child = spawnDateline(['start'], {
    DATELINE_DB: join(folder, 'news.db'),
    DATELINE_SEEDS: join(folder, 'none'),
    DATELINE_TOKEN: token,
    // A slow machine may need as long to start the process that writes.
    DATELINE_MAX_SECONDS: '120',
    PORT: '0',
  });
  let url = '';
  for await (const printed of createInterface({ input: child.stdout })) {
    url = /serves (\S+)/.exec(printed)?.[1] ?? '';
    if (url !== '') break;
  }
  const agent = new Agent({ keepAlive: true });
  const text = 'Jane Roe told reporters in Oslo that the deal was dead. '.repeat(200);
  const sent = request(url, {
    method: 'POST',
    agent,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
  sent.end(
    JSON.stringify({
      query: 'mutation ($input: ArticleInput!) { ingestArticle(input: $input) { status } }',
      variables: { input: { text } },
    }),
  );
  const answered = once(sent, 'response');
  await once(sent, 'finish');
  // What was sent before is being done once this is answered.
  expect((await fetch(new URL('/healthz', url))).status).toBe(200);
  child.kill('SIGTERM');
  const [answer]: IncomingMessage[] = await answered;
  expect(answer && JSON.parse(await readText(answer))).toEqual({ data: { ingestArticle: { status: 'CREATED' } } });
  expect(await waitForEnd(child)).toEqual({ code: 0, signal: null });
  agent.destroy();
});

test('a port that is taken, and a file that is no database, are named in one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const child = spawnDateline(['start'], {
    DATELINE_DB: join(folder, 'news.db'),
    DATELINE_SEEDS: join(folder, 'none'),
    PORT: port,
    HOST: '127.0.0.1',
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  expect((await waitForEnd(child)).code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is taken\\.\\n.*\\n$`));
  other.close();

  const path = join(folder, 'not.db');
  writeFileSync(path, 'This is no database. '.repeat(100));
  expect(runDateline(['start'], { DATELINE_DB: path })).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/^.*not\.db is not a Dateline database\.\n.*\n$/),
  });
});

test('a wrong setting stops every command that has settings', () => {
  expect(runDateline(['start'], { PORT: 'none' })).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('PORT must be a port from 0 to 65535.'),
  });
});

test.each([
  ['PORT', '70000'],
  ['PORT', '4000.5'],
  ['DATELINE_TOKEN', 'short'],
  ['DATELINE_TOKEN', 'two words here'],
  ['DATELINE_MAX_BYTES', '-1'],
  ['DATELINE_CORS', 'example.org'],
  ['DATELINE_RATE_LIMIT', '-1'],
  ['DATELINE_RATE_LIMIT', 'many'],
  ['DATELINE_MAX_SECONDS', '0'],
  ['DATELINE_PROXIES', 'all'],
  ['NODE_ENV', 'prod'],
])('%s=%s is refused by name', (variable, value) => {
  const refused = (): unknown => readSettings({ [variable]: value });
  expect(refused).toThrow(DatelineError);
  expect(refused).toThrow(new RegExp(`^${variable} must `));
});

test('what is left blank has its default', () => {
  expect(readSettings({ PORT: ' ', DATELINE_TOKEN: '' })).toEqual(readSettings({}));
});
