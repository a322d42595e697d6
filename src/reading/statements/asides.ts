import type { TokenRange } from '../../language/document.ts';
import { isFiniteTag, pennTag } from '../../language/tags.ts';
import { hasFiniteVerb, isQuoteMark, type Page, trimMarks, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';

const OPENS_ADJUNCT = /^(?:in|on|at|during|to|by|with|for|last|this|earlier|later|yesterday|today)$/;

/**
 * What an aside with `as` reports: `As Roe noted, the vote is near`, `the vote is near, as Roe noted on Monday`, `the
 * vote, as Roe noted, is near`. The rest of its sentence; `group` is the cue with its source. Null where the words are
 * no aside, or the verb has a content of its own (`as he said he would`).
 */
export function readAside(
  page: Page,
  cue: VerbCue,
  group: TokenRange,
  bounds: TokenRange,
): readonly TokenRange[] | null {
  const opening = group.first - 1;
  if (
    wordAt(page, opening) !== 'as' ||
    opening < bounds.first ||
    cue.isPassive ||
    !cue.readings.some((reading) => reading.frames.has('CLAUSE') && !reading.isThought)
  )
    return null;
  const last = endOfAside(page, group.last, bounds.last);
  if (last < 0) return null;
  const before = trimMarks(page, { first: bounds.first, last: opening - 1 });
  const after = last < bounds.last ? trimMarks(page, { first: last + 1, last: bounds.last }) : null;
  const isOpening = !before || (before.last - before.first < 2 && !hasFiniteVerb(page, before));
  if (isOpening) return after && hasFiniteVerb(page, after) ? [after] : null;
  if (wordAt(page, opening - 1) !== ',' && !/^[–—(-]$/.test(wordAt(page, opening - 1))) return null;
  return hasFiniteVerb(page, before)
    ? [before, ...(after && !/^(?:and|but|or|who|which)$/.test(wordAt(page, after.first)) ? [after] : [])]
    : after && hasFiniteVerb(page, after)
      ? [before, after]
      : null;
}

/**
 * The last token of an aside: before the comma, the bracket or the stop that closes it, with an adjunct (`on Monday`)
 * at most; -1 where anything else follows the verb.
 */
function endOfAside(page: Page, verb: number, limit: number): number {
  const first = verb + 1;
  for (let token = first; token <= limit; token += 1) {
    const word = wordAt(page, token);
    if (/^[,;)–—.!?]$/.test(word)) return token - 1;
    if (isQuoteMark(page, token) || isFiniteTag(page.tagOf(token)) || token - first > 9) return -1;
    if (token === first && !OPENS_ADJUNCT.test(word) && !/^(?:RB|NNP)$/.test(page.tagOf(token))) return -1;
  }
  return limit;
}

/** Words that tell when, where or how something was said: behind a cue at the end of a sentence they are no content. */
export function isAdjunctStart(page: Page, token: number): boolean {
  const word = wordAt(page, token);
  return (
    /^(?:in|on|at|during|after|before|over|while|as|when|to|via|from|through|with|about|late|early|last|this|by|earlier|later|yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|recently|flatly|bluntly|again|here|then|afterwards)$/.test(
      word,
    ) || pennTag(page.document, token) === 'RB'
  );
}
