import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVERYTHING } from '../../src/store/clause.ts';
import { connect, countRows, type Direction, type Listing } from '../../src/store/connect.ts';
import { decodeCursor, encodeCursor } from '../../src/store/cursor.ts';
import { Sql } from '../../src/store/database.ts';
import type { PageRequest } from '../../src/store/page.ts';

interface Item {
  readonly id: string;
  readonly parent: string;
  readonly rank: number;
}

/** Which way each of the two keys of the order goes. */
type Ways = readonly [byRank: Direction, byId: Direction];

const PAGE: PageRequest = { first: null, after: null, last: null, before: null };
const OWN: Listing = { select: 't.id', from: 'items t', id: 't.id', parent: (id) => `t.parent = ${id}` };

/** A database with the items in it, in the order in which they are given. */
function openItems(items: readonly Item[]): Sql {
  const database = new Database(':memory:');
  database.exec('CREATE TABLE items (id TEXT PRIMARY KEY, parent TEXT NOT NULL, rank INTEGER NOT NULL)');
  const sql = new Sql(database);
  for (const { id, parent, rank } of items) sql.run('INSERT INTO items VALUES (?, ?, ?)', id, parent, rank);
  return sql;
}

/** The ids of a parent's items as an array would order them. */
function expectIds(items: readonly Item[], parent: string, [byRank, byId]: Ways): string[] {
  const sign = (way: Direction): number => (way === 'ASC' ? 1 : -1);
  return items
    .filter((item) => item.parent === parent)
    .sort((left, right) => sign(byRank) * (left.rank - right.rank) || sign(byId) * (left.id < right.id ? -1 : 1))
    .map((item) => item.id);
}

const PARENTS = ['a', 'b', 'none'];
const items = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3, unit: fc.constantFrom('x', 'y', 'z', '0') }),
    parent: fc.constantFrom('a', 'b'),
    rank: fc.integer({ min: 0, max: 3 }),
  }),
  {
    selector: (item) => item.id,
    maxLength: 14,
  },
);
const direction = fc.constantFrom<Direction>('ASC', 'DESC');
const ways = fc.tuple(direction, direction);

function pageOf(sql: Sql, parents: readonly string[], [byRank, byId]: Ways, page: Partial<PageRequest>) {
  return connect(sql, {
    listing: OWN,
    parents,
    where: EVERYTHING,
    order: {
      name: 'RANK',
      keys: [
        ['t.rank', byRank],
        ['t.id', byId],
      ],
    },
    page: { ...PAGE, ...page },
    readNode: (row) => String(row['id']),
    readData: () => null,
  });
}

describe('a page of the lists of many parents', () => {
  test('walked forward or backward, pages give every item of every parent once, in order', () => {
    fc.assert(
      fc.property(items, ways, fc.integer({ min: 1, max: 5 }), fc.boolean(), (all, way, size, isBackward) => {
        const sql = openItems(all);
        for (const parent of PARENTS) {
          const seen: string[] = [];
          let cursor: string | null = null;
          for (let hasMore = true; hasMore; ) {
            const [page] = pageOf(
              sql,
              [parent],
              way,
              isBackward ? { last: size, before: cursor } : { first: size, after: cursor },
            );
            const nodes = page?.edges.map((edge) => edge.node) ?? [];
            if (isBackward) seen.unshift(...nodes);
            else seen.push(...nodes);
            hasMore = (isBackward ? page?.pageInfo.hasPreviousPage : page?.pageInfo.hasNextPage) ?? false;
            cursor = (isBackward ? page?.pageInfo.startCursor : page?.pageInfo.endCursor) ?? null;
          }
          expect(seen).toEqual(expectIds(all, parent, way));
        }
        sql.close();
      }),
      { numRuns: 150 },
    );
  });

  test('one statement serves any number of parents, and answers come in the order of the parents', () => {
    fc.assert(
      fc.property(
        items,
        ways,
        fc.array(fc.constantFrom(...PARENTS), { maxLength: 5 }),
        fc.integer({ min: 0, max: 20 }),
        (all, way, parents, size) => {
          const sql = openItems(all);
          const before = sql.executed;
          const pages = pageOf(sql, parents, way, { first: size });
          expect(sql.executed - before).toBeLessThanOrEqual(1);
          expect(pages.map((page) => page.edges.map((edge) => edge.node))).toEqual(
            parents.map((parent) => expectIds(all, parent, way).slice(0, size)),
          );
          expect(countRows(sql, OWN, parents, EVERYTHING)).toEqual(
            parents.map((parent) => expectIds(all, parent, way).length),
          );
          sql.close();
        },
      ),
      { numRuns: 100 },
    );
  });

  test('a cursor stays where it is when items come and go, its own among them', () => {
    fc.assert(
      fc.property(items, items, ways, fc.nat({ max: 13 }), (earlier, later, way, place) => {
        const sql = openItems(earlier);
        const edges = pageOf(sql, ['a'], way, { first: 100 })[0]?.edges ?? [];
        const edge = edges[place % Math.max(1, edges.length)];
        if (!edge) return;
        sql.close();
        const known = earlier.find((item) => item.id === edge.node);
        const changed = openItems(later);
        const rest =
          pageOf(changed, ['a'], way, { first: 100, after: edge.cursor })[0]?.edges.map((next) => next.node) ?? [];
        const together = [...later.filter((item) => item.id !== edge.node), ...(known ? [known] : [])];
        const order = expectIds(together, 'a', way);
        const expected = order.slice(order.indexOf(edge.node) + 1);
        const moved = later.find((item) => item.id === edge.node && item.parent === 'a');
        expect(rest.filter((id) => id !== moved?.id)).toEqual(expected);
        changed.close();
      }),
      { numRuns: 100 },
    );
  });
});

describe('pages that cannot be', () => {
  const sql = openItems([{ id: 'x', parent: 'a', rank: 1 }]);
  const cases: readonly [string, Partial<PageRequest>][] = [
    ['first and last', { first: 1, last: 1 }],
    ['a negative first', { first: -1 }],
    ['a broken first', { first: 1.5 }],
    ['more than a page may have', { first: 100_000 }],
    ['before without last', { before: encodeCursor('RANK', [1, 'x']) }],
    ['no cursor at all', { first: 1, after: 'rubbish!' }],
    ['a cursor of another order', { first: 1, after: encodeCursor('NAME', [1, 'x']) }],
    ['a cursor that is too short', { first: 1, after: encodeCursor('RANK', [1]) }],
    ['a cursor that is not JSON', { first: 1, after: Buffer.from('{[').toString('base64url') }],
    ['a cursor that holds a list', { first: 1, after: Buffer.from('["RANK",[1],"x"]').toString('base64url') }],
  ];
  test.each(cases)('%s', (_, page) => {
    expect(() => pageOf(sql, ['a'], ['ASC', 'ASC'], page)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});

test('a cursor gives back the key it was made of', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.integer(), fc.constant(null)), { minLength: 1, maxLength: 4 }),
      (key) => {
        expect(decodeCursor(encodeCursor('ORDER', key), 'ORDER', key.length)).toEqual(key);
      },
    ),
  );
});
