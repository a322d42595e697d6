import { getIntrospectionQuery, getOperationAST, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { measureOperation, type OperationMeasure } from '../../src/api/cost.ts';
import { DEFAULT_LIMITS } from '../../src/api/limits.ts';
import { loadSchema } from '../../src/api/schema.ts';
import { serve } from './live-server.ts';

const schema = loadSchema();
const PERSON = 'per_AAAAAAAAAAAAAAAA';
const LETTERS = [...'abcdefghijklmnopqrstuvwx'];

const aliases = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `a${at}: ${write(at)}`).join(' ');
const list = (count: number, write: (at: number) => string): string =>
  `[${Array.from({ length: count }, (_, at) => write(at)).join(', ')}]`;
/** Fragments of some aliases of a list, each of which spreads the next. */
const spread = (count: number, levels: number, field: string, page: string): string =>
  Array.from(
    { length: levels },
    (_, at) =>
      `fragment F${at} on Article { ${aliases(count, () => `${field}(${page}) { nodes { article { ${at === levels - 1 ? 'id' : `...F${at + 1}`} } } }`)} }`,
  ).join(' ');
const texts = (count: number, text: string): object[] => Array.from({ length: count }, () => ({ text }));
const filtered = (count: number): string =>
  `query($filter: StatementFilter) { ${aliases(count, () => 'statements(first: 1, filter: $filter) { totalCount }')} }`;

