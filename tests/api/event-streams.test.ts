import { onTestFinished, expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { type LiveServer, serve } from './live-server.ts';

const NEW_ARTICLES = 'subscription News { articleIngested { title people(first: 5) { nodes { name } } } }';
const INGEST =
  'mutation($text: String!, $url: URL) { ingestArticle(input: { text: $text, title: $text, url: $url }) { status } }';

interface Event {
  readonly event: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query.
  readonly data: any;
}

interface Stream {
  readonly response: Response;
  /** The next event; null at the end. */
  next(): Promise<Event | null>;
  leave(): void;
}

/** Opens a stream, and reads it up to its first bytes: from then on the server listens. */
async function listen(url: string, init: RequestInit): Promise<Stream> {
  const leaving = new AbortController();
  onTestFinished(() => leaving.abort());
  const response = await fetch(url, { ...init, signal: leaving.signal });
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  let buffer = '';
  const next = async (): Promise<Event | null> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const block = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (block.startsWith(':')) continue;
        const field = (name: string): string => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1] ?? '';
        return { event: field('event'), data: field('data') === '' ? null : JSON.parse(field('data')) };
      }
      const chunk = await reader?.read();
      if (!chunk || chunk.done) return null;
      buffer += chunk.value;
    }
  };
  return { response, next, leave: () => leaving.abort() };
}

const byPost = (server: LiveServer, query: string, variables: object = {}): Promise<Stream> =>
  listen(`${server.url}/graphql`, {
    method: 'POST',
    headers: {
      accept: 'text/event-stream',
      'content-type': 'application/json',
      'accept-encoding': 'gzip',
      origin: 'https://news.example',
    },
    body: JSON.stringify({ query, variables }),
  });

async function readFigure(server: LiveServer, name: string): Promise<number> {
  const text = await (await fetch(`${server.url}/metrics`)).text();
  return Number(
    text
      .split('\n')
      .find((line) => line.startsWith(`${name} `))
      ?.split(' ')[1] ?? Number.NaN,
  );
}

test('a subscription is answered article by article, and whoever leaves is no longer served', async () => {
  const server = await serve();
  const stream = await byPost(server, NEW_ARTICLES);
  const { headers, status } = stream.response;
  expect([status, headers.get('content-type'), headers.get('content-encoding'), headers.get('cache-control')]).toEqual([
    200,
    'text/event-stream',
    null,
    'no-store',
  ]);
  expect([headers.get('access-control-allow-origin'), headers.get('x-content-type-options')]).toEqual([
    'https://news.example',
    'nosniff',
  ]);
  for (const text of ['Ida Krog opened the bridge.', 'Tor Vang closed it.']) {
    await server.ask(INGEST, { text }, server.granted);
    expect(await stream.next()).toMatchObject({ event: 'next', data: { data: { articleIngested: { title: text } } } });
  }
  expect(await readFigure(server, 'dateline_subscriptions_open{transport="event-stream"}')).toBe(1);
  expect(await readFigure(server, 'dateline_subscriptions_total{transport="event-stream",outcome="STARTED"}')).toBe(1);
  expect(await readFigure(server, 'dateline_subscription_answers_total{transport="event-stream"}')).toBe(2);
  stream.leave();
  await expect.poll(() => readFigure(server, 'dateline_subscriptions_open{transport="event-stream"}')).toBe(0);
});

test('a browser opens one by GET, with variables', async () => {
  const server = await serve();
  const parameters = new URLSearchParams({
    query: 'subscription($n: Int!) { articleIngested { people(first: $n) { totalCount nodes { name } } } }',
    variables: '{"n":1}',
  });
  const stream = await listen(`${server.url}/graphql?${parameters}`, { headers: { accept: 'text/event-stream' } });
  await server.ask(INGEST, { text: 'Ida Krog met Tor Vang.' }, server.granted);
  expect(await stream.next()).toEqual({
    event: 'next',
    data: { data: { articleIngested: { people: { totalCount: 2, nodes: [{ name: expect.any(String) }] } } } },
  });
});

test.each([
  ['that is no GraphQL', 'subscription {', 'GRAPHQL_PARSE_FAILED'],
  ['that the schema does not have', 'subscription { articleIngeste { id } }', 'GRAPHQL_VALIDATION_FAILED'],
  [
    'that costs too much',
    `subscription { articleIngested { people(first: 100) {
      nodes { statements(first: 100) { nodes { speakers { statements(first: 100) { nodes { text } } } } } } } } }`,
    'COST_LIMIT',
  ],
  ['that is a mutation', 'mutation { deleteArticle(id: "art_AAAAAAAAAAAAAAAA") { deletedId } }', 'BAD_REQUEST'],
  [
    'without its variable',
    'subscription($first: Int!) { articleIngested { people(first: $first) { totalCount } } }',
    'BAD_USER_INPUT',
  ],
])('what is wrong with a subscription %s is told in its stream, which ends', async (_name, query, code) => {
  const server = await serve();
  const stream = await byPost(server, query);
  expect(await stream.next()).toMatchObject({ event: 'next', data: { errors: [{ extensions: { code } }] } });
  expect([await stream.next(), await stream.next()]).toEqual([{ event: 'complete', data: null }, null]);
  expect(await readFigure(server, 'dateline_subscriptions_total{transport="event-stream",outcome="REFUSED"}')).toBe(1);
  expect(await readFigure(server, `dateline_errors_total{code="${code}"}`)).toBe(1);
  expect(await readFigure(server, 'dateline_subscriptions_open{transport="event-stream"}')).not.toBe(1);
});

test('what breaks in the server is masked, and ends the stream', async () => {
  const store = openStore({ path: ':memory:' });
  const server = await serve({ store });
  store.close();
  const stream = await byPost(server, NEW_ARTICLES);
  const masked = {
    event: 'next',
    data: {
      errors: [
        expect.objectContaining({
          message: 'Something went wrong on the server.',
          extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) },
        }),
      ],
    },
  };
  expect([await stream.next(), await stream.next(), await stream.next()]).toEqual([
    masked,
    { event: 'complete', data: null },
    null,
  ]);
});

test.each([
  ['no query', '{}'],
  ['variables that are none', '{"query":"subscription { articleIngested { id } }","variables":7}'],
])('a request with %s is refused', async (_name, body) => {
  const server = await serve();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { accept: 'text/event-stream', 'content-type': 'application/json' },
    body,
  });
  expect([response.status, await response.json()]).toEqual([
    400,
    { errors: [{ message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }] },
  ]);
});

test('clients that take JSON as well get the answer to a query as JSON', async () => {
  const server = await serve();
  const { status, body } = await server.ask(
    '{ statistics { articles } }',
    {},
    { accept: 'application/graphql-response+json, application/json, text/event-stream, multipart/mixed' },
  );
  expect([status, body]).toEqual([200, { data: { statistics: { articles: 0 } } }]);
});
