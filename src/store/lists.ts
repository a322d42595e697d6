import { type Clause, connect, countRows, EVERYTHING, type Listing, type Order } from './connect.ts';
import type { Row, Sql } from './database.ts';
import type { Connection, PageRequest } from './page.ts';
import { numberOr, numberOrNull, readActor, readArticle, readEvent, readMention, readStatement } from './rows.ts';
import type { ActorRecord, ArticleRecord, AssociateData, EventRecord, MentionRecord, StatementRecord } from './records.ts';
import { type ActorFilter, type ArticleFilter, type EventFilter, readActorFilter, readArticleFilter, readEventFilter, readStatementFilter, type StatementFilter } from './filters.ts';
import type { EntityType, ParticipantRole } from '../reading/reading.ts';

export interface OrderBy<Field extends string> {
  readonly field: Field;
  readonly direction: 'ASC' | 'DESC';
}

export type ArticleOrderField = 'PUBLISHED_AT' | 'INGESTED_AT' | 'TITLE';
export type StatementOrderField = 'PUBLISHED_AT' | 'POSITION' | 'CONFIDENCE';
export type EventOrderField = 'DATE' | 'PUBLISHED_AT' | 'POSITION' | 'CONFIDENCE';
export type ActorOrderField = 'NAME' | 'MENTIONS' | 'ARTICLES';

/** What a list hangs on: `null` for all there are. */
export type ArticleParent = 'ACTOR' | null;
export type StatementParent = 'ARTICLE' | 'SPEAKER' | 'ABOUT' | 'EVENT' | null;
export type EventParent = 'ARTICLE' | 'ACTOR' | 'STATEMENT' | null;

/** The ids of the parents of a batch; a list of its own has one parent without an id. */
export const NO_PARENT: readonly string[] = [''];

/** Columns of an actor: `actors t` with `organisations o` and `places l`. */
export const ACTOR_COLUMNS = 't.*, o.kind AS organisation_kind, o.acronym, l.kind AS place_kind, coalesce(l.country_code, o.country_code) AS country_code, l.latitude, l.longitude';
export const ACTOR_TABLES = 'actors t LEFT JOIN organisations o ON o.id = t.id LEFT JOIN places l ON l.id = t.id';

const none = (): null => null;

function orderOf<Field extends string>(orderBy: OrderBy<Field>, keys: Readonly<Record<Field, readonly string[]>>): Order {
  return { name: `${orderBy.field}.${orderBy.direction}`, keys: keys[orderBy.field], direction: orderBy.direction };
}

const ARTICLE_KEYS: Readonly<Record<ArticleOrderField, readonly string[]>> = { PUBLISHED_AT: ["coalesce(t.published_at, '')", 't.id'], INGESTED_AT: ['t.ingested_at', 't.id'], TITLE: ['t.title', 't.id'] };
const STATEMENT_KEYS: Readonly<Record<StatementOrderField, readonly string[]>> = {
  PUBLISHED_AT: ["coalesce(t.published_at, '')", 't.article_id', 't.ordinal'],
  POSITION: ['t.article_id', 't.ordinal'],
  CONFIDENCE: ['t.confidence', 't.id'],
};
const EVENT_KEYS: Readonly<Record<EventOrderField, readonly string[]>> = { ...STATEMENT_KEYS, DATE: ["coalesce(t.time_start, '')", 't.id'] };
const ACTOR_KEYS: Readonly<Record<ActorOrderField, readonly string[]>> = { NAME: ['t.name_key', 't.id'], MENTIONS: ['t.mention_count', 't.id'], ARTICLES: ['t.article_count', 't.id'] };

const ARTICLE_PARENTS: Readonly<Record<'ACTOR', string>> = { ACTOR: 't.id IN (SELECT article_id FROM entities WHERE actor_id = p.value)' };
const STATEMENT_PARENTS: Readonly<Record<'ARTICLE' | 'SPEAKER' | 'ABOUT' | 'EVENT', string>> = {
  ARTICLE: 't.article_id = p.value',
  SPEAKER: "t.id IN (SELECT statement_id FROM statement_actors WHERE actor_id = p.value AND role = 'SPEAKER')",
  ABOUT: "t.id IN (SELECT statement_id FROM statement_actors WHERE actor_id = p.value AND role = 'ABOUT')",
  EVENT: 't.id IN (SELECT statement_id FROM events WHERE id = p.value)',
};
const EVENT_PARENTS: Readonly<Record<'ARTICLE' | 'ACTOR' | 'STATEMENT', string>> = {
  ARTICLE: 't.article_id = p.value',
  ACTOR: 't.id IN (SELECT event_id FROM event_participants WHERE actor_id = p.value)',
  STATEMENT: 't.statement_id = p.value',
};

