import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

const METER = new URL('meter.js', import.meta.url).href;
/** Of a server that has not said where it listens, in milliseconds. */
const PATIENCE = 30_000;

/** A server in a process of its own. */
export interface Child {
  readonly url: string;
  /** Processor time used so far, in microseconds. */
  readCpu(): Promise<number>;
  stop(): Promise<void>;
}

/**
 * Starts a script of Node's that says, on standard output, at which url it serves. Throws where it ends before, or does
 * not say so in time.
 */
export async function startChild(
  script: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Child> {
  const child = spawn(process.execPath, ['--import', METER, ...script], {
    env: { ...process.env, ...environment, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const url = await findUrl(child, script.join(' ')).catch((cause: unknown) => {
    child.kill('SIGKILL');
    throw cause;
  });
  return {
    url,
    readCpu: async () => {
      const answer = once(child, 'message');
      child.send('cpu');
      const [used]: unknown[] = await answer;
      if (typeof used !== 'number') throw new Error('The server does not tell what it used.');
      return used;
    },
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
    },
  };
}

async function findUrl(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const timer = setTimeout(() => reject(new Error(`${name} did not start in time. It said: ${said}`)), PATIENCE);
    child.once('exit', () => reject(new Error(`${name} ended before it served. It said: ${said}`)));
    const listen = (chunk: string): void => {
      said += chunk;
      const origin = /serves (http:\/\/[^/\s]+)/.exec(said)?.[1];
      if (origin === undefined) return;
      clearTimeout(timer);
      // What it logs from now on is read and dropped: gathering it would slow the load.
      child.stdout?.off('data', listen).resume();
      // The address and not its name, so that nobody pays for finding it.
      resolve(origin.replace('localhost', '127.0.0.1'));
    };
    child.stdout?.setEncoding('utf8').on('data', listen);
  });
}
