import { expect, test } from 'vitest';
import { serve } from './live-server.ts';

const PAGE = 'query($first: Int, $last: Int) { articles(first: $first, last: $last) { nodes { title } } }';
const DEFAULTED = 'query($first: Int = 50) { articles(first: $first) { nodes { title } } }';
const READING = 'query($text: String!) { extract(input: { text: $text }) { people { name } } }';
const NODES = 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }';
const WIDE =
  '{ nodes { statements(first: 100) { nodes { speakers { statements(first: 100) { nodes { text } } } } } } }';

/** Two of them may be read at once, three are too many. */
const LONG = 'Mayor Ida Krog left. '.repeat(2_300);

/** Each fragment is twice the next: 2⁶⁰ fields by a page of text. */
const EXTRACT = 'extract(input: { text: "Mayor Ida Krog left." }) { people { name } }';
const DOUBLING = [
  ...Array.from({ length: 60 }, (_, at) => `fragment f${at} on Article { ...f${at + 1} ...f${at + 1} }`),
  'fragment f60 on Article { id }',
].join(' ');

/** What any operation costs, what a page of titles costs beside its items, and each of these. */
const REQUEST = 250;
const TITLES = REQUEST + (350 + 20 + 5) + 5;
const TITLE = 2 + 2;
/** What `{ extract { people { name } } }` costs beside the reading. */
const FOUND = REQUEST + (20 + 20 + 5) + 1.5 * (3 + 1);
/** What an object with one value in it costs to plan. */
const OBJECT = 20 + 5;

test.each([
  ['a page of a variable', PAGE, { first: 7 }, TITLES + 7 * TITLE],
  ['a page from the end', PAGE, { last: 9 }, TITLES + 9 * TITLE],
  ['the usual page where nothing is said', PAGE, {}, TITLES + 20 * TITLE],
  ['the usual page for null', PAGE, { first: null }, TITLES + 20 * TITLE],
  ['what is planned for an empty page', PAGE, { first: 0 }, TITLES],
  ['a default', DEFAULTED, {}, TITLES + 50 * TITLE],
  ['a variable over a default', DEFAULTED, { first: 2 }, TITLES + 2 * TITLE],
  [
    'a page in a fragment',
    '{ articles { ...all } } fragment all on ArticleConnection { nodes { title } }',
    {},
    TITLES + 20 * TITLE,
  ],
  [
    'a fragment twice',
    '{ articles(first: 1) { nodes { ...one ...one } } } fragment one on Article { title id }',
    {},
    TITLES + 3 * 5 + TITLE + (2 + 1 + 1),
  ],
  [
    'ids in a variable',
    NODES,
    { ids: ['art_AAAAAAAAAAAAAAAA', 'art_BBBBBBBBBBBBBBBB', 'art_CCCCCCCCCCCCCCCC'] },
    REQUEST + 20 + 3 * (30 + 6 * 5 + 1),
  ],
  [
    'ids in the document',
    '{ nodes(ids: ["art_AAAAAAAAAAAAAAAA", "art_BBBBBBBBBBBBBBBB"]) { id } }',
    {},
    REQUEST + 20 + 2 * (30 + 6 * 5 + 1),
  ],
  ['all totals together, whichever are asked for', '{ statistics { articles } }', {}, REQUEST + OBJECT + 2_000 + 1],
  [
    'breakdowns, which go through all there is',
    '{ statistics { eventsByType { count } statementsByAct { count } } }',
    {},
    REQUEST + (20 + 2 * OBJECT) + 2_000 + (8_000 + 15_000) + 2 * 20,
  ],
  [
    'the reading of a text',
    '{ extract(input: { text: "Mayor Ida Krog left." }) { people { name } } }',
    {},
    FOUND + 20_000 + 4 * 20,
  ],
  ['the reading of a text in a variable', READING, { text: 'Mayor Ida Krog left.' }, FOUND + 20_000 + 4 * 20],
  [
    'the reading of an input in a variable',
    'query($input: ArticleInput!) { extract(input: $input) { people { name } } }',
    { input: { text: 'Mayor Ida Krog left.' } },
    FOUND + 20_000 + 4 * 20,
  ],
  ['introspection', '{ __schema { types { name } } __typename }', {}, REQUEST + 3 * 5 + 2_000 + (80 * (1 + 1) + 1)],
])('cost counts %s', async (_name, query, variables, cost) => {
  const server = await serve();
  const { status, body } = await server.ask(query, variables, { 'x-dateline-cost': '1' });
  expect(body.errors).toBeUndefined();
  expect([status, body.extensions]).toEqual([200, { cost: { cost, limit: 250_000, depth: expect.any(Number) } }]);
});

