import { z } from 'zod';

/** What a job process needs to know before its first job. */
const beginSchema = z.object({
  kind: z.literal('BEGIN'),
  /** The SQLite file. */
  database: z.string(),
  /** Whether jobs may write. */
  writes: z.boolean(),
  /** Whether jobs read English, so that what that needs is loaded before the first. */
  readsEnglish: z.boolean(),
});

/** An operation that has been validated and found within the limits, to be executed. */
const jobSchema = z.object({
  kind: z.literal('JOB'),
  query: z.string(),
  operationName: z.string().nullable(),
  variables: z.record(z.string(), z.unknown()),
  permission: z.enum(['OFF', 'MISSING', 'WRONG', 'GRANTED']),
  /** The id of the article that a subscription tells of; null for other operations. */
  arrival: z.string().nullable(),
  /** What is left of the operation's time. */
  milliseconds: z.number(),
  /** The whole of it, in seconds, as errors tell it. */
  mostSeconds: z.number(),
});

/** An error on its way between two processes. */
const errorSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).nullable(),
  positions: z.array(z.number()).nullable(),
  extensions: z.record(z.string(), z.unknown()),
  /**
   * What was thrown, where it was no error of GraphQL's own: ours with its code, or any other with the place in the
   * code.
   */
  cause: z
    .object({ code: z.string().nullable(), message: z.string(), hint: z.string().nullable(), stack: z.string() })
    .nullable(),
});

/** A job process has loaded what it needs, and does jobs from now on. */
const readySchema = z.object({ kind: z.literal('READY') });

/** What a job gave. */
const answerSchema = z.object({
  kind: z.literal('ANSWER'),
  /** The data as JSON in UTF-8. */
  json: z.instanceof(Uint8Array),
  errors: z.array(errorSchema),
  /** What became of the articles that it read in: CREATED, UPDATED, UNCHANGED or FAILED. */
  ingests: z.array(z.string()),
  /** What the process has used so far. */
  usage: z.object({ processorSeconds: z.number(), residentBytes: z.number() }),
});

export type Begin = z.infer<typeof beginSchema>;
export type JobMessage = z.infer<typeof jobSchema>;
export type PrintedError = z.infer<typeof errorSchema>;
export type JobAnswer = z.infer<typeof answerSchema>;
export type Usage = JobAnswer['usage'];

const orderSchema = z.discriminatedUnion('kind', [beginSchema, jobSchema]);

/** What a job process is told. Throws where it is no order. */
export function readOrder(message: unknown): Begin | JobMessage {
  return orderSchema.parse(message);
}

const reportSchema = z.discriminatedUnion('kind', [readySchema, answerSchema]);

/** What a job process tells. Throws where it is none of that. */
export function readReport(message: unknown): z.infer<typeof readySchema> | JobAnswer {
  return reportSchema.parse(message);
}
