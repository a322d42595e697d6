import { EVERYTHING } from './clause.ts';
import { connect, countRows, type Direction, type Listing } from './connect.ts';
import type { Sql } from './database.ts';
import { Nodes } from './nodes.ts';
import type { Connection, PageRequest } from './page.ts';
import type { EventRecord, StatementRecord } from './records.ts';
import { textOr } from './row-values.ts';

/** What an actor did, what was done to it, or what it said, on a day. */
export interface TimelineEntry {
  /** The first day of its own date, or the day of publication: `YYYY-MM-DD`. */
  readonly day: string;
  readonly item: EventRecord | StatementRecord;
}

/**
 * The events that actors take part in and the statements that they make, each once; what has no day at all is left out.
 */
const ENTRIES: Listing = {
  prelude: `asked AS MATERIALIZED (SELECT DISTINCT value AS actor FROM json_each(?)), entries AS MATERIALIZED (
    SELECT q.actor, t.id, 'Event' AS type, t.article_id, t.ordinal,
      iif(t.date_key <> '', t.date_key, substr(t.published_key, 1, 10)) AS day
      FROM asked q CROSS JOIN entities e ON e.actor_id = q.actor CROSS JOIN event_participants x ON x.entity_id = e.id
        CROSS JOIN events t ON t.id = x.event_id
    UNION SELECT q.actor, t.id, 'Statement', t.article_id, t.ordinal,
      coalesce(t.time_start, substr(t.published_key, 1, 10))
      FROM asked q CROSS JOIN entities e ON e.actor_id = q.actor
        CROSS JOIN statement_actors x ON x.entity_id = e.id AND x.role = 'SPEAKER'
        CROSS JOIN statements t ON t.id = x.statement_id
  )`,
  select: 'h.type, h.id, h.day',
  from: 'entries h',
  id: 'h.id',
  parent: (id) => `h.actor = ${id} AND h.day <> ''`,
};

/** Events and statements of actors together, by day. */
export class Timelines {
  readonly #sql: Sql;
  readonly #nodes: Nodes;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#nodes = new Nodes(sql);
  }

  connect(actors: readonly string[], page: PageRequest, direction: Direction): Connection<TimelineEntry>[] {
    const pages = connect(this.#sql, {
      listing: ENTRIES,
      parents: actors,
      where: EVERYTHING,
      order: {
        name: `DAY.${direction}`,
        keys: [
          ['h.day', direction],
          ['h.article_id', direction],
          ['h.ordinal', 'ASC'],
          ['h.id', 'ASC'],
        ],
      },
      page,
      readNode: (row) => ({ type: textOr(row, 'type'), id: textOr(row, 'id'), day: textOr(row, 'day') }),
      readData: () => null,
      before: [JSON.stringify(actors)],
    });
    const found = pages.flatMap((own) => own.edges.map((edge) => edge.node));
    const idsOf = (type: string): string[] => [
      ...new Set(found.filter((entry) => entry.type === type).map((entry) => entry.id)),
    ];
    const items = new Map<string, EventRecord | StatementRecord>();
    for (const item of [...this.#nodes.events(idsOf('Event')), ...this.#nodes.statements(idsOf('Statement'))])
      if (item) items.set(item.id, item);
    return pages.map(({ edges, pageInfo }) => ({
      pageInfo,
      edges: edges.flatMap(({ cursor, node: { id, day }, data }) => {
        const item = items.get(id);
        return item ? [{ cursor, node: { day, item }, data }] : [];
      }),
    }));
  }

  count(actors: readonly string[]): number[] {
    return countRows(this.#sql, ENTRIES, actors, EVERYTHING, [JSON.stringify(actors)]);
  }
}
