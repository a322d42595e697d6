import { onTestFinished, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { createClient } from 'graphql-ws';
import { SCALARS } from '../../src/api/scalars.ts';
import { RESOLVERS } from '../../src/api/schema.ts';
import { parseArticles } from '../../src/article/formats.ts';
import { openStore } from '../../src/store/store.ts';
import { serve, type LiveServer } from './live-server.ts';

/** What only the engine and libraries would say. */
const INSIDE =
  /call stack|Cannot read prop|undefined|SQLITE|UNIQUE constraint|Unexpected token|is not a function|secret-inside/;

const THROWN: readonly (readonly [string, Error])[] = [
  ['an error of the engine', new TypeError("Cannot read properties of undefined (reading 'secret-inside')")],
  ['an overflow of the stack', new RangeError('Maximum call stack size exceeded')],
  [
    'an error of the database',
    Object.assign(new Error('UNIQUE constraint failed: secret-inside'), { code: 'SQLITE_CONSTRAINT' }),
  ],
  ['what a parser of JSON says', new SyntaxError('Unexpected token s in JSON: secret-inside')],
];

/** Puts something else in place of a property until the test ends. */
function replace(target: object, name: string, value: unknown): void {
  const before: unknown = Reflect.get(target, name);
  Reflect.set(target, name, value);
  onTestFinished(() => void Reflect.set(target, name, before));
}

const scalar = (name: string): object => SCALARS.find((each) => each.name === name) ?? {};

async function serveAnArticle(): Promise<LiveServer> {
  const server = await serve();
  const { body } = await server.ask(
    'mutation { ingestArticle(input: { text: "Ida Krog left.", publishedAt: "2024-05-01" }) { status } }',
    {},
    server.granted,
  );
  expect(body.data.ingestArticle.status).toBe('CREATED');
  return server;
}

/** What a subscription over a socket is answered with. */
async function subscribe(
  { url }: LiveServer,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<unknown> {
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
  });
  onTestFinished(() => client.dispose());
  return client
    .iterate({ query, variables })
    .next()
    .catch((thrown: unknown) => thrown);
}

test.each(THROWN)('%s in the reading of a variable is masked', async (_name, error) => {
  replace(scalar('Date'), 'parseValue', () => {
    throw error;
  });
  const server = await serveAnArticle();
  const { text, body } = await server.ask(
    'query($day: Date) { articles(filter: { publishedAt: { from: $day } }) { totalCount } }',
    { day: '2024-01-01' },
  );
  expect(body.errors).toHaveLength(1);
  expect(text).not.toMatch(INSIDE);
  const filtered = `subscription($day: Date) { articleIngested { statements(filter: { publishedAt: { from: $day } }) {
      totalCount } } }`;
  expect(JSON.stringify(await subscribe(server, filtered, { day: '2024-01-01' }))).not.toMatch(INSIDE);
});

test.each(THROWN)('%s in the reading of a document is masked', async (_name, error) => {
  replace(scalar('Date'), 'parseLiteral', () => {
    throw error;
  });
  const server = await serveAnArticle();
  const { text, body } = await server.ask(
    '{ articles(filter: { publishedAt: { from: "2024-01-01" } }) { totalCount } }',
  );
  expect(body.errors).toHaveLength(1);
  expect(text).not.toMatch(INSIDE);
  const filtered =
    'subscription { articleIngested { statements(filter: { publishedAt: { from: "2024-01-01" } }) { totalCount } } }';
  expect(JSON.stringify(await subscribe(server, filtered))).not.toMatch(INSIDE);
});

test.each(THROWN)('%s in the writing of a value is masked', async (_name, error) => {
  replace(scalar('DateTime'), 'serialize', () => {
    throw error;
  });
  const server = await serveAnArticle();
  const { text, body } = await server.ask('{ articles { nodes { ingestedAt } } }');
  expect(body.errors?.length ?? 0).toBeLessThanOrEqual(1);
  expect(text).not.toMatch(INSIDE);
});

