import type { Arithmetic } from './arithmetic.ts';
import { FLOAT, type Network } from './encoder.ts';
import { type Block, type Layout, MOST_TOKENS, STATE } from './layout.ts';

/** What floats are multiplied with to become numbers of 16 bits, and the largest of these: sums stay below 2 ** 31. */
const ROW_SCALE = 1024;
const LARGEST_IN_ROW = 8191;
const LARGEST_IN_MATRIX = 1023;

/** A matrix with numbers of 16 bits; `at` counts bytes. */
interface ShortMatrix {
  readonly at: number;
  readonly scale: number;
}

/** How many more floats a memory needs for a layout's matrices once more, with numbers of 16 bits, and for rows. */
export function shortSize(layout: Layout): number {
  return [...matricesOf(layout), { rows: MOST_TOKENS, width: STATE }].reduce(
    (sum, { rows, width }) => sum + rows * width,
    0,
  );
}

function matricesOf({ layers, roles, tags }: Layout): Block[] {
  return [...layers.map(({ weights }) => weights), roles, tags];
}

/**
 * Products of rows and matrices with numbers of 16 bits, which take half the time of floats. The matrices, learned by
 * then, are copied after the layout's end.
 */
export function multiplyShort(layout: Layout, arithmetic: Arithmetic): Network['multiply'] {
  const rows = layout.size * FLOAT;
  let free = rows + MOST_TOKENS * STATE * FLOAT;
  const matrices = new Map<Block, ShortMatrix>();
  for (const block of matricesOf(layout)) {
    matrices.set(block, copyMatrix(arithmetic, block, free));
    free += block.rows * block.width * FLOAT;
  }
  return (from, matrix, into, count) => {
    const short = matrices.get(matrix);
    if (!short) return;
    const { rows: inner, width } = matrix;
    arithmetic.shorten(from * FLOAT, count * inner, rows, ROW_SCALE, LARGEST_IN_ROW);
    arithmetic.multiplyShort(
      rows,
      inner * 2,
      short.at,
      width * 4,
      into * FLOAT,
      width * FLOAT,
      count,
      width,
      inner / 2,
      short.scale,
    );
  };
}

/** Copies a matrix, two rows as one: the two numbers of a column stand side by side. */
function copyMatrix({ floats, shorts }: Arithmetic, { at, rows, width }: Block, into: number): ShortMatrix {
  let largest = 1e-6;
  for (let place = at; place < at + rows * width; place++) largest = Math.max(largest, Math.abs(floats[place] ?? 0));
  const factor = LARGEST_IN_MATRIX / largest;
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < width; column++)
      shorts[into / 2 + ((row >> 1) * width + column) * 2 + (row & 1)] = Math.round(
        (floats[at + row * width + column] ?? 0) * factor,
      );
  return { at: into, scale: 1 / (factor * ROW_SCALE) };
}
