// Says what would break for a frontend: compares a schema with an earlier one. `schema-check.mjs [BEFORE [AFTER]]`:
// files or git refs; where this branch left
// `main` and `schema.graphql` of the working tree where they are left out. Exit status 1 where something breaks, 2
// where a schema cannot be read; 0 where nothing breaks and where there is no `main`.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSchema, findBreakingChanges, findDangerousChanges } from 'graphql';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What git prints; null where it refuses: there is no such commit, or no repository. */
function git(...args) {
  try {
    return execFileSync('git', args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return null;
  }
}

/** The schema of a commit; null where there is none. */
const readCommitted = (ref) => git('show', `${ref}:schema.graphql`);

/**
 * The schema of main where this branch left it, so that what main has got since does not count as missing here; null
 * where there is no main.
 */
function readMain() {
  const start = git('merge-base', 'HEAD', 'main') ?? git('merge-base', 'HEAD', 'origin/main');
  return start === null ? null : readCommitted(start.trim());
}

/** The text of a file, or of the schema of a commit. */
const readAny = (name) => (existsSync(name) ? readFileSync(name, 'utf8') : readCommitted(name));

function parse(name, text) {
  try {
    return buildSchema(text);
  } catch (error) {
    console.error(`${name} is no schema: ${error.message}`);
    process.exit(2);
  }
}

const [before, after = `${root}/schema.graphql`] = process.argv.slice(2);
const earlier = before === undefined ? readMain() : readAny(before);
const later = readAny(after);
if (before === undefined && earlier === null) {
  console.log('There is no branch main to compare schema.graphql with.');
  process.exit(0);
}
for (const [name, text] of [
  [before, earlier],
  [after, later],
]) {
  if (text !== null) continue;
  console.error(`${name} is neither a file nor a commit with a schema.graphql.`);
  process.exit(2);
}
const [old, current] = [parse(before ?? 'schema.graphql of main', earlier), parse(after, later)];
for (const { description } of findDangerousChanges(old, current)) console.log(`may surprise: ${description}`);
const breaking = findBreakingChanges(old, current);
for (const { description } of breaking) console.log(`breaks: ${description}`);
if (breaking.length === 0) console.log('Nothing in the schema breaks.');
process.exitCode = breaking.length > 0 ? 1 : 0;
