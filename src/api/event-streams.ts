import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import { z } from 'zod';
import { clientOf, type Places } from './clients.ts';
import type { SubscriptionRunner } from './subscription-runner.ts';
import { turnAway } from './turn-away.ts';
import type { Turns } from './turns.ts';

/** A comment, which clients pass over. */
const BEAT = ':\n\n';
const TYPE = 'text/event-stream';

const asked = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

export interface EventStreamOptions {
  readonly runner: SubscriptionRunner;
  /** The subscriptions that clients have. */
  readonly places: Places;
  readonly turns: Turns;
  /**
   * How often a stream says that it is still there, in milliseconds: proxies close what is silent, and a client that is
   * gone is noticed.
   */
  readonly heartbeat: number;
}

/**
 * Answers subscriptions at `/graphql` as streams of events to whoever accepts nothing else, by the protocol GraphQL
 * over Server-Sent Events with a connection for each: `next` for an answer, errors of the subscription too, and
 * `complete` at the end. Whoever closes the connection ends it.
 */
export function streamEvents(app: FastifyInstance, { runner, places, turns, heartbeat }: EventStreamOptions): void {
  app.addHook('preHandler', (request, reply, done) => {
    if (request.routeOptions.url !== '/graphql' || request.method === 'OPTIONS' || !wantsEvents(request)) return done();
    // What is sent ends the request; the hook then has no more to say.
    void answer(request, reply).catch(done);
  });

  async function answer(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const operation = readOperation(request);
    if (!operation) return turnAway(request, reply, 400, 'BAD_REQUEST', 'The request cannot be read.');
    await turns.take();
    const client = clientOf(request);
    const full = places.full(client);
    if (full !== null)
      return turnAway(
        request,
        reply,
        full === 'CLIENT' ? 429 : 503,
        'RATE_LIMITED',
        full === 'CLIENT' ? 'Too many subscriptions of one client are open.' : 'Too many subscriptions are open.',
      );
    const release = places.take(client);
    const args = runner.prepare('event-stream', operation, request);
    const answers = Array.isArray(args) ? { errors: args } : await runner.run('event-stream', args, request, release);
    const stream = printEvents(Symbol.asyncIterator in answers ? answers : once(answers), runner, heartbeat);
    stream.once('close', release);
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
  if (typeof query !== 'object' || query === null || !('variables' in query) || typeof query.variables !== 'string')
    return query;
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

/**
 * The text of a stream: an answer is asked for when the one before has gone out. A client that does not take what it is
 * sent between two heartbeats is cut off.
 */
function printEvents(
  answers: AsyncIterableIterator<ExecutionResult>,
  runner: SubscriptionRunner,
  heartbeat: number,
): Readable {
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
      clearInterval(beats);
      Promise.resolve(answers.return?.()).then(
        () => done(error),
        () => done(error),
      );
    },
  });
  const beats = setInterval(() => {
    if (stream.readableLength > 0) stream.destroy();
    else stream.push(BEAT);
  }, heartbeat).unref();
  // The head of the answer goes out with its first bytes.
  stream.push(BEAT);
  return stream;
}
