import { openGazetteer } from '../language/naming/gazetteer.ts';
import { PERSON_TITLES } from '../language/lexicon/name-cues.ts';
import { readLabels } from '../language/naming/name-labels.ts';
import { prepareNames } from '../language/naming/prepared-names.ts';
import { openClusters } from '../language/naming/word-clusters.ts';
import { confidenceOf, labelTwice, type NamesModel } from '../language/naming/names.ts';
import { tag } from '../language/tagging/tag.ts';
import { findPenn, findRelation } from '../language/tags.ts';
import type { Span } from '../span.ts';
import type { GoldName } from './gold-name.ts';
import type { NamedText } from './name-corpora.ts';
import { segmentTreebank } from './segmented-treebank.ts';
import type { TreebankSentence } from './treebank.ts';

const NNP = findPenn('NNP');
const NNPS = findPenn('NNPS');
const JOINING = new Set(['flat', 'compound', 'goeswith'].map(findRelation));
const FLAT = findRelation('flat');
const PERSON = 0;
const PLACE = 2;

/** A model's name is believed from this on. */
const LEAST_CONFIDENCE = 0.25;

interface Found extends Chunk {
  readonly type: number;
  readonly confidence: number;
}

interface Chunk {
  readonly first: number;
  readonly last: number;
}

/**
 * The names of a treebank without a layer of names (self-training; Yarowsky 1995): the treebank's proper nouns, tied by
 * its `flat` and `compound`, say where names begin and end, and a model trained on marked texts says their types. What
 * the two do not settle is told as `unsure`, so that its sentence is not learned from. Sentences are joined by spaces,
 * paragraphs by blank lines, as a reader would meet them.
 */
export function readSilverNames(treebank: readonly TreebankSentence[], model: NamesModel): NamedText[] {
  const documents = new Map<string, TreebankSentence[]>();
  for (const sentence of treebank)
    documents.set(sentence.document, [...(documents.get(sentence.document) ?? []), sentence]);
  return [...documents].map(([id, sentences]) => nameDocument(id, sentences, model));
}

function nameDocument(id: string, sentences: readonly TreebankSentence[], model: NamesModel): NamedText {
  const prepared = prepareNames(tag(segmentTreebank(sentences)), openGazetteer(), openClusters());
  const { labels, margins } = labelTwice(model, prepared);
  let text = '';
  const names: GoldName[] = [];
  const unsure: Span[] = [];
  sentences.forEach((sentence, number) => {
    if (text !== '') text += sentence.opensParagraph ? '\n\n' : ' ';
    const { first = 0, last = 0 } = prepared.tagged.sentences[number] ?? {};
    const found = readLabels(labels, first, last).map((name) => ({
      first: name.first - first,
      last: name.last - first,
      type: name.type,
      confidence: confidenceOf(margins, name.first, name.last),
    }));
    const spans = locate(sentence, text.length);
    const spanOf = (from: number, to: number): Span => ({ start: spans[from]?.start ?? 0, end: spans[to]?.end ?? 0 });
    const chunks = chunkNames(sentence);
    for (const chunk of chunks) {
      if (isNothing(sentence, chunk)) continue;
      const type = typeOf(sentence, chunk, found);
      const begin = type === PERSON ? withoutTitles(sentence, chunk) : chunk.first;
      const grown = type === null ? null : grow(sentence, { first: begin, last: chunk.last }, found);
      if (type === null || grown === null) unsure.push(spanOf(chunk.first, chunk.last));
      else names.push({ ...spanOf(grown.first, grown.last), type });
    }
    for (const name of found)
      if (name.confidence > 0.3 && !chunks.some((chunk) => chunk.first <= name.last && name.first <= chunk.last))
        unsure.push(spanOf(name.first, name.last));
    text += sentence.text;
  });
  const sorted = names
    .sort((left, right) => left.start - right.start)
    .filter((name, place, all) => place === 0 || name.start >= (all[place - 1]?.end ?? 0));
  return { id, text, names: sorted, unsure };
}

