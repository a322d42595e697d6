import { expect, test } from 'vitest';
import { z } from 'zod';
import { openStore } from '../../src/store/store.ts';
import { type LiveServer, serve, TOKEN } from './live-server.ts';

const lineShape = z.looseObject({ level: z.number(), msg: z.string(), reqId: z.string().optional() });
type Line = z.infer<typeof lineShape>;

const SECRET = 'Xylophonist Quillon Vantongeren denied the charge';
const INGEST = 'mutation Ingest($input: ArticleInput!) { ingestArticle(input: $input) { status } }';

/** A server whose log lines are kept. */
async function serveLogged(
  options: Parameters<typeof serve>[0] = {},
): Promise<{ server: LiveServer; lines: string[]; requests: () => Line[] }> {
  const lines: string[] = [];
  const server = await serve({ logs: { write: (line) => lines.push(line) }, ...options });
  return {
    server,
    lines,
    requests: () => lines.map((line) => lineShape.parse(JSON.parse(line))).filter(({ msg }) => msg === 'request'),
  };
}

/** Lines are written just after the answer has gone: the next answer on the same server comes after them. */
const settle = async ({ url }: LiveServer): Promise<void> => void (await fetch(`${url}/healthz`));

test('a request is one line: what ran, how it ended, how long it took', async () => {
  const { server, requests } = await serveLogged();
  await server.ask('query Totals { statistics { articles } }');
  await server.ask('{ nothing }');
  await fetch(`${server.url}/nowhere?secret=1`);
  await settle(server);
  expect(requests()).toEqual([
    expect.objectContaining({
      level: 30,
      method: 'POST',
      route: '/graphql',
      operation: 'Totals',
      status: 200,
      milliseconds: expect.any(Number),
      reqId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    }),
    expect.objectContaining({ operation: null, status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] }),
    expect.objectContaining({ method: 'GET', route: null, status: 404 }),
  ]);
});

test.each([
  ['a sane one', 'proxy-7:abc.DEF_1', true],
  ['the longest', 'x'.repeat(128), true],
  ['one too long', 'x'.repeat(129), false],
  ['one with spaces', 'two words', false],
  ['one that could break a line', 'a"b', false],
  ['none', '', false],
])('the request id: %s', async (_name, given, isKept) => {
  const { server, requests } = await serveLogged();
  const { headers } = await server.ask('{ __typename }', {}, given === '' ? {} : { 'x-request-id': given });
  await settle(server);
  const id = headers.get('x-request-id');
  expect(id === given).toBe(isKept);
  expect(requests().map(({ reqId }) => reqId)).toEqual([id]);
  expect(
    (
      await fetch(`${server.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{',
      })
    ).headers.get('x-request-id'),
  ).toMatch(/^[0-9a-f-]{36}$/);
});

test('what was masked is found by the reference that its request names', async () => {
  const store = openStore({ path: ':memory:' });
  const { server, lines, requests } = await serveLogged({ store });
  store.close();
  const { body } = await server.ask('{ articles { nodes { id } } }');
  await settle(server);
  const { reference } = body.errors[0].extensions;
  expect(requests()[0]).toMatchObject({ references: [reference] });
  expect(lines.map((line) => JSON.parse(line))).toContainEqual(
    expect.objectContaining({
      level: 50,
      reference,
      err: expect.objectContaining({ type: 'TypeError', stack: expect.stringContaining('store') }),
    }),
  );
});

test('neither texts nor variables nor tokens get into the log, whatever fails', async () => {
  const store = openStore({ path: ':memory:' });
  const failing = {
    store,
    ingest: () => {
      throw new Error(`cannot read ${SECRET}`);
    },
  };
  const { server, lines, requests } = await serveLogged({ store, writer: failing });
  const text = `OSLO, Norway — ${SECRET}.`;
  expect((await server.ask(INGEST, { input: { text } }, server.granted)).body.errors[0].extensions.code).toBe(
    'INTERNAL_SERVER_ERROR',
  );
  await server.ask(INGEST, { input: { text } }, { authorization: `Bearer ${TOKEN}x` });
  await server.ask(INGEST, { input: { text: 7, title: SECRET } }, server.granted);
  await server.ask(`{ extract(input: { text: "${SECRET}" }) { nothing } }`);
  await server.ask(`query($q: String!) { search(query: $q) { totalCount } }`, { q: SECRET }, server.granted);
  const search = `{ search(query: "${SECRET}") { totalCount } }`;
  await fetch(
    `${server.url}/graphql?${new URLSearchParams({ query: search, variables: JSON.stringify({ SECRET }) })}`,
    {
      headers: { 'apollo-require-preflight': '1', ...server.granted },
    },
  );
  await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...server.granted },
    body: `{"query": ${SECRET}`,
  });
  await fetch(`${server.url}/${encodeURIComponent(SECRET)}?token=${TOKEN}`);
  store.close();
  await server.ask(
    `{ extract(input: { text: "${SECRET}" }) { people { name } } search(query: "${SECRET}") { totalCount } }`,
  );
  await settle(server);
  expect(requests()).toHaveLength(9);
  for (const word of [TOKEN, 'Xylophonist', 'Quillon', 'Vantongeren', 'denied'])
    expect(lines.filter((line) => line.includes(word))).toEqual([]);
});
