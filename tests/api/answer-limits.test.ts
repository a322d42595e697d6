import { connect, type Socket } from 'node:net';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { limitAnswers } from '../../src/api/answer-limits.ts';

/** Asks by a connection of its own; gives the first line of the answer, and reads no further. */
async function ask(port: number, path: string): Promise<{ readonly line: string; readonly socket: Socket }> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  socket.write(`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
  const line = await new Promise<string>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('data', (chunk: Buffer) => {
      socket.pause();
      resolve(chunk.toString().split('\r\n', 1)[0] ?? '');
    });
  });
  return { line, socket };
}

test('a client that does not read its large answers is sent no more of them, but small ones', async () => {
  const app = Fastify();
  limitAnswers(app);
  app.get('/large', async () => 'x'.repeat(15_000_000));
  app.get('/small', async () => 'x'.repeat(50_000));
  const { port } = new URL(await app.listen({ port: 0, host: '127.0.0.1' }));
  onTestFinished(() => app.close());
  const first = await ask(Number(port), '/large');
  expect(first.line).toBe('HTTP/1.1 200 OK');
  expect((await ask(Number(port), '/large')).line).toBe('HTTP/1.1 429 Too Many Requests');
  expect((await ask(Number(port), '/small')).line).toBe('HTTP/1.1 200 OK');
  first.socket.destroy();
  // The server hears of it soon; until then it refuses.
  let line = '';
  while (line !== 'HTTP/1.1 200 OK') ({ line } = await ask(Number(port), '/large'));
});
