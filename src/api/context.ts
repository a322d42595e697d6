import DataLoader from 'dataloader';
import type { Article } from '../article/article.ts';
import { DatelineError } from '../errors.ts';
import type { IngestOutcome, Store } from '../store/store.ts';
import type { Trace } from './trace.ts';

/** What writes need; null where the server takes none. */
export interface Writer {
  /** Reads an article into the graph. */
  ingest(article: Article): IngestOutcome;
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
}

/** When an operation must be done. Nothing interrupts a statement of SQL or the reading of a text that runs; no further one is begun. */
export class Deadline {
  readonly #end: number;
  readonly #seconds: number;

  /** So many seconds from now. */
  constructor(seconds: number) {
    this.#seconds = seconds;
    this.#end = performance.now() + seconds * 1000;
  }

  /** Throws TIMED_OUT where the time is up. */
  check(): void {
    if (performance.now() >= this.#end) throw new DatelineError('TIMED_OUT', `The operation took longer than ${this.#seconds} s.`, 'Ask for smaller pages, or for less at once.');
  }
}

/**
 * Gathers the keys that the resolvers of one request ask for at the same depth, so that each field costs one statement however many rows it stands on. Batches are told
 * apart by name: the field with its arguments.
 */
export class Batches {
  readonly #loaders = new Map<string, unknown>();
  readonly #deadline: Deadline | null;

  /** With a deadline, no batch runs after it: loading throws what the deadline throws. */
  constructor(deadline: Deadline | null = null) {
    this.#deadline = deadline;
  }

  /** The answer for one key out of a batch; `run` gives the answers for many keys, in their order. */
  load<Value>(name: string, key: string, run: (keys: readonly string[]) => readonly Value[]): Promise<Value> {
    const known = this.#loaders.get(name);
    const loader: DataLoader<string, Value> = isLoader<Value>(known)
      ? known
      : new DataLoader<string, Value>(async (keys) => {
          this.#deadline?.check();
          return run(keys);
        });
    if (loader !== known) this.#loaders.set(name, loader);
    return loader.load(key);
  }
}

/** One name always stands for one loader of one type of value: the name holds the field. */
function isLoader<Value>(loader: unknown): loader is DataLoader<string, Value> {
  return loader instanceof DataLoader;
}
