import { expect, test } from 'vitest';
import { openStore } from '../../src/store/store.ts';
import { type LiveServer, serve } from './live-server.ts';

/** The samples of a scrape by name and labels. */
async function scrape({ url }: LiveServer): Promise<Map<string, number>> {
  const response = await fetch(`${url}/metrics`);
  expect([response.status, response.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line): [string, number] => [
      line.slice(0, line.lastIndexOf(' ')),
      Number(line.slice(line.lastIndexOf(' ') + 1)),
    ]),
  );
}

const INGEST = `mutation Ingest($text: String!) {
  ingestArticle(input: { text: $text, url: "https://example.org/bridge" }) { status errors { message } } }`;

test('requests, errors and operations are counted by status, code and name', async () => {
  const server = await serve();
  await server.ask('query Totals { statistics { articles } }');
  await server.ask('query Totals { statistics { articles } }');
  await server.ask('{ statistics { articles } }');
  await server.ask('{ nothing }');
  await server.ask('{ node(id: "nonsense") { id } }');
  await fetch(`${server.url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' });
  const samples = await scrape(server);
  expect(
    Object.fromEntries([...samples].filter(([name]) => /^dateline_(?:requests|errors)_total|_count/.test(name))),
  ).toEqual({
    'dateline_requests_total{status="200"}': 4,
    'dateline_requests_total{status="400"}': 2,
    'dateline_errors_total{code="GRAPHQL_VALIDATION_FAILED"}': 1,
    'dateline_errors_total{code="BAD_USER_INPUT"}': 1,
    'dateline_errors_total{code="BAD_REQUEST"}': 1,
    'dateline_operation_duration_seconds_count{operation="Totals"}': 2,
    'dateline_operation_duration_seconds_count{operation="anonymous"}': 4,
  });
  expect(samples.get('dateline_operation_duration_seconds_bucket{le="+Inf",operation="Totals"}')).toBe(2);
  expect(samples.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000);
  expect(samples.get('process_cpu_seconds_total')).toBeGreaterThan(0);
});

test('what comes of ingests is counted', async () => {
  const server = await serve();
  for (const text of [
    'Mayor Ida Krog opened the bridge.',
    'Mayor Ida Krog opened the bridge.',
    'Mayor Ida Krog closed the bridge.',
  ])
    await server.ask(INGEST, { text }, server.granted);
  await server.ask(INGEST, { text: 'Mayor Ida Krog left.' });
  const samples = await scrape(server);
  const counts = ['CREATED', 'UNCHANGED', 'UPDATED', 'FAILED'].map((status) =>
    samples.get(`dateline_ingests_total{status="${status}"}`),
  );
  expect(counts).toEqual([1, 1, 1, 0]);
});

test('clients cannot make series without end', async () => {
  const server = await serve();
  for (let number = 0; number < 130; number += 1) await server.ask(`query Name${number} { __typename }`);
  await server.ask(`query ${'Long'.repeat(100)} { __typename }`);
  const samples = await scrape(server);
  const names = [...samples.keys()].filter((name) => name.startsWith('dateline_operation_duration_seconds_count'));
  expect(names).toHaveLength(101);
  expect(samples.get('dateline_operation_duration_seconds_count{operation="other"}')).toBe(31);
});

test('two servers count apart', async () => {
  const [one, other] = [await serve(), await serve()];
  await one.ask('{ __typename }');
  expect((await scrape(one)).get('dateline_requests_total{status="200"}')).toBe(1);
  expect((await scrape(other)).get('dateline_requests_total{status="200"}')).toBeUndefined();
});

test('a server is ready while its store answers, and healthy as long as it runs', async () => {
  const store = openStore({ path: ':memory:' });
  const { url } = await serve({ store });
  const statuses = async (): Promise<number[]> => [
    (await fetch(`${url}/readyz`)).status,
    (await fetch(`${url}/healthz`)).status,
  ];
  expect(await statuses()).toEqual([200, 200]);
  store.close();
  expect(await statuses()).toEqual([503, 200]);
});
