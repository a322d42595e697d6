import { existsSync, readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { DEFAULT_LIMITS } from '../../src/api/limits.ts';
import { createServer } from '../../src/api/server.ts';
import { parseArticles } from '../../src/article/formats.ts';
import { SETTINGS } from '../../src/cli/settings.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore } from '../../src/store/store.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8');
const readme = read('README.md');
const contributing = read('CONTRIBUTING.md');
const { scripts, bin } = z
  .object({ scripts: z.record(z.string(), z.string()), bin: z.record(z.string(), z.string()) })
  .parse(JSON.parse(read('package.json')));

/** The first block of a language in a text of Markdown. */
function block(markdown: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(markdown)?.[1] ?? '';
}

describe('the README', () => {
  test('shows the real answer to its query', async () => {
    const store = openStore({ path: ':memory:' });
    const app = await createServer({
      store,
      writer: null,
      token: null,
      corsOrigins: true,
      isProduction: true,
      mostBytes: 100_000,
      logs: false,
    });
    try {
      for (const article of parseArticles(readFileSync(new URL('seeds/shoigu-in-tehran.txt', root)), 1_000_000))
        if (!(article instanceof Error)) ingest(store, article);
      const { statusCode, payload } = await app.inject({
        method: 'POST',
        url: '/graphql',
        payload: { query: block(readme, 'graphql') },
      });
      expect(statusCode).toBe(200);
      expect(JSON.parse(payload)).toEqual(JSON.parse(block(readme, 'json')));
    } finally {
      await app.close();
      store.close();
    }
  });

  test('explains every setting in the words of the code, with its default', () => {
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (.*) \| (.*) \|$/gm)].map(([, variable, about, standard]) => ({
      variable,
      about,
      standard,
    }));
    const settings = Object.values(SETTINGS).map(({ variable, about, schema }) => {
      const standard: unknown = schema.parse(undefined);
      return { variable, about, standard: standard === undefined ? 'none' : `\`${String(standard)}\`` };
    });
    expect(rows).toEqual(settings);
  });

  test('tells the limits of operations as they are', () => {
    const { depth, cost, extractedCharacters } = DEFAULT_LIMITS;
    const spaced = (number: number): string => number.toLocaleString('en').replaceAll(',', ' ');
    expect(readme).toContain(`${depth} levels deep and cost ${spaced(cost)}:`);
    expect(readme).toContain(`at most ${spaced(extractedCharacters)} characters`);
  });

  test('names every script, and none that is not there', () => {
    const named = [...readme.matchAll(/npm run (?:--silent )?([a-z:]+)|npm (start|test)\b/g)].map(
      (match) => match[1] ?? match[2],
    );
    expect([...new Set(named)].filter((name) => scripts[name ?? ''] === undefined)).toEqual([]);
    const unexplained = Object.keys(scripts).filter(
      (name) => !named.includes(name) && !contributing.includes(`npm run ${name}\``) && name !== 'build',
    );
    expect(unexplained).toEqual([]);
  });
});

describe.each([
  ['README.md', readme],
  ['CONTRIBUTING.md', contributing],
  ['docs/security.md', read('docs/security.md')],
  ['docs/backup.md', read('docs/backup.md')],
])('%s', (name, text) => {
  test('links to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
    expect(links.filter((link) => !existsSync(new URL(link, new URL(name, root))))).toEqual([]);
  });

  test('names folders and files of the sources that are there', () => {
    const named = [
      ...text.matchAll(/`((?:src|tests|article|language|reading|identity|store|api|cli|corpus)\/[\w./-]*)`/g),
    ].map((match) => match[1] ?? '');
    expect(
      named.filter((path) => !existsSync(new URL(path, root)) && !existsSync(new URL(`src/${path}`, root))),
    ).toEqual([]);
  });
});

test('the commands of the command line are scripts', () => {
  expect(bin['dateline']).toBe('dist/cli/main.js');
  const commands = [...read('src/cli/program.ts').matchAll(/\.command\('(\w+)'\)/g)].map((match) => match[1] ?? '');
  expect(commands).not.toEqual([]);
  expect(commands.filter((command) => !scripts[command]?.includes(`dist/cli/main.js ${command}`))).toEqual([]);
});

test('schema.graphql can be read by itself', () => {
  expect(() => buildSchema(read('schema.graphql'))).not.toThrow();
});
