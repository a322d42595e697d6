import { getOperationAST, parse, validate } from 'graphql';
import { expect } from 'vitest';
import { measureOperation, type OperationMeasure } from '../../src/api/cost.ts';
import { loadSchema } from '../../src/api/schema.ts';

const schema = loadSchema();
export const PERSON = 'per_AAAAAAAAAAAAAAAA';
export const LETTERS = [...'abcdefghijklmnopqrstuvwx'];

/** Fields under names of their own, one after the other. */
export const aliases = (count: number, write: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => `a${at}: ${write(at)}`).join(' ');
/** An operation of some fields, or what is below a field. */
export const inBraces = (fields: string): string => `{ ${fields} }`;
/** A list of values. */
export const list = (count: number, write: (at: number) => string): string =>
  `[${Array.from({ length: count }, (_, at) => write(at)).join(', ')}]`;
/** Fragments of some aliases of a list, each of which spreads the next. */
export const spread = (count: number, levels: number, field: string, page: string): string =>
  Array.from(
    { length: levels },
    (_, at) =>
      `fragment F${at} on Article { ${aliases(count, () => {
        const below = at === levels - 1 ? 'id' : `...F${at + 1}`;
        return `${field}(${page}) { nodes { article { ${below} } } }`;
      })} }`,
  ).join(' ');
/** Filters by one text, any number of them. */
export const texts = (count: number, text: string): object[] => Array.from({ length: count }, () => ({ text }));
/** Totals under a filter in a variable. */
export const filtered = (count: number): string =>
  `query($filter: StatementFilter) { ${aliases(count, () => 'statements(first: 1, filter: $filter) { totalCount }')} }`;

/** A query and what its variables hold. */
export interface Form {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** What a query costs; fails where it is not valid. */
export function measure({ query, variables = {} }: Form): OperationMeasure {
  const document = parse(query);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('There is no operation.');
  expect(validate(schema, document)).toEqual([]);
  return measureOperation({ schema, document, operation, variables });
}
