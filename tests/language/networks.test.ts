import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import wabt from 'wabt';
import { annotate } from '../../src/language/analyse.ts';
import { CODE, makeArithmetic } from '../../src/language/networks/arithmetic.ts';
import { batchSentences } from '../../src/language/networks/network.ts';
import { MOST_TOKENS } from '../../src/language/networks/layout.ts';
import { LONGEST_SENTENCE } from '../../src/language/text/sentences.ts';

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
    ['those with tokens between them apart', [sentence(0, 1), sentence(3, 4)], [[sentence(0, 1)], [sentence(3, 4)]]],
  ])('%s', (_, sentences, batches) => {
    expect([...batchSentences(sentences)]).toEqual(batches);
  });
});

test('the longest sentence of a text is read at once', () => {
  const { sentences } = annotate(`The minister ${'met the union and the mayor and '.repeat(120)}left the town.`);
  const lengths = sentences.map(({ first, last }) => last - first + 1);
  expect(Math.max(...lengths)).toBeGreaterThanOrEqual(LONGEST_SENTENCE);
  expect(Math.max(...lengths)).toBeLessThan(MOST_TOKENS);
});

describe('products with numbers of 16 bits', () => {
  it('are nearly those of floats', () => {
    const rows = 6;
    const inner = 8;
    const columns = 16;
    const arithmetic = makeArithmetic(4000);
    const { floats, shorts } = arithmetic;
    floats.set(numbers(rows * inner), 8);
    for (let row = 0; row < inner; row++)
      for (let column = 0; column < columns; column++)
        shorts[4000 + ((row >> 1) * columns + column) * 2 + (row & 1)] = row * 50 - column * 20;
    arithmetic.shorten(32, rows * inner, 4800, 1024, 8191);
    arithmetic.multiplyShort(
      4800,
      inner * 2,
      8000,
      columns * 4,
      12_000,
      columns * 4,
      rows,
      columns,
      inner / 2,
      1 / 1024,
    );
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        let sum = 0;
        for (let at = 0; at < inner; at++) sum += (floats[8 + row * inner + at] ?? 0) * (at * 50 - column * 20);
        expect(Math.abs((floats[3000 + row * columns + column] ?? 0) - sum)).toBeLessThan(2);
      }
  });
});
