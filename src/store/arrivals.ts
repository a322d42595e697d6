import type { Sql } from './database.ts';
import { ARTICLE_COLUMNS, selectColumns } from './columns.ts';
import type { ArticleRecord } from './records.ts';
import { numberOr, textOr } from './row-values.ts';
import { readArticle } from './rows.ts';

/** How far a reader has come in the order in which articles are stored. */
export interface Mark {
  readonly number: number;
  readonly ingestedAt: string;
}

/**
 * By the numbers above the mark, and by the times after it of those below: each has its index, where one condition for
 * both would read the whole table.
 */
const NEXT = `SELECT ${selectColumns(ARTICLE_COLUMNS)}, t.number FROM articles t
  WHERE t.number = (SELECT min(number) FROM (
  SELECT min(number) AS number FROM articles WHERE number > ?
  UNION ALL SELECT min(number) FROM articles INDEXED BY articles_ingested WHERE ingested_at > ? AND number <= ?))`;

/** Articles in the order in which they are stored, whichever process stores them. */
export class Arrivals {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The end of the order as it is now: whatever is stored from here on comes after. */
  mark(): Mark {
    const row =
      this.#sql.get("SELECT coalesce(max(number), 0) AS number, coalesce(max(ingested_at), '') AS at FROM articles") ??
      {};
    return { number: numberOr(row, 'number'), ingestedAt: textOr(row, 'at') };
  }

  /**
   * The first article that was stored after a mark, and the mark after it; null where there is none yet. Articles that
   * are gone again are skipped. Each new article has a number above all that are there, so numbers alone tell, but for
   * the number of a newest article that was taken out, which is given out again: there the time tells.
   */
  next(mark: Mark): { readonly article: ArticleRecord; readonly mark: Mark } | null {
    const row = this.#sql.get(NEXT, mark.number, mark.ingestedAt, mark.number);
    if (!row) return null;
    const article = readArticle(row);
    return {
      article,
      mark: {
        number: numberOr(row, 'number'),
        ingestedAt: article.ingestedAt > mark.ingestedAt ? article.ingestedAt : mark.ingestedAt,
      },
    };
  }

  /** A number that changes when another connection, of this process or another, has changed the file. */
  version(): number {
    return numberOr(this.#sql.get('PRAGMA data_version') ?? {}, 'data_version');
  }
}
