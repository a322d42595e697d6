import type { Sql, Value } from './database.ts';
import { EVERYTHING } from './clause.ts';
import { connect, countRows, type Listing } from './connect.ts';
import type { Connection, PageRequest } from './page.ts';
import { NO_PARENT } from './list-queries.ts';
import { numberOr, textOr } from './row-values.ts';
import { matchQuery } from './search-query.ts';

export type SearchType = 'ARTICLE' | 'STATEMENT' | 'PERSON' | 'ORGANISATION' | 'PLACE';
export const SEARCH_TYPES: readonly SearchType[] = ['ARTICLE', 'STATEMENT', 'PERSON', 'ORGANISATION', 'PLACE'];

export interface SearchData {
  readonly snippet: string;
  readonly score: number;
}

/** A hit: what was found, by its id. */
export interface SearchHit {
  readonly type: SearchType;
  readonly id: string;
}

/**
 * The full-text table of each kind of thing, and the SELECT that scores its hits; headlines weigh more than texts, and
 * names most. Each takes the query once.
 */
const SOURCES: Readonly<Record<SearchType, readonly [table: FullText, select: string]>> = {
  ARTICLE: [
    'articles_text',
    `SELECT 'ARTICLE' AS type, NULL AS id, rowid AS at, -bm25(articles_text, 4.0, 1.0) AS score FROM articles_text
      WHERE articles_text MATCH ? LIMIT -1`,
  ],
  STATEMENT: [
    'statements_text',
    `SELECT 'STATEMENT' AS type, NULL AS id, rowid AS at, -bm25(statements_text) AS score FROM statements_text
      WHERE statements_text MATCH ? LIMIT -1`,
  ],
  PERSON: ['names_text', nameSource('PERSON')],
  ORGANISATION: ['names_text', nameSource('ORGANISATION')],
  PLACE: ['names_text', nameSource('PLACE')],
};
type FullText = 'articles_text' | 'statements_text' | 'names_text';

/**
 * An actor is found by its best name: SQLite gives the other columns of the row with the largest score. `LIMIT -1`
 * limits nothing, but keeps SQLite from merging the inner query into the outer one: bm25 can be computed only in the
 * inner one.
 */
function nameSource(type: SearchType): string {
  return `SELECT '${type}' AS type, t.id AS id, n.at AS at,
    max(2.0 * n.score + 0.05 * min(t.mention_count, 40)) AS score
    FROM (SELECT rowid AS at, -bm25(names_text) AS score FROM names_text WHERE names_text MATCH ? LIMIT -1) n
    JOIN aliases s ON s.id = n.at JOIN actors t ON t.id = s.actor_id WHERE t.type = '${type}' GROUP BY t.id`;
}

/** A hit before its snippet is made. */
interface Found {
  readonly type: SearchType;
  readonly id: string;
  /** Its row in the full-text table. */
  readonly at: number;
}

/**
 * A page of what holds the words that somebody typed, best first; nothing where no word is left of them. One statement
 * finds and scores, one a kind marks the words of those on the page, where they are to be marked.
 */
export function search(
  sql: Sql,
  typed: string,
  types: readonly SearchType[],
  page: PageRequest,
  isMarked = true,
): Connection<SearchHit, SearchData> {
  const listing = listingOf(typed, types);
  if (!listing)
    return {
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: page.after !== null, startCursor: null, endCursor: null },
    };
  const [found] = connect(sql, {
    listing: listing.listing,
    parents: NO_PARENT,
    where: EVERYTHING,
    order: {
      name: 'SCORE.DESC',
      keys: [
        ['round(h.score, 6)', 'DESC'],
        ['h.type', 'ASC'],
        ['h.at', 'ASC'],
      ],
    },
    page,
    readNode: (row): Found => ({
      type: SEARCH_TYPES.find((type) => type === row['type']) ?? 'ARTICLE',
      id: textOr(row, 'id'),
      at: numberOr(row, 'at'),
    }),
    readData: (row) => numberOr(row, 'score'),
    before: listing.values,
  });
  const edges = found?.edges ?? [];
  const hits = edges.map((edge) => edge.node);
  const snippets = isMarked ? markHits(sql, listing.query, hits) : [];
  const ids = nameHits(sql, hits);
  return {
    edges: edges.map(({ cursor, node: { type }, data }, place) => ({
      cursor,
      node: { type, id: ids[place] ?? '' },
      data: { snippet: snippets[place] ?? '', score: data },
    })),
    pageInfo: found?.pageInfo ?? { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
  };
}

/** The ids of hits: articles and statements are found by their number, and only those of the page are looked up. */
function nameHits(sql: Sql, hits: readonly Found[]): string[] {
  const ids = hits.map((hit) => hit.id);
  for (const [type, table] of [['ARTICLE', 'articles'] as const, ['STATEMENT', 'statements'] as const]) {
    const numbers = hits.map((hit) => (hit.type === type ? hit.at : null));
    if (numbers.every((number) => number === null)) continue;
    for (const row of sql.all(
      `SELECT p.key AS place, t.id FROM json_each(?) p CROSS JOIN ${table} t ON t.number = p.value`,
      JSON.stringify(numbers),
    ))
      ids[numberOr(row, 'place')] = textOr(row, 'id');
  }
  return ids;
}

/**
 * The words around each hit. For one row after the other FTS5 would put the words of a prefix together each time: the
 * plus makes it go through all that fit, once.
 */
function markHits(sql: Sql, query: string, hits: readonly Found[]): string[] {
  const snippets = new Map<string, string>();
  const by = query.includes('*') ? '+' : '';
  for (const table of new Set(hits.map((hit) => SOURCES[hit.type][0]))) {
    const rows = hits.filter((hit) => SOURCES[hit.type][0] === table).map((hit) => hit.at);
    const marked = sql.all(
      `SELECT rowid AS at, snippet(${table}, -1, '<mark>', '</mark>', '…', 24) AS snippet FROM ${table}
        WHERE ${table} MATCH ? AND ${by}rowid IN (SELECT value FROM json_each(?))`,
      query,
      JSON.stringify(rows),
    );
    for (const row of marked) snippets.set(`${table} ${numberOr(row, 'at')}`, textOr(row, 'snippet'));
  }
  return hits.map((hit) => snippets.get(`${SOURCES[hit.type][0]} ${hit.at}`) ?? '');
}

/** How many hits a search has in all. */
export function countHits(sql: Sql, typed: string, types: readonly SearchType[]): number {
  const listing = listingOf(typed, types);
  return listing ? (countRows(sql, listing.listing, NO_PARENT, EVERYTHING, listing.values)[0] ?? 0) : 0;
}

function listingOf(
  typed: string,
  types: readonly SearchType[],
): { listing: Listing; query: string; values: Value[] } | null {
  const query = matchQuery(typed);
  const wanted = SEARCH_TYPES.filter((type) => types.includes(type));
  if (query === null || wanted.length === 0) return null;
  const prelude = `hits AS (${wanted.map((type) => `SELECT * FROM (${SOURCES[type][1]})`).join(' UNION ALL ')})`;
  return {
    listing: { prelude, select: 'h.type, h.id, h.at, h.score', from: 'hits h', id: 'h.id', parent: null },
    query,
    values: wanted.map(() => query),
  };
}
