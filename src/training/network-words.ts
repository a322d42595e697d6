import { FLOAT, listTokenRows, multiplyBlock, type NetworkInput } from '../language/networks/encoder.ts';
import { INPUT } from '../language/networks/layout.ts';
import type { TokenRange } from '../language/document.ts';
import { learnMatrix } from './network-gradients.ts';
import { type NetworkRoom, VECTOR_COLUMNS } from './network-room.ts';
import { VECTOR, type WordVectors } from './word-vectors.ts';

/** The row of every unknown word. */
export const UNKNOWN = 0;
/** Words met fewer times than this in training have no row of their own. */
const LEAST_COUNT = 2;
/**
 * Of a word seen n times, one in 1 + n / RATE is taken for unknown; of the unknown ones, some have no vector either.
 */
const RATE = 0.5;
const WITHOUT_VECTOR = 0.15;

/** The words of the training texts: which rows they have, and how often they are met. */
export class TrainingWords {
  readonly rows: ReadonlyMap<number, number>;
  readonly #counts: ReadonlyMap<number, number>;
  readonly #vectors: WordVectors;
  /** The rows that each token's input was the sum of. */
  readonly #lists: Int32Array[] = [];

  constructor(words: Int32Array, vectors: WordVectors) {
    const counts = new Map<number, number>();
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const rows = new Map<number, number>();
    for (const [word, count] of counts) if (count >= LEAST_COUNT) rows.set(word, rows.size + 1);
    this.rows = rows;
    this.#counts = counts;
    this.#vectors = vectors;
  }

  /** Writes the inputs of the tokens of some sentences into the network's work space, some words as if unknown. */
  fill(room: NetworkRoom, input: NetworkInput, ranges: readonly TokenRange[], random: () => number): number {
    const { layout, arithmetic } = room;
    const { work } = layout;
    let count = 0;
    for (const { first, last } of ranges) {
      for (let token = first; token <= last; token++, count++) {
        const word = input.words.word[token] ?? 0;
        const times = this.#counts.get(word) ?? 0;
        const isForgotten = random() < RATE / (RATE + times);
        const row = isForgotten ? UNKNOWN : (this.rows.get(word) ?? UNKNOWN);
        const hasVector = row !== UNKNOWN || random() >= WITHOUT_VECTOR;
        const listed = listTokenRows(room, input, token, first);
        arithmetic.integers[work.list.at + listed] = (room.wordRows + row * INPUT) * FLOAT;
        this.#lists[count] = arithmetic.integers.slice(work.list.at, work.list.at + listed + 1);
        arithmetic.sumRows(work.list.at * FLOAT, listed + 1, INPUT, (work.input.at + count * INPUT) * FLOAT);
        this.#copyVector(room, hasVector ? this.#vectors.rows.get(word) : undefined, count);
      }
    }
    multiplyBlock(arithmetic, room.vectors, VECTOR_COLUMNS, room.vectorMatrix, INPUT, work.input.at, count);
    return count;
  }

  /** From the gradients of the inputs to those of the tables, the words' rows and the vectors' matrix. */
  goBack(room: NetworkRoom, count: number): void {
    const { layout, arithmetic, shift } = room;
    const { work } = layout;
    learnMatrix(room, room.vectors, VECTOR_COLUMNS, room.vectorMatrix, work.input.at, INPUT, count);
    for (let at = 0; at < count; at++) {
      const list = this.#lists[at] ?? new Int32Array();
      arithmetic.integers.set(list, work.list.at);
      const from = shift + work.input.at + at * INPUT;
      arithmetic.spread(work.list.at * FLOAT, list.length, INPUT, from * FLOAT, shift * FLOAT);
    }
  }

  #copyVector({ arithmetic, vectors }: NetworkRoom, row: number | undefined, token: number): void {
    const into = vectors + token * VECTOR_COLUMNS;
    if (row === undefined) arithmetic.floats.fill(0, into, into + VECTOR);
    else arithmetic.floats.set(this.#vectors.values.subarray(row * VECTOR, (row + 1) * VECTOR), into);
  }
}
