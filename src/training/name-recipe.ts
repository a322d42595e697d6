import { fileURLToPath } from 'node:url';
import { decodeModel } from '../language/classifiers/model-file.ts';
import { openNames } from '../language/naming/names.ts';
import { loosenSome } from './loose-texts.ts';
import { loadMarkedNames } from './marked-names.ts';
import { type NamedText, readArticleNames, readGumNames, readUniversalNer, readWikiGold } from './name-corpora.ts';
import { readSilverNames } from './silver-names.ts';
import { trainNames } from './train-names.ts';
import { readTreebank } from './treebank.ts';

/** How the recogniser of names is trained, wherever it is. */
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
 * Every text that names are learned from, but for Universal NER's: WikiGold, GUM, our own articles and short texts, and
 * the training part of the English Web Treebank with the names that a model trained on those finds in it. Nothing of
 * Universal NER and no sentence of the treebank's development part is among them.
 */
function gatherNamedTexts(corpora: string, { seed, log }: RecipeOptions): NamedText[] {
  const folder = (name: string): string => fileURLToPath(new URL(`../../corpus/${name}`, import.meta.url));
  const own = loadMarkedNames(folder('names'));
  const marked = [
    ...readWikiGold(corpora),
    ...readGumNames(corpora, 'train'),
    ...readArticleNames(folder('articles')),
    ...Array.from({ length: OWN_WEIGHT }, () => own).flat(),
  ];
  log('names: a teacher from the marked texts');
  const teacher = openNames(
    decodeModel(trainNames(loosenSome(marked, LOOSE), { seed, epochs: TEACHER_EPOCHS, voters: TEACHER_VOTERS, log })),
  );
  return [...marked, ...readSilverNames(readTreebank(corpora, 'ewt-train'), teacher)];
}

/** Recognisers trained without Universal NER, to be measured on it, and with it, to be shipped. */
export interface NameRecognisers {
  readonly untaught: Uint8Array;
  readonly whole: Uint8Array;
}

/** Trains the recogniser that is shipped, and the one that is measured on Universal NER. */
export function trainRecognisers(corpora: string, options: RecipeOptions): NameRecognisers {
  const texts = gatherNamedTexts(corpora, options);
  options.log('names: without Universal NER, to be measured on it');
  const untaught = train(texts, options);
  options.log('names: with Universal NER');
  return { untaught, whole: train([...texts, ...readUniversalNer(corpora)], options) };
}

/** A recogniser trained without Universal NER, to be measured on it. */
export function trainWithoutUniversalNer(corpora: string, options: RecipeOptions): Uint8Array {
  return train(gatherNamedTexts(corpora, options), options);
}

function train(texts: readonly NamedText[], { seed, log }: RecipeOptions): Uint8Array {
  return trainNames(loosenSome(texts, LOOSE), { seed, epochs: EPOCHS, voters: VOTERS, log });
}
