import { isAdjunctStart } from './asides.ts';
import type { VerbCue } from './cue.ts';
import { isPart } from './noun-phrases.ts';
import { type Page, wordAt } from './page.ts';

/**
 * The noun of whom a verb tells: `reporters` of `told reporters`, the subject of a passive, the `to` phrase, whom one
 * calls on. -1 where it tells nobody.
 */
export function addresseeOf(page: Page, cue: VerbCue): number {
  const { clauses, phrases, document } = page;
  const takes = cue.readings.some((reading) => reading.frames.has('ADDRESSEE'));
  const isQuoted = cue.isPassive && cue.range.last > cue.verb && wordAt(page, cue.verb + 1) === 'as';
  const { ownSubjects, indirectObject, objects, obliques } = clauses.at(isQuoted ? cue.verb + 2 : cue.verb);
  if (cue.isPassive && takes && !isQuoted)
    return ownSubjects.find((subject) => phrases.at(subject).role === 'PASSIVE_SUBJECT') ?? -1;
  const object = takes ? [indirectObject, ...objects].find((one) => one > cue.verb) : undefined;
  const prepositions = document.tokens.lemmas[cue.verb] === 'call' ? /^(?:to|on|upon)$/ : /^to$/;
  const isTo = (one: number): boolean => prepositions.test(wordAt(page, phrases.at(one).preposition));
  return object ?? obliques.find((one) => one > cue.verb && isTo(one)) ?? -1;
}

/** `The road is lost, Roe told the Herald on Monday`: the last word of whom a verb of telling names right after it. */
export function endOfAddressee(page: Page, cue: VerbCue, last: number): number {
  if (!cue.readings.some((reading) => reading.frames.has('ADDRESSEE')) || last !== cue.range.last) return last;
  if (page.tagOf(last + 1) === 'PRP') return last + 1;
  let end = last;
  while (isPart(page, end + 1) && !isAdjunctStart(page, end + 1)) end += 1;
  return /^NN/.test(page.tagOf(end)) ? end : last;
}
