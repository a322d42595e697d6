import autocannon from 'autocannon';
import type { Child } from './child.ts';

/** One request, as it goes over the wire. */
export interface Ask {
  readonly path: string;
  /** What is posted; nothing for a GET. */
  readonly body?: string;
}

/** One of those that are measured against each other. */
export interface Runner {
  readonly name: string;
  readonly server: Child;
  readonly ask: Ask;
}

export interface RaceOptions {
  readonly rounds: number;
  /** How long each runs in a round. */
  readonly seconds: number;
}

/**
 * Middles over the rounds. The factors are against the first runner in the same round, more being better: other load on
 * the machine then falls on both.
 */
export interface Result {
  readonly name: string;
  readonly perSecond: number;
  /** In milliseconds of processor time. */
  readonly cpu: number;
  readonly speedFactor: number;
  readonly cpuFactor: number;
}

interface Measured {
  readonly perSecond: number;
  readonly cpu: number;
}

/**
 * Asks a server a question for so many seconds: how many answers came, and in what time. Throws where a request fails.
 */
export type Load = (
  server: Child,
  ask: Ask,
  seconds: number,
) => Promise<{ readonly requests: number; readonly seconds: number }>;

const CONNECTIONS = 16;

/**
 * Loads the runners one after the other, round by round, after a round that does not count. Throws where a request
 * fails.
 */
export async function race(
  runners: readonly Runner[],
  { rounds, seconds }: RaceOptions,
  load: Load = readAnswers,
): Promise<Result[]> {
  const measured = new Map<Runner, Measured[]>(runners.map((runner) => [runner, []]));
  for (let round = -1; round < rounds; round += 1)
    for (const [runner, results] of measured) {
      const result = await measure(runner, seconds, load);
      if (round >= 0) results.push(result);
    }
  const reference = measured.get(runners[0] ?? fail('Nobody runs.')) ?? [];
  return [...measured].map(([{ name }, results]) => ({
    name,
    perSecond: middle(results.map((result) => result.perSecond)),
    cpu: middle(results.map((result) => result.cpu)),
    speedFactor: middle(results.map((result, round) => result.perSecond / (reference[round]?.perSecond ?? Number.NaN))),
    cpuFactor: middle(results.map((result, round) => (reference[round]?.cpu ?? Number.NaN) / result.cpu)),
  }));
}

async function measure({ server, ask }: Runner, seconds: number, load: Load): Promise<Measured> {
  const before = await server.readCpu();
  const done = await load(server, ask, seconds);
  const used = (await server.readCpu()) - before;
  return { perSecond: done.requests / done.seconds, cpu: used / 1_000 / done.requests };
}

const readAnswers: Load = async ({ url }, { path, body }, seconds) => {
  const post = body === undefined ? ({ method: 'GET' } as const) : ({ method: 'POST', body } as const);
  const { requests, duration, errors, non2xx } = await autocannon({
    url: `${url}${path}`,
    headers: { 'content-type': 'application/json' },
    connections: CONNECTIONS,
    duration: seconds,
    ...post,
  });
  if (errors + non2xx > 0 || requests.total === 0)
    fail(`${url}${path}: ${errors} requests failed, ${non2xx} were refused, of ${requests.total}.`);
  return { requests: requests.total, seconds: duration };
};

/** The median; between two, the upper. */
export function middle(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The whole answer to one request. Throws where it is none, or has errors. */
export async function fetchAnswer(server: Child, { path, body }: Ask): Promise<unknown> {
  const response = await fetch(
    `${server.url}${path}`,
    body === undefined ? {} : { method: 'POST', headers: { 'content-type': 'application/json' }, body },
  );
  const answer: unknown = await response.json();
  if (!response.ok || typeof answer !== 'object' || answer === null || 'errors' in answer || !('data' in answer))
    fail(`${path}: ${JSON.stringify(answer).slice(0, 500)}`);
  return answer.data;
}

function fail(message: string): never {
  throw new Error(message);
}
