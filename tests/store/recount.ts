import type { Row, Sql, Value } from '../../src/store/database.ts';

/** What the graph keeps of its entities and positions, and the same counted anew: the two must be equal at any time. */
interface Counted {
  readonly kept: Readonly<Record<string, unknown[]>>;
  readonly anew: Readonly<Record<string, unknown[]>>;
}

/** The forms of the names of actors as their entities have them, with those that curators gave and that hold. */
const FORMS = `
  WITH forms AS (SELECT e.actor_id, f.value AS alias, f.value = e.name AS is_name
    FROM entities e, json_each(e.forms) f),
  renamed AS (SELECT actor_id, name FROM renames r WHERE undone IS NULL
    AND id = (SELECT max(id) FROM renames o WHERE o.actor_id = r.actor_id AND o.undone IS NULL)),
  kept AS (SELECT a.id AS actor_id, (SELECT j.name FROM judgements j
    WHERE a.founder IN (j."left", j."right") AND j.name IS NOT NULL AND j.undone IS NULL
    ORDER BY j.id DESC LIMIT 1) AS name
    FROM actors a WHERE a.merged_into IS NULL),
  given AS (SELECT r.actor_id, r.name FROM renamed r JOIN actors a ON a.id = r.actor_id WHERE a.merged_into IS NULL
    UNION SELECT a.merged_into, r.name FROM renamed r JOIN actors a ON a.id = r.actor_id WHERE a.merged_into IS NOT NULL
    UNION SELECT actor_id, name FROM kept WHERE name IS NOT NULL),
  counted AS (SELECT actor_id, alias, count(*) AS seen, sum(is_name) AS named FROM forms GROUP BY 1, 2
    UNION ALL SELECT actor_id, name, 0, 0 FROM given g WHERE NOT EXISTS (SELECT 1 FROM forms f
      WHERE f.actor_id = g.actor_id AND f.alias = g.name))`;

/**
 * Of the names that at least a tenth of the entities go by, the one of the most words, of those the most used; a
 * place's is the most used.
 */
const NAMES = `${FORMS},
  ranked AS (SELECT c.actor_id, c.alias, row_number() OVER (PARTITION BY c.actor_id
      ORDER BY CASE WHEN a.type = 'PLACE' THEN 0 ELSE length(replace(c.alias, ' ', '')) - length(c.alias) END,
        c.named DESC, c.alias) AS place
    FROM counted c JOIN actors a ON a.id = c.actor_id WHERE c.named > 0
      AND c.named * 10 >= (SELECT sum(named) FROM counted o WHERE o.actor_id = c.actor_id))
  SELECT a.id, coalesce(r.name, k.name, c.alias) AS name FROM actors a LEFT JOIN renamed r ON r.actor_id = a.id
    LEFT JOIN kept k ON k.actor_id = a.id
    LEFT JOIN ranked c ON c.actor_id = a.id AND c.place = 1 WHERE a.merged_into IS NULL ORDER BY 1`;

const OFFICES = `SELECT e.actor_id AS person_id, min(p.title) AS title, p.former, o.actor_id AS organisation_id,
  l.actor_id AS place_id, count(DISTINCT p.article_id) AS seen, min(p.id) AS position_id
  FROM positions p JOIN entities e ON e.id = p.person_entity LEFT JOIN entities o ON o.id = p.organisation_entity
    LEFT JOIN entities l ON l.id = p.place_entity
  GROUP BY e.actor_id, lower(p.title), p.former, o.actor_id, l.actor_id ORDER BY 7, 1, 2, 3, 4, 5`;

/** What is kept, by what it is, and how to count it anew. */
const CHECKS: Readonly<Record<string, readonly [kept: string, anew: string]>> = {
  'mentions and articles of actors': [
    'SELECT id, mention_count, article_count FROM actors ORDER BY id',
    `SELECT a.id, (SELECT count(*) FROM mentions m JOIN entities e ON e.id = m.entity_id
      WHERE e.actor_id = a.id) AS mention_count,
       (SELECT count(DISTINCT e.article_id) FROM mentions m JOIN entities e ON e.id = m.entity_id
         WHERE e.actor_id = a.id) AS article_count FROM actors a ORDER BY a.id`,
  ],
  'mentions of entities': [
    'SELECT id, mention_count FROM entities ORDER BY id',
    `SELECT id, (SELECT count(*) FROM mentions m WHERE m.entity_id = e.id) AS mention_count FROM entities e
      ORDER BY id`,
  ],
  'entities that stand in lists': [
    'SELECT id, listed_count FROM entities ORDER BY id',
    `SELECT id, iif(id = (SELECT min(o.id) FROM entities o
      WHERE o.article_id = e.article_id AND o.actor_id = e.actor_id AND o.mention_count > 0),
       (SELECT sum(o.mention_count) FROM entities o WHERE o.article_id = e.article_id AND o.actor_id = e.actor_id),
         0) AS listed_count FROM entities e ORDER BY id`,
  ],
  'forms of names': [
    'SELECT actor_id, alias, seen, named FROM aliases ORDER BY 1, 2',
    `${FORMS} SELECT actor_id, alias, seen, named FROM counted ORDER BY 1, 2`,
  ],
  'canonical names': ['SELECT id, name FROM actors WHERE merged_into IS NULL ORDER BY id', NAMES],
  'roles of people': [
    `SELECT person_id, title, former, organisation_id, place_id, seen, position_id FROM offices
      ORDER BY 7, 1, 2, 3, 4, 5`,
    OFFICES,
  ],
  'actors without entities': [
    'SELECT id FROM actors a WHERE merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE actor_id = a.id)',
    'SELECT id FROM actors WHERE 0',
  ],
  'entities of actors that are merged away': [
    'SELECT e.id FROM entities e JOIN actors a ON a.id = e.actor_id WHERE a.merged_into IS NOT NULL',
    'SELECT 1 WHERE 0',
  ],
  'rows by type': [
    'SELECT id FROM people UNION ALL SELECT id FROM organisations UNION ALL SELECT id FROM places ORDER BY 1',
    'SELECT id FROM actors ORDER BY 1',
  ],
  'dates of entities': [
    'SELECT id, published_key FROM entities ORDER BY 1',
    'SELECT e.id, a.published_key FROM entities e JOIN articles a ON a.id = e.article_id ORDER BY 1',
  ],
  'rows that refer to nothing': ['PRAGMA foreign_key_check', 'SELECT 1 WHERE 0'],
};

/** Everything that is kept, and the same counted anew. Throws where a full-text index is not in step. */
export function recount(sql: Sql): Counted {
  for (const table of ['articles_text', 'statements_text', 'names_text'])
    sql.run(`INSERT INTO ${table} (${table}, rank) VALUES ('integrity-check', 1)`);
  const read = (side: 0 | 1): Record<string, unknown[]> =>
    Object.fromEntries(Object.entries(CHECKS).map(([what, texts]) => [what, sql.all(texts[side]).map(valuesOf)]));
  return { kept: read(0), anew: read(1) };
}

/** A row's columns are read by getters of its class. */
function valuesOf(row: Row): (Value | undefined)[] {
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(row));
  return names.filter((name) => name !== 'constructor').map((name) => row[name]);
}
