import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
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
} from 'graphql';
import { DatelineError, ERROR_SURFACES } from '../errors.ts';
import { Arrival, type ArticleFeed } from './article-feed.ts';
import type { Context } from './context.ts';
import type { MeasuredOperation } from './cost.ts';
import { MOST_VARIABLE_ERRORS } from './limits.ts';
import { SharedAnswers } from './shared-answers.ts';
import { type DocumentLimits, refuse, SubscriptionDocuments } from './subscription-documents.ts';
import { traceOf } from './trace.ts';
import type { Turns } from './turns.ts';

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

export interface RunnerOptions extends DocumentLimits {
  readonly schema: GraphQLSchema;
  /** What one answer's resolvers share; made anew for every article. */
  readonly contextOf: (request: FastifyRequest) => Context;
  /** What a client sees of an error. */
  readonly formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;
  /** Throws a GraphQLError where an operation, with its variables, is over the limits. */
  readonly checkOperation: (operation: MeasuredOperation) => void;
  /**
   * Answers one article for all who asked for the same, on behalf of the first of them; graphql-js does, with a new
   * context, where it is left out.
   */
  readonly execute?: (args: ExecutionArgs, request: FastifyRequest) => Promise<ExecutionResult>;
  readonly meter: SubscriptionMeter;
}

/** A subscription as a client asks for it. */
export interface AskedSubscription {
  readonly query: string;
  readonly variables?: Record<string, unknown> | null | undefined;
  readonly operationName?: string | null | undefined;
}

/**
 * Runs subscriptions within the limits, whichever way they come, and counts them. What is heavy in it takes turns with
 * all else that the server does.
 */
export class SubscriptionRunner {
  readonly #options: RunnerOptions;
  readonly #feed: ArticleFeed;
  readonly #turns: Turns;
  readonly #documents: SubscriptionDocuments;
  readonly #answers: SharedAnswers;
  /** What tells those who ask for the same from those who ask for something else. */
  readonly #names = new WeakMap<ExecutionArgs, string>();
  /** Answers are formatted once for all, so that what breaks is logged once. */
  readonly #formatted = new WeakMap<object, FormattedExecutionResult>();

  constructor(options: RunnerOptions, feed: ArticleFeed, turns: Turns) {
    this.#options = options;
    this.#feed = feed;
    this.#turns = turns;
    this.#documents = new SubscriptionDocuments(options.schema, options);
    this.#answers = new SharedAnswers(turns);
  }

  /** What is to be executed, or what is wrong with it. */
  prepare(
    transport: Transport,
    { query, variables, operationName }: AskedSubscription,
    request: FastifyRequest,
  ): ExecutionArgs | GraphQLError[] {
    const found = this.#read({ query, variables, operationName });
    const name = operationName ?? (Array.isArray(found) ? null : getOperationAST(found)?.name?.value);
    if (Array.isArray(found)) {
      this.refuse(transport, found, request);
      return found;
    }
    const options = { maxCoercionErrors: MOST_VARIABLE_ERRORS };
    const args = {
      options,
      schema: this.#options.schema,
      document: found,
      operationName: name,
      variableValues: variables,
      rootValue: { articleIngested: () => this.#feed.open() },
    };
    this.#names.set(
      args,
      createHash('sha256')
        .update(JSON.stringify([query, name, variables]))
        .digest('base64'),
    );
    return args;
  }

  /** Counts and logs a subscription that does not run. */
  refuse(transport: Transport, errors: readonly GraphQLError[], request: FastifyRequest): void {
    const codes = errors.map(codeOf);
    this.#options.meter.refused(transport, codes);
    // The line about a request of HTTP tells of its stream too; a socket has many subscriptions.
    if (transport === 'event-stream') traceOf(request).codes.push(...codes);
    else request.log.info({ reqId: request.id, transport, codes: [...new Set(codes)] }, 'subscription refused');
  }

