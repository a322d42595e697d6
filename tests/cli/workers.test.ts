import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createClient } from 'graphql-ws';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { spawnDateline, waitForEnd } from './dateline.ts';

const TOKEN = 'a-token-for-tests';
const WORKERS = 2;

/** What is to be closed when a test ends. */
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

interface Line {
  readonly worker?: number;
  readonly pid?: number;
  readonly msg?: string;
  readonly signal?: string;
}

interface Workers {
  readonly url: string;
  readonly probes: string | null;
  readonly lines: readonly Line[];
  /** The line that is wanted, as soon as it has been logged. */
  readonly logged: (wanted: (line: Line) => boolean) => Promise<Line>;
  /** Ends the workers, and takes away their graph; gives how the process that started them ended. */
  readonly stop: () => Promise<unknown>;
}

type Stop = Workers['stop'];

/**
 * A server of several workers, once all of them serve, with what it logs. `keep` is given at once what stops it, so
 * that it ends also where it never comes to serve.
 */
async function start(keep: (stop: Stop) => void, more: Readonly<Record<string, string>> = {}): Promise<Workers> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-workers-'));
  const child = spawnDateline(['start'], {
    DATELINE_DB: join(folder, 'news.db'),
    DATELINE_SEEDS: join(folder, 'none'),
    DATELINE_WORKERS: String(WORKERS),
    DATELINE_TOKEN: TOKEN,
    // A slow machine may need as long to start the processes that write.
    DATELINE_MAX_SECONDS: '120',
    PORT: '0',
    NODE_ENV: 'development',
    ...more,
  });
  const lines: Line[] = [];
  const waiting: { wanted: (line: Line) => boolean; resolve: (line: Line) => void }[] = [];
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    const end = await waitForEnd(child);
    rmSync(folder, { recursive: true, force: true });
    return end;
  };
  keep(stop);
  const logged = async (wanted: (line: Line) => boolean): Promise<Line> =>
    lines.find(wanted) ?? new Promise((resolve) => waiting.push({ wanted, resolve }));
  let probes: string | null = null;
  const url = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (printed) => {
      const origin = /serves (\S+)\/graphql/.exec(printed)?.[1];
      probes = /figures at (\S+)\/metrics/.exec(printed)?.[1] ?? probes;
      if (origin !== undefined) resolve(origin.replace('localhost', '127.0.0.1'));
      if (!printed.startsWith('{')) return;
      const line: Line = JSON.parse(printed);
      lines.push(line);
      for (const { wanted, resolve: answer } of waiting) if (wanted(line)) answer(line);
    });
  });
  return { url, probes, lines, logged, stop };
}

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query.
async function ask(url: string, query: string, variables: object = {}): Promise<any> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, connection: 'close' };
  return (
    await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  ).json();
}

const INGEST = 'mutation($input: ArticleInput!) { ingestArticle(input: $input) { status errors { message } } }';
const input = (number: number): object => ({
  url: `https://news.example/${number}`,
  text: `Mayor Ida Krog met Tor Vang on Monday to talk about bridge ${number}. “We shall build it,” Krog said.`,
});

test('the figures of all workers are told once, on a port of their own', async () => {
  const { url, probes, stop } = await start((end) => open.push(end), {
    NODE_ENV: 'production',
    DATELINE_METRICS_PORT: '0',
    DATELINE_METRICS_HOST: '127.0.0.1',
  });
  for (let number = 0; number < 6; number += 1) await ask(url, '{ __typename }');
  expect(await countRequests(probes ?? '')).toBe(6);
  expect(await (await fetch(`${probes}/metrics`)).text()).toContain(`dateline_workers ${WORKERS}`);
  for (const path of ['/healthz', '/readyz']) expect((await fetch(`${probes}${path}`)).status).toBe(200);
  expect((await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).status).toBe(404);
  expect(await stop()).toEqual({ code: 0, signal: null });
});

async function countRequests(url: string): Promise<number> {
  const figures = await (await fetch(`${url}/metrics`, { headers: { connection: 'close' } })).text();
  return Number(/^dateline_requests_total\{status="200"\} (\d+)$/m.exec(figures)?.[1]);
}

/** Those of some processes that are there. */
function running(pids: readonly number[]): number[] {
  const all = execFileSync('ps', ['-eo', 'pid'], { encoding: 'utf8' }).split('\n').map(Number);
  return pids.filter((pid) => all.includes(pid));
}

