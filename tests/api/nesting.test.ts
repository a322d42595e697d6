import fc from 'fast-check';
import { getIntrospectionQuery, Kind, Lexer, parse, Source, TokenKind } from 'graphql';
import { expect, test } from 'vitest';
import { checkNesting } from '../../src/api/nesting.ts';

const OPENING = ['{', '[', '('];
const DEEP = 100_000;

test.each([
  ['lists of arguments', `{ a(b: ${'['.repeat(DEEP)}`],
  ['lists that are closed', `{ a(b: ${'['.repeat(DEEP)}${']'.repeat(DEEP)}) }`],
  ['objects', `{ a(b: ${'{c: '.repeat(DEEP)}`],
  ['selections', '{a'.repeat(DEEP)],
  ['types of variables', `query($a: ${'['.repeat(DEEP)}Int${']'.repeat(DEEP)}) { a }`],
  ['arguments of arguments', `{ a${'(b: [{c'.repeat(DEEP)}`],
  ['brackets after strings', `{ a(b: "\\"", c: """ \\""" " """, d: ${'['.repeat(DEEP)}`],
  ['brackets after a comment', `# a "\n{ a(b: ${'['.repeat(DEEP)}`],
  ['brackets after a string without an end', `{ a(b: "\n${'['.repeat(DEEP)}`],
])('%s: too deep to be parsed', (_name, query) => {
  expect(checkNesting(query)).toMatchObject({
    message: 'Syntax Error: More than 300 brackets are open at once.',
    extensions: { code: 'GRAPHQL_PARSE_FAILED' },
  });
});

test.each([
  ['nothing', ''],
  ['introspection', getIntrospectionQuery()],
  [
    'a filter that holds a hundred',
    `{ statements(filter: ${'{and: ['.repeat(100)}${']}'.repeat(100)}) { totalCount } }`,
  ],
  ['one bracket after the other', '{ a(b: []) }'.repeat(DEEP)],
  ['closing brackets alone', '}'.repeat(DEEP)],
  ['a string of brackets', `{ a(b: "${'{'.repeat(DEEP)}") }`],
  ['a string with marks in it', `{ a(b: "\\"${'{'.repeat(DEEP)}\\\\") }`],
  ['a block of brackets', `{ a(b: """${'{"'.repeat(DEEP)}\\"""${'{'.repeat(DEEP)}""") }`],
  ['a block without an end', `{ a(b: """${'{'.repeat(DEEP)}`],
  ['a comment of brackets', `# ${'{'.repeat(DEEP)}\n{ a }`],
])('%s: within the bound', (_name, query) => {
  expect(checkNesting(query)).toBeNull();
});

/**
 * How many brackets are open at once, by the lexer of graphql-js, as far as it can read, and whether it can read all.
 */
function deepest(query: string): { readonly most: number; readonly isWhole: boolean } {
  const lexer = new Lexer(new Source(query));
  let open = 0;
  let most = 0;
  try {
    for (let { kind } = lexer.advance(); kind !== TokenKind.EOF; { kind } = lexer.advance()) {
      if (OPENING.some((bracket) => bracket === kind)) open += 1;
      else if (kind === TokenKind.BRACE_R || kind === TokenKind.BRACKET_R || kind === TokenKind.PAREN_R)
        open = Math.max(0, open - 1);
      most = Math.max(most, open);
    }
  } catch {
    // The parser gets no further either.
    return { most, isWhole: false };
  }
  return { most, isWhole: true };
}

test('it counts what the lexer of graphql-js counts', () => {
  const pieces = fc.constantFrom(
    '{',
    '[',
    '(',
    '}',
    ']',
    ')',
    '"',
    '"""',
    '\\',
    '\\"',
    '\n',
    '\r',
    '# ',
    'a',
    ' ',
    '{['.repeat(160),
    '[{ '.repeat(160),
    '}'.repeat(160),
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 24 }), (parts) => {
      const query = parts.join('');
      const { most, isWhole } = deepest(query);
      // What cannot be read further may be counted further: it is refused either way.
      if (isWhole || most > 300) expect(checkNesting(query) !== null, query).toBe(most > 300);
    }),
    { numRuns: 2_000, seed: 11 },
  );
});

test('what passes can be parsed', () => {
  const query = `{ a(b: ${'['.repeat(298)}${']'.repeat(298)}) }`;
  expect(checkNesting(query)).toBeNull();
  expect(parse(query).kind).toBe(Kind.DOCUMENT);
  expect(checkNesting(query.replace('[]', '[[]]'))).not.toBeNull();
});
