import { existsSync } from 'node:fs';
import { createServer } from '../../api/server.ts';
import { ingest } from '../../ingest.ts';
import { openStore } from '../../store/store.ts';
import type { Settings } from '../settings.ts';
import { ingestPaths } from './print-ingest.ts';

/** Brings the database up to date, reads the seeds that are not in yet, and serves until the process is told to stop; requests that run then are finished first. */
export async function start(settings: Settings): Promise<void> {
  if (existsSync(settings.seeds)) ingestPaths(settings, [settings.seeds], { json: false, quiet: true });
  else openStore({ path: settings.database }).close();
  const store = openStore({ path: settings.database, readonly: true });
  const writable = settings.token === undefined ? null : openStore({ path: settings.database });
  const app = await createServer({
    store,
    writer: writable && { ingest: (article) => ingest(writable, article), store: writable },
    token: settings.token ?? null,
    corsOrigins: settings.cors === '*' ? true : settings.cors.split(',').map((origin) => origin.trim()),
    isProduction: settings.environment === 'production',
    mostBytes: settings.mostBytes,
    logs: settings.environment !== 'test',
  });
  const stop = async (): Promise<void> => {
    await app.close();
    writable?.close();
    store.close();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
  const address = await app.listen({ port: settings.port, host: settings.host });
  const url = address.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
  process.stdout.write(`Dateline serves ${url}/graphql${settings.environment === 'production' ? '' : ` (Apollo Sandbox there; GraphiQL, which needs no internet, at ${url}/graphiql)`}\n`);
}
