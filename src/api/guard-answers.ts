import type { FastifyInstance } from 'fastify';

/** What browsers are told with every answer. */
const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'SAMEORIGIN',
};
/** Where no answer is a page: nothing in one may load or run, whatever it is taken for. */
const WITHOUT_PAGES = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
};

/**
 * Sends the headers that keep browsers from taking answers for what they are not, and all between from keeping what the
 * graph said. In production there are no pages.
 */
export function guardAnswers(app: FastifyInstance, isProduction: boolean): void {
  const headers = isProduction ? { ...ALWAYS, ...WITHOUT_PAGES } : ALWAYS;
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.headers(headers);
    if (request.routeOptions.url === '/graphql' && !reply.hasHeader('cache-control'))
      reply.header('cache-control', 'no-store');
    done();
  });
}
