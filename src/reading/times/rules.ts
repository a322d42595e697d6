import type { RuleEntry } from '../rule.ts';
import { TIME_RULES } from './find-times.ts';

/** The rules of this folder. */
export const TIMES_RULES: readonly RuleEntry[] = TIME_RULES;
