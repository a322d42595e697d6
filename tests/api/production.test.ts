import { expect, test } from 'vitest';
import { serve } from './live-server.ts';

const JSON_BODY = { 'content-type': 'application/json' };
const QUERY = '{ statistics { articles } }';

interface Refused {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly status: number;
  readonly code: string;
  readonly message: RegExp;
}

const post = (value: unknown): Pick<Refused, 'method' | 'headers' | 'body'> => ({
  method: 'POST',
  headers: JSON_BODY,
  body: JSON.stringify(value),
});

test.each<readonly [string, Refused]>([
  [
    'introspection',
    {
      ...post({ query: '{ __schema { types { name } } }' }),
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: /^Introspection is off in production/,
    },
  ],
  [
    'introspection of one type',
    {
      ...post({ query: '{ __type(name: "Query") { name } }' }),
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: /^Introspection is off in production/,
    },
  ],
  [
    'a field that nearly is one',
    {
      ...post({ query: '{ artcles { totalCount } }' }),
      status: 400,
      code: 'GRAPHQL_VALIDATION_FAILED',
      message: /^Cannot query field "artcles" on type "Query"\.$/,
    },
  ],
  [
    'a variable that nearly is a value',
    {
      ...post({
        query: 'query($by: ArticleOrder) { articles(orderBy: $by) { totalCount } }',
        variables: { by: { field: 'PUBLISHD_AT' } },
      }),
      status: 400,
      code: 'BAD_USER_INPUT',
      message: /"PUBLISHD_AT" does not exist in "ArticleOrderField" enum\.$/,
    },
  ],
  ['a batch', { ...post([{ query: QUERY }, { query: QUERY }]), status: 400, code: 'BAD_REQUEST', message: /batching/ }],
  ['an empty batch', { ...post([]), status: 400, code: 'BAD_REQUEST', message: /batching/ }],
  [
    'a body that is too large',
    {
      ...post({ query: QUERY, extensions: { padding: 'a'.repeat(200_000) } }),
      status: 413,
      code: 'TOO_LARGE',
      message: /^The request is larger than 200000 bytes\.$/,
    },
  ],
  [
    'what a form of any site could send',
    {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: JSON.stringify({ query: QUERY }),
      status: 400,
      code: 'BAD_REQUEST',
      message: /CSRF/,
    },
  ],
  [
    'a link of any site',
    { path: `/graphql?query=${encodeURIComponent(QUERY)}`, status: 400, code: 'BAD_REQUEST', message: /CSRF/ },
  ],
  [
    'a mutation by GET',
    {
      path: `/graphql?query=${encodeURIComponent('mutation { undo(decision: "x") { errors { message } } }')}`,
      headers: { 'apollo-require-preflight': '1' },
      status: 405,
      code: 'BAD_REQUEST',
      message: /GET/,
    },
  ],
  [
    'another method',
    {
      method: 'PUT',
      headers: JSON_BODY,
      body: '{}',
      status: 405,
      code: 'BAD_REQUEST',
      message: /^\/graphql does not take PUT\.$/,
    },
  ],
  ['a path that is none', { path: '/graphiql', status: 404, code: 'NOT_FOUND', message: /GraphQL is at \/graphql/ }],
])(
  'in production %s is refused, in one sentence and without details',
  async (_name, { method = 'GET', path = '/graphql', headers = {}, body = null, status, code, message }) => {
    const server = await serve({ isProduction: true });
    const response = await fetch(`${server.url}${path}`, { method, headers, body });
    const text = await response.text();
    expect([response.status, JSON.parse(text).errors[0]]).toEqual([
      status,
      expect.objectContaining({ message: expect.stringMatching(message), extensions: { code } }),
    ]);
    expect(text).not.toMatch(/Did you mean|node_modules|stacktrace|\.js\b|\.ts\b/);
    if (status === 405 && method !== 'GET') expect(response.headers.get('allow')).toBe('GET, POST, OPTIONS');
  },
);

test('every answer tells browsers what it is not, and none is kept on the way', async () => {
  const server = await serve({ isProduction: true });
  const answers = await Promise.all([
    fetch(`${server.url}/graphql`, { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ query: QUERY }) }),
    fetch(`${server.url}/graphql`, { method: 'POST', headers: JSON_BODY, body: '{' }),
    fetch(`${server.url}/healthz`),
    fetch(`${server.url}/nothing`),
  ]);
  for (const { headers } of answers)
    expect(Object.fromEntries(headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  expect(answers.map(({ headers }) => headers.get('cache-control'))).toEqual(['no-store', 'no-store', null, null]);
});

test('browsers read answers where they may ask from, and nowhere else', async () => {
  const server = await serve({ isProduction: true, corsOrigins: ['https://news.example'] });
  const allowed: (string | null)[] = [];
  for (const origin of ['https://news.example', 'https://news.example.evil.example', 'http://news.example', 'null']) {
    const { headers } = await server.ask(QUERY, {}, { origin });
    allowed.push(headers.get('access-control-allow-origin'));
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  }
  expect(allowed).toEqual(['https://news.example', null, null, null]);
});
