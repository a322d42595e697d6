import type { Grammar } from '../../language/grammar.ts';
import type { Span } from '../../span.ts';
import type { TimePrecision } from '../reading.ts';
import type { Rule } from '../rule.ts';
import type { Day, DayRange } from './calendar.ts';

/** A sentence that may hold dates. */
export interface DatedSentence extends Grammar {
  readonly first: number;
  readonly last: number;
  /** Its text, cut where it is very long, and the character that it starts at. */
  readonly text: string;
  readonly start: number;
  /** The day that dates are counted from. */
  readonly published: Day | null;
}

/** A date found in a sentence. */
export interface FoundTime {
  readonly span: Span;
  readonly precision: TimePrecision;
  readonly range: DayRange | null;
}

/** A rule that finds the dates of one kind in a sentence. */
export type TimeRule = Rule<readonly [DatedSentence], readonly FoundTime[]>;

/** What a pattern's match tells: a precision and the days, or null where it is no date. */
type ReadMatch = (match: RegExpExecArray, sentence: DatedSentence) => readonly [TimePrecision, DayRange | null] | null;

/** Every place of a sentence where a pattern matches and its words are a date. */
export function matching(pattern: RegExp, readMatch: ReadMatch): TimeRule['apply'] {
  return (sentence) => {
    const found = [...sentence.text.matchAll(pattern)].flatMap((match): FoundTime[] => {
      const start = sentence.start + match.index;
      const [precision, range] = readMatch(match, sentence) ?? [];
      return precision ? [{ span: { start, end: start + match[0].length }, precision, range: range ?? null }] : [];
    });
    return found.length > 0 ? found : null;
  };
}
