import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DatelineError } from '../errors.ts';
import { clientOf, Places } from './clients.ts';
import { traceOf } from './trace.ts';

/**
 * The largest body, in bytes, of a client that may not write: the longest text that `extract` takes, however it is
 * escaped in JSON.
 */
const MOST_OF_READERS = 500_000;
/** There may be any number of bodies up to this many bytes: the limit on connections bounds what they take. */
const SMALL = 32_000;
/**
 * Bytes of larger bodies at a time, of one client and in all, counted from the first byte to the end of the answer: a
 * parsed body takes up to twenty times as much memory.
 */
const MOST_OF_ONE = 2_000_000;
const MOST_OF_ALL = 6_000_000;

/**
 * Refuses bodies of requests that may not write before they are kept in memory: large ones, compressed ones, and those
 * that are too many at once. A client that may write is trusted with articles of any length that the server takes.
 */
export function limitBodies(app: FastifyInstance, mayWrite: (request: FastifyRequest) => boolean): void {
  const held = new Places(MOST_OF_ONE, MOST_OF_ALL);
  app.addHook('preParsing', async (request, reply, payload) => {
    if (mayWrite(request)) return payload;
    // What is packed may be a thousand times as long as it says.
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') throw packed();
    const told = request.headers['content-length'];
    // What does not tell its length is taken to be as long as it may be.
    const length =
      told === undefined ? (request.headers['transfer-encoding'] === undefined ? 0 : MOST_OF_READERS) : Number(told);
    if (length > MOST_OF_READERS) throw tooLarge();
    if (length > SMALL) {
      const client = clientOf(request);
      if (held.full(client, length)) {
        traceOf(request).codes.push('RATE_LIMITED');
        const message = 'Too many large requests at once. Send one after the other.';
        reply
          .code(429)
          .header('retry-after', 1)
          .send({ errors: [{ message, extensions: { code: 'RATE_LIMITED' } }] });
        return payload;
      }
      reply.raw.once('close', held.take(client, length));
    }
    return told === undefined ? payload.pipe(countedTo(MOST_OF_READERS)) : payload;
  });
}

/** Lets so many bytes through. */
function countedTo(most: number): Transform {
  let read = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      read += chunk.length;
      next(read > most ? tooLarge() : null, chunk);
    },
  });
}

function packed(): Error {
  return Object.assign(new Error('A compressed body without a token.'), { statusCode: 415 });
}

function tooLarge(): DatelineError {
  return new DatelineError(
    'TOO_LARGE',
    `The request is larger than the ${MOST_OF_READERS} bytes that may be sent without a token.`,
  );
}
