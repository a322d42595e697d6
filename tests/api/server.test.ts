import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createServer } from '../../src/api/server.ts';
import { readFixtures } from './articles.ts';
import { ingest } from '../../src/ingest.ts';
import type { Store } from '../../src/store/store.ts';
import { openGraph } from '../graphs.ts';

const TOKEN = 'a-token-for-tests';
let store: Store;
let app: FastifyInstance;
let url: string;

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query.
  readonly body: any;
}

async function ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, body: await response.json() };
}

beforeAll(async () => {
  store = openGraph(readFixtures());
  app = await createServer({
    store,
    writer: { ingest: (article) => ingest(store, article), store },
    token: TOKEN,
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

const NESTED = `query($first: Int) { articles(first: $first) {
  nodes { title dateline { name } publisher { name } people(first: 5) {
  edges { mentionCount node { name aliases positions { title organisation { name } place { name } } } } }
  statements(first: 20) { totalCount nodes { kind text cue source via sentence confidence content { text }
    evidence { start end } speakers { __typename name ... on Person { positions { title } } } addressees { name }
    about { name } events { type } article { id } } }
  events(first: 20) { nodes { type status summary date { start precision } place { name }
    participants { role text actor { name } } statement { act } } }
    mentions(first: 5) { nodes { kind span { text } actor { name } } } } } }`;

// biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query.
const nodeIds = (connection: any): string => connection.nodes[0].id;

describe('reading', () => {
  test('a nested query costs the same number of statements for one article and for many', async () => {
    const costs: number[] = [];
    for (const first of [1, 3, 9]) {
      const before = store.executed;
      const { body } = await ask(NESTED, { first });
      expect(body.errors).toBeUndefined();
      expect(body.data.articles.nodes).toHaveLength(first);
      costs.push(store.executed - before);
    }
    expect(costs[1]).toBeLessThanOrEqual((costs[0] ?? 0) + 6);
    expect(costs[2]).toBeLessThanOrEqual((costs[1] ?? 0) + 6);
    expect(costs[2]).toBeLessThan(40);
  });

  test('node gives again what a query gave, for every type', async () => {
    const { body } = await ask(
      `{ articles(first: 1) { nodes { id } } people(first: 1) { nodes { id } }
        organisations(first: 1) { nodes { id } } places(first: 1) { nodes { id } }
        statements(first: 1) { nodes { id } } events(first: 1) { nodes { id } } }`,
    );
    const ids = Object.values(body.data).map((connection) => nodeIds(connection));
    const again = await ask('query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', { ids });
    expect(again.body.data.nodes.map((node: { id: string }) => node.id)).toEqual(ids);
    expect(again.body.data.nodes.map((node: { __typename: string }) => node.__typename)).toEqual([
      'Article',
      'Person',
      'Organisation',
      'Place',
      'Statement',
      'Event',
    ]);
  });

  test('an unknown id gives null, a malformed one an error', async () => {
    expect(
      (await ask('{ node(id: "art_AAAAAAAAAAAAAAAA") { id } person(id: "per_AAAAAAAAAAAAAAAA") { id } }')).body,
    ).toEqual({ data: { node: null, person: null } });
    for (const query of [
      '{ node(id: "nonsense") { id } }',
      '{ articles(after: "nonsense") { nodes { id } } }',
      '{ articles(first: 5000) { nodes { id } } }',
      '{ statements(filter: { speaker: "x" }) { nodes { id } } }',
      '{ statements(filter: { not: { via: "x" } }) { nodes { id } } }',
      '{ person { name } }',
    ]) {
      const { body } = await ask(query);
      expect([query, body.errors?.[0]?.extensions.code]).toEqual([query, 'BAD_USER_INPUT']);
    }
  });

  test('pages walk forwards and backwards over the same statements', async () => {
    const all = (await ask('{ statements(first: 100) { totalCount nodes { id } } }')).body.data.statements;
    const forwards: string[] = [];
    for (let after: string | null = null; ; ) {
      const page: { nodes: { id: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } = (
        await ask(
          `query($after: String) { statements(first: 7, after: $after) { nodes { id }
            pageInfo { hasNextPage endCursor } } }`,
          { after },
        )
      ).body.data.statements;
      forwards.push(...page.nodes.map((node) => node.id));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(forwards).toHaveLength(all.totalCount);
    expect(forwards.slice(0, 100)).toEqual(all.nodes.map((node: { id: string }) => node.id));
    const last = (await ask('{ statements(last: 5) { nodes { id } pageInfo { hasPreviousPage } } }')).body.data
      .statements;
    expect(last.nodes.map((node: { id: string }) => node.id)).toEqual(forwards.slice(-5));
    expect(last.pageInfo.hasPreviousPage).toBe(true);
  });

  test('finds what came through a medium, and what did not', async () => {
    const { id } = (await ask('{ organisation(name: "Interfax") { id } }')).body.data.organisation;
    const query = `query($id: ID!) { all: statements { totalCount }
      through: statements(filter: { via: $id }) { totalCount nodes { viaOrganisation { id } } }
      others: statements(filter: { not: { via: $id } }) { totalCount } }`;
    const { all, through, others } = (await ask(query, { id })).body.data;
    expect(through.nodes.map((node: { viaOrganisation: { id: string } }) => node.viaOrganisation.id)).toEqual(
      Array(through.totalCount).fill(id),
    );
    expect(through.totalCount).toBeGreaterThan(0);
    expect(through.totalCount + others.totalCount).toBe(all.totalCount);
  });

  test('finds words, phrases and prefixes, whatever is typed', async () => {
    const hits = (
      await ask(
        `{ search(query: "\\"joint military\\" exercis*", first: 5) { totalCount
          edges { snippet score node { __typename } } } }`,
      )
    ).body.data.search;
    expect(hits.totalCount).toBeGreaterThan(0);
    expect(hits.edges[0].snippet).toContain('<mark>');
    for (const typed of ['"', '* OR (', 'NEAR(', 'a:b', '', '\u0000'])
      expect(
        (await ask('query($q: String!) { search(query: $q) { totalCount } }', { q: typed })).body.errors,
      ).toBeUndefined();
  });

  test('extract stores nothing', async () => {
    const before = store.countEverything();
    const { body } = await ask(
      `{ extract(input: { text: "Minister Jane Roe told reporters in Oslo that the deal was dead.",
        publishedAt: "2024-05-01" }) { people { name mentions { kind span { text } } }
        statements { kind content { text } speakers { name } } } }`,
    );
    expect(body.data.extract.people[0].name).toBe('Jane Roe');
    expect(body.data.extract.statements[0].speakers[0].name).toBe('Jane Roe');
    expect(store.countEverything()).toEqual(before);
  });
});

describe('writing', () => {
  const INGEST = `mutation($input: ArticleInput!) { ingestArticle(input: $input) { status
      article { title people { nodes { id name } } } errors { message } } }`;
  const input = {
    text: 'OSLO, Norway — Minister Ingrid Solheim said on Monday that the ferry would sail again.',
    url: 'https://example.org/ferry',
    publishedAt: '2024-05-01',
  };
  const granted = { authorization: `Bearer ${TOKEN}` };

  test('needs the token', async () => {
    expect((await ask(INGEST, { input })).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
    expect((await ask(INGEST, { input }, { authorization: 'Bearer wrong' })).body.errors[0].extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });

  test('creates, leaves and updates an article, and takes it out again', async () => {
    expect((await ask(INGEST, { input }, granted)).body.data.ingestArticle.status).toBe('CREATED');
    expect((await ask(INGEST, { input }, granted)).body.data.ingestArticle.status).toBe('UNCHANGED');
    expect(
      (await ask(INGEST, { input: { ...input, text: `${input.text} It did.` } }, granted)).body.data.ingestArticle
        .status,
    ).toBe('UPDATED');
    expect(
      (await ask(INGEST, { input: { text: '   ' } }, granted)).body.data.ingestArticle.errors[0].message,
    ).toContain('no text');
    const { id } = (await ask('{ article(url: "https://example.org/ferry") { id } }')).body.data.article;
    expect(
      (await ask('mutation($id: ID!) { deleteArticle(id: $id) { deletedId } }', { id }, granted)).body.data
        .deleteArticle.deletedId,
    ).toBe(id);
    expect((await ask('{ article(url: "https://example.org/ferry") { id } }')).body.data.article).toBeNull();
  });

  test('a rename holds until it is undone', async () => {
    const { id, name } = (await ask('{ person(name: "Shoigu") { id name } }')).body.data.person;
    const renamed = (
      await ask(
        `mutation($id: ID!) { renameActor(id: $id, name: "S. K. Shoigu") { decision actor { name }
          errors { message } } }`,
        { id },
        granted,
      )
    ).body.data.renameActor;
    expect(renamed.actor.name).toBe('S. K. Shoigu');
    await ask(
      'mutation($decision: ID!) { undo(decision: $decision) { actors { name } } }',
      { decision: renamed.decision },
      granted,
    );
    expect(
      (
        await ask(
          'query($id: ID!) { person(id: $id) { name timeline(first: 3) { edges { day node { __typename } } } } }',
          { id },
        )
      ).body.data.person.name,
    ).toBe(name);
  });
});

describe('limits', () => {
  test.each([
    [
      'depth',
      `{ articles { nodes { ${'people { nodes { articles { nodes { '.repeat(5)} id ${'} } } } '.repeat(5)} } } }`,
      'levels deep',
    ],
    ['aliases', `{ ${Array.from({ length: 60 }, (_, at) => `a${at}: statistics { articles }`).join(' ')} }`, 'aliases'],
    [
      'cost',
      `{ articles(first: 100) { nodes { statements(first: 100) {
        nodes { speakers { statements(first: 100) { nodes { text } } } } } } } }`,
      'may cost',
    ],
  ])('on %s', async (_name, query, reason) => {
    const { status, body } = await ask(query);
    expect(status).toBe(400);
    expect(body.errors.map((error: { message: string }) => error.message).join()).toContain(reason);
  });

  test('on the body', async () => {
    const { status, body } = await ask(`# ${'x'.repeat(300_000)}\n{ statistics { articles } }`);
    expect([status, body.errors[0].extensions.code]).toEqual([413, 'TOO_LARGE']);
  });

  test('a check of health answers', async () => {
    expect(await (await fetch(`${url}/healthz`)).json()).toEqual({ status: 'ok' });
  });
});
