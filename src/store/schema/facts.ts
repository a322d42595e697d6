import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import {
  EVENT_STATUSES,
  EVENT_TYPES,
  PARTICIPANT_ROLES,
  SPEECH_ACTS,
  STATEMENT_KINDS,
  TIME_PRECISIONS,
} from '../../reading/reading.ts';
import { articles, entities } from './actors.ts';
import { oneOf, ordered } from './checks.ts';

/**
 * Where an article says so: the evidence of a position, statement or event, and the content of a statement. `owner_id`
 * is one of theirs.
 */
export const spans = sqliteTable(
  'spans',
  {
    ownerId: text('owner_id').notNull(),
    role: text('role', { enum: ['EVIDENCE', 'CONTENT'] }).notNull(),
    ordinal: integer('ordinal').notNull(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
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

const timeColumns = {
  timeText: text('time_text'),
  timeStart: text('time_start'),
  timeEnd: text('time_end'),
  timePrecision: text('time_precision', { enum: TIME_PRECISIONS }),
};

/** Who said what. `published_key` is the article's, here so that a list of all walks one index. */
export const statements = sqliteTable(
  'statements',
  {
    /** What the full-text index knows it by. */
    number: integer('number').primaryKey(),
    id: text('id').notNull().unique(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    publishedKey: text('published_key').notNull(),
    kind: text('kind', { enum: STATEMENT_KINDS }).notNull(),
    act: text('act', { enum: SPEECH_ACTS }).notNull(),
    text: text('text').notNull(),
    cue: text('cue'),
    source: text('source'),
    via: text('via'),
    viaEntity: integer('via_entity').references(() => entities.id, { onDelete: 'set null' }),
    affiliationEntity: integer('affiliation_entity').references(() => entities.id, { onDelete: 'set null' }),
    negated: integer('negated', { mode: 'boolean' }).notNull(),
    placeEntity: integer('place_entity').references(() => entities.id, { onDelete: 'set null' }),
    ...timeColumns,
    sentence: text('sentence').notNull(),
    confidence: real('confidence').notNull(),
  },
  (table) => [
    check('statements_kind', oneOf('kind', STATEMENT_KINDS)),
    check('statements_act', oneOf('act', SPEECH_ACTS)),
    check('statements_confidence', sql.raw('confidence between 0 and 1')),
    uniqueIndex('statements_article').on(table.articleId, table.ordinal),
    index('statements_published').on(table.publishedKey, table.articleId, table.ordinal),
    index('statements_confidence_id').on(table.confidence, table.id),
    index('statements_kind_published').on(table.kind, table.publishedKey, table.articleId, table.ordinal),
    index('statements_act_published').on(table.act, table.publishedKey, table.articleId, table.ordinal),
    index('statements_via').on(table.viaEntity),
    index('statements_affiliation').on(table.affiliationEntity),
    index('statements_place').on(table.placeEntity),
  ],
);

const STATEMENT_ROLES = ['SPEAKER', 'ADDRESSEE', 'ABOUT'] as const;

/** Who makes a statement, whom it is made to, and whom it mentions. */
export const statementActors = sqliteTable(
  'statement_actors',
  {
    id: integer('id').primaryKey(),
    statementId: text('statement_id')
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    role: text('role', { enum: STATEMENT_ROLES }).notNull(),
    ordinal: integer('ordinal').notNull(),
    entityId: integer('entity_id')
      .notNull()
      .references(() => entities.id, { onDelete: 'cascade' }),
    /** The statement's ordinal: an entity's statements are read in text order from one index. */
    position: integer('position').notNull(),
  },
  (table) => [
    check('statement_actors_role', oneOf('role', STATEMENT_ROLES)),
    uniqueIndex('statement_actors_statement').on(table.statementId, table.role, table.ordinal),
    index('statement_actors_entity').on(table.entityId, table.role, table.position),
  ],
);

/** What happened. */
export const events = sqliteTable(
  'events',
  {
    id: text('id').primaryKey(),
    articleId: text('article_id')
      .notNull()
      .references(() => articles.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    publishedKey: text('published_key').notNull(),
    type: text('type', { enum: EVENT_TYPES }).notNull(),
    mode: text('mode'),
    status: text('status', { enum: EVENT_STATUSES }).notNull(),
    summary: text('summary').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    trigger: text('trigger').notNull(),
    placeEntity: integer('place_entity').references(() => entities.id, { onDelete: 'set null' }),
    statementId: text('statement_id').references(() => statements.id, { onDelete: 'set null' }),
    ...timeColumns,
    /** The first day of its date, empty where there is none. */
    dateKey: text('date_key').notNull(),
    sentence: text('sentence').notNull(),
    confidence: real('confidence').notNull(),
  },
  (table) => [
    check('events_type', oneOf('type', EVENT_TYPES)),
    check('events_status', oneOf('status', EVENT_STATUSES)),
    check('events_span', ordered),
    check('events_confidence', sql.raw('confidence between 0 and 1')),
    uniqueIndex('events_article').on(table.articleId, table.ordinal),
    index('events_published').on(table.publishedKey, table.articleId, table.ordinal),
    index('events_date').on(table.dateKey, table.articleId, table.ordinal),
    index('events_dated').on(sql`(date_key = '')`, table.dateKey, table.articleId, table.ordinal),
    index('events_type_published').on(table.type, table.publishedKey, table.articleId, table.ordinal),
    index('events_status_published').on(table.status, table.publishedKey, table.articleId, table.ordinal),
    index('events_confidence_id').on(table.confidence, table.id),
    index('events_place').on(table.placeEntity),
    index('events_statement').on(table.statementId),
  ],
);

/** Who takes part in an event, in the words of the article. */
export const eventParticipants = sqliteTable(
  'event_participants',
  {
    id: integer('id').primaryKey(),
    eventId: text('event_id')
      .notNull()
      .references(() => events.id, { onDelete: 'cascade' }),
    ordinal: integer('ordinal').notNull(),
    role: text('role', { enum: PARTICIPANT_ROLES }).notNull(),
    entityId: integer('entity_id').references(() => entities.id, { onDelete: 'set null' }),
    /** The event's ordinal. */
    position: integer('position').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    text: text('text').notNull(),
  },
  (table) => [
    check('event_participants_role', oneOf('role', PARTICIPANT_ROLES)),
    check('event_participants_span', ordered),
    uniqueIndex('event_participants_event').on(table.eventId, table.ordinal),
    index('event_participants_entity').on(table.entityId, table.position),
  ],
);