test.each([
  ['the document', `{ articles(first: 100) ${WIDE} }`, {}],
  ['a variable', `query($first: Int!) { articles(first: $first) ${WIDE} }`, { first: 100 }],
  ['a default', `query($first: Int = 100) { articles(first: $first) ${WIDE} }`, {}],
  ['a fragment', `{ articles(first: 100) { ...wide } } fragment wide on ArticleConnection ${WIDE}`, {}],
  [
    'a page of less than nothing, which takes nothing off',
    `{ a: articles(first: -100) ${WIDE} b: articles(first: 100) ${WIDE} }`,
    {},
  ],
  ['fragments that double each other', `{ articles { nodes { ...f0 } } } ${DOUBLING}`, {}],
  [
    'long texts to read',
    `query($text: String!) { a: extract(input: { text: $text }) { people { name } }
      b: extract(input: { text: $text }) { people { name } } c: extract(input: { text: $text }) { people { name } } }`,
    { text: LONG },
  ],
  ['many texts to read', `{ ${Array.from({ length: 15 }, (_, at) => `a${at}: ${EXTRACT}`).join(' ')} }`, {}],
])('what costs too much by %s is refused before it runs', async (_name, query, variables) => {
  const server = await serve();
  const { status, body } = await server.ask(query, variables, { 'x-dateline-cost': 'true' });
  expect(status).toBe(400);
  expect(body).toEqual({
    errors: [
      {
        message: expect.stringMatching(/^The query may cost \d+ fields; at most 250000 are allowed\./),
        extensions: { code: 'COST_LIMIT' },
      },
    ],
    extensions: { cost: { cost: expect.any(Number), limit: 250_000, depth: expect.any(Number) } },
  });
});

test('the same document passes with small variables and fails with large ones, in any order', async () => {
  const server = await serve();
  const statuses: number[] = [];
  for (const first of [1, 100, 1, 100])
    statuses.push((await server.ask(`query($first: Int!) { articles(first: $first) ${WIDE} }`, { first })).status);
  expect(statuses).toEqual([200, 400, 200, 400]);
});

test('what is too deep is refused with a code of its own', async () => {
  const server = await serve();
  const query = `{
    articles(first: 1) {
    nodes { ${'people(first: 1) { nodes { articles(first: 1) { nodes { '.repeat(4)} id ${'} } } } '.repeat(4)} } } }`;
  const { status, body } = await server.ask(query);
  expect([status, body.errors]).toEqual([
    400,
    [{ message: '19 levels deep; at most 14 are allowed.', extensions: { code: 'DEPTH_LIMIT' } }],
  ]);
});

test('the cost is told to those who ask', async () => {
  const server = await serve();
  for (const headers of [{}, { 'x-dateline-cost': '0' }])
    expect((await server.ask('{ __typename }', {}, headers)).text).toBe('{"data":{"__typename":"Query"}}\n');
  expect(
    (await server.ask('{ articles { nodes { id } } }', {}, { 'x-dateline-cost': '1' })).body.extensions.cost.depth,
  ).toBe(3);
});

test.each([
  ['a list', '{ articles { nodes { id } } }'],
  ['actors', '{ people { nodes { id } } }'],
  ['one actor', '{ person(name: "Krog") { id } }'],
  ['a search', '{ search(query: "krog") { totalCount } }'],
  ['the reading of a text', '{ extract(input: { text: "Mayor Ida Krog left." }) { people { name } } }'],
])('where the time is up, no further reading is begun: %s', async (_name, query) => {
  const server = await serve({ mostSeconds: 0 });
  const { status, body } = await server.ask(query);
  const error = {
    message: 'The operation took longer than 0 s.',
    extensions: { code: 'TIMED_OUT', hint: expect.any(String) },
  };
  expect([status, body.errors]).toEqual([200, [expect.objectContaining(error)]]);
});

test('a text too long to be read between other requests is refused, whatever it costs', async () => {
  const server = await serve();
  const longest = `Mayor Ida Krog left.${' '.repeat(49_980)}`;
  expect((await server.ask(READING, { text: longest })).body).toEqual({
    data: { extract: { people: [{ name: 'Ida Krog' }] } },
  });
  const { status, body } = await server.ask(READING, { text: `${longest} ` });
  const error = {
    message: 'The text has 50001 characters; "extract" takes at most 50000.',
    extensions: { code: 'TOO_LARGE', hint: expect.any(String) },
  };
  expect([status, body]).toEqual([200, { data: null, errors: [expect.objectContaining(error)] }]);
});
