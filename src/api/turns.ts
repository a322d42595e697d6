/** Gives each who waits a turn of the event loop of its own, in the order of asking, so that other requests are answered between two pieces of work. */
export class Turns {
  readonly #waiting: (() => void)[] = [];

  /** Resolves when it is the turn of whoever asks. */
  take(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#waiting.push(resolve) === 1) setImmediate(this.#next);
    });
  }

  readonly #next = (): void => {
    this.#waiting.shift()?.();
    if (this.#waiting.length > 0) setImmediate(this.#next);
  };
}
