import type { FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import { clientOf } from './clients.ts';
import { traceOf } from './trace.ts';

/** How many clients are remembered; the one seen longest ago is forgotten first. */
const MOST_CLIENTS = 10_000;
/** In milliseconds. */
const MINUTE = 60_000;

interface Minute {
  readonly ends: number;
  count: number;
}

/** Lets each client ask so often a minute, whichever way: requests of HTTP and messages of sockets count together. */
export class RateLimiter {
  readonly #most: number;
  readonly #minutes = new LRUCache<string, Minute>({ max: MOST_CLIENTS });

  constructor(requestsPerMinute: number) {
    this.#most = requestsPerMinute;
  }

  /** Counts one; in how many seconds the client may come again where it is one too many, null where it is not. */
  count(client: string): number | null {
    const now = performance.now();
    const known = this.#minutes.get(client);
    const minute = known && known.ends > now ? known : { ends: now + MINUTE, count: 0 };
    if (minute !== known) this.#minutes.set(client, minute);
    minute.count += 1;
    return minute.count > this.#most ? Math.max(1, Math.ceil((minute.ends - now) / 1000)) : null;
  }

  /** What a client that asks too often is told. */
  explain(seconds: number): string {
    return `More than ${this.#most} requests a minute. Try again in ${seconds} s.`;
  }
}

/**
 * Lets each client, told by its address, make so many requests of `/graphql` a minute; 0 for no limit, and then there
 * is no limiter. One too many gets status 429, an error of GraphQL's shape, and `retry-after` in seconds. Preflights do
 * not count; what asks for a socket does.
 */
export function limitRate(app: FastifyInstance, requestsPerMinute: number): RateLimiter | null {
  if (requestsPerMinute === 0) return null;
  const limiter = new RateLimiter(requestsPerMinute);
  app.addHook('onRequest', (request, reply, done) => {
    if (request.routeOptions.url !== '/graphql' || request.method === 'OPTIONS') return done();
    const seconds = limiter.count(clientOf(request));
    if (seconds === null) return done();
    traceOf(request).codes.push('RATE_LIMITED');
    reply
      .code(429)
      .header('retry-after', seconds)
      .send({ errors: [{ message: limiter.explain(seconds), extensions: { code: 'RATE_LIMITED' } }] });
  });
  return limiter;
}
