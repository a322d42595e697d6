import type { Candidate } from './candidate.ts';
import { compare, SAME_FROM } from './compare.ts';

/** What company can add at the most: below this much less than enough, it need not be looked up. */
const COMPANY_ADDS = 25;

/** An actor that an entity may be; its company is looked up only where it can matter. */
export interface Possibility {
  readonly candidate: Candidate;
  readonly findCompany: () => readonly string[];
}

/**
 * Which of several actors an entity is: the one that most speaks for, of equals the first; -1 where not enough speaks
 * for any.
 */
export function decide(entity: Candidate, possibilities: readonly Possibility[]): number {
  let best = -1;
  let highest = Number.NEGATIVE_INFINITY;
  possibilities.forEach(({ candidate, findCompany }, number) => {
    const alone = compare(entity, candidate);
    const isOpen = alone < SAME_FROM && alone + COMPANY_ADDS >= SAME_FROM && entity.company.length > 0;
    const score = isOpen ? compare(entity, { ...candidate, company: findCompany() }) : alone;
    if (score >= SAME_FROM && score > highest) {
      best = number;
      highest = score;
    }
  });
  return best;
}
