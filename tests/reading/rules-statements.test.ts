import { expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import { read } from '../../src/reading/read.ts';
import { countingLedger } from '../../src/reading/rule.ts';
import { STATEMENT_RULES } from '../../src/reading/statements/rules.ts';

/** How often a rule gave something in a text. */
function countIn(text: string, name: string): number {
  const ledger = countingLedger();
  read(annotate(text), '2024-03-14', ledger);
  return ledger.counts.get(name) ?? 0;
}

test.each(STATEMENT_RULES.flatMap(({ name, examples }) => examples.map((text) => [name, text] as const)))(
  '%s gives something in: %s',
  (name, text) => {
    expect(countIn(text, name)).toBeGreaterThan(0);
  },
);

test.each(STATEMENT_RULES.flatMap(({ name, nearMisses }) => nearMisses.map((text) => [name, text] as const)))(
  '%s gives nothing in: %s',
  (name, text) => {
    expect(countIn(text, name)).toBe(0);
  },
);

test('every rule has two examples and a near miss, and a name of its own', () => {
  for (const { examples, nearMisses } of STATEMENT_RULES) {
    expect(examples.length).toBeGreaterThanOrEqual(2);
    expect(nearMisses.length).toBeGreaterThanOrEqual(1);
  }
  expect(new Set(STATEMENT_RULES.map(({ name }) => name)).size).toBe(STATEMENT_RULES.length);
});
