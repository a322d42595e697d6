import { expect, test } from 'vitest';
import { type LiveServer, serve } from './live-server.ts';

const INGEST = `mutation { ingestArticle(input: { text: "${[
  'Mayor Ida Krog of Aldwick told the Aldwick Council on Monday that the bridge would open.',
  'Krog met Tor Vang.',
].join(' ')}" }) { status } }`;

/** Every filter that takes an id, wherever a list takes the filter. */
const FILTERS = {
  ArticleFilter: ['mentions'],
  StatementFilter: ['speaker', 'addressee', 'about', 'via', 'article'],
  EventFilter: ['participant', 'place', 'article'],
  ActorFilter: ['article'],
};
const LISTS: readonly (readonly [filter: keyof typeof FILTERS, before: string, list: string, after: string])[] = [
  ['ArticleFilter', '', 'articles', ''],
  ['ArticleFilter', 'people { nodes {', 'articles', '} }'],
  ['StatementFilter', '', 'statements', ''],
  ['StatementFilter', 'articles { nodes {', 'statements', '} }'],
  ['StatementFilter', 'people { nodes {', 'statements', '} }'],
  ['StatementFilter', 'people { nodes {', 'statementsAbout', '} }'],
  ['EventFilter', '', 'events', ''],
  ['EventFilter', 'articles { nodes {', 'events', '} }'],
  ['EventFilter', 'people { nodes {', 'events', '} }'],
  ['ActorFilter', '', 'people', ''],
  ['ActorFilter', '', 'organisations', ''],
  ['ActorFilter', '', 'places', ''],
];

async function serveAnArticle(): Promise<LiveServer> {
  const server = await serve();
  expect((await server.ask(INGEST, {}, server.granted)).body.data.ingestArticle.status).toBe('CREATED');
  return server;
}

test.each(LISTS)('what is no id in a %s is told in the same words: %s %s', async (filter, before, list, after) => {
  const server = await serveAnArticle();
  for (const field of FILTERS[filter])
    for (const [id, given] of [
      ['nonsense', `{ ${field}: $id }`],
      ['', `{ ${field}: $id }`],
      ['nonsense', `{ or: [{ and: [{ not: { ${field}: $id } }] }] }`],
    ] as const) {
      for (const wanted of ['nodes { __typename }', 'totalCount']) {
        const { status, body } = await server.ask(
          `query($id: ID!) { ${before} ${list}(filter: ${given}) { ${wanted} } ${after} }`,
          { id },
        );
        expect([field, status, body.errors?.[0]?.message, body.errors?.[0]?.extensions.code]).toEqual([
          field,
          200,
          `"${id}" is not an id.`,
          'BAD_USER_INPUT',
        ]);
      }
    }
});

test('an id that nothing has finds nothing', async () => {
  const server = await serveAnArticle();
  const { body } = await server.ask(
    `query($id: ID!) { statements(filter: { speaker: $id }) { totalCount }
      articles { nodes { events(filter: { participant: $id }) { totalCount } } } }`,
    {
      id: 'per_AAAAAAAAAAAAAAAA',
    },
  );
  expect(body).toEqual({
    data: { statements: { totalCount: 0 }, articles: { nodes: [{ events: { totalCount: 0 } }] } },
  });
});

test.each([
  ['a text without a letter', { text: '…' }, [{ message: 'the article has no text', field: ['input', 'text'] }]],
  [
    'a language that is none',
    { text: 'Ida Krog left.', language: 'English!' },
    [{ message: 'language: must be a language tag such as en or en-GB', field: ['input', 'language'] }],
  ],
  [
    'two fields',
    { text: '', authors: ['Jane Roe', ' '] },
    [
      { message: 'authors.1: must be a name', field: ['input', 'authors'] },
      { message: 'the article has no text', field: ['input', 'text'] },
    ],
  ],
])('an article with %s is refused field by field', async (_name, input, errors) => {
  const server = await serve();
  const { body } = await server.ask(
    'mutation($input: ArticleInput!) { ingestArticle(input: $input) { status errors { message field } } }',
    { input },
    server.granted,
  );
  expect(body).toEqual({ data: { ingestArticle: { status: null, errors } } });
});

test.each([
  [
    'Date',
    '{ articles(filter: { publishedAt: { from: "yesterday" } }) { totalCount } }',
    'Date must be a day such as "2023-09-20".',
    43,
  ],
  [
    'Date',
    '{ articles(filter: { publishedAt: { from: "2024-02-30" } }) { totalCount } }',
    'Date must be a day such as "2023-09-20".',
    43,
  ],
  ['URL', '{ article(url: "nowhere") { id } }', 'URL must be an absolute http or https address.', 16],
  [
    'DateTime',
    '{ extract(input: { text: "Ida Krog left.", publishedAt: "soon" }) { people { name } } }',
    'DateTime must be a moment such as "2023-09-20T08:30:00Z", or a day.',
    57,
  ],
])('what is no %s is told with its place: %s', async (_name, query, message, column) => {
  const { status, body } = await (await serve()).ask(query);
  expect([status, body.errors]).toEqual([
    400,
    [{ message, locations: [{ line: 1, column }], extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  ]);
});
