import { buildSchema, parse, specifiedRules, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkDocument } from '../../src/api/document-check.ts';
import { serve } from './live-server.ts';

const many = (count: number, part: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => part(number)).join(' ');

describe('what costs more than its length says is refused before it is parsed', () => {
  test.each([
    [
      'a field over and over',
      `{ articles { ${many(21, () => 'totalCount')} } }`,
      '"totalCount" stands more than 20 times in one selection.',
    ],
    [
      'an object over and over',
      `{ ${many(900, () => 'articles { totalCount }')} }`,
      '"articles" stands more than 20 times in one selection.',
    ],
    [
      'a name given to many fields',
      `{ ${many(21, (number) => `x: person(name: "${number}") { name }`)} }`,
      '"x" stands more than 20 times in one selection.',
    ],
    ['a long alias', `{ articles { nodes { ${'a'.repeat(501)}: id } } }`, 'A name is longer than 500 characters.'],
    [
      'a long name of an operation',
      `query ${'a'.repeat(900_000)} { articles { totalCount } }`,
      'A name is longer than 500 characters.',
    ],
    [
      'a long name in arguments',
      `{ articles(filter: { ${'a'.repeat(501)}: 1 }) { totalCount } }`,
      'A name is longer than 500 characters.',
    ],
    [
      'fragments',
      `{ articles { ...f0 } } ${many(101, (number) => `fragment f${number} on ArticleConnection { totalCount }`)}`,
      'More than 100 fragments.',
    ],
    ['spreads', `{ articles { ${many(301, (number) => `...f${number % 3}`)} } }`, 'More than 300 spread fragments.'],
    [
      'fragments in their place',
      `{ articles { nodes { ${many(301, () => '... on Article { title }')} } } }`,
      'More than 300 spread fragments.',
    ],
    [
      'characters',
      `{ articles { totalCount } }${' '.repeat(100_001)}`,
      'Syntax Error: The document has more than 100000 characters.',
    ],
    [
      'brackets in brackets',
      `{ articles(filter: ${'{ not: '.repeat(400)}{}${' }'.repeat(400)}) { totalCount } }`,
      'Syntax Error: More than 300 brackets are open at once.',
    ],
  ])('%s', (_name, query, message) => {
    expect(checkDocument(query)?.message).toBe(message);
  });
});

describe('what people write is not', () => {
  test.each([
    [
      'arguments and values of one name',
      [
        `{ nodes(ids: [${many(60, () => '"x"')}]) { id }`,
        many(20, (number) => `a${number}: person(name: "title") { name title: name }`),
        '}',
      ].join(' '),
    ],
    [
      'one field in many selections',
      `{ ${many(20, (number) => `a${number}: articles { nodes { title statements { nodes { text } } } }`)} }`,
    ],
    [
      'names in strings, comments and arguments',
      `{ articles(filter: { or: [${many(50, () => '{ text: "text" }')}] }) { totalCount } } # ${'title '.repeat(100)}`,
    ],
    [
      'directives',
      `query ($x: Boolean!) { ${many(30, (number) => `a${number}: __typename @include(if: $x) @skip(if: $x)`)} }`,
    ],
    [
      'fragments named alike',
      `{ articles { nodes { ${many(40, () => '...one')} } } } fragment one on Article { title }`,
    ],
    ['types named alike', `{ search(query: "x") { edges { node { ${many(40, () => '... on Person { name }')} } } } }`],
    ['long names', `query ${'a'.repeat(500)} { ${'b'.repeat(500)}: articles { totalCount } }`],
    ['long texts', `{ search(query: "${'a'.repeat(10_000)}") { totalCount } }`],
    ['what is no GraphQL', '{ “ }'],
    ['nothing', ''],
  ])('%s', (_name, query) => {
    expect(checkDocument(query)).toBeNull();
  });

  test('anything at all is looked at without an error', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '{', '{ a(', '"""', '{ ... on '),
        (text, front) => void checkDocument(front + text),
      ),
    );
  });
});

test('by HTTP it is an error of GraphQL with status 400, by POST and by GET', async () => {
  const { ask, url } = await serve();
  const query = `{ articles { ${'totalCount '.repeat(30)} } }`;
  const expected = {
    errors: [
      {
        message: '"totalCount" stands more than 20 times in one selection.',
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ],
  };
  const posted = await ask(query);
  expect([posted.status, posted.body]).toEqual([400, expected]);
  const got = await fetch(`${url}/graphql?query=${encodeURIComponent(query)}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect([got.status, await got.json()]).toEqual([400, expected]);
});

test('what is let through takes no longer to validate than other documents of its length', () => {
  const schema = buildSchema(readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8'));
  const cpu = (query: string): number => {
    const times = Array.from({ length: 3 }, () => {
      const document = parse(query);
      const { user } = process.cpuUsage();
      validate(schema, document, specifiedRules, { maxErrors: 20 });
      return process.cpuUsage().user - user;
    });
    return Math.min(...times) / query.length;
  };
  const plain = cpu(
    [
      '{',
      many(
        100,
        (number) =>
          `a${number}: articles(first: ${number}) { nodes { title statements { nodes { text cue source } } } }`,
      ),
      '}',
    ].join(' '),
  );
  const shapes = [
    many(1, () => `{ ${many(20, () => `articles { nodes { ${many(20, () => 'title')} } }`)} }`),
    [
      `{ articles { nodes { ${many(100, (number) => `...f${number}`)} } } }`,
      many(100, (number) => `fragment f${number} on Article { title id text }`),
    ].join(' '),
    `{ ${many(20, () => `articles { nodes { statements { nodes { ${many(6, () => 'text cue source')} } } } }`)} }`,
  ];
  for (const shape of shapes) {
    expect(checkDocument(shape)).toBeNull();
    expect(cpu(shape) / plain).toBeLessThan(10);
  }
});
