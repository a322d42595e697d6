import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import { ACTORS_RULES } from '../../src/reading/actors/rules.ts';
import { POSITIONS_RULES } from '../../src/reading/positions/rules.ts';
import { read } from '../../src/reading/read.ts';
import { countingLedger } from '../../src/reading/rule.ts';
import { TIMES_RULES } from '../../src/reading/times/rules.ts';

const RULES = [...POSITIONS_RULES, ...ACTORS_RULES, ...TIMES_RULES];

/** How often a rule gives something in a text that appeared on 14 March 2024. */
function fires(rule: string, text: string): number {
  const ledger = countingLedger();
  read(annotate(text), '2024-03-14', ledger);
  return ledger.counts.get(rule) ?? 0;
}

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, { examples, nearMisses }) => {
  test.each(examples)('fires in: %s', (text) => {
    expect(fires(name, text)).toBeGreaterThan(0);
  });

  test.each(nearMisses)('does not fire in: %s', (text) => {
    expect(fires(name, text)).toBe(0);
  });
});
