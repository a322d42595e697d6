import type { ThreeWayModel } from '../classifiers/three-way-model.ts';
import type { Document, Sentence } from '../document.ts';
import { batchSentences, prepareRoles, type Reader, scoreArc, scoreStep } from '../networks/network.ts';
import { StateRows } from '../networks/state-rows.ts';
import type { Lemmatised } from '../tagging/lemmatise.ts';
import { numberOfRelation, numberOfUniversal, RELATIONS } from '../tags.ts';
import { loadParser, type ParserModel } from './parser-model.ts';
import { LEFT, type ParserInput, ParserState, RIGHT, SHIFT, TRANSITIONS } from './parser-state.ts';
import {
  choosePlace,
  MOST_MARK_FEATURES,
  type MarkPlaces,
  markFeatures,
  pairMarks,
  PhraseExtents,
  TO_LEFT,
  TO_RIGHT,
} from './punctuation.ts';

/** A parsed text: everything of a Document but its quotations and names. */
export type Parsed = Omit<Document, 'names' | 'quotations'>;

/** What the parser needs of a tagged text. */
export type ParserTokens = ParserInput & Pick<Lemmatised, 'text' | 'count' | 'start' | 'end' | 'sentences' | 'states'>;

const PUNCT = numberOfRelation('punct');
const PARATAXIS = numberOfRelation('parataxis');
const PUNCTUATION = numberOfUniversal('PUNCT');

/**
 * Gives every token its head and relation: a greedy arc-hybrid parser whose steps and relations a network chooses that
 * has read the whole sentence (Kiperwasser and Goldberg 2016), trained with a dynamic oracle (Goldberg and Nivre 2013).
 * Each sentence is one tree with one root.
 */
export function parse(lemmatised: Lemmatised): Parsed {
  const { text, count, start, end, penn, universal, lemmas, sentences, paragraphs } = lemmatised;
  const { heads, relations } = parseWith(loadParser(), lemmatised);
  return { text, tokens: { count, start, end, penn, universal, lemmas, heads, relations }, sentences, paragraphs };
}

/** Heads (token numbers, -1 for a root) and relations by a given model. */
export function parseWith(model: ParserModel, input: ParserTokens): { heads: Int32Array; relations: Uint8Array } {
  const heads = new Int32Array(input.count).fill(-1);
  const relations = new Uint8Array(input.count);
  const state = new ParserState();
  const rows = new StateRows(model.reader);
  const marks: MarkScratch = {
    extents: new PhraseExtents(),
    places: { left: -1, right: -1 },
    features: new Int32Array(MOST_MARK_FEATURES),
    scores: new Int32Array(TRANSITIONS),
    opened: new Int32Array(64),
  };
  for (const batch of batchSentences(input.sentences)) {
    const begin = batch[0]?.first ?? 0;
    prepareRoles(model.reader, input.states, begin, (batch.at(-1)?.last ?? begin) - begin + 1);
    for (const { first, last } of batch) {
      rows.start(first - begin);
      state.start(input, first, last);
      while (!state.finished) step(model.reader, state, rows);
      for (let token = first; token <= last; token++) {
        const head = state.heads[token - first] ?? -1;
        heads[token] = head === state.size ? -1 : first + head;
        relations[token] = (state.labels[token - first] ?? 1) - 1;
      }
      attachMarks(model.marks, input, heads, relations, first, last, marks);
    }
  }
  joinPieces(input.sentences, heads, relations);
  return { heads, relations };
}

/** Hangs the later pieces of sentences that were too long to be read at once on the first one. */
function joinPieces(sentences: readonly Sentence[], heads: Int32Array, relations: Uint8Array): void {
  for (const { first, last } of sentences) {
    let root = -1;
    for (let token = first; token <= last; token++) {
      if ((heads[token] ?? -1) >= 0) continue;
      if (root >= 0) {
        heads[token] = root;
        relations[token] = PARATAXIS;
      } else root = token;
    }
  }
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
  model: ThreeWayModel,
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
    const place = choosePlace(model, features, count, scores, places, siblings);
    heads[token] = place === TO_LEFT ? places.left : place === TO_RIGHT ? places.right : (heads[places.left] ?? -1);
  }
}

/** Takes the best of the steps that the state allows. */
function step(reader: Reader, state: ParserState, rows: StateRows): void {
  const left = state.canLeft();
  const right = state.canRight();
  const { floats } = reader.arithmetic;
  let best = SHIFT;
  if (state.canShift() && (left || right)) {
    scoreStep(reader, rows.listStep(state));
    const scores = reader.layout.work.stepScores.at;
    if (left && (floats[scores + LEFT] ?? 0) > (floats[scores + SHIFT] ?? 0)) best = LEFT;
    if (right && (floats[scores + RIGHT] ?? 0) > (floats[scores + best] ?? 0)) best = RIGHT;
  } else if (left || right) {
    best = right ? RIGHT : LEFT;
  }
  if (best === SHIFT) {
    state.shift();
    return;
  }
  const dependent = state.stack[state.depth - 1] ?? 0;
  const head = best === LEFT ? state.next : (state.stack[state.depth - 2] ?? 0);
  if (head === state.size) {
    state.attach(best, 0);
  } else if (state.universal[dependent] === PUNCTUATION) {
    state.attach(best, PUNCT);
  } else {
    scoreArc(reader, rows.listArc(state, head, dependent));
    state.attach(best, bestRelation(floats, reader.layout.work.arcScores.at));
  }
}

/** The best relation of an arc that is not the root's, of scores from a place on. */
export function bestRelation(scores: Float32Array, from: number): number {
  let best = 1;
  for (let relation = 2; relation < RELATIONS.length; relation++)
    if ((scores[from + relation] ?? 0) > (scores[from + best] ?? 0)) best = relation;
  return best;
}
