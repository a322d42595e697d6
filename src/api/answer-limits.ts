import type { FastifyInstance } from 'fastify';
import { clientOf, Places } from './clients.ts';
import { traceOf } from './trace.ts';

/** Answers up to this many characters may be any number. */
const SMALL = 100_000;
/**
 * Characters of larger ones that may be on their way at a time, to one client and in all: whoever does not read its
 * answers makes the server keep them.
 */
const MOST_OF_ONE = 20_000_000;
const MOST_OF_ALL = 80_000_000;

/**
 * Refuses to send a large answer while too many are on their way. Must be called before what compresses answers is
 * registered.
 */
export function limitAnswers(app: FastifyInstance): void {
  const held = new Places(MOST_OF_ONE, MOST_OF_ALL);
  app.addHook('onSend', (request, reply, payload: unknown, done) => {
    if (typeof payload !== 'string' || payload.length <= SMALL) return done(null, payload);
    const client = clientOf(request);
    if (!held.full(client, payload.length)) {
      reply.raw.once('close', held.take(client, payload.length));
      return done(null, payload);
    }
    traceOf(request).codes.push('RATE_LIMITED');
    reply.code(429).removeHeader('content-length').header('retry-after', 1);
    done(
      null,
      JSON.stringify({
        errors: [
          {
            message: 'Too many large answers are on their way. Read them first.',
            extensions: { code: 'RATE_LIMITED' },
          },
        ],
      }),
    );
  });
}
