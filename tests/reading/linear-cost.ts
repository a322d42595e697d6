import { Session } from 'node:inspector/promises';
import type { Pattern } from './linear-patterns.ts';

/** Processor time in milliseconds that something takes: the least of some goes. */
export function costOf(work: () => void, goes: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let go = 0; go < goes; go += 1) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

/** What is wrong with how the cost of a pattern grows; null where nothing is. */
export interface Growth {
  readonly pattern: Pattern;
  /** Milliseconds by length in characters. */
  readonly costs: ReadonlyMap<number, number>;
  /** Times the cost of real text, at the greatest length. */
  readonly times: number;
  /** `e` where cost grows as length^e, between the least and the greatest length. */
  readonly exponent: number;
}

/** How costs may grow: as length^1.2, and up to four times what real text takes. */
const MOST_EXPONENT = 1.2;
const MOST_TIMES = 4;

/**
 * A rule of thumb for what no reading should take, so that what is far too slow ends early: this many times the cost of
 * real text.
 */
const HOPELESS = 25;

/**
 * Measures a pattern at some lengths, the shorter first, and again up to twice where something seems wrong, at doubled
 * lengths the second time: noise does not come back, growth does. Stops where the next length could take minutes.
 */
export function measureGrowth(
  read: (text: string) => void,
  pattern: Pattern,
  lengths: readonly number[],
  costOfCharacter: number,
): Growth {
  let growth = measureOnce(read, pattern, lengths, costOfCharacter, 1);
  if (!isWrong(growth)) return growth;
  growth = measureOnce(read, pattern, lengths, costOfCharacter, 3);
  if (!isWrong(growth) || growth.times > HOPELESS) return growth;
  return measureOnce(
    read,
    pattern,
    growth.times > MOST_TIMES ? lengths : lengths.map((length) => length * 2),
    costOfCharacter,
    3,
  );
}

/** Whether a pattern grows faster than it may or costs more than it may. */
export function isWrong({ exponent, times }: Growth): boolean {
  return exponent > MOST_EXPONENT || times > MOST_TIMES;
}

function measureOnce(
  read: (text: string) => void,
  pattern: Pattern,
  lengths: readonly number[],
  costOfCharacter: number,
  goes: number,
): Growth {
  const costs = new Map<number, number>();
  for (const length of lengths) {
    const text = pattern.write(length);
    const cost = costOf(() => read(text), goes);
    costs.set(length, cost);
    if (cost > HOPELESS * costOfCharacter * length) break;
  }
  const measured = [...costs];
  const [shortest = 1, least = 1] = measured[0] ?? [];
  const [longest = 1, most = 1] = measured.at(-1) ?? [];
  const exponent = measured.length < 2 ? 1 : Math.log(most / least) / Math.log(longest / shortest);
  return { pattern, costs, times: most / (costOfCharacter * longest), exponent };
}

/** The functions that take most of the time of some work, by themselves, with the part of it that each takes. */
export async function slowestFunctions(work: () => void, most: number): Promise<string[]> {
  const session = new Session();
  session.connect();
  try {
    await session.post('Profiler.enable');
    await session.post('Profiler.start');
    work();
    const { profile } = await session.post('Profiler.stop');
    const byFunction = new Map<string, number>();
    const nameOf = new Map(
      profile.nodes.map(({ id, callFrame }) => [
        id,
        `${callFrame.functionName || '(anonymous)'} in ` +
          `${callFrame.url.split('/').slice(-2).join('/')}:${callFrame.lineNumber + 1}`,
      ]),
    );
    for (const id of profile.samples ?? [])
      byFunction.set(nameOf.get(id) ?? '', (byFunction.get(nameOf.get(id) ?? '') ?? 0) + 1);
    const total = Math.max(1, profile.samples?.length ?? 1);
    return [...byFunction]
      .sort(([, left], [, right]) => right - left)
      .slice(0, most)
      .map(([name, samples]) => `${Math.round((100 * samples) / total)} % ${name}`);
  } finally {
    session.disconnect();
  }
}

/** A line that says what is wrong with a pattern. */
export function describeGrowth({ pattern, costs, times, exponent }: Growth): string {
  const figures = [...costs].map(([length, cost]) => `${length / 1000} kB ${cost.toFixed(0)} ms`).join(', ');
  return `${pattern.name}: ${figures}; ${times.toFixed(1)} times real text, grows as length^${exponent.toFixed(2)}`;
}
