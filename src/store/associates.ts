import { EVERYTHING } from './clause.ts';
import { connect, countRows, type Listing } from './connect.ts';
import type { Row, Sql } from './database.ts';
import { Nodes } from './nodes.ts';
import type { Connection, PageRequest } from './page.ts';
import type { ActorRecord, AssociateData } from './records.ts';
import { numberOr, textOr } from './row-values.ts';

/**
 * Whom each of the actors asked for has to do with: a shared article counts 1, a shared event 3, a statement that one
 * makes to or about the other 2. CROSS JOIN keeps the tables in the order written, from the actor outwards; what is
 * said in one article of both is found through their entities there.
 */
const TIES: Listing = {
  prelude: `asked AS MATERIALIZED (SELECT DISTINCT value AS actor FROM json_each(?)), mine AS MATERIALIZED (
    SELECT q.actor, e.id, e.article_id, e.listed_count FROM asked q CROSS JOIN entities e ON e.actor_id = q.actor
  ), shared AS (
    SELECT m.actor AS parent, f.actor_id AS other, count(*) AS articles, 0 AS events, 0 AS statements
      FROM mine m CROSS JOIN entities f ON f.article_id = m.article_id WHERE m.listed_count > 0 AND f.listed_count > 0
        GROUP BY 1, 2
    UNION ALL
    SELECT parent, other, 0, count(*), 0 FROM (
      SELECT DISTINCT m.actor AS parent, f.actor_id AS other, x.event_id FROM mine m
        CROSS JOIN event_participants x ON x.entity_id = m.id
        CROSS JOIN event_participants y ON y.event_id = x.event_id CROSS JOIN entities f ON f.id = y.entity_id)
        GROUP BY 1, 2
    UNION ALL
    SELECT parent, other, 0, 0, count(*) FROM (
      SELECT DISTINCT m.actor AS parent, f.actor_id AS other, x.statement_id FROM mine m
        CROSS JOIN statement_actors x ON x.entity_id = m.id
        CROSS JOIN statement_actors y ON y.statement_id = x.statement_id
          AND (x.role = 'SPEAKER') <> (y.role = 'SPEAKER') CROSS JOIN entities f ON f.id = y.entity_id) GROUP BY 1, 2
  ), ties AS MATERIALIZED (
    SELECT parent, other, sum(articles) AS shared_articles, sum(events) AS shared_events,
      sum(statements) AS shared_statements, 1.0 * sum(articles) + 3.0 * sum(events) + 2.0 * sum(statements) AS weight
    FROM shared WHERE other <> parent GROUP BY 1, 2
  )`,
  select: 'h.other, h.weight, h.shared_articles, h.shared_events, h.shared_statements',
  from: 'ties h',
  id: 'h.other',
  parent: (id) => `h.parent = ${id}`,
};

/** The actors that actors share articles, events and statements with, strongest first. */
export class AssociateLists {
  readonly #sql: Sql;
  readonly #nodes: Nodes;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#nodes = new Nodes(sql);
  }

  connect(actors: readonly string[], page: PageRequest): Connection<ActorRecord, AssociateData>[] {
    const pages = connect(this.#sql, {
      listing: TIES,
      parents: actors,
      where: EVERYTHING,
      order: {
        name: 'WEIGHT.DESC',
        keys: [
          ['h.weight', 'DESC'],
          ['h.other', 'ASC'],
        ],
      },
      page,
      readNode: (row) => textOr(row, 'other'),
      readData: readTie,
      before: [JSON.stringify(actors)],
    });
    const ids = [...new Set(pages.flatMap((found) => found.edges.map((edge) => edge.node)))];
    const others = new Map(this.#nodes.actors(ids).flatMap((actor) => (actor ? [[actor.id, actor] as const] : [])));
    return pages.map(({ edges, pageInfo }) => ({
      pageInfo,
      edges: edges.flatMap(({ cursor, node, data }) => {
        const actor = others.get(node);
        return actor ? [{ cursor, node: actor, data }] : [];
      }),
    }));
  }

  count(actors: readonly string[]): number[] {
    return countRows(this.#sql, TIES, actors, EVERYTHING, [JSON.stringify(actors)]);
  }
}

function readTie(row: Row): AssociateData {
  return {
    weight: numberOr(row, 'weight'),
    sharedArticles: numberOr(row, 'shared_articles'),
    sharedEvents: numberOr(row, 'shared_events'),
    sharedStatements: numberOr(row, 'shared_statements'),
  };
}
