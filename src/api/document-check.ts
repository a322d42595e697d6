import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphQLError, Lexer, Source, TokenKind } from 'graphql';
import { MOST_TOKENS } from './limits.ts';
import { checkNesting } from './nesting.ts';
import { traceOf } from './trace.ts';

/** The longest document, in characters: in a longer one even spaces and texts take too long. */
const LONGEST_QUERY = 100_000;
/**
 * How often one name may stand in one selection: whether they can be merged is looked at for each two of them, and for
 * all that is under them.
 */
const MOST_REPEATED = 20;
/** Fragments of a document, and places where they are spread: validation compares each pair that meets. */
const MOST_FRAGMENTS = 100;
const MOST_SPREADS = 300;
/**
 * The longest name, in characters: an alias stands in the answer as often as there are items, and the name of an
 * operation in each of its errors.
 */
const LONGEST_NAME = 500;

/**
 * What is wrong with a document that would cost more to parse or to validate than its length says; null where nothing
 * is. Looks at its characters and tokens once, from left to right. What is no GraphQL is for the parser to tell.
 */
export function checkDocument(query: string): GraphQLError | null {
  return checkNesting(query) ?? checkRepetition(query) ?? checkLength(query);
}

/** Refuses documents before they are parsed. */
export function guardDocuments(app: FastifyInstance): void {
  app.addHook('preHandler', async (request, reply) => {
    const query = request.routeOptions.url === '/graphql' ? queryOf(request) : null;
    const error = query === null ? null : checkDocument(query);
    if (!error) return;
    traceOf(request).codes.push(String(error.extensions['code']));
    return reply.code(400).send({ errors: [error.toJSON()] });
  });
}

function queryOf({ body, query }: FastifyRequest): string | null {
  for (const place of [body, query])
    if (typeof place === 'object' && place !== null && 'query' in place && typeof place.query === 'string')
      return place.query;
  return null;
}

function checkLength({ length }: string): GraphQLError | null {
  return length > LONGEST_QUERY
    ? new GraphQLError(`Syntax Error: The document has more than ${LONGEST_QUERY} characters.`, {
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      })
    : null;
}

/**
 * Measures names, and counts those that repeat in a selection, fragments and spreads, of a document that the parser
 * reads to its end.
 */
function checkRepetition(query: string): GraphQLError | null {
  const lexer = new Lexer(new Source(query));
  const selections: Map<string, number>[] = [];
  let parentheses = 0;
  let fragments = 0;
  let spreads = 0;
  let before: string = TokenKind.SOF;
  let error: GraphQLError | null = null;
  for (let count = 0; count <= MOST_TOKENS; count += 1) {
    const kind = advance(lexer);
    if (kind === null) return null;
    if (kind === TokenKind.EOF) return error;
    if (kind === TokenKind.NAME && lexer.token.end - lexer.token.start > LONGEST_NAME)
      error ??= refuse(`A name is longer than ${LONGEST_NAME} characters.`);
    if (kind === TokenKind.PAREN_L) parentheses += 1;
    else if (kind === TokenKind.PAREN_R) parentheses -= 1;
    else if (parentheses > 0) continue;
    else if (kind === TokenKind.BRACE_L) selections.push(new Map());
    else if (kind === TokenKind.BRACE_R) selections.pop();
    else if (kind === TokenKind.SPREAD) spreads += 1;
    else if (kind === TokenKind.NAME && before !== TokenKind.AT && before !== TokenKind.COLON) {
      const names = selections.at(-1);
      const { value } = lexer.token;
      const times = (names?.get(value) ?? 0) + 1;
      if (!names) fragments += value === 'fragment' ? 1 : 0;
      // A name after `...` is a fragment, and one after `on` a type: neither is a field.
      else if (before !== TokenKind.SPREAD && before !== ON) names.set(value, times);
      if (times > MOST_REPEATED && names?.get(value) === times)
        error ??= refuse(`"${value}" stands more than ${MOST_REPEATED} times in one selection.`);
    }
    if (fragments > MOST_FRAGMENTS) error ??= refuse(`More than ${MOST_FRAGMENTS} fragments.`);
    if (spreads > MOST_SPREADS) error ??= refuse(`More than ${MOST_SPREADS} spread fragments.`);
    before = before === TokenKind.SPREAD && kind === TokenKind.NAME && lexer.token.value === 'on' ? ON : kind;
  }
  return null;
}

/** The word before the type of an inline fragment. */
const ON = 'on';

/** The kind of the next token; null where there is none that GraphQL has. */
function advance(lexer: Lexer): string | null {
  try {
    return lexer.advance().kind;
  } catch {
    return null;
  }
}

function refuse(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } });
}
