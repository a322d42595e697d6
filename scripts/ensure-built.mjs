// Builds when the sources are newer than the last build, and says nothing on standard output: `extract` is called by
// other programs.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The time of the newest file below a folder, in milliseconds; 0 where there is none. */
function newest(folder) {
  try {
    return Math.max(
      0,
      ...readdirSync(folder, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|js|tsbuildinfo)$/.test(entry.name))
        .map((entry) => statSync(`${entry.parentPath ?? entry.path}/${entry.name}`).mtimeMs),
    );
  } catch {
    return 0;
  }
}

if (newest(`${root}/src`) > newest(`${root}/dist`)) {
  execFileSync(process.execPath, [`${root}/node_modules/typescript/bin/tsc`, '-p', `${root}/tsconfig.build.json`], {
    stdio: ['ignore', 2, 2],
  });
}
