import { expect, test } from 'vitest';
import { createServer } from '../../src/api/server.ts';
import { openStore } from '../../src/store/store.ts';
import { buildArticle, type GivenArticle } from '../store/reading-builder.ts';

const QUERY = `query($first: Int!) { articles(first: $first) { nodes { title dateline { name }
  statements(first: 20) { nodes { kind text cue source via
    speakers { __typename name ... on Person { positions { title organisation { name } place { name } } } }
    addressees { name } } }
  events(first: 20) { nodes { type status summary date { start end precision } place { name }
    participants { role text actor { name } } } } } } }`;

/** Articles that each say as much as the others, of other people. */
function visit(number: number): GivenArticle {
  const [minister, leader] = [`Anna Berg${number}`, `Jan Olsen${number}`];
  return {
    title: `Visit ${number}`,
    publishedAt: '2024-03-02',
    text:
      `Oslo, Norway – Defence Minister ${minister} met ${leader} of the Arctic Transport Union. ` +
      `${minister} told ${leader} that the ferries will sail again. ${leader} warned of a strike.`,
    dateline: 'Oslo',
    entities: [
      { type: 'PERSON', name: minister },
      { type: 'PERSON', name: leader },
      { type: 'ORGANISATION', name: 'Arctic Transport Union', kind: 'UNION' },
      { type: 'PLACE', name: 'Oslo', kind: 'CITY', countryCode: 'NO' },
      { type: 'PLACE', name: 'Norway', kind: 'COUNTRY', countryCode: 'NO' },
    ],
    positions: [
      { person: minister, title: 'Defence Minister', place: 'Norway' },
      { person: leader, title: 'head', organisation: 'Arctic Transport Union' },
    ],
    statements: [
      { content: 'the ferries will sail again', speakers: [minister], addressees: [leader] },
      { content: 'of a strike', act: 'WARN', speakers: [leader] },
    ],
    events: [
      {
        trigger: 'met',
        type: 'CONSULT',
        actors: [minister, leader],
        place: 'Oslo',
        date: { text: 'on Friday', start: '2024-03-01', end: '2024-03-01' },
      },
    ],
  };
}

test('a nested query runs the same number of statements for 1, 5 and 20 articles', async () => {
  const store = openStore({ path: ':memory:' });
  for (let number = 0; number < 20; number += 1) store.save(buildArticle(visit(number)));
  const app = await createServer({
    store,
    writer: null,
    token: null,
    corsOrigins: true,
    isProduction: false,
    mostBytes: 100_000,
    logs: false,
  });
  try {
    const costs: number[] = [];
    for (const first of [1, 5, 20]) {
      const before = store.executed;
      const { payload } = await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: QUERY, variables: { first } },
      });
      costs.push(store.executed - before);
      expect(payload).not.toContain('"errors"');
      expect(payload.split('of a strike')).toHaveLength(first + 1);
    }
    expect(costs).toEqual([costs[0], costs[0], costs[0]]);
    expect(costs[0]).toBeLessThan(15);
  } finally {
    await app.close();
    store.close();
  }
});
