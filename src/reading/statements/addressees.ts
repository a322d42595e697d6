import { pennTag } from '../../language/tags.ts';
import { isAdjunctStart } from './asides.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';
import type { VerbCue } from './cue.ts';

/**
 * The noun of whom a verb tells: `reporters` of `told reporters`, the subject of a passive, the `to` phrase. -1 where
 * it tells nobody.
 */
export function addresseeOf(page: Page, cue: VerbCue): number {
  const takes = cue.readings.some((reading) => reading.frames.has('ADDRESSEE'));
  const told = cue.isPassive && cue.range.last > cue.verb && wordAt(page, cue.verb + 1) === 'as' ? cue.verb + 2 : -1;
  if (told >= 0) return takes ? page.tree.childBy(told, 'iobj', 'obj') : -1;
  if (cue.isPassive && takes) return page.tree.childBy(cue.verb, 'nsubj:pass');
  const object = takes ? page.tree.childBy(cue.verb, 'iobj', 'obj') : -1;
  if (object > cue.verb) return object;
  if (/^(?:on|upon)$/.test(wordAt(page, cue.range.last + 1)) && page.document.tokens.lemmas[cue.verb] === 'call')
    return nounBehind(page, cue.range.last + 2);
  const behind = takes ? nounBehind(page, cue.range.last + 1) : -1;
  if (behind >= 0) return behind;
  const oblique = page.tree
    .childrenBy(cue.verb, 'obl')
    .find(
      (child) =>
        page.tree.childrenBy(child, 'case').some((preposition) => wordAt(page, preposition) === 'to') &&
        child > cue.verb,
    );
  return oblique ?? -1;
}

/**
 * The last word of a noun phrase that begins at a token and ends before `that`, `to`, a comma or a quotation; -1 where
 * there is none.
 */
function nounBehind(page: Page, first: number): number {
  let last = first - 1;
  while (last - first < 6 && /^(?:DT|JJ|NN|NNS|NNP|NNPS|PRP|PRP\$|CD)$/.test(pennTag(page.document, last + 1)))
    last += 1;
  const ends = /^(?:that|to|whether|,|:|about|of|“|")$/.test(wordAt(page, last + 1)) || isQuoteMark(page, last + 1);
  return last >= first && ends && /^(?:NN|PRP)/.test(pennTag(page.document, last)) ? last : -1;
}

/** `The road is lost, Roe told the Herald on Monday`: the last word of whom a verb of telling names right behind it. */
export function endOfAddressee(page: Page, cue: VerbCue, last: number): number {
  if (!cue.readings.some((reading) => reading.frames.has('ADDRESSEE')) || last !== cue.range.last) return last;
  if (page.tagOf(last + 1) === 'PRP') return last + 1;
  let end = last;
  while (/^(?:DT|JJ|NN|NNS|NNP|NNPS|PRP\$|CD|POS|HYPH)$/.test(page.tagOf(end + 1)) && !isAdjunctStart(page, end + 1))
    end += 1;
  return /^NN/.test(page.tagOf(end)) ? end : last;
}
