import { Agent, request } from 'node:http';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { endConnections } from '../../src/api/farewell.ts';

test('a connection that is kept ends with the answer that is on its way when the server closes', async () => {
  const app = Fastify({ forceCloseConnections: 'idle' });
  endConnections(app);
  let tellAsked = (): void => {};
  let answer = (_text: string): void => {};
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve;
  });
  const answered = new Promise<string>((resolve) => {
    answer = resolve;
  });
  app.get('/slow', () => {
    tellAsked();
    return answered;
  });
  app.get('/quick', async () => 'quick');
  app.addHook('preClose', (done) => {
    answer('slow');
    done();
  });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const connectionOf = (path: string): Promise<string | undefined> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}${path}`, { agent }, (response) => {
        response.resume().once('end', () => resolve(response.headers.connection));
      });
      sent.once('error', reject).end();
    });
  expect(await connectionOf('/quick')).toBe('keep-alive');
  const slow = connectionOf('/slow');
  await asked;
  const closed = app.close();
  expect(await slow).toBe('close');
  await closed;
});
