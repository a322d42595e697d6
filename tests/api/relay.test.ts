import type { FastifyInstance } from 'fastify';
import { type GraphQLObjectType, isObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { loadSchema } from '../../src/api/schema.ts';
import { createServer } from '../../src/api/server.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { openGraph } from '../graphs.ts';
import { readPublished } from './articles.ts';

/** What the Relay specifications of cursor connections and of global object identification ask for. */

const types = Object.values(loadSchema().getTypeMap());
const objects = types.filter((type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'));

let store: Store;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  store = openGraph(readPublished());
  app = await createServer({
    store,
    writer: null,
    token: null,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 200_000,
    logs: false,
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await app.close();
  store.close();
});

const answerSchema = z.object({
  data: z.record(z.string(), z.unknown()).nullish(),
  errors: z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }) })).optional(),
});

async function ask(query: string, variables: object = {}): Promise<z.infer<typeof answerSchema>> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return answerSchema.parse(await response.json());
}

const pageSchema = z.object({
  totalCount: z.int(),
  edges: z.array(z.object({ cursor: z.string(), node: z.record(z.string(), z.unknown()) })),
  pageInfo: z.object({
    hasNextPage: z.boolean(),
    hasPreviousPage: z.boolean(),
    startCursor: z.string().nullable(),
    endCursor: z.string().nullable(),
  }),
});
type Page = z.infer<typeof pageSchema>;

/**
 * Lists of every kind: what stands around the list, its name with `…` where the page is asked for, and what to take of
 * a node.
 */
const LISTS: readonly (readonly [name: string, before: string, list: string, node: string, after: string])[] = [
  ['articles', '', 'articles(…)', 'id', ''],
  ['people', '', 'people(…)', 'id', ''],
  ['organisations', '', 'organisations(…)', 'id', ''],
  ['places', '', 'places(…)', 'id', ''],
  ['statements', '', 'statements(…)', 'id', ''],
  ['events', '', 'events(…)', 'id', ''],
  ['statements by confidence', '', 'statements(…, orderBy: { field: CONFIDENCE })', 'id', ''],
  ['events by date', '', 'events(…, orderBy: { field: DATE, direction: ASC })', 'id', ''],
  ['statements that match', '', 'statements(…, filter: { kind: [INDIRECT] })', 'id', ''],
  ['an article’s statements', 'article(url: "https://news.example/0") {', 'statements(…)', 'id', '}'],
  ['an actor’s events', 'place(name: "Russia") {', 'events(…)', 'id', '}'],
  [
    'an actor’s timeline',
    'place(name: "Russia") {',
    'timeline(…)',
    '__typename ... on Statement { id } ... on Event { id }',
    '}',
  ],
];
const FORWARD: typeof LISTS = [
  [
    'search',
    '',
    'search(query: "minister", …)',
    '__typename ... on Article { id } ... on Statement { id } ... on Person { id }',
    '',
  ],
  ['an article’s people', 'article(url: "https://news.example/0") {', 'people(…)', 'id', '}'],
  ['an article’s mentions', 'article(url: "https://news.example/0") {', 'mentions(…)', 'kind span { start end }', '}'],
  ['an actor’s associates', 'place(name: "Russia") {', 'associates(…)', 'id', '}'],
  ['what is said about an actor', 'place(name: "Russia") {', 'statementsAbout(…)', 'id', '}'],
];

type List = (typeof LISTS)[number];

async function fetchPage([, before, list, node, after]: List, page: string): Promise<Page> {
  const field = `${list.replace('…', page)} { totalCount edges { cursor node { ${node} } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor } }`;
  const { data, errors } = await ask(`{ ${before} page: ${field} ${after} }`);
  expect(errors).toBeUndefined();
  const found =
    data?.['page'] ?? Object.values(z.record(z.string(), z.object({ page: z.unknown() })).parse(data))[0]?.page;
  return pageSchema.parse(found);
}

const nodesOf = (page: Page): unknown[] => page.edges.map((edge) => edge.node);

describe.each([...LISTS, ...FORWARD].map((list) => [list[0], list] as const))('forwards over %s', (_name, list) => {
  test('pages come one after another, none twice and none left out', async () => {
    const all = await fetchPage(list, 'first: 100');
    expect(all.edges.length).toBeGreaterThan(2);
    expect(all.pageInfo).toMatchObject({
      hasNextPage: all.totalCount > 100,
      hasPreviousPage: false,
      startCursor: all.edges[0]?.cursor,
      endCursor: all.edges.at(-1)?.cursor,
    });
    const size = Math.ceil(all.edges.length / 3);
    const walked: unknown[] = [];
    for (
      let page = await fetchPage(list, `first: ${size}`);
      ;
      page = await fetchPage(list, `first: ${size}, after: "${page.pageInfo.endCursor}"`)
    ) {
      expect(page.edges.length).toBeLessThanOrEqual(size);
      expect(page.totalCount).toBe(all.totalCount);
      expect(page.pageInfo.hasPreviousPage).toBe(walked.length > 0);
      walked.push(...nodesOf(page));
      if (!page.pageInfo.hasNextPage) break;
    }
    expect(walked.slice(0, 100)).toEqual(nodesOf(all));
    expect(walked).toHaveLength(all.totalCount);
  });

  test('after any edge comes the next', async () => {
    const { edges } = await fetchPage(list, 'first: 3');
    const [first, second] = edges;
    expect(nodesOf(await fetchPage(list, `first: 1, after: "${first?.cursor}"`))).toEqual([second?.node]);
  });

  test('an empty page has no cursors', async () => {
    const { edges, pageInfo } = await fetchPage(list, 'first: 0');
    expect([edges, pageInfo.startCursor, pageInfo.endCursor]).toEqual([[], null, null]);
  });
});

