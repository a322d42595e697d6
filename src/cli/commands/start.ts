import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { createServer } from '../../api/server.ts';
import { DatelineError } from '../../errors.ts';
import { isReadonlyFile } from '../../store/opening.ts';
import { openStore } from '../../store/store.ts';
import type { Settings } from '../settings.ts';
import { superviseWorkers, tellServing } from './workers.ts';

/** Requests a minute: ten a second are more than a reader's frontend makes. */
const RATE_IN_PRODUCTION = 600;

/**
 * Brings the database up to date, reads the seeds that are not in yet, and serves until the process is told to stop; requests that run then are finished first. With several workers this process
 * only keeps them running: each is a process that comes here again, and serves.
 */
export async function start(settings: Settings): Promise<void> {
  if (cluster.worker) return tellServing(await serve(settings, cluster.worker));
  // Who may not write, and does not want to, serves what is there.
  if (settings.token === undefined && isReadonlyFile(settings.database)) openStore({ path: settings.database, readonly: true }).close();
  else if (existsSync(settings.seeds)) {
    const { ingestPaths } = await import('./print-ingest.ts');
    ingestPaths(settings, [settings.seeds], { json: false, quiet: true });
  } else openStore({ path: settings.database }).close();
  const url = settings.workers > 1 ? await superviseWorkers(settings.workers) : await serve(settings, null);
  if (url !== null)
    process.stdout.write(`Dateline serves ${url}/graphql${settings.environment === 'production' ? '' : ` (Apollo Sandbox there; GraphiQL, which needs no internet, at ${url}/graphiql)`}\n`);
}

/** Serves in this process, until it is told to stop; gives the address. Throws a DatelineError where it cannot listen. */
async function serve(settings: Settings, worker: { readonly id: number; disconnect(): void } | null): Promise<string> {
  const store = openStore({ path: settings.database, readonly: true });
  const writable = settings.token === undefined ? null : openStore({ path: settings.database });
  // What reads English is loaded where it is needed: by those who write, by seeds, and by the first text for `extract`.
  const { ingest } = writable ? await import('../../ingest.ts') : { ingest: null };
  const app = await createServer({
    store,
    writer: writable && ingest && { ingest: (article) => ingest(writable, article), store: writable },
    token: settings.token ?? null,
    corsOrigins: settings.cors === '*' ? true : settings.cors.split(',').map((origin) => origin.trim()),
    isProduction: settings.environment === 'production',
    mostBytes: settings.mostBytes,
    logs: settings.environment !== 'test',
    requestsPerMinute: settings.rateLimit ?? (settings.environment === 'production' ? RATE_IN_PRODUCTION : 0),
    mostSeconds: settings.mostSeconds,
    proxies: settings.proxies,
    ...(worker ? { worker: worker.id } : {}),
  });
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
    writable?.close();
    store.close();
    worker?.disconnect();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop());
  const address = await app.listen({ port: settings.port, host: settings.host }).catch(async (cause: unknown) => {
    await stop();
    throw explainListening(settings, cause);
  });
  return address.replace('127.0.0.1', 'localhost').replace('[::1]', 'localhost');
}

function explainListening({ port, host }: Settings, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return new DatelineError('CONFLICT', `Port ${port} of ${host} is taken.`, 'Stop what listens there, or set PORT to another; 0 takes any that is free.', { cause });
  if (code === 'EACCES') return new DatelineError('INVALID_INPUT', `Port ${port} of ${host} may not be used.`, 'Set PORT to one above 1023.', { cause });
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return new DatelineError('INVALID_INPUT', `This machine has no address ${host}.`, 'Set HOST to localhost or 0.0.0.0.', { cause });
  return cause;
}