/** Lists of articles, one for each parent. */
export class ArticleLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(parent: ArticleParent, parents: readonly string[], page: PageRequest, filter: ArticleFilter | null, orderBy: OrderBy<ArticleOrderField> | null): Connection<ArticleRecord>[] {
    const order = orderOf(orderBy ?? { field: 'PUBLISHED_AT', direction: 'DESC' }, ARTICLE_KEYS);
    return connect(this.#sql, { listing: this.#listing(parent), parents, where: readArticleFilter(filter), order, page, readNode: readArticle, readData: none });
  }

  count(parent: ArticleParent, parents: readonly string[], filter: ArticleFilter | null): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, readArticleFilter(filter));
  }

  #listing(parent: ArticleParent): Listing {
    return { select: 't.*', from: 'articles t', id: 't.id', parent: parent && ARTICLE_PARENTS[parent] };
  }
}

/** Lists of statements, one for each parent. */
export class StatementLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(parent: StatementParent, parents: readonly string[], page: PageRequest, filter: StatementFilter | null, orderBy: OrderBy<StatementOrderField> | null): Connection<StatementRecord>[] {
    const order = orderOf(orderBy ?? (parent === 'ARTICLE' ? { field: 'POSITION', direction: 'ASC' } : { field: 'PUBLISHED_AT', direction: 'DESC' }), STATEMENT_KEYS);
    return connect(this.#sql, { listing: this.#listing(parent), parents, where: readStatementFilter(filter), order, page, readNode: readStatement, readData: none });
  }

  count(parent: StatementParent, parents: readonly string[], filter: StatementFilter | null): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, readStatementFilter(filter));
  }

  #listing(parent: StatementParent): Listing {
    return { select: 't.*', from: 'statements t', id: 't.id', parent: parent && STATEMENT_PARENTS[parent] };
  }
}

/** Lists of events, one for each parent; the edges of an actor's events tell the part it takes. */
export class EventLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(parent: EventParent, parents: readonly string[], page: PageRequest, filter: EventFilter | null, orderBy: OrderBy<EventOrderField> | null): Connection<EventRecord, ParticipantRole | null>[] {
    const order = orderOf(orderBy ?? (parent === 'ARTICLE' || parent === 'STATEMENT' ? { field: 'POSITION', direction: 'ASC' } : { field: 'PUBLISHED_AT', direction: 'DESC' }), EVENT_KEYS);
    const role = parent === 'ACTOR' ? '(SELECT role FROM event_participants WHERE event_id = t.id AND actor_id = p.value LIMIT 1)' : 'NULL';
    const listing = { ...this.#listing(parent), select: `t.*, ${role} AS part` };
    const readRole = (row: Row): ParticipantRole | null => (row['part'] === 'ACTOR' || row['part'] === 'RECIPIENT' ? row['part'] : null);
    return connect(this.#sql, { listing, parents, where: readEventFilter(filter), order, page, readNode: readEvent, readData: readRole });
  }

  count(parent: EventParent, parents: readonly string[], filter: EventFilter | null): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, readEventFilter(filter));
  }

  #listing(parent: EventParent): Listing {
    return { select: 't.*', from: 'events t', id: 't.id', parent: parent && EVENT_PARENTS[parent] };
  }
}

