import { ARTICLE_COLUMNS, EVENT_COLUMNS, STATEMENT_COLUMNS, type Wanted } from './columns.ts';
import { connect, countRows, type Direction, EVERYTHING, type Listing, type Order, type SortKey } from './connect.ts';
import type { Row, Sql } from './database.ts';
import type { Connection, PageRequest } from './page.ts';
import { readArticle, readEvent, readMention, readStatement } from './rows.ts';
import type { ArticleRecord, EventRecord, MentionRecord, StatementRecord } from './records.ts';
import { type ArticleFilter, type EventFilter, readArticleFilter, readEventFilter, readStatementFilter, type StatementFilter } from './filters.ts';
import type { ParticipantRole } from '../reading/reading.ts';

export interface OrderBy<Field extends string> {
  readonly field: Field;
  readonly direction: Direction;
}

export type ArticleOrderField = 'PUBLISHED_AT' | 'INGESTED_AT' | 'TITLE';
export type StatementOrderField = 'PUBLISHED_AT' | 'POSITION' | 'CONFIDENCE';
export type EventOrderField = 'DATE' | 'PUBLISHED_AT' | 'POSITION' | 'CONFIDENCE';

/** What a list hangs on: `null` for all there are. */
export type ArticleParent = 'ACTOR' | null;
export type StatementParent = 'ARTICLE' | 'SPEAKER' | 'ABOUT' | 'EVENT' | null;
export type EventParent = 'ARTICLE' | 'ACTOR' | 'STATEMENT' | null;

/** The ids of the parents of a batch; a list of its own has one parent without an id. */
export const NO_PARENT: readonly string[] = [''];

const none = (): null => null;

/** The columns of the tables of a list that orders are made of. */
interface SortColumns {
  readonly published: string;
  readonly article: string;
  /** The place in the text. */
  readonly position: string;
}

const OWN: SortColumns = { published: 't.published_key', article: 't.article_id', position: 't.ordinal' };
/** Where a list hangs on an actor, its entities, one an article, are walked in order, and what they say in each article by its place: two indexes, and no sorting. */
const BY_ENTITY: SortColumns = { published: 'e.published_key', article: 'e.article_id', position: 'x.position' };

/** Whatever has no date comes last, either way. */
function byDate(date: string, direction: Direction, ...rest: readonly SortKey[]): SortKey[] {
  return direction === 'DESC' ? [[date, 'DESC'], ...rest] : [[`(${date} = '')`, 'ASC'], [date, 'ASC'], ...rest];
}

function articleOrder({ field, direction }: OrderBy<ArticleOrderField>, published: string, id: string): Order {
  const name = `${field}.${direction}`;
  switch (field) {
    case 'PUBLISHED_AT':
      return { name, keys: byDate(published, direction, [id, direction]) };
    case 'INGESTED_AT':
      return {
        name,
        keys: [
          ['t.ingested_at', direction],
          ['t.id', direction],
        ],
      };
    case 'TITLE':
      return {
        name,
        keys: [
          ['t.title', direction],
          ['t.id', direction],
        ],
      };
  }
}

/** Within an article, facts are in text order whichever way the dates go. */
function factOrder({ field, direction }: OrderBy<EventOrderField>, { published, article, position }: SortColumns): Order {
  const name = `${field}.${direction}`;
  switch (field) {
    case 'PUBLISHED_AT':
      return { name, keys: byDate(published, direction, [article, direction], [position, 'ASC']) };
    case 'DATE':
      return { name, keys: byDate('t.date_key', direction, ['t.article_id', direction], ['t.ordinal', 'ASC']) };
    case 'POSITION':
      return {
        name,
        keys: [
          [article, direction],
          [position, direction],
        ],
      };
    case 'CONFIDENCE':
      return {
        name,
        keys: [
          ['t.confidence', direction],
          ['t.id', direction],
        ],
      };
  }
}

const NEWEST_FIRST = { field: 'PUBLISHED_AT', direction: 'DESC' } as const;
const TEXT_ORDER = { field: 'POSITION', direction: 'ASC' } as const;

const ALL_ARTICLES: Listing = { columns: ARTICLE_COLUMNS, from: 'articles t', id: 't.id', parent: null };
const OF_ACTOR: Listing = { columns: ARTICLE_COLUMNS, from: 'entities e JOIN articles t ON t.id = e.article_id', id: 'e.id', parent: 'e.actor_id = p.value AND e.listed_count > 0' };

/** The statements in which an entity has a role: once each, though an article may have two entities that are one actor. */
function statementsInRole(role: 'SPEAKER' | 'ABOUT'): Listing {
  return {
    columns: STATEMENT_COLUMNS,
    from: 'entities e JOIN statement_actors x ON x.entity_id = e.id JOIN statements t ON t.id = x.statement_id',
    id: 'x.id',
    parent: `e.actor_id = p.value AND x.role = '${role}' AND (x.ordinal = 0 OR NOT EXISTS (SELECT 1 FROM statement_actors y JOIN entities f ON f.id = y.entity_id WHERE y.statement_id = x.statement_id AND y.role = x.role AND y.ordinal < x.ordinal AND f.actor_id = e.actor_id))`,
  };
}

