import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { DatelineError } from '../errors.ts';
import { APPLICATION_ID, notOurs, ownerOf, readContents } from './file-contents.ts';

const MIGRATIONS = fileURLToPath(new URL('../../migrations', import.meta.url));

/** How far a database is: NEW has nothing to be done, OLD lacks migrations, or the marks in its header. */
export type Age = 'NEW' | 'OLD';

/**
 * How far a database is. Looking at the last migration alone keeps opening quick. Throws CONFLICT where a newer version
 * of Dateline has made it.
 */
export function readAge(database: Database.Database, path: string): Age {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  const newest = Math.max(...migrations.map((migration) => migration.folderMillis));
  const { applicationId, userVersion } = readContents(database);
  const applied = findApplied(database);
  if (applied > newest || (applicationId === APPLICATION_ID && userVersion > migrations.length))
    throw new DatelineError(
      'CONFLICT',
      `${path} was made by a newer version of Dateline.`,
      'Use that version, or point DATELINE_DB at another file.',
    );
  return applied === newest ? 'NEW' : 'OLD';
}

/** Whether the header says whose the file is and which migrations it has. */
export function isMarked(database: Database.Database): boolean {
  const { applicationId, userVersion } = readContents(database);
  return applicationId === APPLICATION_ID && userVersion > 0;
}

/** When the last migration that the file has was made, in milliseconds; 0 for a new file. */
function findApplied(database: Database.Database): number {
  const table = database
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name = '__drizzle_migrations'",
    )
    .get();
  if (!table) return 0;
  return (
    database.prepare<[], { latest: number | null }>('SELECT max(created_at) AS latest FROM __drizzle_migrations').get()
      ?.latest ?? 0
  );
}

/**
 * Brings a database to the newest schema and marks it as ours, all of it or nothing, with nobody else writing;
 * drizzle's migrator would begin before it has the lock. A migration that rebuilds a table would delete what hangs on
 * it: foreign keys are off while migrations run, and checked after. Throws INVALID_INPUT where another application has
 * made the file its own meanwhile.
 */
export function migrate(database: Database.Database, path: string): void {
  const migrations = readMigrationFiles({ migrationsFolder: MIGRATIONS });
  database.pragma('foreign_keys = OFF');
  const work = database.transaction(() => {
    if (ownerOf(readContents(database)) === 'OTHER') throw notOurs(path);
    database.exec(
      'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
    );
    const applied = findApplied(database);
    for (const { sql, hash, folderMillis } of migrations) {
      if (folderMillis <= applied) continue;
      for (const statement of sql) database.exec(statement);
      database.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)').run(hash, folderMillis);
    }
    const broken = database.pragma('foreign_key_check');
    if (Array.isArray(broken) && broken.length > 0)
      throw new DatelineError('INTERNAL', `${broken.length} rows refer to nothing after the migration.`);
    if (!database.prepare('SELECT 1 FROM file_stamp').get()) stampFile(database);
    database.pragma(`application_id = ${APPLICATION_ID}`);
    database.pragma(`user_version = ${migrations.length}`);
  });
  work.immediate();
  // The marks must stand in the file itself, where they are looked for before anything is written.
  database.pragma('wal_checkpoint(PASSIVE)');
}

/** Gives a file a stamp of its own. It must have the table. */
export function stampFile(database: Database.Database): void {
  database.exec('DELETE FROM file_stamp');
  database.prepare('INSERT INTO file_stamp (stamp) VALUES (?)').run(randomUUID());
}
