import websocket, { type WebsocketHandler } from '@fastify/websocket';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { handleProtocols, makeServer, type SubscribePayload } from 'graphql-ws';
import type { Store } from '../store/store.ts';
import { ArticleFeed } from './article-feed.ts';
import type { Context, Writer } from './context.ts';
import type { MeasuredOperation } from './cost.ts';
import { type Connection, speak } from './sockets.ts';

export interface SubscriptionOptions {
  readonly schema: GraphQLSchema;
  readonly store: Store;
  /** What one answer's resolvers share; made anew for every article. */
  readonly contextOf: (request: FastifyRequest) => Context;
  /** What a client sees of an error. */
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  /** Rules beside those of GraphQL: the limits. */
  readonly validationRules: readonly ValidationRule[];
  readonly mostTokens: number;
  /** Throws a GraphQLError where an operation, with its variables, is over the limits. */
  readonly checkOperation: (operation: MeasuredOperation) => void;
  /** Origins that browsers may connect from; `true` for all. */
  readonly corsOrigins: readonly string[] | true;
  readonly isProduction: boolean;
}

export interface Subscriptions {
  /** A writer that does as the given one does, and tells the subscribers. */
  watch(writer: Writer): Writer;
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

/** Subscriptions over WebSockets, by the protocol `graphql-transport-ws`. Must be called before the routes are added; closing the server ends them. */
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
  const requests = new WeakMap<object, FastifyRequest>();
  const format = (error: GraphQLError): GraphQLFormattedError => options.formatError(error.toJSON(), error);
  const server = makeServer<Record<string, unknown>, Connection>({
    onSubscribe: ({ subscriptions, extra: { request } }, _id, { query, variables, operationName }) => {
      if (Object.keys(subscriptions).length > MOST_SUBSCRIPTIONS) return [refuse('BAD_REQUEST', `More than ${MOST_SUBSCRIPTIONS} subscriptions on one connection.`)];
      const document = readSubscription(options, { query, variables, operationName });
      if (Array.isArray(document)) return document;
      const args = { schema: options.schema, document, operationName, variableValues: variables, rootValue: { articleIngested: () => feed.open() }, contextValue: null };
      requests.set(args, request);
      return args;
    },
    subscribe: (args) => {
      const request = requests.get(args);
      if (!request) throw new Error('A subscription without its request.');
      return subscribe(args, () => options.contextOf(request));
    },
    onNext: (_connection, _id, _payload, _args, { data, errors }) => ({ ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map(format) } : {}) }),
    onError: (_connection, _id, _payload, errors) => errors.map(format),
  });
  return {
    watch: (writer) => ({
      store: writer.store,
      ingest: (article) => {
        const outcome = writer.ingest(article);
        if (outcome.status !== 'UNCHANGED') feed.wake();
        return outcome;
      },
    }),
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

function refuse(code: string, message: string, error?: GraphQLError): GraphQLError {
  return new GraphQLError(message, { ...(error ? { nodes: error.nodes ?? null, source: error.source ?? null, positions: error.positions ?? null } : {}), extensions: { code } });
}

/** The document of a subscription that keeps the limits, or what is wrong with it. */
function readSubscription(options: SubscriptionOptions, { query, variables, operationName }: SubscribePayload): DocumentNode | GraphQLError[] {
  const { schema, validationRules, mostTokens, isProduction } = options;
  let document: DocumentNode;
  try {
    document = parse(query, { maxTokens: mostTokens });
  } catch (error) {
    return [error instanceof GraphQLError ? refuse('GRAPHQL_PARSE_FAILED', error.message, error) : refuse('BAD_REQUEST', 'The query cannot be read.')];
  }
  const errors = validate(schema, document, [...specifiedRules, ...validationRules], { hideSuggestions: isProduction });
  if (errors.length > 0) return errors.map((error) => refuse('GRAPHQL_VALIDATION_FAILED', error.message, error));
  const operation = getOperationAST(document, operationName);
  if (!operation) return [refuse('OPERATION_RESOLUTION_FAILURE', 'The document has no such operation, or several and none is named.')];
  if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return [refuse('BAD_REQUEST', 'Only subscriptions go over a WebSocket. Send queries and mutations by POST.')];
  try {
    options.checkOperation({ schema, document, operation, variables: variables ?? {} });
  } catch (error) {
    if (error instanceof GraphQLError) return [refuse(String(error.extensions['code']), error.message)];
    throw error;
  }
  return document;
}

/** The answers of a subscription, each with a context of its own, so that none sees what an earlier one has loaded. */
async function subscribe(args: ExecutionArgs, makeContext: () => Context): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in source)) return { errors: (source.errors ?? []).map((error) => (error.path ? error : refuse('BAD_USER_INPUT', error.message, error))) };
  const events = source[Symbol.asyncIterator]();
  const end = async (): Promise<IteratorResult<ExecutionResult>> => {
    await events.return?.();
    return { value: undefined, done: true };
  };
  const answers: AsyncIterableIterator<ExecutionResult> = {
    [Symbol.asyncIterator]: () => answers,
    next: async () => {
      const event = await events.next();
      return event.done ? { value: undefined, done: true } : { value: await execute({ ...args, rootValue: event.value, contextValue: makeContext() }), done: false };
    },
    return: end,
    throw: end,
  };
  return answers;
}
