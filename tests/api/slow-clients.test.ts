import { connect } from 'node:net';
import Fastify, { type FastifyInstance } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { onTestFinished, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { Batches, type Writer } from '../../src/api/context.ts';
import { Turns } from '../../src/api/turns.ts';
import { loadSchema } from '../../src/api/schema.ts';
import { openSubscriptions, type SubscriptionOptions } from '../../src/api/subscriptions.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore } from '../../src/store/store.ts';

/** More than what lies between a server and a client takes. */
const LONG = 'x'.repeat(12_000_000);

interface Served {
  readonly app: FastifyInstance;
  readonly port: number;
  /** The names of the operations that were executed, one for each article. */
  readonly executed: string[];
  /** How many subscriptions have ended. */
  readonly ended: () => number;
  readonly add: (title: string) => void;
}

/** A server of nothing but subscriptions, which answers each with a long text. */
async function serve(options: Partial<SubscriptionOptions>): Promise<Served> {
  const store = openStore({ path: ':memory:' });
  const app = Fastify();
  const executed: string[] = [];
  let ended = 0;
  const nothing = (): void => {};
  const end = (): void => {
    ended += 1;
  };
  const {
    watch,
    wake: _wake,
    ...route
  } = await openSubscriptions(app, {
    store,
    corsOrigins: true,
    limiter: null,
    turns: new Turns(),
    schema: loadSchema(),
    contextOf: () => ({ store, writer: null, permission: 'OFF', batches: new Batches() }),
    formatError: (formatted) => formatted,
    validationRules: [],
    mostTokens: 1_000,
    mostErrors: 20,
    checkOperation: nothing,
    isProduction: false,
    meter: { opened: nothing, closed: end, refused: nothing, answered: nothing },
    execute: async ({ operationName }): Promise<ExecutionResult> => {
      executed.push(operationName ?? '');
      return { data: { articleIngested: { title: LONG } } };
    },
    ...options,
  });
  const writer: Writer = watch({ store, ingest: (article) => ingest(store, article) });
  app.get('/graphql', { ...route, handler: async () => '' });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  onTestFinished(async () => {
    await app.close();
    store.close();
  });
  const add = (title: string): void =>
    void writer.ingest({
      text: `${title}, said Ida Krog.`,
      title,
      url: null,
      publisher: null,
      authors: [],
      publishedAt: null,
      language: 'en',
    });
  return { app, port: Number(new URL(url).port), executed, ended: () => ended, add };
}

/** A greeted connection, and how many answers it has had. */
async function open({
  port,
}: Served): Promise<{ socket: WebSocket; answers: () => number; subscribe: (name: string) => Promise<void> }> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  onTestFinished(() => socket.terminate());
  let answers = 0;
  const hear = (type: string): Promise<void> =>
    new Promise((resolve) => {
      const listen = (data: unknown): void => {
        if (!String(data).includes(`"type":"${type}"`)) return;
        socket.off('message', listen);
        resolve();
      };
      socket.on('message', listen);
    });
  socket.on('message', (data) => {
    if (String(data).includes('"next"')) answers += 1;
  });
  await new Promise((resolve) => socket.once('open', resolve));
  const greeted = hear('connection_ack');
  socket.send('{"type":"connection_init"}');
  await greeted;
  const subscribe = async (name: string): Promise<void> => {
    const listens = hear('pong');
    socket.send(
      JSON.stringify({
        id: name,
        type: 'subscribe',
        payload: { query: `subscription ${name} { articleIngested { title } }` },
      }),
    );
    socket.send('{"type":"ping"}');
    await listens;
  };
  return { socket, answers: () => answers, subscribe };
}

test('who connects and does not greet is cut off', async () => {
  const { port } = await serve({ greeting: 30 });
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws');
  expect(await new Promise((resolve) => socket.once('close', resolve))).toBe(4408);
});

test('for a client that does not read nothing is found out, and it misses nothing when it does', async () => {
  const server = await serve({});
  const [quick, slow] = [await open(server), await open(server)];
  await quick.subscribe('Quick');
  await slow.subscribe('Slow');
  slow.socket.pause();
  for (let number = 1; number <= 4; number += 1) {
    server.add(`Article ${number}`);
    await expect.poll(quick.answers).toBe(number);
  }
  expect(server.executed.filter((name) => name === 'Quick')).toHaveLength(4);
  expect(server.executed.filter((name) => name === 'Slow')).toHaveLength(1);
  slow.socket.resume();
  await expect.poll(slow.answers, { timeout: 10_000 }).toBe(4);
});

test('a socket that is not read is cut off, and its subscriptions end', async () => {
  const server = await serve({ heartbeat: 100 });
  const { socket, subscribe } = await open(server);
  await subscribe('Slow');
  socket.pause();
  server.add('News');
  await expect.poll(() => [server.app.websocketServer.clients.size, server.ended()]).toEqual([0, 1]);
});

test('a stream that is not read is cut off, and its subscription ends', async () => {
  const server = await serve({ heartbeat: 100 });
  const query = new URLSearchParams({ query: 'subscription { articleIngested { title } }' });
  const socket = connect(server.port, '127.0.0.1', () =>
    socket.write(`GET /graphql?${query} HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n`),
  );
  onTestFinished(() => void socket.destroy());
  await new Promise((resolve) => socket.once('data', resolve));
  socket.pause();
  server.add('News');
  await expect.poll(server.ended).toBe(1);
});

test('of a client that asks and does not read, no more is taken than it has been answered', async () => {
  const server = await serve({});
  const { socket } = await open(server);
  socket.pause();
  const ping = JSON.stringify({ type: 'ping', payload: { text: 'x'.repeat(60_000) } });
  for (let number = 0; number < 400; number += 1) socket.send(ping);
  const [peer] = server.app.websocketServer.clients;
  let most = 0;
  await expect
    .poll(() => {
      most = Math.max(most, peer?.bufferedAmount ?? 0);
      return peer?.isPaused === true && most > 262_144;
    })
    .toBe(true);
  for (let turn = 0; turn < 100; turn += 1) {
    await new Promise(setImmediate);
    most = Math.max(most, peer?.bufferedAmount ?? 0);
  }
  expect(most).toBeLessThan(500_000);
  expect(socket.bufferedAmount).toBeGreaterThan(0);
});
