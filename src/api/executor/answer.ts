import { GraphQLError } from 'graphql';
import { DatelineError } from '../../errors.ts';
import type { Context } from '../context.ts';
import type { Executor, Operation } from './executor.ts';

/**
 * What an operation gives, ready to be sent: its data as JSON, null where it was not executed at all, and what went
 * wrong.
 */
export interface Answered {
  readonly json: string | null;
  readonly errors: readonly GraphQLError[];
}

/** How many errors of one answer are told: a wrong argument is wrong wherever it stands. */
const MOST_ERRORS = 100;

/**
 * Executes an operation, over one state of the graph unless it writes. What reads English is loaded with the first
 * text: a server that only serves never needs it.
 */
export async function answer(executor: Executor, operation: Operation): Promise<Answered> {
  const { store } = operation.context;
  const context: Context = executor.readsEnglish(operation)
    ? { ...operation.context, extract: (await import('../../ingest.ts')).extract }
    : operation.context;
  const request = { ...operation, context };
  const found = executor.plans(request)
    ? store.snapshot(() => executor.answer(request) ?? executor.execute(request))
    : executor.execute(request);
  if (typeof found === 'string') return { json: found, errors: [] };
  const { data, errors } = await found;
  return { json: data === undefined ? null : JSON.stringify(data), errors: boundErrors(errors ?? []) };
}

/** The first errors, and how many there are beside. */
function boundErrors(errors: readonly GraphQLError[]): readonly GraphQLError[] {
  if (errors.length <= MOST_ERRORS) return errors;
  const rest = new DatelineError(
    'TOO_LARGE',
    `${errors.length - MOST_ERRORS} more errors are not told.`,
    'Mend these first, or ask for less at once.',
  );
  return [...errors.slice(0, MOST_ERRORS), new GraphQLError(rest.message, { originalError: rest })];
}
