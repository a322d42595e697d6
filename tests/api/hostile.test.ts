import { expect, test } from 'vitest';
import { serve } from './live-server.ts';

/** A filter with itself in it so many times. */
const nested = (depth: number, key: 'and' | 'or' | 'not'): string =>
  `${(key === 'not' ? `{"not":` : `{"${key}":[`).repeat(depth)}{}${(key === 'not' ? '}' : ']}').repeat(depth)}`;
/** The beginning of a filter that says all that a filter can, with another in it. */
const FULL = [
  '{"speaker":"per_AAAAAAAAAAAAAAAA","addressee":"per_AAAAAAAAAAAAAAAA","about":"per_AAAAAAAAAAAAAAAA",',
  '"article":"art_AAAAAAAAAAAAAAAA","kind":["DIRECT","MIXED"],"act":["SAY","ASK"],"text":"a","minConfidence":0.5,',
  '"publishedAt":{"from":"2024-01-01","to":"2024-02-01"},"not":',
].join('');
const FILTERED = 'query($filter: StatementFilter) { statements(filter: $filter) { totalCount } }';
const filtered = (filter: string): string => `{"query":${JSON.stringify(FILTERED)},"variables":{"filter":${filter}}}`;
const asked = (query: string): string => JSON.stringify({ query });

test.each([
  ['a filter in itself, 50 deep', filtered(nested(50, 'and'))],
  ['a filter in itself as often as may be', filtered(nested(99, 'not'))],
  ['a full filter in itself as often as may be', filtered(`${FULL.repeat(99)}{}${'}'.repeat(99)}`)],
  ['a filter in itself, 400 deep', filtered(nested(400, 'not'))],
  ['a filter in itself, 2000 deep', filtered(nested(2000, 'and'))],
  ['a filter in itself, 15000 deep', filtered(nested(15_000, 'not'))],
  ['alternatives in alternatives', filtered(nested(3000, 'or'))],
  [
    'a filter of 3000 filters',
    filtered(`{"or":[${Array.from({ length: 3000 }, () => '{"minConfidence":0.5}').join(',')}]}`),
  ],
  ['a filter of 300000 filters', filtered(`{"and":[${Array.from({ length: 300_000 }, () => '{}').join(',')}]}`)],
  ['3000 texts', filtered(`{"or":[${Array.from({ length: 3000 }, (_, at) => `{"text":"word${at}"}`).join(',')}]}`)],
  [
    'values of an enumeration by the thousand',
    filtered(`{"kind":[${Array.from({ length: 10_000 }, () => '"DIRECT"').join(',')}]}`),
  ],
  [
    'a name of half a million characters',
    '{"query":"query($name: String) { people(filter: { name: $name }) { totalCount } person(name: $name) { id } }",' +
      `"variables":{"name":"${'İ'.repeat(250_000)}"}}`,
  ],
  ['a text of half a million words', filtered(`{"text":"${'a* '.repeat(160_000)}"}`)],
  ['a phrase of half a million words', filtered(`{"text":"\\"${'ab '.repeat(160_000)}"}`)],
  [
    'one filter forty times',
    [
      '{"query":"query($filter: StatementFilter) { ',
      ...Array.from({ length: 40 }, (_, at) => `a${at}: statements(filter: $filter) { totalCount } `),
      '}","variables":{"filter":{"or":[',
      Array.from({ length: 30_000 }, () => '{"text":"a*"}').join(','),
      ']}}}',
    ].join(''),
  ],
  ['a number beyond all', filtered('{"minConfidence":1e308}')],
  ['JSON too deep for anybody', `${'['.repeat(90_000)}${']'.repeat(90_000)}`],
  [
    'a list in a list in a list',
    '{"query":"query($ids: [ID!]!) { nodes(ids: $ids) { id } }",' +
      `"variables":{"ids":${'['.repeat(20_000)}${']'.repeat(20_000)}}}`,
  ],
  [
    '100 ids and one more',
    asked(`{ nodes(ids: [${Array.from({ length: 101 }, () => '"art_AAAAAAAAAAAAAAAA"').join(' ')}]) { id } }`),
  ],
  ['brackets without end', asked(`{ ${'articles { nodes { '.repeat(900)}`)],
  ['braces beyond the tokens', asked('{'.repeat(50_000))],
  ['types in types', asked(`query($a: ${'['.repeat(1000)}Int${']'.repeat(1000)}) { __typename }`)],
  ['values in values', asked(`{ nodes(ids: ${'['.repeat(1500)}${']'.repeat(1500)}) { id } }`)],
  ['fragments in fragments', asked(`{ ${'... { '.repeat(600)} __typename ${'}'.repeat(600)} }`)],
  ['one field a thousand times', asked(`{ ${'statistics { articles } '.repeat(900)} }`)],
  ['one directive a thousand times', asked(`{ __typename ${'@skip(if: false) '.repeat(600)} }`)],
  [
    'what an object inherits',
    '{"query":"query($__proto__: Int, $constructor: Int) { articles(first: $__proto__, last: $constructor) ' +
      '{ totalCount } }","variables":{"__proto__":1}}',
  ],
  [
    'a prototype',
    '{"query":"{ __typename }","variables":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
  ],
  [
    'every character that is none',
    asked('query($q: String = "\u0000\ud800\udfff\ufeff\u2028") { search(query: $q) { totalCount } }'),
  ],
])('%s', async (_name, body) => {
  const server = await serve({ mostBytes: 1_000_000 });
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  const text = await response.text();
  const answer: object = JSON.parse(text);
  expect('data' in answer || 'errors' in answer).toBe(true);
  expect([response.status < 500, text.includes('INTERNAL_SERVER_ERROR')]).toEqual([true, false]);
  expect((await server.ask('{ __typename }')).body).toEqual({ data: { __typename: 'Query' } });
  expect('polluted' in {}).toBe(false);
});
