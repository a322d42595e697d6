import { expect, test } from 'vitest';
import { serve } from './live-server.ts';

const QUERY = '{ statistics { articles } }';

test('one request too many is refused in the shape of GraphQL, with when to come back', async () => {
  const server = await serve({ requestsPerMinute: 3 });
  for (let number = 0; number < 3; number += 1) expect((await server.ask(QUERY)).status).toBe(200);
  const { status, headers, body } = await server.ask(QUERY, {}, { origin: 'https://news.example' });
  expect(status).toBe(429);
  expect(body).toEqual({
    errors: [
      {
        message: expect.stringMatching(/^More than 3 requests a minute\. Try again in \d+ s\.$/),
        extensions: { code: 'RATE_LIMITED' },
      },
    ],
  });
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect(headers.get('access-control-allow-origin')).toBe('https://news.example');
  expect(headers.get('x-request-id')).not.toBeNull();
});

test('requests that fail count, and GET as well as POST', async () => {
  const server = await serve({ requestsPerMinute: 2 });
  await server.ask('{ nothing }');
  await fetch(`${server.url}/graphql?query=${encodeURIComponent(QUERY)}`, {
    headers: { 'apollo-require-preflight': '1' },
  });
  expect((await server.ask(QUERY)).status).toBe(429);
});

test('preflights, probes and pages do not count, and are never refused', async () => {
  const server = await serve({ requestsPerMinute: 1 });
  const preflight = {
    method: 'OPTIONS',
    headers: { origin: 'https://news.example', 'access-control-request-method': 'POST' },
  };
  for (let number = 0; number < 3; number += 1)
    expect((await fetch(`${server.url}/graphql`, preflight)).status).toBe(204);
  expect((await server.ask(QUERY)).status).toBe(200);
  expect((await server.ask(QUERY)).status).toBe(429);
  for (const path of ['/healthz', '/readyz', '/metrics'])
    expect((await fetch(`${server.url}${path}`)).status).toBe(200);
  expect(await (await fetch(`${server.url}/metrics`)).text()).toContain('dateline_errors_total{code="RATE_LIMITED"} 1');
});

test.each([
  ['a proxy that is trusted tells clients apart', 1, 200],
  ['what anybody may write in x-forwarded-for is nothing without one', 0, 429],
])('%s', async (_name, proxies, status) => {
  const server = await serve({ requestsPerMinute: 1, proxies });
  expect((await server.ask(QUERY, {}, { 'x-forwarded-for': '203.0.113.7' })).status).toBe(200);
  expect((await server.ask(QUERY, {}, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(status);
  expect((await server.ask(QUERY, {}, { 'x-forwarded-for': '203.0.113.8' })).status).toBe(429);
});

test('0 is no limit', async () => {
  const server = await serve({ requestsPerMinute: 0 });
  for (let number = 0; number < 20; number += 1) expect((await server.ask(QUERY)).status).toBe(200);
});
