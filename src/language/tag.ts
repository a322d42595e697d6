import { LinearModel } from './linear-model.ts';
import { type ModelFile, readModelFile } from './model-file.ts';
import type { Segmented } from './sentences.ts';
import { makeTagScratch, tagSentence } from './tagger.ts';
import { numberOfPenn, numberOfUniversal } from './tags.ts';
import { describeWords, type WordFeatures } from './word-features.ts';

/** Sentences with their tokens' tags: numbers into `PENN_TAGS` and `UNIVERSAL_TAGS`. */
export interface Tagged extends Segmented {
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
  /** What the learned steps see of the words. */
  readonly words: WordFeatures;
}

/** A loaded tagger: the classifier, and the two tags that each of its classes stands for. */
export interface TaggerModel {
  readonly classifier: LinearModel;
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
}

let loaded: TaggerModel | undefined;

/** Gives every token its Penn and universal tag, by a greedy averaged perceptron (trained by `training/`). Loads its model once. */
export function tag(segmented: Segmented): Tagged {
  loaded ??= openTagger(readModelFile('tagger'));
  return tagWith(loaded, segmented);
}

/** The tags by a given model. */
export function tagWith(model: TaggerModel, segmented: Segmented): Tagged {
  const words = describeWords(segmented);
  const classes = new Uint8Array(segmented.count);
  const scratch = makeTagScratch(model.classifier.classes);
  for (const sentence of segmented.sentences) tagSentence(model.classifier, words, sentence, classes, scratch);
  const penn = classes.map((kind) => model.penn[kind] ?? 0);
  const universal = classes.map((kind) => model.universal[kind] ?? 0);
  correctNames(segmented, penn, universal);
  return { ...segmented, words, penn, universal };
}

const ADDRESS = numberOfPenn('ADD');
const PART_OF_WORD = numberOfPenn('GW');
const PROPER_NOUN = numberOfPenn('NNP');
const PROPER = numberOfUniversal('PROPN');

/** Names with marks and particles in them (`O'Keefe`, `von der Leyen`) that the few examples of web addresses and words written apart draw to their tags. */
function correctNames(segmented: Segmented, penn: Uint8Array, universal: Uint8Array): void {
  for (let token = 0; token < segmented.count; token += 1) {
    const word = segmented.text.slice(segmented.start[token], segmented.end[token]);
    const isNoAddress = penn[token] === ADDRESS && /^\p{Lu}/u.test(word) && !/[@./:\d]/.test(word);
    const isParticle =
      penn[token] === PART_OF_WORD && (/^\p{Lu}/u.test(word) || /^\s*(?:\p{Lu}|\p{Ll}{2,3}\s+\p{Lu})/u.test(segmented.text.slice(segmented.end[token], (segmented.end[token] ?? 0) + 8)));
    if (!isNoAddress && !isParticle) continue;
    penn[token] = PROPER_NOUN;
    universal[token] = PROPER;
  }
}

/** Makes a tagger of its file. */
export function openTagger(file: ModelFile): TaggerModel {
  const pairs = file.column('pairs');
  const penn = pairs.filter((_, at) => at % 2 === 0);
  const universal = pairs.filter((_, at) => at % 2 === 1);
  return { classifier: LinearModel.from(file, 'tags', penn.length), penn, universal };
}
