import { isFiniteTag, pennTag } from '../../language/tags.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';

const OPENS_ADJUNCT = /^(?:in|on|at|during|to|by|with|for|last|this|earlier|later|yesterday|today)$/;

/**
 * The last token of an aside: before the comma, the bracket or the stop that closes it, with an adjunct (`on Monday`)
 * at most; -1 where anything else follows the verb.
 */
export function endOfAside(page: Page, verb: number, limit: number): number {
  const first = verb + 1;
  for (let token = first; token <= limit; token += 1) {
    const word = wordAt(page, token);
    if (/^[,;)–—.!?]$/.test(word)) return token - 1;
    if (isQuoteMark(page, token) || isFiniteTag(page.tagOf(token)) || token - first > 9) return -1;
    if (token === first && !OPENS_ADJUNCT.test(word) && !/^(?:RB|NNP)$/.test(page.tagOf(token))) return -1;
  }
  return limit;
}

/** Words that tell when, where or how something was said: after a cue at the end of a sentence they are no content. */
export function isAdjunctStart(page: Page, token: number): boolean {
  const word = wordAt(page, token);
  return (
    /^(?:in|on|at|during|after|before|over|while|as|when|to|via|from|through|with|about|late|early|last|this|by|earlier|later|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|recently|flatly|bluntly|again|here|then|afterwards)$/.test(
      word,
    ) || pennTag(page.document, token) === 'RB'
  );
}
