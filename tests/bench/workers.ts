import type { Child } from './child.ts';
import { countAnswers } from './count-answers.ts';
import { askPeer, METRICS_TOKEN, type Peer, startPeer } from './peers.ts';
import type { Question } from './questions.ts';
import { type RaceOptions, type Result, race } from './race.ts';

interface WorkersRace {
  readonly peer: Peer;
  readonly graph: string;
  readonly question: Question;
  readonly options: RaceOptions;
}

/**
 * One process against two behind one port. What asks them needs a processor of its own beside theirs, and so does
 * whatever else runs: on a machine of two the requests a second say less than the processor time, which tells what two
 * would answer if they had two to themselves.
 */
export async function raceWorkers({ peer, graph, question, options }: WorkersRace): Promise<Result[]> {
  const servers: Child[] = [];
  try {
    for (const workers of [1, 2]) servers.push(await startPeer(peer, graph, workers));
    const ask = askPeer(peer, question);
    return await race(
      servers.map((server, place) => ({
        name: place === 0 ? '1 worker' : `${place + 1} workers`,
        server: { ...server, readCpu: async () => readCpu(server) },
        ask,
      })),
      options,
      countAnswers,
    );
  } finally {
    for (const server of servers) await server.stop();
  }
}

/** What all workers together have used, by the server's own figures; in microseconds. */
async function readCpu({ url }: Child): Promise<number> {
  const figures = await (
    await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${METRICS_TOKEN}` } })
  ).text();
  return 1e6 * Number(/^process_cpu_seconds_total (\S+)$/m.exec(figures)?.[1]);
}
