/** Which part of a list: the first so many after a cursor, or the last so many before one. */
export interface PageRequest {
  readonly first: number | null;
  readonly after: string | null;
  readonly last: number | null;
  readonly before: string | null;
}

export interface PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly startCursor: string | null;
  readonly endCursor: string | null;
}

/** One of a page, with what belongs to its place in this list alone. */
export interface Edge<Node, Data> {
  readonly cursor: string;
  readonly node: Node;
  readonly data: Data;
}

/** A page after the Relay cursor connections specification. */
export interface Connection<Node, Data = null> {
  readonly edges: readonly Edge<Node, Data>[];
  readonly pageInfo: PageInfo;
}

/** How many a page has where nothing is said, and at the most. */
export const DEFAULT_PAGE = 20;
export const MOST_PAGE = 100;
