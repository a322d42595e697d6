import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createServer } from '../../src/api/server.ts';
import type { Store } from '../../src/store/store.ts';
import { openGraph } from '../graphs.ts';
import { readFixtures } from '../api/articles.ts';

const PAGE = fileURLToPath(new URL('../../docs/questions.md', import.meta.url));
const page = readFileSync(PAGE, 'utf8');
/** The widest line of an answer, in characters. */
const WIDTH = 160;

/** The sections of the page that ask something: heading, query, variables and the answer with its fences. */
const questions = page.split(/^(?=## )/m).flatMap((section) => {
  const block = (info: string): string | undefined =>
    new RegExp(`^\`\`\`${info}\\n([\\s\\S]*?)^\`\`\`$`, 'm').exec(section)?.[1];
  const query = block('graphql');
  return query === undefined
    ? []
    : [{ title: section.slice(3, section.indexOf('\n')), section, query, variables: block('json variables') }];
});

let store: Store;
let app: FastifyInstance;
let url: string;

beforeAll(async () => {
  store = openGraph(readFixtures());
  app = await createServer({
    store,
    writer: null,
    token: null,
    corsOrigins: true,
    isProduction: true,
    mostBytes: 100_000,
    logs: false,
  });
  url = await app.listen({ port: 0, host: '127.0.0.1' });
});

afterAll(async () => {
  await app.close();
  store.close();
});

/** JSON in as few lines as fit the width. */
function layOut(value: unknown, indent = ''): string {
  const spaced = (text: string): string => text.replace(/^([{[])\n\s*/, '$1 ').replace(/\n\s*([}\]])$/, ' $1');
  const line = spaced(JSON.stringify(value, null, 1))
    .replaceAll(/\n\s*/g, ' ')
    .replaceAll('[ ', '[')
    .replaceAll(' ]', ']');
  if (typeof value !== 'object' || value === null || indent.length + line.length <= WIDTH) return line;
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return `[\n${value.map((item) => `${inner}${layOut(item, inner)}`).join(',\n')}\n${indent}]`;
  return `{\n${Object.entries(value)
    .map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layOut(item, inner)}`)
    .join(',\n')}\n${indent}}`;
}

async function ask(query: string, variables: string | undefined): Promise<unknown> {
  const body = JSON.stringify({ query, variables: variables === undefined ? {} : JSON.parse(variables) });
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return response.json();
}

/** Whether an answer says anything: some list in it has an entry, or some number is not 0. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'object' && value !== null && Object.values(value).some(saysSomething);
}

test('the page links to files that are there', () => {
  const links = [...page.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((match) => match[1] ?? '');
  expect(links.filter((link) => !existsSync(new URL(`../../docs/${link}`, import.meta.url)))).toEqual([]);
});

test('there are ten questions', () => {
  expect(questions).toHaveLength(10);
});

test.each(questions)('$title: the query is answered, and with something', async ({ query, variables }) => {
  const answer = z
    .object({ data: z.record(z.string(), z.unknown()), errors: z.undefined().optional() })
    .parse(await ask(query, variables));
  expect(saysSomething(answer.data)).toBe(true);
});

test('the page shows the real answers', async () => {
  let written = page;
  for (const { section, query, variables } of questions) {
    const answer = layOut(await ask(query, variables));
    written = written.replace(
      section,
      section.replace(/^```json answer\n[\s\S]*?^```$/m, () => `\`\`\`json answer\n${answer}\n\`\`\``),
    );
  }
  await expect(written).toMatchFileSnapshot(PAGE);
});
