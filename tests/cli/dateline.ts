import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** What a command did. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

type Environment = Readonly<Record<string, string>>;

/** The settings of the tests alone: none of whoever runs them. */
function environmentOf(settings: Environment): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], NODE_ENV: 'test', ...settings };
}

/** Runs a command to its end. */
export function runDateline(
  args: readonly string[],
  settings: Environment = {},
  input: string | Uint8Array = '',
): Outcome {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    env: environmentOf(settings),
    input,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  });
  return { status, stdout, stderr };
}

/** Starts a command that goes on. */
export function spawnDateline(args: readonly string[], settings: Environment = {}): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [MAIN, ...args], { env: environmentOf(settings) });
}

/** How a process ended. */
export async function waitForEnd(
  child: ChildProcessWithoutNullStreams,
): Promise<{ code: number | null; signal: NodeJS.Signals | null }> {
  if (child.exitCode !== null || child.signalCode !== null) return { code: child.exitCode, signal: child.signalCode };
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve({ code, signal })));
}
