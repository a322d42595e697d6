import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import { type DocumentNode, getOperationAST, GraphQLError, parse } from 'graphql';
import { DatelineError } from '../../errors.ts';
import { openStore, type Store } from '../../store/store.ts';
import { Batches, type Context, Deadline, type Writer } from '../context.ts';
import { bytesOfDocument } from '../documents.ts';
import { answer } from '../executor/answer.ts';
import { Executor } from '../executor/executor.ts';
import { loadSchema } from '../schema.ts';
import { printError } from './carried-errors.ts';
import { type Begin, type JobAnswer, type JobMessage, readOrder } from './messages.ts';

/** What parsed documents that are kept may take, in bytes. */
const MOST_DOCUMENT_BYTES = 8_000_000;
/** The largest answer in bytes. */
const MOST_ANSWER_BYTES = 8_000_000;

/** A process that executes operations, one at a time, for the server that has started it. It ends with that server. */
class Jobs {
  readonly #begin: Begin;
  readonly #executor = new Executor(loadSchema());
  readonly #documents = new LRUCache<string, DocumentNode>({
    maxSize: MOST_DOCUMENT_BYTES,
    sizeCalculation: (_document, query) => bytesOfDocument(query),
  });
  #store: Store | null = null;
  #writable: Store | null = null;

  constructor(begin: Begin) {
    this.#begin = begin;
  }

  async do(job: JobMessage): Promise<JobAnswer> {
    const ingests: string[] = [];
    try {
      const document = this.#parse(job.query);
      const context = this.#contextOf(job, ingests);
      const found = await answer(this.#executor, {
        document,
        operation: getOperationAST(document, job.operationName) ?? undefined,
        operationName: job.operationName,
        variables: job.variables,
        context,
        ...(job.arrival === null
          ? {}
          : { rootValue: { articleIngested: context.store.nodes.articles([job.arrival])[0] } }),
      });
      const json = Buffer.from(found.json ?? 'null');
      if (json.byteLength > MOST_ANSWER_BYTES)
        throw new DatelineError(
          'TOO_LARGE',
          `The answer has ${json.byteLength} bytes; at most ${MOST_ANSWER_BYTES} are sent.`,
          'Ask for smaller pages.',
        );
      return print(json, found.errors, ingests);
    } catch (error) {
      const thrown = error instanceof Error ? error : new Error(String(error));
      return print(Buffer.from('null'), [new GraphQLError(thrown.message, { originalError: thrown })], ingests);
    }
  }

  /** Lets go of the file, with what its log holds put in its place. */
  close(): void {
    this.#writable?.close();
    this.#store?.close();
  }

  #parse(query: string): DocumentNode {
    const known = this.#documents.get(query) ?? parse(query);
    this.#documents.set(query, known);
    return known;
  }

  #contextOf({ permission, milliseconds, mostSeconds }: JobMessage, ingests: string[]): Context {
    const { database, writes } = this.#begin;
    this.#store ??= openStore({ path: database, readonly: true });
    if (writes && permission === 'GRANTED') this.#writable ??= openStore({ path: database });
    const deadline = new Deadline(mostSeconds, milliseconds);
    return {
      store: this.#store,
      writer: this.#writable && writerOf(this.#writable, ingests),
      permission,
      batches: new Batches(deadline),
      deadline,
    };
  }
}

/** What notes what becomes of articles. What reads English is loaded with the first. */
function writerOf(store: Store, ingests: string[]): Writer {
  return {
    store,
    ingest: async (article) => {
      try {
        const { ingest } = await import('../../ingest.ts');
        const outcome = ingest(store, article);
        ingests.push(outcome.status);
        return outcome;
      } catch (error) {
        ingests.push('FAILED');
        throw error;
      }
    },
  };
}

function print(json: Buffer<ArrayBuffer>, errors: readonly GraphQLError[], ingests: string[]): JobAnswer {
  const { user, system } = process.cpuUsage();
  return {
    kind: 'ANSWER',
    json,
    errors: errors.map(printError),
    ingests,
    usage: { processorSeconds: (user + system) / 1e6, residentBytes: ownBytes() },
  };
}

/**
 * The memory that this process takes beside what it shares with the server, such as the code of Node, in bytes. Where
 * the system does not tell them apart, all of it.
 */
function ownBytes(): number {
  const all = process.memoryUsage.rss();
  try {
    const [, resident = 0, shared = 0] = readFileSync('/proc/self/statm', 'utf8').split(' ').map(Number);
    return Math.round(all * (1 - shared / Math.max(1, resident)));
  } catch {
    return all;
  }
}

let jobs: Jobs | null = null;

// The server ends this process; what the terminal tells all at once is for the server alone.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {});
process.once('disconnect', () => {
  jobs?.close();
  process.exit();
});

process.on('message', (message) => {
  const order = readOrder(message);
  if (order.kind === 'BEGIN') void begin(order);
  else void jobs?.do(order).then((answered) => process.send?.(answered));
});

/** Loads what jobs need, and says so: no job is sent before, so that none has its time taken up by it. */
async function begin(order: Begin): Promise<void> {
  jobs = new Jobs(order);
  if (order.readsEnglish)
    (await import('../../ingest.ts')).extract('Jane Roe told reporters in Oslo that the deal was dead.', null);
  process.send?.({ kind: 'READY' });
}
