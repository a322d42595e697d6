import { onTestFinished, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serve, type LiveServer } from './live-server.ts';

const NEW_ARTICLES = 'subscription { articleIngested { title } }';
/** As long as a message may be about, with a mistake in every field. */
const NO_FIELDS = Array.from({ length: 2_000 }, (_, number) => `titl${number}`).join(' ');
const WRONG = `subscription { articleIngested { ${NO_FIELDS} } }`;

interface Message {
  readonly type: string;
  readonly id?: string;
  // biome-ignore lint/suspicious/noExplicitAny: payloads have the shape of their type.
  readonly payload?: any;
}

interface Line {
  readonly socket: WebSocket;
  readonly messages: Message[];
  readonly closed: Promise<number>;
  send(message: object): void;
  /** Waits until the server has sent a message that is wanted. */
  heard(isWanted: (message: Message) => boolean): Promise<Message>;
}

/**
 * A connection that speaks the protocol by hand, from an address that a proxy tells; greeted unless it is not to be.
 */
async function connect({ url }: LiveServer, { address = '203.0.113.1', greets = true } = {}): Promise<Line> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { 'x-forwarded-for': address },
  });
  onTestFinished(() => socket.terminate());
  const messages: Message[] = [];
  const waiting = new Set<() => void>();
  socket.on('message', (data) => {
    messages.push(JSON.parse(String(data)));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => socket.once('close', resolve));
  const heard = (isWanted: (message: Message) => boolean): Promise<Message> =>
    new Promise((resolve) => {
      const look = (): void => {
        const found = messages.find(isWanted);
        if (!found) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  const send = (message: object): void => socket.send(JSON.stringify(message));
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  if (greets) {
    send({ type: 'connection_init' });
    await heard(({ type }) => type === 'connection_ack');
  }
  return { socket, messages, closed, send, heard };
}

const subscribe = (id: string, query = NEW_ARTICLES): object => ({ id, type: 'subscribe', payload: { query } });
const codeOf = ({ payload }: Message): string => payload[0].extensions.code;

test('sockets and HTTP share one limit: what asks for a socket, and each subscription, count', async () => {
  const server = await serve({ requestsPerMinute: 5, proxies: 1 });
  const client = { 'x-forwarded-for': '203.0.113.1' };
  const line = await connect(server);
  for (const id of ['1', '2', '3', '4', '5']) line.send(subscribe(id, '{ wrong }'));
  const last = await line.heard(({ id }) => id === '5');
  expect(line.messages.flatMap((message) => (message.type === 'error' ? [codeOf(message)] : []))).toEqual([
    ...Array.from({ length: 4 }, () => 'GRAPHQL_VALIDATION_FAILED'),
    'RATE_LIMITED',
  ]);
  expect(last.payload[0].message).toMatch(/^More than 5 requests a minute\. Try again in \d+ s\.$/);
  expect((await server.ask('{ __typename }', {}, client)).status).toBe(429);
  await expect(connect(server)).rejects.toThrow('429');
  expect((await server.ask('{ __typename }', {}, { 'x-forwarded-for': '203.0.113.2' })).status).toBe(200);
});

test('a client over the limit at HTTP has none left on its socket, and is cut off if it goes on', async () => {
  const server = await serve({ requestsPerMinute: 3, proxies: 1 });
  const line = await connect(server);
  for (let number = 0; number < 3; number += 1)
    await server.ask('{ __typename }', {}, { 'x-forwarded-for': '203.0.113.1' });
  for (let number = 0; number < 100; number += 1) line.send(subscribe(String(number), WRONG));
  expect(await line.closed).toBe(4429);
  const errors = line.messages.filter(({ type }) => type === 'error');
  expect(errors).toHaveLength(10);
  expect(new Set(errors.map(codeOf))).toEqual(new Set(['RATE_LIMITED']));
});

test.each<[string, (line: Line) => void]>([
  ['pings of the protocol', ({ send }) => send({ type: 'ping' })],
  ['pings of WebSocket', ({ socket }) => socket.ping('x')],
  ['pongs', ({ send }) => send({ type: 'pong' })],
  ['ends of subscriptions that are none', ({ send }) => send({ id: 'none', type: 'complete' })],
])('%s without end are cut off, greeting or none', async (_name, send) => {
  const server = await serve({ requestsPerMinute: 10 });
  for (const greets of [false, true]) {
    const line = await connect(server, { greets }).catch(() => null);
    for (let number = 0; number < 500; number += 1) if (line) send(line);
    if (line) expect(await line.closed).toBe(4429);
  }
});

test('some pings a minute are free', async () => {
  const server = await serve({ requestsPerMinute: 1 });
  const line = await connect(server);
  for (let number = 0; number < 15; number += 1) line.send({ type: 'ping' });
  line.send({ type: 'ping', payload: { last: true } });
  expect(await line.heard(({ payload }) => payload?.last === true)).toMatchObject({ type: 'pong' });
});

test('other requests are answered between the messages of a socket', async () => {
  const server = await serve({ mostBytes: 1_000_000 });
  const line = await connect(server);
  for (let number = 0; number < 60; number += 1) line.send(subscribe(String(number), `# ${number}\n${WRONG}`));
  await line.heard(({ id }) => id === '0');
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  expect(line.messages.filter(({ type }) => type === 'error').length).toBeLessThan(60);
  await line.heard(({ id }) => id === '59');
  // So many are looked for, and one tells that there are more.
  expect(new Set(line.messages.flatMap(({ type, payload }) => (type === 'error' ? [payload.length] : [])))).toEqual(
    new Set([21]),
  );
});

test('a client has so many subscriptions over all sockets and streams, and more when some have ended', async () => {
  const server = await serve({ proxies: 1 });
  const lines = [await connect(server), await connect(server), await connect(server)];
  const stream = (address: string): Promise<Response> => {
    const leaving = new AbortController();
    onTestFinished(() => leaving.abort());
    const headers = { 'content-type': 'application/json', accept: 'text/event-stream', 'x-forwarded-for': address };
    return fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query: NEW_ARTICLES }),
      signal: leaving.signal,
    });
  };
  for (const [place, line] of lines.slice(0, 2).entries()) {
    for (let number = 0; number < 10; number += 1) line.send(subscribe(`${place} ${number}`));
    line.send({ type: 'ping' });
    await line.heard(({ type }) => type === 'pong');
  }
  lines[2]?.send(subscribe('more'));
  expect(await lines[2]?.heard(({ id }) => id === 'more')).toMatchObject({
    type: 'error',
    payload: [{ extensions: { code: 'RATE_LIMITED' } }],
  });
  expect((await stream('203.0.113.1')).status).toBe(429);
  expect((await stream('203.0.113.2')).status).toBe(200);
  lines[0]?.socket.terminate();
  await expect.poll(async () => (await stream('203.0.113.1')).status).toBe(200);
});

