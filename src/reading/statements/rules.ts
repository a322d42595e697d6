import type { RuleEntry } from '../rule.ts';
import { CONTENT_RULES } from './contents.ts';
import { VERB_RULES } from './drafts.ts';
import { UNLIKELY_RULES } from './plausible.ts';
import { QUOTATION_RULES } from './quotes.ts';

/** Every rule on statements, in the order of the steps. */
export const STATEMENT_RULES: readonly RuleEntry[] = [
  ...VERB_RULES,
  ...CONTENT_RULES,
  ...UNLIKELY_RULES,
  ...QUOTATION_RULES,
];