interface Form {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

function measure({ query, variables = {} }: Form): OperationMeasure {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  expect(validate(schema, document)).toEqual([]);
  return measureOperation({ schema, document, operation, variables });
}

/** What a stranger may send that keeps a server busy, or its memory full, by little text. */
const REFUSED: readonly (readonly [string, Form])[] = [
  [
    'filters of texts, 40 times',
    {
      query: `{ ${aliases(40, () => `statements(first: 1, filter: { or: ${list(99, () => '{ text: "a*" }')} }) { totalCount }`)} }`,
    },
  ],
  ['filters of texts in a variable', { query: filtered(40), variables: { filter: { or: texts(99, 'a*') } } }],
  [
    'filters of texts within filters',
    { query: filtered(1), variables: { filter: { and: [{ not: { or: [{ and: texts(60, 'the') }] } }] } } },
  ],
  [
    'filters of texts in the default of a variable',
    { query: filtered(40).replace('StatementFilter', `StatementFilter = { or: ${list(99, () => '{ text: "a*" }')} }`) },
  ],
  [
    'filters of texts in variables of their own',
    {
      query: `query($text: String = "the") { articles { nodes {
        statements(first: 0, filter: { or: ${list(90, () => '{ text: $text }')} }) { nodes { id } } } } }`,
    },
  ],
  [
    'filters of texts, once for each list',
    {
      query: `{ ${aliases(2, () => `people(first: 1) { nodes { statements(filter: { or: ${list(20, () => '{ text: "a*" }')} }) { totalCount nodes { id } } } }`)} }`,
    },
  ],
  [
    'filters of prefixes',
    {
      query: `{ ${aliases(3, () => `articles(filter: { text: ${JSON.stringify(LETTERS.map((letter) => `${letter}*`).join(' '))} }) { totalCount }`)} }`,
    },
  ],
  [
    'filters of actors',
    {
      query: `{ ${aliases(10, () => `statements(filter: { not: { or: ${list(9, () => `{ speaker: "${PERSON}" }`)} } }) { totalCount }`)} }`,
    },
  ],
  [
    'filters of small conditions',
    {
      query: `{ ${aliases(10, () => `statements(filter: { or: ${list(90, () => '{ minConfidence: 2 }')} }) { totalCount }`)} }`,
    },
  ],
  [
    'values of an enumeration by the thousand',
    { query: filtered(1), variables: { filter: { kind: Array.from({ length: 300_000 }, () => 'DIRECT') } } },
  ],
  [
    'ids by the thousand',
    {
      query: 'query($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      variables: { ids: Array.from({ length: 100_000 }, () => PERSON) },
    },
  ],
  [
    'totals of what is filtered, by alias',
    { query: `{ ${aliases(20, () => 'statements(filter: { minConfidence: 0.5 }) { totalCount }')} }` },
  ],
  [
    'totals of one list, by alias',
    { query: `{ statements(filter: { minConfidence: 0.5 }) { ${aliases(20, () => 'totalCount')} } }` },
  ],
  [
    'whether there is more, by alias',
    { query: `{ statements(filter: { minConfidence: 2 }) { ${aliases(20, () => 'pageInfo { hasNextPage }')} } }` },
  ],
  [
    'totals for each parent',
    {
      query:
        `{ people(first: 100) { nodes { articles(first: 20) {
          nodes { people(first: 20) { nodes { statements { totalCount } } } } } } } }`,
    },
  ],
  [
    'fragments under empty pages',
    { query: `{ z1: articles(first: 1) { nodes { ...F0 } } } ${spread(9, 3, 'statements', 'first: 0')}` },
  ],
  [
    'fragments under empty pages of a variable',
    {
      query: `query($none: Int!) { articles(first: $none) { nodes { ...F0 } } }
        ${spread(9, 3, 'events', 'first: $none')}`,
      variables: { none: 0 },
    },
  ],
  [
    'fragments that are skipped',
    {
      query: `query($yes: Boolean = true) { articles(first: 1) @skip(if: $yes) { nodes { ...F0 } } }
        ${spread(9, 3, 'statements', 'first: 0')}`,
    },
  ],
  [
    'fragments under a search',
    { query: `{ search(query: "nobody", first: 0) { nodes { ...F0 } } } ${spread(9, 3, 'statements', 'first: 0')}` },
  ],
  [
    'what may be of several types, planned for each',
    {
      query: `{ statements(first: 0) { nodes { speakers { ${aliases(9, () => `statements(first: 0) { nodes { speakers { ${aliases(9, () => 'statements(first: 0) { nodes { about { name } } }')} } } }`)} } } } }`,
    },
  ],
  ['searches for a common word', { query: `{ ${aliases(30, () => 'search(query: "the") { totalCount }')} }` }],
  [
    'searches for the common words of variables',
    {
      query: `query($words: String!) { ${aliases(30, (at) => `search(query: $words, first: ${at}) { nodes { __typename } }`)} }`,
      variables: { words: 'the' },
    },
  ],
  [
    'a search for all letters',
    { query: `{ search(query: ${JSON.stringify(LETTERS.map((letter) => `${letter}*`).join(' '))}) { totalCount } }` },
  ],
  ['the words around hits', { query: `{ ${aliases(8, () => 'search(query: "a* b*") { edges { snippet } }')} }` }],
  ['breakdowns of all there is', { query: `{ statistics { ${aliases(40, () => 'statementsByDay { count }')} } }` }],
  [
    'breakdowns under filters',
    {
      query: `{ statistics { ${aliases(10, () => `eventsByType(filter: { not: { participant: "${PERSON}" } }) { count }`)} ${Array.from({ length: 10 }, (_, at) => `b${at}: statementsByKind(filter: { text: "the" }) { count }`).join(' ')} } }`,
    },
  ],
  [
    'associates of many',
    { query: '{ people(first: 100) { nodes { associates(first: 100) { nodes { name } totalCount } } } }' },
  ],
  [
    'associates of associates',
    {
      query: `{ ${aliases(3, (at) => `person(id: "${PERSON}") { associates(first: ${100 - at}) { nodes { associates(first: 10) { totalCount } } } }`)} }`,
    },
  ],
  [
    'timelines by alias',
    { query: `{ ${aliases(40, (at) => `person(id: "${PERSON}") { timeline(first: ${at}) { totalCount } }`)} }` },
  ],
  [
    'names as long as books, by alias',
    {
      query: `query($name: String) { ${aliases(40, () => 'person(name: $name) { id }')} }`,
      variables: { name: 'a'.repeat(100_000) },
    },
  ],
  [
    'orders without an index',
    {
      query: `{ ${aliases(40, () => 'statements(orderBy: { field: PUBLISHED_AT, direction: ASC }) { nodes { id } pageInfo { hasNextPage } }')} }`,
    },
  ],
  [
    'long texts, over and over',
    {
      query: `{ ${aliases(8, () => 'articles(first: 100) { nodes { ...Text } }')} }
        fragment Text on Article { ${aliases(30, () => 'text')} }`,
    },
  ],
  [
    'introspection by alias',
    { query: `{ ${aliases(40, () => '__schema { types { fields { args { name } type { name } } } }')} }` },
  ],
  [
    'introspection of everything by alias',
    {
      query: `{
        __schema { types { ${aliases(40, () => 'fields { name args { name description } type { name } }')} } } }`,
    },
  ],
];

test.each(REFUSED)('too dear: %s', (_name, form) => {
  expect(measure(form).cost).toBeGreaterThan(DEFAULT_LIMITS.cost);
});

/** What people may ask for who mean well, and moderate forms of the above. */
const ADMITTED: readonly (readonly [string, Form])[] = [
  [
    'a nested page',
    {
      query:
        `{ articles(first: 20) { nodes { title statements(first: 10) {
          nodes { text speakers { name ... on Person { positions { title organisation { name } } } } } }
          events(first: 10) { nodes { type participants { text actor { name } } } } } } }`,
    },
  ],
  [
    'a page of a hundred, with totals',
    {
      query:
        `{ articles(first: 100) { totalCount nodes { title publishedAt text
          statements(first: 10) { totalCount nodes { text } } } pageInfo { hasNextPage endCursor } } }`,
    },
  ],
  ['a filter of ten texts', { query: filtered(1), variables: { filter: { or: texts(10, 'a*') } } }],
  ['three filters of three texts', { query: filtered(3), variables: { filter: { or: texts(3, 'a*') } } }],
  [
    'a filter of ninety kinds',
    {
      query: filtered(1),
      variables: { filter: { or: Array.from({ length: 90 }, () => ({ kind: ['DIRECT', 'MIXED'] })) } },
    },
  ],
  [
    'filters of nothing but conditions with an index',
    {
      query: `{ ${aliases(20, () => `statements(first: 10, filter: { speaker: "${PERSON}", kind: [DIRECT] }) { totalCount nodes { text } }`)} }`,
    },
  ],
  [
    'fragments under empty pages',
    { query: `{ articles(first: 1) { nodes { ...F0 } } } ${spread(3, 3, 'statements', 'first: 0')}` },
  ],
  [
    'two searches with totals and words around hits',
    {
      query: `{
        ${aliases(2, () => 'search(query: "prime minister sanct*", first: 10) { totalCount edges { snippet } }')} }`,
    },
  ],
  [
    'a search for a headline',
    {
      query:
        '{ search(query: "Prime minister says that the two countries will hold joint military exercises in the north of the country in February") { totalCount nodes { __typename } } }',
    },
  ],
  [
    'all statistics',
    {
      query:
        `{ statistics { articles people articlesByDay { day count } articlesByPublisher { name count }
          statementsByDay { day count } statementsByAct { act count } statementsByKind { kind count }
          eventsByDay { day count } eventsByType { type count } eventsByStatus { status count } } }`,
    },
  ],
  [
    'one person with everything',
    {
      query: `{ person(name: "Shoigu") { name aliases positions { title }
        statements(first: 20) { totalCount nodes { text } } timeline(first: 20) { totalCount edges { day } }
        associates(first: 20) { totalCount edges { weight node { name } } } } }`,
    },
  ],
  [
    'the timelines of twenty people',
    { query: '{ people(first: 20) { nodes { name timeline(first: 10) { edges { day } } } } }' },
  ],
  ['forty people by name', { query: `{ ${aliases(40, (at) => `person(name: "Anna ${at}") { name }`)} }` }],
  ['forty totals', { query: `{ ${aliases(40, () => 'statements { totalCount }')} }` }],
  ['the whole introspection query of tools', { query: getIntrospectionQuery() }],
  [
    'the longest text to be read',
    {
      query:
        `query($text: String!) { extract(input: { text: $text }) { people { name mentions { kind } }
          statements { content { text } } } }`,
      variables: { text: 'a'.repeat(DEFAULT_LIMITS.extractedCharacters) },
    },
  ],
];

test.each(ADMITTED)('within the limit: %s', (_name, form) => {
  const { cost, depth } = measure(form);
  expect(cost).toBeLessThanOrEqual(DEFAULT_LIMITS.cost);
  expect(depth).toBeLessThanOrEqual(DEFAULT_LIMITS.depth);
});

test.each([
  ['a filter in a variable', 'query($filter: StatementFilter) { statements(filter: $filter) { totalCount } }', false],
  [
    'a text in a filter in a variable',
    'query($text: String) { statements(filter: { or: [{ text: $text }] }) { totalCount } }',
    false,
  ],
  [
    'a value of a list in a variable',
    'query($kind: StatementKind!) { statements(filter: { kind: [$kind] }) { totalCount } }',
    false,
  ],
  ['a page in a variable', 'query($first: Int) { statements(first: $first) { totalCount } }', false],
  ['an order in a variable', 'query($order: StatementOrder) { statements(orderBy: $order) { totalCount } }', false],
  ['words in a variable', 'query($words: String!) { search(query: $words) { totalCount } }', false],
  [
    'types of a search in a variable',
    'query($types: [SearchType!]) { search(query: "a", types: $types) { totalCount } }',
    false,
  ],
  [
    'a filter of a breakdown in a variable',
    'query($filter: EventFilter) { statistics { eventsByType(filter: $filter) { count } } }',
    false,
  ],
  ['a name in a variable', 'query($name: String) { person(name: $name) { id } }', false],
  [
    'a variable in a fragment',
    'query($first: Int) { ...All } fragment All on Query { articles(first: $first) { totalCount } }',
    false,
  ],
  [
    'a variable of which nothing depends',
    'query($id: ID!, $yes: Boolean!) { node(id: $id) { id @skip(if: $yes) } }',
    true,
  ],
  ['a cursor in a variable', 'query($after: String) { articles(first: 3, after: $after) { nodes { id } } }', true],
  ['no variable', '{ statements(first: 3, filter: { or: [{ kind: [DIRECT] }] }) { totalCount } }', true],
])('%s: whether the measure holds for all variables', (_name, query, isFixed) => {
  expect(measure({ query }).isFixed).toBe(isFixed);
});

test('what a variable holds costs what the same costs in the document', () => {
  const filter = {
    or: [{ text: 'a* of', kind: ['DIRECT', 'MIXED'], minConfidence: 0.5 }, { not: { speaker: PERSON } }],
    publishedAt: { from: '2024-01-01' },
  };
  const written = JSON.stringify(filter)
    .replaceAll(/"(\w+)":/g, '$1:')
    .replaceAll(/"(DIRECT|MIXED)"/g, '$1');
  const inDocument = measure({
    query: `{ statements(first: 7, filter: ${written}) { totalCount nodes { id } } }`,
  }).cost;
  const query =
    `query($first: Int, $filter: StatementFilter) { statements(first: $first, filter: $filter) { totalCount
      nodes { id } } }`;
  expect(measure({ query, variables: { first: 7, filter } }).cost).toBe(inDocument);
  expect(
    measure({
      query: query
        .replace('$first: Int', '$first: Int = 7')
        .replace('StatementFilter)', `StatementFilter = ${written})`),
    }).cost,
  ).toBe(inDocument);
  expect(
    measure({
      query: query.replace('StatementFilter)', `StatementFilter = ${written})`),
      variables: { first: 7, filter: null },
    }).cost,
  ).toBeLessThan(inDocument);
});

test.each([
  ['a deep filter', { filter: JSON.parse(`${'{"not":'.repeat(250)}{}${'}'.repeat(250)}`) }],
  [
    'a filter that is none',
    { filter: [[[7]], 'text', null, { text: 7, kind: { a: 1 }, and: 'all', or: [null, 3, []] }] },
  ],
  ['a filter of what objects inherit', { filter: JSON.parse('{ "__proto__": { "text": "a" }, "constructor": "b" }') }],
  ['pages that are none', { first: { a: 1 }, filter: 1e308 }],
])('variables that GraphQL will refuse are measured without an error: %s', (_name, variables) => {
  const query =
    'query($first: Int, $filter: StatementFilter) { statements(first: $first, filter: $filter) { totalCount } }';
  const { cost } = measure({ query, variables });
  expect(Number.isSafeInteger(cost)).toBe(true);
});

test('the depth of fragments counts where they are spread, and costs that double stay whole numbers', () => {
  const query = `{ articles { nodes { ...F0 } } } ${Array.from({ length: 300 }, (_, at) => `fragment F${at} on Article { ...F${at + 1} ...F${at + 1} }`).join(' ')} fragment F300 on Article { statements { nodes { article { id } } } }`;
  expect(measure({ query })).toEqual({ depth: 6, cost: Number.MAX_SAFE_INTEGER, whole: 0, isFixed: true });
});

test('what is too dear is refused over HTTP, before it runs', async () => {
  const server = await serve();
  for (const [, { query, variables }] of REFUSED.slice(1, 3)) {
    const { status, body } = await server.ask(query, variables);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'COST_LIMIT']);
  }
});
