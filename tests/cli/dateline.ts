import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';
import { runProgram } from '../../src/cli/program.ts';

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

/** Runs a command to its end, in a process of its own. */
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

/**
 * Runs a command to its end in this process, which has its code and its models already: what it is told, prints and
 * ends with is what a process of its own would have.
 */
export async function callDateline(args: readonly string[], settings: Environment = {}): Promise<Outcome> {
  const printed = { stdout: '', stderr: '' };
  const spies = (['stdout', 'stderr'] as const).map((stream) =>
    vi.spyOn(process[stream], 'write').mockImplementation((chunk) => {
      printed[stream] += String(chunk);
      return true;
    }),
  );
  try {
    return { status: await runProgram(args, environmentOf(settings)), ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
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
