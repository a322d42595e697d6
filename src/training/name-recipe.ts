import { fileURLToPath } from 'node:url';
import { decodeModel } from '../language/classifiers/model-file.ts';
import { openNames } from '../language/naming/names.ts';
import { type NamedText, readArticleNames, readGumNames, readWikiGold } from './name-corpora.ts';
import { readSilverNames } from './silver-names.ts';
import { trainNames } from './train-names.ts';
import { readTreebank } from './treebank.ts';

/** How the recogniser of names is trained, wherever it is. */
export const NAME_EPOCHS = 6;

export interface RecipeOptions {
  readonly seed: number;
  readonly log: (line: string) => void;
}

/**
 * Every text that names are learned from, but for Universal NER's: WikiGold, GUM, our own articles, and the training
 * part of the English Web Treebank with the names that a model trained on those finds in it. Nothing of Universal NER
 * and no sentence of the treebank's development part is among them.
 */
export function gatherNamedTexts(corpora: string, { seed, log }: RecipeOptions): NamedText[] {
  const own = fileURLToPath(new URL('../../corpus/articles', import.meta.url));
  const marked = [...readWikiGold(corpora), ...readGumNames(corpora, 'train'), ...readArticleNames(own)];
  log('names: a teacher from the marked texts');
  const teacher = openNames(decodeModel(trainNames(marked, { seed, epochs: NAME_EPOCHS, log })));
  return [...marked, ...readSilverNames(readTreebank(corpora, 'ewt-train'), teacher)];
}

/** A recogniser trained without Universal NER, to be measured on it. */
export function trainWithoutUniversalNer(corpora: string, { seed, log }: RecipeOptions): Uint8Array {
  return trainNames(gatherNamedTexts(corpora, { seed, log }), { seed, epochs: NAME_EPOCHS, log });
}
