import { type Clause, value, write } from '../clause.ts';
import { type ColumnTable, selectColumns } from '../columns.ts';
import { ownedBy, keyColumns, type ListQuery, planPage } from '../connect.ts';
import type { PageRequest } from '../page.ts';
import type { Relation } from '../relations.ts';
import { type FieldWriter, rowBelow, writeObject } from './object.ts';
import type { FieldArguments, WantedField } from './wanted-field.ts';

/** A kind of record: writes the object of one, over a row, and tells which of its columns that needs. */
export interface RecordKind {
  /** The names of the fields that are wanted of it, under which its table has columns. */
  readonly wanted: (field: WantedField) => ReadonlySet<string>;
  readonly write: (row: string, field: WantedField) => Clause;
}

/**
 * The one record that a relation gives for a key, which is an expression over the row; null for none. There is no
 * limit, so that SQLite merges the inner query into the outer one, which is quicker.
 */
export function one(relation: Relation, kind: RecordKind, key: (row: string) => Clause): FieldWriter {
  return (row, field) => {
    const below = rowBelow(row);
    const { text, values } = key(row);
    const wanted = columnsOf(relation, kind.wanted(field));
    const first = relation.order === undefined ? '' : `${orderOf(relation)} LIMIT 1`;
    return write`(SELECT ${kind.write(below, field)}
      FROM (SELECT ${wanted} FROM ${relation.from} WHERE ${{ text: relation.of(text), values }}${first}) ${below})`;
  };
}

/** The few records that a relation gives for a key, an expression over the row. */
export function many(relation: Relation, kind: RecordKind, key: (row: string) => string): FieldWriter {
  return (row, field) => {
    const below = rowBelow(row);
    // `LIMIT -1` limits nothing, but keeps the order: SQLite might merge the inner query into the outer one without it.
    return write`(SELECT json_group_array(${kind.write(below, field)})
      FROM (SELECT ${columnsOf(relation, kind.wanted(field))} FROM ${relation.from}
      WHERE ${relation.of(key(row))}${orderOf(relation)} LIMIT -1) ${below})`;
  };
}

function orderOf({ order }: Relation): string {
  return order === undefined ? '' : ` ORDER BY ${order}`;
}

function columnsOf(
  { columns, select }: { readonly columns?: ColumnTable; readonly select?: string },
  wanted: ReadonlySet<string>,
  more: readonly string[] = [],
): string {
  return [
    ...(columns ? [selectColumns(columns, wanted)] : []),
    ...(select === undefined ? [] : [select]),
    ...more,
  ].join(', ');
}

/** The order of a page that was walked backwards, over the columns that hold its keys. */
function turnedBack({ keys }: ReturnType<PagedList['query']>['order']): string {
  return keys.map(([, direction], place) => `key${place} ${direction}`).join(', ');
}

/** A list that has pages. */
export interface PagedList {
  /** The name of its type without `Connection`. */
  readonly type: string;
  readonly kind: RecordKind;
  /** Which rows, by the arguments of the field. Throws INVALID_INPUT for a filter that cannot be. */
  readonly query: (args: FieldArguments) => ListQuery;
  /** What an edge has beside its node and cursor. */
  readonly edge?: Readonly<Record<string, FieldWriter>>;
}

/**
 * A page of a list that hangs on a key, an expression over the row, or on nothing. Throws INVALID_INPUT for a page that
 * cannot be.
 */
export function page(
  { type, kind, query, edge = {} }: PagedList,
  key: (row: string) => string = () => '',
): FieldWriter {
  return (row, field) => {
    const { listing, where, order } = query(field.args);
    const plan = planPage(order, pageOf(field.args));
    const wanted = wantedOfPage(type, field);
    const below = rowBelow(row);
    const owned = ownedBy(listing, key(row));
    const beyond = write`FROM ${listing.from} WHERE ${owned} AND ${where} AND ${plan.seek} ORDER BY ${plan.sorted}`;
    const columns = columnsOf(
      listing,
      namesIn(wanted.nodes, kind),
      wanted.hasCursors || plan.isBackward ? keyColumns(order) : [],
    );
    const walked = write`SELECT ${columns} ${beyond} LIMIT ${value(plan.size)}`;
    const rows = plan.isBackward ? write`SELECT * FROM (${walked}) ORDER BY ${turnedBack(order)} LIMIT -1` : walked;
    const keys = `json_array(${order.keys.map((_, place) => `${below}.key${place}`).join(', ')})`;
    const cursorAt = (place: string): Clause =>
      write`encode_cursor(${value(order.name)}, json_group_array(${keys}) -> '$[${place}]')`;
    const hasMore = write`json(iif((SELECT 1 ${beyond} LIMIT 1 OFFSET ${value(plan.size)}) IS NULL, 'false', 'true'))`;
    const hasLess = write`json(${plan.hasCursor ? "'true'" : "'false'"})`;
    const object = writeObject(
      `${type}Connection`,
      {
        nodes: (own, nodes) => write`json_group_array(${kind.write(own, nodes)})`,
        edges: (own, edges) => {
          const writers = {
            cursor: () => write`encode_cursor(${value(order.name)}, ${keys})`,
            node: kind.write,
            ...edge,
          };
          return write`json_group_array(${writeObject(`${type}Edge`, writers, own, edges.of(`${type}Edge`))})`;
        },
        pageInfo: (own, info) =>
          writeObject(
            'PageInfo',
            {
              hasNextPage: () => (plan.isBackward ? hasLess : hasMore),
              hasPreviousPage: () => (plan.isBackward ? hasMore : hasLess),
              startCursor: () => cursorAt('0'),
              endCursor: () => cursorAt('#-1'),
            },
            own,
            info.of('PageInfo'),
          ),
        totalCount: () => write`(SELECT count(*) FROM ${listing.from} WHERE ${owned} AND ${where})`,
      },
      below,
      field.of(`${type}Connection`),
    );
    if (!wanted.needsRows) return object;
    // The count makes it one row, whatever else is asked of the page.
    return write`(SELECT iif(count(*) IS NULL, NULL, ${object}) FROM (${rows}) ${below})`;
  };
}

function pageOf({ first, after, last, before }: FieldArguments): PageRequest {
  return { first: first ?? null, after: after ?? null, last: last ?? null, before: before ?? null };
}

/** What is wanted of a page: the fields that give its nodes, and whether its rows and their cursors are needed. */
function wantedOfPage(
  type: string,
  field: WantedField,
): { readonly nodes: readonly WantedField[]; readonly needsRows: boolean; readonly hasCursors: boolean } {
  const fields = field.of(`${type}Connection`);
  const inEdges = fields.filter(({ name }) => name === 'edges').flatMap((edges) => edges.of(`${type}Edge`));
  const info = fields.filter(({ name }) => name === 'pageInfo').flatMap((own) => own.of('PageInfo'));
  return {
    nodes: [...fields.filter(({ name }) => name === 'nodes'), ...inEdges.filter(({ name }) => name === 'node')],
    needsRows: fields.some(({ name }) => name === 'nodes' || name === 'edges' || name === 'pageInfo'),
    hasCursors: inEdges.some(({ name }) => name === 'cursor') || info.some(({ name }) => name.endsWith('Cursor')),
  };
}

function namesIn(nodes: readonly WantedField[], kind: RecordKind): ReadonlySet<string> {
  const [only, ...others] = nodes;
  return only && others.length === 0 ? kind.wanted(only) : new Set(nodes.flatMap((node) => [...kind.wanted(node)]));
}
