import { connect } from 'node:net';
import { onTestFinished, expect, test } from 'vitest';
import { serve, type LiveServer } from './live-server.ts';

/** What the server sends on a connection until it closes it. */
function talk({ url }: LiveServer, text: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
  onTestFinished(() => void socket.destroy());
  let answer = '';
  socket.on('data', (data) => {
    answer += String(data);
  });
  socket.on('error', () => {});
  return new Promise((resolve) => socket.once('close', () => resolve(answer)));
}

const HEAD = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

test.each([
  ['nothing', ''],
  ['half a head', 'POST /graphql HTTP/1.1\r\nHost: loc'],
  ['a head that does not end', HEAD],
  ['no body', `${HEAD}Content-Length: 100\r\n\r\n`],
  ['half a body', `${HEAD}Content-Length: 100\r\n\r\n{"query":"{ __typ`],
  ['half a body in chunks', `${HEAD}Transfer-Encoding: chunked\r\n\r\n5\r\n{"que\r\n`],
  [
    'a request and half of another',
    `${HEAD}Content-Length: 26\r\n\r\n{"query":"{ __typename }"}\n${HEAD}Content-Length: 100\r\n\r\n{`,
  ],
])('a client that sends %s does not hold its connection', async (_name, text) => {
  const server = await serve({ patience: { head: 200, request: 200, interval: 50 } });
  expect(await talk(server, text)).toContain('HTTP/1.1 408 Request Timeout');
  expect((await server.ask('{ __typename }')).status).toBe(200);
});

/** Opens connections that ask for nothing, and counts those that the server leaves open: those answer. */
async function countOpen({ url }: LiveServer, count: number): Promise<number> {
  const answers = Array.from({ length: count }, () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1', () =>
      socket.write('GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n'),
    );
    onTestFinished(() => void socket.destroy());
    return new Promise<number>((resolve) => {
      socket.once('data', () => resolve(1));
      socket.once('close', () => resolve(0));
      socket.on('error', () => {});
    });
  });
  return (await Promise.all(answers)).reduce((sum, each) => sum + each, 0);
}

test('one address has so many connections, and others may come when some have gone', async () => {
  const server = await serve({ connections: { ofOne: 5, inAll: 100 } });
  expect(await countOpen(server, 12)).toBe(5);
});

test('behind a proxy its address has as many as the server', async () => {
  const server = await serve({ connections: { ofOne: 5, inAll: 9 }, proxies: 1 });
  expect(await countOpen(server, 12)).toBe(9);
});
