import type { RuleEntry } from './rule.ts';

/** Every rule of the reading, folder by folder in the order of the steps: what tests and `eval --rules` go through. */
export const RULES: readonly RuleEntry[] = [];
