/**
 * What is known of a request besides its route and status, for metrics and logs. It never holds what was asked or
 * answered.
 */
export interface Trace {
  /** The name of the operation; null for one without a name, and where there was none to run. */
  operation: string | null;
  /** The codes of the errors that went out, one for each. */
  readonly codes: string[];
  /** The references of masked errors, under which the log tells more. */
  readonly references: string[];
}
