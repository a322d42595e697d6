import type { TokenRange } from '../../language/document.ts';

/** The words that name who says it. */
export interface Source {
  readonly range: TokenRange;
  /**
   * Its noun: whom the whole phrase is about. For `who` and for a participle (`…, adding that`) the noun it refers to.
   */
  readonly head: number;
  /** Whether it stands after the verb: `said Roe`. */
  readonly isInverted: boolean;
}
