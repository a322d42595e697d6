import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Writer } from './context.ts';
import { isEventStream } from './event-streams.ts';
import { hasToken } from './permission.ts';
import type { SubscriptionMeter } from './subscription-runner.ts';
import type { Usage } from './jobs/messages.ts';
import { traceOf } from './trace.ts';
import { shareMetrics } from './worker-metrics.ts';

/**
 * How many operations have a series of their own: clients choose the names, and each costs memory here and in what
 * scrapes it.
 */
const MOST_OPERATIONS = 100;
/** In characters; a longer name counts as `other`. */
const LONGEST_NAME = 64;
/** Upper bounds in seconds. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * The figures of one server in a registry of their own, so that servers in one process do not add to each other's. Of
 * several worker processes each tells those of all.
 */
export class Metrics {
  readonly #registry = new Registry();
  #usageOfJobs: () => Usage = () => ({ processorSeconds: 0, residentBytes: 0 });
  readonly #operations = new Set<string>();
  readonly #byStatus = new Map<string, Counter.Internal>();
  readonly #byOperation = new Map<string, Histogram.Internal<'operation'>>();
  readonly #print: () => Promise<string>;
  readonly #requests = new Counter({
    name: 'dateline_requests_total',
    help: 'Requests of /graphql by HTTP status.',
    labelNames: ['status'],
    registers: [this.#registry],
  });
  readonly #errors = new Counter({
    name: 'dateline_errors_total',
    help: 'Errors that went out, by code.',
    labelNames: ['code'],
    registers: [this.#registry],
  });
  readonly #durations = new Histogram({
    name: 'dateline_operation_duration_seconds',
    help:
      `Time from a request's head to the end of its answer, by operation name. ` +
      `Without a name: anonymous. After the first ${MOST_OPERATIONS} names: other.`,
    labelNames: ['operation'],
    buckets: BUCKETS,
    registers: [this.#registry],
  });
  readonly #ingests = new Counter({
    name: 'dateline_ingests_total',
    help: 'Articles that ingestArticle took, by what came of them.',
    labelNames: ['status'],
    registers: [this.#registry],
  });

  readonly #open = new Gauge({
    name: 'dateline_subscriptions_open',
    help: 'Subscriptions that run, by how they are answered.',
    labelNames: ['transport'],
    registers: [this.#registry],
  });
  readonly #subscriptions = new Counter({
    name: 'dateline_subscriptions_total',
    help: 'Subscriptions that were asked for, by how they were to be answered and whether they ran.',
    labelNames: ['transport', 'outcome'],
    registers: [this.#registry],
  });
  readonly #answers = new Counter({
    name: 'dateline_subscription_answers_total',
    help: 'Answers of subscriptions, by how they went out.',
    labelNames: ['transport'],
    registers: [this.#registry],
  });
  /** Counts subscriptions: their requests go on, and are not counted among those that are answered once. */
  readonly subscriptions: SubscriptionMeter = {
    opened: (transport) => {
      this.#open.inc({ transport });
      this.#subscriptions.inc({ transport, outcome: 'STARTED' });
    },
    closed: (transport) => this.#open.dec({ transport }),
    refused: (transport, codes) => {
      this.#subscriptions.inc({ transport, outcome: 'REFUSED' });
      for (const code of codes) this.#errors.inc({ code });
    },
    answered: (transport, codes) => {
      this.#answers.inc({ transport });
      for (const code of codes) this.#errors.inc({ code });
    },
  };

  constructor(isWorker: boolean) {
    this.#print = isWorker ? shareMetrics(this.#registry) : () => this.#registry.metrics();
    new Gauge({ name: 'dateline_workers', help: 'Processes that serve.', registers: [this.#registry] }).set(1);
    for (const status of ['CREATED', 'UPDATED', 'UNCHANGED', 'FAILED']) this.#ingests.inc({ status }, 0);
    const processor: Counter = new Counter({
      name: 'process_cpu_seconds_total',
      help: 'Processor time that the processes that serve, and those of their jobs, have used, in seconds.',
      registers: [this.#registry],
      collect: () => {
        const { user, system } = process.cpuUsage();
        processor.reset();
        processor.inc((user + system) / 1e6 + this.#usageOfJobs().processorSeconds);
      },
    });
    const memory: Gauge = new Gauge({
      name: 'process_resident_memory_bytes',
      help: 'Resident memory of the processes that serve, and of those of their jobs after their last one, in bytes.',
      registers: [this.#registry],
      collect: () => memory.set(process.memoryUsage.rss() + this.#usageOfJobs().residentBytes),
    });
    const heap: Gauge = new Gauge({
      name: 'nodejs_heap_size_used_bytes',
      help: 'Memory that objects of JavaScript take, garbage included, in bytes.',
      registers: [this.#registry],
      collect: () => heap.set(process.memoryUsage().heapUsed),
    });
  }

  /** Adds what the processes of jobs use to what this one does. */
  include(usage: () => Usage): void {
    this.#usageOfJobs = usage;
  }

  /** A writer that counts what comes of its articles. */
  watch(writer: Writer): Writer {
    return {
      store: writer.store,
      ingest: async (article) => {
        try {
          const outcome = await writer.ingest(article);
          this.ingested(outcome.status);
          return outcome;
        } catch (error) {
          this.ingested('FAILED');
          throw error;
        }
      },
    };
  }

  /** Counts an article that was read in, by what became of it. */
  ingested(status: string): void {
    this.#ingests.inc({ status });
  }

  /** Counts one answered request of `/graphql`, which took some milliseconds. */
  count(request: FastifyRequest, status: number, milliseconds: number): void {
    const { operation, codes } = traceOf(request);
    series(this.#byStatus, String(status), (label) => this.#requests.labels({ status: label })).inc();
    for (const code of codes) this.#errors.inc({ code });
    series(this.#byOperation, this.#labelOf(operation), (label) =>
      this.#durations.labels({ operation: label }),
    ).observe(milliseconds / 1000);
  }

  /** All figures in the text format of Prometheus. */
  async print(): Promise<{ type: string; text: string }> {
    return { type: this.#registry.contentType, text: await this.#print() };
  }

  #labelOf(operation: string | null): string {
    if (operation === null) return 'anonymous';
    if (this.#operations.has(operation)) return operation;
    if (this.#operations.size >= MOST_OPERATIONS || operation.length > LONGEST_NAME) return 'other';
    this.#operations.add(operation);
    return operation;
  }
}

/** The series of a label, looked up among its figures once. */
function series<Series>(known: Map<string, Series>, label: string, find: (label: string) => Series): Series {
  const found = known.get(label) ?? find(label);
  known.set(label, found);
  return found;
}

/**
 * Who may read the figures where the graph is served: whoever has a token, anybody, or nobody, who is told that there
 * is nothing.
 */
export type MetricsAccess = { readonly token: string } | 'OPEN' | 'CLOSED';

/** Counts the requests of `/graphql`, and serves the figures at `/metrics` to whoever may read them. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, access: MetricsAccess): void {
  app.addHook('onResponse', (request, reply, done) => {
    if (request.routeOptions.url === '/graphql' && !isEventStream(reply))
      metrics.count(request, reply.statusCode, reply.elapsedTime);
    done();
  });
  if (access === 'CLOSED') return;
  app.get('/metrics', async (request, reply) => {
    if (access !== 'OPEN' && !hasToken(access.token, request.headers.authorization))
      return reply
        .code(401)
        .header('www-authenticate', 'Bearer')
        .send({ errors: [{ message: 'The figures need a token.', extensions: { code: 'UNAUTHENTICATED' } }] });
    const { type, text } = await metrics.print();
    return reply.type(type).header('cache-control', 'no-store').send(text);
  });
}
