import { GraphQLError } from 'graphql';

/**
 * How many brackets of a document may be open at once: a filter may hold a hundred filters, two brackets each, and
 * queries are 14 levels deep at most.
 */
const MOST_OPEN = 300;

/**
 * An error with the code GRAPHQL_PARSE_FAILED for a document whose brackets nest deeper than what works by recursion,
 * as the parser does, can follow; null for any other. Brackets in strings and comments do not count. One scan from left
 * to right: it takes as long as the document is, and no stack.
 */
export function checkNesting(query: string): GraphQLError | null {
  let open = 0;
  for (let at = 0; at < query.length; at += 1) {
    const character = query[at];
    if (character === '"') at = endOfString(query, at);
    else if (character === '#') at = endOfLine(query, at);
    else if (character === '{' || character === '[' || character === '(') open += 1;
    else if (character === '}' || character === ']' || character === ')') open = Math.max(0, open - 1);
    if (open > MOST_OPEN)
      return new GraphQLError(`Syntax Error: More than ${MOST_OPEN} brackets are open at once.`, {
        extensions: { code: 'GRAPHQL_PARSE_FAILED' },
      });
  }
  return null;
}

/**
 * Where a string ends that starts somewhere: at its last quotation mark; one without an end, at the end of its line, or
 * of the document where it is a block: there the parser stops.
 */
function endOfString(query: string, start: number): number {
  if (query.startsWith('"""', start)) {
    let end = query.indexOf('"""', start + 3);
    while (end >= 0 && query[end - 1] === '\\') end = query.indexOf('"""', end + 3);
    return end < 0 ? query.length : end + 2;
  }
  for (let at = start + 1; at < query.length; at += 1) {
    const character = query[at];
    if (character === '"' || character === '\n' || character === '\r') return at;
    if (character === '\\') at += 1;
  }
  return query.length;
}

function endOfLine(query: string, start: number): number {
  for (let at = start; at < query.length; at += 1) if (query[at] === '\n' || query[at] === '\r') return at;
  return query.length;
}
