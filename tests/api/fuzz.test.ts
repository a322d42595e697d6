import { Agent } from 'node:http';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createServer } from '../../src/api/server.ts';
import { ingest } from '../../src/ingest.ts';
import { openGraph } from '../graphs.ts';
import { readFixtures } from './articles.ts';
import { TOKEN } from './live-server.ts';
import { type Got, type Sent, sendRaw } from './raw-requests.ts';
import { anyText, DOCUMENT, filterOf, headerValue, mangled } from './fuzz-inputs.ts';

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

const send = (sent: Sent): Promise<Got> => sendRaw(agent, port, sent);

/** Any answer is JSON with data or errors, blames the request alone, and comes from a server that goes on. */
function expectSound({ status, text }: Got): void {
  const answer: unknown = JSON.parse(text);
  expect(answer).toSatisfy((value: object) => 'data' in value || 'errors' in value);
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
  expect(text).not.toContain('INTERNAL_SERVER_ERROR');
}

const ask = (query: unknown, variables?: unknown): Promise<Got> => send({ body: JSON.stringify({ query, variables }) });

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
        const query = `mutation($input: ArticleInput!) { ingestArticle(input: $input) { status article { id title }
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
