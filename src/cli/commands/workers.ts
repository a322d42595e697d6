import cluster, { type Worker } from 'node:cluster';
import { hostname } from 'node:os';

/**
 * A worker that ends sooner than this is replaced only after as long, so that one that cannot run does not take the
 * machine; in milliseconds.
 */
const SHORTEST_LIFE = 1_000;
const SERVING = 'dateline:serving';

/** In a worker: tells the process that started it that it serves, and where. */
export function tellServing(url: string): void {
  process.send?.({ type: SERVING, url });
}

/**
 * Keeps so many workers serving until this process is told to stop, which tells them all; they finish what runs.
 * Connections go to the workers in turn. One that ends unasked is logged and replaced. Gives the address once all
 * serve; null where the first cannot, which has said why: this process ends as that one did.
 */
export async function superviseWorkers(count: number): Promise<string | null> {
  let isStopping = false;
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      isStopping = true;
      for (const worker of Object.values(cluster.workers ?? {})) worker?.process.kill('SIGTERM');
    });
  }
  // The first one alone: what keeps it from serving would keep the others, and is said once.
  const first = await serving(cluster.fork());
  if (typeof first !== 'string') {
    process.exitCode = isStopping ? 0 : (first ?? 1);
    return null;
  }
  const born = new Map<Worker, number>();
  cluster.on('fork', (worker) => born.set(worker, performance.now()));
  cluster.on('exit', (worker, code: number | null, signal: string | null) => {
    if (isStopping) return;
    logEnd(worker, code, signal);
    const lived = performance.now() - (born.get(worker) ?? 0);
    born.delete(worker);
    setTimeout(() => isStopping || cluster.fork(), lived < SHORTEST_LIFE ? SHORTEST_LIFE : 0);
  });
  await Promise.all(Array.from({ length: count - 1 }, () => serving(cluster.fork())));
  return isStopping ? null : first;
}

/** Where a worker serves, or the status that it ended with before it did. */
async function serving(worker: Worker): Promise<string | number | null> {
  return new Promise((resolve) => {
    worker.on('message', (message: unknown) => {
      if (
        typeof message === 'object' &&
        message !== null &&
        'type' in message &&
        message.type === SERVING &&
        'url' in message &&
        typeof message.url === 'string'
      )
        resolve(message.url);
    });
    worker.once('exit', (code: number | null) => resolve(code));
  });
}

/** A line like those of the workers. */
function logEnd(worker: Worker, code: number | null, signal: string | null): void {
  const line = {
    level: 50,
    time: Date.now(),
    pid: process.pid,
    hostname: hostname(),
    worker: worker.id,
    code,
    signal,
    msg: 'a worker ended and is replaced',
  };
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
