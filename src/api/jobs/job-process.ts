import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Job, type LaneOptions, timedOut } from './job.ts';
import { type JobAnswer, readReport, type Usage } from './messages.ts';

/**
 * How much later than the time limit the pool ends a process, as a share of the limit: the process notices first, and
 * can say at which field it was.
 */
const GRACE = 0.05;
/** The largest heap of a job process in megabytes: one that needs more ends, and the server goes on. */
const MOST_HEAP = 384;
/**
 * The part of the heap for new objects, in megabytes: less than Node's own choice, as a process that does one job at a
 * time does not need more.
 */
const YOUNG_HEAP = 2;
/** How long a job process may take to start, in milliseconds. */
const MOST_START = 30_000;

const ENTRY = fileURLToPath(new URL('./process.js', import.meta.url));

/**
 * One process, which does one job at a time. Until it has started, its job waits: when the time of that is up it is
 * given up and the process goes on starting, so that on a slow machine a short limit does not end each process before
 * it has done anything.
 */
export class JobProcess {
  readonly #options: LaneOptions;
  readonly #child: ChildProcess;
  readonly #onEnd: (ended: JobProcess) => void;
  #current: { readonly resolve: (answer: JobAnswer) => void; readonly reject: (error: unknown) => void } | null = null;
  readonly #starting: NodeJS.Timeout;
  #isReady = false;
  /** Sends the job that waits for the process to start. */
  #send: (() => void) | null = null;
  #usage: Usage = { processorSeconds: 0, residentBytes: 0 };
  #isOver = false;

  /** Throws where the machine cannot give a process. */
  constructor(options: LaneOptions, onEnd: (ended: JobProcess) => void) {
    this.#options = options;
    this.#onEnd = onEnd;
    const { NODE_UNIQUE_ID: _worker, ...environment } = process.env;
    this.#child = fork(options.entry ?? ENTRY, [], {
      serialization: 'advanced',
      env: environment,
      execArgv: [`--max-old-space-size=${MOST_HEAP}`, `--max-semi-space-size=${YOUNG_HEAP}`],
    });
    this.#child.on('message', (message) => this.#settle(message));
    this.#child.on('error', (error) => this.#end(error));
    this.#child.once('exit', (code, signal) => this.#end(new Error(`A job process ended (${signal ?? code}).`)));
    this.#starting = setTimeout(() => this.#kill(new Error('A job process did not start.')), MOST_START).unref();
    this.#child.send({
      kind: 'BEGIN',
      database: options.database,
      writes: options.writes,
      readsEnglish: options.readsEnglish,
    });
  }

  get isIdle(): boolean {
    return this.#current === null && !this.#isOver;
  }

  get usage(): Usage {
    return this.#usage;
  }

  run(job: Job): Promise<JobAnswer> {
    return new Promise((resolve, reject) => {
      const timeLeft = (): number => Math.max(0, job.end - performance.now());
      const timer = setTimeout(
        () => (this.#isReady ? this.#kill(timedOut(job)) : this.#current?.reject(timedOut(job))),
        timeLeft() + GRACE * 1000 * job.mostSeconds,
      );
      const done = (): void => {
        clearTimeout(timer);
        this.#current = null;
        this.#send = null;
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
      this.#send = () =>
        this.#child.send(
          { kind: 'JOB', query, operationName, variables, permission, arrival, milliseconds: timeLeft(), mostSeconds },
          (error) => {
            if (error) this.#end(error);
          },
        );
      if (this.#isReady) this.#send();
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

  #kill(reason: Error): void {
    this.#isOver = true;
    this.#child.kill('SIGKILL');
    this.#current?.reject(reason);
  }

  /** Notes that the process does nothing more. One that never began says so by an error alone, without an exit. */
  #end(error: Error): void {
    this.#isOver = true;
    clearTimeout(this.#starting);
    if (this.#child.pid === undefined || this.#child.exitCode !== null || this.#child.signalCode !== null)
      this.#onEnd(this);
    if (!this.#current) return;
    this.#options.onLoss(error.message);
    this.#current.reject(error);
  }

  #begin(): void {
    this.#isReady = true;
    clearTimeout(this.#starting);
    this.#send?.();
  }

  #settle(message: unknown): void {
    try {
      const answer = readReport(message);
      if (answer.kind === 'READY') {
        this.#begin();
        return;
      }
      this.#usage = answer.usage;
      if (answer.ingests.length > 0) this.#options.onIngest(answer.ingests);
      this.#current?.resolve(answer);
    } catch (error) {
      this.#current?.reject(error);
    }
  }
}
