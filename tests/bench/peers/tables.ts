import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/**
 * The tables that the questions need, those that are read whole with all their columns, as a schema has them; without
 * constraints, which only migrations would use. Articles are read by column.
 */

const time = {
  timeText: text('time_text'),
  timeStart: text('time_start'),
  timeEnd: text('time_end'),
  timePrecision: text('time_precision'),
};

export const articles = sqliteTable('articles', {
  number: integer('number').primaryKey(),
  id: text('id').notNull(),
  title: text('title').notNull(),
  publishedKey: text('published_key').notNull(),
});
export const actors = sqliteTable('actors', {
  id: text('id').primaryKey(),
  type: text('type').notNull(),
  name: text('name').notNull(),
  nameKey: text('name_key').notNull(),
  mentionCount: integer('mention_count').notNull(),
  articleCount: integer('article_count').notNull(),
  founder: text('founder').notNull(),
  mergedInto: text('merged_into'),
});
export const entities = sqliteTable('entities', {
  id: integer('id').primaryKey(),
  actorId: text('actor_id').notNull(),
});
export const statements = sqliteTable('statements', {
  number: integer('number').primaryKey(),
  id: text('id').notNull(),
  articleId: text('article_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  publishedKey: text('published_key').notNull(),
  kind: text('kind').notNull(),
  act: text('act').notNull(),
  text: text('text').notNull(),
  cue: text('cue'),
  source: text('source'),
  via: text('via'),
  viaEntity: integer('via_entity'),
  affiliationEntity: integer('affiliation_entity'),
  negated: integer('negated', { mode: 'boolean' }).notNull(),
  placeEntity: integer('place_entity'),
  ...time,
  sentence: text('sentence').notNull(),
  confidence: real('confidence').notNull(),
});
export const statementActors = sqliteTable('statement_actors', {
  statementId: text('statement_id').notNull(),
  role: text('role').notNull(),
  ordinal: integer('ordinal').notNull(),
  entityId: integer('entity_id').notNull(),
});
export const events = sqliteTable('events', {
  id: text('id').primaryKey(),
  articleId: text('article_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  publishedKey: text('published_key').notNull(),
  type: text('type').notNull(),
  mode: text('mode'),
  status: text('status').notNull(),
  summary: text('summary').notNull(),
  start: integer('start').notNull(),
  end: integer('end').notNull(),
  trigger: text('trigger').notNull(),
  placeEntity: integer('place_entity'),
  statementId: text('statement_id'),
  ...time,
  dateKey: text('date_key').notNull(),
  sentence: text('sentence').notNull(),
  confidence: real('confidence').notNull(),
});
export const eventParticipants = sqliteTable('event_participants', {
  eventId: text('event_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  entityId: integer('entity_id'),
  text: text('text').notNull(),
});
export const offices = sqliteTable('offices', {
  id: integer('id').primaryKey(),
  personId: text('person_id').notNull(),
  title: text('title').notNull(),
  former: integer('former', { mode: 'boolean' }).notNull(),
  organisationId: text('organisation_id'),
  placeId: text('place_id'),
  seen: integer('seen').notNull(),
  positionId: text('position_id').notNull(),
});
