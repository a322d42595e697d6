// Sends a server of its own what a stranger might: `npm run fuzz -- [requests]`. The graph has 10,000 articles. Ends
// with status 1 where an answer has a status of 5xx, takes more than two seconds of
// processor time, or memory goes over 400 MB.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, randomFrom, root, startServer, watchHealth } from './production-server.mjs';

const [requests = 50_000] = process.argv.slice(2).map(Number);
const AT_ONCE = 4;
/** What is allowed: seconds of processor time for one answer, and bytes in all. */
const MOST_SECONDS = 2;
const MOST_MEMORY = 400e6;
/** How many of the slowest are asked again, alone, to tell what each costs. */
const SLOWEST = 10;
/** No run takes longer, in milliseconds. */
const MOST_TIME = 30 * 60_000;

const random = randomFrom(20_240_501);
const below = (count) => Math.floor(random() * count);
const pick = (things) => things[below(things.length)];
const many = (count, part) => Array.from({ length: count }, (_, number) => part(number));
let serial = 0;

const WORDS = [
  'the',
  'a*',
  's*',
  'bank',
  'minister',
  'said',
  '"the bank"',
  'talks',
  'b* c*',
  'ministry of works',
  'x',
  '…',
  '',
];
const UNITS = [
  'Bank of ',
  'University of ',
  'New York ',
  'attacking ',
  'said ',
  '“',
  ', who ',
  'he said she said ',
  'Mr. ',
  '2024 ',
  'and ',
  '-',
  'A',
  '\n',
  'Jane Roe told reporters in Oslo that the deal was dead. ',
];
const VALID = `query Q($first: Int = 2, $filter: StatementFilter, $words: String!) {
  articles(first: $first) { nodes { __typename id title ... on Article { publisher { name } } ...said } }
  statements(first: $first, filter: $filter, orderBy: { field: PUBLISHED_AT, direction: DESC }) {
    edges { cursor node { text act } } pageInfo { endCursor } totalCount }
  search(query: $words, types: [ARTICLE, STATEMENT]) { edges { snippet score } }
    person(name: "Grace Gorskice") { events(last: 2) { nodes { type date { start } } } }
}
fragment said on Article { statements(first: 1) { nodes { text confidence speakers { name ... on Actor { aliases } }
  evidence { start end } } } }`;
const TOKENS = VALID.match(/[\w.$@!]+|\S/g) ?? [];
const JUNK = [
  '',
  '{',
  '}',
  '...',
  '(',
  ')',
  '$x',
  '"',
  '"""',
  '#',
  '@include',
  ': 99999999999',
  '[',
  'null',
  '-1',
  'fragment f on Actor { ...f }',
  '\u0000',
  '\u202e',
  '[[[[[[[[',
  'a(b: [[[[',
];

function filter() {
  const text = () => ({ text: pick(WORDS) });
  return pick([
    text,
    () => ({ or: many(1 + below(12), text) }),
    () => ({ and: many(1 + below(6), text), not: { act: ['DENY'] } }),
    () => ({ not: { not: { kind: ['DIRECT'], publishedAt: { from: '2023-01-01' } } } }),
    () => ({ speaker: pick(['per_x', 'x', '']) }),
  ])();
}

