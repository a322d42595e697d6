import { DatelineError } from '../errors.ts';
import { type ColumnTable, CURSORS, selectColumns, type Wanted } from './columns.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { type Clause, EVERYTHING } from './clause.ts';
import type { Row, Sql, Value } from './database.ts';
import { type Connection, DEFAULT_PAGE, type Edge, MOST_PAGE, type PageRequest } from './page.ts';

export type Direction = 'ASC' | 'DESC';

/** An expression that rows are ordered by; it must never be NULL, which compares with nothing. */
export type SortKey = readonly [expression: string, direction: Direction];

/** An order of rows by expressions that together are unique. */
export interface Order {
  /** Names the order in cursors. */
  readonly name: string;
  readonly keys: readonly SortKey[];
}

/** A list of rows that may hang on a parent. */
export interface Listing {
  /**
   * The columns of the records of the list, of which those that are wanted are read; for a list of other things none.
   */
  readonly columns?: ColumnTable;
  /** Columns that every row needs. */
  readonly select?: string;
  /** The tables, under the same names in the inner and the outer query. */
  readonly from: string;
  /** What identifies a row of the list. */
  readonly id: string;
  /** Which rows belong to a parent, of whose id an expression is given; null for a list of its own. */
  readonly parent: ((parentId: string) => string) | null;
  /**
   * A common table expression that the rows are computed by; its values are given separately. There is no index to
   * walk, so all rows are ranked at once: for lists of several parents, by a window function.
   */
  readonly prelude?: string;
}

/** Which rows of a list, and in which order. */
export interface ListQuery {
  readonly listing: Listing;
  readonly where: Clause;
  readonly order: Order;
}

export interface Batch<Node, Data> extends ListQuery {
  /** Ids of the parents; one answer for each, in this order. A list of its own has the one parent `''`. */
  readonly parents: readonly string[];
  readonly page: PageRequest;
  /** The fields of the records that will be looked at. */
  readonly wanted?: Wanted;
  readonly readNode: (row: Row) => Node;
  readonly readData: (row: Row) => Data;
  /** The values of the listing's prelude. */
  readonly before?: readonly Value[];
}

/**
 * The same page of the lists of many parents, by one statement: for each parent an inner query walks the order's index
 * from the cursor for one row more than the page has. Throws INVALID_INPUT for a page that cannot be.
 */
export function connect<Node, Data>(
  sql: Sql,
  { listing, parents, where, order, page, wanted = null, readNode, readData, before = [] }: Batch<Node, Data>,
): Connection<Node, Data>[] {
  const { size, isBackward, seek, sorted, hasCursor } = planPage(order, page);
  const read = [
    ...(listing.columns ? [selectColumns(listing.columns, wanted)] : []),
    ...(listing.select ? [listing.select] : []),
  ];
  const cursors = wanted === null || wanted.has(CURSORS) ? keyColumns(order) : [];
  const columns = [...read, ...cursors].join(', ');
  const own = `${ownedBy(listing, 'p.value')} AND ${where.text} AND ${seek.text}`;
  const rows = sql.all(
    statementFor(listing, {
      columns: ['p.key AS parent_key', columns].filter((part) => part !== '').join(', '),
      own,
      sorted,
    }),
    ...before,
    JSON.stringify(parents),
    ...where.values,
    ...seek.values,
    size + 1,
  );
  const byParent: Row[][] = parents.map(() => []);
  for (const row of rows) byParent[Number(row['parent_key'])]?.push(row);
  return byParent.map((found) => {
    const hasMore = found.length > size;
    const kept = found.slice(0, size);
    if (isBackward) kept.reverse();
    const cursorOf = (row: Row | undefined): string | null =>
      row
        ? encodeCursor(
            order.name,
            order.keys.map((_, place) => row[`key${place}`] ?? null),
          )
        : null;
    return {
      edges: kept.map((row): Edge<Node, Data> => new RowEdge(row, readNode(row), readData(row), cursorOf)),
      pageInfo: {
        hasNextPage: isBackward ? hasCursor : hasMore,
        hasPreviousPage: isBackward ? hasMore : hasCursor,
        get startCursor() {
          return cursorOf(kept[0]);
        },
        get endCursor() {
          return cursorOf(kept.at(-1));
        },
      },
    };
  });
}

/** A page, as SQL sees it. */
export interface PagePlan {
  /** How many rows at the most, without the one more that says whether others follow. */
  readonly size: number;
  /** Whether the rows come last first. */
  readonly isBackward: boolean;
  readonly hasCursor: boolean;
  /** The rows beyond the cursor. */
  readonly seek: Clause;
  /** What comes after ORDER BY. */
  readonly sorted: string;
}

/**
 * Where a page of an order begins and how it is walked. Throws INVALID_INPUT for a page that cannot be, and for a
 * cursor of another list.
 */
