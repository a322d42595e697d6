import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import { FEELINGS } from '../lexicon/speech-acts.ts';
import type { VerbCue } from './cue.ts';
import { type Draft, makeDraft } from './draft.ts';
import { chooseEnd } from './ends.ts';
import { type Page, trimMarks, wordAt } from './page.ts';
import { boundsOf } from './sought-content.ts';
import { attributeSource } from './sources.ts';

/** Feelings that one has in something; of others `in` tells where they were voiced. */
const TAKING_IN = /^(?:confidence|interest|belief|disappointment|pride)$/;

/**
 * The noun of a feeling that a verb expresses; -1 where it is another verb or object. Without a complement it says
 * nothing.
 */
export function feelingOf(page: Page, { verb, isPassive }: VerbCue): number {
  const { lemmas } = page.document.tokens;
  if (isPassive || !/^(?:express|voice|convey)$/.test(lemmas[verb] ?? '')) return -1;
  return page.clauses.at(verb).objects.find((object) => object > verb && FEELINGS.has(lemmas[object] ?? '')) ?? -1;
}

/** `voiced concern on Tuesday | about the plan`: the token after a day. */
function afterTime(page: Page, token: number): number {
  const day = wordAt(page, token) === 'on' ? token + 1 : token;
  return TIME_WORDS.has(wordAt(page, day)) ? day + 1 : token;
}

/**
 * `expressed concern that …`, `voiced support for …`, `expressed a wish to …`: the verb and its noun are one cue, and
 * the complement of the noun is what was said. Null where it has none (`expressed his gratitude`).
 */
export function readFeeling(page: Page, cue: VerbCue): Draft | null {
  const { lemmas } = page.document.tokens;
  const noun = feelingOf(page, cue);
  const act = FEELINGS.get(lemmas[noun] ?? '');
  const bounds = boundsOf(page, cue.head);
  const source = act ? attributeSource(page, cue) : null;
  const opening = afterTime(page, noun + 1);
  if (!act || !source || opening >= bounds.last) return null;
  const word = wordAt(page, opening);
  const isClause = word === 'that' || (word === 'to' && page.tagOf(opening + 1) === 'VB');
  const isPhrase =
    /^(?:about|over|for|at|with|on|of)$/.test(word) ||
    (word === 'in' && TAKING_IN.test(lemmas[noun] ?? '')) ||
    (word === 'to' && /^(?:THANK|REJECT|SUPPORT)$/.test(act));
  if (!isClause && !isPhrase) return null;
  const first = isClause ? opening : opening + 1;
  const content = trimMarks(page, { first, last: chooseEnd(page, { first, bounds, verb: cue.verb }) });
  return (
    content &&
    makeDraft({
      act,
      lemma: lemmas[cue.verb] ?? '',
      way: 'OBJECT',
      cue: { first: cue.range.first, last: first - 1 },
      head: cue.head,
      source: source.range,
      sourceHead: source.head,
      content: [content],
      isNegated: cue.isNegated,
    })
  );
}
