import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { oneOf } from './checks.ts';

const VERDICTS = ['SAME', 'DIFFERENT'] as const;

/**
 * Decisions that two entities, by their keys, are or are not one actor. Only ever added to; `undone` takes one back.
 * The keys need not be of entities that are there now: a decision outlives the article and holds again when it comes
 * back.
 */
export const judgements = sqliteTable(
  'judgements',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    left: text('left').notNull(),
    right: text('right').notNull(),
    verdict: text('verdict', { enum: VERDICTS }).notNull(),
    /** Who decided: `machine`, or a curator. */
    by: text('by').notNull(),
    at: text('at').notNull(),
    undone: text('undone'),
    /** The name that the actor keeps, where a curator has merged another into it. */
    name: text('name'),
  },
  (table) => [
    check('judgements_verdict', oneOf('verdict', VERDICTS)),
    index('judgements_left').on(table.left),
    index('judgements_right').on(table.right),
    // An actor that is met often has many judgements, of which few give it a name.
    index('judgements_left_name').on(table.left).where(sql`name is not null`),
    index('judgements_right_name').on(table.right).where(sql`name is not null`),
  ],
);

/**
 * Names that curators gave to actors; the last one that is not undone holds. No reference: a name outlives the actor
 * and holds again when it comes back.
 */
export const renames = sqliteTable(
  'renames',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    actorId: text('actor_id').notNull(),
    name: text('name').notNull(),
    by: text('by').notNull(),
    at: text('at').notNull(),
    undone: text('undone'),
  },
  (table) => [index('renames_actor').on(table.actorId)],
);
