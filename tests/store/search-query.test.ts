import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchQuery } from '../../src/store/search-query.ts';

const CASES: readonly [string, string | null][] = [
  ['sanctions', '"sanctions"'],
  ['drone deal', '"drone" AND "deal"'],
  ['"drone deal" Iran', '"drone deal" AND "Iran"'],
  ['sanct*', '"sanct"*'],
  ['“new level”', '"new level"'],
  ['say "half', '"say" AND "half"'],
  ['AND OR NOT', '"AND" AND "OR" AND "NOT"'],
  ['title:war', '"title" AND "war"'],
  ['', null],
  ['   ', null],
  ['"" * ( ) - ^', null],
  ['the a* the a* "the" the*', '"the" AND "a"* AND "the"*'],
  ['foo-bar*', '"foo" AND "bar"*'],
];

test.each(CASES)('%j is asked as %j', (typed, expected) => {
  expect(matchQuery(typed)).toBe(expected);
});

test.each([
  ['words', Array.from({ length: 1_000 }, (_, at) => `word${at}`).join(' ')],
  ['prefixes', Array.from({ length: 1_000 }, (_, at) => `w${at}*`).join(' ')],
  ['a phrase', `"${Array.from({ length: 1_000 }, (_, at) => `word${at}`).join(' ')}"`],
  ['phrases', Array.from({ length: 1_000 }, (_, at) => `"some words ${at}"`).join(' ')],
  ['marks of a quotation', `a ${'"'.repeat(1_000_000)} b`],
  ['one word', 'a'.repeat(1_000_000)],
  ['one word in pieces', 'a-'.repeat(1_000_000)],
])('of more than anybody types some is asked: %s', (_name, typed) => {
  const query = matchQuery(typed) ?? '';
  expect(query.match(/[\p{L}\p{N}]+/gu)?.filter((word) => word !== 'AND').length).toBeLessThanOrEqual(24);
  expect(query.length).toBeLessThan(3_000);
});

test('whatever is typed, FTS5 takes the query', () => {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')");
  database.prepare('INSERT INTO words VALUES (?)').run('the drone deal between Iran and Russia');
  const find = database.prepare('SELECT rowid FROM words WHERE words MATCH ?');
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('"', '*', 'NEAR(', ')', 'AND', 'OR', 'NOT', '^', ':', '-', '{', '+', 'iran', '\0', "'"), {
        maxLength: 12,
      })
      .map((parts) => parts.join(' ')),
  );
  fc.assert(
    fc.property(typed, (text) => {
      const query = matchQuery(text);
      if (query !== null) expect(() => find.all(query)).not.toThrow();
    }),
    { numRuns: 500 },
  );
  expect(find.all(matchQuery('IRAN "drone deal"') ?? '')).toHaveLength(1);
  database.close();
});
