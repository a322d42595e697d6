import { DatelineError } from '../../errors.ts';
import type { JobMessage } from './messages.ts';

/**
 * What a job is for: to read the graph, or to read English, for which a process needs the models. Each has processes of
 * its own, so that neither waits for the other.
 */
export type Lane = 'GRAPH' | 'TEXT';

/** A job with what its place in the line depends on. */
export interface Job extends Omit<JobMessage, 'kind' | 'milliseconds'> {
  readonly lane: Lane;
  /** Whose it is, by address: clients take turns. */
  readonly client: string;
  /** Whether it goes before all that wait, as what writes does. */
  readonly isUrgent: boolean;
  /** When it must be done, by `performance.now()`. */
  readonly end: number;
  /** Whether somebody still waits for the answer. */
  readonly isWanted: () => boolean;
}

export interface JobPoolOptions {
  /** The SQLite file. */
  readonly database: string;
  /** Whether jobs may write. */
  readonly writes: boolean;
  /** Hears of a process that ended in the middle of a job. */
  readonly onLoss: (reason: string) => void;
  /** What became of articles that jobs have read in. */
  readonly onIngest: (outcomes: readonly string[]) => void;
  /** Where the code of a job process lies; beside this file where it is left out. */
  readonly entry?: string;
}

/** What the processes of one lane are started with. */
export type LaneOptions = JobPoolOptions & { readonly readsEnglish: boolean };

/** What a job is told whose time is up. */
export function timedOut({ mostSeconds }: Job): DatelineError {
  return new DatelineError(
    'TIMED_OUT',
    `The operation took longer than ${mostSeconds} s.`,
    'Ask for smaller pages, or for less at once.',
  );
}