  /**
   * The answers, each with a context of its own, so that none sees what an earlier one has loaded; or why there are
   * none. `release` is called when there are no more.
   */
  async run(
    transport: Transport,
    args: ExecutionArgs,
    request: FastifyRequest,
    release: () => void,
  ): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const { meter } = this.#options;
    const source = await createSourceEventStream(args).catch((error: unknown) => ({
      errors: [refuse('INTERNAL_SERVER_ERROR', '', error)],
    }));
    if (!(Symbol.asyncIterator in source)) {
      const errors = (source.errors ?? []).map((error) =>
        error instanceof GraphQLError && error.path ? error : refuse('BAD_USER_INPUT', error.message, error),
      );
      release();
      this.refuse(transport, errors, request);
      return { errors };
    }
    const events = source[Symbol.asyncIterator]();
    const began = performance.now();
    const codes = new Set<string>();
    let told = 0;
    let isOpen = true;
    meter.opened(transport);
    const close = (): { value: undefined; done: true } => {
      if (isOpen) {
        isOpen = false;
        release();
        meter.closed(transport);
        const line = {
          reqId: request.id,
          transport,
          operation: args.operationName ?? null,
          answers: told,
          milliseconds: Math.round(performance.now() - began),
        };
        request.log.info({ ...line, ...(codes.size > 0 ? { codes: [...codes] } : {}) }, 'subscription');
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
          const value = await this.#answer(args, event.value, request);
          told += 1;
          const found = (value.errors ?? []).map(codeOf);
          for (const code of found) codes.add(code);
          meter.answered(transport, found);
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
  format(answer: {
    readonly data?: ExecutionResult['data'];
    readonly errors?: readonly GraphQLError[] | undefined;
  }): FormattedExecutionResult {
    const known = this.#formatted.get(answer);
    if (known) return known;
    const { data, errors } = answer;
    const formatted = {
      ...(data === undefined ? {} : { data }),
      ...(errors ? { errors: errors.map((error) => this.formatError(error)) } : {}),
    };
    this.#formatted.set(answer, formatted);
    return formatted;
  }

  /** An error as the client sees it; what is none of GraphQL's is masked. */
  formatError(thrown: unknown): GraphQLFormattedError {
    const error =
      thrown instanceof GraphQLError
        ? thrown
        : new GraphQLError('', { originalError: thrown instanceof Error ? thrown : new Error(String(thrown)) });
    return this.#options.formatError(error.toJSON(), error);
  }

  /**
   * The answer to one article, found out once for all who ask for the same. Each takes it at a turn of its own: writing
   * a long one out takes time too.
   */
  async #answer(args: ExecutionArgs, arrival: unknown, request: FastifyRequest): Promise<ExecutionResult> {
    if (!(arrival instanceof Arrival)) throw new Error('A subscription to something else than articles.');
    const {
      contextOf,
      execute: run = async (all: ExecutionArgs, on: FastifyRequest) => execute({ ...all, contextValue: contextOf(on) }),
    } = this.#options;
    const answer = await this.#answers.find(`${arrival.look} ${this.#names.get(args)}`, async () =>
      run({ ...args, rootValue: arrival }, request),
    );
    await this.#turns.take();
    return answer;
  }

  /** The document of a subscription that keeps the limits, or what is wrong with it. */
  #read({ query, variables, operationName }: AskedSubscription): DocumentNode | GraphQLError[] {
    const document = this.#documents.read(query);
    if (Array.isArray(document)) return document;
    const operation = getOperationAST(document, operationName);
    if (!operation)
      return [
        refuse('OPERATION_RESOLUTION_FAILURE', 'The document has no such operation, or several and none is named.'),
      ];
    if (operation.operation !== OperationTypeNode.SUBSCRIPTION)
      return [refuse('BAD_REQUEST', 'Only subscriptions run here. Send queries and mutations by POST.')];
    try {
      this.#options.checkOperation({ schema: this.#options.schema, document, operation, variables: variables ?? {} });
    } catch (error) {
      return [
        error instanceof GraphQLError
          ? refuse(String(error.extensions['code']), error.message)
          : refuse('INTERNAL_SERVER_ERROR', '', error),
      ];
    }
    return document;
  }
}

/** The code that the client sees. */
function codeOf(error: GraphQLError): string {
  if (error.originalError instanceof DatelineError) return ERROR_SURFACES[error.originalError.code].graphql;
  const code = error.extensions['code'];
  return typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR';
}
