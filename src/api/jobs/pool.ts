import { availableParallelism } from 'node:os';
import { DatelineError } from '../../errors.ts';
import { FairQueue } from './fair-queue.ts';
import { type Job, type JobPoolOptions, type Lane, type LaneOptions, timedOut } from './job.ts';
import { JobProcess } from './job-process.ts';
import type { JobAnswer, Usage } from './messages.ts';

/**
 * Processes that read the graph, at the most: one fewer than processors, which the server needs for all that is quick.
 */
const MOST_READERS = 4;
/** Jobs that wait: of one client, in all, and the characters of what they were sent with. */
const MOST_OF_CLIENT = 100;
const MOST_WAITING = 1_000;
const MOST_CHARACTERS = 50_000_000;

interface Waiting {
  readonly job: Job;
  readonly resolve: (answer: JobAnswer) => void;
  readonly reject: (error: unknown) => void;
  readonly timer: NodeJS.Timeout;
  readonly characters: number;
}

/**
 * Runs what may take long in processes of its own, which are ended when its time is up. Processes and not threads:
 * neither ends a statement of SQL that runs, but a process can be killed in the middle of one, takes its memory with
 * it, and leaves the file as its last transaction did.
 */
export class JobPool {
  readonly #lanes: Readonly<Record<Lane, LaneOfJobs>>;

  constructor(options: JobPoolOptions) {
    const readers = Math.max(1, Math.min(MOST_READERS, availableParallelism() - 1));
    this.#lanes = {
      GRAPH: new LaneOfJobs({ ...options, readsEnglish: false }, readers),
      TEXT: new LaneOfJobs({ ...options, readsEnglish: true }, 1),
    };
  }

  /** What a job gives. Throws TIMED_OUT when its time is up or too much waits, and an error when its process ends. */
  run(job: Job): Promise<JobAnswer> {
    return this.#lanes[job.lane].run(job);
  }

  /** The processor time that all processes so far have used, and the memory of those that run. */
  usage(): Usage {
    const used = Object.values(this.#lanes).flatMap((lane) => lane.usages());
    const before = sum(Object.values(this.#lanes).map((lane) => lane.spent));
    return {
      processorSeconds: before + sum(used.map((each) => each.processorSeconds)),
      residentBytes: sum(used.map((each) => each.residentBytes)),
    };
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
  readonly #options: LaneOptions;
  readonly #mostProcesses: number;
  readonly #processes = new Set<JobProcess>();
  readonly #urgent: Waiting[] = [];
  readonly #queue = new FairQueue<Waiting>();
  #characters = 0;
  #spent = 0;
  #isClosed = false;

  constructor(options: LaneOptions, mostProcesses: number) {
    this.#options = options;
    this.#mostProcesses = mostProcesses;
  }

  run(job: Job): Promise<JobAnswer> {
    const characters = job.query.length + JSON.stringify(job.variables).length;
    const isFull =
      this.#queue.length >= MOST_WAITING ||
      this.#queue.lengthOf(job.client) >= MOST_OF_CLIENT ||
      this.#characters + characters > MOST_CHARACTERS;
    if (this.#isClosed || isFull)
      return Promise.reject(
        new DatelineError(
          'TIMED_OUT',
          'Too many operations that take long wait already.',
          'Try again later, or ask for less at once.',
        ),
      );
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

  /**
   * One process more; null where there are as many as may be, and why there can be none where the machine gives none:
   * then those that run go on with what waits, and where there are none it fails.
   */
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
