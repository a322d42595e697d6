import { sql } from 'drizzle-orm';
import {
  type AnySQLiteColumn,
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { ENTITY_TYPES, MENTION_KINDS, ORGANISATION_KINDS, PLACE_KINDS } from '../../reading/reading.ts';
import { oneOf, ordered } from './checks.ts';

/**
 * Articles as published. `text` is never changed: every span counts in it. It is the last column, so that lists need
 * not read past it.
 */
export const articles = sqliteTable(
  'articles',
  {
    /** What the full-text index knows it by. */
    number: integer('number').primaryKey(),
    id: text('id').notNull().unique(),
    hash: text('hash').notNull(),
    url: text('url'),
    title: text('title').notNull(),
    publisher: text('publisher'),
    /** The organisation that published it and the place of its dateline, among its own entities. */
    publisherEntity: integer('publisher_entity').references((): AnySQLiteColumn => entities.id, {
      onDelete: 'set null',
    }),
    datelineEntity: integer('dateline_entity').references((): AnySQLiteColumn => entities.id, { onDelete: 'set null' }),
    authors: text('authors').notNull(),
    language: text('language').notNull(),
    publishedAt: text('published_at'),
    /** `published_at`, empty where there is none, so that it can be compared. */
    publishedKey: text('published_key').notNull(),
    wordCount: integer('word_count').notNull(),
    ingestedAt: text('ingested_at').notNull(),
    signature: text('signature').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    uniqueIndex('articles_url').on(table.url),
    uniqueIndex('articles_hash').on(table.hash),
    index('articles_published').on(table.publishedKey, table.id),
    index('articles_published_dated').on(sql`(published_key = '')`, table.publishedKey, table.id),
    index('articles_ingested').on(table.ingestedAt, table.id),
    index('articles_title').on(table.title, table.id),
    index('articles_publisher').on(sql`"publisher" COLLATE NOCASE`, table.publishedKey),
    index('articles_publisher_entity').on(table.publisherEntity),
    index('articles_dateline_entity').on(table.datelineEntity),
  ],
);

/** Bands of the articles' signatures: two that share a band may be copies of one another. */
export const articleBands = sqliteTable(
  'article_bands',
  {
    band: integer('band').notNull(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.band, table.articleId] }),
    index('article_bands_article').on(table.articleId),
  ],
);

/** Whoever can speak or act in the graph, whatever the type. Counts are kept by whatever links entities to it. */
export const actors = sqliteTable(
  'actors',
  {
    id: text('id').primaryKey(),
    type: text('type', { enum: ENTITY_TYPES }).notNull(),
    name: text('name').notNull(),
    /** The name folded for comparison. */
    nameKey: text('name_key').notNull(),
    mentionCount: integer('mention_count').notNull().default(0),
    articleCount: integer('article_count').notNull().default(0),
    /** The key of the entity that it was made for: judgements about the actor are judgements about this one. */
    founder: text('founder').notNull(),
    /** The actor that a curator has merged it into: its id goes on working. */
    mergedInto: text('merged_into').references((): AnySQLiteColumn => actors.id, { onDelete: 'cascade' }),
  },
  (table) => [
    check('actors_type', oneOf('type', ENTITY_TYPES)),
    index('actors_name').on(table.type, table.nameKey, table.id),
    index('actors_mentions').on(table.type, table.mentionCount, table.id),
    index('actors_articles').on(table.type, table.articleCount, table.id),
    index('actors_merged').on(table.mergedInto),
  ],
);

/** What only people have: nothing yet but that they are people. */
export const people = sqliteTable('people', {
  id: text('id')
    .primaryKey()
    .references(() => actors.id, { onDelete: 'cascade' }),
});

/** What only organisations have. */
export const organisations = sqliteTable(
  'organisations',
  {
    id: text('id')
      .primaryKey()
      .references(() => actors.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ORGANISATION_KINDS }).notNull(),
    acronym: text('acronym'),
    countryCode: text('country_code'),
  },
  (table) => [
    check('organisations_kind', oneOf('kind', ORGANISATION_KINDS)),
    index('organisations_kind_id').on(table.kind, table.id),
  ],
);

