/**
 * Gives one request a turn of the event loop each: what takes long when many ask at once waits in line, and what is
 * quick, such as a probe, is answered between two of them.
 */
export class Turns {
  readonly #waiting: (() => void)[] = [];
  #isTaken = false;

  /**
   * Resolves when it is one's turn, at once where nobody has had this one. What is done then, until the next wait for
   * input or output, is the turn.
   */
  async take(): Promise<void> {
    if (this.#isTaken) return new Promise((resolve) => this.#waiting.push(resolve));
    this.#isTaken = true;
    setImmediate(this.#next);
  }

  readonly #next = (): void => {
    const begin = this.#waiting.shift();
    this.#isTaken = begin !== undefined;
    if (!begin) return;
    begin();
    setImmediate(this.#next);
  };
}
