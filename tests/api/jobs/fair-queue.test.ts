import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FairQueue } from '../../../src/api/jobs/fair-queue.ts';

const clients = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 60 });

/** What comes out of a queue that each client has put its numbered items into. */
function drain(asked: readonly string[]): { client: string; number: number }[] {
  const queue = new FairQueue<{ client: string; number: number }>();
  for (const [number, client] of asked.entries()) queue.push(client, { client, number });
  expect(queue.length).toBe(asked.length);
  const out = Array.from({ length: asked.length }, () => queue.shift()).filter((item) => item !== undefined);
  expect(queue.shift()).toBeUndefined();
  expect(queue.length).toBe(0);
  return out;
}

test('everything comes out once, and of each client in the order it went in', () => {
  fc.assert(
    fc.property(clients, (asked) => {
      const out = drain(asked);
      expect(out.map(({ number }) => number).sort((left, right) => left - right)).toEqual(
        asked.map((_, number) => number),
      );
      for (const client of new Set(asked)) {
        const own = out.filter((item) => item.client === client).map(({ number }) => number);
        expect(own).toEqual([...own].sort((left, right) => left - right));
      }
    }),
  );
});

test('between two turns of a client every other that waits has had one', () => {
  fc.assert(
    fc.property(clients, (asked) => {
      const left = new Map<string, number>();
      for (const client of asked) left.set(client, (left.get(client) ?? 0) + 1);
      let round = new Set<string>();
      for (const { client } of drain(asked)) {
        if (round.has(client)) {
          for (const [other, count] of left) if (count > 0) expect(round).toContain(other);
          round = new Set();
        }
        round.add(client);
        left.set(client, (left.get(client) ?? 0) - 1);
      }
    }),
  );
});

test('what is taken out waits no longer', () => {
  const queue = new FairQueue<string>();
  for (const item of ['one', 'two', 'three']) queue.push('a', item);
  queue.remove('a', 'two');
  queue.remove('b', 'one');
  queue.remove('a', 'never in it');
  expect([queue.lengthOf('a'), queue.shift(), queue.shift(), queue.shift()]).toEqual([2, 'one', 'three', undefined]);
});
