/** One figure of a report, in percent. */
export interface Figure {
  readonly measure: string;
  readonly data: string;
  readonly value: number;
  /** What the project asks of the figure, where it asks anything. */
  readonly atLeast?: number;
  readonly aim?: number;
}

/**
 * The harmonic mean of precision and recall, in percent: `right` of `found`, and `matched` of `gold` where the two
 * sides are counted separately.
 */
export function f1(right: number, found: number, gold: number, matched = right): number {
  const precision = found === 0 ? 0 : right / found;
  const recall = gold === 0 ? 0 : matched / gold;
  return precision + recall === 0 ? 0 : (200 * precision * recall) / (precision + recall);
}

/** A part of a whole, in percent; 0 of nothing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
