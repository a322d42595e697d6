import Fastify from 'fastify';
import mercurius from 'mercurius';
import { announce, openGraph } from './file.ts';
import { actorType, matchAll, SCHEMA } from './schema.ts';

/**
 * Mercurius as a careful team would set it up: its JIT on, its own loaders, prepared SQL by hand and nothing between.
 */

interface Keyed {
  readonly id: string;
}
interface Actor extends Keyed {
  readonly type: string;
  readonly name: string;
}
interface Owned {
  readonly parent: string;
}
interface Position {
  readonly title: string;
  readonly organisation_id: string | null;
  readonly place_id: string | null;
}
interface Participant {
  readonly text: string;
  readonly actor_id: string | null;
}
/** What a loader is given for each of the things it answers for. */
interface Asked<Source> {
  readonly obj: Source;
  readonly params: { readonly first: number };
}

const database = openGraph();
const articles = database.prepare<[number], Keyed & { title: string }>(
  'SELECT id, title FROM articles ORDER BY published_key DESC, id DESC LIMIT ?',
);
const person = database.prepare<[string], Actor>("SELECT id, type, name FROM actors WHERE id = ? AND type = 'PERSON'");
const search = database.prepare<[string, number], Keyed & { title: string }>(
  `SELECT t.id, t.title FROM articles_text JOIN articles t ON t.number = articles_text.rowid
    WHERE articles_text MATCH ? ORDER BY round(-bm25(articles_text, 4.0, 1.0), 6) DESC, t.number LIMIT ?`,
);
const statements = database.prepare<[string, number], Owned & Keyed & { text: string }>(
  `SELECT t.article_id AS parent, t.id, t.text FROM json_each(?) p CROSS JOIN statements t ON t.article_id = p.value
    WHERE t.ordinal < ? ORDER BY p.key, t.ordinal`,
);
const events = database.prepare<[string, number], Owned & Keyed & { type: string }>(
  `SELECT t.article_id AS parent, t.id, t.type FROM json_each(?) p CROSS JOIN events t ON t.article_id = p.value
    WHERE t.ordinal < ? ORDER BY p.key, t.ordinal`,
);
const speakers = database.prepare<[string], Owned & Actor>(
  `SELECT x.statement_id AS parent, n.id, n.type, n.name FROM json_each(?) p
    CROSS JOIN statement_actors x ON x.statement_id = p.value AND x.role = 'SPEAKER'
    JOIN entities e ON e.id = x.entity_id JOIN actors n ON n.id = e.actor_id ORDER BY p.key, x.ordinal`,
);
const participants = database.prepare<[string], Owned & Participant>(
  `SELECT x.event_id AS parent, x.text, e.actor_id FROM json_each(?) p
    CROSS JOIN event_participants x ON x.event_id = p.value LEFT JOIN entities e ON e.id = x.entity_id
    ORDER BY p.key, x.ordinal`,
);
const positions = database.prepare<[string], Owned & Position>(
  `SELECT f.person_id AS parent, f.title, f.organisation_id, f.place_id FROM json_each(?) p
    CROSS JOIN offices f ON f.person_id = p.value ORDER BY p.key, f.seen DESC, f.position_id`,
);
const actors = database.prepare<[string], Actor>(
  'SELECT n.id, n.type, n.name FROM actors n WHERE n.id IN (SELECT value FROM json_each(?))',
);

/** The rows of each parent. A parent may be asked for more than once. */
function group<Row extends Owned>(
  queries: readonly { readonly obj: Keyed }[],
  read: (parents: string) => Row[],
): Row[][] {
  const groups = new Map<string, Row[]>(queries.map(({ obj }) => [obj.id, []]));
  for (const row of read(JSON.stringify([...groups.keys()]))) groups.get(row.parent)?.push(row);
  return queries.map(({ obj }) => groups.get(obj.id) ?? []);
}

function page<Row extends Owned>(
  queries: readonly Asked<Keyed>[],
  read: (parents: string, first: number) => Row[],
): { nodes: Row[] }[] {
  return group(queries, (parents) => read(parents, queries[0]?.params.first ?? 20)).map((nodes) => ({ nodes }));
}

function findActors(ids: readonly (string | null)[]): (Actor | null)[] {
  const found = new Map(actors.all(JSON.stringify([...new Set(ids)])).map((actor) => [actor.id, actor]));
  return ids.map((id) => (id === null ? null : (found.get(id) ?? null)));
}

const app = Fastify();
await app.register(mercurius, {
  schema: SCHEMA,
  jit: 1,
  resolvers: {
    Actor: { resolveType: actorType },
    SearchResult: { resolveType: () => 'Article' },
    Query: {
      articles: (_source: unknown, { first }: { first: number }) => ({ nodes: articles.all(first) }),
      person: (_source: unknown, { id }: { id: string }) => person.get(id) ?? null,
      search: (_source: unknown, { query, first }: { query: string; first: number }) => ({
        nodes: search.all(matchAll(query), first),
      }),
    },
  },
  loaders: {
    Article: {
      statements: async (queries: Asked<Keyed>[]) => page(queries, (parents, first) => statements.all(parents, first)),
      events: async (queries: Asked<Keyed>[]) => page(queries, (parents, first) => events.all(parents, first)),
    },
    Statement: { speakers: async (queries: Asked<Keyed>[]) => group(queries, (parents) => speakers.all(parents)) },
    Event: { participants: async (queries: Asked<Keyed>[]) => group(queries, (parents) => participants.all(parents)) },
    Participant: { actor: async (queries: Asked<Participant>[]) => findActors(queries.map(({ obj }) => obj.actor_id)) },
    Person: { positions: async (queries: Asked<Keyed>[]) => group(queries, (parents) => positions.all(parents)) },
    Position: {
      organisation: async (queries: Asked<Position>[]) => findActors(queries.map(({ obj }) => obj.organisation_id)),
      place: async (queries: Asked<Position>[]) => findActors(queries.map(({ obj }) => obj.place_id)),
    },
  },
});
announce(await app.listen({ port: 0, host: '127.0.0.1' }));
