import { ApolloServer, type ApolloServerPlugin } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import compress from '@fastify/compress';
import cors from '@fastify/cors';
import Fastify, { type FastifyInstance, type FastifyRequest, LogController, type RouteHandlerMethod } from 'fastify';
import type { Store } from '../store/store.ts';
import { limitAnswers } from './answer-limits.ts';
import { answerBadRequests, refuseUnread } from './bad-requests.ts';
import { limitBodies } from './body-limits.ts';
import { clientOf } from './clients.ts';
import {
  CONNECTION_LIMITS,
  type ConnectionLimits,
  connectionOptions,
  limitConnections,
  PATIENCE,
  type Patience,
} from './connection-limits.ts';
import { Batches, type Context, Deadline, type Writer } from './context.ts';
import { checkCost, limitsCost } from './cost-plugin.ts';
import { formatError } from './errors.ts';
import { endConnections } from './farewell.ts';
import { checkDocument, guardDocuments } from './document-check.ts';
import { keepDocuments, keepTexts } from './documents.ts';
import { Executor } from './executor/executor.ts';
import { serveGraphiql } from './graphiql.ts';
import { JobPool } from './jobs/pool.ts';
import { KnownQueries } from './known-queries.ts';
import { guardAnswers } from './guard-answers.ts';
import { DEFAULT_LIMITS, limitOperations, MOST_TOKENS } from './limits.ts';
import { type LogStream, loggerFor, logRequests, requestIdOf, withoutQuotes } from './logs.ts';
import { Metrics, type MetricsAccess, serveMetrics } from './metrics.ts';
import { executeBy, Operations, printResult } from './operations.ts';
import { checkPermission } from './permission.ts';
import { limitRate } from './rate-limit.ts';
import { loadSchema } from './schema.ts';
import { openSubscriptions } from './subscriptions.ts';
import { notesOperations, traceOf } from './trace.ts';
import { Turns } from './turns.ts';

export interface ServerOptions {
  /** For reading; opened read-only. */
  readonly store: Store;
  /** For writing; null where writes are off. */
  readonly writer: Writer | null;
  /** What writers must send; null where writes are off. */
  readonly token: string | null;
  /** Origins that browsers may ask from; `true` for all. */
  readonly corsOrigins: readonly string[] | true;
  /** Without Sandbox, introspection and details of errors. */
  readonly isProduction: boolean;
  /** The largest request body, in bytes. */
  readonly mostBytes: number;
  /** Whether requests and errors are logged, as lines of JSON: to standard output, or to a stream. */
  readonly logs: boolean | LogStream;
  /** How many requests of `/graphql` one client may make in a minute; no limit for 0 and where it is left out. */
  readonly requestsPerMinute?: number;
  /**
   * How many reverse proxies stand before the server and say in `x-forwarded-for` who the client is; none where it is
   * left out.
   */
  readonly proxies?: number;
  /** How long an operation may go on reading, in seconds; 10 where it is left out. */
  readonly mostSeconds?: number;
  /**
   * Where what may take long is executed: in processes of their own, over the same file. Left out, this process
   * executes everything, and a step that has begun is not interrupted.
   */
  readonly jobs?: JobOptions;
  /** Which of several worker processes serves, as logs name it; left out where one process does all. */
  readonly worker?: number;
  /** Where the server counts; figures of its own, served to nobody but here, where it is left out. */
  readonly metrics?: Metrics;
  /** Who may read `/metrics`; anybody outside production, and nobody in it, where it is left out. */
  readonly metricsAccess?: MetricsAccess;
  /** How long a client may take to send a request; half a minute where it is left out. */
  readonly patience?: Patience;
  /** How many connections there may be; the defaults where it is left out. */
  readonly connections?: ConnectionLimits;
}

/** What job processes need. */
export interface JobOptions {
  /** The SQLite file. */
  readonly database: string;
  /** Whether they may write, for whoever has the token. */
  readonly writes: boolean;
  /** Where the code of a job process lies, where that is not beside the server's. */
  readonly entry?: string;
}

/** So many errors tell what is wrong with a document; looking for more costs, and telling them too. */
const MOST_ERRORS = 20;
/** How long an operation may go on reading where nothing is said, in seconds. */
const MOST_SECONDS = 10;