const ALL_STATEMENTS: Listing = { columns: STATEMENT_COLUMNS, from: 'statements t', id: 't.id', parent: null };
const STATEMENT_PARENTS: Readonly<Record<'ARTICLE' | 'SPEAKER' | 'ABOUT' | 'EVENT', Listing>> = {
  ARTICLE: { ...ALL_STATEMENTS, parent: 't.article_id = p.value' },
  SPEAKER: statementsInRole('SPEAKER'),
  ABOUT: statementsInRole('ABOUT'),
  EVENT: { ...ALL_STATEMENTS, parent: 't.id IN (SELECT statement_id FROM events WHERE id = p.value)' },
};

const ALL_EVENTS: Listing = { columns: EVENT_COLUMNS, from: 'events t', id: 't.id', parent: null };
const EVENT_PARENTS: Readonly<Record<'ARTICLE' | 'ACTOR' | 'STATEMENT', Listing>> = {
  ARTICLE: { ...ALL_EVENTS, parent: 't.article_id = p.value' },
  ACTOR: {
    columns: EVENT_COLUMNS,
    select: 'x.role AS part',
    from: 'entities e JOIN event_participants x ON x.entity_id = e.id JOIN events t ON t.id = x.event_id',
    id: 'x.id',
    parent:
      'e.actor_id = p.value AND (x.ordinal = 0 OR NOT EXISTS (SELECT 1 FROM event_participants y JOIN entities f ON f.id = y.entity_id WHERE y.event_id = x.event_id AND y.ordinal < x.ordinal AND f.actor_id = e.actor_id))',
  },
  STATEMENT: { ...ALL_EVENTS, parent: 't.statement_id = p.value' },
};

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
    const order = parent === null ? articleOrder(orderBy ?? NEWEST_FIRST, 't.published_key', 't.id') : articleOrder(orderBy ?? NEWEST_FIRST, 'e.published_key', 'e.article_id');
    return connect(this.#sql, { listing: this.#listing(parent), parents, where: readArticleFilter(filter), order, page, wanted, readNode: readArticle, readData: none });
  }

  count(parent: ArticleParent, parents: readonly string[], filter: ArticleFilter | null): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, readArticleFilter(filter));
  }

  #listing(parent: ArticleParent): Listing {
    return parent === null ? ALL_ARTICLES : OF_ACTOR;
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
    const order = factOrder(orderBy ?? (parent === 'ARTICLE' ? TEXT_ORDER : NEWEST_FIRST), parent === 'SPEAKER' || parent === 'ABOUT' ? BY_ENTITY : OWN);
    return connect(this.#sql, { listing: this.#listing(parent), parents, where: readStatementFilter(filter), order, page, wanted, readNode: readStatement, readData: none });
  }

  count(parent: StatementParent, parents: readonly string[], filter: StatementFilter | null): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, readStatementFilter(filter));
  }

  #listing(parent: StatementParent): Listing {
    return parent === null ? ALL_STATEMENTS : STATEMENT_PARENTS[parent];
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
    const order = factOrder(orderBy ?? (parent === 'ARTICLE' || parent === 'STATEMENT' ? TEXT_ORDER : NEWEST_FIRST), parent === 'ACTOR' ? BY_ENTITY : OWN);
    const readRole = (row: Row): ParticipantRole | null => (row['part'] === 'ACTOR' || row['part'] === 'RECIPIENT' ? row['part'] : null);
    return connect(this.#sql, { listing: this.#listing(parent), parents, where: readEventFilter(filter), order, page, wanted, readNode: readEvent, readData: readRole });
  }

  count(parent: EventParent, parents: readonly string[], filter: EventFilter | null): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, readEventFilter(filter));
  }

  #listing(parent: EventParent): Listing {
    return parent === null ? ALL_EVENTS : EVENT_PARENTS[parent];
  }
}

/** Lists of mentions, of articles in text order, and of actors by article, newest first. */
export class MentionLists {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  connect(parent: 'ARTICLE' | 'ACTOR', parents: readonly string[], page: PageRequest): Connection<MentionRecord>[] {
    const inText: readonly SortKey[] = [
      ['t.start', 'ASC'],
      ['t.id', 'ASC'],
    ];
    const order: Order = { name: 'TEXT.ASC', keys: parent === 'ARTICLE' ? inText : [['e.published_key', 'DESC'], ['e.article_id', 'DESC'], ...inText] };
    return connect(this.#sql, { listing: this.#listing(parent), parents, where: EVERYTHING, order, page, readNode: readMention, readData: none });
  }

  count(parent: 'ARTICLE' | 'ACTOR', parents: readonly string[]): number[] {
    return countRows(this.#sql, this.#listing(parent), parents, EVERYTHING);
  }

  #listing(parent: 'ARTICLE' | 'ACTOR'): Listing {
    return {
      select: 'e.article_id, e.actor_id, t.kind, t.start, t."end", t.text',
      from: 'entities e JOIN mentions t ON t.entity_id = e.id',
      id: 't.id',
      parent: parent === 'ARTICLE' ? 'e.article_id = p.value' : 'e.actor_id = p.value',
    };
  }
}
