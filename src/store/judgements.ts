import type { Sql } from './database.ts';
import { textOr } from './row-values.ts';

/** That two entities, by their keys, are or are not one actor. */
export interface Judgement {
  readonly left: string;
  readonly right: string;
  readonly verdict: 'SAME' | 'DIFFERENT';
  /** `machine`, or the curator's name. */
  readonly by: string;
  readonly at: string;
  /** The name that the actor keeps, where a curator has merged another into it. */
  readonly name?: string | null;
}

/** All keys that standing judgements join to the one in the parameter, itself among them. */
const REACH = `WITH RECURSIVE reach(key) AS (
  SELECT ? UNION SELECT j."right" FROM reach JOIN judgements j ON j."left" = reach.key AND j.verdict = 'SAME'
    AND j.undone IS NULL
  UNION SELECT j."left" FROM reach JOIN judgements j ON j."right" = reach.key AND j.verdict = 'SAME'
    AND j.undone IS NULL)`;

/** Adds a judgement. Its number. */
export function judge(sql: Sql, { left, right, verdict, by, at, name = null }: Judgement): number {
  return sql.run(
    'INSERT INTO judgements ("left", "right", verdict, by, at, name) VALUES (?, ?, ?, ?, ?, ?)',
    left,
    right,
    verdict,
    by,
    at,
    name,
  ).id;
}

/** The actor that standing judgements give to an entity that is not in the graph yet; null where none does. */
export function findDecided(sql: Sql, key: string): string | null {
  if (
    !sql.get(
      `SELECT 1 AS found FROM judgements WHERE ("left" = ? OR "right" = ?) AND verdict = 'SAME' AND undone IS NULL
        LIMIT 1`,
      key,
      key,
    )
  )
    return null;
  const row = sql.get(
    `${REACH} SELECT e.actor_id FROM reach JOIN entities e ON e.key = reach.key ORDER BY e.id LIMIT 1`,
    key,
  );
  return row ? textOr(row, 'actor_id') : null;
}

/** The actors that standing judgements say an entity is not. */
export function findForbidden(sql: Sql, key: string): ReadonlySet<string> {
  const rows = sql.all(
    `SELECT e.actor_id FROM judgements j JOIN entities e ON e.key = j."right"
      WHERE j."left" = ? AND j.verdict = 'DIFFERENT' AND j.undone IS NULL
     UNION SELECT e.actor_id FROM judgements j JOIN entities e ON e.key = j."left"
       WHERE j."right" = ? AND j.verdict = 'DIFFERENT' AND j.undone IS NULL`,
    key,
    key,
  );
  return new Set(rows.map((row) => textOr(row, 'actor_id')));
}

/** The keys that standing judgements join to one. */
export function findJoined(sql: Sql, key: string): ReadonlySet<string> {
  return new Set(sql.all(`${REACH} SELECT key FROM reach`, key).map((row) => textOr(row, 'key')));
}

/** Takes back what the machine decided for entities of an article that is read again; what curators decided stays. */
export function withdrawMachine(sql: Sql, articleId: string, at: string): void {
  sql.run(
    `UPDATE judgements SET undone = ? WHERE undone IS NULL AND by = 'machine'
      AND "left" IN (SELECT key FROM entities WHERE article_id = ?)`,
    at,
    articleId,
  );
}

/** Takes one judgement back. What it was, or null where there is no such judgement or it was taken back before. */
export function withdraw(sql: Sql, id: number, at: string): Judgement | null {
  const row = sql.get('SELECT "left", "right", verdict, by, at FROM judgements WHERE id = ? AND undone IS NULL', id);
  if (!row) return null;
  sql.run('UPDATE judgements SET undone = ? WHERE id = ?', at, id);
  return {
    left: textOr(row, 'left'),
    right: textOr(row, 'right'),
    verdict: row['verdict'] === 'SAME' ? 'SAME' : 'DIFFERENT',
    by: textOr(row, 'by'),
    at: textOr(row, 'at'),
  };
}
