import type { EntityType } from '../reading/reading.ts';
import { EVERYTHING, value, write } from './clause.ts';
import { ACTOR_COLUMNS, ARTICLE_COLUMNS, actorTables, EVENT_COLUMNS, STATEMENT_COLUMNS } from './columns.ts';
import type { Direction, Listing, ListQuery, Order, SortKey } from './connect.ts';
import {
  type ActorFilter,
  type ArticleFilter,
  type EventFilter,
  readActorFilter,
  readArticleFilter,
  readEventFilter,
  readStatementFilter,
  type StatementFilter,
} from './filters.ts';

export interface OrderBy<Field extends string> {
  readonly field: Field;
  readonly direction: Direction;
}

export type ArticleOrderField = 'PUBLISHED_AT' | 'INGESTED_AT' | 'TITLE';
export type StatementOrderField = 'PUBLISHED_AT' | 'POSITION' | 'CONFIDENCE';
export type ActorOrderField = 'NAME' | 'MENTIONS' | 'ARTICLES';
export type EventOrderField = 'DATE' | 'PUBLISHED_AT' | 'POSITION' | 'CONFIDENCE';

/** What a list hangs on: `null` for all there are. */
export type ArticleParent = 'ACTOR' | null;
export type StatementParent = 'ARTICLE' | 'SPEAKER' | 'ABOUT' | 'EVENT' | null;
export type EventParent = 'ARTICLE' | 'ACTOR' | 'STATEMENT' | null;
export type MentionParent = 'ARTICLE' | 'ACTOR';

/** The ids of the parents of a batch; a list of its own has one parent without an id. */
export const NO_PARENT: readonly string[] = [''];

/** The columns of the tables of a list that orders are made of. */
interface SortColumns {
  readonly published: string;
  readonly article: string;
  /** The place in the text. */
  readonly position: string;
}

