import { createClient } from 'graphql-ws';
import { describe, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { connect, NEW_ARTICLES, post, serve, subscribe } from './subscribers.ts';

const MASKED = expect.objectContaining({
  message: 'Something went wrong on the server.',
  extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) },
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
    onTestFinished(() => client.dispose());
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
  onTestFinished(() => socket.terminate());
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
    onTestFinished(() => socket.terminate());
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
