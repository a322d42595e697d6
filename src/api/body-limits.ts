import { Transform } from 'node:stream';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DatelineError } from '../errors.ts';

/** The largest body of whoever may not write, in bytes: the longest text that `extract` takes fits in several times, however it is written in JSON. */
const MOST_OF_READERS = 1_000_000;

/** Refuses large and compressed bodies of requests that may not write, before they are kept in memory: whoever may is trusted with articles of any length that the server takes. */
export function limitBodies(app: FastifyInstance, mayWrite: (request: FastifyRequest) => boolean): void {
  app.addHook('preParsing', (request, _reply, payload, done) => {
    if (mayWrite(request)) return done(null, payload);
    // What is packed may be a thousand times as long as it says.
    const encoding = request.headers['content-encoding'];
    if (encoding !== undefined && encoding !== 'identity') return done(packed(), payload);
    const length = request.headers['content-length'];
    if (length !== undefined) return done(Number(length) > MOST_OF_READERS ? tooLarge() : null, payload);
    let read = 0;
    const counted = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        read += chunk.length;
        next(read > MOST_OF_READERS ? tooLarge() : null, chunk);
      },
    });
    done(null, payload.pipe(counted));
  });
}

function packed(): Error {
  return Object.assign(new Error('A compressed body without a token.'), { statusCode: 415 });
}

function tooLarge(): DatelineError {
  return new DatelineError('TOO_LARGE', `The request is larger than the ${MOST_OF_READERS} bytes that may be sent without a token.`);
}
