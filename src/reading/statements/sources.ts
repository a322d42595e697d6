import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import { applyFirst, applyInTurn, type Rule } from '../rule.ts';
import type { VerbCue } from './cue.ts';
import { type Page, wordAt } from './page.ts';
import { findParenthetical } from './parentheses.ts';
import type { Source } from './source.ts';
import { describedAfterQuotation } from './source-after-quotation.ts';
import { agentOf, nounAfter, nounBefore, subjectAbove, subjectOf } from './source-nouns.ts';
import { WORDS_RULES } from './source-words.ts';

/** Where the source of a verb stands; null where the rule finds none. */
type SourceRule = Rule<readonly [Page, VerbCue], Source>;

/** Who a verb says it of, the surest wording first. */
export const SOURCE_RULES: readonly SourceRule[] = [
  {
    name: 'statements/source/set off by commas',
    examples: [
      'The road was closed on Monday, said police.',
      'The plan is dead, said Ida Roe, and the talks are over.',
    ],
    nearMisses: ['Police said the bridge is safe.', 'Roe, who won, said she was glad.'],
    apply: findParenthetical,
  },
  {
    name: 'statements/source/described between a quotation and its verb',
    examples: [
      '“We will not wait,” Ida Roe, chair of the dockers’ union, said on Monday.',
      '“It is a good plan,” Rep. Tom Hale (D-Ohio) told reporters.',
    ],
    nearMisses: ['“We will not wait,” Ida Roe said.', 'Ida Roe, chair of the dockers’ union, said it was over.'],
    apply: describedAfterQuotation,
  },
  {
    name: 'statements/source/agent of a passive',
    examples: ['The plan was condemned by the ministry as a joke.', 'Roe was accused by Tom Hale of stealing money.'],
    nearMisses: ['Roe condemned the plan by letter.', 'The plan was condemned as a joke.'],
    apply: (page, cue) => (isDone(page, cue) ? agentOf(page, cue) : null),
  },
  {
    name: 'statements/source/goes on from another clause',
    examples: [
      'Roe said the plan was dead, adding that she would resign.',
      'Ida Roe opened the session and accused Tom Hale of lying.',
    ],
    nearMisses: ['Roe said that Tom Hale had told lies.'],
    apply: (page, cue) => (isDone(page, cue) ? null : subjectAbove(page, cue)),
  },
  {
    name: 'statements/source/subject',
    examples: ['Ida Roe said the bridge was safe.', 'The minister who announced the cut said it was needed.'],
    nearMisses: ['The bridge was safe.'],
    apply: (page, cue) => (isDone(page, cue) ? null : subjectOf(page, cue)),
  },
  {
    name: 'statements/source/noun after the verb',
    examples: ['“No war,” read the banner.', '“Go home,” reads a sign on the gate.'],
    nearMisses: ['Roe, who ran the mill, called the law a joke.', 'She said the bridge was safe.'],
    apply: nounAfter,
  },
  {
    name: 'statements/source/noun before the verb',
    examples: ['The minister’s aide last night denied the report.', 'Most say they would stay.'],
    nearMisses: ['Ida Roe said the bridge was safe.'],
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
