import websocket, { type WebsocketHandler } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionArgs } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { Store } from '../store/store.ts';
import { ArticleFeed } from './article-feed.ts';
import type { Writer } from './context.ts';
import { streamEvents } from './event-streams.ts';
import { type Connection, speak } from './sockets.ts';
import { refuse, type RunnerOptions, SubscriptionRunner } from './subscription-runner.ts';

export interface SubscriptionOptions extends RunnerOptions {
  readonly store: Store;
  /** Origins that browsers may connect from; `true` for all. */
  readonly corsOrigins: readonly string[] | true;
}

export interface Subscriptions {
  /** A writer that does as the given one does, and tells the subscribers. */
  watch(writer: Writer): Writer;
  /** Tells the subscribers that there may be new articles. */
  wake(): void;
  /** Refuses connections from elsewhere, and those that are too many. */
  preValidation(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined>;
  /** Speaks `graphql-transport-ws` with a client. */
  readonly wsHandler: WebsocketHandler;
}

/** Connections at a time. */
const MOST_SOCKETS = 200;
/** Subscriptions on one connection. */
const MOST_SUBSCRIPTIONS = 10;
/** The largest message that a client may send, in bytes. */
const MOST_MESSAGE_BYTES = 65_536;
/** How often to look for articles that other processes have read in, in milliseconds. */
const LOOK_INTERVAL = 1_000;
/** How long a client has to take its leave when the server closes, in milliseconds. */
const FAREWELL = 2_000;
/** RFC 6455: the server goes away. Clients of graphql-ws connect again. */
const GOING_AWAY = 1001;

/** Subscriptions over WebSockets, by the protocol `graphql-transport-ws`, and as streams of events. Must be called before the routes are added; closing the server ends them. */
export async function openSubscriptions(app: FastifyInstance, options: SubscriptionOptions): Promise<Subscriptions> {
  const feed = new ArticleFeed(options.store.arrivals, LOOK_INTERVAL);
  await app.register(websocket, {
    options: { maxPayload: MOST_MESSAGE_BYTES, handleProtocols },
    errorHandler: (error, socket) => {
      app.log.warn({ err: error }, 'a connection broke');
      socket.terminate();
    },
    preClose: (done) => {
      const { clients } = app.websocketServer;
      for (const client of clients) client.close(GOING_AWAY, 'The server is closing.');
      setTimeout(() => clients.forEach((client) => void client.terminate()), FAREWELL).unref();
      void feed.close().then(() => done());
    },
  });
  const runner = new SubscriptionRunner(options, feed);
  const requests = new WeakMap<ExecutionArgs, FastifyRequest>();
  const server = makeServer<Record<string, unknown>, Connection>({
    onSubscribe: ({ subscriptions, extra: { request } }, _id, payload) => {
      if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) return [refuse('BAD_REQUEST', `More than ${MOST_SUBSCRIPTIONS} subscriptions on one connection.`)];
      const args = runner.prepare('websocket', payload);
      if (!Array.isArray(args)) requests.set(args, request);
      return args;
    },
    subscribe: (args) => {
      const request = requests.get(args);
      if (!request) throw new Error('A subscription without its request.');
      return runner.run('websocket', args, request);
    },
    onNext: (_connection, _id, _payload, _args, result) => runner.format(result),
    onError: (_connection, _id, _payload, errors) => errors.map((error) => runner.formatError(error)),
  });
  streamEvents(app, runner);
  return {
    watch: (writer) => ({
      store: writer.store,
      ingest: async (article) => {
        const outcome = await writer.ingest(article);
        if (outcome.status !== 'UNCHANGED') feed.wake();
        return outcome;
      },
    }),
    wake: () => feed.wake(),
    preValidation: async (request, reply) => {
      if (!request.ws) return undefined;
      const { origin } = request.headers;
      const isWelcome = options.corsOrigins === true || origin === undefined || options.corsOrigins.includes(origin) || sameHost(origin, request.headers.host);
      if (!isWelcome) return reply.code(403).send();
      return app.websocketServer.clients.size >= MOST_SOCKETS ? reply.code(503).send() : undefined;
    },
    wsHandler: (socket, request) => speak(server, socket, request, app.log),
  };
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
