import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import { read } from '../../src/reading/read.ts';
import { countingLedger } from '../../src/reading/rule.ts';
import { RULES } from '../../src/reading/rules.ts';

/** How often a rule gives something in a text that appeared on 14 March 2024. */
function fires(rule: string, text: string): number {
  const ledger = countingLedger();
  read(annotate(text), '2024-03-14', ledger);
  return ledger.counts.get(rule) ?? 0;
}

test('every rule has a name of its own, examples and near-misses', () => {
  expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
  const untested = RULES.filter(({ examples, nearMisses }) => examples.length === 0 || nearMisses.length === 0);
  expect(untested.map(({ name }) => name)).toEqual([]);
});

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, { examples, nearMisses }) => {
  test.each(examples)('fires in: %s', (text) => {
    expect(fires(name, text)).toBeGreaterThan(0);
  });

  test.each(nearMisses)('does not fire in: %s', (text) => {
    expect(fires(name, text)).toBe(0);
  });
});
