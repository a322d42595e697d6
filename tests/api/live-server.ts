import { onTestFinished } from 'vitest';
import { createServer, type ServerOptions } from '../../src/api/server.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore } from '../../src/store/store.ts';

export const TOKEN = 'a-token-for-tests';

/** An answer of GraphQL as it came. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: answers have the shape of their query.
  readonly body: any;
}

/** A server that listens on a port of its own. */
export interface LiveServer {
  readonly url: string;
  /** The header that writers send. */
  readonly granted: Readonly<Record<string, string>>;
  /** Asks by POST. */
  ask(query: string, variables?: object, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

/** Serves an empty graph, or that of the options, until the test ends. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<LiveServer> {
  const store = options.store ?? openStore({ path: ':memory:' });
  const writer = { ingest: (article: Parameters<typeof ingest>[1]) => ingest(store, article), store };
  const app = await createServer({
    store,
    writer,
    token: TOKEN,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 200_000,
    logs: false,
    ...options,
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.close();
    store.close();
  });
  return {
    url,
    granted: { authorization: `Bearer ${TOKEN}` },
    ask: async (query, variables = {}, headers = {}) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query, variables }),
      });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: JSON.parse(text) };
    },
  };
}
