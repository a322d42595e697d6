import type { TokenRange } from '../../language/document.ts';
import { rangesWithin } from '../../language/ranges.ts';
import { isActorNoun } from '../lexicon/actor-nouns.ts';
import { BLOWS, DEEDS, FIGHTERS } from '../lexicon/speech-acts.ts';
import { type Page, paragraphOf, sentenceOf, wordAt } from './page.ts';
import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import type { Content } from './content.ts';
import type { VerbCue } from './cue.ts';
import type { Source } from './source.ts';

/**
 * Whether a verb that could be one of criticism is a blow: `militants attacked an army post`, `the storm slammed the
 * coast`. It is criticism only of somebody who speaks, and where words are quoted, a reason is given (`attacked Hale
 * over his record`, `… as a gift to the rich`), only words can have met what is attacked (`slammed the bill`), or in a
 * headline.
 */
export function isBlow(page: Page, cue: VerbCue, source: Source | null, content: Content): boolean {
  const [part] = content.parts;
  if (
    !BLOWS.has(content.reading.lemma) ||
    content.reading.particle !== null ||
    !part ||
    !/^(?:WHOLE|OBJECT|LOOSE_OBJECT)$/.test(content.way)
  )
    return false;
  if (content.parts.some((range) => holdsQuotation(page, range))) return false;
  if (!source || !canCriticise(page, source)) return true;
  return !(givesReason(page, part) || isDeed(page, cue) || isHeadline(page, cue.head) || isOfWords(page, cue, source));
}

function holdsQuotation(page: Page, range: TokenRange): boolean {
  for (let token = range.first; token <= range.last; token += 1) if ((page.quoteAt[token] ?? -1) >= 0) return true;
  return false;
}

/**
 * Whether a source is somebody who speaks: a name, a pronoun for people, an office, a kind of person or organisation
 * that does not fight.
 */
function canCriticise(page: Page, { head, range }: Source): boolean {
  const { lemmas } = page.document.tokens;
  for (let token = range.first; token <= range.last; token += 1)
    if (/^(?:storm|hurricane|typhoon|cyclone|tornado)s?$/.test(wordAt(page, token))) return false;
  const isNamed =
    page.tagOf(head).startsWith('NNP') ||
    rangesWithin(page.document.names, range).some((name) => name.first <= head && head <= name.last);
  if (isNamed || /^(?:he|she|they|who|we|i)$/.test(wordAt(page, head))) return true;
  const lemma = (lemmas[head] ?? '').toLowerCase();
  return isActorNoun(lemma) && !FIGHTERS.has(lemma);
}

/**
 * Whether `for`, `over` or `as` gives the reason: `for its silence`, `over jobs`, `as a joke`; but `for an hour`, `over
 * the weekend`, `as it crossed the bridge`.
 */
function givesReason(page: Page, { first, last }: TokenRange): boolean {
  for (let token = first + 1; token < last; token += 1) {
    const word = wordAt(page, token);
    if (!/^(?:for|over|as)$/.test(word)) continue;
    const isTime = [1, 2, 3].some(
      (step) =>
        token + step <= last &&
        (TIME_WORDS.has(wordAt(page, token + step)) ||
          /^(?:hours?|minutes?|days?|weeks?|months?|weekend|period|time)$/.test(wordAt(page, token + step))),
    );
    const isCounted = page.tagOf(token + 1) === 'CD';
    const isClause = word === 'as' && (page.tagOf(token + 1) === 'PRP' || page.relationOf(token) === 'mark');
    if (!isTime && !isCounted && !isClause) return true;
  }
  return false;
}

function isDeed(page: Page, cue: VerbCue): boolean {
  const object = page.tree.childrenBy(cue.verb, 'obj').find((child) => child > cue.verb);
  return object !== undefined && DEEDS.has(page.document.tokens.lemmas[object] ?? '');
}

/**
 * `Roe blasted Hale`: what a person deals a person by these verbs is words; `attacked`, `hit` and `struck` may be
 * blows.
 */
function isOfWords(page: Page, cue: VerbCue, source: Source): boolean {
  const { lemmas } = page.document.tokens;
  const object = page.tree.childrenBy(cue.verb, 'obj').find((child) => child > cue.verb);
  if (object === undefined || /^(?:attack|hit|strike)$/.test(lemmas[cue.verb] ?? '')) return false;
  const isPerson = (token: number): boolean =>
    /^(?:he|she|him|her)$/.test(wordAt(page, token)) ||
    rangesWithin(page.document.names, sentenceOf(page, token)).some(
      (name) => name.type === 'PERSON' && name.first <= token && token <= name.last,
    );
  return (
    isPerson(object) ||
    page.tree.childrenBy(object, 'appos', 'flat').some(isPerson) ||
    (isPerson(source.head) && page.tagOf(object).startsWith('NNP'))
  );
}

/** A paragraph without a stop, with its verb in the present. */
function isHeadline(page: Page, verb: number): boolean {
  const paragraph = paragraphOf(page, verb);
  return (
    /^VB[ZP]$|^NNS$/.test(page.tagOf(verb)) &&
    !/^[.!?…”"]$/.test(wordAt(page, paragraph.last)) &&
    paragraph.last - paragraph.first < 25
  );
}
