import type { Sentence } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { tokensOf } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import { DAY_WORDS, PERIOD_WORDS } from '../lexicon/time-words.ts';
import type { TimeReference } from '../reading.ts';
import { applyAll, type Ledger } from '../rule.ts';
import type { Day } from './calendar.ts';
import { DAY_OR_MONTH } from './days.ts';
import type { DatedSentence, FoundTime, TimeRule } from './found.ts';
import { AGO_PERIOD, QUARTER_PERIOD, RELATIVE_PERIOD, SEASON_PERIOD } from './periods.ts';
import { YEAR_ALONE } from './years.ts';

/** The kinds of dates; where two overlap the longer one is taken, else the one found first. */
export const TIME_RULES: readonly TimeRule[] = [
  RELATIVE_PERIOD,
  AGO_PERIOD,
  QUARTER_PERIOD,
  SEASON_PERIOD,
  YEAR_ALONE,
  DAY_OR_MONTH,
];

/** How much of a sentence is looked through, so that the cost stays linear in the text. */
const LONGEST_SENTENCE = 2_000;

/**
 * The dates of a document, in text order, none overlapping another, resolved against the day the article was published
 * (`YYYY-MM-DD`, or null: then only what is written out in full is resolved). A bare weekday or month lies in the past
 * unless the words around it look ahead: news reports what happened.
 */
export function findTimes(grammar: Grammar, published: Day | null, ledger: Ledger): TimeReference[] {
  const { document } = grammar;
  return document.sentences.flatMap((sentence) => {
    if (!mayHoldDate(grammar, sentence)) return [];
    const { first, last } = sentence;
    const start = document.tokens.start[first] ?? 0;
    const end = Math.min(document.tokens.end[last] ?? start, start + LONGEST_SENTENCE);
    const dated: DatedSentence = { ...grammar, first, last, start, text: document.text.slice(start, end), published };
    return takeLongest(applyAll(TIME_RULES, ledger, dated).flat()).map(({ span, range, precision }) => ({
      ...tokensOf(document, span),
      span,
      text: document.text.slice(span.start, span.end),
      start: range?.start ?? null,
      end: range?.end ?? null,
      precision,
    }));
  });
}

function mayHoldDate({ document }: Grammar, { first, last }: Sentence): boolean {
  for (let token = first; token <= last; token += 1) {
    const text = tokenText(document, token);
    const word = text.toLowerCase().replace('.', '');
    if (/^(?:\d|Q[1-4]$)/.test(text) || DAY_WORDS.has(word) || PERIOD_WORDS.has(word)) return true;
  }
  return false;
}

function takeLongest(found: readonly FoundTime[]): FoundTime[] {
  const lengthOf = ({ span }: FoundTime): number => span.end - span.start;
  const byLength = found
    .filter((time) => lengthOf(time) > 0)
    .sort((left, right) => lengthOf(right) - lengthOf(left) || left.span.start - right.span.start);
  const taken: FoundTime[] = [];
  for (const time of byLength) {
    if (taken.every(({ span }) => span.end <= time.span.start || time.span.end <= span.start)) taken.push(time);
  }
  return taken.sort((left, right) => left.span.start - right.span.start);
}
