import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { ServerOptions } from '../../../src/api/server.ts';
import { openStore, type Store } from '../../../src/store/store.ts';
import { putGraph } from '../../graphs.ts';
import { readPublished } from '../articles.ts';
import { type LiveServer, serve } from '../live-server.ts';

/** The code of a job process as it is built: a process of Node reads no TypeScript. */
const entry = fileURLToPath(new URL('../../../dist/api/jobs/process.js', import.meta.url));

export interface FileServer extends LiveServer {
  /** The SQLite file. */
  readonly path: string;
  /** The graph, open for writing, as another process would have it. */
  readonly writable: Store;
}

/**
 * Serves a file with some articles in it, and runs what may take long in processes of their own, until the test ends.
 */
export async function serveFile(options: Partial<ServerOptions> = {}): Promise<FileServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-jobs-'));
  const path = join(folder, 'news.db');
  putGraph(readPublished().slice(0, 4), path);
  const writable = openStore({ path });
  onTestFinished(() => {
    writable.close();
    rmSync(folder, { recursive: true });
  });
  const server = await serve({
    store: openStore({ path, readonly: true }),
    writer: null,
    jobs: { database: path, writes: true, entry },
    // A slow machine may need longer than a server lets an operation take.
    mostSeconds: 60,
    ...options,
  });
  return { ...server, path, writable };
}
