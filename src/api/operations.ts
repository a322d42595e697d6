import {
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  getOperationAST,
  getVariableValues,
  GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import { DatelineError, ERROR_SURFACES } from '../errors.ts';
import { Arrival } from './article-feed.ts';
import { Batches, type Context } from './context.ts';
import { type Measure, measureOperation } from './cost.ts';
import { PRICED_ARTICLES } from './cost-prices.ts';
import { type Answered, answer } from './executor/answer.ts';
import type { Executor, Operation } from './executor/executor.ts';
import { restoreError } from './jobs/carried-errors.ts';
import type { Lane } from './jobs/job.ts';
import type { JobPool } from './jobs/pool.ts';
import { MOST_VARIABLE_ERRORS } from './limits.ts';
import type { Store } from '../store/store.ts';

/** What an operation may cost that is executed between two requests, by the server's own process: some milliseconds. */
const MOST_AT_ONCE = 10_000;

/** An operation that may be one answer of a subscription. */
export interface AskedOperation extends Operation {
  /** The id of the article that the answer tells of; left out for queries and mutations. */
  readonly arrival?: string;
}

/**
 * Executes operations where they keep nobody waiting: what is quick at once, and what may take long, reads a text or
 * writes in a process of its own, which the time limit ends.
 */
export class Operations {
  readonly #schema: GraphQLSchema;
  readonly #executor: Executor;
  readonly #jobs: JobPool | null;

  /** Without a pool everything is executed at once, and a statement or a text that has begun is read to its end. */
  constructor(schema: GraphQLSchema, executor: Executor, jobs: JobPool | null) {
    this.#schema = schema;
    this.#executor = executor;
    this.#jobs = jobs;
  }

  /** Whether an operation is executed at once. */
  isQuick(operation: Operation): boolean {
    return this.#jobs === null || this.#laneOf(operation) === null;
  }

  async answer(asked: AskedOperation): Promise<Answered> {
    const { operation, variables } = asked;
    const lane = this.#laneOf(asked);
    if (lane === null || this.#jobs === null) return answer(this.#executor, asked);
    const { errors } = getVariableValues(this.#schema, operation?.variableDefinitions ?? [], variables, {
      maxErrors: MOST_VARIABLE_ERRORS,
    });
    if (errors) return { json: null, errors };
    try {
      return await this.#send(this.#jobs, lane, asked);
    } catch (error) {
      return { json: null, errors: [refuse(error)] };
    }
  }

  /** The answer of a subscription to one article. */
  async tell(
    { document, operationName, variableValues, rootValue }: ExecutionArgs,
    context: Context,
  ): Promise<ExecutionResult> {
    const operation = getOperationAST(document, operationName) ?? undefined;
    if (!operation || !(rootValue instanceof Arrival)) throw new Error('A subscription tells of an article.');
    const variables = variableValues ?? {};
    const measure = measureOperation({ schema: this.#schema, document, operation, variables });
    const asked = {
      document,
      operation,
      operationName: operationName ?? null,
      variables,
      context: { ...context, measure },
      rootValue,
      arrival: rootValue.articleIngested.id,
    };
    const { json, errors } = await this.answer(asked);
    return { ...(json === null ? {} : { data: JSON.parse(json) }), ...(errors.length > 0 ? { errors } : {}) };
  }

  /** Where an operation is to be executed; null for at once. Whoever may not write hears so at once. */
  #laneOf(asked: Operation): Lane | null {
    const { permission, measure, store } = asked.context;
    if (asked.operation?.operation === OperationTypeNode.MUTATION) return permission === 'GRANTED' ? 'TEXT' : null;
    if (this.#executor.readsEnglish(asked)) return 'TEXT';
    return measure && costOver(measure, store) > MOST_AT_ONCE ? 'GRAPH' : null;
  }

  async #send(
    jobs: JobPool,
    lane: Lane,
    { document, operation, operationName, variables, context, arrival }: AskedOperation,
  ): Promise<Answered> {
    const { permission, client = '', isWanted = () => true, deadline } = context;
    const source = document.loc?.source;
    const found = await jobs.run({
      lane,
      client,
      isUrgent: operation?.operation === OperationTypeNode.MUTATION,
      isWanted,
      query: source?.body ?? '',
      operationName,
      variables,
      permission,
      arrival: arrival ?? null,
      end: deadline?.end ?? Number.POSITIVE_INFINITY,
      mostSeconds: deadline?.seconds ?? Number.POSITIVE_INFINITY,
    });
    return {
      json: Buffer.from(found.json).toString(),
      errors: found.errors.map((error) => restoreError(error, source)),
    };
  }
}

/** Why nothing of an operation is answered. */
function refuse(thrown: unknown): GraphQLError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const { http } = ERROR_SURFACES[error instanceof DatelineError ? error.code : 'INTERNAL'];
  return new GraphQLError(error.message, { originalError: error, extensions: { http: { status: http } } });
}

/** What an operation may cost over a graph of its size. */
function costOver({ cost, whole }: Measure, store: Store): number {
  return whole === 0 ? cost : cost - whole + (whole * store.countArticles()) / PRICED_ARTICLES;
}

/** Data that is JSON already: it is sent as it is. */
class JsonText {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** Prints a result of which the data may be JSON already. */
export function printResult(result: object): string {
  const fields = Object.entries(result).flatMap(([name, value]: [string, unknown]) =>
    value === undefined
      ? []
      : `${JSON.stringify(name)}:${value instanceof JsonText ? value.json : JSON.stringify(value)}`,
  );
  return `{${fields.join()}}\n`;
}

/** What Apollo Server needs to execute by something of one's own: it calls it a gateway. */
export function executeBy(
  schema: GraphQLSchema,
  operations: Operations,
): {
  load(): Promise<{ executor: (request: GatewayRequest) => Promise<ExecutionResult> }>;
  onSchemaLoadOrUpdate(listen: (loaded: { apiSchema: GraphQLSchema; coreSupergraphSdl: string }) => void): () => void;
  stop(): Promise<void>;
} {
  return {
    load: async () => ({
      executor: async ({ document, operation, request, context }) => {
        if (!isContext(context)) throw new Error('The executor needs the context of a request.');
        const { json, errors } = await operations.answer({
          document,
          operation,
          operationName: request.operationName ?? null,
          variables: request.variables ?? {},
          context,
        });
        return { ...(json === null ? {} : { data: carry(json) }), ...(errors.length > 0 ? { errors } : {}) };
      },
    }),
    onSchemaLoadOrUpdate: (listen) => {
      listen({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => {};
    },
    stop: async () => {},
  };
}

/** JSON in the place of data, for `printResult`; null stays null, by which Apollo Server tells a failure. */
function carry(json: string): Record<string, unknown> | null {
  // biome-ignore lint/nursery/noUnsafeTypeAssertion: nothing between the executor and the printing looks into data.
  return json === 'null' ? null : (new JsonText(json) as unknown as Record<string, unknown>);
}

interface GatewayRequest {
  readonly document: DocumentNode;
  /** Undefined where the document has no operation of the name that was asked for. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly request: { readonly operationName?: string; readonly variables?: Record<string, unknown> };
  readonly context: object;
}

function isContext(context: object): context is Context {
  return 'batches' in context && context.batches instanceof Batches;
}
