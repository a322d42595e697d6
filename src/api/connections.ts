import type { Wanted } from '../store/columns.ts';
import type { Connection, PageRequest } from '../store/page.ts';
import type { Context } from './context.ts';
import type { Pending } from './pending.ts';
import { askedOf } from './wanted.ts';

/** The arguments of a page, as GraphQL has checked them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** A list that belongs to a parent, read for many parents at once. */
export interface BatchedList<Node, Data> {
  /** Names the field; together with the arguments it identifies a batch. */
  readonly name: string;
  readonly args: object;
  /** What the resolver was given last: it tells which fields of the records are asked for. */
  readonly info: object;
  /** The pages of many parents, in their order. */
  readonly pages: (parents: readonly string[], wanted: Wanted) => readonly Connection<Node, Data>[];
  /** How many each of many parents has in all. */
  readonly totals: (parents: readonly string[]) => readonly number[];
  /** What an edge has beside its node and cursor. */
  readonly edge?: (data: Data) => object;
}

/** The page that some arguments ask for. */
export function toPage({ first, after, last, before }: PageArguments): PageRequest {
  return { first: first ?? null, after: after ?? null, last: last ?? null, before: before ?? null };
}

/** A connection of one parent; `totalCount` is counted only where it is asked for. */
export function resolveConnection<Node, Data>(
  context: Context,
  parent: string,
  list: BatchedList<Node, Data>,
): Pending<object> {
  const key = `${list.name}:${JSON.stringify(list.args)}`;
  const asked = askedOf(list.info);
  const page = context.batches.load(`${key}:${asked.key}`, parent, (parents) => list.pages(parents, asked.fields));
  return page.map((found) =>
    presentConnection(found, () => context.batches.load(`${key}:total`, parent, list.totals), list.edge),
  );
}

/** A page as GraphQL shows it. */
export function presentConnection<Node, Data>(
  page: Connection<Node, Data>,
  totalCount: () => unknown,
  edge?: (data: Data) => object,
): object {
  return {
    edges: () => page.edges.map((item) => ({ cursor: () => item.cursor, node: item.node, ...edge?.(item.data) })),
    nodes: () => page.edges.map((item) => item.node),
    pageInfo: page.pageInfo,
    totalCount,
  };
}
