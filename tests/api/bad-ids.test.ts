import { expect, test } from 'vitest';
import { type LiveServer, serve } from './live-server.ts';

const INGEST = 'mutation { ingestArticle(input: { text: "Mayor Ida Krog of Aldwick told the Aldwick Council on Monday that the bridge would open. Krog met Tor Vang." }) { status } }';

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
        const { status, body } = await server.ask(`query($id: ID!) { ${before} ${list}(filter: ${given}) { ${wanted} } ${after} }`, { id });
        expect([field, status, body.errors?.[0]?.message, body.errors?.[0]?.extensions.code]).toEqual([field, 200, `"${id}" is not an id.`, 'BAD_USER_INPUT']);
      }
    }
});

test('an id that nothing has finds nothing', async () => {
  const server = await serveAnArticle();
  const { body } = await server.ask('query($id: ID!) { statements(filter: { speaker: $id }) { totalCount } articles { nodes { events(filter: { participant: $id }) { totalCount } } } }', {
    id: 'per_AAAAAAAAAAAAAAAA',
  });
  expect(body).toEqual({ data: { statements: { totalCount: 0 }, articles: { nodes: [{ events: { totalCount: 0 } }] } } });
});
