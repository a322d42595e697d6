import type { EntityType } from '../reading/reading.ts';
import type { Wanted } from './columns.ts';
import { connect, countRows } from './connect.ts';
import type { Sql } from './database.ts';
import type { ActorFilter } from './filters.ts';
import {
  type ActorOrderField,
  listActors,
  listActorsOfArticle,
  listPeopleOfOrganisation,
  NO_PARENT,
  type OrderBy,
} from './list-queries.ts';
import type { Connection, PageRequest } from './page.ts';
import type { ActorRecord } from './records.ts';
import { numberOrNull } from './row-values.ts';
import { readActor } from './rows.ts';

const none = (): null => null;

/** Lists of people, organisations and places. */
export class ActorLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** All actors of a type. */
  connect(
    type: EntityType,
    page: PageRequest,
    filter: ActorFilter | null,
    orderBy: OrderBy<ActorOrderField> | null,
    wanted: Wanted = null,
  ): Connection<ActorRecord, number | null> {
    const [only] = connect(this.#sql, {
      ...listActors(type, filter, orderBy),
      parents: NO_PARENT,
      page,
      wanted,
      readNode: readActor,
      readData: none,
    });
    return (
      only ?? {
        edges: [],
        pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      }
    );
  }

  count(type: EntityType, filter: ActorFilter | null): number {
    const { listing, where } = listActors(type, filter, null);
    return countRows(this.#sql, listing, NO_PARENT, where)[0] ?? 0;
  }

  /** The actors of a type that articles mention, most mentioned first; the edges tell how often. */
  connectOfArticles(
    type: EntityType,
    articles: readonly string[],
    page: PageRequest,
    wanted: Wanted = null,
  ): Connection<ActorRecord, number | null>[] {
    return connect(this.#sql, {
      ...listActorsOfArticle(type),
      parents: articles,
      page,
      wanted,
      readNode: readActor,
      readData: (row) => numberOrNull(row, 'mentioned'),
    });
  }

  countOfArticles(type: EntityType, articles: readonly string[]): number[] {
    const { listing, where } = listActorsOfArticle(type);
    return countRows(this.#sql, listing, articles, where);
  }

  /** The people that articles give a role in organisations. */
  connectPeopleOf(
    organisations: readonly string[],
    page: PageRequest,
    wanted: Wanted = null,
  ): Connection<ActorRecord, number | null>[] {
    return connect(this.#sql, {
      ...listPeopleOfOrganisation(),
      parents: organisations,
      page,
      wanted,
      readNode: readActor,
      readData: none,
    });
  }

  countPeopleOf(organisations: readonly string[]): number[] {
    const { listing, where } = listPeopleOfOrganisation();
    return countRows(this.#sql, listing, organisations, where);
  }
}
