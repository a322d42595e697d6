import { DatelineError } from '../errors.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import type { Row, Sql, Value } from './database.ts';
import { type Connection, DEFAULT_PAGE, MOST_PAGE, type PageRequest } from './page.ts';

/** A piece of SQL made of fixed words, and the values for its question marks. */
export interface Clause {
  readonly text: string;
  readonly values: readonly Value[];
}

export const EVERYTHING: Clause = { text: '1', values: [] };

/** An order of rows: expressions that together are unique, one direction for all of them. */
export interface Order {
  /** Names the order in cursors. */
  readonly name: string;
  readonly keys: readonly string[];
  readonly direction: 'ASC' | 'DESC';
}

/** A list of rows that may hang on a parent. */
export interface Listing {
  /** Columns of a row. */
  readonly select: string;
  /** Tables, the same inside and outside. */
  readonly from: string;
  /** What tells one row of the list from another. */
  readonly id: string;
  /** Which rows belong to a parent, `p.value` being its id; null for a list of its own. */
  readonly parent: string | null;
  /** A common table expression that the tables need, its values given apart. */
  readonly prelude?: string;
}

export interface Batch<Node, Data> {
  readonly listing: Listing;
  /** Ids of the parents; one answer for each, in this order. A list of its own has the one parent `''`. */
  readonly parents: readonly string[];
  readonly where: Clause;
  readonly order: Order;
  readonly page: PageRequest;
  readonly readNode: (row: Row) => Node;
  readonly readData: (row: Row) => Data;
  /** The values of the listing's prelude. */
  readonly before?: readonly Value[];
}

/**
 * The same page of the lists of many parents, by one statement: for each parent an inner query walks the order's index from the cursor for one row more than the page has.
 * Throws INVALID_INPUT for a page that cannot be.
 */
export function connect<Node, Data>(sql: Sql, { listing, parents, where, order, page, readNode, readData, before = [] }: Batch<Node, Data>): Connection<Node, Data>[] {
  const { size, cursor, isBackward } = readPage(page);
  const isDescending = (order.direction === 'DESC') !== isBackward;
  const direction = isDescending ? 'DESC' : 'ASC';
  const key = cursor === null ? null : decodeCursor(cursor, order.name, order.keys.length);
  const sorted = order.keys.map((expression) => `${expression} ${direction}`).join(', ');
  const seek = key ? ` AND (${order.keys.join(', ')}) ${isDescending ? '<' : '>'} (${order.keys.map(() => '?').join(', ')})` : '';
  const keys = order.keys.map((expression, place) => `${expression} AS key${place}`).join(', ');
  const rows = sql.all(
    `${withPrelude(listing)}SELECT p.key AS parent_key, ${listing.select}, ${keys} FROM json_each(?) p CROSS JOIN ${listing.from} WHERE ${listing.id} IN (SELECT ${listing.id} FROM ${listing.from} WHERE ${listing.parent ?? '1'} AND ${where.text}${seek} ORDER BY ${sorted} LIMIT ?) ORDER BY p.key, ${sorted}`,
    ...before,
    JSON.stringify(parents),
    ...where.values,
    ...(key ?? []),
    size + 1,
  );
  const byParent: Row[][] = parents.map(() => []);
  for (const row of rows) byParent[Number(row['parent_key'])]?.push(row);
  return byParent.map((own) => {
    const hasMore = own.length > size;
    const kept = own.slice(0, size);
    if (isBackward) kept.reverse();
    const edges = kept.map((row) => ({ cursor: encodeCursor(order.name, order.keys.map((_, place) => row[`key${place}`] ?? null)), node: readNode(row), data: readData(row) }));
    return {
      edges,
      pageInfo: { hasNextPage: isBackward ? cursor !== null : hasMore, hasPreviousPage: isBackward ? hasMore : cursor !== null, startCursor: edges[0]?.cursor ?? null, endCursor: edges.at(-1)?.cursor ?? null },
    };
  });
}

/** How many rows the lists of many parents have, by one statement. */
export function countRows(sql: Sql, listing: Listing, parents: readonly string[], where: Clause, before: readonly Value[] = []): number[] {
  const rows = sql.all(`${withPrelude(listing)}SELECT p.key AS parent_key, (SELECT count(*) FROM ${listing.from} WHERE ${listing.parent ?? '1'} AND ${where.text}) AS total FROM json_each(?) p ORDER BY p.key`, ...before, ...where.values, JSON.stringify(parents));
  return rows.map((row) => Number(row['total'] ?? 0));
}

function readPage({ first, after, last, before }: PageRequest): { size: number; cursor: string | null; isBackward: boolean } {
  const fail = (message: string): DatelineError => new DatelineError('INVALID_INPUT', message, `Ask for \`first: ${DEFAULT_PAGE}\`, and go on with \`after\`.`);
  if (first !== null && last !== null) throw fail('"first" and "last" cannot be used together.');
  if (before !== null && last === null) throw fail('"before" needs "last".');
  if (after !== null && last !== null) throw fail('"after" needs "first".');
  const size = first ?? last ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 0 || size > MOST_PAGE) throw fail(`"${last === null ? 'first' : 'last'}" must be from 0 to ${MOST_PAGE}.`);
  return { size, cursor: last === null ? after : before, isBackward: last !== null };
}

function withPrelude(listing: Listing): string {
  return listing.prelude === undefined ? '' : `WITH ${listing.prelude} `;
}
