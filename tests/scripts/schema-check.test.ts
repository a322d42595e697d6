import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/schema-check.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

function check(
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    env: { PATH: process.env['PATH'], ...environment },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const BEFORE =
  'enum Kind { DIRECT INDIRECT } type Query { person(name: String): String kind: Kind count: Int! size: Int }';

test.each([
  ['the same', BEFORE, 0, 'Nothing in the schema breaks.\n'],
  ['a new field', BEFORE.replace('count', 'more: Int count'), 0, 'Nothing in the schema breaks.\n'],
  ['a field that is gone', BEFORE.replace('count: Int!', ''), 1, 'breaks: Query.count was removed.\n'],
  [
    'a field that may be null',
    BEFORE.replace('Int!', 'Int'),
    1,
    'breaks: Query.count changed type from Int! to Int.\n',
  ],
  [
    'an argument that is needed',
    BEFORE.replace('name: String', 'name: String!'),
    1,
    'breaks: Query.person arg name has changed type from String to String!.\n',
  ],
  ['a value that is gone', BEFORE.replace(' INDIRECT', ''), 1, 'breaks: INDIRECT was removed from enum type Kind.\n'],
  [
    'a value that is new',
    BEFORE.replace(' INDIRECT', ' INDIRECT MIXED'),
    0,
    'may surprise: MIXED was added to enum type Kind.\nNothing in the schema breaks.\n',
  ],
])('%s', (_name, after, status, stdout) => {
  expect(check([file('before.graphql', BEFORE), file('after.graphql', after)])).toEqual({ status, stdout, stderr: '' });
});

test('without a repository there is nothing to compare with', () => {
  expect(check([], { GIT_DIR: join(folder, 'nowhere') })).toEqual({
    status: 0,
    stdout: 'There is no branch main to compare schema.graphql with.\n',
    stderr: '',
  });
});

test.each([
  ['a ref that is not there', ['no-such-ref'], 'no-such-ref is neither a file nor a commit with a schema.graphql.'],
  ['a file that is no schema', [file('broken.graphql', 'type {')], 'is no schema: Syntax Error'],
])('%s is an error', (_name, args, message) => {
  const { status, stderr } = check(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
