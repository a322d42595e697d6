import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import DataLoader from 'dataloader';
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { announce, openGraph } from './file.ts';
import { actorType, matchAll, SCHEMA } from './schema.ts';
import {
  actors,
  articles,
  entities,
  eventParticipants,
  events,
  offices,
  statementActors,
  statements,
} from './tables.ts';

/**
 * Apollo's standalone server with DataLoader and drizzle's query builder, put together as the tutorials of the three
 * do: one loader a relation, queries built as they are asked.
 */

const database = drizzle({ client: openGraph() });

/** The rows of each key, in the order of the keys. */
function group<Row>(keys: readonly string[], rows: readonly Row[], keyOf: (row: Row) => string): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return keys.map((key) => groups.get(key) ?? []);
}

function makeLoaders() {
  return {
    statements: new DataLoader(async (ids: readonly string[]) =>
      group(
        ids,
        await database
          .select()
          .from(statements)
          .where(inArray(statements.articleId, ids))
          .orderBy(asc(statements.ordinal)),
        (row) => row.articleId,
      ),
    ),
    events: new DataLoader(async (ids: readonly string[]) =>
      group(
        ids,
        await database.select().from(events).where(inArray(events.articleId, ids)).orderBy(asc(events.ordinal)),
        (row) => row.articleId,
      ),
    ),
    speakers: new DataLoader(async (ids: readonly string[]) =>
      group(
        ids,
        await database
          .select({ statementId: statementActors.statementId, id: actors.id, type: actors.type, name: actors.name })
          .from(statementActors)
          .innerJoin(entities, eq(entities.id, statementActors.entityId))
          .innerJoin(actors, eq(actors.id, entities.actorId))
          .where(and(eq(statementActors.role, 'SPEAKER'), inArray(statementActors.statementId, ids)))
          .orderBy(asc(statementActors.ordinal)),
        (row) => row.statementId,
      ),
    ),
    participants: new DataLoader(async (ids: readonly string[]) =>
      group(
        ids,
        await database
          .select({ eventId: eventParticipants.eventId, text: eventParticipants.text, actorId: entities.actorId })
          .from(eventParticipants)
          .leftJoin(entities, eq(entities.id, eventParticipants.entityId))
          .where(inArray(eventParticipants.eventId, ids))
          .orderBy(asc(eventParticipants.ordinal)),
        (row) => row.eventId,
      ),
    ),
    positions: new DataLoader(async (ids: readonly string[]) =>
      group(
        ids,
        await database
          .select()
          .from(offices)
          .where(inArray(offices.personId, ids))
          .orderBy(desc(offices.seen), asc(offices.positionId)),
        (row) => row.personId,
      ),
    ),
    actors: new DataLoader(async (ids: readonly string[]) => {
      const found = new Map(
        (await database.select().from(actors).where(inArray(actors.id, ids))).map((actor) => [actor.id, actor]),
      );
      return ids.map((id) => found.get(id) ?? null);
    }),
  };
}

type Context = ReturnType<typeof makeLoaders>;
interface Keyed {
  readonly id: string;
}
interface First {
  readonly first: number;
}

const apollo = new ApolloServer<Context>({
  typeDefs: SCHEMA,
  resolvers: {
    Actor: { __resolveType: actorType },
    SearchResult: { __resolveType: () => 'Article' },
    Query: {
      articles: async (_source: unknown, { first }: First) => ({
        nodes: await database
          .select({ id: articles.id, title: articles.title })
          .from(articles)
          .orderBy(desc(articles.publishedKey), desc(articles.id))
          .limit(first),
      }),
      person: async (_source: unknown, { id }: Keyed, context: Context) => context.actors.load(id),
      search: async (_source: unknown, { query, first }: First & { query: string }) => ({
        nodes: await database
          .select({ id: articles.id, title: articles.title })
          .from(articles)
          .innerJoin(sql`articles_text`, sql`articles_text.rowid = ${articles.number}`)
          .where(sql`articles_text MATCH ${matchAll(query)}`)
          .orderBy(sql`round(-bm25(articles_text, 4.0, 1.0), 6) DESC`, asc(articles.number))
          .limit(first),
      }),
    },
    Article: {
      statements: async ({ id }: Keyed, { first }: First, context: Context) => ({
        nodes: (await context.statements.load(id)).slice(0, first),
      }),
      events: async ({ id }: Keyed, { first }: First, context: Context) => ({
        nodes: (await context.events.load(id)).slice(0, first),
      }),
    },
    Statement: { speakers: ({ id }: Keyed, _args: unknown, context: Context) => context.speakers.load(id) },
    Event: { participants: ({ id }: Keyed, _args: unknown, context: Context) => context.participants.load(id) },
    Participant: {
      actor: ({ actorId }: { actorId: string | null }, _args: unknown, context: Context) =>
        actorId === null ? null : context.actors.load(actorId),
    },
    Person: { positions: ({ id }: Keyed, _args: unknown, context: Context) => context.positions.load(id) },
    Position: {
      organisation: ({ organisationId }: { organisationId: string | null }, _args: unknown, context: Context) =>
        organisationId === null ? null : context.actors.load(organisationId),
      place: ({ placeId }: { placeId: string | null }, _args: unknown, context: Context) =>
        placeId === null ? null : context.actors.load(placeId),
    },
  },
});
const { url } = await startStandaloneServer(apollo, {
  listen: { port: 0, host: '127.0.0.1' },
  context: async () => makeLoaders(),
});
announce(url);
