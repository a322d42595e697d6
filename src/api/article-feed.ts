import { LRUCache } from 'lru-cache';
import type { Arrivals, Mark } from '../store/arrivals.ts';
import type { ArticleRecord } from '../store/records.ts';

/** What the root of a subscription gives: the field's value. */
export class Arrival {
  readonly articleIngested: ArticleRecord;
  readonly #look: number;

  constructor(article: ArticleRecord, look: number) {
    this.articleIngested = article;
    this.#look = look;
  }

  /** Identifies one state of the graph: two listeners that have the same number see the same data. */
  get look(): number {
    return this.#look;
  }
}

/** What was found at one place in the order of arrival. */
interface Look {
  readonly found: { readonly arrival: Arrival; readonly mark: Mark } | null;
}

/**
 * How many places in the order are remembered at a time; more are in use only where every listener is at a different
 * one.
 */
const MOST_LOOKS = 200;

/**
 * Tells whoever listens of each article that is read into the graph. Listeners keep nothing but their place in the
 * order of arrival, so that a slow one costs no memory and misses nothing. Those at the same place share one look at
 * the graph, for as long as nothing is written. Articles of other processes are looked for only while somebody listens.
 */
export class ArticleFeed {
  readonly #arrivals: Arrivals;
  readonly #interval: number;
  readonly #streams = new Set<ArrivalStream>();
  readonly #looks = new LRUCache<string, Look>({ max: MOST_LOOKS });
  #timer: NodeJS.Timeout | undefined;
  /** The state of the file when other processes were last looked for, and that of the looks. */
  #version = 0;
  #looked = 0;
  #count = 0;

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
    const stream = new ArrivalStream({
      mark: this.#arrivals.mark(),
      look: (mark) => this.#find(mark),
      onEnd: () => {
        this.#streams.delete(stream);
        if (this.#streams.size === 0) clearInterval(this.#timer);
      },
    });
    if (this.#streams.size === 0) {
      this.#version = this.#arrivals.version();
      this.#timer = setInterval(() => this.#look(), this.#interval).unref();
    }
    this.#streams.add(stream);
    return stream;
  }

  /** Makes the listeners that wait look for articles. Never throws: an error goes to the listener that meets it. */
  wake(): void {
    this.#looks.clear();
    for (const stream of [...this.#streams]) stream.wake();
  }

  /** Ends every stream. */
  async close(): Promise<void> {
    await Promise.all([...this.#streams].map((stream) => stream.return()));
  }

  #find(mark: Mark): Look['found'] {
    const version = this.#arrivals.version();
    if (version !== this.#looked) this.#looks.clear();
    this.#looked = version;
    const place = `${mark.number} ${mark.ingestedAt}`;
    const known = this.#looks.get(place);
    if (known) return known.found;
    const next = this.#arrivals.next(mark);
    this.#count += 1;
    const found = next && { arrival: new Arrival(next.article, this.#count), mark: next.mark };
    this.#looks.set(place, { found });
    return found;
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

interface StreamOptions {
  /** Where the stream begins. */
  readonly mark: Mark;
  readonly look: (mark: Mark) => Look['found'];
  readonly onEnd: () => void;
}

interface Waiter {
  readonly resolve: (result: IteratorResult<Arrival, undefined>) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * The articles that one listener has not seen. Unlike a generator it ends at once when it is told to, also while it
 * waits.
 */
export class ArrivalStream implements AsyncIterableIterator<Arrival, undefined, undefined> {
  readonly #options: StreamOptions;
  #mark: Mark;
  #waiter: Waiter | undefined;
  #isOpen = true;

  constructor(options: StreamOptions) {
    this.#options = options;
    this.#mark = options.mark;
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
      const found = this.#options.look(this.#mark);
      if (!found) return;
      this.#mark = found.mark;
      this.#waiter = undefined;
      waiter.resolve({ value: found.arrival, done: false });
    } catch (error) {
      this.#waiter = undefined;
      this.#end();
      waiter.reject(error);
    }
  }

  #end(): void {
    if (this.#isOpen) this.#options.onEnd();
    this.#isOpen = false;
    this.#waiter?.resolve(END);
    this.#waiter = undefined;
  }
}

const END: IteratorResult<Arrival, undefined> = { value: undefined, done: true };
