import Fastify, { type FastifyRequest } from 'fastify';
import { execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ArticleFeed } from '../../src/api/article-feed.ts';
import { Batches, type Context } from '../../src/api/context.ts';
import { loadSchema } from '../../src/api/schema.ts';
import { type RunnerOptions, SubscriptionRunner } from '../../src/api/subscription-runner.ts';
import { Turns } from '../../src/api/turns.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore, type Store } from '../../src/store/store.ts';

const TITLES = 'subscription { articleIngested { title } }';
const PEOPLE = 'subscription People($first: Int!) { articleIngested { people(first: $first) { totalCount } } }';

const schema = loadSchema();
let store: Store;
let feed: ArticleFeed;
let request: FastifyRequest;
beforeEach(async () => {
  store = openStore({ path: ':memory:' });
  feed = new ArticleFeed(store.arrivals, 1_000_000);
  const app = Fastify();
  app.get('/', async (asked) => {
    request = asked;
    return '';
  });
  await app.inject('/');
});
afterEach(async () => {
  await feed.close();
  store.close();
});

/** Reads an article in, and tells the listeners; its id. */
function add(title: string): string {
  const { id } = ingest(store, {
    text: `${title}, said Ida Krog.`,
    title,
    url: null,
    publisher: null,
    authors: [],
    publishedAt: null,
    language: 'en',
  });
  feed.wake();
  return id;
}

const contextOf = (): Context => ({ store, writer: null, permission: 'OFF', batches: new Batches() });

function makeRunner(options: Partial<RunnerOptions> = {}): SubscriptionRunner {
  const nothing = (): void => {};
  return new SubscriptionRunner(
    {
      schema,
      contextOf,
      formatError: (formatted) => formatted,
      validationRules: [],
      mostTokens: 1_000,
      mostErrors: 20,
      checkOperation: nothing,
      isProduction: false,
      meter: { opened: nothing, closed: nothing, refused: nothing, answered: nothing },
      ...options,
    },
    feed,
    new Turns(),
  );
}

type Answers = AsyncIterableIterator<ExecutionResult>;

async function listen(
  runner: SubscriptionRunner,
  query = TITLES,
  variables: Record<string, unknown> = {},
): Promise<Answers> {
  const args = runner.prepare('websocket', { query, variables }, request);
  if (Array.isArray(args)) throw args[0];
  const answers = await runner.run('websocket', args, request, () => {});
  if (!(Symbol.asyncIterator in answers)) throw answers.errors?.[0];
  return answers;
}

const listenAll = (
  runner: SubscriptionRunner,
  count: number,
  query = TITLES,
  variables: Record<string, unknown> = {},
): Promise<Answers[]> => Promise.all(Array.from({ length: count }, () => listen(runner, query, variables)));

const titled = (title: string): object => ({ value: { data: { articleIngested: { title } } } });

test('an article is answered once for all who ask for the same, and in turn for those who ask for more', async () => {
  const executed: string[] = [];
  let running = 0;
  const runner = makeRunner({
    execute: async (args: ExecutionArgs) => {
      executed.push(`${args.operationName ?? 'anonymous'} ${JSON.stringify(args.variableValues)}`);
      running += 1;
      expect(running).toBe(1);
      await new Promise(setImmediate);
      running -= 1;
      return execute({ ...args, contextValue: contextOf() });
    },
  });
  const looks = vi.spyOn(store.arrivals, 'next');
  const same = await listenAll(runner, 100);
  const other = [
    ...(await listenAll(runner, 20, PEOPLE, { first: 1 })),
    ...(await listenAll(runner, 20, PEOPLE, { first: 2 })),
  ];
  for (const title of ['One', 'Two']) {
    const waiting = [...same, ...other].map((answers) => answers.next());
    looks.mockClear();
    add(title);
    const found = await Promise.all(waiting);
    expect(looks).toHaveBeenCalledTimes(1);
    expect(new Set(found.slice(0, 100).map(({ value }) => JSON.stringify(value)))).toEqual(
      new Set([`{"data":{"articleIngested":{"title":"${title}"}}}`]),
    );
    expect(executed.splice(0)).toEqual(['anonymous {}', 'People {"first":1}', 'People {"first":2}']);
  }
});

test('those who come late to an article are given the answer that is there, until something is written', async () => {
  const ran = vi.fn(async (args: ExecutionArgs) => execute({ ...args, contextValue: contextOf() }));
  const runner = makeRunner({ execute: ran });
  const listeners = await listenAll(runner, 30);
  add('One');
  for (const answers of listeners.slice(0, 20)) expect(await answers.next()).toMatchObject(titled('One'));
  expect(ran).toHaveBeenCalledTimes(1);
  add('Two');
  for (const answers of listeners.slice(20)) expect(await answers.next()).toMatchObject(titled('One'));
  expect(ran).toHaveBeenCalledTimes(2);
});

test('who is slow misses nothing but what is gone when it looks', async () => {
  const runner = makeRunner();
  const [quick, slow] = [await listen(runner), await listen(runner)];
  add('One');
  expect(await quick.next()).toMatchObject(titled('One'));
  const gone = add('Two');
  expect(await quick.next()).toMatchObject(titled('Two'));
  store.deleteArticle(gone);
  add('Three');
  expect(await quick.next()).toMatchObject(titled('Three'));
  for (const title of ['One', 'Three']) expect(await slow.next()).toMatchObject(titled(title));
});

test('what an answer has to itself, its time too, begins with its execution', async () => {
  const began = vi.fn(contextOf);
  const runner = makeRunner({ contextOf: began });
  const waiting = [await listen(runner), await listen(runner, PEOPLE, { first: 1 })].map((answers) => answers.next());
  add('One');
  expect(began).not.toHaveBeenCalled();
  await Promise.race(waiting);
  expect(began).toHaveBeenCalledTimes(1);
  await Promise.all(waiting);
  expect(began).toHaveBeenCalledTimes(2);
});

test('an answer that fails fails for all who wait for it, and the next is tried', async () => {
  let fails = true;
  const runner = makeRunner({
    execute: async (args) => {
      if (fails) throw new Error('broken');
      return execute({ ...args, contextValue: contextOf() });
    },
  });
  const waiting = (await listenAll(runner, 3)).map((answers) => answers.next());
  add('One');
  for (const outcome of await Promise.allSettled(waiting))
    expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'broken' } });
  fails = false;
  const later = await listen(runner);
  add('Two');
  expect(await later.next()).toMatchObject(titled('Two'));
});
