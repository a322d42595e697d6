import { annotate } from '../language/analyse.ts';
import type { Document } from '../language/document.ts';
import { read } from '../reading/read.ts';
import type { Reading } from '../reading/reading.ts';
import { countingLedger } from '../reading/rule.ts';

/** Reads a text that appeared on a day (`YYYY-MM-DD`), or on no known one. */
export type ReadText = (text: string, published: string | null) => Reading;

interface Known {
  readonly document: Document;
  readonly reading: Reading;
  readonly fired: ReadonlyMap<string, number>;
}

/** How often each rule fires in a text. */
export function firesIn(text: string, published: string | null): ReadonlyMap<string, number> {
  const ledger = countingLedger();
  read(annotate(text), published, ledger);
  return ledger.counts;
}

/**
 * Reads texts with all rules or without one. Tags and trees of a text are found once; without a rule only those texts
 * are read again in which it fired, as it changes nothing in others. Keeps all that it has read.
 */
export class RuleReader {
  readonly #known = new Map<string, Known>();

  /** The reading with all rules. */
  readonly read: ReadText = (text, published) => this.#know(text, published).reading;

  /** A reader without one rule. */
  without(rule: string): ReadText {
    return (text, published) => {
      const { document, reading, fired } = this.#know(text, published);
      return fired.has(rule) ? read(document, published, countingLedger([rule])) : reading;
    };
  }

  #know(text: string, published: string | null): Known {
    const key = `${published}\n${text}`;
    const known = this.#known.get(key);
    if (known) return known;
    const document = annotate(text);
    const ledger = countingLedger();
    const found = { document, reading: read(document, published, ledger), fired: ledger.counts };
    this.#known.set(key, found);
    return found;
  }
}