/**
 * A server over a graph, not listening yet: GraphQL at `/graphql` (over WebSockets too for subscriptions, Apollo
 * Sandbox for browsers), GraphiQL at `/graphiql`, `/healthz`, `/readyz`, `/metrics`. Closing it lets running requests
 * finish.
 */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const {
    proxies = 0,
    requestsPerMinute = 0,
    mostSeconds = MOST_SECONDS,
    patience = PATIENCE,
    connections = CONNECTION_LIMITS,
  } = options;
  const app = Fastify({
    bodyLimit: options.mostBytes,
    logger: loggerFor(options.logs, options.worker),
    genReqId: requestIdOf,
    // Every line about a request names it itself: a logger for each would cost more than the line.
    childLoggerFactory: (logger) => logger,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: proxies > 0 && ((_address, hop) => hop < proxies),
    frameworkErrors: refuseUnread,
    http: connectionOptions(patience),
    requestTimeout: patience.request,
    forceCloseConnections: 'idle',
  });
  limitConnections(app.server, connections, proxies > 0);
  // Whoever neither sends nor reads for so long is gone: an answer may take its time to be found out.
  app.server.setTimeout(patience.request + mostSeconds * 1000);
  const {
    metrics = new Metrics(options.worker !== undefined),
    metricsAccess = options.isProduction ? 'CLOSED' : 'OPEN',
  } = options;
  const turns = new Turns();
  const schema = loadSchema();
  const executor = new Executor(schema);
  const jobs = options.jobs
    ? new JobPool({
        ...options.jobs,
        onLoss: (reason) => app.log.error({ reason }, 'a job was lost'),
        onIngest: (outcomes) => {
          for (const status of outcomes) metrics.ingested(status);
          wake();
        },
      })
    : null;
  if (jobs) metrics.include(() => jobs.usage());
  app.addHook('onClose', () => jobs?.close());
  endConnections(app);
  const operations = new Operations(schema, executor, jobs);
  const contextOf = (request: FastifyRequest): Context => {
    const deadline = new Deadline(mostSeconds);
    const permission = checkPermission(options.token, request.headers.authorization);
    const { socket } = request.raw;
    const isWanted = (): boolean => !socket.destroyed;
    return {
      store: options.store,
      writer,
      permission,
      batches: new Batches(deadline),
      deadline,
      trace: traceOf(request),
      client: clientOf(request),
      isWanted,
    };
  };
  const known = new KnownQueries({ schema, executor, operations, limits: DEFAULT_LIMITS, contextOf });
  const plugins: ApolloServerPlugin<Context>[] = [
    fastifyApolloDrainPlugin(app),
    ApolloServerPluginCacheControlDisabled(),
    notesOperations(),
    limitsCost(DEFAULT_LIMITS),
    known.plugin(),
    options.isProduction ? ApolloServerPluginLandingPageDisabled() : (await import('./landing-page.ts')).showSandbox(),
  ];
  const format = formatError(
    (error, reference) => app.log.error({ err: error, reference }, 'a resolver failed'),
    options.isProduction,
  );
  const validationRules = [limitOperations(DEFAULT_LIMITS)];
  const apollo = new ApolloServer<Context>({
    gateway: executeBy(schema, operations),
    documentStore: keepDocuments(),
    persistedQueries: { cache: keepTexts() },
    stringifyResult: printResult,
    plugins,
    csrfPrevention: true,
    introspection: !options.isProduction,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: options.isProduction,
    validationRules,
    validationOptions: { maxErrors: MOST_ERRORS },
    parseOptions: { maxTokens: MOST_TOKENS },
    formatError: format,
    stopOnTerminationSignals: false,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => app.log.warn(withoutQuotes(message)),
      error: (message) => app.log.error(withoutQuotes(message)),
    },
  });
  await apollo.start();
  guardAnswers(app, options.isProduction);
  answerBadRequests(app, options.mostBytes);
  limitBodies(app, ({ headers }) => checkPermission(options.token, headers.authorization) === 'GRANTED');
  guardDocuments(app);
  await app.register(cors, {
    origin: options.corsOrigins === true ? true : [...options.corsOrigins],
    methods: ['GET', 'POST', 'OPTIONS'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
  const limiter = limitRate(app, requestsPerMinute);
  limitAnswers(app);
  await app.register(compress, { encodings: ['br', 'gzip'] });
  const { watch, wake, ...subscriptions } = await openSubscriptions(app, {
    ...options,
    schema,
    contextOf,
    formatError: format,
    validationRules,
    checkOperation: checkCost(DEFAULT_LIMITS),
    mostTokens: MOST_TOKENS,
    mostErrors: MOST_ERRORS,
    checkDocument,
    execute: (args, request) => operations.tell(args, contextOf(request)),
    limiter,
    turns,
    meter: metrics.subscriptions,
  });
  const writer = options.writer && metrics.watch(watch(options.writer));
  const context = async (request: FastifyRequest): Promise<Context> => contextOf(request);
  const answer = fastifyApolloHandler(apollo, { context });
  app.route({ method: ['POST', 'OPTIONS'], url: '/graphql', handler: inTurn(turns, known.before(answer)) });
  app.route({ method: 'GET', url: '/graphql', handler: inTurn(turns, answer), ...subscriptions });
  if (!options.isProduction) serveGraphiql(app);
  logRequests(app);
  serveMetrics(app, metrics, metricsAccess);
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) =>
    answers(options.store) ? { status: 'ready' } : reply.code(503).send({ status: 'the store does not answer' }),
  );
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));
  return app;
}

/** A handler that waits for its turn of the event loop. */
function inTurn(turns: Turns, handler: RouteHandlerMethod): RouteHandlerMethod {
  return async function answerInTurn(request, reply) {
    await turns.take();
    return handler.call(this, request, reply);
  };
}

function answers(store: Store): boolean {
  try {
    store.check();
    return true;
  } catch {
    return false;
  }
}
