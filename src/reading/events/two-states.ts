import { rangeHolding } from '../../language/ranges.ts';
import { SIDES } from '../lexicon/event-words.ts';
import type { Scene } from './scene.ts';

/**
 * How far back the countries that an article is about are counted, in tokens: long enough for an article, bounded for a
 * book.
 */
const LOOK_BACK = 3000;

/**
 * The two countries that `the two countries` or `both sides` stands for, as entities: the two that its own sentence has
 * named before, or the sentence before it, where there are exactly two; or else the two that the article has named
 * most, by name, demonym or capital. None where neither is clear.
 */
export function findTwoStates(scene: Scene, head: number): number[] {
  const { document, phrases, word } = scene;
  if (scene.tag(head) !== 'NNS' || !SIDES.words.has(scene.lemma(head))) return [];
  const { count, determiner, adjectives } = phrases.at(head);
  if (![count, determiner, ...adjectives].some((other) => /^(?:two|both)$/.test(word(other)))) return [];
  const sentence = rangeHolding(document.sentences, head);
  const own = document.sentences[sentence]?.first ?? head;
  const before = document.sentences[sentence - 1]?.first ?? own;
  for (const [first, last] of [[own, head] as const, [before, own] as const]) {
    const named = [...countStates(scene, first, last, true).keys()];
    if (named.length === 2) return named;
  }
  const ranked = [...countStates(scene, head - LOOK_BACK, head)].sort((left, right) => right[1] - left[1]);
  const [most, second, third] = ranked;
  return most && second && second[1] > (third?.[1] ?? 0) ? [most[0], second[0]] : [];
}

/**
 * How often each country of the article, and with `withUnions` each union of countries, is named in the tokens from
 * `first` to before `end`, in the order of the first naming.
 */
function countStates(scene: Scene, first: number, end: number, withUnions = false): Map<number, number> {
  const states = scene.states();
  let low = 0;
  let high = states.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((states[middle]?.token ?? 0) < first) low = middle + 1;
    else high = middle;
  }
  const counts = new Map<number, number>();
  for (let number = low; number < states.length; number += 1) {
    const state = states[number];
    if (!state || state.token >= end) break;
    if (withUnions || !state.isUnion) counts.set(state.entity, (counts.get(state.entity) ?? 0) + 1);
  }
  return counts;
}
