import { annotate } from '../language/analyse.ts';
import { lemmatise } from '../language/tagging/lemmatise.ts';
import { parse } from '../language/parsing/parse.ts';
import { splitSentences } from '../language/text/sentences.ts';
import { tag } from '../language/tagging/tag.ts';
import { tokenise } from '../language/text/tokenise.ts';
import { titleCased } from '../training/casing.ts';
import { joinColumn, segmentTreebank } from '../training/segmented-treebank.ts';
import { readOwnTrees } from '../training/own-trees.ts';
import { readTreebank, type TreebankSentence } from '../training/treebank.ts';
import { type Figure, percent } from './figures.ts';
import { groupByDocument, joinSentences } from './gold-text.ts';
import { scoreTrees } from './running-trees.ts';

/**
 * Measures the tokeniser, sentence splitter, tagger, lemmatiser and parser on the development sets of the corpora
 * folder and on what the models were not taught of this repository's own trees. Tags and arcs are measured on gold
 * tokens and sentences, arcs with the tagger's own tags and all tokens counted; tokens and sentences on the running
 * text, and tags and arcs once more there, as the reading uses them.
 */
export function evaluateLanguage(corpora: string): Figure[] {
  const gum = readTreebank(corpora, 'gum-dev');
  const ewt = readTreebank(corpora, 'ewt-dev');
  const news = gum.filter(({ genre }) => genre === 'news' || genre === 'interview');
  const headlines = news.map((sentence) => titleCased(sentence, false));
  return [
    {
      measure: 'Penn tags',
      data: 'GUM dev, news and interview',
      value: tagAccuracy(news, 'penn'),
      atLeast: 95.5,
      aim: 96.5,
    },
    {
      measure: 'Penn tags',
      data: 'the same, title-cased',
      value: tagAccuracy(headlines, 'penn'),
      atLeast: 92,
      aim: 94,
    },
    { measure: 'Penn tags', data: 'GUM dev', value: tagAccuracy(gum, 'penn') },
    { measure: 'Penn tags', data: 'EWT dev', value: tagAccuracy(ewt, 'penn') },
    { measure: 'universal tags', data: 'GUM dev, news and interview', value: tagAccuracy(news, 'universal') },
    { measure: 'universal tags', data: 'GUM dev', value: tagAccuracy(gum, 'universal') },
    { measure: 'universal tags', data: 'EWT dev', value: tagAccuracy(ewt, 'universal') },
    ...arcScores('GUM dev + EWT dev', [...gum, ...ewt], { uas: [84, 87], las: [81, 84] }),
    ...arcScores('GUM dev', gum),
    ...arcScores('EWT dev', ewt),
    ...arcScores('GUM dev, news and interview', news),
    ...scoreTrees('GUM dev, running text', gum, annotate, { tags: [96.8, 97.3], arcs: [84, 87] }),
    ...scoreTrees('EWT dev, running text', ewt, annotate, { tags: [95, 95.8], arcs: [83.5, 87] }),
    ...evaluateOwnTrees(),
    { measure: 'lemmas', data: 'GUM dev', value: lemmaAccuracy(gum) },
    { measure: 'lemmas', data: 'EWT dev', value: lemmaAccuracy(ewt) },
    ...textScores('GUM dev', gum),
    ...textScores('EWT dev', ewt),
  ];
}

function tagAccuracy(treebank: readonly TreebankSentence[], column: 'penn' | 'universal'): number {
  const gold = joinColumn(treebank, column);
  const found = tag(segmentTreebank(treebank))[column];
  return percent(gold.filter((value, token) => found[token] === value).length, gold.length);
}

function lemmaAccuracy(treebank: readonly TreebankSentence[]): number {
  const gold = treebank.flatMap(({ lemmas }) => lemmas);
  const found = lemmatise(tag(segmentTreebank(treebank))).lemmas;
  return percent(gold.filter((lemma, token) => lemma === found[token]).length, gold.length);
}

function arcScores(
  data: string,
  treebank: readonly TreebankSentence[],
  asked?: { uas: [number, number]; las: [number, number] },
): Figure[] {
  const { tokens, sentences } = parse(lemmatise(tag(segmentTreebank(treebank))));
  let arcs = 0;
  let labelled = 0;
  treebank.forEach((sentence, number) => {
    const first = sentences[number]?.first ?? 0;
    sentence.heads.forEach((head, at) => {
      if (tokens.heads[first + at] !== (head < 0 ? -1 : first + head)) return;
      arcs++;
      if (tokens.relations[first + at] === sentence.relations[at]) labelled++;
    });
  });
  return [
    {
      measure: 'arcs (UAS)',
      data,
      value: percent(arcs, tokens.count),
      ...(asked && { atLeast: asked.uas[0], aim: asked.uas[1] }),
    },
    {
      measure: 'arcs with relations (LAS)',
      data,
      value: percent(labelled, tokens.count),
      ...(asked && { atLeast: asked.las[0], aim: asked.las[1] }),
    },
  ];
}

/** Our own trees that were held out, on gold tokens and as running text, one sentence a paragraph. */
export function evaluateOwnTrees(): Figure[] {
  const treebank = readOwnTrees().heldOut;
  const data = 'our own trees, held out';
  const texts = treebank.map((sentence, number) => ({ ...sentence, document: `${number}` }));
  return [
    { measure: 'Penn tags', data, value: tagAccuracy(treebank, 'penn') },
    ...arcScores(data, treebank),
    ...scoreTrees(`${data}, running text`, texts, annotate, { arcs: [90, 94] }),
  ];
}

function textScores(data: string, treebank: readonly TreebankSentence[]): Figure[] {
  const tokens = { right: 0, gold: 0, found: 0 };
  const sentences = { right: 0, gold: 0, found: 0 };
  for (const document of groupByDocument(treebank)) {
    const gold = joinSentences(document);
    const segmented = splitSentences(tokenise(gold.text));
    const spans = new Set(gold.starts.map((start, token) => `${start}-${gold.ends[token]}`));
    tokens.gold += spans.size;
    tokens.found += segmented.count;
    for (let token = 0; token < segmented.count; token++)
      if (spans.has(`${segmented.start[token]}-${segmented.end[token]}`)) tokens.right++;
    const ends = new Set(gold.sentenceEnds);
    sentences.gold += ends.size;
    sentences.found += segmented.sentences.length;
    for (const { last } of segmented.sentences) if (ends.has(segmented.end[last] ?? -1)) sentences.right++;
  }
  return [
    { measure: 'tokens (F1)', data, value: percent(2 * tokens.right, tokens.gold + tokens.found) },
    { measure: 'sentence ends (F1)', data, value: percent(2 * sentences.right, sentences.gold + sentences.found) },
  ];
}