/** Requests of each kind: bodies, or texts in their place. */
const KINDS = {
  'documents with tokens changed': () => {
    const tokens = [...TOKENS];
    for (let change = 0; change <= below(4); change += 1) tokens[below(tokens.length)] = pick(JUNK);
    return { query: tokens.join(' '), variables: { words: pick(WORDS) } };
  },
  'ordinary queries, each another': () => {
    serial += 1;
    return {
      query: `{ q${serial}: articles(first: ${below(20)}) { nodes { title
        statements(first: 3) { nodes { text speakers { name } } } } } }`,
    };
  },
  'filters and totals': () => ({
    query: [
      'query($f: StatementFilter) {',
      ...many(
        1 + below(6),
        (number) => `a${number}: statements(first: ${below(3)}, filter: $f) { totalCount nodes { text } }`,
      ),
      '}',
    ].join(' '),
    variables: { f: filter() },
  }),
  searches: () => ({
    query: [
      '{',
      ...many(1 + below(6), (number) => {
        const words = JSON.stringify(pick(WORDS));
        return `s${number}: search(query: ${words}, first: ${below(20)}) { totalCount edges { snippet } }`;
      }),
      '}',
    ].join(' '),
  }),
  'fragments under empty pages': () => {
    serial += 1;
    const level = (name, next) =>
      [
        `fragment ${name} on Article {`,
        ...many(1 + below(6), (number) => `${name}${number}: statements(first: 0) { nodes { article { ${next} } } }`),
        '}',
      ].join(' ');
    return {
      query: `{ z${serial}: articles(first: 1) { nodes { ...A } } } ${level('A', '...B')} ${level('B', '...C')}
        ${level('C', 'id')}`,
    };
  },
  'lists of actors': () => ({
    query: [
      `{ people(first: ${below(30)}, orderBy: { field: NAME, direction: ASC }) { totalCount nodes { name`,
      pick([
        'associates(first: 5) { totalCount nodes { name } }',
        'timeline(first: 5) { edges { day } }',
        'mentions(first: 5) { totalCount }',
        'statements(filter: { kind: [DIRECT] }) { totalCount }',
      ]),
      '} } }',
    ].join(' '),
  }),
  statistics: () => ({
    query:
      '{ statistics { articles eventsByDay { count } statementsByAct { count } articlesByPublisher { name count } } }',
  }),
  'texts that repeat': () => {
    const unit = pick(UNITS) + (random() < 0.5 ? pick(UNITS) : '');
    return {
      query: `query($t: String!) { extract(input: { text: $t }) { statements { content { text } speakers { name } }
          events { type } } }`,
      variables: { t: unit.repeat(Math.ceil((200 + below(4_000)) / unit.length)) },
    };
  },
  'articles that may not be written': () => ({ query: 'mutation { ingestArticle(input: { text: "x" }) { status } }' }),
  'no requests': () =>
    pick([
      '',
      'null',
      '[]',
      '{',
      '"x"',
      '{"query":7}',
      `{"query":"{ a(b: ${'['.repeat(below(5_000))}"}`,
      `[${'{"query":"{ __typename }"},'.repeat(3)}{}]`,
      `{"query":"{ __typename }","variables":${'{"a":'.repeat(500)}1${'}'.repeat(501)}`,
    ]),
};
/** Reading English takes a hundred times as long as most else: fewer of those. */
const RARE = new Set(['texts that repeat', 'filters and totals', 'searches', 'statistics', 'lists of actors']);
const ORDER = Object.keys(KINDS).flatMap((kind) => many(RARE.has(kind) ? 1 : 8, () => kind));

ensureBuilt();
spawnSync('npx', ['tsc', '-p', join(root, 'tsconfig.bench.json')], { cwd: root, stdio: 'inherit' });
const { buildGraph } = await import(pathToFileURL(join(root, 'data/bench/build/graph.js')).href);
const folder = mkdtempSync(join(tmpdir(), 'dateline-fuzz-'));
const database = join(folder, 'news.db');
copyFileSync(buildGraph({ folder: join(root, 'data/bench'), migrations: join(root, 'migrations') }), database);
const server = await startServer(database, { DATELINE_SEEDS: folder });

async function send(body) {
  const began = performance.now();
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, text, milliseconds: performance.now() - began };
}

const slowest = [];
const statuses = new Map();
const failures = [];
let sent = 0;
let highest = 0;
const until = performance.now() + MOST_TIME;
const endWatch = watchHealth(server.url);
const began = performance.now();
await Promise.all(
  many(AT_ONCE, async () => {
    while (sent < requests && performance.now() < until) {
      sent += 1;
      if (sent % 500 === 0) highest = Math.max(highest, (await server.readUsage()).memory);
      const kind = pick(ORDER);
      const body = KINDS[kind]();
      const { status, text, milliseconds } = await send(body);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      if (status >= 500) failures.push(`${status} for ${kind}: ${text.slice(0, 200)}`);
      slowest.push({ kind, body, milliseconds });
      slowest.sort((left, right) => right.milliseconds - left.milliseconds);
      slowest.length = Math.min(slowest.length, SLOWEST);
    }
  }),
);
const took = performance.now() - began;
const health = await endWatch();
highest = Math.max(highest, (await server.readUsage()).memory);
let dearest = { seconds: 0, kind: '' };
for (const { kind, body } of slowest) {
  const before = (await server.readUsage()).processor;
  await send(body);
  const seconds = (await server.readUsage()).processor - before;
  if (seconds > dearest.seconds) dearest = { seconds, kind };
}
await server.stop();
rmSync(folder, { recursive: true });
console.log(
  `${sent} requests in ${Math.round(took / 1000)} s: ${[...statuses]
    .sort()
    .map(([status, count]) => `${count} of ${status}`)
    .join(', ')}`,
);
console.log(
  `the dearest answer took ${dearest.seconds.toFixed(2)} s of processor time (${dearest.kind}); ` +
    `/healthz answered within ${health} ms; memory at most ${Math.round(highest / 1e6)} MB, jobs included`,
);
for (const failure of failures.slice(0, 20)) console.log(failure);
process.exitCode = failures.length > 0 || dearest.seconds > MOST_SECONDS || highest > MOST_MEMORY ? 1 : 0;
