import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest.ts';
import { openGraph } from '../graphs.ts';
import { readFixtures } from './articles.ts';
import { serve } from './live-server.ts';

const PEOPLE = `query People($first: Int) { people(first: $first) { nodes { name positions { title place { name } } }
    pageInfo { hasNextPage endCursor } } }`;
const TWO = 'query A { articles(first: 1) { totalCount } } query B { people(first: 1) { totalCount } }';

async function serveFixtures() {
  const store = openGraph(readFixtures().slice(0, 3));
  return { store, ...(await serve({ store, isProduction: true })) };
}

interface Sent {
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What comes back, without what differs from answer to answer anyhow. */
async function send(url: string, { body, headers = {} }: Sent): Promise<object> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  const told = Object.fromEntries([...response.headers].filter(([name]) => name !== 'date' && name !== 'x-request-id'));
  return { status: response.status, headers: told, body: JSON.parse(await response.text()) };
}

test.each<[string, Sent]>([
  [
    'a query without variables',
    {
      body: {
        query: '{ articles(first: 2) { nodes { title statements(first: 2) { nodes { text speakers { name } } } } } }',
      },
    },
  ],
  ['with variables', { body: { query: PEOPLE, variables: { first: 2 } } }],
  [
    'with variables that are null',
    { body: { query: '{ people(first: 1) { totalCount } }', variables: null, operationName: null } },
  ],
  ['with a variable that cannot be', { body: { query: PEOPLE, variables: { first: 'two' } } }],
  ['with a page that cannot be', { body: { query: PEOPLE, variables: { first: 1000 } } }],
  ['with variables that are no object', { body: { query: PEOPLE, variables: [2] } }],
  ['with one of two operations', { body: { query: TWO, operationName: 'B' } }],
  ['with an operation that is not there', { body: { query: TWO, operationName: 'C' } }],
  ['with two operations and no name', { body: { query: TWO } }],
  [
    'that costs too much',
    {
      body: {
        query: `{ people(first: 100) { nodes { statements(first: 100) {
            nodes { about { statements(first: 100) { totalCount nodes { id } } } } } } } }`,
      },
    },
  ],
  ['that asks for its cost', { body: { query: PEOPLE }, headers: { 'x-dateline-cost': '1' } }],
  [
    'as the GraphQL over HTTP specification sends it',
    { body: { query: PEOPLE }, headers: { accept: 'application/graphql-response+json, application/json;q=0.9' } },
  ],
  ['that accepts only JSON', { body: { query: PEOPLE }, headers: { accept: 'application/json' } }],
  ['that accepts no JSON', { body: { query: PEOPLE }, headers: { accept: 'text/html' } }],
  ['that is no query', { body: { query: 'mutation { deleteArticle(id: "art_AAAAAAAAAAAAAAAA") { deletedId } }' } }],
  ['that is not valid', { body: { query: '{ nothing }' } }],
  ['that search answers', { body: { query: '{ search(query: "military", first: 2) { nodes { __typename } } }' } }],
])('a query %s is answered the second and the third time as the first time', async (_name, sent) => {
  const { url } = await serveFixtures();
  const first = await send(url, sent);
  expect(await send(url, sent)).toEqual(first);
  expect(await send(url, sent)).toEqual(first);
});

test('what has come in meanwhile is in the answer', async () => {
  const { url, store } = await serveFixtures();
  const sent = { body: { query: '{ articles(first: 1) { totalCount } }' } };
  for (let time = 0; time < 2; time += 1)
    expect(await send(url, sent)).toMatchObject({ body: { data: { articles: { totalCount: 3 } } } });
  for (const article of readFixtures().slice(3, 4)) ingest(store, article);
  expect(await send(url, sent)).toMatchObject({ body: { data: { articles: { totalCount: 4 } } } });
});

test('a query that has become known runs one statement, whatever its variables', async () => {
  const { url, store } = await serveFixtures();
  await send(url, { body: { query: PEOPLE, variables: { first: 1 } } });
  const before = store.executed;
  for (const first of [1, 2, 3]) await send(url, { body: { query: PEOPLE, variables: { first } } });
  expect(store.executed - before).toBe(3);
});
