import { onTestFinished, expect, test } from 'vitest';
import { type MetricsPortOptions, openMetricsPort } from '../../src/api/metrics-port.ts';
import { serve } from './live-server.ts';

const TOKEN = 'a-token-for-figures';

test.each([
  ['outside production', {}, {}, 200],
  ['in production', { isProduction: true }, {}, 404],
  [
    'in production with the token',
    { isProduction: true, metricsAccess: { token: TOKEN } },
    { authorization: `Bearer ${TOKEN}` },
    200,
  ],
  ['in production without the token', { isProduction: true, metricsAccess: { token: TOKEN } }, {}, 401],
  ['outside production without the token', { metricsAccess: { token: TOKEN } }, {}, 401],
  ['with a wrong token', { metricsAccess: { token: TOKEN } }, { authorization: 'Bearer another-token' }, 401],
  ['with half the token', { metricsAccess: { token: TOKEN } }, { authorization: `Bearer ${TOKEN.slice(0, 8)}` }, 401],
  ['with the token in another form', { metricsAccess: { token: TOKEN } }, { authorization: `Basic ${TOKEN}` }, 401],
  ['where they are told elsewhere', { metricsAccess: 'CLOSED' }, {}, 404],
] as const)('the figures on the port of the graph, %s', async (_name, options, headers, status) => {
  const { url } = await serve(options);
  const response = await fetch(`${url}/metrics`, { headers });
  const text = await response.text();
  expect([response.status, text.includes('dateline_'), response.headers.get('www-authenticate')]).toEqual([
    status,
    status === 200,
    status === 401 ? 'Bearer' : null,
  ]);
  for (const path of ['/healthz', '/readyz']) expect((await fetch(`${url}${path}`)).status).toBe(200);
});

async function open(options: Partial<MetricsPortOptions> = {}): Promise<string> {
  const { url, close } = await openMetricsPort({
    port: 0,
    host: '127.0.0.1',
    token: null,
    print: async () => ({ type: 'text/plain', text: 'dateline_workers 1\n' }),
    isReady: async () => true,
    ...options,
  });
  onTestFinished(close);
  return url;
}

test.each<[string, string, RequestInit, Partial<MetricsPortOptions>, number]>([
  ['the figures', '/metrics', {}, {}, 200],
  ['the figures without the token', '/metrics', {}, { token: TOKEN }, 401],
  [
    'the figures with the token',
    '/metrics?x=1',
    { headers: { authorization: `Bearer ${TOKEN}` } },
    { token: TOKEN },
    200,
  ],
  ['figures that cannot be told', '/metrics', {}, { print: () => Promise.reject(new Error('a worker is busy')) }, 503],
  ['whether it runs', '/healthz', {}, { token: TOKEN }, 200],
  ['whether it is ready', '/readyz', {}, {}, 200],
  ['whether it is ready, where it is not', '/readyz', {}, { isReady: async () => false }, 503],
  ['GraphQL, which is not there', '/graphql', {}, {}, 404],
  ['something else than to read', '/metrics', { method: 'POST', body: '' }, {}, 405],
])('a port of their own answers who asks for %s', async (_name, path, init, options, status) => {
  const response = await fetch((await open(options)) + path, init);
  const text = await response.text();
  expect([response.status, text.includes('dateline_')]).toEqual([
    status,
    path.startsWith('/metrics') && status === 200,
  ]);
  expect(text).not.toContain('busy');
});

test('a port that is taken is told', async () => {
  const port = Number(new URL(await open()).port);
  await expect(open({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
