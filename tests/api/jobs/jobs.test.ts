import { expect, test } from 'vitest';
import { serve } from '../live-server.ts';
import { serveFile } from './file-server.ts';

/** Asks for more than is answered at once. */
const DEAR = `query Dear($first: Int = 10) {
  articles(first: $first) { totalCount nodes { title statements(first: 40) {
    nodes { text speakers { name mentions(first: 20) { nodes { span { text } } } } article { title } } } } }
  first: search(query: "minister") { totalCount edges { snippet node { ... on Statement { text } } } }
}`;
const TEXT = 'Jane Roe told reporters in Oslo that the deal was dead. “We ran out of money,” she said.';
const EXTRACT = `query ($text: String!) { articles(first: 1) { totalCount }
    extract(input: { text: $text, publishedAt: "2024-05-01" }) { statements { content { text } speakers { name } } } }`;
const INGEST = `mutation ($input: ArticleInput!) { ingestArticle(input: $input) { status
    article { title statements { nodes { text } } } errors { message field } } }`;

test('what a job process answers is what the server itself would', async () => {
  const server = await serveFile();
  const alone = await serve({ store: server.writable });
  for (const [query, variables] of [
    [DEAR, {}],
    [EXTRACT, { text: TEXT }],
    [DEAR, { first: 1000 }],
    [
      [
        '{',
        ...Array.from(
          { length: 30 },
          (_, number) => `a${number}: search(query: "the", after: "${number === 7 ? 'none' : ''}") { totalCount }`,
        ),
        'person(id: "x") { name } }',
      ].join(' '),
      {},
    ],
    [EXTRACT, { text: '…' }],
    [EXTRACT, { text: 7 }],
  ] as const) {
    const answer = await server.ask(query, variables);
    const expected = await alone.ask(query, variables);
    expect(answer.body).toEqual(expected.body);
    expect(answer.status).toBe(expected.status);
  }
});

test('a write is a job: the article is there for the next query, wrong input is named, and it is counted', async () => {
  const { ask, granted, url } = await serveFile();
  const input = { text: TEXT, url: 'https://news.example/jobs' };
  const { body } = await ask(INGEST, { input }, granted);
  expect(body.data.ingestArticle).toMatchObject({
    status: 'CREATED',
    errors: [],
    article: { statements: { nodes: [{}, {}] } },
  });
  expect((await ask(INGEST, { input }, granted)).body.data.ingestArticle.status).toBe('UNCHANGED');
  expect((await ask(INGEST, { input: { text: '…' } }, granted)).body.data.ingestArticle).toMatchObject({
    status: null,
    errors: [{ message: 'the article has no text', field: ['input', 'text'] }],
  });
  expect(
    (await ask('{ article(url: "https://news.example/jobs") { publishedAt statements { totalCount } } }')).body.data
      .article,
  ).toEqual({ publishedAt: null, statements: { totalCount: 2 } });
  const figures = await (await fetch(`${url}/metrics`)).text();
  expect(figures).toMatch(/dateline_ingests_total\{status="CREATED"\} 1/);
  expect(figures).toMatch(/dateline_ingests_total\{status="UNCHANGED"\} 1/);
});

test('whoever may not write starts no job', async () => {
  const { ask, writable } = await serveFile({
    jobs: { database: 'there is no such file', writes: true, entry: 'nor such code' },
  });
  const before = writable.countEverything();
  const { body } = await ask(INGEST, { input: { text: TEXT } });
  expect(body.errors).toMatchObject([{ message: 'Writes need a token.', extensions: { code: 'UNAUTHENTICATED' } }]);
  expect(writable.countEverything()).toEqual(before);
});

test('a job process that cannot work gives a masked error, and what is quick is answered all the same', async () => {
  const { ask } = await serveFile({
    jobs: { database: '/there/is/no/such/file.db', writes: true, entry: '/nor/such/code.js' },
  });
  const { body, status, text } = await ask(DEAR);
  expect(status).toBe(500);
  expect(body.errors).toMatchObject([
    { message: 'Something went wrong on the server.', extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
  expect(text).not.toContain('/nor/such');
  expect((await ask('{ articles(first: 1) { totalCount } }')).body).toEqual({ data: { articles: { totalCount: 4 } } });
});

test('the time limit ends a job wherever it is, with an error that says so; what is quick goes on', async () => {
  const { ask } = await serveFile({ mostSeconds: 0.02 });
  const { body, status } = await ask(DEAR);
  expect(status).toBe(503);
  expect(body).toEqual({
    errors: [
      {
        message: 'The operation took longer than 0.02 s.',
        extensions: { code: 'TIMED_OUT', hint: 'Ask for smaller pages, or for less at once.' },
      },
    ],
  });
  expect((await ask('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
});

test('introspection, a query and a text may stand in one operation', async () => {
  const { ask } = await serveFile();
  const { body } = await ask(
    `{ __typename __schema { queryType { name } } __type(name: "Span") { kind fields { name } }
      nothing: __type(name: "No") { name } articles { totalCount } }`,
  );
  expect(body).toEqual({
    data: {
      __typename: 'Query',
      __schema: { queryType: { name: 'Query' } },
      __type: { kind: 'OBJECT', fields: [{ name: 'start' }, { name: 'end' }, { name: 'text' }] },
      nothing: null,
      articles: { totalCount: 4 },
    },
  });
});