/** Proper nouns in a row that the tree ties together. */
function chunkNames({ penn, heads, relations }: TreebankSentence): Chunk[] {
  const chunks: Chunk[] = [];
  for (let token = 0; token < penn.length; token += 1) {
    if (penn[token] !== NNP && penn[token] !== NNPS) continue;
    let last = token;
    const isTied = (next: number): boolean => {
      for (let inside = token; inside <= last; inside += 1) {
        if (heads[inside] === next && JOINING.has(relations[inside])) return true;
        if (heads[next] === inside && JOINING.has(relations[next])) return true;
        if (heads[next] === heads[inside] && JOINING.has(relations[next]) && JOINING.has(relations[inside]))
          return true;
      }
      return false;
    };
    while (last + 1 < penn.length && (penn[last + 1] === NNP || penn[last + 1] === NNPS) && isTied(last + 1)) last += 1;
    chunks.push({ first: token, last });
    token = last;
  }
  return chunks;
}

/**
 * The type of the name that a model found over most of a chunk, or else what the chunk itself tells; null where neither
 * does.
 */
function typeOf(sentence: TreebankSentence, { first, last }: Chunk, found: readonly Found[]): number | null {
  const over = found.filter((name) => name.first <= last && first <= name.last);
  const [only] = over;
  if (
    only &&
    over.length === 1 &&
    (only.confidence >= LEAST_CONFIDENCE || (only.type === PERSON && isPersonal(sentence, { first, last })))
  )
    return only.type;
  if (over.length > 1) return null;
  if (isPersonal(sentence, { first, last })) return PERSON;
  const words = sentence.words.slice(first, last + 1);
  const gazetteer = openGazetteer();
  const place = gazetteer.findPlaces(words.join(' '))[0];
  return place && (place.kind !== 'CITY' || place.population > 300) && !gazetteer.genderOf(words[0] ?? '')
    ? PLACE
    : null;
}

/** `Jane Roe`: words laid flat after a given name. */
function isPersonal({ words, relations }: TreebankSentence, { first, last }: Chunk): boolean {
  return last > first && relations[last] === FLAT && openGazetteer().genderOf(words[first] ?? '') !== undefined;
}

const CALENDAR: readonly RegExp[] = [
  /^(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?s?\.?$/i,
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?)\.?$/i,
  /^(?:oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?$/i,
];

/** Days, months and titles alone are no names. */
function isNothing({ words }: TreebankSentence, { first, last }: Chunk): boolean {
  for (let token = first; token <= last; token += 1) {
    const word = words[token] ?? '';
    if (
      !CALENDAR.some((pattern) => pattern.test(word)) &&
      !(PERSON_TITLES.has(word.toLowerCase().replace(/\.$/, '')) && !/^us$|^u\.?s$|^uk$/i.test(word))
    )
      return false;
  }
  return true;
}

function withoutTitles({ words }: TreebankSentence, { first, last }: Chunk): number {
  let begin = first;
  while (begin < last && PERSON_TITLES.has((words[begin] ?? '').toLowerCase().replace(/\.$/, ''))) begin += 1;
  return begin;
}

/** A chunk with what a model's name adds to it by small words (`Department of Justice`); null where the two cross. */
function grow({ penn }: TreebankSentence, chunk: Chunk, found: readonly Chunk[]): Chunk | null {
  const name = found.find((other) => other.first <= chunk.last && chunk.first <= other.last);
  if (!name || (name.first >= chunk.first && name.last <= chunk.last)) return chunk;
  const grown = { first: Math.min(name.first, chunk.first), last: Math.max(name.last, chunk.last) };
  const isSettled = (token: number): boolean => token >= 0 && token < penn.length;
  return isSettled(grown.first) && isSettled(grown.last) && name.first <= chunk.first && name.last >= chunk.last
    ? grown
    : null;
}

/** Where the words of a sentence stand in its text, which begins at `base`. */
function locate({ words, text }: TreebankSentence, base: number): Span[] {
  let at = 0;
  return words.map((word) => {
    const found = text.indexOf(word, at);
    const start = found >= 0 && found <= at + 2 ? found : at;
    at = start + word.length;
    return { start: base + start, end: base + at };
  });
}
