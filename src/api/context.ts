import type { Article } from '../article/article.ts';
import { DatelineError } from '../errors.ts';
import type { Reading } from '../reading/reading.ts';
import type { Measure } from './cost.ts';
import type { Ingested } from '../ingest.ts';
import type { Store } from '../store/store.ts';
import { Pending } from './pending.ts';
import type { Trace } from './request-trace.ts';

/** What writes need; null where the server takes none. */
export interface Writer {
  /** Reads an article into the graph. */
  ingest(article: Article): Ingested | Promise<Ingested>;
  /** The graph, open for writing: where curators' decisions go. */
  readonly store: Store;
}

/** Whether whoever asks may write: `OFF` where the server has no token at all. */
export type Permission = 'OFF' | 'MISSING' | 'WRONG' | 'GRANTED';

/** What every resolver of one request shares. */
export interface Context {
  readonly store: Store;
  readonly writer: Writer | null;
  readonly permission: Permission;
  readonly batches: Batches;
  /** Left out where an operation may take as long as it likes. */
  readonly deadline?: Deadline;
  /** Left out where no request of HTTP asks. */
  readonly trace?: Trace;
  /** Reads a text; left out where the operation reads none, and nothing that reads English is loaded. */
  readonly extract?: (text: string, publishedAt: string | null) => Reading;
  /** Who asks, by address; left out where clients are not distinguished. */
  readonly client?: string;
  /** Whether somebody still waits for the answer; left out where that is not known. */
  readonly isWanted?: () => boolean;
  /** What the operation may cost, set when it has been measured. */
  measure?: Measure;
}

/**
 * When an operation must be done. Nothing here interrupts a statement of SQL or the reading of a text that runs; no
 * further one is begun, and what may take long runs where it can be ended.
 */
export class Deadline {
  /** By `performance.now()`. */
  readonly end: number;
  /** The whole time that the operation has, in seconds. */
  readonly seconds: number;

  /** So many seconds from now, or what is left of them in milliseconds. */
  constructor(seconds: number, left = seconds * 1000) {
    this.seconds = seconds;
    this.end = performance.now() + left;
  }

  /** Throws TIMED_OUT where the time is up. */
  check(): void {
    if (performance.now() >= this.end)
      throw new DatelineError(
        'TIMED_OUT',
        `The operation took longer than ${this.seconds} s.`,
        'Ask for smaller pages, or for less at once.',
      );
  }
}

/**
 * The keys of one field of one request that wait, and what was ever asked for, so that one key is read once a request.
 */
class Batch<Value> {
  readonly #pendings = new Map<string, Pending<Value>>();
  readonly #read: (keys: readonly string[]) => readonly Value[];
  #keys: string[] = [];

  constructor(read: (keys: readonly string[]) => readonly Value[]) {
    this.#read = read;
  }

  get isEmpty(): boolean {
    return this.#keys.length === 0;
  }

  load(key: string, whenAwaited: () => void): Pending<Value> {
    const known = this.#pendings.get(key);
    if (known) return known;
    const pending = new Pending<Value>(whenAwaited);
    this.#pendings.set(key, pending);
    this.#keys.push(key);
    return pending;
  }

  run(deadline: Deadline | null): void {
    const keys = this.#keys;
    this.#keys = [];
    try {
      deadline?.check();
      const values = this.#read(keys);
      keys.forEach((key, place) => {
        const value = values[place];
        if (value === undefined) this.#pendings.get(key)?.fail(new Error('A batch gave no answer for a key.'));
        else this.#pendings.get(key)?.settle(value);
      });
    } catch (error) {
      for (const key of keys) this.#pendings.get(key)?.fail(error);
    }
  }
}

/**
 * Gathers the keys that the resolvers of one request ask for, so that each field costs one statement however many rows
 * it stands on. A batch is identified by its name: the field with its arguments. Batches run when the executor says so,
 * or, where graphql-js executes, when all that can be asked for at that moment has been.
 */
export class Batches {
  readonly #batches = new Map<string, unknown>();
  readonly #deadline: Deadline | null;
  #waiting: { run(deadline: Deadline | null): void }[] = [];
  #isScheduled = false;

  /** With a deadline, no batch runs after it: loading throws what the deadline throws. */
  constructor(deadline: Deadline | null = null) {
    this.#deadline = deadline;
  }

  /**
   * The answer for one key out of a batch; `read` gives the answers for many keys, in their order: null for none, never
   * undefined.
   */
  load<Value>(name: string, key: string, read: (keys: readonly string[]) => readonly Value[]): Pending<Value> {
    const known = this.#batches.get(name);
    const batch: Batch<Value> = isBatch<Value>(known) ? known : new Batch<Value>(read);
    if (batch !== known) this.#batches.set(name, batch);
    const wasEmpty = batch.isEmpty;
    const pending = batch.load(key, this.#schedule);
    if (wasEmpty && !batch.isEmpty) this.#waiting.push(batch);
    return pending;
  }

  /** Runs every batch that has keys waiting. */
  run(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const batch of waiting) batch.run(this.#deadline);
  }

  /**
   * graphql-js asks for the fields of one depth in promise jobs, one after the other: the batches wait until those are
   * done.
   */
  readonly #schedule = (): void => {
    if (this.#isScheduled) return;
    this.#isScheduled = true;
    void Promise.resolve().then(() =>
      process.nextTick(() => {
        this.#isScheduled = false;
        this.run();
      }),
    );
  };
}

/** One name always stands for one batch of one type of value: the name holds the field. */
function isBatch<Value>(batch: unknown): batch is Batch<Value> {
  return batch instanceof Batch;
}
