import type { RuleEntry } from '../rule.ts';
import { ANCHORS_ABOVE } from './anchors.ts';
import { DOUBTS } from './doubts.ts';
import { PERFORMED } from './performed.ts';
import { REPEATS } from './repeats.ts';
import { NOUN_ROLES, PERFORMERS, VERB_ROLES } from './roles.ts';
import { SENSES } from './senses.ts';
import { STATED } from './stated.ts';
import { NOUN_STATUS, STATUS_ABOVE, VERB_STATUS } from './status.ts';
import { STANDS_FOR, WHO } from './who.ts';

/** Every rule of the reading of events once, in the order of its steps. */
export const EVENT_RULES: readonly RuleEntry[] = [
  ...new Set<RuleEntry>([
    ...DOUBTS,
    ...SENSES,
    ...VERB_ROLES,
    ...NOUN_ROLES,
    ...PERFORMERS,
    ...WHO,
    ...STANDS_FOR,
    ...ANCHORS_ABOVE,
    ...VERB_STATUS,
    ...STATUS_ABOVE,
    ...NOUN_STATUS,
    ...STATED,
    ...PERFORMED,
    ...REPEATS,
  ]),
];
