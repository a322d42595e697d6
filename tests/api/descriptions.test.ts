import { readFileSync } from 'node:fs';
import { parse, visit } from 'graphql';
import { expect, test } from 'vitest';

/** Every description of the schema as it is written; that none is missing is for `server.test.ts` to tell. */
const descriptions: string[] = [];
visit(parse(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8')), {
  StringValue: (node, key) => {
    if (key === 'description') descriptions.push(node.value);
  },
});

test('there are descriptions', () => {
  expect(descriptions.length).toBeGreaterThan(400);
});

test.each<[string, (description: string) => boolean]>([
  ['is a sentence', (description) => /^[A-Z`].*[.…]$/s.test(description)],
  ['says more than a name does', (description) => description.split(/\s+/).length >= 3],
  ['closes what it opens', (description) => (description.match(/`/g)?.length ?? 0) % 2 === 0],
])('each description %s', (_name, holds) => {
  expect(descriptions.filter((description) => !holds(description))).toEqual([]);
});
