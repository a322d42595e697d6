import type { Arrivals, Mark } from '../store/arrivals.ts';
import type { ArticleRecord } from '../store/records.ts';

/** What the root of a subscription gives: the field's value. */
export interface Arrival {
  readonly articleIngested: ArticleRecord;
}

/**
 * Tells whoever listens of each article that is read into the graph. Listeners keep nothing but their place in the order of arrival, so that a slow one costs no memory and
 * misses nothing. Articles of other processes are looked for only while somebody listens.
 */
export class ArticleFeed {
  readonly #arrivals: Arrivals;
  readonly #interval: number;
  readonly #streams = new Set<ArrivalStream>();
  #timer: NodeJS.Timeout | undefined;
  #version = 0;

  /** `interval`: how often to look whether another process has written, in milliseconds. */
  constructor(arrivals: Arrivals, interval: number) {
    this.#arrivals = arrivals;
    this.#interval = interval;
  }

  /** How many listen. */
  get listeners(): number {
    return this.#streams.size;
  }

  /** The articles that arrive from now on, one by one. Throws what the store throws. */
  open(): ArrivalStream {
    const stream = new ArrivalStream(this.#arrivals, () => {
      this.#streams.delete(stream);
      if (this.#streams.size === 0) clearInterval(this.#timer);
    });
    if (this.#streams.size === 0) {
      this.#version = this.#arrivals.version();
      this.#timer = setInterval(() => this.#look(), this.#interval).unref();
    }
    this.#streams.add(stream);
    return stream;
  }

  /** Makes those who wait look for articles. Never throws: a listener hears itself of what breaks. */
  wake(): void {
    for (const stream of [...this.#streams]) stream.wake();
  }

  /** Ends every stream. */
  async close(): Promise<void> {
    await Promise.all([...this.#streams].map((stream) => stream.return()));
  }

  #look(): void {
    try {
      const version = this.#arrivals.version();
      if (version === this.#version) return;
      this.#version = version;
    } catch {
      // The file cannot be read just now: whoever waits looks for itself, and hears why.
    }
    this.wake();
  }
}

interface Waiter {
  readonly resolve: (result: IteratorResult<Arrival, undefined>) => void;
  readonly reject: (reason: unknown) => void;
}

/** The articles that one listener has not seen. Unlike a generator it ends at once when it is told to, also while it waits. */
export class ArrivalStream implements AsyncIterableIterator<Arrival, undefined, undefined> {
  readonly #arrivals: Arrivals;
  readonly #onEnd: () => void;
  #mark: Mark;
  #waiter: Waiter | undefined;
  #isOpen = true;

  constructor(arrivals: Arrivals, onEnd: () => void) {
    this.#arrivals = arrivals;
    this.#onEnd = onEnd;
    this.#mark = arrivals.mark();
  }

  /** How far the listener has come. */
  get mark(): Mark {
    return this.#mark;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  /** The next article; waits where there is none yet. One waits at a time. */
  next(): Promise<IteratorResult<Arrival, undefined>> {
    return new Promise((resolve, reject) => {
      this.#waiter?.resolve(END);
      this.#waiter = { resolve, reject };
      if (this.#isOpen) this.wake();
      else this.#end();
    });
  }

  /** Ends the stream; whoever waits for the next article is told so. */
  async return(): Promise<IteratorResult<Arrival, undefined>> {
    this.#end();
    return END;
  }

  /** Ends the stream like `return`, and throws the error. */
  async throw(error: unknown): Promise<IteratorResult<Arrival, undefined>> {
    this.#end();
    throw error;
  }

  /** Gives whoever waits the next article, if there is one by now. */
  wake(): void {
    const waiter = this.#waiter;
    if (!waiter) return;
    try {
      const found = this.#arrivals.next(this.#mark);
      if (!found) return;
      this.#mark = found.mark;
      this.#waiter = undefined;
      waiter.resolve({ value: { articleIngested: found.article }, done: false });
    } catch (error) {
      this.#waiter = undefined;
      this.#end();
      waiter.reject(error);
    }
  }

  #end(): void {
    if (this.#isOpen) this.#onEnd();
    this.#isOpen = false;
    this.#waiter?.resolve(END);
    this.#waiter = undefined;
  }
}

const END: IteratorResult<Arrival, undefined> = { value: undefined, done: true };
