import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { z } from 'zod';
import type { SubscriptionRunner } from './subscription-runner.ts';

/** Streams at a time. */
const MOST_STREAMS = 200;
/** How often a stream says that it is still there, in milliseconds: proxies close what is silent, and a client that is gone is noticed. */
const HEARTBEAT = 15_000;
/** A comment, which clients pass over. */
const BEAT = ':\n\n';
const TYPE = 'text/event-stream';

const asked = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).nullish(), operationName: z.string().nullish() });

/**
 * Answers subscriptions at `/graphql` as streams of events to whoever accepts nothing else, by the protocol GraphQL over Server-Sent Events with a connection for each: `next` for an answer, errors of
 * the subscription too, and `complete` at the end. Whoever closes the connection ends it.
 */
export function streamEvents(app: FastifyInstance, runner: SubscriptionRunner): void {
  let open = 0;
  app.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.url !== '/graphql' || request.method === 'OPTIONS' || !wantsEvents(request)) return done();
    // What is sent ends the request; the hook then has no more to say.
    void answer(request, reply).catch(done);
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const operation = readOperation(request);
    if (!operation) return reply.code(400).send({ errors: [{ message: 'The request cannot be read.', extensions: { code: 'BAD_REQUEST' } }] });
    if (open >= MOST_STREAMS) return reply.code(503).send({ errors: [{ message: 'Too many subscriptions are open.', extensions: { code: 'RATE_LIMITED' } }] });
    const args = runner.prepare('event-stream', operation);
    const answers = Array.isArray(args) ? { errors: args } : await runner.run('event-stream', args, request);
    open += 1;
    const stream = printEvents(Symbol.asyncIterator in answers ? answers : once(answers), runner);
    stream.once('close', () => {
      open -= 1;
    });
    // A proxy that gathers what it is sent would keep events back.
    return reply.type(TYPE).header('x-accel-buffering', 'no').send(stream);
  }
}

/** Whether an answer is a stream of events, which ends when the subscription does. */
export function isEventStream(reply: FastifyReply): boolean {
  return String(reply.getHeader('content-type') ?? '').startsWith(TYPE);
}

/** Clients that can read both name both, whatever they ask. */
function wantsEvents({ headers: { accept = '' } }: FastifyRequest): boolean {
  return accept.includes(TYPE) && !accept.includes('json');
}

function readOperation({ method, query, body }: FastifyRequest): z.infer<typeof asked> | null {
  return asked.safeParse(method === 'GET' ? readParameters(query) : body).data ?? null;
}

/** The parameters of a GET, in which variables are JSON. */
function readParameters(query: unknown): unknown {
  if (typeof query !== 'object' || query === null || !('variables' in query) || typeof query.variables !== 'string') return query;
  try {
    const variables: unknown = JSON.parse(query.variables);
    return { ...query, variables };
  } catch {
    return null;
  }
}

async function* once(answer: ExecutionResult): AsyncGenerator<ExecutionResult> {
  yield answer;
}

/** The text of a stream: an answer is asked for when the one before has gone out. */
function printEvents(answers: AsyncIterableIterator<ExecutionResult>, runner: SubscriptionRunner): Readable {
  let isAsking = false;
  const end = (): void => {
    stream.push('event: complete\ndata:\n\n');
    stream.push(null);
  };
  const ask = async (): Promise<void> => {
    try {
      const { value, done } = await answers.next();
      isAsking = false;
      if (stream.destroyed) return;
      if (done) end();
      else stream.push(`event: next\ndata: ${JSON.stringify(runner.format(value))}\n\n`);
    } catch (error) {
      if (stream.destroyed) return;
      stream.push(`event: next\ndata: ${JSON.stringify({ errors: [runner.formatError(error)] })}\n\n`);
      end();
    }
  };
  const stream: Readable = new Readable({
    // A heartbeat makes the stream read again while an answer is still waited for.
    read: () => {
      if (isAsking) return;
      isAsking = true;
      void ask();
    },
    destroy: (error, done) => {
      clearInterval(heartbeat);
      Promise.resolve(answers.return?.()).then(
        () => done(error),
        () => done(error),
      );
    },
  });
  const heartbeat = setInterval(() => stream.push(BEAT), HEARTBEAT).unref();
  // The head of the answer goes out with its first bytes.
  stream.push(BEAT);
  return stream;
}
