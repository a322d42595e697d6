// Puts load on a server of its own, in a process of its own: `npm run load -- [seconds] [connections]`. Ends with status 1 where a request failed.
import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import autocannon from 'autocannon';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const [seconds = 60, connections = 64] = process.argv.slice(2).map(Number);

/** How often memory is looked at while the load is on: it should rise at first, and then no more. */
const SAMPLES = 6;

/** What frontends ask for, from light to heavy. */
const QUERIES = [
  ['query Front { articles(first: 10) { nodes { title publishedAt dateline { name } statements(first: 3) { nodes { text speakers { name } } } } } }', {}],
  ['query Person($name: String!) { person(name: $name) { name positions { title } statements(first: 10) { nodes { text } } timeline(first: 10) { edges { day } } } }', { name: 'Shoigu' }],
  ['query Search($words: String!) { search(query: $words, first: 10) { totalCount edges { snippet } } }', { words: 'minister' }],
  ['query Totals { statistics { articles eventsByType { count } } }', {}],
  [
    'query Nested($first: Int!) { articles(first: $first) { nodes { title statements(first: 20) { nodes { text speakers { name ... on Person { positions { title } } } } } events(first: 20) { nodes { type participants { text actor { name } } } } } } }',
    { first: 20 },
  ],
].map(([query, variables]) => JSON.stringify({ query, variables }));

const folder = mkdtempSync(join(tmpdir(), 'dateline-load-'));
/** What its figures need in production. */
const token = randomUUID();
const environment = {
  ...process.env,
  NODE_ENV: 'production',
  DATELINE_DB: join(folder, 'news.db'),
  DATELINE_SEEDS: join(root, 'seeds'),
  DATELINE_RATE_LIMIT: '0',
  DATELINE_METRICS_TOKEN: token,
  PORT: '0',
  HOST: '127.0.0.1',
};

/** The resident memory of the server in bytes, by its own figures. */
async function readMemory(url) {
  const figures = await (await fetch(new URL('/metrics', url), { headers: { authorization: `Bearer ${token}` } })).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(figures)?.[1]);
}

/** Starts the server, and gives its address once it listens. */
async function start() {
  const child = spawn(process.execPath, [main, 'start'], { env: environment, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /serves (\S+)/.exec(line)?.[1];
    if (url === undefined) continue;
    child.stdout.resume();
    return { child, url };
  }
  throw new Error('The server did not start.');
}

spawnSync(process.execPath, [join(root, 'scripts/ensure-built.mjs')], { stdio: 'inherit' });
const articles = readdirSync(join(root, 'tests/articles')).flatMap((name) => (name.endsWith('.txt') ? [join(root, 'tests/articles', name)] : []));
spawnSync(process.execPath, [main, 'ingest', ...articles], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
const { child, url } = await start();
try {
  const memory = [await readMemory(url)];
  const samples = setInterval(() => void readMemory(url).then((bytes) => memory.push(bytes)), (seconds * 1000) / (SAMPLES + 0.5));
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: QUERIES.map((body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })),
    verifyBody: (body) => !body.includes('"errors"'),
  });
  clearInterval(samples);
  memory.push(await readMemory(url));
  const { requests, latency, errors, timeouts, mismatches, non2xx } = result;
  console.log(`${requests.total} requests in ${seconds} s over ${connections} connections: ${Math.round(requests.average)} a second`);
  console.log(`latency: ${latency.p50} ms median, ${latency.p90} ms 90 %, ${latency.p99} ms 99 %, ${latency.max} ms at most`);
  console.log(`failed: ${errors} errors, ${timeouts} of them timeouts; ${non2xx} other statuses; ${mismatches} answers with errors`);
  console.log(`memory from start to end: ${memory.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(', ')}`);
  process.exitCode = errors + non2xx + mismatches > 0 ? 1 : 0;
} finally {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  rmSync(folder, { recursive: true });
}
