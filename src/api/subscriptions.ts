import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import websocket, { type WebsocketHandler } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionArgs } from 'graphql';
import { handleProtocols, makeServer } from 'graphql-ws';
import type { Store } from '../store/store.ts';
import { ArticleFeed } from './article-feed.ts';
import { clientOf, Places } from './clients.ts';
import type { Writer } from './context.ts';
import { streamEvents } from './event-streams.ts';
import type { RateLimiter } from './rate-limit.ts';
import { type Connection, speak } from './sockets.ts';
import { refuse } from './subscription-documents.ts';
import { type RunnerOptions, SubscriptionRunner } from './subscription-runner.ts';
import { turnAway } from './turn-away.ts';
import type { Turns } from './turns.ts';

export interface SubscriptionOptions extends RunnerOptions {
  readonly store: Store;
  /** Origins that browsers may connect from; `true` for all. */
  readonly corsOrigins: readonly string[] | true;
  /** What messages share with requests of HTTP; null where clients may ask as often as they like. */
  readonly limiter: RateLimiter | null;
  /** What messages have their turns in, with requests of HTTP. */
  readonly turns: Turns;
  /**
   * How often clients are asked whether they are still there, in milliseconds; a quarter of a minute where it is left
   * out: proxies close what is silent.
   */
  readonly heartbeat?: number;
  /** How long a client that has connected may take to greet, in milliseconds; three seconds where it is left out. */
  readonly greeting?: number;
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

/** Connections at a time, of one client and in all. */
const MOST_SOCKETS_OF_ONE = 10;
const MOST_SOCKETS = 200;
/** Subscriptions at a time, of one client and in all, however they are answered. */
const MOST_SUBSCRIPTIONS_OF_ONE = 20;
const MOST_SUBSCRIPTIONS_OF_ALL = 400;
/** Subscriptions on one connection. */
const MOST_SUBSCRIPTIONS = 10;
/** The largest message that a client may send, in bytes. */
const MOST_MESSAGE_BYTES = 65_536;
/** What a client is told that has as many subscriptions as one may have, or where the server has. */
const TOO_MANY = `More than ${MOST_SUBSCRIPTIONS_OF_ONE} subscriptions of one client, or too many of all.`;
/** How often to look for articles that other processes have read in, in milliseconds. */
const LOOK_INTERVAL = 1_000;
/** In milliseconds. */
const HEARTBEAT = 15_000;
const GREETING = 3_000;
/** How long a client has to take its leave when the server closes, in milliseconds. */
const FAREWELL = 2_000;
/** RFC 6455: the server goes away. Clients of graphql-ws connect again. */
const GOING_AWAY = 1001;

/**
 * Subscriptions over WebSockets, by the protocol `graphql-transport-ws`, and as streams of events. Must be called
 * before the routes are added; closing the server ends them.
 */
export async function openSubscriptions(app: FastifyInstance, options: SubscriptionOptions): Promise<Subscriptions> {
  const feed = new ArticleFeed(options.store.arrivals, LOOK_INTERVAL);
  await openSockets(app, feed);
  const { heartbeat = HEARTBEAT, greeting = GREETING, limiter, turns } = options;
  const runner = new SubscriptionRunner(options, feed, turns);
  const sockets = new Places(MOST_SOCKETS_OF_ONE, MOST_SOCKETS);
  const subscriptions = new Places(MOST_SUBSCRIPTIONS_OF_ONE, MOST_SUBSCRIPTIONS_OF_ALL);
  const server = makeProtocol(runner, subscriptions, greeting);
  streamEvents(app, { runner, places: subscriptions, turns, heartbeat });
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
    preValidation: async (request, reply) =>
      request.ws ? refuseSocket(request, reply, options.corsOrigins, sockets) : undefined,
    wsHandler: (socket, request) => {
      const client = clientOf(request);
      socket.once('close', sockets.take(client));
      speak({ server, log: app.log, limiter, turns, heartbeat }, socket, { request, client, excess: null });
    },
  };
}

/** Lets the application open sockets, at `/graphql` alone, and close them with the feed when it closes. */
async function openSockets(app: FastifyInstance, feed: ArticleFeed): Promise<void> {
  await app.register(websocket, {
    // Pings are answered in their turn, and count.
    options: { maxPayload: MOST_MESSAGE_BYTES, handleProtocols, autoPong: false },
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
  closeRefused(app);
  // The plugin would open a socket at any other path as well, only to close it, and log the path.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.ws && request.routeOptions.url !== '/graphql')
      turnAway(request, reply, 404, 'NOT_FOUND', 'There are no sockets here; they are at /graphql.');
    else done();
  });
}

/** What speaks `graphql-transport-ws`: it runs each subscription that has a place, and refuses the others. */
function makeProtocol(
  runner: SubscriptionRunner,
  places: Places,
  greeting: number,
): ReturnType<typeof makeServer<Record<string, unknown>, Connection>> {
  const connections = new WeakMap<ExecutionArgs, Connection>();
  return makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: greeting,
    onSubscribe: ({ subscriptions: running, extra: connection }, _id, payload) => {
      const { request, client, excess } = connection;
      const error =
        excess !== null
          ? refuse('RATE_LIMITED', excess)
          : Object.keys(running).length > MOST_SUBSCRIPTIONS
            ? refuse('BAD_REQUEST', `More than ${MOST_SUBSCRIPTIONS} subscriptions on one connection.`)
            : places.full(client) && refuse('RATE_LIMITED', TOO_MANY);
      if (error) {
        runner.refuse('websocket', [error], request);
        return [error];
      }
      const args = runner.prepare('websocket', payload, request);
      if (!Array.isArray(args)) connections.set(args, connection);
      return args;
    },
    subscribe: async (args) => {
      const connection = connections.get(args);
      if (!connection) throw new Error('A subscription without its request.');
      return runner.run('websocket', args, connection.request, places.take(connection.client));
    },
    onNext: (_connection, _id, _payload, _args, result) => runner.format(result),
    onError: (_connection, _id, _payload, errors) => errors.map((error) => runner.formatError(error)),
  });
}

/** Answers a request for a socket that may not have one: from elsewhere, or one too many. */
function refuseSocket(
  request: FastifyRequest,
  reply: FastifyReply,
  corsOrigins: readonly string[] | true,
  sockets: Places,
): FastifyReply | undefined {
  const { origin, host } = request.headers;
  const isWelcome =
    corsOrigins === true || origin === undefined || corsOrigins.includes(origin) || sameHost(origin, host);
  if (!isWelcome) return turnAway(request, reply, 403, 'FORBIDDEN', 'Browsers may not connect from there.');
  switch (sockets.full(clientOf(request))) {
    case 'CLIENT':
      return turnAway(
        request,
        reply,
        429,
        'RATE_LIMITED',
        `More than ${MOST_SOCKETS_OF_ONE} connections of one client.`,
      );
    case 'SERVER':
      return turnAway(request, reply, 503, 'RATE_LIMITED', 'Too many connections are open.');
    default:
      return undefined;
  }
}

/**
 * Closes what asked for a socket and got an answer instead, whichever hook gave it: nothing else would, as such a
 * connection is HTTP's no more.
 */
function closeRefused(app: FastifyInstance): void {
  const asking = new WeakMap<IncomingMessage, Duplex>();
  app.server.on('upgrade', (request, socket) => void asking.set(request, socket));
  app.addHook('onResponse', (request, _reply, done) => {
    asking.get(request.raw)?.destroy();
    done();
  });
}

function sameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
