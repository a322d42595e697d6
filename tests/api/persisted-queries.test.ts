import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { serve, TOKEN } from './live-server.ts';

const QUERY = 'query Totals { statistics { articles } }';
const MUTATION = 'mutation { ingestArticle(input: { text: "Mayor Ida Krog opened the bridge." }) { status } }';
const PREFLIGHTED = { 'apollo-require-preflight': '1' };

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const persisted = (hash: string, version = 1): object => ({ persistedQuery: { version, sha256Hash: hash } });

interface Result {
  readonly status: number;
  readonly body: unknown;
}

async function read(response: Response): Promise<Result> {
  return { status: response.status, body: await response.json() };
}

const get = async (
  url: string,
  parameters: Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = PREFLIGHTED,
): Promise<Result> => {
  const search = new URLSearchParams(
    Object.entries(parameters).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );
  return read(await fetch(`${url}/graphql?${search}`, { headers }));
};

const post = async (url: string, payload: object, headers: Readonly<Record<string, string>> = {}): Promise<Result> =>
  read(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(payload),
    }),
  );

const ANSWER = { status: 200, body: { data: { statistics: { articles: 0 } } } };
const refusal = (status: number, code: string): object => ({
  status,
  body: { errors: [expect.objectContaining({ extensions: { code } })] },
});

test.each([
  ['GET', get],
  ['POST', post],
])('a persisted query over %s: unknown at first, known once it was sent with its hash', async (_name, send) => {
  const { url } = await serve();
  const extensions = persisted(sha256(QUERY));
  expect(await send(url, { extensions })).toEqual(refusal(200, 'PERSISTED_QUERY_NOT_FOUND'));
  expect(await send(url, { query: QUERY, extensions })).toEqual(ANSWER);
  expect(await send(url, { extensions })).toEqual(ANSWER);
});

test('what one way has made known, the other knows', async () => {
  const { url } = await serve();
  const extensions = persisted(sha256(QUERY));
  await post(url, { query: QUERY, extensions });
  expect(await get(url, { extensions })).toEqual(ANSWER);
});

test.each([
  ['of another hash', { query: QUERY, extensions: persisted(sha256(`${QUERY} `)) }],
  ['of another version', { query: QUERY, extensions: persisted(sha256(QUERY), 2) }],
])('a persisted query %s is a bad request', async (_name, payload) => {
  const { url } = await serve();
  expect(await post(url, payload)).toEqual(refusal(400, 'BAD_REQUEST'));
});

test('a persisted query is held to the limits with the variables of each request', async () => {
  const { url } = await serve();
  const query = `query($n: Int) { articles(first: $n) { nodes { statements(first: 100) {
      nodes { speakers { statements(first: 100) { nodes { text } } } } } } } }`;
  const extensions = persisted(sha256(query));
  expect((await post(url, { query, extensions, variables: { n: 1 } })).status).toBe(200);
  expect(await post(url, { extensions, variables: { n: 100 } })).toEqual(refusal(400, 'COST_LIMIT'));
});

test('a query over GET takes variables and an operation name', async () => {
  const { url } = await serve();
  const query = 'query One { __typename } query Two($first: Int) { articles(first: $first) { totalCount } }';
  expect(await get(url, { query, operationName: 'Two', variables: { first: 1 } })).toEqual({
    status: 200,
    body: { data: { articles: { totalCount: 0 } } },
  });
  expect(await get(url, { query, operationName: 'Three' })).toEqual(refusal(400, 'OPERATION_RESOLUTION_FAILURE'));
});

test('a mutation over GET is refused, with the token and by its hash too', async () => {
  const { url } = await serve();
  const headers = { ...PREFLIGHTED, authorization: `Bearer ${TOKEN}` };
  const extensions = persisted(sha256(MUTATION));
  expect(await get(url, { query: MUTATION }, headers)).toEqual(refusal(405, 'BAD_REQUEST'));
  await post(url, { query: MUTATION, extensions });
  expect(await get(url, { extensions }, headers)).toEqual(refusal(405, 'BAD_REQUEST'));
  expect(await post(url, { query: QUERY })).toEqual(ANSWER);
});

test.each([
  ['a GET without a header of its own', 'GET', {}],
  ['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['plain text', 'POST', { 'content-type': 'text/plain' }],
  ['a form with files', 'POST', { 'content-type': 'multipart/form-data; boundary=x' }],
])('what any page may send without asking is refused: %s', async (_name, method, headers) => {
  const { url } = await serve();
  const query = `query=${encodeURIComponent(QUERY)}`;
  const response = await fetch(`${url}/graphql${method === 'GET' ? `?${query}` : ''}`, {
    method,
    headers,
    ...(method === 'GET' ? {} : { body: query }),
  });
  expect(response.status).toBeGreaterThanOrEqual(400);
  expect(response.status).toBeLessThan(500);
  expect(await response.json()).toEqual({ errors: [expect.objectContaining({ extensions: { code: 'BAD_REQUEST' } })] });
});
