import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createServer } from '../../src/api/server.ts';
import { ingest } from '../../src/ingest.ts';
import { openGraph } from '../graphs.ts';
import { readFixtures } from './articles.ts';
import { TOKEN } from './live-server.ts';

/** Runs of each property; more with FUZZ_RUNS, to look for what is rare. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 120);

const store = openGraph(readFixtures().slice(0, 2));
const agent = new Agent({ keepAlive: true });
let close = async (): Promise<void> => {};
let port = 0;

beforeAll(async () => {
  const writer = { ingest: (article: Parameters<typeof ingest>[1]) => ingest(store, article), store };
  const app = await createServer({
    store,
    writer,
    token: TOKEN,
    corsOrigins: true,
    isProduction: true,
    mostBytes: 200_000,
    logs: false,
    proxies: 1,
  });
  port = Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);
  close = () => app.close();
});

afterAll(async () => {
  agent.destroy();
  await close();
  store.close();
});

interface Sent {
  readonly method?: string;
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Sends what fetch would not: any header, any body. */
function send({ method = 'POST', search = '', headers = {}, body = '' }: Sent): Promise<Got> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        agent,
        host: '127.0.0.1',
        port,
        path: `/graphql${search}`,
        method,
        headers: { 'content-type': 'application/json', ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Any answer is JSON with data or errors, blames the request alone, and comes from a server that goes on. */
function expectSound({ status, text }: Got): void {
  const answer: unknown = JSON.parse(text);
  expect(answer).toSatisfy((value: object) => 'data' in value || 'errors' in value);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  expect(text).not.toContain('INTERNAL_SERVER_ERROR');
}

const ask = (query: unknown, variables?: unknown): Promise<Got> => send({ body: JSON.stringify({ query, variables }) });

const DOCUMENT = `query Q($first: Int = 2, $after: String, $ids: [ID!]!, $filter: StatementFilter, $words: String!)
  @skip(if: false) {
  nodes(ids: $ids) { __typename id ... on Person { name positions { title } } ...said }
  statements(first: $first, after: $after, filter: $filter, orderBy: { field: PUBLISHED_AT, direction: DESC }) {
    edges { cursor node { ...said } } pageInfo { endCursor } totalCount }
  search(query: $words, types: [ARTICLE, STATEMENT]) { edges { snippet score } }
    person(name: "Shoigu") { events(last: 2) { nodes { type date { start } } } }
}
fragment said on Statement { text act confidence speakers { name ... on Actor { aliases } } evidence { start end } }`;
const TOKENS = DOCUMENT.match(/[\w.$@!]+|\S/g) ?? [];

/** A document with some of its tokens taken out, doubled, swapped or replaced by anything. */
const mangled = fc
  .array(
    fc.tuple(
      fc.nat(TOKENS.length - 1),
      fc.oneof(
        fc.constantFrom(
          '',
          '{',
          '}',
          '...',
          '(',
          ')',
          '$x',
          '"',
          '"""',
          '#',
          '@include',
          ': 99999999999',
          '[',
          'null',
          '-1',
          'fragment f on Actor { ...f }',
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((changes) => {
    const tokens = [...TOKENS];
    for (const [place, replacement] of changes) tokens[place] = replacement;
    return tokens.join(' ');
  });

const anyText = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 50 }));

/** A filter that the schema takes, nested so deep, with anything in its texts. */
function filterOf(depth: number): fc.Arbitrary<object> {
  const inner = depth === 0 ? fc.constant({}) : fc.constant(null).chain(() => filterOf(depth - 1));
  return fc.record(
    {
      and: fc.array(inner, { maxLength: 2 }),
      or: fc.array(inner, { maxLength: 2 }),
      not: inner,
      speaker: anyText,
      kind: fc.subarray(['DIRECT', 'INDIRECT', 'MIXED']),
      text: anyText,
      publishedAt: fc.record(
        {
          from: fc.constantFrom('2024-01-01', '0000-01-01', '9999-12-31'),
          to: fc.constantFrom('2024-01-01', '9999-12-31', null),
        },
        { requiredKeys: [] },
      ),
      minConfidence: fc.double({ noNaN: true, noDefaultInfinity: true }),
    },
    { requiredKeys: [] },
  );
}

/** What may stand in a header of HTTP. */
const headerValue = fc.oneof(
  fc.string({
    unit: fc
      .integer({ min: 0x20, max: 0xff })
      .filter((code) => code !== 0x7f)
      .map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.constantFrom(
    '*/*',
    'application/json',
    'text/html',
    '[',
    'a:b:c',
    '://',
    '1',
    `Bearer ${TOKEN}`,
    'multipart/mixed',
    'gzip;q=x',
  ),
);

const check = (property: fc.IAsyncProperty<readonly unknown[]>): Promise<void> =>
  fc.assert(property, { numRuns: RUNS });

test('any bytes as a body, of any type', () =>
  check(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }),
        anyText,
        fc.json(),
        fc.json().map((text) => text.slice(1)),
      ),
      fc.constantFrom(
        'application/json',
        'application/json; charset=utf-8',
        'application/json; charset=latin1',
        'text/plain',
        'application/graphql',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'x',
        '',
      ),
      async (body, type) => expectSound(await send({ body, headers: { 'content-type': type } })),
    ),
  ));

