import type { RuleEntry } from '../rule.ts';
import { DESCRIPTION_RULES } from './descriptions.ts';
import { PRONOUN_RULES } from './pronouns.ts';

/** The rules of this folder, in the order of its steps. */
export const ACTORS_RULES: readonly RuleEntry[] = [...DESCRIPTION_RULES, ...PRONOUN_RULES];
