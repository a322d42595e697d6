import { fileURLToPath } from 'node:url';
import { decodeModel } from '../language/classifiers/model-file.ts';
import { openNames } from '../language/naming/names.ts';
import { loosenSome } from './loose-texts.ts';
import { loadMarkedNames } from './marked-names.ts';
import { readArticleNames, readGumNames, readWikiGold } from './name-corpora.ts';
import { readSilverNames } from './silver-names.ts';
import { trainNames } from './train-names.ts';
import { readTreebank } from './treebank.ts';

const EPOCHS = 6;
/** The teacher only says the types of names whose borders a treebank tells: it may be rougher. */
const TEACHER_EPOCHS = 4;
const TEACHER_VOTERS = [1, 1] as const;
const VOTERS = [1, 2] as const;
/** How often our own short texts are learned from in each round: they follow the guidelines that are measured. */
const OWN_WEIGHT = 2;
/** One text in so many is given the spaces of a text that was put together from tokens. */
const LOOSE = 4;

export interface RecipeOptions {
  readonly seed: number;
  readonly log: (line: string) => void;
}

/**
 * The recogniser of names, trained on WikiGold, GUM, our own articles and short texts, and the training part of the
 * English Web Treebank with the names that a model trained on those finds in it. Universal NER, over sentences of that
 * treebank's development part, is measured on and not learned from.
 */
export function trainRecogniser(corpora: string, { seed, log }: RecipeOptions): Uint8Array {
  const folder = (name: string): string => fileURLToPath(new URL(`../../corpus/${name}`, import.meta.url));
  const own = loadMarkedNames(folder('names'));
  const marked = [
    ...readWikiGold(corpora),
    ...readGumNames(corpora, 'train'),
    ...readArticleNames(folder('articles')),
    ...Array.from({ length: OWN_WEIGHT }, () => own).flat(),
  ];
  log('names: a teacher from the marked texts');
  const teacher = trainNames(loosenSome(marked, LOOSE), { seed, epochs: TEACHER_EPOCHS, voters: TEACHER_VOTERS, log });
  const silver = readSilverNames(readTreebank(corpora, 'ewt-train'), openNames(decodeModel(teacher)));
  log('names: the recogniser from those and the treebank');
  return trainNames(loosenSome([...marked, ...silver], LOOSE), { seed, epochs: EPOCHS, voters: VOTERS, log });
}
