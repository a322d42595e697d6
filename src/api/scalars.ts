import { type ASTNode, GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { isRealDay } from '../article/article.ts';
import { isUrl } from './urls.ts';

interface TextScalar {
  readonly name: string;
  readonly describe: string;
  /** The value in its normal form; null where the text is none. */
  readonly read: (text: string) => string | null;
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/i;

function makeScalar({ name, describe, read }: TextScalar): GraphQLScalarType<string, string> {
  const check = (value: unknown, node?: ASTNode): string => {
    const found = typeof value === 'string' ? read(value) : null;
    if (found === null)
      throw new GraphQLError(`${name} must be ${describe}.`, {
        extensions: { code: 'BAD_USER_INPUT' },
        ...(node ? { nodes: node } : {}),
      });
    return found;
  };
  return new GraphQLScalarType<string, string>({
    name,
    serialize: (value) => check(value),
    parseValue: (value) => check(value),
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : null, node),
  });
}

/** In characters: no address that browsers take is longer. */
const LONGEST_URL = 8_000;

function readUrl(text: string): string | null {
  return text.length <= LONGEST_URL && isUrl(text) && /^https?:/i.test(text) ? text : null;
}

/** The schema's own scalars: a day counts as its first moment where a moment is wanted. */
export const SCALARS: readonly GraphQLScalarType[] = [
  makeScalar({ name: 'Date', describe: 'a day such as "2023-09-20"', read: (text) => (isRealDay(text) ? text : null) }),
  makeScalar({
    name: 'DateTime',
    describe: 'a moment such as "2023-09-20T08:30:00Z", or a day',
    read: (text) =>
      isRealDay(text)
        ? `${text}T00:00:00Z`
        : MOMENT.test(text) && isRealDay(text.slice(0, 10)) && !Number.isNaN(Date.parse(text))
          ? text
          : null,
  }),
  makeScalar({ name: 'URL', describe: 'an absolute http or https address', read: readUrl }),
];
