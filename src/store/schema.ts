import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  ENTITY_TYPES,
  EVENT_STATUSES,
  EVENT_TYPES,
  MENTION_KINDS,
  ORGANISATION_KINDS,
  PARTICIPANT_ROLES,
  PLACE_KINDS,
  SPEECH_ACTS,
  STATEMENT_KINDS,
  TIME_PRECISIONS,
} from '../reading/reading.ts';

const oneOf = (column: string, values: readonly string[]) => sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`);
const ordered = sql.raw('"start" >= 0 and "start" < "end"');

/** Articles as published. `text` is never changed: every span counts in it. */
export const articles = sqliteTable(
  'articles',
  {
    id: text('id').primaryKey(),
    hash: text('hash').notNull(),
    url: text('url'),
    title: text('title').notNull(),
    publisher: text('publisher'),
    publisherId: text('publisher_id').references(() => actors.id, { onDelete: 'set null' }),
    authors: text('authors').notNull(),
    language: text('language').notNull(),
    publishedAt: text('published_at'),
    datelineId: text('dateline_id').references(() => actors.id, { onDelete: 'set null' }),
    text: text('text').notNull(),
    wordCount: integer('word_count').notNull(),
    ingestedAt: text('ingested_at').notNull(),
    signature: text('signature').notNull(),
  },
  (table) => [
    uniqueIndex('articles_url').on(table.url),
    uniqueIndex('articles_hash').on(table.hash),
    index('articles_ingested').on(table.ingestedAt, table.id),
    index('articles_title').on(table.title, table.id),
    index('articles_publisher').on(table.publisherId, table.publishedAt),
    index('articles_dateline').on(table.datelineId),
  ],
);

/** Whoever can speak or act in the graph, whatever the type. Counts are kept by ingest. */
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
  },
  (table) => [
    check('actors_type', oneOf('type', ENTITY_TYPES)),
    index('actors_name').on(table.type, table.nameKey, table.id),
    index('actors_mentions').on(table.type, table.mentionCount, table.id),
    index('actors_articles').on(table.type, table.articleCount, table.id),
  ],
);

/** What only people have: nothing yet but that they are people. */
export const people = sqliteTable('people', {
  id: text('id').primaryKey().references(() => actors.id, { onDelete: 'cascade' }),
});

/** What only organisations have. */
export const organisations = sqliteTable(
  'organisations',
  {
    id: text('id').primaryKey().references(() => actors.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: ORGANISATION_KINDS }).notNull(),
    acronym: text('acronym'),
    countryCode: text('country_code'),
  },
  (table) => [check('organisations_kind', oneOf('kind', ORGANISATION_KINDS)), index('organisations_kind_id').on(table.kind, table.id)],
);

/** What only places have. */
export const places = sqliteTable(
  'places',
  {
    id: text('id').primaryKey().references(() => actors.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: PLACE_KINDS }).notNull(),
    countryCode: text('country_code'),
    latitude: real('latitude'),
    longitude: real('longitude'),
  },
  (table) => [check('places_kind', oneOf('kind', PLACE_KINDS)), index('places_country').on(table.countryCode, table.kind), index('places_kind_id').on(table.kind, table.id)],
);

/** An entity of one article, and the actor that it is taken for. */
export const entities = sqliteTable(
  'entities',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
    actorId: text('actor_id').notNull().references(() => actors.id),
    type: text('type', { enum: ENTITY_TYPES }).notNull(),
    name: text('name').notNull(),
    mentionCount: integer('mention_count').notNull(),
    publishedAt: text('published_at'),
  },
  (table) => [
    check('entities_type', oneOf('type', ENTITY_TYPES)),
    index('entities_article').on(table.articleId, table.type, table.mentionCount),
    index('entities_actor').on(table.actorId, table.publishedAt, table.articleId),
  ],
);

/** Every form of an entity's name, so that a merge can be undone without losing which form came from where. */
export const aliases = sqliteTable(
  'aliases',
  {
    entityId: text('entity_id').notNull().references(() => entities.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    actorId: text('actor_id').notNull().references(() => actors.id, { onDelete: 'cascade' }),
    alias: text('alias').notNull(),
    aliasKey: text('alias_key').notNull(),
  },
  (table) => [primaryKey({ columns: [table.entityId, table.ordinal] }), index('aliases_key').on(table.aliasKey, table.actorId), index('aliases_actor').on(table.actorId)],
);

/** Where an entity is named or referred to. */
export const mentions = sqliteTable(
  'mentions',
  {
    articleId: text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    entityId: text('entity_id').notNull().references(() => entities.id, { onDelete: 'cascade' }),
    actorId: text('actor_id').notNull().references(() => actors.id),
    kind: text('kind', { enum: MENTION_KINDS }).notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.articleId, table.ordinal] }),
    check('mentions_kind', oneOf('kind', MENTION_KINDS)),
    check('mentions_span', ordered),
    index('mentions_actor').on(table.actorId, table.articleId, table.ordinal),
    index('mentions_entity').on(table.entityId),
  ],
);

/** A role of a person, as one article words it. */
export const positions = sqliteTable(
  'positions',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
    personId: text('person_id').notNull().references(() => actors.id),
    title: text('title').notNull(),
    former: integer('former', { mode: 'boolean' }).notNull(),
    organisationId: text('organisation_id').references(() => actors.id),
    placeId: text('place_id').references(() => actors.id),
  },
  (table) => [
    index('positions_article').on(table.articleId),
    index('positions_person').on(table.personId),
    index('positions_organisation').on(table.organisationId, table.personId),
    index('positions_place').on(table.placeId),
  ],
);

/** Where an article says so: the evidence of a position, statement or event, and the content of a statement. `owner_id` is one of theirs. */
export const spans = sqliteTable(
  'spans',
  {
    ownerId: text('owner_id').notNull(),
    role: text('role', { enum: ['EVIDENCE', 'CONTENT'] }).notNull(),
    ordinal: integer('ordinal').notNull(),
    articleId: text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.ownerId, table.role, table.ordinal] }),
    check('spans_role', oneOf('role', ['EVIDENCE', 'CONTENT'])),
    check('spans_span', ordered),
    index('spans_article').on(table.articleId),
  ],
);

const time = {
  timeText: text('time_text'),
  timeStart: text('time_start'),
  timeEnd: text('time_end'),
  timePrecision: text('time_precision', { enum: TIME_PRECISIONS }),
};

/** Who said what. `published_at` is the article's, here so that an actor's statements walk one index. */
export const statements = sqliteTable(
  'statements',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    publishedAt: text('published_at'),
    kind: text('kind', { enum: STATEMENT_KINDS }).notNull(),
    act: text('act', { enum: SPEECH_ACTS }).notNull(),
    text: text('text').notNull(),
    cue: text('cue'),
    source: text('source'),
    via: text('via'),
    viaOrganisationId: text('via_organisation_id').references(() => actors.id),
    affiliationId: text('affiliation_id').references(() => actors.id),
    negated: integer('negated', { mode: 'boolean' }).notNull(),
    placeId: text('place_id').references(() => actors.id),
    ...time,
    sentence: text('sentence').notNull(),
    confidence: real('confidence').notNull(),
  },
  (table) => [
    check('statements_kind', oneOf('kind', STATEMENT_KINDS)),
    check('statements_act', oneOf('act', SPEECH_ACTS)),
    check('statements_confidence', sql.raw('confidence between 0 and 1')),
    uniqueIndex('statements_article').on(table.articleId, table.ordinal),
    index('statements_confidence_id').on(table.confidence, table.id),
    index('statements_kind_published').on(table.kind, table.publishedAt),
    index('statements_act_published').on(table.act, table.publishedAt),
    index('statements_via').on(table.viaOrganisationId),
    index('statements_affiliation').on(table.affiliationId),
    index('statements_place').on(table.placeId),
  ],
);

const STATEMENT_ROLES = ['SPEAKER', 'ADDRESSEE', 'ABOUT'] as const;

/** Who makes a statement, whom it is made to, and whom it mentions. */
export const statementActors = sqliteTable(
  'statement_actors',
  {
    statementId: text('statement_id').notNull().references(() => statements.id, { onDelete: 'cascade' }),
    role: text('role', { enum: STATEMENT_ROLES }).notNull(),
    ordinal: integer('ordinal').notNull(),
    actorId: text('actor_id').notNull().references(() => actors.id),
    publishedAt: text('published_at'),
  },
  (table) => [
    primaryKey({ columns: [table.statementId, table.role, table.ordinal] }),
    check('statement_actors_role', oneOf('role', STATEMENT_ROLES)),
    index('statement_actors_actor').on(table.actorId, table.role, table.publishedAt, table.statementId),
  ],
);

/** What happened. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id').notNull().references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    publishedAt: text('published_at'),
    type: text('type', { enum: EVENT_TYPES }).notNull(),
    mode: text('mode'),
    status: text('status', { enum: EVENT_STATUSES }).notNull(),
    summary: text('summary').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    trigger: text('trigger').notNull(),
    placeId: text('place_id').references(() => actors.id),
    statementId: text('statement_id').references(() => statements.id, { onDelete: 'set null' }),
    ...time,
    sentence: text('sentence').notNull(),
    confidence: real('confidence').notNull(),
  },
  (table) => [
    check('events_type', oneOf('type', EVENT_TYPES)),
    check('events_status', oneOf('status', EVENT_STATUSES)),
    check('events_span', ordered),
    check('events_confidence', sql.raw('confidence between 0 and 1')),
    uniqueIndex('events_article').on(table.articleId, table.ordinal),
    index('events_type_published').on(table.type, table.publishedAt),
    index('events_status_published').on(table.status, table.publishedAt),
    index('events_confidence_id').on(table.confidence, table.id),
    index('events_place').on(table.placeId),
    index('events_statement').on(table.statementId),
  ],
);

/** Who takes part in an event, in the words of the article. */
export const eventParticipants = sqliteTable(
  'event_participants',
  {
    eventId: text('event_id').notNull().references(() => events.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    role: text('role', { enum: PARTICIPANT_ROLES }).notNull(),
    actorId: text('actor_id').references(() => actors.id),
    publishedAt: text('published_at'),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.eventId, table.ordinal] }),
    check('event_participants_role', oneOf('role', PARTICIPANT_ROLES)),
    check('event_participants_span', ordered),
    index('event_participants_actor').on(table.actorId, table.publishedAt, table.eventId),
  ],
);

/** Decisions that entities of two articles are, or are not, one actor. Only ever added to; `undone` takes one back. */
export const judgements = sqliteTable(
  'judgements',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    left: text('left').notNull(),
    right: text('right').notNull(),
    verdict: text('verdict', { enum: ['SAME', 'DIFFERENT'] }).notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
    undone: text('undone'),
  },
  (table) => [check('judgements_verdict', oneOf('verdict', ['SAME', 'DIFFERENT'])), index('judgements_left').on(table.left), index('judgements_right').on(table.right)],
);