describe('the workers of one server, one test after the other', () => {
  let workers: Workers;
  let end: Stop = async () => null;
  beforeAll(async () => {
    workers = await start((stop) => {
      end = stop;
    });
  });
  afterAll(async () => void (await end()));

  test('several workers write one graph without losing anything, and count together', async () => {
    const { url, lines } = workers;
    const articles = Array.from({ length: 40 }, (_, number) => number);
    // Each twice: one of the two finds the other's.
    const answers = await Promise.all(
      [...articles, ...articles].map((number) => ask(url, INGEST, { input: input(number) })),
    );
    const statuses = answers.map((answer) => answer.data.ingestArticle.status);
    expect([
      statuses.filter((status) => status === 'CREATED').length,
      statuses.filter((status) => status === 'UNCHANGED').length,
    ]).toEqual([40, 40]);
    const { data } = await ask(
      url,
      '{ articles { totalCount } statements { totalCount } people { nodes { name articles { totalCount } } } }',
    );
    expect(data).toEqual({
      articles: { totalCount: 40 },
      statements: { totalCount: 40 },
      people: {
        nodes: [
          expect.objectContaining({ articles: { totalCount: 40 } }),
          expect.objectContaining({ articles: { totalCount: 40 } }),
        ],
      },
    });
    expect(new Set(lines.filter(({ msg }) => msg === 'request').map(({ worker }) => worker))).toEqual(new Set([1, 2]));
    for (let scrape = 0; scrape < WORKERS; scrape += 1) expect(await countRequests(url)).toBe(81);
  });

  test('subscribers of every worker hear of an article that one of them reads', async () => {
    const { url } = workers;
    const heard = Array.from({ length: 2 * WORKERS }, async (_, number) => {
      const client = createClient({
        url: `${url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        retryAttempts: 0,
      });
      open.push(() => client.dispose());
      const answers = client.iterate({ query: 'subscription { articleIngested { url } }' });
      // The server answers a ping after the subscription that was sent before it.
      const listens = new Promise<void>((resolve) => {
        client.on('pong', () => resolve());
        client.on('connected', (socket) => {
          if (socket instanceof WebSocket) setImmediate(() => socket.send(JSON.stringify({ type: 'ping' })));
        });
      });
      const first = answers.next();
      await listens;
      return { number, first };
    });
    const listeners = await Promise.all(heard);
    await ask(url, INGEST, { input: input(100) });
    for (const { first } of listeners)
      expect(await first).toMatchObject({ value: { data: { articleIngested: { url: 'https://news.example/100' } } } });
  });

  test('a worker that is killed is replaced, and nothing that it counted is forgotten', async () => {
    const { url, lines, logged } = workers;
    const before = await countRequests(url);
    for (let number = 0; number < 6; number += 1) await ask(url, '{ __typename }');
    expect(await countRequests(url)).toBe(before + 6);
    process.kill(lines.find(({ worker }) => worker === 1)?.pid ?? 0, 'SIGKILL');
    expect(await logged(({ msg }) => msg === 'a worker ended and is replaced')).toMatchObject({
      worker: 1,
      signal: 'SIGKILL',
    });
    await logged(({ worker, msg }) => worker === WORKERS + 1 && msg?.startsWith('Server listening') === true);
    for (let number = 0; number < 6; number += 1)
      expect(await ask(url, '{ __typename }')).toEqual({ data: { __typename: 'Query' } });
    expect(await countRequests(url)).toBe(before + 12);
  });

  test('told to stop, all workers end with the process that started them', async () => {
    const { lines, stop } = workers;
    // The line about a worker that has ended is the starting process's own.
    const pids = [...new Set(lines.flatMap(({ pid, msg }) => (msg?.startsWith('a worker ended') ? [] : (pid ?? []))))];
    expect(running(pids)).toHaveLength(WORKERS);
    expect(await stop()).toEqual({ code: 0, signal: null });
    expect(running(pids)).toEqual([]);
  });
});

test('what keeps the workers from serving is said once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-workers-'));
  open.push(() => rmSync(folder, { recursive: true }));
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  open.push(() => other.close());
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  const child = spawnDateline(['start'], {
    DATELINE_DB: join(folder, 'news.db'),
    DATELINE_SEEDS: join(folder, 'none'),
    DATELINE_WORKERS: '2',
    PORT: port,
    HOST: '127.0.0.1',
  });
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  expect((await waitForEnd(child)).code).toBe(1);
  expect(stderr).toMatch(new RegExp(`^Port ${port} of 127\\.0\\.0\\.1 is taken\\.\\n.*\\n$`));
});
