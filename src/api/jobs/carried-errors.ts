import { GraphQLError, type Source } from 'graphql';
import { DatelineError, ERROR_SURFACES, type ErrorCode } from '../../errors.ts';
import type { PrintedError } from './messages.ts';

/**
 * An error of an execution as it goes to another process: with what was thrown, so that the other masks and logs it as
 * its own.
 */
export function printError(error: GraphQLError): PrintedError {
  const { originalError, message, path, positions, extensions } = error;
  return {
    message,
    path: path ? [...path] : null,
    positions: positions ? [...positions] : null,
    extensions: { ...extensions },
    cause: originalError ? printCause(originalError) : null,
  };
}

function printCause(cause: Error): PrintedError['cause'] {
  const isOurs = cause instanceof DatelineError;
  return {
    code: isOurs ? cause.code : null,
    message: cause.message,
    hint: isOurs ? (cause.hint ?? null) : null,
    stack: cause.stack ?? '',
  };
}

/** The error that was printed, at its place in the document. */
export function restoreError(
  { message, path, positions, extensions, cause }: PrintedError,
  source: Source | undefined,
): GraphQLError {
  return new GraphQLError(message, {
    path,
    positions,
    source: source ?? null,
    extensions,
    originalError: cause && restoreCause(cause),
  });
}

function restoreCause({ code, message, hint, stack }: NonNullable<PrintedError['cause']>): Error {
  const error = isCode(code) ? new DatelineError(code, message, hint ?? undefined) : new Error(message);
  error.stack = stack;
  return error;
}

function isCode(code: string | null): code is ErrorCode {
  return code !== null && Object.hasOwn(ERROR_SURFACES, code);
}
