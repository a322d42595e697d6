import { ACTORS_RULES } from './actors/rules.ts';
import { EVENT_RULES } from './events/rules.ts';
import { NAME_RULES } from './names/rules.ts';
import { POSITIONS_RULES } from './positions/rules.ts';
import type { RuleEntry } from './rule.ts';
import { STATEMENT_RULES } from './statements/rules.ts';
import { TIMES_RULES } from './times/rules.ts';

/** Every rule of the reading, folder by folder in the order of the steps: what tests and `eval --rules` go through. */
export const RULES: readonly RuleEntry[] = [
  ...TIMES_RULES,
  ...NAME_RULES,
  ...POSITIONS_RULES,
  ...ACTORS_RULES,
  ...STATEMENT_RULES,
  ...EVENT_RULES,
];
