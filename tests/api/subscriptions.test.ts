import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Client, createClient } from 'graphql-ws';
import { afterEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createServer, type ServerOptions } from '../../src/api/server.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const TOKEN = 'a-token-for-tests';
const NEW_ARTICLES = 'subscription { articleIngested { title url people(first: 5) { totalCount nodes { name } } } }';

const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

interface Served {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly store: Store;
  readonly path: string;
}

/** A server that listens, over a file of its own. */
async function serve(options: Partial<ServerOptions> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const path = join(folder, 'graph.db');
  const writable = openStore({ path });
  const store = openStore({ path, readonly: true });
  const writer = { ingest: (article: Parameters<typeof ingest>[1]) => ingest(writable, article), store: writable };
  const app = await createServer({
    store,
    writer,
    token: TOKEN,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 50_000,
    logs: false,
    ...options,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  open.push(async () => {
    await app.close();
    for (const each of [store, writable]) each.close();
    rmSync(folder, { recursive: true });
  });
  return { app, url: `${url}/graphql`, store, path };
}

function connect(url: string): Client {
  const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
  open.push(() => client.dispose());
  return client;
}

/** The answers of a subscription, from when the server listens: it answers a ping after the subscription. */
async function subscribe(client: Client, query = NEW_ARTICLES): Promise<() => Promise<unknown>> {
  const answers = client.iterate({ query });
  const taken: Promise<unknown>[] = [];
  const answered = new Promise<void>((resolve) => {
    client.on('pong', () => resolve());
    client.on('connected', (socket) => {
      if (socket instanceof WebSocket) setImmediate(() => socket.send(JSON.stringify({ type: 'ping' })));
    });
  });
  const first = answers.next();
  first.catch(() => {});
  taken.push(first);
  await answered;
  return () => taken.pop() ?? answers.next();
}

const ingested = z.object({ data: z.object({ ingestArticle: z.object({ status: z.string() }) }) });

async function post(url: string, text: string, address = 'https://news.example/ferry'): Promise<string> {
  const query = 'mutation($input: ArticleInput!) { ingestArticle(input: $input) { status } }';
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ query, variables: { input: { text, url: address, title: text.slice(0, 20) } } }),
  });
  return ingested.parse(await response.json()).data.ingestArticle.status;
}

const arrived = z.object({
  value: z.object({ data: z.object({ articleIngested: z.object({ title: z.string() }).loose() }) }),
});
const titleOf = async (answer: Promise<unknown>): Promise<string> =>
  arrived.parse(await answer).value.data.articleIngested.title;

const MASKED = expect.objectContaining({
  message: 'Something went wrong on the server.',
  extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) },
});

