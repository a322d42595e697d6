import { randomUUID } from 'node:crypto';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { DatelineError, ERROR_SURFACES } from '../errors.ts';

/** Codes of errors that are about the request itself and tell nothing of the server. */
const PUBLIC_CODES = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'DEPTH_LIMIT',
  'COST_LIMIT',
  'RATE_LIMITED',
]);

/** What Apollo Server says where introspection is off speaks of its own settings. */
const ABOUT_INTROSPECTION = /^GraphQL introspection is not allowed/;
/** Where graphql-js guesses what was meant. */
const GUESS = ' Did you mean ';
/**
 * The longest message that goes out, in characters: graphql-js repeats in each what it is about, however long that is.
 */
const LONGEST_MESSAGE = 1_000;

/**
 * Apollo Server's words for a persisted query that cannot be: the only errors about a request that it gives no code.
 */
const ABOUT_PERSISTED_QUERIES = new Set(['provided sha does not match query', 'Unsupported persisted query version']);

/**
 * What a client sees of an error: a sentence and a code. Errors of ours say what to do in `extensions.hint`; whatever
 * was not foreseen is logged under a reference, and only the reference goes out. With `hidesNames` no message guesses
 * at names of the schema, as it does for wrong variables.
 */
export function formatError(
  log: (error: unknown, reference: string) => void,
  hidesNames: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const original = rootOf(error);
    const place = {
      ...(formatted.locations ? { locations: formatted.locations } : {}),
      ...(formatted.path ? { path: formatted.path } : {}),
    };
    if (original instanceof DatelineError && original.code !== 'INTERNAL') {
      return {
        ...place,
        message: shorten(original.message),
        extensions: {
          code: ERROR_SURFACES[original.code].graphql,
          ...(original.hint === undefined ? {} : { hint: original.hint }),
        },
      };
    }
    const code = formatted.extensions?.['code'];
    if (typeof code === 'string' && PUBLIC_CODES.has(code)) {
      const foreign = foreignCause(error);
      if (foreign === null) return { ...place, message: describe(formatted.message, hidesNames), extensions: { code } };
      // The only error of the engine that a request brings about by itself: something in it is too deep or too long to
      // be walked.
      if (foreign instanceof RangeError)
        return { message: 'The request is too large or nested too deeply to be read.', extensions: { code } };
    }
    if (ABOUT_PERSISTED_QUERIES.has(formatted.message))
      return { message: formatted.message, extensions: { code: 'BAD_REQUEST' } };
    const reference = randomUUID();
    log(foreignCause(error) ?? original, reference);
    return {
      ...place,
      message: 'Something went wrong on the server.',
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    };
  };
}

/** What was thrown: what GraphQL's errors were made of, where they were made of another. */
function rootOf(error: unknown): unknown {
  let root = error;
  while (root instanceof GraphQLError && root.originalError) root = root.originalError;
  return root;
}

/**
 * What an error was made of that neither GraphQL nor this server has thrown: graphql-js puts the words of such a one,
 * the engine's or a library's, into its own. Null where there is none.
 */
function foreignCause(error: unknown): unknown {
  const root = rootOf(error);
  return root instanceof GraphQLError || root instanceof DatelineError ? null : root;
}

function describe(message: string, hidesNames: boolean): string {
  if (ABOUT_INTROSPECTION.test(message))
    return 'Introspection is off in production; schema.graphql describes the schema.';
  const guess = hidesNames && message.endsWith('?') ? message.indexOf(GUESS) : -1;
  return shorten(guess >= 0 ? message.slice(0, guess) : message);
}

/** The beginning of a message that is too long, and its end, which says what is wrong with what stands before. */
function shorten(message: string): string {
  if (message.length <= LONGEST_MESSAGE) return message;
  const half = LONGEST_MESSAGE / 2;
  return `${message.slice(0, half)} … ${message.slice(-half)}`;
}
