import type { Span } from '../span.ts';

/** A name in a training text; `type` is the number in `LEARNED_TYPES`. */
export interface GoldName extends Span {
  readonly type: number;
}
