import { deepStrictEqual } from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Child } from './child.ts';
import { buildGraph } from './graph.ts';
import { actorId } from './graph-article.ts';
import { pagesOf } from './pages.ts';
import { askPeer, listPeers, type Peer, startPeer } from './peers.ts';
import { type Question, questionsAbout } from './questions.ts';
import { fetchAnswer, middle, race, type Result } from './race.ts';
import { raceWorkers } from './workers.ts';

/**
 * Measures the API against other servers over the same file: `npm run bench:api -- --rounds 5 --seconds 2`. The built
 * script lies in `data/bench/build`.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '5' }, seconds: { type: 'string', default: '2' } },
});
const options = { rounds: Number(values.rounds), seconds: Number(values.seconds) };

if (!(options.rounds >= 1 && options.seconds >= 1))
  throw new Error('"--rounds" and "--seconds" must be numbers from 1.');

const graph = buildGraph({ folder: `${ROOT}data/bench`, migrations: `${ROOT}migrations` });
const peers = listPeers(ROOT);
const questions = questionsAbout(actorId('PERSON', 0));
const servers = new Map<Peer, Child>();
try {
  const starts = await measureStarts();
  for (const peer of peers) servers.set(peer, await startPeer(peer, graph));
  for (const question of questions) await compareAnswers(question);
  print('start to the first answer', ['ms'], starts);
  for (const question of questions)
    printRace(
      question.name,
      await race(
        [...servers].map(([peer, server]) => ({ name: peer.name, server, ask: askPeer(peer, question) })),
        options,
      ),
    );
  const dateline = [...servers].find(([peer]) => peer.name === 'Dateline')?.[1];
  if (dateline)
    for (const list of ['articles', 'statements'] as const)
      printRace(`Dateline: a deep page of ${list}`, await race(await pagesOf(dateline, list), options));
  for (const question of questions.slice(0, 1))
    for (const peer of peers.filter(({ name }) => name === 'Dateline'))
      printRace(`Dateline: workers, ${question.name}`, await raceWorkers({ peer, graph, question, options }));
} finally {
  for (const server of servers.values()) await server.stop();
}

/**
 * Milliseconds from the start of the process to the whole answer to the nested question: the middle of the rounds, in
 * turn.
 */
async function measureStarts(): Promise<[string, string[]][]> {
  const times = new Map<Peer, number[]>(peers.map((peer) => [peer, []]));
  for (let round = 0; round < options.rounds; round += 1)
    for (const [peer, taken] of times) {
      const began = performance.now();
      const server = await startPeer(peer, graph);
      try {
        for (const question of questions.slice(0, 1)) await fetchAnswer(server, askPeer(peer, question));
        taken.push(performance.now() - began);
      } finally {
        await server.stop();
      }
    }
  return [...times].map(([{ name }, taken]) => [name, [middle(taken).toFixed(0)]]);
}

/** All must give the same data: nothing is gained by leaving something out. */
async function compareAnswers(question: Question): Promise<void> {
  let expected: unknown;
  for (const [peer, server] of servers) {
    const answer = await fetchAnswer(server, askPeer(peer, question));
    expected ??= answer;
    deepStrictEqual(answer, expected, `${peer.name} answers "${question.name}" differently.`);
  }
}

function printRace(title: string, results: readonly Result[]): void {
  print(
    title,
    ['CPU ×', 'requests/s ×', 'CPU ms/request', 'requests/s'],
    results.map(({ name, cpuFactor, speedFactor, cpu, perSecond }) => [
      name,
      [cpuFactor.toFixed(2), speedFactor.toFixed(2), cpu.toFixed(3), perSecond.toFixed(0)],
    ]),
  );
}

function print(
  title: string,
  columns: readonly string[],
  rows: readonly (readonly [string, readonly string[]])[],
): void {
  const line = (name: string, cells: readonly string[]): string =>
    `${name.padEnd(54)}${cells.map((cell) => cell.padStart(16)).join('')}\n`;
  process.stdout.write(`\n${line(title, columns)}${rows.map(([name, cells]) => line(`  ${name}`, cells)).join('')}`);
}
