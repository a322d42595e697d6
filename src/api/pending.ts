type Outcome<Value> =
  | { readonly isRight: true; readonly value: Value }
  | { readonly isRight: false; readonly error: unknown };

/**
 * A value that a batch will give: like a promise, but settled and read without waiting for a turn of the event loop, so
 * that one walk over a query can fill all of its batches before it runs them. Who awaits it as a promise, as graphql-js
 * does, makes the batches run by themselves.
 */
export class Pending<Value> implements PromiseLike<Value> {
  #outcome: Outcome<Value> | null = null;
  #listeners: (() => void)[] = [];
  readonly #whenAwaited: () => void;

  /** `whenAwaited` is called when somebody waits for the value by `then`. */
  constructor(whenAwaited: () => void) {
    this.#whenAwaited = whenAwaited;
  }

  /** What some work gives or throws, settled at once. */
  static attempt<Value>(work: () => Value | Pending<Value>): Pending<Value> {
    const pending = new Pending<Value>(() => {});
    try {
      const value = work();
      if (value instanceof Pending) return value;
      pending.settle(value);
    } catch (error) {
      pending.fail(error);
    }
    return pending;
  }

  /** The values of many, in their order; fails with the first that fails. */
  static all<Value>(pendings: readonly Pending<Value>[]): Pending<Value[]> {
    const all = new Pending<Value[]>(() => {
      for (const pending of pendings) pending.#whenAwaited();
    });
    let missing = pendings.length;
    const values: Value[] = [];
    pendings.forEach((pending, place) => {
      pending.#listen(() => {
        const outcome = pending.#outcome;
        if (outcome?.isRight === false) all.fail(outcome.error);
        else values[place] = pending.read();
        missing -= 1;
        if (missing === 0) all.settle(values);
      });
    });
    if (pendings.length === 0) all.settle([]);
    return all;
  }

  get isWaiting(): boolean {
    return this.#outcome === null;
  }

  settle(value: Value): void {
    if (this.#outcome) return;
    this.#outcome = { isRight: true, value };
    this.#tell();
  }

  fail(error: unknown): void {
    if (this.#outcome) return;
    this.#outcome = { isRight: false, error };
    this.#tell();
  }

  /** The value. Throws what it failed with, and for one that still waits. */
  read(): Value {
    if (!this.#outcome) throw new Error('The batch has not run yet.');
    if (!this.#outcome.isRight) throw this.#outcome.error;
    return this.#outcome.value;
  }

  /** What a function makes of the value, once it is there. */
  map<Next>(change: (value: Value) => Next): Pending<Next> {
    const next = new Pending<Next>(this.#whenAwaited);
    this.#listen(() => {
      try {
        next.settle(change(this.read()));
      } catch (error) {
        next.fail(error);
      }
    });
    return next;
  }

  // biome-ignore lint/suspicious/noThenProperty: graphql-js waits for it as for a promise.
  then<Fulfilled = Value, Rejected = never>(
    onFulfilled?: ((value: Value) => Fulfilled | PromiseLike<Fulfilled>) | null,
    onRejected?: ((reason: unknown) => Rejected | PromiseLike<Rejected>) | null,
  ): Promise<Fulfilled | Rejected> {
    if (!this.#outcome) this.#whenAwaited();
    return new Promise<Value>((resolve, reject) => {
      this.#listen(() => {
        try {
          resolve(this.read());
        } catch (error) {
          reject(error);
        }
      });
    }).then(onFulfilled, onRejected);
  }

  #listen(listener: () => void): void {
    if (!this.#outcome) this.#listeners.push(listener);
    else listener();
  }

  #tell(): void {
    const listeners = this.#listeners;
    this.#listeners = [];
    for (const listener of listeners) listener();
  }
}
