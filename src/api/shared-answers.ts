import type { ExecutionResult } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Turns } from './turns.ts';

/** The memory that answers may take that others may still ask for, in characters of their JSON. */
const MOST_CHARACTERS = 8_000_000;

/**
 * Answers that many subscribers want: whoever asks for what is being found out, or was a moment ago, gets the same.
 * What is not known is found out one after the other, each at a turn of its own, so that other requests are answered
 * between.
 */
export class SharedAnswers {
  readonly #turns: Turns;
  readonly #coming = new Map<string, Promise<ExecutionResult>>();
  readonly #known = new LRUCache<string, ExecutionResult>({
    maxSize: MOST_CHARACTERS,
    maxEntrySize: MOST_CHARACTERS / 4,
  });
  #last: Promise<unknown> = Promise.resolve();

  constructor(turns: Turns) {
    this.#turns = turns;
  }

  /**
   * The answer of a name; `execute` finds it out where nobody has. Rejects as that does, for all who wait for it; it is
   * tried anew for whoever asks then.
   */
  find(name: string, execute: () => Promise<ExecutionResult>): Promise<ExecutionResult> {
    const known = this.#known.get(name);
    if (known) return Promise.resolve(known);
    const coming = this.#coming.get(name);
    if (coming) return coming;
    const answer = this.#last
      .then(() => this.#turns.take())
      .then(execute)
      .then((found) => {
        this.#known.set(name, found, { size: name.length + JSON.stringify(found).length });
        return found;
      })
      .finally(() => this.#coming.delete(name));
    this.#coming.set(name, answer);
    this.#last = answer.catch(() => {});
    return answer;
  }
}
