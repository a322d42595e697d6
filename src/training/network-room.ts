import { makeArithmetic } from '../language/networks/arithmetic.ts';
import { multiplyBlock } from '../language/networks/encoder.ts';
import { GATES, INPUT, LAYERS, layOut, MOST_TOKENS, ROLES, STATE } from '../language/networks/layout.ts';
import type { TrainedNetwork } from './network-gradients.ts';
import { VECTOR } from './word-vectors.ts';

/** A vector's numbers with room at the end: columns come in eights. */
export const VECTOR_COLUMNS = Math.ceil(VECTOR / 8) * 8;

/** A network to be trained, and where the words' own rows and what their vectors are multiplied with lie. */
export interface NetworkRoom extends TrainedNetwork {
  readonly wordRows: number;
  readonly vectorMatrix: number;
  /** Room for the vectors of the tokens that are read at once. */
  readonly vectors: number;
}

/** Of numbers drawn with a standard deviation around 0; the others begin at 0. */
const ROLE_SIZE = 0.7;
const TABLE_SIZE = 0.05;
/** How much of a cell is kept at first: gates begin open. */
const FIRST_KEPT = 0.5;

/** Makes a network with its learned numbers drawn at random and room for training it. */
export function makeNetworkRoom(tagClasses: number, wordRows: number, random: () => number): NetworkRoom {
  const layout = layOut(tagClasses, MOST_TOKENS, [
    ['words', wordRows, INPUT],
    ['vectors', VECTOR_COLUMNS, INPUT],
  ]);
  const vectors = layout.size;
  const turned = vectors + MOST_TOKENS * VECTOR_COLUMNS;
  const shift = turned + Math.max(STATE, INPUT) * Math.max(ROLES, GATES);
  const arithmetic = makeArithmetic(shift * 4);
  const draw = (name: string, size: number): void => {
    const block = layout.learned.get(name);
    if (!block) return;
    for (let at = block.at; at < block.at + block.rows * block.width; at++)
      arithmetic.floats[at] = gauss(random) * size;
  };
  for (const [name, block] of layout.learned) {
    if (name.startsWith('token.')) draw(name, TABLE_SIZE);
    else if (
      name.endsWith('.weights') ||
      name === 'tags' ||
      name === 'steps' ||
      name === 'relations' ||
      name === 'vectors'
    )
      draw(name, 1 / Math.sqrt(block.rows));
  }
  draw('roles', ROLE_SIZE / Math.sqrt(STATE));
  draw('roles.root', 2 * TABLE_SIZE);
  draw('roles.none', 2 * TABLE_SIZE);
  for (let layer = 0; layer < LAYERS; layer++) {
    const bias = layout.layers[layer]?.bias.at ?? 0;
    arithmetic.floats.fill(FIRST_KEPT, bias + STATE, bias + 2 * STATE);
  }
  return {
    layout,
    arithmetic,
    multiply: (from, { at, rows, width }, into, count) => multiplyBlock(arithmetic, from, rows, at, width, into, count),
    shift,
    turned,
    wordRows: layout.learned.get('words')?.at ?? 0,
    vectorMatrix: layout.learned.get('vectors')?.at ?? 0,
    vectors,
  };
}

/** A number of the normal distribution (Box and Muller 1958). */
function gauss(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
