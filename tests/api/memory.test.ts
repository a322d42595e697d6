import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { serve } from './live-server.ts';

/** Collects all that nothing holds any more. */
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

/** Bytes that things of JavaScript take once what is not held is gone. */
function held(): number {
  for (let round = 0; round < 3; round += 1) collect();
  return process.memoryUsage().heapUsed;
}

/** Queries of which none is like another, in the ways that make documents, plans and statements anew. */
const KINDS: Readonly<Record<string, (number: number) => string>> = {
  'by their names': (number) =>
    `query Q${number} { articles(first: 2) { nodes { a${number}: title
      statements(first: 2) { nodes { text speakers { name } } } } } }`,
  'by their values': (number) =>
    `{ articles(first: ${number % 50}, filter: { publisher: "P ${number}" }) { totalCount nodes { title } }
      people(filter: { name: "N ${number}" }) { nodes { name } } }`,
  'by their fragments': (number) =>
    `{ z${number}: articles(first: 1) { nodes { ...A } } }
      fragment A on Article { a: statements(first: 0) { nodes { article { ...B } } }
      b: statements(first: 0) { nodes { article { ...B } } } }
     fragment B on Article { c: statements(first: 0) { nodes { article { id } } }
       d: statements(first: 0) { nodes { article { id } } } }`,
  'by their being wrong': (number) => `{ articles(first: 2) { nodes { noField${number} } } }`,
};

test.each(Object.entries(KINDS))(
  'queries that differ %s leave memory where it was',
  async (_name, write) => {
    const { ask } = await serve();
    const ROUND = 250;
    let number = 0;
    const askOn = async (): Promise<void> => {
      for (const end = number + ROUND; number < end; number += 2)
        await Promise.all([ask(write(number)), ask(write(number + 1))]);
    };
    // The caches fill.
    for (let round = 0; round < 3; round += 1) await askOn();
    const before = held();
    await askOn();
    // What 250 of them take that nothing lets go of is over 5 MB.
    expect(held() - before).toBeLessThan(2_500_000);
  },
  300_000,
);