test('any JSON in the place of query, variables, operation name and extensions', () =>
  check(
    fc.asyncProperty(
      fc.record(
        {
          query: fc.oneof(fc.constant(DOCUMENT), fc.jsonValue()),
          variables: fc.jsonValue(),
          operationName: fc.jsonValue(),
          extensions: fc.oneof(
            fc.jsonValue(),
            fc.record({
              persistedQuery: fc.oneof(
                fc.jsonValue(),
                fc.record({ version: fc.jsonValue(), sha256Hash: fc.jsonValue() }),
              ),
            }),
          ),
        },
        { requiredKeys: [] },
      ),
      async (body) => expectSound(await send({ body: JSON.stringify(body) })),
    ),
  ));

test('mangled documents', () =>
  check(fc.asyncProperty(mangled, async (document) => expectSound(await ask(document, { ids: [], words: 'x' })))));

test('variables of any shape', () =>
  check(
    fc.asyncProperty(
      fc.record({
        first: fc.oneof(fc.integer(), fc.double(), fc.jsonValue()),
        after: fc.oneof(anyText, fc.jsonValue()),
        ids: fc.oneof(fc.array(anyText, { maxLength: 5 }), fc.jsonValue()),
        filter: fc.oneof(filterOf(3), fc.jsonValue()),
        words: fc.oneof(anyText, fc.jsonValue()),
      }),
      async (variables) => expectSound(await ask(DOCUMENT, variables)),
    ),
  ));

test('ids that look like ids, and cursors that look like cursors', async () => {
  const list = 'query($after: String) { statements(first: 1, after: $after) { edges { cursor } } }';
  const given: unknown = JSON.parse((await ask(list)).text);
  const cursor = /"cursor":"([^"]+)"/.exec(JSON.stringify(given))?.[1] ?? '';
  const [order] = z.array(z.unknown()).parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()));
  const key = fc.oneof(fc.jsonValue(), anyText, fc.double(), fc.constantFrom('1e999', null));
  await check(
    fc.asyncProperty(
      fc
        .array(key, { maxLength: 5 })
        .map((keys) => Buffer.from(JSON.stringify([order, ...keys])).toString('base64url')),
      fc
        .tuple(
          fc.constantFrom('art', 'per', 'org', 'plc', 'stm', 'evt', 'ent', 'pos', 'constructor', '__proto__'),
          fc.base64String({ minLength: 16, maxLength: 16 }),
        )
        .map(([prefix, rest]) => `${prefix}_${rest}`),
      async (after, id) => {
        expectSound(await ask(list, { after }));
        expectSound(
          await ask(
            `query($id: ID!) { node(id: $id) { id } person(id: $id) { id }
              events(filter: { participant: $id }) { totalCount } }`,
            { id },
          ),
        );
      },
    ),
  );
});

