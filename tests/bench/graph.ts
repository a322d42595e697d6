import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { actorId, actorName, addArticle, type ActorType, SIZES } from './graph-article.ts';
import { randomFrom, Rows } from './graph-rows.ts';

/** Another number makes the graph anew, as a new migration does: raise it with whatever changes its rows. */
const VERSION = 1;

/** What ingest counts article by article, and the roles of people put together, at once and in the same way. */
const COUNTS = [
  `INSERT INTO aliases (actor_id, alias, alias_key, seen, named)
   SELECT e.actor_id, f.value, lower(f.value), count(*), sum(f.value = e.name) FROM entities e, json_each(e.forms) f
     GROUP BY e.actor_id, f.value`,
  `UPDATE actors SET mention_count = c.mentions, article_count = c.articles
   FROM (SELECT actor_id, sum(mention_count) AS mentions, count(*) AS articles FROM entities GROUP BY actor_id) c
     WHERE c.actor_id = actors.id`,
  `INSERT INTO offices (person_id, title, former, organisation_id, place_id, seen, position_id)
   SELECT e.actor_id, min(p.title), p.former, o.actor_id, l.actor_id, count(DISTINCT p.article_id), min(p.id)
   FROM positions p JOIN entities e ON e.id = p.person_entity LEFT JOIN entities o ON o.id = p.organisation_entity
     LEFT JOIN entities l ON l.id = p.place_entity
   GROUP BY e.actor_id, lower(p.title), p.former, o.actor_id, l.actor_id`,
];

/** Where a graph is made, and how many articles it has: 10,000 where nothing is said. */
export interface GraphOptions {
  readonly folder: string;
  readonly migrations: string;
  readonly articles?: number;
}

/**
 * The path of a graph of 10,000 articles, 5,000 people, 60,000 statements and 30,000 events, or of fewer; it is the
 * same every time, and made (in some seconds) where the folder does not have it. Its rows are written straight into the
 * tables that the migrations make; triggers keep the full-text tables in step. Articles have no bands of likeness.
 */
export function buildGraph({ folder, migrations, articles = SIZES.articles }: GraphOptions): string {
  const newest = Math.max(
    ...readMigrationFiles({ migrationsFolder: migrations }).map((migration) => migration.folderMillis),
  );
  const path = join(folder, `graph-${VERSION}-${newest}${articles === SIZES.articles ? '' : `-${articles}`}.db`);
  if (existsSync(path)) return path;
  mkdirSync(folder, { recursive: true });
  const unfinished = `${path}.${process.pid}`;
  const database = new Database(unfinished);
  try {
    migrate(drizzle({ client: database }), { migrationsFolder: migrations });
    database.pragma('synchronous = OFF');
    database.pragma('foreign_keys = ON');
    fill(database, articles);
    // As the server's files are: a log apart, so that many can read.
    database.pragma('journal_mode = WAL');
    database.close();
    renameSync(unfinished, path);
  } catch (cause) {
    database.close();
    rmSync(unfinished, { force: true });
    throw cause;
  }
  return path;
}

function fill(database: Database.Database, articles: number): void {
  const rows = new Rows(database);
  database.transaction(() => {
    addActors(rows, 'PERSON', SIZES.people);
    addActors(rows, 'ORGANISATION', SIZES.organisations);
    addActors(rows, 'PLACE', SIZES.places);
  })();
  const random = randomFrom(20_230_920);
  for (let first = 0; first < articles; first += 1_000)
    database.transaction(() => {
      for (let number = first; number < Math.min(articles, first + 1_000); number += 1)
        addArticle(rows, random, number);
    })();
  for (const text of COUNTS) database.exec(text);
}

function addActors(rows: Rows, type: ActorType, count: number): void {
  for (let number = 0; number < count; number += 1) {
    const id = actorId(type, number);
    const name = actorName(type, number);
    rows.add('actors', { id, type, name, name_key: name.toLowerCase(), founder: id });
    if (type === 'PERSON') rows.add('people', { id });
    else if (type === 'ORGANISATION') rows.add('organisations', { id, kind: 'OTHER' });
    else rows.add('places', { id, kind: 'CITY', country_code: null });
  }
}