/** What only places have. */
export const places = sqliteTable(
  'places',
  {
    id: text('id')
      .primaryKey()
      .references(() => actors.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: PLACE_KINDS }).notNull(),
    countryCode: text('country_code'),
    latitude: real('latitude'),
    longitude: real('longitude'),
  },
  (table) => [
    check('places_kind', oneOf('kind', PLACE_KINDS)),
    index('places_country').on(table.countryCode, table.kind),
    index('places_kind_id').on(table.kind, table.id),
  ],
);

/**
 * An entity of one article, and the actor that it is taken for. All that articles say hangs on their entities; only
 * this column says who in the graph that is, so that a merge, and its undoing, change nothing else.
 */
export const entities = sqliteTable(
  'entities',
  {
    id: integer('id').primaryKey(),
    /** Made of the article, the type and the name: the same after the article was read again. */
    key: text('key').notNull(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    actorId: text('actor_id')
      .notNull()
      .references(() => actors.id),
    type: text('type', { enum: ENTITY_TYPES }).notNull(),
    name: text('name').notNull(),
    /** Every form of the name, a JSON list. */
    forms: text('forms').notNull(),
    mentionCount: integer('mention_count').notNull(),
    /**
     * The mentions of its actor in its article; 0 for a second entity of the same actor there, which lists leave out.
     */
    listedCount: integer('listed_count').notNull(),
    ordinal: integer('ordinal').notNull(),
    publishedKey: text('published_key').notNull(),
  },
  (table) => [
    check('entities_type', oneOf('type', ENTITY_TYPES)),
    uniqueIndex('entities_key').on(table.key),
    index('entities_article').on(table.articleId, table.type, table.listedCount, table.ordinal),
    index('entities_actor').on(table.actorId, table.publishedKey, table.articleId),
  ],
);

/** Every form of an actor's name, and how many entities have it, as a form and as the name they go by. */
export const aliases = sqliteTable(
  'aliases',
  {
    id: integer('id').primaryKey(),
    actorId: text('actor_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    alias: text('alias').notNull(),
    aliasKey: text('alias_key').notNull(),
    seen: integer('seen').notNull(),
    named: integer('named').notNull(),
  },
  (table) => [
    uniqueIndex('aliases_actor').on(table.actorId, table.alias),
    index('aliases_key').on(table.aliasKey, table.actorId),
  ],
);

/** Where an entity is named or referred to. */
export const mentions = sqliteTable(
  'mentions',
  {
    id: integer('id').primaryKey(),
    entityId: integer('entity_id')
      .notNull()
      .references(() => entities.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: MENTION_KINDS }).notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    check('mentions_kind', oneOf('kind', MENTION_KINDS)),
    check('mentions_span', ordered),
    index('mentions_entity').on(table.entityId, table.start),
  ],
);

/** A role of a person, as one article words it. */
export const positions = sqliteTable(
  'positions',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    personEntity: integer('person_entity')
      .notNull()
      .references(() => entities.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    former: integer('former', { mode: 'boolean' }).notNull(),
    organisationEntity: integer('organisation_entity').references(() => entities.id, { onDelete: 'cascade' }),
    placeEntity: integer('place_entity').references(() => entities.id, { onDelete: 'cascade' }),
  },
  (table) => [
    index('positions_article').on(table.articleId),
    index('positions_person').on(table.personEntity),
    index('positions_organisation').on(table.organisationEntity),
    index('positions_place').on(table.placeEntity),
  ],
);

/**
 * The roles of the people of the graph: `positions` with the same words for the same office put together. Made from
 * them again when they change.
 */
export const offices = sqliteTable(
  'offices',
  {
    id: integer('id').primaryKey(),
    personId: text('person_id')
      .notNull()
      .references(() => actors.id, { onDelete: 'cascade' }),
    title: text('title').notNull(),
    former: integer('former', { mode: 'boolean' }).notNull(),
    organisationId: text('organisation_id').references(() => actors.id, { onDelete: 'cascade' }),
    placeId: text('place_id').references(() => actors.id, { onDelete: 'cascade' }),
    /** In how many articles. */
    seen: integer('seen').notNull(),
    /** One of the positions, for its evidence. */
    positionId: text('position_id').notNull(),
  },
  (table) => [
    index('offices_person').on(table.personId, sql`seen desc`, table.positionId),
    index('offices_organisation').on(table.organisationId, table.personId),
    index('offices_place').on(table.placeId),
  ],
);
