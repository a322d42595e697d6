import { isFiniteTag } from '../../language/tags.ts';
import type { VerbCue } from './cue.ts';
import { endOfParts } from './noun-phrases.ts';
import { isQuoteMark, type Page, sentenceOf, wordAt } from './page.ts';
import type { Source } from './source.ts';

/** No noun phrase of a reporting clause is longer, in tokens. */
const LONGEST = 9;

/**
 * The source of a reporting clause that a comma or a dash sets off, with its noun phrase right after the verb: `…, said
 * one official in the room.` The parser seldom finds it in the long clause that it interrupts. Null where the cue is
 * no such clause.
 */
export function findParenthetical(page: Page, cue: VerbCue): Source | null {
  const { first, last } = cue.range;
  const sentence = sentenceOf(page, first);
  const takesClause = cue.readings.some(({ frames }) => frames.has('CLAUSE'));
  const tells = cue.readings.some(({ frames }) => frames.has('ADDRESSEE'));
  if (!takesClause || tells || cue.isPassive || first !== last || !isFiniteTag(page.tagOf(first))) return null;
  if (first - 1 <= sentence.first || !/^[,–—]$/.test(wordAt(page, first - 1))) return null;
  const head = endOfParts(page, last + 1, Math.min(sentence.last, last + LONGEST));
  if (!page.tagOf(head).startsWith('NN') || goesOn(page, head, sentence.last)) return null;
  if (!hasVerbBefore(page, sentence.first, first)) return null;
  const end = Math.max(head, Math.min(page.phrases.at(head).whole.last, sentence.last));
  return { range: { first: last + 1, last: end }, head, isInverted: true };
}

/** Whether the noun has a verb or a clause after it: then it is the subject of what was said. */
function goesOn(page: Page, head: number, last: number): boolean {
  for (let token = head + 1; token <= last; token += 1) {
    if (page.tagOf(token).startsWith('W') || /^[,.;]$/.test(wordAt(page, token))) return false;
    if (isFiniteTag(page.tagOf(token)) || wordAt(page, token) === 'that' || isQuoteMark(page, token)) return true;
  }
  return false;
}

/** Whether a clause stands before the cue, not only its own subject with a relative clause. */
function hasVerbBefore(page: Page, first: number, cue: number): boolean {
  let isRelative = false;
  for (let token = first; token < cue; token += 1) {
    if (/^(?:WP|WDT|WP\$)$/.test(page.tagOf(token))) isRelative = true;
    else if (isFiniteTag(page.tagOf(token)) && (page.quoteAt[token] ?? -1) < 0) {
      if (!isRelative) return true;
      isRelative = false;
    }
  }
  return false;
}
