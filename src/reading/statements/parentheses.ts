import { isFiniteTag } from '../../language/tags.ts';
import { isQuoteMark, type Page, sentenceOf, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';
import type { Source } from './source.ts';

const PHRASE = /^(?:DT|JJ|JJR|JJS|NN|NNS|NNP|NNPS|CD|POS|HYPH|PRP\$)$/;
const LONGEST = 9;

/**
 * The source of a reporting clause that is set off by commas or quotation marks: `…, police said.`, `the plan, she
 * said, was …`, `…, said one official in the room.` Such clauses have their own noun phrase right beside the verb,
 * whatever the parser made of the long clause that they interrupt. Null where the cue is no such clause.
 */
export function findParenthetical(page: Page, cue: VerbCue): Source | null {
  const { first, last } = cue.range;
  if (cue.isPassive || !isFiniteTag(page.tagOf(first)) || !cue.readings.some((reading) => reading.frames.has('CLAUSE')))
    return null;
  const before = phraseBefore(page, first, last);
  return before || cue.readings.some((reading) => reading.frames.has('ADDRESSEE')) ? before : phraseBehind(page, cue);
}

function phraseBefore(page: Page, first: number, last: number): Source | null {
  const sentence = sentenceOf(page, first);
  let start = first;
  if (page.tagOf(first - 1) === 'PRP') start = first - 1;
  else
    while (first - start < LONGEST && PHRASE.test(page.tagOf(start - 1)) && wordAt(page, start - 1) !== 'something')
      start -= 1;
  if (start === first || start - 1 < sentence.first || !isSetOff(page, start - 1)) return null;
  if (page.tagOf(first - 1) !== 'PRP' && !/^NN/.test(page.tagOf(first - 1))) return null;
  const next = wordAt(page, last + 1);
  return /^[,.;–—]$/.test(next) || last >= sentence.last
    ? { range: { first: start, last: first - 1 }, head: first - 1, isInverted: false }
    : null;
}

/** A comma outside quotation marks. */
function isSetOff(page: Page, token: number): boolean {
  return (wordAt(page, token) === ',' || /^[–—]$/.test(wordAt(page, token))) && !isQuoteMark(page, token);
}

function phraseBehind(page: Page, cue: VerbCue): Source | null {
  const { first, last } = cue.range;
  const sentence = sentenceOf(page, first);
  if (first - 1 <= sentence.first || !isSetOff(page, first - 1) || first !== last) return null;
  let end = last;
  while (end - last < LONGEST && PHRASE.test(page.tagOf(end + 1))) end += 1;
  if (end === last || !/^NN/.test(page.tagOf(end))) return null;
  for (let token = end + 1; token <= sentence.last; token += 1) {
    if (/^W/.test(page.tagOf(token)) || /^[,.;]$/.test(wordAt(page, token))) break;
    if (isFiniteTag(page.tagOf(token)) || wordAt(page, token) === 'that' || isQuoteMark(page, token)) return null;
  }
  if (!hasVerbBefore(page, sentence.first, first)) return null;
  const subtree = page.tree.subtreeOf(end);
  return {
    range: { first: last + 1, last: Math.max(end, Math.min(subtree.last, sentence.last)) },
    head: end,
    isInverted: true,
  };
}

/**
 * Whether a clause stands before the cue, not only its own subject with an apposition: a finite verb outside of
 * relative clauses.
 */
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
