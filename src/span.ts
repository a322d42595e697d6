/**
 * A stretch of an article's text: UTF-16 code units, `start` inclusive, `end` exclusive, exactly as
 * `String.prototype.slice` takes them.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies wholly inside `outer` (equal spans do). */
export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
