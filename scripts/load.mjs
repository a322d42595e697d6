// Puts load on a server of its own, in a process of its own: `npm run load -- [seconds] [connections]`. An article is
// written each second. Ends with status 1 where a request failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { ensureBuilt, main, root, startServer, watchHealth } from './production-server.mjs';

const [seconds = 60, connections = 64] = process.argv.slice(2).map(Number);

/** How often memory is looked at while the load is on: it should rise at first, and then no more. */
const SAMPLES = 6;

/** What frontends ask for, from light to heavy. */
const QUERIES = [
  [
    `query Front { articles(first: 10) { nodes { title publishedAt dateline { name }
      statements(first: 3) { nodes { text speakers { name } } } } } }`,
    {},
  ],
  [
    `query Person($name: String!) { person(name: $name) { name positions { title }
      statements(first: 10) { nodes { text } } timeline(first: 10) { edges { day } } } }`,
    { name: 'Shoigu' },
  ],
  [
    'query Search($words: String!) { search(query: $words, first: 10) { totalCount edges { snippet } } }',
    { words: 'minister' },
  ],
  ['query Totals { statistics { articles eventsByType { count } } }', {}],
  [
    `query Nested($first: Int!) { articles(first: $first) {
      nodes { title statements(first: 20) { nodes { text speakers { name ... on Person { positions { title } } } } }
      events(first: 20) { nodes { type participants { text actor { name } } } } } } }`,
    { first: 20 },
  ],
].map(([query, variables]) => JSON.stringify({ query, variables }));
const INGEST = 'mutation Ingest($input: ArticleInput!) { ingestArticle(input: $input) { status errors { message } } }';

ensureBuilt();
const folder = mkdtempSync(join(tmpdir(), 'dateline-load-'));
const database = join(folder, 'news.db');
const articles = readdirSync(join(root, 'tests/articles')).flatMap((name) =>
  name.endsWith('.txt') ? [join(root, 'tests/articles', name)] : [],
);
spawnSync(process.execPath, [main, 'ingest', ...articles], {
  env: { ...process.env, DATELINE_DB: database },
  stdio: ['ignore', 'ignore', 'inherit'],
});
const server = await startServer(database);
const writes = { created: 0, failed: 0 };

const QUOTED = '“We ran out of money,” she said.';

/** Writes an article that is there for as long as the load is on. */
async function write(number) {
  const text = `Minister Jane Roe told reporters in Oslo that visit ${number} was off. ${QUOTED}`;
  const body = JSON.stringify({
    query: INGEST,
    variables: { input: { text, url: `https://news.example/load/${number}` } },
  });
  const answer = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: server.authorization },
    body,
  });
  const isCreated = (await answer.text()).includes('"CREATED"');
  writes[isCreated ? 'created' : 'failed'] += 1;
}

try {
  const memory = [(await server.readUsage()).memory];
  const samples = setInterval(
    () => void server.readUsage().then((usage) => memory.push(usage.memory)),
    (seconds * 1000) / (SAMPLES + 0.5),
  );
  let number = 0;
  const writer = setInterval(() => void write(number++), 1000);
  const endWatch = watchHealth(server.url);
  const result = await autocannon({
    url: `${server.url}/graphql`,
    connections,
    duration: seconds,
    requests: QUERIES.map((body) => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body })),
    verifyBody: (body) => !body.includes('"errors"'),
  });
  clearInterval(samples);
  clearInterval(writer);
  const health = await endWatch();
  memory.push((await server.readUsage()).memory);
  const { requests, latency, errors, timeouts, mismatches, non2xx } = result;
  console.log(
    `${requests.total} requests in ${seconds} s over ${connections} connections: ` +
      `${Math.round(requests.average)} a second`,
  );
  console.log(
    `latency: ${latency.p50} ms median, ${latency.p90} ms 90 %, ${latency.p99} ms 99 %, ${latency.max} ms at most`,
  );
  console.log(
    `failed: ${errors} errors, ${timeouts} of them timeouts; ${non2xx} other statuses; ` +
      `${mismatches} answers with errors`,
  );
  console.log(`writes: ${writes.created} articles, ${writes.failed} failed; /healthz answered within ${health} ms`);
  console.log(
    `memory from start to end, jobs included: ${memory.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(', ')}`,
  );
  process.exitCode = errors + non2xx + mismatches + writes.failed > 0 ? 1 : 0;
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}
