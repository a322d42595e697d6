import { type ChildProcess, fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { DatelineError } from '../../errors.ts';
import { FairQueue } from './fair-queue.ts';
import { type JobAnswer, type JobMessage, readAnswer, type Usage } from './messages.ts';

/** What a job is for: to read the graph, or to read English, for which a process needs the models. Each has processes of its own, so that neither waits for the other. */
export type Lane = 'GRAPH' | 'TEXT';

/** A job with what its place in the line depends on. */
export interface Job extends Omit<JobMessage, 'kind' | 'milliseconds'> {
  readonly lane: Lane;
  /** Whose it is, by address: clients have their turns one after the other. */
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

/** Of the time limit, how much later than the process itself, which says at which field, the pool ends a job. */
const GRACE = 0.05;
/** Processes that read the graph, at the most: one fewer than processors, which the server needs for all that is quick. */
const MOST_READERS = 4;
/** Jobs that wait: of one client, in all, and the characters of what they were sent with. */
const MOST_OF_CLIENT = 100;
const MOST_WAITING = 1_000;
const MOST_CHARACTERS = 50_000_000;
/** The largest heap of a job process in megabytes: one that needs more ends, and the server goes on. */
const MOST_HEAP = 512;

interface Waiting {
  readonly job: Job;
  readonly resolve: (answer: JobAnswer) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
  readonly characters: number;
}

/**
 * Runs what may take long in processes of its own, which are ended when its time is up. Processes and not threads: neither ends a statement of SQL that runs, but a process can be killed in the middle of
 * one, takes its memory with it, and leaves the file as its last transaction did.
 */
export class JobPool {
  readonly #lanes: Readonly<Record<Lane, LaneOfJobs>>;

  constructor(options: JobPoolOptions) {
    const readers = Math.max(1, Math.min(MOST_READERS, availableParallelism() - 1));
    this.#lanes = { GRAPH: new LaneOfJobs(options, readers), TEXT: new LaneOfJobs(options, 1) };
  }

  /** What a job gives. Throws TIMED_OUT when its time is up or too much waits, and an error when its process ends. */
  run(job: Job): Promise<JobAnswer> {
    return this.#lanes[job.lane].run(job);
  }

  /** The processor time that all processes so far have used, and the memory of those that run. */
  usage(): Usage {
    const used = Object.values(this.#lanes).flatMap((lane) => lane.usages());
    const before = sum(Object.values(this.#lanes).map((lane) => lane.spent));
    return { processorSeconds: before + sum(used.map((each) => each.processorSeconds)), residentBytes: sum(used.map((each) => each.residentBytes)) };
  }

  /** Ends every process; what waits fails. */
  async close(): Promise<void> {
    await Promise.all(Object.values(this.#lanes).map((lane) => lane.close()));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** The jobs of one kind, in line for the processes of that kind. */
class LaneOfJobs {
  readonly #options: JobPoolOptions;
  readonly #mostProcesses: number;
  readonly #processes = new Set<JobProcess>();
  readonly #urgent: Waiting[] = [];
  readonly #queue = new FairQueue<Waiting>();
  #characters = 0;
  #spent = 0;
  #isClosed = false;

  constructor(options: JobPoolOptions, mostProcesses: number) {
    this.#options = options;
    this.#mostProcesses = mostProcesses;
  }

  run(job: Job): Promise<JobAnswer> {
    const characters = job.query.length + JSON.stringify(job.variables).length;
    const isFull = this.#queue.length >= MOST_WAITING || this.#queue.lengthOf(job.client) >= MOST_OF_CLIENT || this.#characters + characters > MOST_CHARACTERS;
    if (this.#isClosed || isFull) return Promise.reject(new DatelineError('TIMED_OUT', 'Too many operations that take long wait already.', 'Try again later, or ask for less at once.'));
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#giveUp(waiting), Math.max(0, job.end - performance.now()));
      const waiting: Waiting = { job, resolve, reject, timer, characters };
      this.#characters += characters;
      if (job.isUrgent) this.#urgent.push(waiting);
      else this.#queue.push(job.client, waiting);
      this.#begin();
    });
  }

  /** The processor time that processes have used that are no more, as they last told it, in seconds. */
  get spent(): number {
    return this.#spent;
  }

  usages(): Usage[] {
    return [...this.#processes].map((process) => process.usage);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all([...this.#processes].map((process) => process.close()));
  }

  /** Gives what waits to processes that have nothing to do. */
  #begin(): void {
    while (this.#urgent.length + this.#queue.length > 0) {
      const idle = [...this.#processes].find((process) => process.isIdle) ?? this.#start();
      if (!idle) return;
      const next = this.#urgent.shift() ?? this.#queue.shift();
      if (!next) return;
      clearTimeout(next.timer);
      this.#characters -= next.characters;
      if (idle instanceof Error) {
        next.reject(idle);
        continue;
      }
      if (!next.job.isWanted()) {
        next.reject(new DatelineError('TIMED_OUT', 'Nobody waits for the answer any more.'));
        continue;
      }
      idle
        .run(next.job)
        .then(next.resolve, next.reject)
        .finally(() => this.#begin());
    }
  }

  /** One process more; null where there are as many as may be, and why there can be none where the machine gives none: then those that run go on with what waits, and where there are none it fails. */
  #start(): JobProcess | Error | null {
    if (this.#isClosed || this.#processes.size >= this.#mostProcesses) return null;
    try {
      const process = new JobProcess(this.#options, (ended) => {
        if (!this.#processes.delete(ended)) return;
        this.#spent += ended.usage.processorSeconds;
        this.#begin();
      });
      this.#processes.add(process);
      return process;
    } catch (error) {
      const reason = error instanceof Error ? error : new Error(String(error));
      this.#options.onLoss(reason.message);
      return this.#processes.size > 0 ? null : reason;
    }
  }

  #giveUp(waiting: Waiting): void {
    const place = this.#urgent.indexOf(waiting);
    if (place >= 0) this.#urgent.splice(place, 1);
    else this.#queue.remove(waiting.job.client, waiting);
    this.#characters -= waiting.characters;
    waiting.reject(timedOut(waiting.job));
  }
}

function timedOut({ mostSeconds }: Job): DatelineError {
  return new DatelineError('TIMED_OUT', `The operation took longer than ${mostSeconds} s.`, 'Ask for smaller pages, or for less at once.');
}

const ENTRY = fileURLToPath(new URL('./process.js', import.meta.url));

/** One process, which does one job at a time. */
class JobProcess {
  readonly #options: JobPoolOptions;
  readonly #child: ChildProcess;
  readonly #onEnd: (ended: JobProcess) => void;
  #current: { readonly resolve: (answer: JobAnswer) => void; readonly reject: (error: unknown) => void } | null = null;
  #usage: Usage = { processorSeconds: 0, residentBytes: 0 };
  #isOver = false;

  /** Throws where the machine cannot give a process. */
  constructor(options: JobPoolOptions, onEnd: (ended: JobProcess) => void) {
    this.#options = options;
    this.#onEnd = onEnd;
    const { NODE_UNIQUE_ID: _worker, ...environment } = process.env;
    this.#child = fork(options.entry ?? ENTRY, [], { serialization: 'advanced', env: environment, execArgv: [`--max-old-space-size=${MOST_HEAP}`] });
    this.#child.on('message', (message) => this.#settle(message));
    this.#child.on('error', (error) => this.#end(error));
    this.#child.once('exit', (code, signal) => this.#end(new Error(`A job process ended (${signal ?? code}).`)));
    this.#child.send({ kind: 'BEGIN', database: options.database, writes: options.writes });
  }

  get isIdle(): boolean {
    return this.#current === null && !this.#isOver;
  }

  get usage(): Usage {
    return this.#usage;
  }

  run(job: Job): Promise<JobAnswer> {
    return new Promise((resolve, reject) => {
      const milliseconds = Math.max(0, job.end - performance.now());
      const timer = setTimeout(() => this.#kill(timedOut(job)), milliseconds + GRACE * 1000 * job.mostSeconds);
      const done = (): void => {
        clearTimeout(timer);
        this.#current = null;
      };
      this.#current = {
        resolve: (answer) => {
          done();
          resolve(answer);
        },
        reject: (error) => {
          done();
          reject(error);
        },
      };
      const { query, operationName, variables, permission, arrival, mostSeconds } = job;
      this.#child.send({ kind: 'JOB', query, operationName, variables, permission, arrival, milliseconds, mostSeconds }, (error) => {
        if (error) this.#end(error);
      });
    });
  }

  /** Lets the process end once it has done what it does. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.#child.exitCode !== null || this.#child.signalCode !== null) return resolve();
      this.#child.once('exit', () => resolve());
      if (this.#child.connected) this.#child.disconnect();
    });
  }

  #kill(reason: DatelineError): void {
    this.#isOver = true;
    this.#child.kill('SIGKILL');
    this.#current?.reject(reason);
  }

  /** Notes that the process does nothing more. One that never began says so by an error alone, without an exit. */
  #end(error: Error): void {
    this.#isOver = true;
    if (this.#child.pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null) this.#onEnd(this);
    if (!this.#current) return;
    this.#options.onLoss(error.message);
    this.#current.reject(error);
  }

  #settle(message: unknown): void {
    try {
      const answer = readAnswer(message);
      this.#usage = answer.usage;
      if (answer.ingests.length > 0) this.#options.onIngest(answer.ingests);
      this.#current?.resolve(answer);
    } catch (error) {
      this.#current?.reject(error);
    }
  }
}
