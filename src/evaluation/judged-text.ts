import type { AttributionUnit, MeasuredText } from './attribution-units.ts';

/** A text with its statements, by hand and found, and how sure each found one is. */
export interface JudgedText {
  readonly measured: MeasuredText;
  readonly gold: readonly AttributionUnit[];
  readonly found: readonly AttributionUnit[];
  readonly confidences: readonly number[];
  /** Found to gold. */
  readonly pairs: ReadonlyMap<number, number>;
}
