import type { ApolloServerPlugin } from '@apollo/server';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Context } from './context.ts';
import { type Measure, measureOperation } from './cost.ts';
import { COST_HEADER, findExcess, isWithin } from './cost-plugin.ts';
import { bytesOfDocument } from './documents.ts';
import type { Executor } from './executor/executor.ts';
import type { Limits } from './limits.ts';
import type { Operations } from './operations.ts';
import { traceOf } from './trace.ts';

/** A query that has been parsed and validated. */
interface KnownQuery {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Where its cost is the same for all variables. */
  measure?: Measure;
}

export interface KnownQueriesOptions {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  readonly operations: Operations;
  readonly limits: Limits;
  readonly contextOf: (request: FastifyRequest) => Context;
}

/**
 * What the queries that are remembered may take in memory, in bytes, the one asked longest ago forgotten first, and how
 * long each may be.
 */
const MOST_QUERY_BYTES = 8_000_000;
const LONGEST_QUERY = 10_000;
/** How many `accept` headers are remembered, and how long each may be. */
const MOST_ACCEPTED = 50;
const LONGEST_ACCEPTED = 500;

/**
 * Queries that Apollo Server has parsed, validated and answered, by their text. Frontends ask the same few queries over
 * and over: one that comes again in the plain way, as JSON with nothing but the query and its variables, and that one
 * statement can answer quickly, goes straight to the executor, with the same limits, the same headers and the same
 * JSON. Everything else, and everything that goes wrong, is Apollo Server's.
 */
export class KnownQueries {
  readonly #options: KnownQueriesOptions;
  readonly #queries = new LRUCache<string, KnownQuery>({
    maxSize: MOST_QUERY_BYTES,
    sizeCalculation: (_query, key) => bytesOfDocument(key),
  });
  /** The content type that Apollo Server answered each `accept` header with. */
  readonly #contentTypes = new LRUCache<string, string>({ max: MOST_ACCEPTED });

  constructor(options: KnownQueriesOptions) {
    this.#options = options;
  }

  /** What tells of queries that are valid. */
  plugin(): ApolloServerPlugin<Context> {
    return {
      requestDidStart: async () => ({
        didResolveOperation: async ({ source, document, operation, request }) => {
          if (operation?.operation !== 'query' || source.length > LONGEST_QUERY) return;
          this.#queries.set(keyOf(source, request.operationName), { document, operation });
        },
      }),
    };
  }

  /** A handler that answers what is known, and leaves the rest to another. */
  before(handler: RouteHandlerMethod): RouteHandlerMethod {
    const known = this;
    return function answerKnown(request, reply) {
      const accept = request.headers.accept ?? '';
      const contentType = known.#contentTypes.get(accept);
      const json = contentType === undefined ? null : known.#answer(request);
      if (json !== null)
        return reply.header('cache-control', 'no-store').header('content-type', contentType).send(`{"data":${json}}\n`);
      return Promise.resolve(handler.call(this, request, reply)).then((answer: unknown) => {
        known.#noteContentType(accept, reply);
        return answer;
      });
    };
  }

  #answer(request: FastifyRequest): string | null {
    const asked = readPlainRequest(request);
    const query = asked && this.#queries.get(keyOf(asked.query, asked.operationName));
    if (!query) return null;
    const { schema, executor, operations, limits, contextOf } = this.#options;
    const { document, operation } = query;
    const { variables } = asked;
    if (findExcess(variables) !== null) return null;
    const found = query.measure ?? measure(query, schema, variables);
    if (!isWithin(limits, found)) return null;
    const context = { ...contextOf(request), measure: found };
    const known = { document, operation, variables, operationName: asked.operationName ?? null, context };
    if (!operations.isQuick(known)) return null;
    const json = context.store.snapshot(() => executor.answer(known));
    if (json !== null) traceOf(request).operation = operation.name?.value ?? null;
    return json;
  }

  #noteContentType(accept: string, reply: FastifyReply): void {
    const type = reply.getHeader('content-type');
    if (reply.statusCode !== 200 || typeof type !== 'string') return;
    if (accept.length <= LONGEST_ACCEPTED) this.#contentTypes.set(accept, type);
  }
}

function measure(query: KnownQuery, schema: GraphQLSchema, variables: Readonly<Record<string, unknown>>): Measure {
  const { isFixed, ...found } = measureOperation({
    schema,
    document: query.document,
    operation: query.operation,
    variables,
  });
  if (isFixed) query.measure = found;
  return found;
}

function keyOf(query: string, operationName: string | undefined): string {
  return operationName === undefined ? query : `${operationName} ${query}`;
}

interface PlainRequest {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** A request that holds a query and nothing that only Apollo Server understands; null for any other. */
function readPlainRequest({ body, headers }: FastifyRequest): PlainRequest | null {
  if (
    typeof body !== 'object' ||
    body === null ||
    'extensions' in body ||
    !('query' in body) ||
    headers[COST_HEADER] !== undefined
  )
    return null;
  const variables = 'variables' in body ? body.variables : undefined;
  const operationName = 'operationName' in body ? body.operationName : undefined;
  if (
    typeof body.query !== 'string' ||
    !isRecord(variables ?? {}) ||
    !(operationName === undefined || operationName === null || typeof operationName === 'string')
  )
    return null;
  return {
    query: body.query,
    variables: isRecord(variables) ? variables : {},
    operationName: operationName ?? undefined,
  };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