const OWN: SortColumns = { published: 't.published_key', article: 't.article_id', position: 't.ordinal' };
/**
 * Where a list hangs on an actor, its entities, one an article, are walked in order, and what they say in each article
 * by its place: two indexes, and no sorting.
 */
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
function factOrder(
  { field, direction }: OrderBy<EventOrderField>,
  { published, article, position }: SortColumns,
): Order {
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
const OF_ACTOR: Listing = {
  columns: ARTICLE_COLUMNS,
  from: 'entities e JOIN articles t ON t.id = e.article_id',
  id: 'e.id',
  parent: (id) => `e.actor_id = ${id} AND e.listed_count > 0`,
};

/**
 * The statements in which an entity has a role: once each, though an article may have two entities that are one actor.
 */
function statementsInRole(role: 'SPEAKER' | 'ABOUT'): Listing {
  return {
    columns: STATEMENT_COLUMNS,
    from: 'entities e JOIN statement_actors x ON x.entity_id = e.id JOIN statements t ON t.id = x.statement_id',
    id: 'x.id',
    parent: (id) =>
      `e.actor_id = ${id} AND x.role = '${role}' AND (x.ordinal = 0
        OR NOT EXISTS (SELECT 1 FROM statement_actors y JOIN entities f ON f.id = y.entity_id
        WHERE y.statement_id = x.statement_id AND y.role = x.role AND y.ordinal < x.ordinal
        AND f.actor_id = e.actor_id))`,
  };
}

const ALL_STATEMENTS: Listing = { columns: STATEMENT_COLUMNS, from: 'statements t', id: 't.id', parent: null };
const STATEMENT_PARENTS: Readonly<Record<'ARTICLE' | 'SPEAKER' | 'ABOUT' | 'EVENT', Listing>> = {
  ARTICLE: { ...ALL_STATEMENTS, parent: (id) => `t.article_id = ${id}` },
  SPEAKER: statementsInRole('SPEAKER'),
  ABOUT: statementsInRole('ABOUT'),
  EVENT: { ...ALL_STATEMENTS, parent: (id) => `t.id IN (SELECT statement_id FROM events WHERE id = ${id})` },
};

const ALL_EVENTS: Listing = { columns: EVENT_COLUMNS, from: 'events t', id: 't.id', parent: null };
const EVENT_PARENTS: Readonly<Record<'ARTICLE' | 'ACTOR' | 'STATEMENT', Listing>> = {
  ARTICLE: { ...ALL_EVENTS, parent: (id) => `t.article_id = ${id}` },
  ACTOR: {
    columns: EVENT_COLUMNS,
    select: 'x.role AS part',
    from: 'entities e JOIN event_participants x ON x.entity_id = e.id JOIN events t ON t.id = x.event_id',
    id: 'x.id',
    parent: (id) =>
      `e.actor_id = ${id} AND (x.ordinal = 0 OR NOT EXISTS (SELECT 1 FROM event_participants y
        JOIN entities f ON f.id = y.entity_id WHERE y.event_id = x.event_id AND y.ordinal < x.ordinal
        AND f.actor_id = e.actor_id))`,
  },
  STATEMENT: { ...ALL_EVENTS, parent: (id) => `t.statement_id = ${id}` },
};

/**
 * Which articles, all or of an actor; newest first where nothing is said. Throws INVALID_INPUT for a filter that cannot
 * be, as the others here.
 */
export function listArticles(
  parent: ArticleParent,
  filter: ArticleFilter | null,
  orderBy: OrderBy<ArticleOrderField> | null,
): ListQuery {
  const [published, id] = parent === null ? ['t.published_key', 't.id'] : ['e.published_key', 'e.article_id'];
  return {
    listing: parent === null ? ALL_ARTICLES : OF_ACTOR,
    where: readArticleFilter(filter, parent !== null),
    order: articleOrder(orderBy ?? NEWEST_FIRST, published, id),
  };
}

/** Which statements; in text order in an article, otherwise newest first. */
export function listStatements(
  parent: StatementParent,
  filter: StatementFilter | null,
  orderBy: OrderBy<StatementOrderField> | null,
): ListQuery {
  const order = factOrder(
    orderBy ?? (parent === 'ARTICLE' ? TEXT_ORDER : NEWEST_FIRST),
    parent === 'SPEAKER' || parent === 'ABOUT' ? BY_ENTITY : OWN,
  );
  return {
    listing: parent === null ? ALL_STATEMENTS : STATEMENT_PARENTS[parent],
    where: readStatementFilter(filter, parent !== null),
    order,
  };
}

/**
 * Which events; in text order in an article or a statement, otherwise newest first. The rows of an actor's have its
 * `part` in each.
 */
export function listEvents(
  parent: EventParent,
  filter: EventFilter | null,
  orderBy: OrderBy<EventOrderField> | null,
): ListQuery {
  const order = factOrder(
    orderBy ?? (parent === 'ARTICLE' || parent === 'STATEMENT' ? TEXT_ORDER : NEWEST_FIRST),
    parent === 'ACTOR' ? BY_ENTITY : OWN,
  );
  return {
    listing: parent === null ? ALL_EVENTS : EVENT_PARENTS[parent],
    where: readEventFilter(filter, parent !== null),
    order,
  };
}

/** Which mentions: of an article in text order, of an actor by article, newest first. */
export function listMentions(parent: MentionParent): ListQuery {
  const inText: readonly SortKey[] = [
    ['t.start', 'ASC'],
    ['t.id', 'ASC'],
  ];
  const order: Order = {
    name: 'TEXT.ASC',
    keys: parent === 'ARTICLE' ? inText : [['e.published_key', 'DESC'], ['e.article_id', 'DESC'], ...inText],
  };
  const column = parent === 'ARTICLE' ? 'e.article_id' : 'e.actor_id';
  return {
    listing: {
      select: MENTION_COLUMNS,
      from: 'entities e JOIN mentions t ON t.entity_id = e.id',
      id: 't.id',
      parent: (id) => `${column} = ${id}`,
    },
    where: EVERYTHING,
    order,
  };
}

const MENTION_COLUMNS = 'e.article_id, e.actor_id, t.kind, t.start, t."end", t.text';

const ALL_ACTORS: Listing = { columns: ACTOR_COLUMNS, from: actorTables(), id: 't.id', parent: null };
const ACTORS_OF_ARTICLE: Listing = {
  columns: ACTOR_COLUMNS,
  select: 'e.listed_count AS mentioned',
  from: `entities e JOIN ${actorTables('e.actor_id')}`,
  id: 'e.id',
  parent: (id) => `e.article_id = ${id} AND e.listed_count > 0`,
};
const PEOPLE_OF_ORGANISATION: Listing = {
  ...ALL_ACTORS,
  parent: (id) => `t.id IN (SELECT person_id FROM offices WHERE organisation_id = ${id})`,
};

const ACTOR_KEYS: Readonly<Record<ActorOrderField, string>> = {
  NAME: 't.name_key',
  MENTIONS: 't.mention_count',
  ARTICLES: 't.article_count',
};
const MOST_MENTIONED = { field: 'MENTIONS', direction: 'DESC' } as const;
const MENTIONED_IN_ARTICLE: Order = {
  name: 'MENTIONED.DESC',
  keys: [
    ['e.listed_count', 'DESC'],
    ['e.ordinal', 'ASC'],
  ],
};

function actorOrder({ field, direction }: OrderBy<ActorOrderField>): Order {
  return {
    name: `${field}.${direction}`,
    keys: [
      [ACTOR_KEYS[field], direction],
      ['t.id', direction],
    ],
  };
}

/** All actors of a type; most mentioned first where nothing is said. */
export function listActors(
  type: EntityType,
  filter: ActorFilter | null,
  orderBy: OrderBy<ActorOrderField> | null,
): ListQuery {
  return {
    listing: ALL_ACTORS,
    where: write`t.type = ${value(type)} AND t.merged_into IS NULL AND ${readActorFilter(filter)}`,
    order: actorOrder(orderBy ?? MOST_MENTIONED),
  };
}

/**
 * The actors of a type that an article mentions, most mentioned first; the rows have how often they are `mentioned` in
 * it.
 */
export function listActorsOfArticle(type: EntityType): ListQuery {
  return { listing: ACTORS_OF_ARTICLE, where: write`e.type = ${value(type)}`, order: MENTIONED_IN_ARTICLE };
}

/** The people that articles give a role in an organisation, most mentioned first. */
export function listPeopleOfOrganisation(): ListQuery {
  return { listing: PEOPLE_OF_ORGANISATION, where: EVERYTHING, order: actorOrder(MOST_MENTIONED) };
}
