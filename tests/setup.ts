import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** The folder of the graphs that tests have made in this run: see `graphs.ts`. */
    readonly graphs: string;
  }
}

/**
 * Builds what the tests of the command line run, and makes the folder of graphs; the folder is removed at the end.
 * Errors of types are for `npm run check` to tell: the build is made in spite of them.
 */
export function setup({ provide }: TestProject): () => void {
  spawnSync(process.execPath, [fileURLToPath(new URL('../scripts/ensure-built.mjs', import.meta.url))], {
    stdio: 'ignore',
  });
  const folder = mkdtempSync(join(tmpdir(), 'dateline-graphs-'));
  provide('graphs', folder);
  return () => rmSync(folder, { recursive: true });
}
