import { FORM_ADVERB, FORM_BASE, FORM_NOUN, FORM_PARTICIPLE, FORM_PAST, FORM_THIRD } from './lexical-classes.ts';
import { FUNCTION_WORDS } from '../lexicon/function-words.ts';
import { LinearModel } from '../classifiers/linear-model.ts';
import { type ModelFile, readModelFile } from '../classifiers/model-file.ts';
import { type Reader, readStates } from '../networks/network.ts';
import { loadReader } from '../networks/load-reader.ts';
import { retag, type TagVotes } from './retag.ts';
import type { Segmented } from '../text/sentences.ts';
import { makeTagScratch, SureWords, tagSentence } from './tagger.ts';
import { numberOfPenn, numberOfUniversal } from '../tags.ts';
import { describeWords, hashWord, type WordFeatures } from './word-features.ts';

/** Sentences with their tokens' tags: numbers into `PENN_TAGS` and `UNIVERSAL_TAGS`. */
export interface Tagged extends Segmented {
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
  /** What the learned steps see of the words. */
  readonly words: WordFeatures;
  /** How much the first tagger would give each token which tags. */
  readonly votes: TagVotes;
}

/** Tagged sentences that the network has read: the states of their tokens, `STATE` numbers each. */
export interface ReadTagged extends Tagged {
  readonly states: Float32Array;
}

/** A loaded tagger: the classifier, the words that need none, and the two tags that each class stands for. */
export interface TaggerModel {
  readonly classifier: LinearModel;
  readonly sure: SureWords;
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
}

let loaded: TaggerModel | undefined;

/**
 * Gives every token its Penn and universal tag, twice: by a greedy averaged perceptron, then by the parser's network,
 * which has read the whole sentence with those first tags (both trained by `training/`). Loads its models once.
 */
export function tag(segmented: Segmented): ReadTagged {
  return retagWith(loadReader(), tagFirst(segmented));
}

/** The first of the two taggings. */
export function tagFirst(segmented: Segmented): Tagged {
  loaded ??= openTagger(readModelFile('tagger'));
  return tagWith(loaded, segmented);
}

/** The tags by a given network of a text with first tags. */
export function retagWith(reader: Reader, tagged: Tagged): ReadTagged {
  const states = readStates(reader, tagged);
  const penn = tagged.penn.slice();
  const universal = tagged.universal.slice();
  const running = findRunningText(tagged, tagged.words);
  retag(reader, states, tagged.votes, penn, universal, (token, kind) =>
    isPossible(tagged, tagged.words, running, token, kind),
  );
  correctTags(tagged, tagged.words, running, penn, universal);
  return { ...tagged, penn, universal, states };
}

/** The tags by a given model. */
export function tagWith(model: TaggerModel, segmented: Segmented): Tagged {
  const words = describeWords(segmented);
  const classes = new Uint8Array(segmented.count);
  const scores = new Int32Array(segmented.count * model.classifier.classes);
  const scratch = makeTagScratch(model.classifier.classes);
  const running = findRunningText(segmented, words);
  const canBe = (token: number, kind: number): boolean =>
    isPossible(segmented, words, running, token, model.penn[kind] ?? 0);
  for (const sentence of segmented.sentences) tagSentence(model, words, sentence, classes, scratch, canBe, scores);
  const penn = classes.map((kind) => model.penn[kind] ?? 0);
  const universal = classes.map((kind) => model.universal[kind] ?? 0);
  correctTags(segmented, words, running, penn, universal);
  return { ...segmented, words, penn, universal, votes: { scores, penn: model.penn, universal: model.universal } };
}

/** Corrects names that are taken for something else. */
function correctTags(
  segmented: Segmented,
  words: WordFeatures,
  running: Uint8Array,
  penn: Uint8Array,
  universal: Uint8Array,
): void {
  correctNames(segmented, penn, universal);
  correctLastWords(segmented, words, running, penn, universal);
  correctFirstWords(segmented, words, penn, universal);
}

const CLOSED = new Set(
  (['CC', 'DT', 'EX', 'IN', 'MD', 'PDT', 'PRP', 'PRP$', 'RP', 'WDT', 'WP', 'WP$', 'WRB'] as const).map((tag) =>
    numberOfPenn(tag),
  ),
);
const VERBAL = new Set((['VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ'] as const).map((tag) => numberOfPenn(tag)));
/**
 * Which tokens stand in running text rather than in a headline: where not most words have a capital, or some long word
 * that is no function word has none.
 */
function findRunningText({ text, sentences, start, end, count }: Segmented, words: WordFeatures): Uint8Array {
  const running = new Uint8Array(count);
  for (const { first, last } of sentences) {
    const casing = words.sentenceCasing[first] ?? 0;
    const isSmall = (token: number): boolean =>
      words.casing[token] === 0 &&
      (end[token] ?? 0) - (start[token] ?? 0) >= LONG &&
      /\p{L}/u.test(text.charAt(start[token] ?? 0)) &&
      !FUNCTION_HASHES.has(words.word[token] ?? 0);
    let isMixed = casing === 0;
    for (let token = first; casing === 1 && !isMixed && token <= last; token += 1) isMixed = isSmall(token);
    if (isMixed) running.fill(1, first, last + 1);
  }
  return running;
}

/** `Minister Syed Imran`: a capital in running text right after a word with a capital. */
function isInsideTitle(text: string, start: Int32Array, words: WordFeatures, token: number): boolean {
  return (
    words.casing[token] === 1 &&
    words.casing[token - 1] === 1 &&
    /^\p{L} $/u.test(text.slice((start[token] ?? 0) - 2, start[token]))
  );
}

