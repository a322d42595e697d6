/** What a forgotten word looks like: a word that no text has. */
const FORGOTTEN = 0x00abcdef;
/** Of a word seen n times, one in 1 + n / RATE is forgotten: half of those seen once at 1. */
const RATE = 0.3;

/**
 * Makes rare words look unknown now and then while training, so that a model learns to do without them (Iyyer and
 * others 2015, Kiperwasser and Goldberg 2016). Give it the words' hashes; it writes a column with some of them
 * forgotten, sentence by sentence.
 */
export class Forgetter {
  readonly #words: Int32Array;
  readonly #share: Float32Array;
  readonly #random: () => number;

  constructor(words: Int32Array, random: () => number) {
    const counts = new Map<number, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    this.#words = words.slice();
    this.#share = Float32Array.from(words, (word) => RATE / (RATE + (counts.get(word) ?? 0)));
    this.#random = random;
  }

  /** Writes the words `first` to `last` into `into`, some forgotten, each time others. */
  forget(first: number, last: number, into: Int32Array): void {
    for (let token = first; token <= last; token++)
      into[token] = this.#random() < (this.#share[token] ?? 0) ? FORGOTTEN : (this.#words[token] ?? 0);
  }

  /** Whether the word at a token of a column written by `forget` is forgotten. */
  static isForgotten(word: number | undefined): boolean {
    return word === FORGOTTEN;
  }
}

/**
 * Leaves a share of the features out, moves the others together and says how many they are (dropout as feature bagging:
 * Sutton and others 2006).
 */
export function dropFeatures(features: Int32Array, count: number, share: number, random: () => number): number {
  let kept = 0;
  for (let at = 0; at < count; at++) if (random() >= share) features[kept++] = features[at] ?? 0;
  return kept;
}
