import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import wabt from 'wabt';
import { CODE, makeArithmetic } from '../../src/language/networks/arithmetic.ts';
import { batchSentences } from '../../src/language/networks/network.ts';
import { MOST_TOKENS } from '../../src/language/networks/layout.ts';

/** Numbers that are no two alike, the same every time. */
function numbers(count: number): Float32Array {
  return Float32Array.from({ length: count }, (_, at) => Math.sin(at * 1.7));
}

describe('the arithmetic of networks', () => {
  it('is what arithmetic.wat says', async () => {
    const source = readFileSync(new URL('../../src/language/networks/arithmetic.wat', import.meta.url), 'utf8');
    const { parseWat } = await wabt();
    const { buffer } = parseWat('arithmetic.wat', source, { simd: true }).toBinary({});
    expect(Buffer.from(buffer).toString('base64')).toBe(CODE);
  });

  it.each([1, 3, 4, 7])('adds the product of matrices with %i rows', (rows) => {
    const inner = 5;
    const columns = 16;
    const { floats, multiply } = makeArithmetic(1000);
    const left = numbers(rows * inner);
    const right = numbers(inner * columns).reverse();
    floats.set(left, 8);
    floats.set(right, 104);
    floats.fill(1, 304, 304 + rows * columns);
    multiply(32, inner * 4, 4, 416, columns * 4, 1216, columns * 4, rows, columns, inner);
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        let sum = 1;
        for (let at = 0; at < inner; at++) sum += (left[row * inner + at] ?? 0) * (right[at * columns + column] ?? 0);
        expect(floats[304 + row * columns + column]).toBeCloseTo(sum, 5);
      }
  });

  it('adds rows up, and adds a row to rows', () => {
    const { floats, integers, sumRows, spread } = makeArithmetic(1000);
    floats.set(numbers(24), 16);
    integers.set([64, 128], 0);
    sumRows(0, 2, 8, 800);
    const sums = Array.from({ length: 8 }, (_, at) => (floats[16 + at] ?? 0) + (floats[32 + at] ?? 0));
    expect([...floats.subarray(200, 208)].map((sum) => sum.toFixed(5))).toEqual(sums.map((sum) => sum.toFixed(5)));
    spread(0, 2, 8, 800, 400);
    expect(floats.subarray(116, 124)).toEqual(floats.subarray(200, 208));
    expect(floats.subarray(132, 140)).toEqual(floats.subarray(200, 208));
  });
});

describe('sentences that are read at once', () => {
  const sentence = (first: number, last: number): { first: number; last: number; paragraph: number } => ({
    first,
    last,
    paragraph: 0,
  });
  it.each([
    ['none', [], []],
    ['short ones together', [sentence(0, 9), sentence(10, 10)], [[sentence(0, 9), sentence(10, 10)]]],
    [
      'one that has no room left',
      [sentence(0, 9), sentence(10, MOST_TOKENS)],
      [[sentence(0, 9)], [sentence(10, MOST_TOKENS)]],
    ],
    [
      'a long one, in pieces',
      [sentence(0, MOST_TOKENS + 4)],
      [[sentence(0, MOST_TOKENS - 1)], [sentence(MOST_TOKENS, MOST_TOKENS + 4)]],
    ],
    ['those with tokens between them apart', [sentence(0, 1), sentence(3, 4)], [[sentence(0, 1)], [sentence(3, 4)]]],
  ])('%s', (_, sentences, batches) => {
    expect([...batchSentences(sentences)]).toEqual(batches);
  });
});
