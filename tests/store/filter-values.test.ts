import { expect, test } from 'vitest';
import { readActorFilter, readArticleFilter, readStatementFilter } from '../../src/store/filters.ts';

test('what is given over and over is asked for once, and what nothing can be called for nothing', () => {
  expect(readStatementFilter({ kind: Array.from({ length: 100_000 }, () => 'DIRECT') })).toEqual(
    readStatementFilter({ kind: ['DIRECT'] }),
  );
  expect(
    readStatementFilter({ kind: Array.from({ length: 100_000 }, (_, at) => (at % 2 === 0 ? 'DIRECT' : 'MIXED')) }),
  ).toEqual(readStatementFilter({ kind: ['DIRECT', 'MIXED'] }));
  expect(readActorFilter({ name: 'a'.repeat(1_000_000) })).toEqual({ text: '(0)', values: [] });
  expect(readArticleFilter({ publisher: 'a'.repeat(1_000_000), language: 'e'.repeat(1_000_000) })).toEqual({
    text: '(0 AND 0)',
    values: [],
  });
});
