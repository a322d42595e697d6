import type { ParticipantRole } from '../reading/reading.ts';
import type { Wanted } from './columns.ts';
import { connect, countRows, type ListQuery } from './connect.ts';
import type { Row, Sql } from './database.ts';
import type { ArticleFilter, EventFilter, StatementFilter } from './filters.ts';
import {
  type ArticleOrderField,
  type ArticleParent,
  type EventOrderField,
  type EventParent,
  listArticles,
  listEvents,
  listMentions,
  listStatements,
  type MentionParent,
  type OrderBy,
  type StatementOrderField,
  type StatementParent,
} from './list-queries.ts';
import type { Connection, PageRequest } from './page.ts';
import type { ArticleRecord, EventRecord, MentionRecord, StatementRecord } from './records.ts';
import { readEvent, readStatement } from './fact-rows.ts';
import { readArticle, readMention } from './rows.ts';

const none = (): null => null;

/** How many rows the lists of parents have that a query describes. */
function count(sql: Sql, { listing, where }: ListQuery, parents: readonly string[]): number[] {
  return countRows(sql, listing, parents, where);
}

/** Lists of articles, one for each parent. */
export class ArticleLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(
    parent: ArticleParent,
    parents: readonly string[],
    page: PageRequest,
    filter: ArticleFilter | null,
    orderBy: OrderBy<ArticleOrderField> | null,
    wanted: Wanted = null,
  ): Connection<ArticleRecord>[] {
    return connect(this.#sql, {
      ...listArticles(parent, filter, orderBy),
      parents,
      page,
      wanted,
      readNode: readArticle,
      readData: none,
    });
  }

  count(parent: ArticleParent, parents: readonly string[], filter: ArticleFilter | null): number[] {
    return count(this.#sql, listArticles(parent, filter, null), parents);
  }
}

/** Lists of statements, one for each parent. */
export class StatementLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(
    parent: StatementParent,
    parents: readonly string[],
    page: PageRequest,
    filter: StatementFilter | null,
    orderBy: OrderBy<StatementOrderField> | null,
    wanted: Wanted = null,
  ): Connection<StatementRecord>[] {
    return connect(this.#sql, {
      ...listStatements(parent, filter, orderBy),
      parents,
      page,
      wanted,
      readNode: readStatement,
      readData: none,
    });
  }

  count(parent: StatementParent, parents: readonly string[], filter: StatementFilter | null): number[] {
    return count(this.#sql, listStatements(parent, filter, null), parents);
  }
}

/** Lists of events, one for each parent; the edges of an actor's events tell the part it takes. */
export class EventLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(
    parent: EventParent,
    parents: readonly string[],
    page: PageRequest,
    filter: EventFilter | null,
    orderBy: OrderBy<EventOrderField> | null,
    wanted: Wanted = null,
  ): Connection<EventRecord, ParticipantRole | null>[] {
    const readRole = (row: Row): ParticipantRole | null =>
      row['part'] === 'ACTOR' || row['part'] === 'RECIPIENT' ? row['part'] : null;
    return connect(this.#sql, {
      ...listEvents(parent, filter, orderBy),
      parents,
      page,
      wanted,
      readNode: readEvent,
      readData: readRole,
    });
  }

  count(parent: EventParent, parents: readonly string[], filter: EventFilter | null): number[] {
    return count(this.#sql, listEvents(parent, filter, null), parents);
  }
}

/** Lists of mentions, of articles in text order, and of actors by article, newest first. */
export class MentionLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(parent: MentionParent, parents: readonly string[], page: PageRequest): Connection<MentionRecord>[] {
    return connect(this.#sql, { ...listMentions(parent), parents, page, readNode: readMention, readData: none });
  }

  count(parent: MentionParent, parents: readonly string[]): number[] {
    return count(this.#sql, listMentions(parent), parents);
  }
}
