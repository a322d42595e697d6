import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';

const SCRIPT = fileURLToPath(new URL('../../scripts/check-regexes.mjs', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.join('\n'));
  return path;
}

function check(...files: readonly string[]): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...files], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

/** Expressions as a program has them, with `$` before braces apart so that no template is meant here. */
const FILLED = ['$', '{WORDS.join("|")}'].join('');

const FAULTY: readonly (readonly [string, string])[] = [
  ['exponential backtracking', '/^(?:a+)+$/'],
  ['exponential backtracking over alternatives', String.raw`/^(?:\w|\d)*!/`],
  ['alternatives of which two make a third', '/^(?:ab|a|b)*c$/'],
  ['a choice deep in a repetition', '/^(?:x(?:a|[ab])y)+$/'],
  ['two repetitions of one thing', String.raw`/^\s*[\s,]*x/`],
  ['three of them far apart', String.raw`/^\S*\p{Lu}\S*\p{Lu}\S*$/u`],
  ['a search that begins with a repetition', String.raw`/\s+$/`],
  ['one that may begin with nothing', String.raw`/\s*,\s*/`],
  ['one behind a mark', String.raw`/\(.*\)$/`],
  ['one behind a word', String.raw`/ Did you mean .*\?$/s`],
  ['one in a group behind one of two words', '/(?:said|told)(?: |[a-z])*!/i'],
  ['one that looks ahead to the end', '/(?=.*x)y/'],
  ['one that looks behind', String.raw`/(?<=a\s*)b/`],
  ['one that begins at each line and reads over lines', '/^a[^]*z/m'],
  ['a large bound', '/a.{0,100000}z/'],
  ['one from a string', String.raw`new RegExp('\\s+$')`],
  ['one from a template', `RegExp(\`(?:${FILLED})+.*x$\`, "u")`],
  ['one that only a run can tell', 'new RegExp(pattern)'],
  ['one that is filled in beside a repetition', `new RegExp(\`${FILLED}+x\`)`],
];

const SOUND: readonly (readonly [string, string])[] = [
  ['a word', '/^(?:said|told)$/'],
  ['a repetition of everything to the end of what matched', String.raw`/\s+/g`],
  ['one that an anchor begins', String.raw`/^\s+x/`],
  ['one that ends at what it cannot hold', String.raw`/\([^()]*\)/`],
  ['a bound', String.raw`/[\s,]{1,100}$/`],
  ['what a word opens and another thing repeats', String.raw`/\b(?:last|next)\s+(?:week|month)\b/gi`],
  ['one that can always match', String.raw`/\[[^]*$/`],
  ['one that looks a little ahead', '/n(?=[’]t$)/u'],
  ['a choice between words that differ', String.raw`/^(?:a\d|b\d|c)*$/`],
  ['a choice that nothing can undo', String.raw`/^(?:\w|\d)*/`],
  ['a list that is filled in', `new RegExp(\`^(?:${FILLED}|AG)[.]?$\`, "u")`],
];

test('each expression that can take more than linear time is found, with its place, why and a slow text', () => {
  const { status, stdout } = check(
    file(
      'faulty.ts',
      FAULTY.map(([, expression], place) => `export const faulty${place} = ${expression};`),
    ),
  );
  const found = new Set([...stdout.matchAll(/faulty\.ts:(\d+) (?:\/|RegExp)/g)].map(([, line]) => Number(line)));
  expect(FAULTY.filter((_, place) => !found.has(place + 1)).map(([name]) => name)).toEqual([]);
  expect(stdout).toContain('slow on "(".repeat(50000) + ""');
  expect(stdout).toContain(`${FAULTY.length} regular expressions can take more than linear time.`);
  expect(status).toBe(1);
});

test('sound expressions pass', () => {
  const path = file(
    'sound.ts',
    SOUND.map(([, expression], place) => `export const sound${place} = ${expression};`),
  );
  expect(check(path)).toEqual({ status: 0, stdout: '', stderr: '' });
});

test('a file that is no program is named', () => {
  const path = file('broken.ts', ['const = ;']);
  const { status, stderr } = check(path);
  expect(status).toBe(2);
  expect(stderr).toContain(`${path} cannot be read`);
});