test('anything searched for', () =>
  check(
    fc.asyncProperty(anyText, async (words) =>
      expectSound(
        await ask(
          `query($words: String!) { search(query: $words) { totalCount edges { snippet } }
            people(filter: { text: $words }) { totalCount } articles(filter: { text: $words, publisher: $words }) {
            totalCount } }`,
          { words },
        ),
      ),
    ),
  ));

test('any article, written and taken out again', () =>
  check(
    fc.asyncProperty(
      fc.record(
        {
          text: anyText,
          title: anyText,
          url: fc.oneof(fc.webUrl(), anyText),
          publisher: anyText,
          authors: fc.array(anyText, { maxLength: 2 }),
          publishedAt: fc.oneof(
            anyText,
            fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
          ),
          language: anyText,
        },
        { requiredKeys: ['text'] },
      ),
      async (input) => {
        const headers = { authorization: `Bearer ${TOKEN}` };
        const query =
          `mutation($input: ArticleInput!) { ingestArticle(input: $input) { status article { id title }
            errors { message } } }`;
        const written = await send({ headers, body: JSON.stringify({ query, variables: { input } }) });
        expectSound(written);
        const id = /"id":"([^"]+)"/.exec(written.text)?.[1];
        if (id !== undefined)
          expectSound(
            await send({
              headers,
              body: JSON.stringify({
                query: 'mutation($id: ID!) { deleteArticle(id: $id) { deletedId } }',
                variables: { id },
              }),
            }),
          );
      },
    ),
  ));

test('any headers, any query string, any method', () =>
  check(
    fc.asyncProperty(
      fc.constantFrom('GET', 'POST', 'OPTIONS'),
      fc.dictionary(
        fc.constantFrom(
          'host',
          'authorization',
          'accept',
          'accept-encoding',
          'origin',
          'x-request-id',
          'x-dateline-cost',
          'x-forwarded-for',
          'x-forwarded-host',
          'x-forwarded-proto',
          'apollo-require-preflight',
          'access-control-request-method',
          'content-type',
          'if-none-match',
          'range',
        ),
        headerValue,
      ),
      fc.oneof(
        fc.constant(''),
        fc
          .dictionary(fc.constantFrom('query', 'variables', 'extensions', 'operationName', '__proto__'), anyText)
          .map((given) => `?${new URLSearchParams(given)}`),
        fc.constantFrom('?query=%', '?query=%ff', '?variables={', '?query={__typename}&query={__typename}'),
      ),
      async (method, headers, search) => {
        const got = await send({
          method,
          headers,
          search,
          body: method === 'POST' ? '{"query":"{ __typename }"}' : '',
        });
        if (method === 'OPTIONS') expect(got.status).toBeLessThan(500);
        else expectSound(got);
      },
    ),
  ));

test('anything asked for as a stream of events ends as one, or is refused', () =>
  check(
    fc.asyncProperty(
      fc.oneof(mangled, anyText, fc.jsonValue()),
      fc.jsonValue(),
      fc.boolean(),
      async (query, variables, isGet) => {
        const search = isGet
          ? `?${new URLSearchParams({ query: String(query), variables: JSON.stringify(variables) })}`
          : '';
        const { status, text } = await send({
          method: isGet ? 'GET' : 'POST',
          search,
          headers: { accept: 'text/event-stream' },
          body: isGet ? '' : JSON.stringify({ query, variables }),
        });
        expect([200, 400]).toContain(status);
        expect(text).toMatch(
          status === 200
            ? /^:\n\nevent: next\ndata: \{"errors":\[.*\]\}\n\nevent: complete\ndata:\n\n$/
            : /^\{"errors":\[/,
        );
        expect(text).not.toContain('INTERNAL_SERVER_ERROR');
      },
    ),
  ));
