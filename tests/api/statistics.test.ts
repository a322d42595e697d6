import { expect, test } from 'vitest';
import { openGraph } from '../graphs.ts';
import { readFixtures } from './articles.ts';
import { type LiveServer, serve } from './live-server.ts';

async function serveFixtures(): Promise<LiveServer> {
  return serve({ store: openGraph(readFixtures()) });
}

const sum = (counts: readonly { count: number }[]): number => counts.reduce((total, { count }) => total + count, 0);

const BREAKDOWNS = [
  'articlesByDay',
  'articlesByPublisher',
  'statementsByDay',
  'statementsByAct',
  'statementsByKind',
  'eventsByDay',
  'eventsByType',
  'eventsByStatus',
] as const;

test.each(BREAKDOWNS)('%s counts everything once', async (breakdown) => {
  const { body } = await (await serveFixtures()).ask(
    `{ statistics { articles statements events ${breakdown} { count } } }`,
  );
  const of = breakdown.replace(/By.*/, '');
  expect(sum(body.data.statistics[breakdown])).toBe(body.data.statistics[of]);
});

test.each([
  ['articlesByDay', 'articles', 'ArticleFilter', { text: 'minister' }],
  ['articlesByPublisher', 'articles', 'ArticleFilter', { not: { text: 'minister' } }],
  ['statementsByDay', 'statements', 'StatementFilter', { kind: ['DIRECT'] }],
  ['statementsByAct', 'statements', 'StatementFilter', { or: [{ kind: ['DIRECT'] }, { act: ['WARN'] }] }],
  ['statementsByKind', 'statements', 'StatementFilter', { act: ['SAY'] }],
  ['eventsByDay', 'events', 'EventFilter', { type: ['CONSULT'] }],
  ['eventsByType', 'events', 'EventFilter', { status: ['PLANNED'] }],
  ['eventsByStatus', 'events', 'EventFilter', { minConfidence: 0.5 }],
])('%s counts what its filter leaves, as the list of %s does', async (breakdown, list, type, filter) => {
  const { body } = await (await serveFixtures()).ask(
    `query($filter: ${type}) { statistics { ${breakdown}(filter: $filter) { count } }
      ${list}(filter: $filter) { totalCount } }`,
    { filter },
  );
  expect(body.data[list].totalCount).toBeGreaterThan(0);
  expect(sum(body.data.statistics[breakdown])).toBe(body.data[list].totalCount);
});

test('days come in their order, all else by how much there is', async () => {
  const { body } = await (await serveFixtures()).ask(
    `{ statistics { articlesByDay(range: { from: "2023-08-01", to: "2023-12-31" }) { day count }
      statementsByDay { day } eventsByDay { day } statementsByAct { act count } eventsByType { count } } }`,
  );
  const { articlesByDay, statementsByDay, eventsByDay, statementsByAct, eventsByType } = body.data.statistics;
  for (const days of [articlesByDay, statementsByDay, eventsByDay]) {
    const told = days.map(({ day }: { day: string | null }) => day ?? '');
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual(told.toSorted());
  }
  for (const { day } of articlesByDay) expect(day >= '2023-08-01' && day <= '2023-12-31').toBe(true);
  for (const counts of [statementsByAct, eventsByType])
    expect(counts.map(({ count }: { count: number }) => count)).toEqual(
      counts.map(({ count }: { count: number }) => count).toSorted((a: number, b: number) => b - a),
    );
});
