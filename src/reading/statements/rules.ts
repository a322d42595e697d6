import type { RuleEntry } from '../rule.ts';
import { CONTENT_RULES } from './contents.ts';
import { CUE_RULES } from './cues.ts';
import { VERB_RULES } from './drafts.ts';
import { MEDIUM_RULES } from './media.ts';
import { UNLIKELY_RULES } from './plausible.ts';
import { PRONOUN_RULES } from './pronouns.ts';
import { QUOTATION_RULES } from './quotes.ts';
import { WORDS_RULES } from './source-words.ts';
import { SOURCE_RULES } from './sources.ts';

/** Every rule on statements, in the order of the steps. */
export const STATEMENT_RULES: readonly RuleEntry[] = [
  ...CUE_RULES,
  ...VERB_RULES,
  ...SOURCE_RULES,
  ...WORDS_RULES,
  ...CONTENT_RULES,
  ...UNLIKELY_RULES,
  ...QUOTATION_RULES,
  ...MEDIUM_RULES,
  ...PRONOUN_RULES,
];
