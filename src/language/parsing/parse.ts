import type { Document } from '../document.ts';
import type { Lemmatised } from '../tagging/lemmatise.ts';
import { LinearModel } from '../classifiers/linear-model.ts';
import { type ModelFile, readModelFile } from '../classifiers/model-file.ts';
import { labelFeatures } from './label-features.ts';
import { MOST_PARSER_FEATURES, transitionFeatures } from './parser-features.ts';
import { LEFT, type ParserInput, ParserState, RIGHT, SHIFT, TRANSITIONS } from './parser-state.ts';
import {
  choosePlace,
  type MarkPlaces,
  markFeatures,
  pairMarks,
  PhraseExtents,
  TO_LEFT,
  TO_RIGHT,
} from './punctuation.ts';
import { numberOfRelation, numberOfUniversal, RELATIONS } from '../tags.ts';
import { ThreeWayModel } from '../classifiers/three-way-model.ts';
import { hashWord } from '../tagging/word-features.ts';

/** A parsed text: everything of a Document but its quotations and names. */
export type Parsed = Omit<Document, 'names' | 'quotations'>;

/** A loaded parser: which step to take, and which relation an arc has. */
export interface ParserModel {
  readonly transitions: ThreeWayModel;
  readonly labels: LinearModel;
  readonly marks: ThreeWayModel;
}

/** What the parser needs of a tagged text. */
export type ParserTokens = ParserInput & Pick<Lemmatised, 'text' | 'count' | 'start' | 'end' | 'sentences'>;

const PUNCT = numberOfRelation('punct');
const PUNCTUATION = numberOfUniversal('PUNCT');

let loaded: ParserModel | undefined;

/**
 * Gives every token its head and relation: a greedy arc-hybrid parser with two linear classifiers, trained with a
 * dynamic oracle (Goldberg and Nivre 2013). Each sentence is one tree with one root. Loads its model once.
 */
export function parse(lemmatised: Lemmatised): Parsed {
  loaded ??= openParser(readModelFile('parser'));
  const { text, count, start, end, penn, universal, lemmas, sentences, paragraphs } = lemmatised;
  const { heads, relations } = parseWith(loaded, { ...lemmatised, lemma: hashLemmas(lemmas) });
  return { text, tokens: { count, start, end, penn, universal, lemmas, heads, relations }, sentences, paragraphs };
}

/** The hashes of lemmas, as the parser reads them. */
export function hashLemmas(lemmas: readonly string[]): Int32Array {
  return Int32Array.from(lemmas, hashWord);
}

/** Makes a parser of its file. */
export function openParser(file: ModelFile): ParserModel {
  return {
    transitions: ThreeWayModel.from(file, 'transitions'),
    labels: LinearModel.from(file, 'labels', RELATIONS.length),
    marks: ThreeWayModel.from(file, 'marks'),
  };
}

/** Heads (token numbers, -1 for a root) and relations by a given model. */
export function parseWith(model: ParserModel, input: ParserTokens): { heads: Int32Array; relations: Uint8Array } {
  const heads = new Int32Array(input.count).fill(-1);
  const relations = new Uint8Array(input.count);
  const state = new ParserState();
  const features = new Int32Array(MOST_PARSER_FEATURES);
  const scores = new Int32Array(TRANSITIONS);
  const labelScores = new Int32Array(RELATIONS.length);
  const marks: MarkScratch = {
    extents: new PhraseExtents(),
    places: { left: -1, right: -1 },
    features,
    scores: new Int32Array(TRANSITIONS),
    opened: new Int32Array(64),
  };
  for (const { first, last } of input.sentences) {
    state.start(input, first, last);
    while (!state.finished) step(model, state, features, scores, labelScores);
    for (let token = first; token <= last; token++) {
      const head = state.heads[token - first] ?? -1;
      heads[token] = head === state.size ? -1 : first + head;
      relations[token] = (state.labels[token - first] ?? 1) - 1;
    }
    attachMarks(model, input, heads, relations, first, last, marks);
  }
  return { heads, relations };
}

/** Room for attaching the marks of one sentence. */
interface MarkScratch {
  readonly extents: PhraseExtents;
  readonly places: MarkPlaces;
  readonly features: Int32Array;
  readonly scores: Int32Array;
  opened: Int32Array;
}

/**
 * Attaches each punctuation mark anew, now that the tree is there: to the largest phrase on one side of it, as the
 * treebanks do; a mark that closes a pair goes where the one that opened it went. What depended on a mark goes to the
 * mark's head.
 */
function attachMarks(
  model: ParserModel,
  input: ParserTokens,
  heads: Int32Array,
  relations: Uint8Array,
  first: number,
  last: number,
  scratch: MarkScratch,
): void {
  const { extents, places, features, scores } = scratch;
  const isMark = (token: number): boolean => relations[token] === PUNCT;
  let count = 0;
  for (let token = first; token <= last; token++) {
    if (isMark(token)) count++;
    for (let head = heads[token] ?? -1; head >= first && isMark(head); head = heads[head] ?? -1)
      heads[token] = heads[head] ?? -1;
  }
  if (count === 0) return;
  extents.measure(heads, isMark, first, last);
  if (scratch.opened.length <= last - first) scratch.opened = new Int32Array((last - first + 1) * 2);
  pairMarks((token) => input.text.slice(input.start[token], input.end[token]), isMark, first, last, scratch.opened);
  for (let token = first; token <= last; token++) {
    if (!isMark(token)) continue;
    const opened = scratch.opened[token - first] ?? -1;
    if (opened >= 0) {
      heads[token] = heads[opened] ?? -1;
      continue;
    }
    extents.places(heads, isMark, token, first, last, places);
    const siblings =
      places.left >= 0 &&
      places.right >= 0 &&
      heads[places.left] === heads[places.right] &&
      (heads[places.left] ?? -1) >= 0;
    const count = markFeatures(input, heads, relations, token, places, features);
    const place = choosePlace(model.marks, features, count, scores, places, siblings);
    heads[token] = place === TO_LEFT ? places.left : place === TO_RIGHT ? places.right : (heads[places.left] ?? -1);
  }
}

function step(
  model: ParserModel,
  state: ParserState,
  features: Int32Array,
  scores: Int32Array,
  labelScores: Int32Array,
): void {
  const left = state.canLeft();
  const right = state.canRight();
  let best = SHIFT;
  if (state.canShift() && (left || right)) {
    model.transitions.score(features, transitionFeatures(state, features), scores);
    if (left && (scores[LEFT] ?? 0) > (scores[SHIFT] ?? 0)) best = LEFT;
    if (right && (scores[RIGHT] ?? 0) > (scores[best] ?? 0)) best = RIGHT;
  } else if (left || right) {
    best = right ? RIGHT : LEFT;
  }
  if (best === SHIFT) {
    state.shift();
    return;
  }
  const dependent = state.stack[state.depth - 1] ?? 0;
  const head = best === LEFT ? state.next : (state.stack[state.depth - 2] ?? 0);
  if (state.universal[dependent] === PUNCTUATION && head !== state.size) {
    state.attach(best, PUNCT);
    return;
  }
  model.labels.score(features, labelFeatures(state, head, dependent, features), labelScores);
  state.attach(best, bestLabel(labelScores, head === state.size));
}

/** The root has the relation `root`, and nothing else has. */
export function bestLabel(scores: Int32Array | Float32Array, isRoot: boolean): number {
  if (isRoot) return 0;
  let best = 1;
  for (let label = 2; label < scores.length; label++) if ((scores[label] ?? 0) > (scores[best] ?? 0)) best = label;
  return best;
}
