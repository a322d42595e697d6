import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Connected, connect } from '../../examples/client/connect.ts';
import { WhoSaidWhatDocument } from '../../examples/client/generated.ts';
import { describe, follow, saidBy } from '../../examples/client/who-said-what.ts';
import { createServer } from '../../src/api/server.ts';
import { ingest } from '../../src/ingest.ts';
import type { Store } from '../../src/store/store.ts';
import { openGraph } from '../graphs.ts';
import { readFixtures } from '../api/articles.ts';

const TOKEN = 'a-token-for-tests';
let store: Store;
let app: FastifyInstance;
let connected: Connected;
let url: string;

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
  url = `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
  connected = connect(url);
});

afterAll(async () => {
  await connected.close();
  await app.close();
  store.close();
});

async function gather<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('the generated types are those of the schema and the operations', () => {
  const script = fileURLToPath(new URL('../../scripts/generate-client.mjs', import.meta.url));
  const { stdout } = spawnSync(process.execPath, [script, '--print'], { encoding: 'utf8' });
  expect(
    readFileSync(new URL('../../examples/client/generated.ts', import.meta.url), 'utf8'),
    'run `npm run client:generate`',
  ).toBe(stdout);
});

test.each([1, 7, 100])('walks over all statements in pages of %i, and keeps them as one list', async (size) => {
  const { client, close } = connect(url);
  const statements = await gather(saidBy(client, null, size));
  expect(statements.map(({ id }) => id)).toEqual(allStatements());
  const cached = client.readQuery({ query: WhoSaidWhatDocument, variables: { first: size, filter: null } });
  expect(cached?.statements.edges.map((edge) => edge.node.id)).toEqual(statements.map(({ id }) => id));
  await close();
});

/** The ids of all statements, read straight from the store, page after page. */
function allStatements(after: string | null = null): string[] {
  const [page] = store.statements.connect(null, [''], { first: 100, after, last: null, before: null }, null, null);
  const edges = page?.edges ?? [];
  const last = edges.at(-1);
  return [...edges.map(({ node }) => node.id), ...(last && edges.length === 100 ? allStatements(last.cursor) : [])];
}

test('prints who said what', async () => {
  const lines = (await gather(saidBy(connected.client, 'Bagheri', 2))).map(describe);
  expect(lines.length).toBeGreaterThan(1);
  expect(lines).toContainEqual(
    expect.stringMatching(/^Mohammad Bagheri \(say, via Iranian state media\): “This document has serious .* \[.*\]$/),
  );
});

test('says so where nobody goes by the name', async () => {
  await expect(gather(saidBy(connected.client, 'Nobody Whatsoever', 2))).rejects.toThrow(
    'No article names Nobody Whatsoever.',
  );
});

/** Resolves when the server has begun the next subscription. */
function subscribed(): Promise<void> {
  return new Promise((resolve) =>
    app.websocketServer.once('connection', (socket) =>
      socket.on('message', (message) => String(message).includes('"type":"subscribe"') && setImmediate(resolve)),
    ),
  );
}

test('follows what comes in, until told to stop', async () => {
  const begun = subscribed();
  const told: string[][] = [];
  const { client, close } = connect(url);
  const first = new Promise<void>((resolve, reject) => {
    const stop = follow(
      client,
      ({ title, statements }) => {
        told.push([title, ...statements.nodes.map(describe)]);
        stop();
        resolve();
      },
      reject,
    );
  });
  await begun;
  const body = JSON.stringify({
    query: `mutation {
        ingestArticle(input: { title: "Ferry", text: "Minister Ingrid Solheim said that the ferry would sail again."
        }) { status } }`,
  });
  await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body,
  });
  await first;
  await close();
  expect(told).toEqual([
    ['Ferry', expect.stringMatching(/^Ingrid Solheim \(say\): .*the ferry would sail again \[Ferry\]$/)],
  ]);
});
