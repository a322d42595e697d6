import type { Sql } from './database.ts';
import { numberOr, textOr, textOrNull } from './row-values.ts';

/**
 * The roles that positions tell of: the same words for the same office are one, seen in as many articles as have it,
 * and known by the first of the positions.
 */
const ROLES = `SELECT e.actor_id AS person_id, min(p.title) AS title, p.former, o.actor_id AS organisation_id,
  l.actor_id AS place_id, count(DISTINCT p.article_id) AS seen, min(p.id) AS position_id`;
const ENTITIES = `LEFT JOIN entities o ON o.id = p.organisation_entity LEFT JOIN entities l ON l.id = p.place_entity
  GROUP BY e.actor_id, lower(p.title), p.former, o.actor_id, l.actor_id`;

/** Adds the positions of an article, all of which must be stored, to the roles of its people. */
export function linkPositions(sql: Sql, articleId: string): void {
  const rows = sql.all(
    `${ROLES} FROM (SELECT * FROM positions WHERE article_id = ?) p
      JOIN entities e ON e.id = p.person_entity ${ENTITIES}`,
    articleId,
  );
  for (const row of rows) {
    const [title, position] = [textOr(row, 'title'), textOr(row, 'position_id')];
    const role = [
      textOr(row, 'person_id'),
      title,
      numberOr(row, 'former'),
      textOrNull(row, 'organisation_id'),
      textOrNull(row, 'place_id'),
    ];
    const { changes } = sql.run(
      `UPDATE offices SET seen = seen + 1, title = min(title, ?), position_id = min(position_id, ?)
       WHERE person_id = ? AND lower(title) = lower(?) AND former = ? AND organisation_id IS ? AND place_id IS ?`,
      title,
      position,
      ...role,
    );
    if (changes === 0)
      sql.run(
        `INSERT INTO offices (person_id, title, former, organisation_id, place_id, seen, position_id)
          VALUES (?, ?, ?, ?, ?, 1, ?)`,
        ...role,
        position,
      );
  }
}

/** Puts the roles of people together again from the positions of their articles. */
export function rebuildOffices(sql: Sql, people: readonly string[]): void {
  const ids = JSON.stringify(people);
  sql.run('DELETE FROM offices WHERE person_id IN (SELECT value FROM json_each(?))', ids);
  sql.run(
    `INSERT INTO offices (person_id, title, former, organisation_id, place_id, seen, position_id)
     ${ROLES} FROM json_each(?) q CROSS JOIN entities e ON e.actor_id = q.value
       CROSS JOIN positions p ON p.person_entity = e.id ${ENTITIES}`,
    ids,
  );
}
