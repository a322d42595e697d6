import { hasFiniteVerb, isMark, type Page, wordAt } from './page.ts';
import { NOMINAL, TIMES } from './source-edges.ts';
import type { VerbCue } from './cue.ts';
import type { Source } from './source.ts';

/**
 * `December, the prince called for …, calling it`: a source that holds a clause of its own is only the noun phrase of
 * its head.
 */
export function withoutClause(page: Page, source: Source, cue: VerbCue): Source {
  const { range, head } = source;
  if (
    source.isInverted ||
    head >= cue.head ||
    head < range.first ||
    head >= range.last ||
    !hasFiniteVerb(page, { first: head + 1, last: range.last })
  )
    return source;
  for (let token = head + 1; token <= range.last; token += 1)
    if (/^W/.test(page.tagOf(token)) || /^(?:that|,)$/.test(wordAt(page, token)) || isMark(page, token)) return source;
  if (/^(?:PRP|NN)/.test(page.tagOf(head + 1))) return source;
  let first = head;
  while (first > range.first && NOMINAL.test(page.tagOf(first - 1))) first -= 1;
  return { ...source, range: { first, last: head } };
}

/**
 * `after campaign aides`, `of the attackers’ phones`: prepositions, conjunctions and the clause that they close stand
 * outside the source.
 */
export function withoutOpening(page: Page, source: Source): Source {
  let first = behindParticiple(page, source);
  for (let token = first; token < source.head && token < source.range.last; token += 1) {
    const isOutside =
      page.tagOf(token) === 'IN' &&
      /^(?:after|since|as|because|while|when|if|although|though|that|before|until|whether|where)$/.test(
        wordAt(page, token),
      );
    if (isOutside || (token === first && /^(?:IN|CC|TO|:|,)$/.test(page.tagOf(token)))) first = token + 1;
  }
  return first === source.range.first ? source : { ...source, range: { first, last: source.range.last } };
}

/** `Pressed on the tariffs, Engel said`: where a source begins behind the phrase of a participle that opens it. */
function behindParticiple(page: Page, { range, head, isInverted }: Source): number {
  if (isInverted || !/^VB[DNG]$/.test(page.tagOf(range.first))) return range.first;
  let first = head;
  while (first > range.first && NOMINAL.test(page.tagOf(first - 1))) first -= 1;
  return wordAt(page, first - 1) === ',' ? first : range.first;
}

/** `Roe today announced`: a day behind who speaks is none of the source. */
export function withoutTime(page: Page, source: Source): Source {
  const { first } = source.range;
  const isDated =
    TIMES.test(wordAt(page, source.range.last)) &&
    /^(?:on|last|this|late|early)$/.test(wordAt(page, source.range.last - 1)) &&
    source.range.last - 2 >= Math.max(first, source.head);
  const last = isDated ? source.range.last - 2 : source.range.last;
  if (isDated) return { ...source, range: { first, last } };
  return last > first &&
    last > source.head - 1 &&
    /^(?:today|yesterday|tonight|also|then|later)$/.test(wordAt(page, last))
    ? { ...source, head: Math.min(source.head, last - 1), range: { first, last: last - 1 } }
    : source;
}

const QUANTITIES =
  /^(?:half|some|most|many|few|several|all|both|none|each|one|majority|majorities|minority|percent|%|quarter|quarters|third|thirds|number|dozens|hundreds|thousands|scores|members|\d[\d.,]*|two|three|four|five|six|seven|eight|nine|ten)$/;

/** `55 percent of voters`, `some of the same officials`, `six in 10 people`: how many they are belongs to a source. */
export function withQuantity(page: Page, source: Source, limit: number): Source {
  let { first } = source.range;
  if (source.isInverted) return source;
  if (wordAt(page, first - 1) === 'of' || (wordAt(page, first - 1) === 'in' && /^\d+$/.test(wordAt(page, first)))) {
    if (first - 2 < limit || !QUANTITIES.test(wordAt(page, first - 2))) return source;
    first -= 2;
    while (first > limit && /^(?:DT|JJ|CD|RB)$/.test(page.tagOf(first - 1))) first -= 1;
  }
  return first === source.range.first ? source : { ...source, range: { first, last: source.range.last } };
}