test.each(THROWN)('%s in a resolver is masked', async (_name, error) => {
  replace(RESOLVERS['Query'] ?? {}, 'extract', () => {
    throw error;
  });
  const { body, text } = await (await serve()).ask(
    '{ extract(input: { text: "Ida Krog left." }) { people { name } } }',
  );
  expect(body.errors).toEqual([
    expect.objectContaining({
      message: 'Something went wrong on the server.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference: expect.any(String) },
    }),
  ]);
  expect(text).not.toMatch(INSIDE);
});

test.each(THROWN)('%s in a write is masked, and no error of the user', async (_name, error) => {
  const store = openStore({ path: ':memory:' });
  const fail = (): never => {
    throw error;
  };
  for (const name of ['deleteArticle', 'mergeActors', 'renameActor', 'undo']) replace(store, name, fail);
  const server = await serve({ store, writer: { ingest: fail, store } });
  for (const mutation of [
    'ingestArticle(input: { text: "Ida Krog left." }) { errors { message } }',
    'deleteArticle(id: "art_AAAAAAAAAAAAAAAA") { errors { message } }',
    'mergeActors(from: "per_AAAAAAAAAAAAAAAA", into: "per_BBBBBBBBBBBBBBBB") { errors { message } }',
    'renameActor(id: "per_AAAAAAAAAAAAAAAA", name: "Ida Krog") { errors { message } }',
    'undo(decision: "dec_1") { errors { message } }',
  ]) {
    const { body, text } = await server.ask(`mutation { ${mutation} }`, {}, server.granted);
    expect(body.errors).toEqual([expect.objectContaining({ message: 'Something went wrong on the server.' })]);
    expect(text).not.toMatch(INSIDE);
  }
});

/** Something within something so many times. */
const nest = (open: string, close: string, depth: number, inner = ''): string =>
  `${open.repeat(depth)}${inner}${close.repeat(depth)}`;

test.each([
  ['a list that never ends', `{ a(b: ${'['.repeat(3_900)}`],
  ['an object that never ends', `{ a(b: ${'{a:'.repeat(1_300)}`],
  ['fields that never end', '{a'.repeat(1_900)],
  ['a type that never ends', `query($a: ${'['.repeat(3_900)}`],
  ['fragments that never end', `{${'...{'.repeat(1_900)}`],
  ['a list', `{ articles(first: ${nest('[', ']', 1_900)}) { totalCount } }`],
  ['an object', `{ articles(filter: ${nest('{not:', '}', 900, '{}')}) { totalCount } }`],
  ['fields', nest('{articles', '}', 1_300, '{totalCount}')],
  ['a type', `query($a: ${nest('[', ']', 1_900, 'Int')}) { __typename }`],
  ['fragments', `{${nest('...{', '}', 900, '__typename')}}`],
])('what may be too deep for the stack is never answered in words of the engine: %s', async (_name, query) => {
  const server = await serve();
  const { text, status } = await server.ask(query);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(INSIDE);
  expect(JSON.stringify(await subscribe(server, query.replace(/^\{/, 'subscription {')))).not.toMatch(INSIDE);
});

test.each([
  ['lists', `a: ${'['.repeat(9_000)}`],
  ['maps', `${'{a: '.repeat(9_000)}`],
  ['items', `${'- '.repeat(9_000)}x`],
  ['keys', `${'? '.repeat(9_000)}x`],
  ['a tag that cannot be', 'a: !t%ZZ x'],
  ['an alias', 'a: *b'],
])('front matter that the parser breaks at is refused in words of ours: %s', (_name, yaml) => {
  expect(() => parseArticles(new TextEncoder().encode(`---\n${yaml}\n---\nIda Krog left.`), 1_000_000)).toThrow(
    /^broken front matter: (?!.*(?:stack|URI|undefined))/,
  );
});
