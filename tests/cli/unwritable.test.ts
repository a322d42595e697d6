import { type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { putGraph } from '../graphs.ts';
import { readBridges } from './bridges.ts';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
/** An administrator may write everything: commands then run as somebody else. */
const IS_ROOT = process.getuid?.() === 0;
const NOBODY = 65_534;

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dateline-unwritable-'));
  path = join(folder, 'news.db');
  writeFileSync(join(folder, 'one.txt'), 'Mayor Ida Krog opened the bridge on Monday.');
  putGraph(readBridges(0, 1), path);
});
afterEach(() => {
  chmodSync(folder, 0o755);
  rmSync(folder, { recursive: true });
});

const optionsOf = (settings: Readonly<Record<string, string>>): SpawnOptions & { readonly env: NodeJS.ProcessEnv } => ({
  env: {
    PATH: process.env['PATH'],
    NODE_ENV: 'test',
    PORT: '0',
    DATELINE_DB: path,
    DATELINE_SEEDS: join(folder, 'none'),
    ...settings,
  },
  ...(IS_ROOT ? { uid: NOBODY, gid: NOBODY } : {}),
});

function run(
  args: readonly string[],
  settings: Readonly<Record<string, string>> = {},
): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    ...optionsOf(settings),
    encoding: 'utf8',
    timeout: 120_000,
  });
  return { status, stdout: String(stdout), stderr: String(stderr) };
}

/** Rights to the folder and the file for whoever the commands run as. */
function permit(ofFolder: number, ofFile: number): void {
  if (IS_ROOT) for (const at of [path, folder]) chownSync(at, NOBODY, NOBODY);
  chmodSync(path, ofFile);
  chmodSync(folder, ofFolder);
}

const RIGHTS = [
  ['a file', 0o755, 0o444],
  ['a folder', 0o555, 0o644],
  ['a folder and a file', 0o555, 0o444],
] as const;

test.each(RIGHTS)(
  '%s that may not be written is served without a token, and nothing is left beside it',
  async (_what, ofFolder, ofFile) => {
    permit(ofFolder, ofFile);
    const child = spawn(process.execPath, [MAIN, 'start'], optionsOf({}));
    let url = '';
    if (child.stdout)
      for await (const printed of createInterface({ input: child.stdout })) {
        url = /serves (\S+)/.exec(printed)?.[1] ?? '';
        if (url !== '') break;
      }
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', connection: 'close' },
      body: '{"query":"{ articles { totalCount } }"}',
    });
    expect(await answer.json()).toEqual({ data: { articles: { totalCount: 1 } } });
    expect((await fetch(url.replace('/graphql', '/readyz'), { headers: { connection: 'close' } })).status).toBe(200);
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    if (ofFolder === 0o555) expect(readdirSync(folder).sort()).toEqual(['news.db', 'one.txt']);
  },
  180_000,
);

test.each(RIGHTS)(
  '%s that may not be written is refused with a token, and by ingest, in one sentence',
  (_what, ofFolder, ofFile) => {
    permit(ofFolder, ofFile);
    for (const refused of [
      run(['start'], { DATELINE_TOKEN: 'a-token-for-tests' }),
      run(['ingest', join(folder, 'one.txt')]),
    ]) {
      expect(refused).toMatchObject({
        status: 1,
        stdout: '',
        stderr: expect.stringMatching(/^.*news\.db cannot be (?:written|opened)\.\n.*\n$/),
      });
    }
  },
  180_000,
);

test('a file that may not be read, and one that cannot be made, are named in one sentence', () => {
  permit(0o755, 0o000);
  for (const settings of [{}, { DATELINE_TOKEN: 'a-token-for-tests' }]) {
    expect(run(['start'], settings)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^.*news\.db cannot be opened\.\n.*\n$/),
    });
  }
  permit(0o555, 0o644);
  for (const at of ['other.db', 'deep/other.db']) {
    expect(run(['start'], { DATELINE_DB: join(folder, at) })).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^.*other\.db cannot be opened\.\n.*\n$/),
    });
    expect(run(['backup', join(folder, at)])).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/^.*\n.*\n$/),
    });
  }
}, 180_000);
