import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DatelineError, ERROR_SURFACES } from '../errors.ts';
import { traceOf } from './trace.ts';
import { isUrl } from './urls.ts';

/**
 * Answers requests that never reach GraphQL with errors of GraphQL's shape: a body that is too large (more than so many
 * bytes) or cannot be read, a `Host` header that is no host, a method that `/graphql` does not take, a path that does
 * not exist.
 */
export function answerBadRequests(app: FastifyInstance, mostBytes: number): void {
  let last = '';
  app.addHook('onRequest', (request, _reply, done) => {
    const origin = `${request.protocol}://${request.hostname}/`;
    const address = `${origin} ${request.url}`;
    // Most requests ask where the one before them did.
    if (address !== last && !isUrl(request.url, origin))
      return done(new DatelineError('INVALID_INPUT', 'The host of the request cannot be.'));
    last = address;
    done();
  });
  app.setNotFoundHandler(async (request, reply) => {
    const isGraphql = request.url.split('?', 1)[0] === '/graphql';
    if (isGraphql) reply.header('allow', 'GET, POST, OPTIONS');
    const message = isGraphql
      ? `/graphql does not take ${request.method}.`
      : 'There is nothing here; GraphQL is at /graphql.';
    return reply
      .code(isGraphql ? 405 : 404)
      .send({ errors: [{ message, extensions: { code: isGraphql ? 'BAD_REQUEST' : 'NOT_FOUND' } }] });
  });
  app.setErrorHandler(async (error, request, reply) => {
    const status = statusOf(error);
    const code = status === 413 ? 'TOO_LARGE' : status < 500 ? 'BAD_REQUEST' : 'INTERNAL_SERVER_ERROR';
    traceOf(request).codes.push(code);
    if (status >= 500) app.log.error({ reqId: request.id, err: error }, 'a request failed');
    const message =
      status === 413
        ? error instanceof DatelineError
          ? error.message
          : `The request is larger than ${mostBytes} bytes.`
        : status < 500
          ? 'The request cannot be read.'
          : 'Something went wrong on the server.';
    return reply.code(status).send({ errors: [{ message, extensions: { code } }] });
  });
}

/** Answers what cannot even be given to a route, such as an address that is none. */
export function refuseUnread(_error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  void reply
    .code(400)
    .send({ errors: [{ message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }] });
}

function statusOf(error: unknown): number {
  if (error instanceof DatelineError) return ERROR_SURFACES[error.code].http;
  const status = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : 500;
}
