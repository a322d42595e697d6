import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { inject } from 'vitest';
import type { Article } from '../src/article/article.ts';
import { ingest } from '../src/ingest.ts';
import { Sql } from '../src/store/database.ts';
import { backUp } from '../src/store/backup.ts';
import { openStore, Store } from '../src/store/store.ts';

/** A graph of some articles, in memory: as if each had been ingested, but read only once in a run of the tests. */
export function openGraph(articles: readonly Article[]): Store {
  const database = new Database(readFileSync(graphOf(articles)));
  database.pragma('foreign_keys = ON');
  return new Store(new Sql(database));
}

/** Puts a graph of some articles into a new file, with a log as ingesting them leaves it. */
export function putGraph(articles: readonly Article[], path: string): void {
  copyFileSync(graphOf(articles), path);
  const database = new Database(path);
  database.pragma('journal_mode = WAL');
  database.close();
}

/**
 * The file of a graph that whoever asks first makes, for all processes of the run. Two that ask at once both make it,
 * and either may have its name.
 */
function graphOf(articles: readonly Article[]): string {
  const name = createHash('sha256').update(JSON.stringify(articles)).digest('hex');
  const path = join(inject('graphs'), `${name}.db`);
  if (existsSync(path)) return path;
  const draft = join(inject('graphs'), `${name}-${process.pid}.db`);
  const store = openStore({ path: draft });
  for (const article of articles) ingest(store, article);
  store.close();
  const whole = `${draft}.whole`;
  backUp(draft, whole, true);
  renameSync(whole, path);
  return path;
}
