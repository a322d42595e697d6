import type { RuleEntry } from '../rule.ts';
import { ACRONYM_RULES } from './acronyms.ts';
import { BUILD_RULES } from './name-builds.ts';
import { CONTEXT_RULES } from './name-contexts.ts';
import { DOUBT_RULES } from './name-doubts.ts';
import { FORM_RULES } from './name-repeats.ts';
import { SPAN_RULES } from './name-spans.ts';
import { ENDING_RULES, VOTE_RULES } from './name-types.ts';
import { SAME_RULES } from './same-names.ts';

/** Every rule on names, in the order of the steps. */
export const NAME_RULES: readonly RuleEntry[] = [
  ...SPAN_RULES,
  ...VOTE_RULES,
  ...DOUBT_RULES,
  ...ENDING_RULES,
  ...BUILD_RULES,
  ...CONTEXT_RULES,
  ...FORM_RULES,
  ...ACRONYM_RULES,
  ...SAME_RULES,
];
