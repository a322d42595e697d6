import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import { applyFirst, applyInTurn, type Rule } from '../rule.ts';
import type { VerbCue } from './cue.ts';
import { type Page, wordAt } from './page.ts';
import { findParenthetical } from './parentheses.ts';
import type { Source } from './source.ts';
import { agentOf, nounAfter, nounBefore, subjectAbove, subjectOf } from './source-nouns.ts';
import { WORDS_RULES } from './source-words.ts';

/** Where the source of a verb stands; null where the rule finds none. */
type SourceRule = Rule<readonly [Page, VerbCue], Source>;

/** Who a verb says it of, the surest wording first. */
export const SOURCE_RULES: readonly SourceRule[] = [
  {
    name: 'statements/source/set off by commas',
    examples: [],
    nearMisses: [],
    apply: findParenthetical,
  },
  {
    name: 'statements/source/agent of a passive',
    examples: [],
    nearMisses: [],
    apply: (page, cue) => (isDone(page, cue) ? agentOf(page, cue) : null),
  },
  {
    name: 'statements/source/goes on from another clause',
    examples: [],
    nearMisses: [],
    apply: (page, cue) => (isDone(page, cue) ? null : subjectAbove(page, cue)),
  },
  {
    name: 'statements/source/subject',
    examples: [],
    nearMisses: [],
    apply: (page, cue) => (isDone(page, cue) ? null : subjectOf(page, cue)),
  },
  {
    name: 'statements/source/noun after the verb',
    examples: [],
    nearMisses: [],
    apply: nounAfter,
  },
  {
    name: 'statements/source/noun before the verb',
    examples: [],
    nearMisses: [],
    apply: (page, cue) => (isDone(page, cue) ? null : nounBefore(page, cue)),
  },
];

/** The words that name who says what a verb reports, and their noun. Null where nobody is named. */
export function attributeSource(page: Page, cue: VerbCue): Source | null {
  const found = applyFirst(SOURCE_RULES, page.ledger, page, cue);
  if (!found) return null;
  const source = applyInTurn(WORDS_RULES, page.ledger, found, page, cue);
  const { first, last } = source.range;
  return first === last && TIME_WORDS.has(wordAt(page, first)) ? null : source;
}

/** A passive whose subject does not speak, as that of `was quoted as saying` does. */
function isDone(page: Page, cue: VerbCue): boolean {
  return cue.isPassive && !(cue.range.last > cue.verb && wordAt(page, cue.verb + 1) === 'as');
}
