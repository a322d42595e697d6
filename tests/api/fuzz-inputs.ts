import fc from 'fast-check';
import { TOKEN } from './live-server.ts';

export const DOCUMENT = `query Q($first: Int = 2, $after: String, $ids: [ID!]!, $filter: StatementFilter,
  $words: String!) @skip(if: false) {
  nodes(ids: $ids) { __typename id ... on Person { name positions { title } } ...said }
  statements(first: $first, after: $after, filter: $filter, orderBy: { field: PUBLISHED_AT, direction: DESC }) {
    edges { cursor node { ...said } } pageInfo { endCursor } totalCount }
  search(query: $words, types: [ARTICLE, STATEMENT]) { edges { snippet score } }
    person(name: "Shoigu") { events(last: 2) { nodes { type date { start } } } }
}
fragment said on Statement { text act confidence speakers { name ... on Actor { aliases } } evidence { start end } }`;
export const TOKENS = DOCUMENT.match(/[\w.$@!]+|\S/g) ?? [];

/** A document with some of its tokens taken out, doubled, swapped or replaced by anything. */
export const mangled = fc
  .array(
    fc.tuple(
      fc.nat(TOKENS.length - 1),
      fc.oneof(
        fc.constantFrom(
          '',
          '{',
          '}',
          '...',
          '(',
          ')',
          '$x',
          '"',
          '"""',
          '#',
          '@include',
          ': 99999999999',
          '[',
          'null',
          '-1',
          'fragment f on Actor { ...f }',
        ),
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((changes) => {
    const tokens = [...TOKENS];
    for (const [place, replacement] of changes) tokens[place] = replacement;
    return tokens.join(' ');
  });

export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 50 }),
);

/** A filter that the schema takes, nested so deep, with anything in its texts. */
export function filterOf(depth: number): fc.Arbitrary<object> {
  const inner = depth === 0 ? fc.constant({}) : fc.constant(null).chain(() => filterOf(depth - 1));
  return fc.record(
    {
      and: fc.array(inner, { maxLength: 2 }),
      or: fc.array(inner, { maxLength: 2 }),
      not: inner,
      speaker: anyText,
      kind: fc.subarray(['DIRECT', 'INDIRECT', 'MIXED']),
      text: anyText,
      publishedAt: fc.record(
        {
          from: fc.constantFrom('2024-01-01', '0000-01-01', '9999-12-31'),
          to: fc.constantFrom('2024-01-01', '9999-12-31', null),
        },
        { requiredKeys: [] },
      ),
      minConfidence: fc.double({ noNaN: true, noDefaultInfinity: true }),
    },
    { requiredKeys: [] },
  );
}

/** What may stand in a header of HTTP. */
export const headerValue = fc.oneof(
  fc.string({
    unit: fc
      .integer({ min: 0x20, max: 0xff })
      .filter((code) => code !== 0x7f)
      .map((code) => String.fromCharCode(code)),
    maxLength: 60,
  }),
  fc.constantFrom(
    '*/*',
    'application/json',
    'text/html',
    '[',
    'a:b:c',
    '://',
    '1',
    `Bearer ${TOKEN}`,
    'multipart/mixed',
    'gzip;q=x',
  ),
);
