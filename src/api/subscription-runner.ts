import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  OperationTypeNode,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import type { FastifyRequest } from 'fastify';
import { DatelineError, ERROR_SURFACES } from '../errors.ts';
import type { ArticleFeed } from './article-feed.ts';
import type { Context } from './context.ts';
import type { MeasuredOperation } from './cost.ts';

/** How subscriptions get to those who asked for them. */
export type Transport = 'websocket' | 'event-stream';

/** Counts what becomes of subscriptions. */
export interface SubscriptionMeter {
  /** One runs from now on. */
  opened(transport: Transport): void;
  closed(transport: Transport): void;
  /** One does not run, for errors of these codes. */
  refused(transport: Transport, codes: readonly string[]): void;
  /** One had an answer, with errors of these codes. */
  answered(transport: Transport, codes: readonly string[]): void;
}

export interface RunnerOptions {
  readonly schema: GraphQLSchema;
  /** What one answer's resolvers share; made anew for every article. */
  readonly contextOf: (request: FastifyRequest) => Context;
  /** What a client sees of an error. */
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  /** Rules beside those of GraphQL: the limits. */
  readonly validationRules: readonly ValidationRule[];
  readonly mostTokens: number;
  /** Throws a GraphQLError where an operation, with its variables, is over the limits. */
  readonly checkOperation: (operation: MeasuredOperation) => void;
  readonly isProduction: boolean;
  readonly meter: SubscriptionMeter;
}

/** A subscription as a client asks for it. */
export interface AskedSubscription {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/** Runs subscriptions within the limits, whichever way they come, and counts them. */
export class SubscriptionRunner {
  readonly #options: RunnerOptions;
  readonly #feed: ArticleFeed;

  constructor(options: RunnerOptions, feed: ArticleFeed) {
    this.#options = options;
    this.#feed = feed;
  }

  /** What is to be executed, or what is wrong with it. */
  prepare(transport: Transport, { query, variables, operationName }: AskedSubscription): ExecutionArgs | GraphQLError[] {
    const found = this.#read({ query, variables, operationName });
    const name = operationName ?? (Array.isArray(found) ? null : getOperationAST(found)?.name?.value);
    if (!Array.isArray(found)) return { schema: this.#options.schema, document: found, operationName: name, variableValues: variables, rootValue: { articleIngested: () => this.#feed.open() } };
    this.#options.meter.refused(transport, found.map(codeOf));
    return found;
  }

  /** The answers, each with a context of its own, so that none sees what an earlier one has loaded; or why there are none. */
  async run(transport: Transport, args: ExecutionArgs, request: FastifyRequest): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const { meter, contextOf } = this.#options;
    const source = await createSourceEventStream(args);
    if (!(Symbol.asyncIterator in source)) {
      const errors = (source.errors ?? []).map((error) => (error.path ? error : refuse('BAD_USER_INPUT', error.message, error)));
      meter.refused(transport, errors.map(codeOf));
      return { errors };
    }
    const events = source[Symbol.asyncIterator]();
    const began = performance.now();
    let told = 0;
    let isOpen = true;
    meter.opened(transport);
    const close = (): { value: undefined; done: true } => {
      if (isOpen) {
        isOpen = false;
        meter.closed(transport);
        request.log.info({ reqId: request.id, transport, operation: args.operationName ?? null, answers: told, milliseconds: Math.round(performance.now() - began) }, 'subscription');
      }
      return { value: undefined, done: true };
    };
    const end = async (): Promise<IteratorResult<ExecutionResult>> => {
      await events.return?.();
      return close();
    };
    const answers: AsyncIterableIterator<ExecutionResult> = {
      [Symbol.asyncIterator]: () => answers,
      next: async () => {
        try {
          const event = await events.next();
          if (event.done) return close();
          const value = await execute({ ...args, rootValue: event.value, contextValue: contextOf(request) });
          told += 1;
          meter.answered(transport, (value.errors ?? []).map(codeOf));
          return { value, done: false };
        } catch (error) {
          close();
          throw error;
        }
      },
      return: end,
      throw: end,
    };
    return answers;
  }

  /** An answer as the client sees it. */
  format({ data, errors }: { readonly data?: ExecutionResult['data']; readonly errors?: readonly GraphQLError[] | undefined }): FormattedExecutionResult {
    return { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map((error) => this.formatError(error)) } : {}) };
  }

  /** An error as the client sees it; what is none of GraphQL's is masked. */
  formatError(thrown: unknown): GraphQLFormattedError {
    const error = thrown instanceof GraphQLError ? thrown : new GraphQLError('', { originalError: thrown instanceof Error ? thrown : new Error(String(thrown)) });
    return this.#options.formatError(error.toJSON(), error);
  }

  /** The document of a subscription that keeps the limits, or what is wrong with it. */
  #read({ query, variables, operationName }: AskedSubscription): DocumentNode | GraphQLError[] {
    const { schema, validationRules, mostTokens, isProduction } = this.#options;
    let document: DocumentNode;
    try {
      document = parse(query, { maxTokens: mostTokens });
    } catch (error) {
      return [error instanceof GraphQLError ? refuse('GRAPHQL_PARSE_FAILED', error.message, error) : refuse('BAD_REQUEST', 'The query cannot be read.')];
    }
    const errors = validate(schema, document, [...specifiedRules, ...validationRules], { hideSuggestions: isProduction });
    if (errors.length > 0) return errors.map((error) => refuse('GRAPHQL_VALIDATION_FAILED', error.message, error));
    const operation = getOperationAST(document, operationName);
    if (!operation) return [refuse('OPERATION_RESOLUTION_FAILURE', 'The document has no such operation, or several and none is named.')];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION) return [refuse('BAD_REQUEST', 'Only subscriptions run here. Send queries and mutations by POST.')];
    try {
      this.#options.checkOperation({ schema, document, operation, variables: variables ?? {} });
    } catch (error) {
      if (error instanceof GraphQLError) return [refuse(String(error.extensions['code']), error.message)];
      throw error;
    }
    return document;
  }
}

/** An error with a code, at the place of another where there is one. */
export function refuse(code: string, message: string, error?: GraphQLError): GraphQLError {
  return new GraphQLError(message, { ...(error ? { nodes: error.nodes ?? null, source: error.source ?? null, positions: error.positions ?? null } : {}), extensions: { code } });
}

/** The code that the client sees. */
function codeOf(error: GraphQLError): string {
  if (error.originalError instanceof DatelineError) return ERROR_SURFACES[error.originalError.code].graphql;
  const code = error.extensions['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
