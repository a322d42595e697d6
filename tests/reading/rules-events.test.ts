import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import { EVENT_RULES } from '../../src/reading/events/rules.ts';
import { read } from '../../src/reading/read.ts';
import { countingLedger } from '../../src/reading/rule.ts';

function timesFired(name: string, text: string): number {
  const ledger = countingLedger();
  read(annotate(text), '2024-03-14', ledger);
  return ledger.counts.get(name) ?? 0;
}

describe.each(EVENT_RULES)('$name', ({ name, examples, nearMisses }) => {
  test.each(examples)('%s', (text) => {
    expect(timesFired(name, text)).toBeGreaterThan(0);
  });
  test.each(nearMisses)('not: %s', (text) => {
    expect(timesFired(name, text)).toBe(0);
  });
});

test('no two rules share a name, and each has two examples and a near-miss', () => {
  const names = EVENT_RULES.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const { name, examples, nearMisses } of EVENT_RULES) {
    expect({ name, enough: examples.length >= 2 && nearMisses.length >= 1 }).toEqual({ name, enough: true });
  }
});
