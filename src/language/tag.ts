import { LinearModel } from './linear-model.ts';
import { type ModelFile, readModelFile } from './model-file.ts';
import type { Segmented } from './sentences.ts';
import { makeTagScratch, tagSentence } from './tagger.ts';
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
  return {
    ...segmented,
    words,
    penn: classes.map((kind) => model.penn[kind] ?? 0),
    universal: classes.map((kind) => model.universal[kind] ?? 0),
  };
}

/** Makes a tagger of its file. */
export function openTagger(file: ModelFile): TaggerModel {
  const pairs = file.column('pairs');
  const penn = pairs.filter((_, at) => at % 2 === 0);
  const universal = pairs.filter((_, at) => at % 2 === 1);
  return { classifier: LinearModel.from(file, 'tags', penn.length), penn, universal };
}
