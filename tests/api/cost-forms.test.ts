import { getIntrospectionQuery } from 'graphql';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/api/limits.ts';
import { aliases, filtered, type Form, inBraces, measure, PERSON, spread, texts } from './query-forms.ts';

const ADMITTED: readonly (readonly [string, Form])[] = [
  [
    'a nested page',
    {
      query: `{ articles(first: 20) { nodes { title statements(first: 10) {
          nodes { text speakers { name ... on Person { positions { title organisation { name } } } } } }
          events(first: 10) { nodes { type participants { text actor { name } } } } } } }`,
    },
  ],
  [
    'a page of a hundred, with totals',
    {
      query: `{ articles(first: 100) { totalCount nodes { title publishedAt text
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
      query: inBraces(
        aliases(
          20,
          () => `statements(first: 10, filter: { speaker: "${PERSON}", kind: [DIRECT] }) {
            totalCount nodes { text } }`,
        ),
      ),
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
        '{ search(query: "Prime minister says that the two countries will hold joint military exercises ' +
        'in the north of the country in February") { totalCount nodes { __typename } } }',
    },
  ],
  [
    'all statistics',
    {
      query: `{ statistics { articles people articlesByDay { day count } articlesByPublisher { name count }
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
      query: `query($text: String!) { extract(input: { text: $text }) { people { name mentions { kind } }
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
  const query = `query($first: Int, $filter: StatementFilter) { statements(first: $first, filter: $filter) { totalCount
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
  const query = [
    '{ articles { nodes { ...F0 } } }',
    ...Array.from({ length: 300 }, (_, at) => `fragment F${at} on Article { ...F${at + 1} ...F${at + 1} }`),
    'fragment F300 on Article { statements { nodes { article { id } } } }',
  ].join(' ');
  expect(measure({ query })).toEqual({ depth: 6, cost: Number.MAX_SAFE_INTEGER, whole: 0, isFixed: true });
});