/** Lists of people, organisations and places. */
export class ActorLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** All actors of a type. */
  connect(type: EntityType, page: PageRequest, filter: ActorFilter | null, orderBy: OrderBy<ActorOrderField> | null): Connection<ActorRecord, number | null> {
    const order = orderOf(orderBy ?? { field: 'MENTIONS', direction: 'DESC' }, ACTOR_KEYS);
    const [page1] = connect(this.#sql, { listing: ALL_ACTORS, parents: NO_PARENT, where: withType(type, readActorFilter(filter)), order, page, readNode: readActor, readData: none });
    return page1 ?? { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null } };
  }

  count(type: EntityType, filter: ActorFilter | null): number {
    return countRows(this.#sql, ALL_ACTORS, NO_PARENT, withType(type, readActorFilter(filter)))[0] ?? 0;
  }

  /** The actors of a type that articles mention, most mentioned first; the edges tell how often. */
  connectOfArticles(type: EntityType, articles: readonly string[], page: PageRequest): Connection<ActorRecord, number | null>[] {
    const order: Order = { name: 'MENTIONED.DESC', keys: ['e.mention_count', 'e.id'], direction: 'DESC' };
    return connect(this.#sql, { listing: OF_ARTICLE, parents: articles, where: ofType('e.type', type), order, page, readNode: readActor, readData: (row) => numberOrNull(row, 'mentioned') });
  }

  countOfArticles(type: EntityType, articles: readonly string[]): number[] {
    return countRows(this.#sql, OF_ARTICLE, articles, ofType('e.type', type));
  }

  /** The people that articles give a role in organisations. */
  connectPeopleOf(organisations: readonly string[], page: PageRequest): Connection<ActorRecord, number | null>[] {
    const order = orderOf<ActorOrderField>({ field: 'MENTIONS', direction: 'DESC' }, ACTOR_KEYS);
    return connect(this.#sql, { listing: OF_ORGANISATION, parents: organisations, where: EVERYTHING, order, page, readNode: readActor, readData: none });
  }

  countPeopleOf(organisations: readonly string[]): number[] {
    return countRows(this.#sql, OF_ORGANISATION, organisations, EVERYTHING);
  }

  /** The actors that actors share articles, events and statements with, strongest first. */
  connectAssociates(actors: readonly string[], page: PageRequest): Connection<ActorRecord, AssociateData>[] {
    const order: Order = { name: 'WEIGHT.DESC', keys: [WEIGHT, 'e.id'], direction: 'DESC' };
    return connect(this.#sql, {
      listing: ASSOCIATES,
      parents: actors,
      where: EVERYTHING,
      order,
      page,
      readNode: readActor,
      readData: (row) => ({ weight: numberOr(row, 'weight'), sharedArticles: numberOr(row, 'shared_articles'), sharedEvents: numberOr(row, 'shared_events'), sharedStatements: numberOr(row, 'shared_statements') }),
    });
  }

  countAssociates(actors: readonly string[]): number[] {
    return countRows(this.#sql, ASSOCIATES, actors, EVERYTHING);
  }
}

const ALL_ACTORS: Listing = { select: ACTOR_COLUMNS, from: ACTOR_TABLES, id: 't.id', parent: null };
const OF_ARTICLE: Listing = {
  select: `${ACTOR_COLUMNS}, e.mention_count AS mentioned`,
  from: `entities e JOIN ${ACTOR_TABLES.replace('actors t', 'actors t ON t.id = e.actor_id')}`,
  id: 'e.id',
  parent: 'e.article_id = p.value AND e.mention_count > 0',
};
const OF_ORGANISATION: Listing = { ...ALL_ACTORS, parent: 't.id IN (SELECT person_id FROM positions WHERE organisation_id = p.value)' };

const SHARED_ARTICLES = '(SELECT count(DISTINCT a.article_id) FROM entities a JOIN entities b ON b.article_id = a.article_id WHERE a.actor_id = p.value AND b.actor_id = t.id)';
const SHARED_EVENTS = '(SELECT count(DISTINCT a.event_id) FROM event_participants a JOIN event_participants b ON b.event_id = a.event_id WHERE a.actor_id = p.value AND b.actor_id = t.id)';
const SHARED_STATEMENTS = "(SELECT count(DISTINCT a.statement_id) FROM statement_actors a JOIN statement_actors b ON b.statement_id = a.statement_id WHERE a.actor_id = p.value AND b.actor_id = t.id AND 'SPEAKER' IN (a.role, b.role) AND a.role <> b.role)";
const WEIGHT = `(1.0 * ${SHARED_ARTICLES} + 3.0 * ${SHARED_EVENTS} + 2.0 * ${SHARED_STATEMENTS})`;
const ASSOCIATES: Listing = {
  select: `${ACTOR_COLUMNS}, ${WEIGHT} AS weight, ${SHARED_ARTICLES} AS shared_articles, ${SHARED_EVENTS} AS shared_events, ${SHARED_STATEMENTS} AS shared_statements`,
  from: ACTOR_TABLES.replace('actors t', 'actors e JOIN actors t ON t.id = e.id'),
  id: 'e.id',
  parent: 'e.id <> p.value AND e.id IN (SELECT b.actor_id FROM entities a JOIN entities b ON b.article_id = a.article_id WHERE a.actor_id = p.value)',
};

function ofType(column: string, type: EntityType): Clause {
  return { text: `${column} = ?`, values: [type] };
}

function withType(type: EntityType, clause: Clause): Clause {
  return { text: `t.type = ? AND ${clause.text}`, values: [type, ...clause.values] };
}

/** Lists of mentions, of articles in text order, and of actors by article. */
export class MentionLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(parent: 'ARTICLE' | 'ACTOR', parents: readonly string[], page: PageRequest): Connection<MentionRecord>[] {
    const order: Order = { name: 'TEXT.ASC', keys: ['t.article_id', 't.ordinal'], direction: 'ASC' };
    return connect(this.#sql, { listing: this.#listing(parent), parents, where: EVERYTHING, order, page, readNode: readMention, readData: none });
  }

  count(parent: 'ARTICLE' | 'ACTOR', parents: readonly string[]): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, EVERYTHING);
  }

  #listing(parent: 'ARTICLE' | 'ACTOR'): Listing {
    return { select: 't.*', from: 'mentions t', id: 't.rowid', parent: parent === 'ARTICLE' ? 't.article_id = p.value' : 't.actor_id = p.value' };
  }
}

