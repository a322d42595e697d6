/** What went wrong, in the few words that every surface (exit status, HTTP status, GraphQL code) is derived from. */
export type ErrorCode =
  | 'INVALID_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'UNAUTHORISED'
  | 'TOO_LARGE'
  | 'TIMED_OUT'
  | 'INTERNAL';

/**
 * An error that a user can act on: `message` names the culprit in one sentence, `hint` says what to do.
 * Whatever is thrown that is not a DatelineError is INTERNAL: logged, and masked from the user.
 */
export class DatelineError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DatelineError';
    this.code = code;
    this.hint = hint;
  }
}

/** How each surface speaks of a code: the process's exit status, the HTTP status, GraphQL's `extensions.code`. */
export const ERROR_SURFACES: Readonly<Record<ErrorCode, { exit: number; http: number; graphql: string }>> = {
  INVALID_INPUT: { exit: 1, http: 400, graphql: 'BAD_USER_INPUT' },
  NOT_FOUND: { exit: 1, http: 404, graphql: 'NOT_FOUND' },
  CONFLICT: { exit: 1, http: 409, graphql: 'CONFLICT' },
  UNAUTHORISED: { exit: 1, http: 401, graphql: 'UNAUTHENTICATED' },
  TOO_LARGE: { exit: 1, http: 413, graphql: 'TOO_LARGE' },
  TIMED_OUT: { exit: 1, http: 503, graphql: 'TIMED_OUT' },
  INTERNAL: { exit: 70, http: 500, graphql: 'INTERNAL_SERVER_ERROR' },
};