export function planPage(order: Order, page: PageRequest): PagePlan {
  const { size, cursor, isBackward } = readPage(page);
  const keys = isBackward
    ? order.keys.map(([expression, direction]): SortKey => [expression, direction === 'ASC' ? 'DESC' : 'ASC'])
    : order.keys;
  return {
    size,
    isBackward,
    hasCursor: cursor !== null,
    seek: cursor === null ? EVERYTHING : seekFrom(keys, decodeCursor(cursor, order.name, keys.length)),
    sorted: keys.map(([expression, direction]) => `${expression} ${direction}`).join(', '),
  };
}

/** The columns `key0`, `key1` and so on, that cursors are made of. */
export function keyColumns({ keys }: Order): string[] {
  return keys.map(([expression], place) => `${expression} AS key${place}`);
}

/** The condition that a row is of a parent's list. */
export function ownedBy({ parent }: Listing, parentId: string): string {
  return parent === null ? '1' : parent(parentId);
}

/**
 * The statement of a page. The ids of the parents, as JSON, come after the values of the prelude; the size of the page
 * comes last.
 */
function statementFor(
  { id, from, parent, prelude }: Listing,
  { columns, own, sorted }: { readonly columns: string; readonly own: string; readonly sorted: string },
): string {
  if (prelude === undefined)
    return `SELECT ${columns} FROM json_each(?) p CROSS JOIN ${from}
      WHERE ${id} IN (SELECT ${id} FROM ${from} WHERE ${own} ORDER BY ${sorted} LIMIT ?) ORDER BY p.key, ${sorted}`;
  if (parent === null)
    return `WITH ${prelude} SELECT ${columns} FROM json_each(?) p CROSS JOIN ${from} WHERE ${own}
      ORDER BY ${sorted} LIMIT ?`;
  return `WITH ${prelude} SELECT * FROM (SELECT ${columns},
    row_number() OVER (PARTITION BY p.key ORDER BY ${sorted}) AS place FROM json_each(?) p CROSS JOIN ${from}
    WHERE ${own}) WHERE place <= ? ORDER BY parent_key, place`;
}

/** An edge whose cursor is made when somebody asks for it. */
class RowEdge<Node, Data> implements Edge<Node, Data> {
  readonly node: Node;
  readonly data: Data;
  readonly #row: Row;
  readonly #cursorOf: (row: Row) => string | null;

  constructor(row: Row, node: Node, data: Data, cursorOf: (row: Row) => string | null) {
    this.node = node;
    this.data = data;
    this.#row = row;
    this.#cursorOf = cursorOf;
  }

  get cursor(): string {
    return this.#cursorOf(this.#row) ?? '';
  }
}

/**
 * What comes after a row, so that SQLite can seek: the keys that go one way are compared together, which walks the
 * index; where the way turns, the rows that share those keys are few, and are told apart by the rest.
 */
function seekFrom(keys: readonly SortKey[], values: readonly Value[]): Clause {
  const direction = keys[0]?.[1];
  const turn = keys.findIndex((key) => key[1] !== direction);
  const length = turn < 0 ? keys.length : turn;
  const row = keys
    .slice(0, length)
    .map(([expression]) => expression)
    .join(', ');
  const marks = keys
    .slice(0, length)
    .map(() => '?')
    .join(', ');
  const own = values.slice(0, length);
  const sign = direction === 'DESC' ? '<' : '>';
  if (turn < 0) return { text: `(${row}) ${sign} (${marks})`, values: own };
  const rest = seekFrom(keys.slice(turn), values.slice(turn));
  return {
    text: `(${row}) ${sign}= (${marks}) AND ((${row}) <> (${marks}) OR ${rest.text})`,
    values: [...own, ...own, ...rest.values],
  };
}

/** How many rows the lists of many parents have, by one statement. */
export function countRows(
  sql: Sql,
  listing: Listing,
  parents: readonly string[],
  where: Clause,
  before: readonly Value[] = [],
): number[] {
  const rows = sql.all(
    `${listing.prelude === undefined ? '' : `WITH ${listing.prelude} `}SELECT p.key AS parent_key,
      (SELECT count(*) FROM ${listing.from} WHERE ${ownedBy(listing, 'p.value')} AND ${where.text}) AS total
      FROM json_each(?) p ORDER BY p.key`,
    ...before,
    ...where.values,
    JSON.stringify(parents),
  );
  return rows.map((row) => Number(row['total'] ?? 0));
}

function readPage({ first, after, last, before }: PageRequest): {
  size: number;
  cursor: string | null;
  isBackward: boolean;
} {
  const fail = (message: string): DatelineError =>
    new DatelineError('INVALID_INPUT', message, `Ask for \`first: ${DEFAULT_PAGE}\`, and go on with \`after\`.`);
  if (first !== null && last !== null) throw fail('"first" and "last" cannot be used together.');
  if (before !== null && last === null) throw fail('"before" needs "last".');
  if (after !== null && last !== null) throw fail('"after" needs "first".');
  const size = first ?? last ?? DEFAULT_PAGE;
  if (!Number.isInteger(size) || size < 0 || size > MOST_PAGE)
    throw fail(`"${last === null ? 'first' : 'last'}" must be from 0 to ${MOST_PAGE}.`);
  return { size, cursor: last === null ? after : before, isBackward: last !== null };
}
