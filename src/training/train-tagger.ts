import { openTagger, type Tagged, tagWith } from '../language/tagging/tag.ts';
import { makeTagScratch, tagFeatures } from '../language/tagging/tagger.ts';
import { encodeKeys } from '../language/classifiers/feature-table.ts';
import { decodeModel, encodeModel } from '../language/classifiers/model-file.ts';
import { describeWords, type WordFeatures } from '../language/tagging/word-features.ts';
import { makeHeadlines } from './casing.ts';
import { type AveragedWeights, encodeSparse } from './averaged-weights.ts';
import { dropFeatures, Forgetter } from './forgetting.ts';
import { Perceptron } from './perceptron.ts';
import { makeRandom, shuffle } from './random.ts';
import { segmentTreebank } from './segmented-treebank.ts';
import { collectPairs, goldClasses } from './tag-pairs.ts';
import type { TreebankSentence } from './treebank.ts';

export interface TaggerOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly log: (line: string) => void;
}

const MARGIN = 20;
const LEAST_WEIGHT = 18;
/** The share of the features that each look at a token in training does without. */
const DROPPED = 0.25;
/** How often a word must have been seen, and in which share of the times with one class, to have it always. */
const SURE_TIMES = 20;
const SURE_SHARE = 0.98;

/** A trained tagger, still to be encoded. */
export interface TrainedTagger {
  readonly weights: AveragedWeights;
  /** The classes of words that are as good as always of one, by the words' hashes in unsigned order. */
  readonly sure: ReadonlyMap<number, number>;
  /** Of each class, its Penn tag (upper byte) and universal tag (lower byte). */
  readonly pairs: readonly number[];
}

/** Trains the tagger. Deterministic for a seed. */
export function trainTagger(
  treebank: readonly TreebankSentence[],
  { seed, epochs, log }: TaggerOptions,
): TrainedTagger {
  const random = makeRandom(seed);
  const sentences = [...treebank, ...makeHeadlines(treebank, random)];
  const segmented = segmentTreebank(sentences);
  const words = describeWords(segmented);
  const pairs = collectPairs(sentences);
  const gold = goldClasses(sentences, pairs);
  const classes = pairs.length;
  const perceptron = new Perceptron(classes, 2);
  const features = makeTagScratch(classes).features;
  const scores = new Float32Array(classes);
  const predicted = new Uint8Array(gold);
  for (const sentence of segmented.sentences) {
    for (let token = sentence.first; token <= sentence.last; token++)
      perceptron.see(features, tagFeatures(words, sentence, token, predicted, features));
  }
  const sure = findSureWords(words, gold);
  const forgetter = new Forgetter(words.word, random);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let wrong = 0;
    for (const sentence of shuffle(segmented.sentences, random)) {
      forgetter.forget(sentence.first, sentence.last, words.word);
      for (let token = sentence.first; token <= sentence.last; token++) {
        const count = dropFeatures(features, tagFeatures(words, sentence, token, predicted, features), DROPPED, random);
        perceptron.score(features, count, scores);
        const right = gold[token] ?? 0;
        const rightScore = scores[right] ?? 0;
        scores[right] = rightScore - MARGIN;
        const best = indexOfLargest(scores);
        if (best !== right) perceptron.update(features, count, right, best);
        scores[right] = rightScore;
        const guess = indexOfLargest(scores);
        if (guess !== right) wrong++;
        predicted[token] = guess;
        perceptron.tick();
      }
    }
    log(
      `tagger: round ${epoch} of ${epochs}, ${((100 * wrong) / gold.length).toFixed(2)} % wrong in training, ${perceptron.rows} features`,
    );
  }
  return { weights: perceptron.averages(), sure, pairs };
}

/** Words without a capital that are of one class nearly every time. */
function findSureWords({ word, casing }: WordFeatures, gold: Uint8Array): Map<number, number> {
  const counts = new Map<number, Map<number, number>>();
  for (const [token, kind] of gold.entries()) {
    if (casing[token] !== 0) continue;
    const key = word[token] ?? 0;
    const known = counts.get(key) ?? new Map<number, number>();
    counts.set(key, known.set(kind, (known.get(kind) ?? 0) + 1));
  }
  const sure = [...counts].flatMap(([key, kinds]): [number, number][] => {
    const times = [...kinds.values()].reduce((sum, count) => sum + count, 0);
    const [kind = 0, most = 0] = [...kinds].reduce((best, other) => (other[1] > best[1] ? other : best));
    return times >= SURE_TIMES && most >= times * SURE_SHARE ? [[key, kind]] : [];
  });
  return new Map(sure.sort(([left], [right]) => (left >>> 0) - (right >>> 0)));
}

/** The model file's bytes, uncompressed. */
export function encodeTagger({ weights, sure, pairs }: TrainedTagger, least = LEAST_WEIGHT): Uint8Array {
  const columns = encodeSparse('tags', weights, least);
  columns.set('sure.keys', encodeKeys([...sure.keys()]));
  columns.set('sure.classes', Uint8Array.from(sure.values()));
  columns.set('pairs', Uint8Array.from(pairs.flatMap((pair) => [pair >> 8, pair & 255])));
  return encodeModel('tagger', {}, columns);
}

/** The tags a model's bytes give to a treebank's sentences, as numbers. */
export function tagTreebank(bytes: Uint8Array, treebank: readonly TreebankSentence[]): Tagged {
  return tagWith(openTagger(decodeModel(bytes)), segmentTreebank(treebank));
}

function indexOfLargest(scores: Float32Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}
