import Database from 'better-sqlite3';

/** The graph, opened as Dateline opens it for serving. */
export function openGraph(): Database.Database {
  const database = new Database(process.env['DATELINE_DB'] ?? '', { readonly: true, fileMustExist: true });
  database.pragma('cache_size = -16000');
  return database;
}

/** Says where a server listens, in the words of `dateline start`. */
export function announce(url: string): void {
  process.stdout.write(`serves ${url}\n`);
}
