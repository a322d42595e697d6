import {
  type MarkPlaces,
  markFeatures,
  MOST_MARK_FEATURES,
  PhraseExtents,
  TO_LEFT,
  TO_PARENT,
  TO_RIGHT,
} from '../language/parsing/punctuation.ts';
import { type ParserInput, TRANSITIONS } from '../language/parsing/parser-state.ts';
import type { Segmented } from '../language/text/sentences.ts';
import { numberOfRelation } from '../language/tags.ts';
import type { AveragedWeights } from './averaged-weights.ts';
import { Perceptron } from './perceptron.ts';
import { shuffle } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

const MARK_ROUNDS = 4;
const MARK_MARGIN = 5;
const PUNCT = numberOfRelation('punct');

/** Trains the choice of where a punctuation mark is attached, on the treebank's own trees. */
export function trainMarks(
  treebank: readonly TreebankSentence[],
  input: ParserInput & Segmented,
  random: () => number,
  log: (line: string) => void,
): AveragedWeights {
  const perceptron = new Perceptron(TRANSITIONS, 2);
  const features = new Int32Array(MOST_MARK_FEATURES);
  const scores = new Float32Array(TRANSITIONS);
  const extents = new PhraseExtents();
  const places: MarkPlaces = { left: -1, right: -1 };
  const heads = new Int32Array(input.count);
  const relations = new Uint8Array(input.count);
  treebank.forEach((sentence, at) => {
    const first = input.sentences[at]?.first ?? 0;
    sentence.heads.forEach((head, token) => {
      heads[first + token] = head < 0 ? -1 : first + head;
    });
    relations.set(sentence.relations, first);
  });
  for (let epoch = 1; epoch <= MARK_ROUNDS; epoch++) {
    let seen = 0;
    let wrong = 0;
    for (const { first, last } of shuffle(input.sentences, random)) {
      const isMark = (token: number): boolean => relations[token] === PUNCT;
      extents.measure(heads, isMark, first, last);
      for (let token = first; token <= last; token++) {
        if (!isMark(token)) continue;
        extents.places(heads, isMark, token, first, last, places);
        if (places.left < 0 || places.right < 0) continue;
        const head = heads[token];
        const right =
          head === places.left
            ? TO_LEFT
            : head === places.right
              ? TO_RIGHT
              : head === heads[places.left] && head === heads[places.right]
                ? TO_PARENT
                : -1;
        if (right < 0) continue;
        const count = markFeatures(input, heads, relations, token, places, features);
        if (epoch === 1) perceptron.see(features, count);
        perceptron.score(features, count, scores);
        seen++;
        const rightScore = scores[right] ?? 0;
        scores[right] = rightScore - MARK_MARGIN;
        const best = indexOfLargest(scores);
        if (best !== right) perceptron.update(features, count, right, best);
        if ((scores[best] ?? 0) > rightScore) wrong++;
        perceptron.tick();
      }
    }
    if (epoch === MARK_ROUNDS)
      log(`parser: ${((100 * wrong) / seen).toFixed(2)} % of punctuation marks wrong in training`);
  }
  return perceptron.averages();
}

function indexOfLargest(scores: Float32Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}
