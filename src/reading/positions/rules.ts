import type { RuleEntry } from '../rule.ts';
import { POSITION_RULES } from './find-positions.ts';
import { TITLE_ENDINGS, TITLE_OPENINGS } from './title.ts';

/** The rules of this folder, in the order of its steps. */
export const POSITIONS_RULES: readonly RuleEntry[] = [...POSITION_RULES, ...TITLE_OPENINGS, ...TITLE_ENDINGS];