describe('articleIngested', () => {
  test('tells each new or changed article, and none that was there', async () => {
    const { url } = await serve();
    await post(url, 'Before anybody listened the mayor spoke.', 'https://news.example/before');
    const next = await subscribe(connect(url));
    expect(await post(url, 'Ingrid Solheim said that the ferry would sail.')).toBe('CREATED');
    expect(await next()).toEqual({
      value: {
        data: {
          articleIngested: {
            title: 'Ingrid Solheim said',
            url: 'https://news.example/ferry',
            people: { totalCount: 1, nodes: [{ name: 'Ingrid Solheim' }] },
          },
        },
      },
      done: false,
    });
    expect(await post(url, 'Ingrid Solheim said that the ferry would sail.')).toBe('UNCHANGED');
    expect(await post(url, 'Ida Krog denied it.')).toBe('UPDATED');
    expect(await titleOf(next())).toBe('Ida Krog denied it.');
  });

  test('tells of all articles in their order, however slowly one reads', async () => {
    const { url } = await serve();
    const [quick, slow] = [await subscribe(connect(url)), await subscribe(connect(url))];
    const titles = ['One ferry sailed.', 'Two ferries sailed.', 'Three ferries did.'];
    for (const [number, title] of titles.entries()) {
      await post(url, title, `https://news.example/${number}`);
      expect(await titleOf(quick())).toBe(title);
    }
    for (const title of titles) expect(await titleOf(slow())).toBe(title);
  });

  test('answers with errors of its fields like a query', async () => {
    const { url } = await serve();
    const next = await subscribe(
      connect(url),
      'subscription { articleIngested { title people(first: 5000) { totalCount nodes { id } } } }',
    );
    await post(url, 'Ida Krog opened the bridge.');
    expect(await next()).toMatchObject({
      value: {
        data: null,
        errors: [
          {
            message: '"first" must be from 0 to 100.',
            path: ['articleIngested', 'people'],
            extensions: { code: 'BAD_USER_INPUT' },
          },
        ],
      },
    });
  });

  test('tells of articles that another process has read in', async () => {
    const { url, path } = await serve();
    const next = await subscribe(connect(url));
    const other = openStore({ path });
    open.push(() => other.close());
    ingest(other, {
      text: 'The other process wrote this.',
      title: 'Elsewhere',
      url: null,
      publisher: null,
      authors: [],
      publishedAt: null,
      language: 'en',
    });
    expect(await titleOf(next())).toBe('Elsewhere');
  });

  test('ends for the client that leaves, and goes on for the other', async () => {
    const { url, app } = await serve();
    const [leaver, stayer] = [connect(url), connect(url)];
    await subscribe(leaver);
    const next = await subscribe(stayer);
    const left = new Promise((resolve) => [...app.websocketServer.clients][0]?.once('close', resolve));
    await leaver.dispose();
    await left;
    await post(url, 'Ida Krog opened the bridge.');
    expect(await titleOf(next())).toBe('Ida Krog opened the');
  });

  test('is counted: what runs, what ran, and its answers', async () => {
    const { url } = await serve();
    const figures = async (): Promise<string[]> =>
      (await (await fetch(url.replace('/graphql', '/metrics'))).text())
        .split('\n')
        .filter((line) => line.startsWith('dateline_subscription'));
    const client = connect(url);
    const next = await subscribe(client);
    await connect(url)
      .iterate({ query: 'subscription { articleIngeste { id } }' })
      .next()
      .catch(() => {});
    await post(url, 'Ida Krog opened the bridge.');
    await next();
    expect(await figures()).toEqual([
      'dateline_subscriptions_open{transport="websocket"} 1',
      'dateline_subscriptions_total{transport="websocket",outcome="STARTED"} 1',
      'dateline_subscriptions_total{transport="websocket",outcome="REFUSED"} 1',
      'dateline_subscription_answers_total{transport="websocket"} 1',
    ]);
    await client.dispose();
    await expect.poll(async () => (await figures())[0]).toBe('dateline_subscriptions_open{transport="websocket"} 0');
  });

  test('does not run like a query', async () => {
    const { url } = await serve();
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: NEW_ARTICLES }),
    });
    expect(await response.json()).toMatchObject({
      errors: [{ message: 'A subscription has more than one answer.', extensions: { code: 'BAD_USER_INPUT' } }],
    });
  });
});

describe('a subscription is refused', () => {
  const bomb = (depth: number): string =>
    `subscription {
      articleIngested { ${'people { nodes { articles { nodes { '.repeat(depth)} id ${'} } } } '.repeat(depth)} } }`;

  test.each([
    ['that is no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED', 'Syntax Error'],
    [
      'with too many tokens',
      `subscription { articleIngested { ${'id '.repeat(4_100)} } }`,
      'GRAPHQL_PARSE_FAILED',
      'tokens',
    ],
    [
      'that the schema does not have',
      'subscription { articleIngeste { id } }',
      'GRAPHQL_VALIDATION_FAILED',
      'Cannot query field',
    ],
    ['that is too deep', bomb(5), 'DEPTH_LIMIT', 'levels deep'],
    [
      'with too many aliases',
      `subscription { articleIngested { ${Array.from({ length: 60 }, (_, at) => `a${at}: id`).join(' ')} } }`,
      'GRAPHQL_VALIDATION_FAILED',
      'aliases',
    ],
    [
      'that costs too much',
      `subscription { articleIngested { people(first: 100) {
        nodes { statements(first: 100) { nodes { speakers { statements(first: 100) { nodes { text } } } } } } } } }`,
      'COST_LIMIT',
      'may cost',
    ],
    ['of the schema', 'subscription { __schema { types { name } } }', 'GRAPHQL_VALIDATION_FAILED', 'introspection'],
    ['that is a query', '{ statistics { articles } }', 'BAD_REQUEST', 'by POST'],
    [
      'that is a mutation',
      'mutation { deleteArticle(id: "art_AAAAAAAAAAAAAAAA") { deletedId } }',
      'BAD_REQUEST',
      'by POST',
    ],
    [
      'without its variable',
      'subscription($first: Int!) { articleIngested { people(first: $first) { totalCount } } }',
      'BAD_USER_INPUT',
      '$first',
    ],
  ])('%s', async (_name, query, code, message) => {
    const { url } = await serve();
    const errors: unknown = await connect(url)
      .iterate({ query })
      .next()
      .then(
        ({ value }) => (value && 'errors' in value ? value.errors : value),
        (thrown: unknown) => thrown,
      );
    expect(errors).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ message: expect.stringContaining(message), extensions: { code } }),
      ]),
    );
  });

  test('that hints at names, in production', async () => {
    const { url } = await serve({ isProduction: true });
    const errors: unknown = await connect(url)
      .iterate({ query: 'subscription { articleIngeste { id } }' })
      .next()
      .catch((thrown: unknown) => thrown);
    expect(JSON.stringify(errors)).toContain('Cannot query field');
    expect(JSON.stringify(errors)).not.toContain('Did you mean');
  });

  test('on a connection that has ten', async () => {
    const { url } = await serve();
    const client = createClient({
      url: url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      lazy: false,
    });
    open.push(() => client.dispose());
    for (let count = 0; count < 10; count += 1)
      client
        .iterate({ query: NEW_ARTICLES })
        .next()
        .catch(() => {});
    await expect(client.iterate({ query: NEW_ARTICLES }).next()).rejects.toEqual([
      { message: 'More than 10 subscriptions on one connection.', extensions: { code: 'BAD_REQUEST' } },
    ]);
  });
});

