import type { RuleEntry } from '../rule.ts';
import { CUE_RULES } from './cues.ts';
import { MEDIUM_RULES } from './media.ts';
import { PRONOUN_RULES } from './pronouns.ts';
import { WORDS_RULES } from './source-words.ts';
import { SOURCE_RULES } from './sources.ts';

/** All rules by which statements are read, in the order of the steps. */
export const STATEMENT_RULES: readonly RuleEntry[] = [
  ...CUE_RULES,
  ...SOURCE_RULES,
  ...WORDS_RULES,
  ...MEDIUM_RULES,
  ...PRONOUN_RULES,
];