describe.each(LISTS.map((list) => [list[0], list] as const))('backwards over %s', (_name, list) => {
  test('the edges keep their order', async () => {
    const all = await fetchPage(list, 'first: 100');
    if (all.totalCount <= 100) expect(nodesOf(await fetchPage(list, 'last: 2'))).toEqual(nodesOf(all).slice(-2));
    const third = all.edges[2];
    const before = await fetchPage(list, `last: 5, before: "${third?.cursor}"`);
    expect(nodesOf(before)).toEqual(nodesOf(all).slice(0, 2));
    expect(before.pageInfo).toMatchObject({
      hasPreviousPage: false,
      hasNextPage: true,
      startCursor: all.edges[0]?.cursor,
      endCursor: all.edges[1]?.cursor,
    });
    expect((await fetchPage(list, `last: 1, before: "${third?.cursor}"`)).pageInfo.hasPreviousPage).toBe(true);
  });
});

test.each([
  ['first and last together', 'first: 1, last: 1', '"first" and "last" cannot be used together.'],
  ['a page of less than nothing', 'first: -1', '"first" must be from 0 to 100.'],
  ['a page that is too large', 'last: 101', '"last" must be from 0 to 100.'],
  ['a cursor that is none', 'first: 1, after: "nonsense"', '"nonsense" is not a cursor of this list.'],
  ['before without last', 'before: "nonsense"', '"before" needs "last".'],
])('%s is refused', async (_name, page, message) => {
  const { errors } = await ask(`{ statements(${page}) { totalCount } }`);
  expect(errors).toEqual([
    expect.objectContaining({ message, extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  ]);
});

test('a cursor of another order is refused', async () => {
  const { edges } = await fetchPage(['', '', 'statements(…)', 'id', ''], 'first: 1');
  const { errors } = await ask(
    `{ statements(first: 1, after: "${edges[0]?.cursor}", orderBy: { field: CONFIDENCE }) { totalCount
      nodes { id } } }`,
  );
  expect(errors?.[0]?.message).toContain('is not a cursor of this list');
});

describe('node', () => {
  const lists = [
    ['articles', 'Article'],
    ['people', 'Person'],
    ['organisations', 'Organisation'],
    ['places', 'Place'],
    ['statements', 'Statement'],
    ['events', 'Event'],
  ] as const;
  const itemsSchema = z.object({ nodes: z.array(z.object({ id: z.string(), __typename: z.string() })) });
  const items = async (list: string): Promise<z.infer<typeof itemsSchema>['nodes']> =>
    itemsSchema.parse((await ask(`{ ${list}(first: 5) { nodes { __typename id } } }`)).data?.[list]).nodes;

  test('stands for every type that is a Node', () => {
    const implementing = objects
      .filter((type) => type.getInterfaces().some((each) => each.name === 'Node'))
      .map((type) => type.name);
    expect(implementing.sort()).toEqual(lists.map(([, name]) => name).sort());
  });

  test.each(lists)('gives each of %s again', async (list, name) => {
    for (const item of await items(list)) {
      expect(item.__typename).toBe(name);
      expect(
        (await ask('query($id: ID!) { node(id: $id) { __typename id } }', { id: item.id })).data?.['node'],
      ).toEqual(item);
    }
  });

  test('ids are unique over all types', async () => {
    const ids = (await Promise.all(lists.map(([list]) => items(list)))).flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('nodes keeps the order of the ids: null for what is not there, twice what is asked for twice', async () => {
    const [first, second] = (await items('people')).map(({ id }) => id);
    const ids = [second, 'per_AAAAAAAAAAAAAAAA', first, second];
    expect((await ask('query($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids })).data?.['nodes']).toEqual([
      { id: second },
      null,
      { id: first },
      { id: second },
    ]);
  });

  test('an id is the same in another graph of the same articles', async () => {
    const { id } = (await items('articles'))[0] ?? { id: '' };
    const same = store.nodes.articles([id])[0];
    const other = openStore({ path: ':memory:' });
    const [first, second, ...rest] = readPublished();
    for (const article of [second, first, ...rest.filter(({ url: address }) => address === same?.url)])
      if (article) ingest(other, article);
    expect(other.nodes.articles([id])[0]?.title).toBe(same?.title);
    expect(same?.title).toBeTypeOf('string');
    other.close();
  });
});