/** Verb forms with a subject before them. */
const FINITE = new Set((['VBD', 'VBZ', 'MD'] as const).map((tag) => numberOfPenn(tag)));
const FUNCTION_HASHES: ReadonlySet<number> = new Set(FUNCTION_WORDS.map(hashWord));
const VERB_FORMS = FORM_BASE | FORM_THIRD | FORM_PAST | FORM_PARTICIPLE;
const LONG = 5;

/**
 * What the dictionary rules out: a long word outside the closed classes is no function word, an unknown one with a
 * capital no interjection, a noun that is never a verb or adverb (`chief`) is none.
 */
function isPossible(
  { text, start, end }: Segmented,
  words: WordFeatures,
  running: Uint8Array,
  token: number,
  penn: number,
): boolean {
  const isVerb = VERBAL.has(penn);
  if (!isVerb && penn !== INTERJECTION && penn !== ADVERB && !CLOSED.has(penn)) return true;
  if (isVerb && running[token] === 1 && isInsideTitle(text, start, words, token)) return false;
  if ((end[token] ?? 0) - (start[token] ?? 0) < LONG) return true;
  const forms = words.forms[token] ?? 0;
  if (penn === INTERJECTION) return forms !== 0 || words.casing[token] !== 1;
  if (penn === ADVERB)
    return (forms & FORM_NOUN) === 0 || (forms & FORM_ADVERB) !== 0 || FUNCTION_HASHES.has(words.word[token] ?? 0);
  if (isVerb) return (forms & FORM_NOUN) === 0 || (forms & VERB_FORMS) !== 0;
  return FUNCTION_HASHES.has(words.word[token] ?? 0) || (words.casing[token] ?? 0) === 3;
}

const ADVERB = numberOfPenn('RB');
const INTERJECTION = numberOfPenn('UH');
const ADDRESS = numberOfPenn('ADD');
const PART_OF_WORD = numberOfPenn('GW');
const PROPER_NOUN = numberOfPenn('NNP');
const PROPER = numberOfUniversal('PROPN');

/**
 * Names with marks and particles in them (`O'Keefe`, `von der Leyen`) that the few examples of web addresses and words
 * written apart draw to their tags.
 */
function correctNames(segmented: Segmented, penn: Uint8Array, universal: Uint8Array): void {
  for (let token = 0; token < segmented.count; token += 1) {
    const word = segmented.text.slice(segmented.start[token], segmented.end[token]);
    const isNoAddress = penn[token] === ADDRESS && /^\p{Lu}/u.test(word) && !/[@./:\d]/.test(word);
    const isParticle =
      penn[token] === PART_OF_WORD &&
      (/^\p{Lu}/u.test(word) ||
        /^\s*(?:\p{Lu}|\p{Ll}{2,3}\s+\p{Lu})/u.test(
          segmented.text.slice(segmented.end[token], (segmented.end[token] ?? 0) + 8),
        ));
    if (!isNoAddress && !isParticle) continue;
    penn[token] = PROPER_NOUN;
    universal[token] = PROPER;
  }
}

/** `Tran Quoc Hung`, `Pham Duc Long`: a capital after a proper noun in running text is no verb and no adverb. */
function correctLastWords(
  { sentences, start, end }: Segmented,
  words: WordFeatures,
  running: Uint8Array,
  penn: Uint8Array,
  universal: Uint8Array,
): void {
  for (const { first, last } of sentences) {
    for (let token = first + 1; token <= last; token += 1) {
      const isMisread = VERBAL.has(penn[token] ?? 0) || penn[token] === ADVERB;
      if (
        !isMisread ||
        words.casing[token] !== 1 ||
        running[token] === 0 ||
        penn[token - 1] !== PROPER_NOUN ||
        start[token] !== (end[token - 1] ?? 0) + 1
      )
        continue;
      penn[token] = PROPER_NOUN;
      universal[token] = PROPER;
    }
  }
}

/**
 * A first word that the text has elsewhere as a proper noun, and nowhere small, is one where a verb follows it too:
 * `Hung told reporters` after `Tran Quoc Hung`. A capital at the beginning of a sentence tells nothing by itself.
 */
function correctFirstWords(
  { sentences, count }: Segmented,
  words: WordFeatures,
  penn: Uint8Array,
  universal: Uint8Array,
): void {
  const proper = new Set<number>();
  const small = new Set<number>();
  for (const { first, last } of sentences) {
    for (let token = first; token <= last; token += 1) {
      const word = words.word[token] ?? 0;
      if (words.casing[token] === 0) small.add(word);
      else if (token > first && penn[token] === PROPER_NOUN && words.sentenceCasing[token] === 0) proper.add(word);
    }
  }
  for (const { first } of sentences) {
    const word = words.word[first] ?? 0;
    const isVerbNext = first + 1 < count && FINITE.has(penn[first + 1] ?? 0);
    if (
      penn[first] === PROPER_NOUN ||
      words.casing[first] !== 1 ||
      !isVerbNext ||
      !proper.has(word) ||
      small.has(word) ||
      FUNCTION_HASHES.has(word) ||
      CLOSED.has(penn[first] ?? 0)
    )
      continue;
    penn[first] = PROPER_NOUN;
    universal[first] = PROPER;
  }
}

/** Makes a tagger of its file. */
export function openTagger(file: ModelFile): TaggerModel {
  const pairs = file.column('pairs');
  const penn = pairs.filter((_, at) => at % 2 === 0);
  const universal = pairs.filter((_, at) => at % 2 === 1);
  return {
    classifier: LinearModel.from(file, 'tags', penn.length),
    sure: new SureWords(file.column('sure.keys'), file.column('sure.classes')),
    penn,
    universal,
  };
}
