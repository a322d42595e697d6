import { DatelineError } from '../../errors.ts';
import { FeatureTable } from '../classifiers/feature-table.ts';
import type { ModelFile } from '../classifiers/model-file.ts';
import type { Sentence } from '../document.ts';
import { makeArithmetic } from './arithmetic.ts';
import { encode, FLOAT, listTokenRows, multiplyBlock, type Network, type NetworkInput } from './encoder.ts';
import { multiplyShort, shortSize } from './short-matrices.ts';
import { INPUT, LAYERS, layOut, MOST_TOKENS, ROLES, STATE } from './layout.ts';

/** A network that reads sentences, with the words it knows. */
export interface Reader extends Network {
  readonly words: WordRows;
  /** The Penn and the universal tag of every class of tags. */
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
}

/** What the words of a network mean: bytes with a factor for each word. The first is every unknown word. */
export class WordRows {
  readonly #table: FeatureTable;
  readonly #bytes: Int8Array;
  readonly #factors: Float32Array;

  /** Of the hashes of all words but the first, as `encodeKeys` writes them. */
  constructor(keys: Uint8Array, bytes: Uint8Array, factors: Float32Array) {
    this.#table = new FeatureTable(
      keys,
      Int32Array.from({ length: factors.length - 1 }, (_, row) => row + 1),
    );
    this.#bytes = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length);
    this.#factors = factors;
  }

  /** Adds what a word means to the numbers at a place. */
  add(word: number, floats: Float32Array, into: number): void {
    const row = Math.max(this.#table.meaningOf(word), 0);
    const bytes = this.#bytes;
    const factor = this.#factors[row] ?? 0;
    const from = row * INPUT;
    for (let at = 0; at < INPUT; at++) floats[into + at] = (floats[into + at] ?? 0) + factor * (bytes[from + at] ?? 0);
  }
}

/** Makes a network of its file: bytes, with a factor for each row of every block. */
export function openReader(file: ModelFile): Reader {
  const pairs = file.column('pairs');
  const layout = layOut(pairs.length / 2);
  const arithmetic = makeArithmetic(layout.size + shortSize(layout));
  for (const [name, { at, rows, width }] of layout.learned) {
    const bytes = file.column(name);
    const factors = readFloats(file.column(`${name}.factors`));
    if (bytes.length !== rows * width || factors.length !== rows)
      throw new DatelineError('INTERNAL', `The model's column "${name}" has another size than the network.`);
    for (let row = 0; row < rows; row++) {
      const factor = factors[row] ?? 0;
      for (let place = row * width; place < (row + 1) * width; place++)
        arithmetic.floats[at + place] = factor * (((bytes[place] ?? 0) << 24) >> 24);
    }
  }
  return {
    layout,
    arithmetic,
    multiply: multiplyShort(layout, arithmetic),
    words: new WordRows(file.column('words.keys'), file.column('words'), readFloats(file.column('words.factors'))),
    penn: pairs.filter((_, at) => at % 2 === 0),
    universal: pairs.filter((_, at) => at % 2 === 1),
  };
}

/** Floats that lie in a column at any alignment. */
function readFloats(bytes: Uint8Array): Float32Array {
  return new Float32Array(bytes.slice().buffer);
}

/** Sentences with as many tokens, all in a row, as are read at once; no sentence of a text is longer. */
export function* batchSentences(sentences: readonly Sentence[]): Generator<Sentence[]> {
  let batch: Sentence[] = [];
  let begin = 0;
  let end = 0;
  for (const sentence of sentences) {
    if (sentence.last - sentence.first >= MOST_TOKENS)
      throw new DatelineError('INTERNAL', `A sentence of more than ${MOST_TOKENS} tokens cannot be read.`);
    if (batch.length > 0 && (sentence.first !== end || sentence.last - begin >= MOST_TOKENS)) {
      yield batch;
      batch = [];
    }
    if (batch.length === 0) begin = sentence.first;
    batch.push(sentence);
    end = sentence.last + 1;
  }
  if (batch.length > 0) yield batch;
}

