import { DOUBTFUL_VERBS, REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { type Page, wordAt } from './page.ts';

/**
 * The reporting verb that goes on from an earlier one, at a conjunction: `added` at the `and` of `said A and added B`,
 * `accused` of `has denied it and has accused him`. It has the form of the earlier verb and no subject of its own. -1
 * where the conjunction joins anything else.
 */
export function verbJoinedAt(page: Page, conjunction: number, earlier: number): number {
  if (
    !/^(?:and|but|or|then)$/.test(wordAt(page, conjunction)) ||
    (page.quoteAt[conjunction] ?? -1) !== (page.quoteAt[earlier] ?? -1)
  )
    return -1;
  const { lemmas } = page.document.tokens;
  let verb = conjunction + 1;
  while (page.tagOf(verb) === 'RB' || wordAt(page, verb) === 'then') verb += 1;
  const finite = page.clauses.at(earlier).auxiliaries.find((auxiliary) => auxiliary < earlier) ?? earlier;
  if (page.tagOf(verb) !== page.tagOf(finite) || !/^VB[DZP]$/.test(page.tagOf(verb))) return -1;
  while (/^(?:have|be|do)$/.test(lemmas[verb] ?? '') || page.tagOf(verb) === 'RB') verb += 1;
  const lemma = lemmas[verb] ?? '';
  const isSure = !DOUBTFUL_VERBS.has(lemma) || (lemma === 'call' && /^(?:on|for)$/.test(wordAt(page, verb + 1)));
  const readings = REPORTING_VERBS.get(lemma) ?? [];
  return isSure && page.tagOf(verb).startsWith('VB') && readings.some((reading) => !reading.isThought) ? verb : -1;
}
