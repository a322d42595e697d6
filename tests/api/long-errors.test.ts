import { expect, test } from 'vitest';
import { serve } from './live-server.ts';

const LONG = 'x'.repeat(300_000);
const fields = (count: number): Record<string, number> =>
  Object.fromEntries(Array.from({ length: count }, (_, number) => [`no${number}`, number]));

const STATEMENTS = 'query ($given: StatementFilter) { statements(first: 1, filter: $given) { totalCount } }';

test.each<[string, string, unknown]>([
  ['a filter with many fields that are none, and a long text', STATEMENTS, { text: LONG, ...fields(60) }],
  [
    'a filter with as many long texts',
    STATEMENTS,
    { or: Array.from({ length: 20 }, () => ({ text: LONG.slice(0, 10_000), no: 1 })) },
  ],
  [
    'an article with a field that is none',
    'query ($given: ArticleInput!) { extract(input: $given) { people { name } } }',
    { text: LONG, ...fields(60) },
  ],
  [
    'an article that may not be written',
    'mutation ($given: ArticleInput!) { ingestArticle(input: $given) { status } }',
    { text: LONG, ...fields(60) },
  ],
  [
    'a day that is none',
    'query ($given: DateRange) { statistics { articlesByDay(range: $given) { count } } }',
    { from: LONG },
  ],
  ['a number that is none', 'query ($given: Int) { articles(first: $given) { totalCount } }', LONG],
  ['a name that nothing has', `query ($given: Int) { articles(first: $given) { ${'a'.repeat(200)} } }`, 1],
  [
    'a number in the document',
    `query ($given: Int) { articles(first: $given) { totalCount }
      b: articles(first: ${'9'.repeat(300_000)}) { totalCount } }`,
    1,
  ],
])('%s gets a short answer', async (_name, query, given) => {
  const { ask, url } = await serve({ mostBytes: 1_000_000 });
  const { status, text, body } = await ask(query, { given });
  expect(status).toBe(400);
  expect(text.length).toBeLessThan(20_000);
  for (const { message } of body.errors) expect(message.length).toBeLessThan(1_010);
  const stream = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({
      query: query
        .replace(/^\w+/, 'subscription')
        .replace(/\{.*/, '{ articleIngested { statements(first: 1, filter: $given) { totalCount } } }'),
      variables: { given },
    }),
  });
  expect((await stream.text()).length).toBeLessThan(20_000);
});

test('a short message is told as it is, and of a long one its beginning and its end', async () => {
  const { ask } = await serve({ mostBytes: 1_000_000 });
  const query = 'query ($given: DateRange) { statistics { articlesByDay(range: $given) { count } } }';
  expect((await ask(query, { given: { from: 'x'.repeat(200) } })).body.errors[0].message).toContain('x'.repeat(200));
  expect((await ask(query, { given: { from: LONG } })).body.errors[0].message).toMatch(
    /^Variable "\$given" got invalid value "x+ … x+" at "given.from"; .*Date must be a day/,
  );
});

test.each<[string, unknown]>([
  ['lists', Array.from({ length: 10_001 }, () => [])],
  ['objects in a list', { or: Array.from({ length: 10_001 }, () => ({})) }],
  ['lists in lists', Array.from({ length: 101 }, () => Array.from({ length: 100 }, () => 1))],
  ['fields', fields(10_001)],
])('variables with too many %s are refused, whatever is asked, and however often', async (_name, given) => {
  const { ask } = await serve();
  for (const query of [STATEMENTS, '{ articles(first: 1) { totalCount } }', '{ articles(first: 1) { totalCount } }']) {
    const { status, body } = await ask(query, { given });
    expect([status, body.errors]).toEqual([
      400,
      [{ message: 'The variables hold more than 10000 values.', extensions: { code: 'BAD_USER_INPUT' } }],
    ]);
  }
  expect(
    (await ask('{ articles(first: 1) { totalCount } }', { given: Array.from({ length: 9_000 }, () => 1) })).status,
  ).toBe(200);
});
