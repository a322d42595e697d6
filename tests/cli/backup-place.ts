import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import { expect, onTestFinished } from 'vitest';
import { callDateline, type Outcome, spawnDateline, waitForEnd } from './dateline.ts';

const TOKEN = 'a-token-for-tests';

/** A graph, where a backup of it goes, and a folder for both that is there until the test ends. */
export interface Place {
  readonly folder: string;
  readonly path: string;
  readonly saved: string;
  /** Runs a command over the graph. */
  readonly run: (...args: readonly string[]) => Promise<Outcome>;
}

export function makePlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-backup-'));
  onTestFinished(() => {
    chmodSync(folder, 0o755);
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, 'news.db');
  return {
    folder,
    path,
    saved: join(folder, 'saved.db'),
    run: (...args) => callDateline(args, { DATELINE_DB: path }),
  };
}

/** A server over the file that may be written, once it serves. */
export async function serveGraph({ folder, path }: Place): Promise<{
  ask: (query: string, variables?: object) => Promise<Record<string, unknown>>;
  ready: () => Promise<number>;
  stop: () => Promise<unknown>;
}> {
  const child = spawnDateline(['start'], {
    DATELINE_DB: path,
    DATELINE_SEEDS: join(folder, 'none'),
    DATELINE_TOKEN: TOKEN,
    // A slow machine may need as long to start the process that writes.
    DATELINE_MAX_SECONDS: '120',
    PORT: '0',
  });
  const stop = async (): Promise<unknown> => {
    child.kill('SIGTERM');
    return waitForEnd(child);
  };
  onTestFinished(async () => void (await stop()));
  let url = '';
  for await (const printed of createInterface({ input: child.stdout })) {
    url = /serves (\S+)\/graphql/.exec(printed)?.[1] ?? '';
    if (url !== '') break;
  }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${TOKEN}`, connection: 'close' };
  return {
    ask: async (query, variables = {}) =>
      JSON.parse(
        await (
          await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
        ).text(),
      ),
    ready: async () => (await fetch(`${url}/readyz`, { headers: { connection: 'close' } })).status,
    stop,
  };
}

/** Every row of every table of a file that is whole, but for the stamp that each file has of its own. */
export function rowsOf(at: string): Record<string, unknown[]> {
  const database = new Database(at);
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(database.pragma('foreign_key_check')).toEqual([]);
    const tables = database
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name <> 'file_stamp'
          ORDER BY name`,
      )
      .all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        name,
        database
          .prepare<[], unknown>(`SELECT * FROM "${name}"`)
          .all()
          .map((row) => JSON.stringify(row))
          .sort(),
      ]),
    );
  } finally {
    database.close();
  }
}
