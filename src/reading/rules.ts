import { NAME_RULES } from './names/rules.ts';
import type { RuleEntry } from './rule.ts';
import { STATEMENT_RULES } from './statements/rules.ts';

/** Every rule of the reading, folder by folder in the order of the steps: what tests and `eval --rules` go through. */
export const RULES: readonly RuleEntry[] = [...NAME_RULES, ...STATEMENT_RULES];
