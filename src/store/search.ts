import type { Sql, Value } from './database.ts';
import { connect, countRows, type Listing } from './connect.ts';
import type { Connection, PageRequest } from './page.ts';
import { NO_PARENT } from './lists.ts';
import { numberOr, textOr } from './rows.ts';
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

const mark = (table: string, column: number): string => `snippet(${table}, ${column}, '<mark>', '</mark>', '…', 24)`;

/** One SELECT for each kind of thing; names weigh most, then headlines. Each takes the query once. */
const SOURCES: Readonly<Record<SearchType, string>> = {
  ARTICLE: `SELECT 'ARTICLE' AS type, t.id AS id, ${mark('articles_text', -1)} AS snippet, -bm25(articles_text, 4.0, 1.0) AS score FROM articles_text JOIN articles t ON t.rowid = articles_text.rowid WHERE articles_text MATCH ?`,
  STATEMENT: `SELECT 'STATEMENT' AS type, t.id AS id, ${mark('statements_text', 0)} AS snippet, -bm25(statements_text) AS score FROM statements_text JOIN statements t ON t.rowid = statements_text.rowid WHERE statements_text MATCH ?`,
  PERSON: nameSource('PERSON'),
  ORGANISATION: nameSource('ORGANISATION'),
  PLACE: nameSource('PLACE'),
};

/** An actor is found by its best name: SQLite gives the other columns of the row with the largest score. */
function nameSource(type: SearchType): string {
  return `SELECT '${type}' AS type, t.id AS id, n.snippet AS snippet, max(2.0 * n.score + 0.05 * min(t.mention_count, 40)) AS score FROM (SELECT rowid AS at, ${mark('names_text', 0)} AS snippet, -bm25(names_text) AS score FROM names_text WHERE names_text MATCH ? LIMIT 2000) n
    JOIN aliases s ON s.rowid = n.at JOIN actors t ON t.id = s.actor_id WHERE t.type = '${type}' GROUP BY t.id`;
}

/** A page of what holds the words that somebody typed, best first; nothing where no word is left of them. */
export function search(sql: Sql, typed: string, types: readonly SearchType[], page: PageRequest): Connection<SearchHit, SearchData> {
  const listing = listingOf(typed, types);
  if (!listing) return { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: page.after !== null, startCursor: null, endCursor: null } };
  const [found] = connect(sql, {
    listing: listing.listing,
    parents: NO_PARENT,
    where: { text: '1', values: [] },
    order: { name: 'SCORE.DESC', keys: ['round(h.score, 6)', 'h.id'], direction: 'DESC' },
    page,
    readNode: (row) => ({ type: SEARCH_TYPES.find((type) => type === row['type']) ?? 'ARTICLE', id: textOr(row, 'id') }),
    readData: (row) => ({ snippet: textOr(row, 'snippet'), score: numberOr(row, 'score') }),
    before: listing.values,
  });
  return found ?? { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
}

/** How many hits a search has in all. */
export function countHits(sql: Sql, typed: string, types: readonly SearchType[]): number {
  const listing = listingOf(typed, types);
  return listing ? (countRows(sql, listing.listing, NO_PARENT, { text: '1', values: [] }, listing.values)[0] ?? 0) : 0;
}

function listingOf(typed: string, types: readonly SearchType[]): { listing: Listing; values: Value[] } | null {
  const query = matchQuery(typed);
  const wanted = SEARCH_TYPES.filter((type) => types.includes(type));
  if (query === null || wanted.length === 0) return null;
  const prelude = `hits AS MATERIALIZED (${wanted.map((type) => `SELECT * FROM (${SOURCES[type]})`).join(' UNION ALL ')})`;
  return { listing: { prelude, select: 'h.type, h.id, h.snippet, h.score', from: 'hits h', id: 'h.id', parent: null }, values: wanted.map(() => query) };
}
