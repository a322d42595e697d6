import { fileURLToPath } from 'node:url';
import { type Child, startChild } from './child.ts';
import type { Question } from './questions.ts';
import type { Ask } from './race.ts';

/** A server that answers the questions. */
export interface Peer {
  readonly name: string;
  /** What Node runs. */
  readonly script: readonly string[];
  readonly isGraphql: boolean;
  /** Where it takes GraphQL. */
  readonly path: string;
}

const peer = (file: string): string => fileURLToPath(new URL(`peers/${file}.js`, import.meta.url));

/**
 * The first is what the others are measured against. Dateline is the built command line, as users start it, in
 * production.
 */
export function listPeers(root: string): readonly Peer[] {
  return [
    {
      name: 'tutorial: Apollo standalone, DataLoader, drizzle',
      script: [peer('tutorial')],
      isGraphql: true,
      path: '/',
    },
    { name: 'Dateline', script: [`${root}dist/cli/main.js`, 'start'], isGraphql: true, path: '/graphql' },
    { name: 'Mercurius: JIT, loaders, prepared SQL', script: [peer('mercurius')], isGraphql: true, path: '/graphql' },
    { name: 'bare: node:http, one SQL statement makes the JSON', script: [peer('bare')], isGraphql: false, path: '/' },
  ];
}

/** What Dateline's figures need in production. */
export const METRICS_TOKEN = 'a-token-for-benchmarks';

/** Starts a peer over a graph, read-only where it can be, in so many processes where it can; nothing is read in. */
export async function startPeer({ script }: Peer, graph: string, workers = 1): Promise<Child> {
  const settings = {
    DATELINE_DB: graph,
    DATELINE_SEEDS: `${graph}.none`,
    DATELINE_TOKEN: '',
    DATELINE_RATE_LIMIT: '0',
    DATELINE_METRICS_TOKEN: METRICS_TOKEN,
    DATELINE_WORKERS: String(workers),
    PORT: '0',
    HOST: '127.0.0.1',
  };
  return startChild(script, settings);
}

/** How a peer is asked a question. */
export function askPeer({ isGraphql, path }: Peer, { name, query, variables }: Question): Ask {
  return isGraphql
    ? { path, body: JSON.stringify({ query, variables }) }
    : { path: `/${name}?${new URLSearchParams(variables)}` };
}
