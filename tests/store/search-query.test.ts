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
];

test.each(CASES)('%j is asked as %j', (typed, expected) => {
  expect(matchQuery(typed)).toBe(expected);
});

test('whatever is typed, FTS5 takes the query', () => {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE words USING fts5(text, tokenize='unicode61 remove_diacritics 2')");
  database.prepare('INSERT INTO words VALUES (?)').run('the drone deal between Iran and Russia');
  const find = database.prepare('SELECT rowid FROM words WHERE words MATCH ?');
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom('"', '*', 'NEAR(', ')', 'AND', 'OR', 'NOT', '^', ':', '-', '{', '+', 'iran', '\0', "'"), { maxLength: 12 }).map((parts) => parts.join(' ')),
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
