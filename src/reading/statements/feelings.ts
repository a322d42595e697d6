import type { TokenRange } from '../../language/document.ts';
import { FEELINGS } from '../lexicon/speech-acts.ts';
import type { SpeechAct } from '../reading.ts';
import { chooseEnd } from './ends.ts';
import { isQuoteMark, type Page, trimMarks, wordAt } from './page.ts';
import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import type { VerbCue } from './cue.ts';

/** What somebody expressed: the words that report, and what they are about. */
export interface Feeling {
  readonly act: SpeechAct;
  readonly cue: TokenRange;
  readonly content: TokenRange;
}

/**
 * Whether a verb takes the name of a feeling or a stance, whose complement alone is said: `expressed concern`, `voiced
 * support`. Quoted words are what was said themselves.
 */
export function expressesFeeling(page: Page, cue: VerbCue): boolean {
  const lemma = page.document.tokens.lemmas[cue.verb] ?? '';
  if (cue.isPassive || !/^(?:express|voice|convey)$/.test(lemma)) return false;
  for (let token = cue.range.last + 1; token <= cue.range.last + 4; token += 1)
    if (isQuoteMark(page, token)) return false;
  return lemma !== 'convey' || nounOf(page, cue) >= 0;
}

/** Feelings that one has in something; of others `in` tells where they were voiced. */
const TAKING_IN = /^(?:confidence|interest|belief|disappointment|pride)$/;

/**
 * What `expressed concern that …`, `voiced support for …`, `expressed a wish to …` report; null where the noun has no
 * complement (`expressed his gratitude`).
 */
export function readFeeling(page: Page, cue: VerbCue, bounds: TokenRange): Feeling | null {
  const noun = nounOf(page, cue);
  const act = FEELINGS.get(page.document.tokens.lemmas[noun] ?? '');
  const opening = behindDay(page, noun + 1);
  if (!act || opening >= bounds.last) return null;
  const word = wordAt(page, opening);
  const isClause = word === 'that' || (word === 'to' && page.tagOf(opening + 1) === 'VB');
  const isPhrase =
    /^(?:about|over|for|at|with|on|of)$/.test(word) ||
    (word === 'in' && TAKING_IN.test(page.document.tokens.lemmas[noun] ?? '')) ||
    (word === 'to' && /^(?:THANK|REJECT|SUPPORT)$/.test(act));
  if (!isClause && !isPhrase) return null;
  const first = isClause ? opening : opening + 1;
  const content = trimMarks(page, { first, last: chooseEnd(page, { first, bounds, verb: cue.verb }) });
  return content ? { act, cue: { first: cue.range.first, last: first - 1 }, content } : null;
}

/**
 * The noun of the feeling, behind an article, a possessive and adjectives, or joined to another; -1 where the object is
 * anything else.
 */
function nounOf(page: Page, cue: VerbCue): number {
  let last = cue.range.last;
  while (
    last - cue.range.last < 7 &&
    !isQuoteMark(page, last + 1) &&
    (/^(?:DT|PRP\$|JJ|JJR|RB|VBN|NN|NNS)$/.test(page.tagOf(last + 1)) ||
      (wordAt(page, last + 1) === 'and' && page.tagOf(last).startsWith('NN')))
  )
    last += 1;
  while (last > cue.range.last + 1 && !page.tagOf(last).startsWith('NN')) last -= 1;
  if (last > cue.range.last && TIME_WORDS.has(wordAt(page, last))) last -= 1;
  return last > cue.range.last && FEELINGS.has(page.document.tokens.lemmas[last] ?? '') ? last : -1;
}

/** `expressed concern on Tuesday about …`: a day between the noun and its complement. */
function behindDay(page: Page, first: number): number {
  const day = wordAt(page, first) === 'on' ? first + 1 : first;
  return TIME_WORDS.has(wordAt(page, day)) ? day + 1 : first;
}
