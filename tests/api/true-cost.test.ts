import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getOperationAST, parse, validate } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Batches } from '../../src/api/context.ts';
import { measureOperation } from '../../src/api/cost.ts';
import { Executor } from '../../src/api/executor/executor.ts';
import { DEFAULT_LIMITS } from '../../src/api/limits.ts';
import { loadSchema } from '../../src/api/schema.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { buildGraph } from '../bench/graph.ts';
import { CostlyOperations, type GraphPools } from './costly-operations.ts';

const schema = loadSchema();
const executor = new Executor(schema);
/** How many operations are drawn by their seeds, and how far the processor time of a unit may be from the median. */
const DRAWN = 150;
const FARTHEST = 20;

let folder: string;
let store: Store;
let pools: GraphPools;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-cost-'));
  store = openStore({
    path: buildGraph({
      folder,
      migrations: fileURLToPath(new URL('../../migrations', import.meta.url)),
      articles: 1_000,
    }),
    readonly: true,
  });
  const { data } = await run('{ people(first: 100) { nodes { id name } } articles(first: 20) { nodes { id } } }');
  const text = JSON.stringify(data);
  const all = (pattern: RegExp): string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '');
  pools = { people: all(/"(per_[^"]+)"/g), articles: all(/"(art_[^"]+)"/g), names: all(/"name":"([^"]+)"/g) };
});

afterAll(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

/** What the executor gives to a query, as a request of its own: read, checked and planned anew. */
async function run(query: string): Promise<{ readonly data?: unknown; readonly errors?: unknown }> {
  const document = parse(query);
  const invalid = validate(schema, document);
  if (invalid.length > 0) return { errors: invalid };
  const context = { store, writer: null, permission: 'OFF', batches: new Batches() } as const;
  return executor.execute({
    document,
    operation: getOperationAST(document) ?? undefined,
    operationName: null,
    variables: {},
    context,
  });
}

function costOf(query: string): number {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  return measureOperation({ schema, document, operation, variables: {} }).cost;
}

/** The least processor time of some runs, in microseconds: whatever else the machine does only adds to it. */
async function timeOf(query: string, runs: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let at = 0; at < runs; at += 1) {
    const before = process.cpuUsage();
    const answer = await run(query);
    JSON.stringify(answer.data);
    const { user, system } = process.cpuUsage(before);
    expect(answer.errors, query).toBeUndefined();
    least = Math.min(least, user + system);
  }
  return least;
}

test('a unit of cost is about the same processor time, whatever is asked', async () => {
  const measured: { readonly query: string; readonly cost: number; time: number }[] = [];
  for (let seed = 0; measured.length < DRAWN; seed += 1) {
    const query = new CostlyOperations(pools, seed).write();
    const cost = costOf(query);
    if (cost <= DEFAULT_LIMITS.cost) measured.push({ query, cost, time: await timeOf(query, 1) });
  }
  const units = measured.map(({ time, cost }) => time / cost).sort((left, right) => left - right);
  const median = units[units.length / 2] ?? 0;
  const isFar = ({ time, cost }: { readonly time: number; readonly cost: number }): boolean =>
    time / cost > FARTHEST * median || time / cost < median / FARTHEST;
  for (const item of measured.filter(isFar)) item.time = Math.min(item.time, await timeOf(item.query, 5));
  expect(measured.filter(isFar)).toEqual([]);
});
