import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * The tests of the command line run what is built. Errors of types are for `npm run check` to tell: the build is made
 * in spite of them.
 */
export function setup(): void {
  spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/ensure-built.mjs', import.meta.url))], {
    stdio: 'ignore',
  });
}
