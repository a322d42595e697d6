// A server of its own in production, for what puts load on one: built, started over a file, and asked for its figures.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
export const main = join(root, 'dist/cli/main.js');

/** Builds what is to be served, where it is not. */
export function ensureBuilt() {
  spawnSync(process.execPath, [join(root, 'scripts/ensure-built.mjs')], { stdio: 'inherit' });
}

/**
 * Starts a server over a SQLite file without a limit of requests, and gives it once it listens: its address, the token
 * of writers, its figures and what stops it.
 */
export async function startServer(database, settings = {}) {
  const token = randomUUID();
  const environment = {
    ...process.env,
    NODE_ENV: 'production',
    DATELINE_DB: database,
    DATELINE_SEEDS: join(root, 'seeds'),
    DATELINE_RATE_LIMIT: '0',
    DATELINE_TOKEN: token,
    DATELINE_METRICS_TOKEN: token,
    PORT: '0',
    HOST: '127.0.0.1',
    ...settings,
  };
  const child = spawn(process.execPath, ['--max-old-space-size=1024', '--max-semi-space-size=2', main, 'start'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const authorization = `Bearer ${token}`;
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /serves (\S+)\/graphql/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return {
      url,
      authorization,
      /** What it has used so far, its jobs included: memory in bytes, processor time in seconds. */
      async readUsage() {
        const figures = await (await fetch(`${url}/metrics`, { headers: { authorization } })).text();
        const read = (name) =>
          Number(
            figures
              .split('\n')
              .find((line) => line.startsWith(`${name} `))
              ?.slice(name.length),
          );
        return { memory: read('process_resident_memory_bytes'), processor: read('process_cpu_seconds_total') };
      },
      async stop() {
        child.kill('SIGTERM');
        await new Promise((resolve) => child.once('exit', resolve));
      },
    };
  }
  throw new Error('The server did not start.');
}

/**
 * Asks whether a server lives, over and over until told to stop; gives how long it waited at the most, in milliseconds.
 */
export function watchHealth(url) {
  let isWatching = true;
  let longest = 0;
  const watching = (async () => {
    while (isWatching) {
      const began = performance.now();
      await (await fetch(`${url}/healthz`)).text();
      longest = Math.max(longest, performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  })();
  return async () => {
    isWatching = false;
    await watching;
    return Math.round(longest);
  };
}

/** Numbers from 0 to 1, the same every time. */
export function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
