import type { VerbCue } from './cue.ts';
import { endOfParts, isNoun } from './noun-phrases.ts';
import { hasFiniteVerb, isQuoteMark, type Page, trimMarks, withMarks, wordAt } from './page.ts';
import type { Source } from './source.ts';

/** How many tokens a source may be long between a quotation and its verb. */
const LONGEST = 30;

/**
 * `“…,” Ida Roe, chair of the board, said`: the noun phrase between a quotation that a comma or stop closes and a verb,
 * with what describes it between commas or brackets. The parser often cuts it up. Null where anything else stands
 * there.
 */
export function describedAfterQuotation(page: Page, cue: VerbCue): Source | null {
  const { first, last } = cue.range;
  const speaks = cue.readings.some(({ frames }) => frames.has('CLAUSE') || frames.has('QUOTE'));
  if (!speaks || cue.isPassive || !/^VB[DZP]$/.test(page.tagOf(last)) || !/^[,)]$/.test(wordAt(page, first - 1)))
    return null;
  for (let token = first - 2; token >= Math.max(0, first - LONGEST); token -= 1) {
    if (/^[.;:]$/.test(wordAt(page, token))) return null;
    if (closesQuotation(page, token)) return nounPhrase(page, token + 1, first - 1);
  }
  return null;
}

/** Whether a token is the closing mark of a quotation that ends with a comma or a stop. */
function closesQuotation(page: Page, token: number): boolean {
  const quotation = page.quotations[page.quoteAt[token] ?? -1];
  if (!quotation || !isQuoteMark(page, token) || withMarks(page.document, quotation).last !== token) return false;
  return /^[,.!?…]$/.test(wordAt(page, token - 1));
}

function nounPhrase(page: Page, first: number, last: number): Source | null {
  const head = endOfParts(page, first, last);
  if (head < first || !isNoun(page, head) || hasFiniteVerb(page, { first, last })) return null;
  const range = trimMarks(page, { first, last });
  return range && { range, head, isInverted: false };
}
