import type { Document } from '../document.ts';
import { batchSentences, prepareRoles, type Reader, scoreArc, scoreStep } from '../networks/network.ts';
import { MOST_TOKENS } from '../networks/layout.ts';
import { StateRows } from '../networks/state-rows.ts';
import type { Lemmatised } from '../tagging/lemmatise.ts';
import { numberOfRelation, numberOfUniversal, RELATIONS } from '../tags.ts';
import { loadReader } from '../networks/load-reader.ts';
import { LEFT, type ParserInput, ParserState, RIGHT, SHIFT } from './parser-state.ts';
import { pairMarks } from './punctuation.ts';

/** A parsed text: everything of a Document but its quotations and names. */
export type Parsed = Omit<Document, 'names' | 'quotations'>;

/** What the parser needs of a tagged text. */
export type ParserTokens = ParserInput & Pick<Lemmatised, 'text' | 'count' | 'start' | 'end' | 'sentences' | 'states'>;

const PUNCT = numberOfRelation('punct');
const PUNCTUATION = numberOfUniversal('PUNCT');

/**
 * Gives every token its head and relation: a greedy arc-hybrid parser whose steps and relations a network chooses that
 * has read the whole sentence (Kiperwasser and Goldberg 2016), trained with a dynamic oracle (Goldberg and Nivre 2013).
 * Each sentence is one tree with one root.
 */
export function parse(lemmatised: Lemmatised): Parsed {
  const { text, count, start, end, penn, universal, lemmas, sentences, paragraphs } = lemmatised;
  const { heads, relations } = parseWith(loadReader(), lemmatised);
  return { text, tokens: { count, start, end, penn, universal, lemmas, heads, relations }, sentences, paragraphs };
}

/** Heads (token numbers, -1 for a root) and relations by a given model. */
export function parseWith(reader: Reader, input: ParserTokens): { heads: Int32Array; relations: Uint8Array } {
  const heads = new Int32Array(input.count).fill(-1);
  const relations = new Uint8Array(input.count);
  const state = new ParserState();
  const rows = new StateRows(reader);
  const opened = new Int32Array(MOST_TOKENS);
  for (const batch of batchSentences(input.sentences)) {
    const begin = batch[0]?.first ?? 0;
    prepareRoles(reader, input.states, begin, (batch.at(-1)?.last ?? begin) - begin + 1);
    for (const { first, last } of batch) {
      rows.start(first - begin);
      state.start(input, first, last);
      while (!state.finished) step(reader, state, rows);
      for (let token = first; token <= last; token++) {
        const head = state.heads[token - first] ?? -1;
        heads[token] = head === state.size ? -1 : first + head;
        relations[token] = (state.labels[token - first] ?? 1) - 1;
      }
      settleMarks(input, heads, relations, first, last, opened);
    }
  }
  return { heads, relations };
}

/**
 * Puts the punctuation marks of a sentence right, now that the tree is there: a mark that closes a pair goes where the
 * one that opened it went, and what depended on a mark goes to the mark's head. `opened` is room for a number a token.
 */
function settleMarks(
  input: ParserTokens,
  heads: Int32Array,
  relations: Uint8Array,
  first: number,
  last: number,
  opened: Int32Array,
): void {
  const isMark = (token: number): boolean => relations[token] === PUNCT;
  let count = 0;
  for (let token = first; token <= last; token++) {
    if (isMark(token)) count++;
    for (let head = heads[token] ?? -1; head >= first && isMark(head); head = heads[head] ?? -1)
      heads[token] = heads[head] ?? -1;
  }
  if (count === 0) return;
  pairMarks((token) => input.text.slice(input.start[token], input.end[token]), isMark, first, last, opened);
  for (let token = first; token <= last; token++) {
    const opener = isMark(token) ? (opened[token - first] ?? -1) : -1;
    if (opener >= 0) heads[token] = heads[opener] ?? -1;
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
