import { ACTOR_COLUMNS, type Wanted } from './columns.ts';
import { type Clause, connect, countRows, EVERYTHING, type Listing, type Order } from './connect.ts';
import type { Sql } from './database.ts';
import { type ActorFilter, readActorFilter } from './filters.ts';
import { NO_PARENT, type OrderBy } from './lists.ts';
import type { Connection, PageRequest } from './page.ts';
import type { EntityType } from '../reading/reading.ts';
import type { ActorRecord } from './records.ts';
import { numberOrNull } from './row-values.ts';
import { readActor } from './rows.ts';

export type ActorOrderField = 'NAME' | 'MENTIONS' | 'ARTICLES';

/** The tables that the columns of an actor are read from. */
export const ACTOR_TABLES = 'actors t LEFT JOIN organisations o ON o.id = t.id LEFT JOIN places l ON l.id = t.id';

const none = (): null => null;

const ACTOR_KEYS: Readonly<Record<ActorOrderField, string>> = { NAME: 't.name_key', MENTIONS: 't.mention_count', ARTICLES: 't.article_count' };

function actorOrder({ field, direction }: OrderBy<ActorOrderField>): Order {
  return {
    name: `${field}.${direction}`,
    keys: [
      [ACTOR_KEYS[field], direction],
      ['t.id', direction],
    ],
  };
}

const MOST_MENTIONED = { field: 'MENTIONS', direction: 'DESC' } as const;

/** Lists of people, organisations and places. */
export class ActorLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** All actors of a type. */
  connect(type: EntityType, page: PageRequest, filter: ActorFilter | null, orderBy: OrderBy<ActorOrderField> | null, wanted: Wanted = null): Connection<ActorRecord, number | null> {
    const order = actorOrder(orderBy ?? MOST_MENTIONED);
    const [page1] = connect(this.#sql, { listing: ALL_ACTORS, parents: NO_PARENT, where: withType(type, readActorFilter(filter)), order, page, wanted, readNode: readActor, readData: none });
    return page1 ?? { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
  }

  count(type: EntityType, filter: ActorFilter | null): number {
    return countRows(this.#sql, ALL_ACTORS, NO_PARENT, withType(type, readActorFilter(filter)))[0] ?? 0;
  }

  /** The actors of a type that articles mention, most mentioned first; the edges tell how often. */
  connectOfArticles(type: EntityType, articles: readonly string[], page: PageRequest, wanted: Wanted = null): Connection<ActorRecord, number | null>[] {
    const order: Order = {
      name: 'MENTIONED.DESC',
      keys: [
        ['e.listed_count', 'DESC'],
        ['e.ordinal', 'ASC'],
      ],
    };
    return connect(this.#sql, { listing: OF_ARTICLE, parents: articles, where: ofType('e.type', type), order, page, wanted, readNode: readActor, readData: (row) => numberOrNull(row, 'mentioned') });
  }

  countOfArticles(type: EntityType, articles: readonly string[]): number[] {
    return countRows(this.#sql, OF_ARTICLE, articles, ofType('e.type', type));
  }

  /** The people that articles give a role in organisations. */
  connectPeopleOf(organisations: readonly string[], page: PageRequest, wanted: Wanted = null): Connection<ActorRecord, number | null>[] {
    const order = actorOrder(MOST_MENTIONED);
    return connect(this.#sql, { listing: OF_ORGANISATION, parents: organisations, where: EVERYTHING, order, page, wanted, readNode: readActor, readData: none });
  }

  countPeopleOf(organisations: readonly string[]): number[] {
    return countRows(this.#sql, OF_ORGANISATION, organisations, EVERYTHING);
  }
}

const ALL_ACTORS: Listing = { columns: ACTOR_COLUMNS, from: ACTOR_TABLES, id: 't.id', parent: null };
const OF_ARTICLE: Listing = {
  columns: ACTOR_COLUMNS,
  select: 'e.listed_count AS mentioned',
  from: `entities e JOIN ${ACTOR_TABLES.replace('actors t', 'actors t ON t.id = e.actor_id')}`,
  id: 'e.id',
  parent: 'e.article_id = p.value AND e.listed_count > 0',
};
const OF_ORGANISATION: Listing = { ...ALL_ACTORS, parent: 't.id IN (SELECT person_id FROM offices WHERE organisation_id = p.value)' };

function ofType(column: string, type: EntityType): Clause {
  return { text: `${column} = ?`, values: [type] };
}

function withType(type: EntityType, clause: Clause): Clause {
  return { text: `t.type = ? AND t.merged_into IS NULL AND ${clause.text}`, values: [type, ...clause.values] };
}
