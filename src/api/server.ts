import { ApolloServer, type ApolloServerOptionsWithGateway } from '@apollo/server';
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
import { limitRate, type RateLimiter } from './rate-limit.ts';
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
  const { metrics = new Metrics(options.worker !== undefined), isProduction } = options;
  const app = openApp(options);
  const turns = new Turns();
  const schema = loadSchema();
  const executor = new Executor(schema);
  const jobs = openJobs(app, options.jobs, metrics, () => wake());
  endConnections(app);
  const operations = new Operations(schema, executor, jobs);
  const contextOf = (request: FastifyRequest): Context => makeContext(request, options, writer);
  const known = new KnownQueries({ schema, executor, operations, limits: DEFAULT_LIMITS, contextOf });
  const format = formatError(
    (error, reference) => app.log.error({ err: error, reference }, 'a resolver failed'),
    isProduction,
  );
  const validationRules = [limitOperations(DEFAULT_LIMITS)];
  const apollo = await startApollo(app, isProduction, {
    gateway: executeBy(schema, operations),
    plugins: [known.plugin()],
    validationRules,
    formatError: format,
  });
  const limiter = await guardRoutes(app, options);
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
  const answer = fastifyApolloHandler(apollo, { context: async (request) => contextOf(request) });
  app.route({ method: ['POST', 'OPTIONS'], url: '/graphql', handler: inTurn(turns, known.before(answer)) });
  app.route({ method: 'GET', url: '/graphql', handler: inTurn(turns, answer), ...subscriptions });
  if (!isProduction) serveGraphiql(app);
  logRequests(app);
  serveMetrics(app, metrics, options.metricsAccess ?? (isProduction ? 'CLOSED' : 'OPEN'));
  serveProbes(app, options.store);
  return app;
}

/** The application without a route, with what bounds its connections. */
function openApp(options: ServerOptions): FastifyInstance {
  const { proxies = 0, patience = PATIENCE, mostSeconds = MOST_SECONDS } = options;
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
  limitConnections(app.server, options.connections ?? CONNECTION_LIMITS, proxies > 0);
  // A client that neither sends nor reads for so long is gone: finding an answer may take its time.
  app.server.setTimeout(patience.request + mostSeconds * 1000);
  return app;
}

/** The job processes, ended with the application; null where this process executes everything. */
function openJobs(
  app: FastifyInstance,
  options: JobOptions | undefined,
  metrics: Metrics,
  wake: () => void,
): JobPool | null {
  if (!options) return null;
  const jobs = new JobPool({
    ...options,
    onLoss: (reason) => app.log.error({ reason }, 'a job was lost'),
    onIngest: (outcomes) => {
      for (const status of outcomes) metrics.ingested(status);
      wake();
    },
  });
  metrics.include(() => jobs.usage());
  app.addHook('onClose', () => jobs.close());
  return jobs;
}

/** What the resolvers of one request share. */
function makeContext(
  request: FastifyRequest,
  { store, token, mostSeconds = MOST_SECONDS }: ServerOptions,
  writer: Writer | null,
): Context {
  const deadline = new Deadline(mostSeconds);
  const { socket } = request.raw;
  return {
    store,
    writer,
    permission: checkPermission(token, request.headers.authorization),
    batches: new Batches(deadline),
    deadline,
    trace: traceOf(request),
    client: clientOf(request),
    isWanted: () => !socket.destroyed,
  };
}

type ApolloParts = Required<
  Pick<ApolloServerOptionsWithGateway<Context>, 'gateway' | 'plugins' | 'validationRules' | 'formatError'>
>;

/** Apollo Server with the project's limits, which logs where the application does. */
async function startApollo(
  app: FastifyInstance,
  isProduction: boolean,
  { plugins, ...parts }: ApolloParts,
): Promise<ApolloServer<Context>> {
  const apollo = new ApolloServer<Context>({
    ...parts,
    documentStore: keepDocuments(),
    persistedQueries: { cache: keepTexts() },
    stringifyResult: printResult,
    plugins: [
      fastifyApolloDrainPlugin(app),
      ApolloServerPluginCacheControlDisabled(),
      notesOperations(),
      limitsCost(DEFAULT_LIMITS),
      ...plugins,
      isProduction ? ApolloServerPluginLandingPageDisabled() : (await import('./landing-page.ts')).showSandbox(),
    ],
    csrfPrevention: true,
    introspection: !isProduction,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: isProduction,
    validationOptions: { maxErrors: MOST_ERRORS },
    parseOptions: { maxTokens: MOST_TOKENS },
    stopOnTerminationSignals: false,
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => app.log.warn(withoutQuotes(message)),
      error: (message) => app.log.error(withoutQuotes(message)),
    },
  });
  await apollo.start();
  return apollo;
}

/** Adds the hooks of every route, in the order in which they must run; gives what counts requests, if anything does. */
async function guardRoutes(app: FastifyInstance, options: ServerOptions): Promise<RateLimiter | null> {
  const { token, corsOrigins } = options;
  guardAnswers(app, options.isProduction);
  answerBadRequests(app, options.mostBytes);
  limitBodies(app, ({ headers }) => checkPermission(token, headers.authorization) === 'GRANTED');
  guardDocuments(app);
  await app.register(cors, {
    origin: corsOrigins === true ? true : [...corsOrigins],
    methods: ['GET', 'POST', 'OPTIONS'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge: 600,
  });
  const limiter = limitRate(app, options.requestsPerMinute ?? 0);
  limitAnswers(app);
  await app.register(compress, { encodings: ['br', 'gzip'] });
  return limiter;
}

function serveProbes(app: FastifyInstance, store: Store): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) =>
    answers(store) ? { status: 'ready' } : reply.code(503).send({ status: 'the store does not answer' }),
  );
  app.get('/', async (_request, reply) => reply.redirect('/graphql'));
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
