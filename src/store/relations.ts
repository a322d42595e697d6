import type { EntityType } from '../reading/reading.ts';
import {
  ACTOR_COLUMNS,
  ARTICLE_COLUMNS,
  actorTables,
  type ColumnTable,
  EVENT_COLUMNS,
  STATEMENT_COLUMNS,
} from './columns.ts';

/** Rows that hang on a record and are never so many that they need pages: one, or a few in a fixed order. */
export interface Relation {
  /** The columns of the records, of which those that are wanted are read; for other things none. */
  readonly columns?: ColumnTable;
  /** Columns that every row needs. */
  readonly select?: string;
  readonly from: string;
  /** Which rows belong to a key, of which an expression is given. */
  readonly of: (key: string) => string;
  /** What comes after ORDER BY; left out where there is one row at the most. */
  readonly order?: string;
}

export const ARTICLE_BY_ID: Relation = { columns: ARTICLE_COLUMNS, from: 'articles t', of: (id) => `t.id = ${id}` };
export const ARTICLE_BY_URL: Relation = { columns: ARTICLE_COLUMNS, from: 'articles t', of: (url) => `t.url = ${url}` };
export const STATEMENT_BY_ID: Relation = {
  columns: STATEMENT_COLUMNS,
  from: 'statements t',
  of: (id) => `t.id = ${id}`,
};
export const EVENT_BY_ID: Relation = { columns: EVENT_COLUMNS, from: 'events t', of: (id) => `t.id = ${id}` };
/** What facts refer to: never an actor that a curator has merged into another. */
export const ACTOR: Relation = { columns: ACTOR_COLUMNS, from: actorTables(), of: (id) => `t.id = ${id}` };
/** An id that a curator has merged into another gives the other. */
export const ACTOR_BY_ID: Relation = {
  columns: ACTOR_COLUMNS,
  from: `actors m CROSS JOIN ${actorTables('coalesce(m.merged_into, m.id)')}`,
  of: (id) => `m.id = ${id}`,
};

/** The actor of a type that goes by a folded name or alias; of several the most mentioned. */
export function actorByName(type: EntityType): Relation {
  return {
    columns: ACTOR_COLUMNS,
    from: actorTables(),
    of: (name) =>
      `t.type = '${type}' AND t.merged_into IS NULL AND t.id IN (WITH q(folded) AS (SELECT ${name}) SELECT s.actor_id
        FROM q CROSS JOIN aliases s ON s.alias_key = q.folded UNION SELECT n.id FROM q
        CROSS JOIN actors n ON n.type = '${type}' AND n.name_key = q.folded)`,
    order: 't.mention_count DESC, t.id',
  };
}

/**
 * The country with an ISO code: the place of the graph; of several the most mentioned, and for one that a curator has
 * merged away the other.
 */
export const COUNTRY_BY_CODE: Relation = {
  columns: ACTOR_COLUMNS,
  from: `places c CROSS JOIN actors m ON m.id = c.id CROSS JOIN ${actorTables('coalesce(m.merged_into, m.id)')}`,
  of: (code) => `c.kind = 'COUNTRY' AND c.country_code = ${code}`,
  order: 't.mention_count DESC, t.id',
};

/** Names other than the canonical one, in alphabetical order. */
export const ALIASES: Relation = {
  select: 's.alias',
  from: 'aliases s JOIN actors t ON t.id = s.actor_id',
  of: (actor) => `s.actor_id = ${actor} AND s.alias <> t.name`,
  order: 's.alias',
};

/** The roles of a person, most often seen first; the same words for the same office are one. */
export const POSITIONS: Relation = {
  select: 'f.position_id AS id, f.title, f.former, f.person_id, f.organisation_id, f.place_id',
  from: 'offices f',
  of: (person) => `f.person_id = ${person}`,
  order: 'f.seen DESC, f.position_id',
};

/**
 * Where an article says so, in text order: the evidence of a position, statement or event, or the content of a
 * statement.
 */
export function spansIn(role: 'EVIDENCE' | 'CONTENT'): Relation {
  return {
    select: 's.start, s."end", s.text',
    from: 'spans s',
    of: (owner) => `s.owner_id = ${owner} AND s.role = '${role}'`,
    order: 's.ordinal',
  };
}

/** Who makes a statement, whom it is made to, or whom it mentions. */
export function actorsIn(role: 'SPEAKER' | 'ADDRESSEE' | 'ABOUT'): Relation {
  return {
    columns: ACTOR_COLUMNS,
    from: `statement_actors x CROSS JOIN entities e ON e.id = x.entity_id CROSS JOIN ${actorTables('e.actor_id')}`,
    of: (statement) => `x.statement_id = ${statement} AND x.role = '${role}'`,
    order: 'x.ordinal',
  };
}

export const PARTICIPANTS: Relation = {
  select: 'x.role, e.actor_id, x.start, x."end", x.text',
  from: 'event_participants x LEFT JOIN entities e ON e.id = x.entity_id',
  of: (event) => `x.event_id = ${event}`,
  order: 'x.ordinal',
};

export const EVENTS_OF_STATEMENT: Relation = {
  columns: EVENT_COLUMNS,
  from: 'events t',
  of: (statement) => `t.statement_id = ${statement}`,
  order: 't.ordinal',
};
