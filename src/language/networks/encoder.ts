import type { TokenRange } from '../document.ts';
import type { WordFeatures } from '../tagging/word-features.ts';
import { mix } from '../tagging/word-features.ts';
import type { Arithmetic } from './arithmetic.ts';
import { type Block, GATES, INPUT, LAYERS, type Layout, STATE } from './layout.ts';

/** A network in memory. */
export interface Network {
  readonly layout: Layout;
  readonly arithmetic: Arithmetic;
  /** Adds the product of `count` rows from a place on, and a learned matrix, to as many rows from another place on. */
  readonly multiply: (from: number, matrix: Block, into: number, count: number) => void;
}

/** The tokens of a text as the network reads them: what the words look like, and the tags that a first tagger gave. */
export interface NetworkInput {
  readonly words: WordFeatures;
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
}

/** How many bytes a float has. */
export const FLOAT = 4;

/** Half of the numbers of a state are read from left to right, the others from right to left. */
const DIRECTION = STATE / 2;

/** What training leaves out at random: a factor for every number of a layer, 0 for those left out. */
export interface Masks {
  readonly input: Float32Array;
  readonly states: readonly Float32Array[];
}

/** Writes the places of the rows that describe a token into the network's list, and says how many there are. */
export function listTokenRows(
  { layout, arithmetic }: Network,
  input: NetworkInput,
  token: number,
  first: number,
): number {
  const { words } = input;
  const { token: tables, work } = layout;
  const list = arithmetic.integers;
  let place = work.list.at;
  const add = ({ at }: Block, row: number): void => {
    list[place++] = (at + row * INPUT) * FLOAT;
  };
  const fold = (table: Block, hash: number): void => add(table, hash & (table.rows - 1));
  fold(tables.suffix2, words.suffix2[token] ?? 0);
  fold(tables.suffix3, words.suffix3[token] ?? 0);
  fold(tables.suffix4, words.suffix4[token] ?? 0);
  fold(tables.prefix2, words.prefix2[token] ?? 0);
  fold(tables.prefix3, words.prefix3[token] ?? 0);
  fold(tables.shape, words.shape[token] ?? 0);
  add(tables.casing, (words.casing[token] ?? 0) + 4 * (words.sentenceCasing[token] ?? 0) + (token === first ? 16 : 0));
  fold(tables.forms, mix(77, words.forms[token] ?? 0));
  const senses = words.senses[token] ?? 0;
  add(tables.nounSense, senses & 31);
  add(tables.verbSense, (senses >>> 5) & 15);
  add(tables.frames, (senses >>> 9) & 255);
  add(tables.penn, input.penn[token] ?? 0);
  add(tables.universal, input.universal[token] ?? 0);
  return place - work.list.at;
}

/**
 * Reads `count` tokens whose inputs stand in the work space, each sentence both ways, and leaves the states of the last
 * layer there (quasi-recurrent layers: Bradbury and others 2017). `sentences` are ranges of places in the work space.
 */
export function encode(
  { layout, arithmetic, multiply }: Network,
  count: number,
  sentences: readonly TokenRange[],
  masks?: Masks,
): void {
  const { floats } = arithmetic;
  const { work } = layout;
  for (let layer = 0; layer < LAYERS; layer++) {
    const learned = layout.layers[layer];
    const room = work.layers[layer];
    const below = layer === 0 ? work.input : work.layers[layer - 1]?.states;
    if (!learned || !room || !below) continue;
    const { gates, states } = room;
    for (let token = 0; token < count; token++)
      floats.copyWithin(gates.at + token * GATES, learned.bias.at, learned.bias.at + GATES);
    multiply(below.at, learned.weights, gates.at, count);
    for (const { first, last } of sentences) {
      readOneWay(arithmetic, room, layer > 0 ? below.at : 0, first, last - first + 1, 1);
      readOneWay(arithmetic, room, layer > 0 ? below.at : 0, last, last - first + 1, -1);
    }
    const mask = masks?.states[layer];
    if (mask)
      for (let at = 0; at < count * STATE; at++)
        floats[states.at + at] = (floats[states.at + at] ?? 0) * (mask[at] ?? 0);
  }
}

/** Adds the product of `count` rows with a matrix to as many rows elsewhere. */
export function multiplyBlock(
  arithmetic: Arithmetic,
  from: number,
  inner: number,
  matrix: number,
  columns: number,
  into: number,
  count: number,
): void {
  arithmetic.multiply(
    from * FLOAT,
    inner * FLOAT,
    FLOAT,
    matrix * FLOAT,
    columns * FLOAT,
    into * FLOAT,
    columns * FLOAT,
    count,
    columns,
    inner,
  );
}

/**
 * Reads one sentence of `count` tokens one way, from the first or from the last: each token's cell is a mean of the
 * cell before and of what the token brings, as its gates say (squashed by x / (1 + |x|): Elliott 1993). What is below
 * is added to what shows, from the second layer on (`below`, 0 on the first).
 */
function readOneWay(
  arithmetic: Arithmetic,
  { gates, cells, states }: Layout['work']['layers'][number],
  below: number,
  from: number,
  count: number,
  direction: 1 | -1,
): void {
  const offset = from * STATE + (direction > 0 ? 0 : DIRECTION);
  arithmetic.readOneWay(
    (gates.at + from * GATES + (direction > 0 ? 0 : DIRECTION)) * FLOAT,
    direction * GATES * FLOAT,
    STATE * FLOAT,
    (cells.at + offset) * FLOAT,
    (states.at + offset) * FLOAT,
    below === 0 ? 0 : (below + offset) * FLOAT,
    direction * STATE * FLOAT,
    count,
    DIRECTION,
  );
}
