import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The columns that the questions need, as drizzle wants them: names in camel case, no constraints, which only migrations would use. */

export const articles = sqliteTable('articles', { number: integer('number').primaryKey(), id: text('id').notNull(), title: text('title').notNull(), publishedKey: text('published_key').notNull() });
export const actors = sqliteTable('actors', { id: text('id').primaryKey(), type: text('type').notNull(), name: text('name').notNull() });
export const entities = sqliteTable('entities', { id: integer('id').primaryKey(), actorId: text('actor_id').notNull() });
export const statements = sqliteTable('statements', { id: text('id').primaryKey(), articleId: text('article_id').notNull(), ordinal: integer('ordinal').notNull(), text: text('text').notNull() });
export const statementActors = sqliteTable('statement_actors', {
  statementId: text('statement_id').notNull(),
  role: text('role').notNull(),
  ordinal: integer('ordinal').notNull(),
  entityId: integer('entity_id').notNull(),
});
export const events = sqliteTable('events', { id: text('id').primaryKey(), articleId: text('article_id').notNull(), ordinal: integer('ordinal').notNull(), type: text('type').notNull() });
export const eventParticipants = sqliteTable('event_participants', {
  eventId: text('event_id').notNull(),
  ordinal: integer('ordinal').notNull(),
  entityId: integer('entity_id'),
  text: text('text').notNull(),
});
export const offices = sqliteTable('offices', {
  personId: text('person_id').notNull(),
  title: text('title').notNull(),
  organisationId: text('organisation_id'),
  placeId: text('place_id'),
  seen: integer('seen').notNull(),
  positionId: text('position_id').notNull(),
});
