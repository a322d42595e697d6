import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import mercurius from 'mercurius';
import { bench, describe } from 'vitest';
import { createServer } from '../../src/api/server.ts';
import { loadSchema } from '../../src/api/schema.ts';
import { Batches } from '../../src/api/context.ts';
import { parseArticles } from '../../src/article/formats.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore } from '../../src/store/store.ts';

const QUERY =
  '{ articles(first: 20) { nodes { title statements(first: 20) { nodes { text speakers { name ... on Person { positions { title } } } } } events(first: 20) { nodes { type participants { text actor { name } } } } } } }';

const path = join(mkdtempSync(join(tmpdir(), 'dateline-bench-')), 'graph.db');
const store = openStore({ path });
const folder = new URL('../articles/', import.meta.url);
for (const name of readdirSync(folder).filter((file) => file.endsWith('.txt'))) {
  for (const article of parseArticles(readFileSync(new URL(name, folder)), 1_000_000)) if (!(article instanceof Error)) ingest(store, article);
}

const dateline = await createServer({ store, writer: null, token: null, corsOrigins: true, isProduction: true, mostBytes: 1_000_000, logs: false });
const peer = Fastify();
await peer.register(mercurius, { schema: loadSchema(), jit: 1, context: () => ({ store, writer: null, permission: 'OFF' as const, batches: new Batches() }) });
const limit = Fastify();
limit.get('/bare', async () => ({ articles: store.articles.connect(null, [''], { first: 20, after: null, last: null, before: null }, null, null)[0]?.edges.map((edge) => edge.node.title) }));
await Promise.all([dateline.ready(), peer.ready(), limit.ready()]);

const ask = { method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: { query: QUERY } } as const;

describe('a nested query: articles, statements, speakers, positions, events, participants', () => {
  bench('Dateline (Apollo Server on Fastify)', async () => {
    await dateline.inject(ask);
  });
  bench('Mercurius with its JIT over the same store', async () => {
    await peer.inject(ask);
  });
  bench('a bare handler with one of the lists', async () => {
    await limit.inject({ method: 'GET', url: '/bare' });
  });
});
