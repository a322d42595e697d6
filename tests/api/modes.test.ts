import type { FastifyInstance } from 'fastify';
import { afterEach, expect, test } from 'vitest';
import { createServer, type ServerOptions } from '../../src/api/server.ts';
import { isUrl } from '../../src/api/urls.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore } from '../../src/store/store.ts';

const open: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function serve(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const store = openStore({ path: ':memory:' });
  const writer = { ingest: (article: Parameters<typeof ingest>[1]) => ingest(store, article), store };
  const app = await createServer({
    store,
    writer,
    token: null,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 50_000,
    logs: false,
    ...options,
  });
  open.push(async () => {
    await app.close();
    store.close();
  });
  return app;
}

async function ask(
  app: FastifyInstance,
  query: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; errors: unknown; data: unknown; text: string }> {
  const { statusCode, payload } = await app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  const { errors, data }: { errors?: unknown; data?: unknown } = JSON.parse(payload);
  return { status: statusCode, errors, data, text: payload };
}

const INGEST =
  'mutation { ingestArticle(input: { text: "Mayor Ida Krog opened the bridge." }) { status errors { message } } }';

test.each([
  ['no token configured', null, 'Bearer whatever-it-is', 'Writes are off.'],
  ['no header', 'a-good-token', '', 'Writes need a token.'],
  ['another token', 'a-good-token', 'Bearer a-good-tokem', 'The token is wrong.'],
  ['another scheme', 'a-good-token', 'Basic a-good-token', 'The token is wrong.'],
])('writes are refused with %s', async (_name, token, authorization, message) => {
  const app = await serve({ token });
  expect((await ask(app, INGEST, { authorization })).errors).toEqual([
    expect.objectContaining({ message, extensions: { code: 'UNAUTHENTICATED', hint: expect.any(String) } }),
  ]);
  expect((await ask(app, '{ statistics { articles } }')).data).toEqual({ statistics: { articles: 0 } });
});

test('writes are done with the token', async () => {
  const app = await serve({ token: 'a-good-token' });
  expect((await ask(app, INGEST, { authorization: 'Bearer a-good-token' })).data).toEqual({
    ingestArticle: { status: 'CREATED', errors: [] },
  });
});

test('in production there is no Sandbox, no GraphiQL, no introspection and no hint at names', async () => {
  const app = await serve({ isProduction: true });
  expect((await ask(app, '{ __schema { types { name } } }')).errors).toBeDefined();
  expect((await ask(app, '{ artcles { nodes { id } } }')).text).not.toContain('Did you mean');
  expect((await app.inject({ url: '/graphiql' })).statusCode).toBe(404);
  expect((await app.inject({ url: '/graphql', headers: { accept: 'text/html' } })).payload).not.toContain('sandbox');
});

test('in development browsers get Sandbox, with queries ready', async () => {
  const app = await serve();
  const { statusCode, payload } = await app.inject({ url: '/graphql', headers: { accept: 'text/html' } });
  expect(statusCode).toBe(200);
  expect(payload).toContain('LatestArticles');
});

test('what breaks in the server is masked, and told under a reference', async () => {
  const store = openStore({ path: ':memory:' });
  const app = await serve({ store });
  store.close();
  const { errors, text } = await ask(app, '{ articles { nodes { id } } }');
  expect(errors).toEqual([
    expect.objectContaining({
      message: 'Something went wrong on the server.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    }),
  ]);
  expect(text).not.toMatch(/database|sqlite|\.ts|\.js/i);
});

test('browsers elsewhere may ask where they are allowed to, and simple requests cannot forge', async () => {
  const app = await serve({ corsOrigins: ['https://news.example'] });
  const allowed = (origin: string) =>
    app.inject({ method: 'OPTIONS', url: '/graphql', headers: { origin, 'access-control-request-method': 'POST' } });
  expect((await allowed('https://news.example')).headers['access-control-allow-origin']).toBe('https://news.example');
  expect((await allowed('https://other.example')).headers['access-control-allow-origin']).toBeUndefined();
  expect(
    (
      await app.inject({
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'text/plain' },
        payload: '{"query":"{ statistics { articles } }"}',
      })
    ).statusCode,
  ).toBeGreaterThanOrEqual(400);
});

test('answers are compressed for those who can read them', async () => {
  const app = await serve();
  const { headers } = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'accept-encoding': 'gzip' },
    payload: { query: '{ __schema { types { name description } } }' },
  });
  expect(headers['content-encoding']).toBe('gzip');
});

test.each([
  ['no JSON', 'application/json', '{"query":', 400],
  ['no query', 'application/json', '{}', 400],
  ['a syntax error', 'application/json', '{"query":"{ articles "}', 400],
])('a request with %s is answered with an error', async (_name, type, payload, status) => {
  const app = await serve();
  const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': type }, payload });
  expect(answer.statusCode).toBe(status);
  expect(answer.payload).not.toMatch(/node_modules|\.js:/);
});

test.each(['[', 'a b', '%'])('a request to the host "%s" is answered with an error', async (host) => {
  const app = await serve();
  const { statusCode, payload } = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { host },
    payload: { query: '{ __typename }' },
  });
  expect([statusCode, JSON.parse(payload)]).toEqual([
    400,
    { errors: [{ message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }] },
  ]);
});

test('addresses are read the same however many came before', () => {
  const texts = Array.from({ length: 6000 }, (_, number) => `https://caf\u00e9.example/${number}`);
  expect(texts.filter((text) => !isUrl(Buffer.from(text).toString()))).toEqual([]);
});