/** The states of all tokens after their sentences have been read, `STATE` numbers a token. */
export function readStates(
  reader: Reader,
  input: NetworkInput & { readonly sentences: readonly Sentence[] },
): Float32Array {
  const { layout, arithmetic, words } = reader;
  const { work } = layout;
  const states = new Float32Array(input.penn.length * STATE);
  const top = work.layers[LAYERS - 1]?.states.at ?? 0;
  for (const batch of batchSentences(input.sentences)) {
    let count = 0;
    const ranges = batch.map(({ first, last }) => {
      const from = count;
      for (let token = first; token <= last; token++, count++) {
        const into = work.input.at + count * INPUT;
        const rows = listTokenRows(reader, input, token, first);
        arithmetic.sumRows(work.list.at * FLOAT, rows, INPUT, into * FLOAT);
        words.add(input.words.word[token] ?? 0, arithmetic.floats, into);
      }
      return { first: from, last: count - 1 };
    });
    encode(reader, count, ranges);
    const first = batch[0]?.first ?? 0;
    states.set(arithmetic.floats.subarray(top, top + count * STATE), first * STATE);
  }
  return states;
}

/** Puts the tokens `first` to `first + count - 1` into the work space, as what they can be to a parser's choices. */
export function prepareRoles(
  { layout, arithmetic, multiply }: Network,
  states: Float32Array,
  first: number,
  count: number,
): void {
  const { work } = layout;
  const top = work.layers[LAYERS - 1]?.states.at ?? 0;
  arithmetic.floats.set(states.subarray(first * STATE, (first + count) * STATE), top);
  arithmetic.floats.fill(0, work.roles.at, work.roles.at + count * ROLES);
  multiply(top, layout.roles, work.roles.at, count);
}

/** Writes the score of every class of tags for `count` tokens from `first` on into the work space. */
export function scoreTags(
  { layout, arithmetic, multiply }: Network,
  states: Float32Array,
  first: number,
  count: number,
): void {
  const { work, tags, tagBias } = layout;
  const top = work.layers[LAYERS - 1]?.states.at ?? 0;
  arithmetic.floats.set(states.subarray(first * STATE, (first + count) * STATE), top);
  for (let token = 0; token < count; token++)
    arithmetic.floats.copyWithin(work.tags.at + token * tags.width, tagBias.at, tagBias.at + tags.width);
  multiply(top, tags, work.tags.at, count);
}

/** Writes the scores of the three steps into the work space, of the rows in the list. */
export function scoreStep({ layout, arithmetic }: Network, rows: number): void {
  const { work, steps, stepBias } = layout;
  hide(arithmetic, work.list.at, rows, work.stepHidden.at, work.stepHidden.width);
  arithmetic.floats.copyWithin(work.stepScores.at, stepBias.at, stepBias.at + steps.width);
  multiplyBlock(arithmetic, work.stepHidden.at, steps.rows, steps.at, steps.width, work.stepScores.at, 1);
}

/** Writes the scores of all relations into the work space, of the rows in the list. */
export function scoreArc({ layout, arithmetic }: Network, rows: number): void {
  const { work, relations, relationBias } = layout;
  hide(arithmetic, work.list.at, rows, work.arcHidden.at, work.arcHidden.width);
  arithmetic.floats.copyWithin(work.arcScores.at, relationBias.at, relationBias.at + relations.width);
  multiplyBlock(arithmetic, work.arcHidden.at, relations.rows, relations.at, relations.width, work.arcScores.at, 1);
}

/** The sum of rows, with noughts for what is below nought. */
function hide(arithmetic: Network['arithmetic'], list: number, rows: number, into: number, width: number): void {
  arithmetic.sumRows(list * FLOAT, rows, width, into * FLOAT);
  const { floats } = arithmetic;
  for (let at = into; at < into + width; at++) if ((floats[at] ?? 0) < 0) floats[at] = 0;
}
