import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const REPOSITORY = fileURLToPath(new URL('../../', import.meta.url));
/** What lies in this repository; everything else lies in the folder of corpora. */
const OURS = 'corpus/';

const TREEBANKS = ['gum-train', 'gum-dev', 'ewt-train', 'ewt-dev'].map((name) => `treebank/${name}.conllu`);

/** What each trainer reads to learn from or to measure on: files, and folders with all their files. */
const CORPORA_READ: Readonly<Record<string, readonly string[]>> = {
  tagger: TREEBANKS,
  parser: [...TREEBANKS, `${OURS}trees`],
  names: [...TREEBANKS, 'names/wikigold.conll', 'names/uner-ewt-dev.iob2', `${OURS}articles`, `${OURS}names`],
  statements: [`${OURS}articles`],
};

/** The SHA-256 of everything that a trainer reads, in hexadecimal digits, by its name. */
export function hashCorpora(corpora: string, trainer: string): Record<string, string> {
  return Object.fromEntries(
    (CORPORA_READ[trainer] ?? []).map((name) => [
      name,
      hashPath(join(name.startsWith(OURS) ? REPOSITORY : corpora, name)),
    ]),
  );
}

/** Of a folder: of the names and hashes of its files, in the order of their names. */
function hashPath(path: string): string {
  if (!statSync(path).isDirectory()) return sha256(readFileSync(path));
  const lines = readdirSync(path)
    .sort()
    .map((name) => `${name} ${hashPath(join(path, name))}\n`);
  return sha256(lines.join(''));
}

/** The SHA-256 of some bytes, in hexadecimal digits. */
export function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
