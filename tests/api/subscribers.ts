import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Client, createClient } from 'graphql-ws';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { createServer, type ServerOptions } from '../../src/api/server.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore, type Store } from '../../src/store/store.ts';

export const TOKEN = 'a-token-for-tests';
export const NEW_ARTICLES =
  'subscription { articleIngested { title url people(first: 5) { totalCount nodes { name } } } }';

export interface Served {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly store: Store;
  readonly path: string;
}

/** A server that listens, over a file of its own. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  const path = join(folder, 'graph.db');
  const writable = openStore({ path });
  const store = openStore({ path, readonly: true });
  const writer = { ingest: (article: Parameters<typeof ingest>[1]) => ingest(writable, article), store: writable };
  const app = await createServer({
    store,
    writer,
    token: TOKEN,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 50_000,
    logs: false,
    ...options,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.close();
    for (const each of [store, writable]) each.close();
    rmSync(folder, { recursive: true });
  });
  return { app, url: `${url}/graphql`, store, path };
}

export function connect(url: string): Client {
  const client = createClient({ url: url.replace('http', 'ws'), webSocketImpl: WebSocket, retryAttempts: 0 });
  onTestFinished(() => client.dispose());
  return client;
}

/** The answers of a subscription, from when the server listens: it answers a ping after the subscription. */
export async function subscribe(client: Client, query = NEW_ARTICLES): Promise<() => Promise<unknown>> {
  const answers = client.iterate({ query });
  const taken: Promise<unknown>[] = [];
  const answered = new Promise<void>((resolve) => {
    client.on('pong', () => resolve());
    client.on('connected', (socket) => {
      if (socket instanceof WebSocket) setImmediate(() => socket.send(JSON.stringify({ type: 'ping' })));
    });
  });
  const first = answers.next();
  first.catch(() => {});
  taken.push(first);
  await answered;
  return () => taken.pop() ?? answers.next();
}

const ingested = z.object({ data: z.object({ ingestArticle: z.object({ status: z.string() }) }) });

export async function post(url: string, text: string, address = 'https://news.example/ferry'): Promise<string> {
  const query = 'mutation($input: ArticleInput!) { ingestArticle(input: $input) { status } }';
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}` },
    body: JSON.stringify({ query, variables: { input: { text, url: address, title: text.slice(0, 20) } } }),
  });
  return ingested.parse(await response.json()).data.ingestArticle.status;
}

const arrived = z.object({
  value: z.object({ data: z.object({ articleIngested: z.object({ title: z.string() }).loose() }) }),
});
export const titleOf = async (answer: Promise<unknown>): Promise<string> =>
  arrived.parse(await answer).value.data.articleIngested.title;