test('sockets that are turned away, and what is refused on them, are logged with their codes', async () => {
  const lines: string[] = [];
  const server = await serve({
    corsOrigins: ['https://news.example'],
    requestsPerMinute: 2,
    logs: { write: (line) => lines.push(line) },
  });
  const line = await connect(server);
  line.send(subscribe('1', '{ wrong'));
  line.send(subscribe('2'));
  await line.heard(({ id }) => id === '2');
  await expect(connect(server)).rejects.toThrow('429');
  await fetch(`${server.url}/healthz`);
  const codes = lines.flatMap((text) => {
    const { msg, codes: found = [] }: { msg: string; codes?: string[] } = JSON.parse(text);
    return found.length === 0 ? [] : [[msg, ...found]];
  });
  expect(codes).toEqual([
    ['subscription refused', 'GRAPHQL_PARSE_FAILED'],
    ['subscription refused', 'RATE_LIMITED'],
    ['request', 'RATE_LIMITED'],
  ]);
});

test.each(['/healthz', '/metrics', '/', '/nowhere?secret=1', '/graphiql'])(
  'there are no sockets at %s, and what is asked for is not logged',
  async (path) => {
    const lines: string[] = [];
    const server = await serve({ logs: { write: (line) => lines.push(line) } });
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}${path}`, 'graphql-transport-ws');
    const status = await new Promise((resolve) =>
      socket.on('error', () => {}).once('unexpected-response', (_request, response) => resolve(response.statusCode)),
    );
    expect(status).toBe(404);
    socket.terminate();
    await fetch(`${server.url}/healthz`);
    expect(lines.join('')).not.toContain('secret');
  },
);
