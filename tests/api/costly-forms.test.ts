import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from '../../src/api/limits.ts';
import { serve } from './live-server.ts';
import {
  aliases,
  filtered,
  type Form,
  inBraces,
  LETTERS,
  list,
  measure,
  PERSON,
  spread,
  texts,
} from './query-forms.ts';

/** What a stranger may send that keeps a server busy, or its memory full, by little text. */
const REFUSED: readonly (readonly [string, Form])[] = [
  [
    'filters of texts, 40 times',
    {
      query: inBraces(
        aliases(40, () => {
          const words = list(99, () => '{ text: "a*" }');
          return `statements(first: 1, filter: { or: ${words} }) { totalCount }`;
        }),
      ),
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
      query: inBraces(
        aliases(2, () => {
          const words = list(20, () => '{ text: "a*" }');
          return `people(first: 1) { nodes { statements(filter: { or: ${words} }) { totalCount nodes { id } } } }`;
        }),
      ),
    },
  ],
  [
    'filters of prefixes',
    {
      query: inBraces(
        aliases(3, () => {
          const words = LETTERS.map((letter) => `${letter}*`).join(' ');
          return `articles(filter: { text: ${JSON.stringify(words)} }) { totalCount }`;
        }),
      ),
    },
  ],
  [
    'filters of actors',
    {
      query: inBraces(
        aliases(10, () => {
          const speakers = list(9, () => `{ speaker: "${PERSON}" }`);
          return `statements(filter: { not: { or: ${speakers} } }) { totalCount }`;
        }),
      ),
    },
  ],
  [
    'filters of small conditions',
    {
      query: inBraces(
        aliases(10, () => {
          const least = list(90, () => '{ minConfidence: 2 }');
          return `statements(filter: { or: ${least} }) { totalCount }`;
        }),
      ),
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
      query: `{ people(first: 100) { nodes { articles(first: 20) {
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
      query: inBraces(
        ['speakers', 'speakers'].reduce(
          (below, of) => `statements(first: 0) { nodes { ${of} { ${aliases(9, () => below)} } } }`,
          'statements(first: 0) { nodes { about { name } } }',
        ),
      ),
    },
  ],
  ['searches for a common word', { query: `{ ${aliases(30, () => 'search(query: "the") { totalCount }')} }` }],
  [
    'searches for the common words of variables',
    {
      query: [
        'query($words: String!) {',
        aliases(30, (at) => `search(query: $words, first: ${at}) { nodes { __typename } }`),
        '}',
      ].join(' '),
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
      query: [
        '{ statistics {',
        aliases(10, () => `eventsByType(filter: { not: { participant: "${PERSON}" } }) { count }`),
        ...Array.from({ length: 10 }, (_, at) => `b${at}: statementsByKind(filter: { text: "the" }) { count }`),
        '} }',
      ].join(' '),
    },
  ],
  [
    'associates of many',
    { query: '{ people(first: 100) { nodes { associates(first: 100) { nodes { name } totalCount } } } }' },
  ],
  [
    'associates of associates',
    {
      query: inBraces(
        aliases(
          3,
          (at) => `person(id: "${PERSON}") { associates(first: ${100 - at}) { nodes {
            associates(first: 10) { totalCount } } } }`,
        ),
      ),
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
      query: inBraces(
        aliases(
          40,
          () => `statements(orderBy: { field: PUBLISHED_AT, direction: ASC }) {
            nodes { id } pageInfo { hasNextPage } }`,
        ),
      ),
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
test('what is too dear is refused over HTTP, before it runs', async () => {
  const server = await serve();
  for (const [, { query, variables }] of REFUSED.slice(1, 3)) {
    const { status, body } = await server.ask(query, variables);
    expect([status, body.errors[0].extensions.code]).toEqual([400, 'COST_LIMIT']);
  }
});
