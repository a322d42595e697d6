import cluster from 'node:cluster';
import { existsSync } from 'node:fs';
import { Metrics, type MetricsAccess } from '../../api/metrics.ts';
import { createServer } from '../../api/server.ts';
import { gatherMetrics } from '../../api/worker-metrics.ts';
import { DatelineError } from '../../errors.ts';
import { isReadonlyFile } from '../../store/opening.ts';
import { openStore } from '../../store/store.ts';
import type { Settings } from '../settings.ts';
import { superviseWorkers, tellServing } from './workers.ts';

/** Requests a minute: ten a second are more than a reader's frontend makes. */
const RATE_IN_PRODUCTION = 600;
/** How long who serves may take to say that it is ready, in milliseconds. */
const PROBE_PATIENCE = 5_000;

/**
 * Brings the database up to date, reads the seeds that are not in yet, and serves until the process is told to stop;
 * requests that run then are finished first. With several workers this process only keeps them running: each is a
 * process that comes here again, and serves.
 */
export async function start(settings: Settings): Promise<void> {
  if (cluster.worker) return tellServing(await serve(settings, new Metrics(true), cluster.worker));
  // Who may not write, and does not want to, serves what is there.
  if (settings.token === undefined && isReadonlyFile(settings.database))
    openStore({ path: settings.database, readonly: true }).close();
  else if (existsSync(settings.seeds)) {
    const { ingestPaths } = await import('./print-ingest.ts');
    ingestPaths(settings, [settings.seeds], { json: false, quiet: true });
  } else openStore({ path: settings.database }).close();
  const metrics = settings.workers > 1 ? { print: gatherMetrics() } : new Metrics(false);
  let url: string | null = null;
  await openProbes(settings, metrics, async () => url !== null && isReady(url));
  url = metrics instanceof Metrics ? await serve(settings, metrics, null) : await superviseWorkers(settings.workers);
  if (url === null) return;
  const pages =
    settings.environment === 'production'
      ? ''
      : ` (Apollo Sandbox there; GraphiQL, which needs no internet, at ${url}/graphiql)`;
  process.stdout.write(`Dateline serves ${url}/graphql${pages}\n`);
}

/**
 * Serves in this process, until it is told to stop; gives the address. Throws a DatelineError where it cannot listen.
 */
async function serve(
  settings: Settings,
  metrics: Metrics,
  worker: { readonly id: number; disconnect(): void } | null,
): Promise<string> {
  const store = openStore({ path: settings.database, readonly: true });
  const app = await createServer({
    store,
    // What writes is a job: this process never does.
    writer: null,
    jobs: { database: settings.database, writes: settings.token !== undefined },
    token: settings.token ?? null,
    corsOrigins: settings.cors === '*' ? true : settings.cors.split(',').map((origin) => origin.trim()),
    isProduction: settings.environment === 'production',
    mostBytes: settings.mostBytes,
    logs: settings.environment !== 'test',
    requestsPerMinute: settings.rateLimit ?? (settings.environment === 'production' ? RATE_IN_PRODUCTION : 0),
    mostSeconds: settings.mostSeconds,
    proxies: settings.proxies,
    metrics,
    metricsAccess: accessToMetrics(settings),
    ...(worker ? { worker: worker.id } : {}),
  });
  let isStopping = false;
  const stop = async (): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    await app.close();
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

/**
 * Who may read the figures on the port of the graph: with a token whoever has it; without one nobody where they have a
 * port of their own, and nobody in production.
 */
function accessToMetrics({ metricsToken, metricsPort, environment }: Settings): MetricsAccess {
  if (metricsToken !== undefined) return { token: metricsToken };
  return metricsPort === undefined && environment !== 'production' ? 'OPEN' : 'CLOSED';
}

/**
 * Serves figures and probes on a port of their own where the settings have one, until the process is told to stop.
 * Throws a DatelineError where it cannot listen.
 */
async function openProbes(
  { metricsPort: port, metricsHost: host, metricsToken }: Settings,
  metrics: Pick<Metrics, 'print'>,
  answersReady: () => Promise<boolean>,
): Promise<void> {
  if (port === undefined) return;
  const { openMetricsPort } = await import('../../api/metrics-port.ts');
  const { url, close } = await openMetricsPort({
    port,
    host,
    token: metricsToken ?? null,
    print: async () => metrics.print(),
    isReady: answersReady,
  }).catch((cause: unknown) => {
    throw explainListening({ port, host }, cause, ['DATELINE_METRICS_PORT', 'DATELINE_METRICS_HOST']);
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, close);
  process.stdout.write(`Dateline tells its figures at ${url}/metrics\n`);
}

/** Whether what serves at an address, in this process or a worker, says that it is ready. */
async function isReady(url: string): Promise<boolean> {
  try {
    return (
      await fetch(`${url}/readyz`, { headers: { connection: 'close' }, signal: AbortSignal.timeout(PROBE_PATIENCE) })
    ).ok;
  } catch {
    return false;
  }
}

type Listening = Pick<Settings, 'port' | 'host'>;

function explainListening(
  { port, host }: Listening,
  cause: unknown,
  [portName, hostName]: readonly [string, string] = ['PORT', 'HOST'],
): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE')
    return new DatelineError(
      'CONFLICT',
      `Port ${port} of ${host} is taken.`,
      `Stop what listens there, or set ${portName} to another; 0 takes any that is free.`,
      { cause },
    );
  if (code === 'EACCES')
    return new DatelineError(
      'INVALID_INPUT',
      `Port ${port} of ${host} may not be used.`,
      `Set ${portName} to one above 1023.`,
      { cause },
    );
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL')
    return new DatelineError(
      'INVALID_INPUT',
      `This machine has no address ${host}.`,
      `Set ${hostName} to localhost or 0.0.0.0.`,
      { cause },
    );
  return cause;
}
