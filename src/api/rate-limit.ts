import type { FastifyInstance } from 'fastify';
import { traceOf } from './trace.ts';

/** How many clients are remembered; the one seen longest ago is forgotten first. */
const MOST_CLIENTS = 10_000;

/**
 * Lets each client, told by its address, make so many requests of `/graphql` a minute; 0 for no limit. One too many gets status 429, an error of GraphQL's shape, and
 * `retry-after` in seconds. Preflights do not count.
 */
export async function limitRate(app: FastifyInstance, requestsPerMinute: number): Promise<void> {
  if (requestsPerMinute === 0) return;
  const { default: rateLimit } = await import('@fastify/rate-limit');
  await app.register(rateLimit, { global: false, cache: MOST_CLIENTS });
  const check = app.createRateLimit({ max: requestsPerMinute, timeWindow: 60_000 });
  app.addHook('onRequest', async (request, reply) => {
    if (request.routeOptions.url !== '/graphql' || request.method === 'OPTIONS') return;
    const verdict = await check(request);
    if (verdict.isAllowed || !verdict.isExceeded) return;
    traceOf(request).codes.push('RATE_LIMITED');
    const seconds = Math.max(1, verdict.ttlInSeconds);
    const message = `More than ${requestsPerMinute} requests a minute. Try again in ${seconds} s.`;
    return reply
      .code(429)
      .header('retry-after', seconds)
      .send({ errors: [{ message, extensions: { code: 'RATE_LIMITED' } }] });
  });
}