test('what breaks in the server is masked', async () => {
  const { url, store } = await serve();
  const next = await subscribe(connect(url));
  store.close();
  await post(url, 'Ida Krog opened the bridge.').catch(() => {});
  await expect(next()).rejects.toEqual([MASKED]);
  await expect(connect(url).iterate({ query: NEW_ARTICLES }).next()).resolves.toMatchObject({
    value: { errors: [MASKED] },
  });
});

test.each([
  ['any origin, where all may', true, 'https://other.example', 101],
  ['an origin that may', ['https://news.example'], 'https://news.example', 101],
  ['another origin', ['https://news.example'], 'https://other.example', 403],
  ['no browser', ['https://news.example'], undefined, 101],
] as const)('a connection from %s', async (_name, corsOrigins, origin, status) => {
  const { url } = await serve({ corsOrigins });
  const socket = new WebSocket(
    url.replace('http', 'ws'),
    'graphql-transport-ws',
    origin === undefined ? {} : { origin },
  );
  socket.on('error', () => {});
  open.push(() => socket.terminate());
  const answered = await new Promise<number | undefined>((resolve) => {
    socket.once('upgrade', (response) => resolve(response.statusCode));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
  expect(answered).toBe(status);
});

/** The status that a connection from an address is answered with, told by a proxy. */
function knock(url: string, address: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws', {
      headers: { 'x-forwarded-for': address },
    });
    open.push(() => socket.terminate());
    socket.on('error', () => {});
    socket.once('open', () => resolve(101));
    socket.once('unexpected-response', (_request, response) => resolve(response.statusCode));
  });
}

test('more connections than the server takes, or than one client may have, are refused', async () => {
  const { url, app } = await serve({ proxies: 1 });
  const many = (count: number, place: (number: number) => string): Promise<(number | undefined)[]> =>
    Promise.all(Array.from({ length: count }, (_, number) => knock(url, place(number))));
  expect(new Set(await many(10, () => '203.0.113.1'))).toEqual(new Set([101]));
  expect(await knock(url, '203.0.113.1')).toBe(429);
  expect(new Set(await many(190, (number) => `198.51.100.${number % 19}`))).toEqual(new Set([101]));
  expect(await knock(url, '192.0.2.1')).toBe(503);
  const left = new Promise((resolve) => [...app.websocketServer.clients][0]?.once('close', resolve));
  [...app.websocketServer.clients][0]?.terminate();
  await left;
  expect(await knock(url, '203.0.113.1')).toBe(101);
});

test.each([
  ['a message that is none', '{"type":"nonsense"}', 4400],
  [
    'a subscription before the greeting',
    '{"type":"subscribe","id":"1","payload":{"query":"subscription { articleIngested { id } }"}}',
    4401,
  ],
  ['a message that is too large', `{"type":"ping","payload":{"x":"${'x'.repeat(70_000)}"}}`, 1009],
])('a connection is closed for %s', async (_name, message, code) => {
  const { url } = await serve();
  const socket = new WebSocket(url.replace('http', 'ws'), 'graphql-transport-ws');
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(message);
  expect(await closed).toBe(code);
});

test('closing the server ends the subscriptions', async () => {
  const { url, app } = await serve();
  const client = connect(url);
  const closed = new Promise<unknown>((resolve) => client.on('closed', resolve));
  const next = await subscribe(client);
  await app.close();
  expect(await closed).toMatchObject({ code: 1001, reason: 'The server is closing.' });
  await next().catch(() => {});
});
