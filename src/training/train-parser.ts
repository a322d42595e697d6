import type { Segmented } from '../language/text/sentences.ts';
import { encodeModel } from '../language/classifiers/model-file.ts';
import { bestLabel } from '../language/parsing/parse.ts';
import { labelFeatures } from '../language/parsing/label-features.ts';
import { MOST_PARSER_FEATURES, transitionFeatures } from '../language/parsing/parser-features.ts';
import { LEFT, ParserState, RIGHT, SHIFT, TRANSITIONS, type ParserInput } from '../language/parsing/parser-state.ts';
import {
  type MarkPlaces,
  markFeatures,
  PhraseExtents,
  TO_LEFT,
  TO_PARENT,
  TO_RIGHT,
} from '../language/parsing/punctuation.ts';
import { numberOfRelation, RELATIONS } from '../language/tags.ts';
import { type AveragedWeights, encodeSparse, encodeTriples } from './averaged-weights.ts';
import { dropFeatures, Forgetter } from './forgetting.ts';
import { Perceptron } from './perceptron.ts';
import { makeRandom, shuffle } from './random.ts';
import type { TreebankSentence } from './treebank.ts';

export interface ParserOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly log: (line: string) => void;
}

/** A parser's classifiers, still to be encoded. */
export interface TrainedParser {
  readonly transitions: AveragedWeights;
  readonly labels: AveragedWeights;
  readonly marks: AveragedWeights;
}

const MARGIN = 40;
const LABEL_MARGIN = 12;
const LEAST_TRANSITION = 8;
const LEAST_LABEL = 14;
/** The share of the features that each look at a state or an arc in training does without. */
const DROPPED = 0.2;
const MARK_ROUNDS = 4;
const MARK_MARGIN = 5;
const PUNCT = numberOfRelation('punct');
/** From this round on the parser follows its own steps, right or wrong, so that it learns to go on after mistakes. */
const FIRST_EXPLORING_ROUND = 2;

/**
 * Trains the parser's two classifiers on sentences with predicted tags.
 * `input` holds the tokens of `treebank` in the same order. Deterministic for a seed.
 */
export function trainParser(
  treebank: readonly TreebankSentence[],
  input: ParserInput & Segmented,
  { seed, epochs, log }: ParserOptions,
): TrainedParser {
  const random = makeRandom(seed);
  const transitions = new Perceptron(TRANSITIONS, 6);
  const labels = new Perceptron(RELATIONS.length, 5);
  const state = new ParserState();
  const features = new Int32Array(MOST_PARSER_FEATURES);
  const scores = new Float32Array(TRANSITIONS);
  const labelScores = new Float32Array(RELATIONS.length);
  const costs = new Int32Array(TRANSITIONS);
  const forgetter = new Forgetter(input.words.word, random);
  const seen = { ...input, words: { ...input.words, word: input.words.word.slice() }, lemma: input.lemma.slice() };
  const order = treebank.map((_, at) => at);
  for (let epoch = 1; epoch <= epochs; epoch++) {
    let steps = 0;
    let wrong = 0;
    let arcs = 0;
    let wrongLabels = 0;
    for (const at of shuffle(order, random)) {
      const sentence = treebank[at];
      const range = input.sentences[at];
      if (sentence === undefined || range === undefined) continue;
      forgetter.forget(range.first, range.last, seen.words.word);
      for (let token = range.first; token <= range.last; token++)
        seen.lemma[token] = Forgetter.isForgotten(seen.words.word[token]) ? 0 : (input.lemma[token] ?? 0);
      state.start(seen, range.first, range.last);
      const gold = goldOf(sentence);
      while (!state.finished) {
        const left = state.canLeft();
        const right = state.canRight();
        const shift = state.canShift();
        let taken = SHIFT;
        if (Number(left) + Number(right) + Number(shift) === 1) {
          taken = left ? LEFT : right ? RIGHT : SHIFT;
        } else {
          const count = dropFeatures(features, transitionFeatures(state, features), DROPPED, random);
          if (epoch === 1) transitions.see(features, count);
          transitions.score(features, count, scores);
          transitionCosts(state, gold, costs);
          const allowed = [shift, left, right];
          const best = pick(scores, allowed, costs, (cost, least) => cost >= least && cost >= 0);
          const least = Math.min(
            ...[SHIFT, LEFT, RIGHT].filter((kind) => allowed[kind]).map((kind) => costs[kind] ?? 0),
          );
          const oracle = pick(scores, allowed, costs, (cost) => cost === least);
          const rival = pick(scores, allowed, costs, (cost) => cost > least);
          steps++;
          if ((costs[best] ?? 0) > least) wrong++;
          if (rival >= 0 && (scores[rival] ?? 0) > (scores[oracle] ?? 0) - MARGIN)
            transitions.update(features, count, oracle, rival);
          transitions.tick();
          taken = epoch >= FIRST_EXPLORING_ROUND && random() < 0.9 ? best : oracle;
        }
        if (taken === SHIFT) {
          state.shift();
          continue;
        }
        const dependent = state.stack[state.depth - 1] ?? 0;
        const head = taken === LEFT ? state.next : (state.stack[state.depth - 2] ?? 0);
        const goldLabel = sentence.relations[dependent] ?? 0;
        const count = dropFeatures(features, labelFeatures(state, head, dependent, features), DROPPED, random);
        if (epoch === 1) labels.see(features, count);
        labels.score(features, count, labelScores);
        let label = bestLabel(labelScores, head === state.size);
        if (gold[dependent] === head && head !== state.size) {
          arcs++;
          if (label !== goldLabel) wrongLabels++;
          const goldScore = labelScores[goldLabel] ?? 0;
          labelScores[goldLabel] = goldScore - LABEL_MARGIN;
          const rival = bestLabel(labelScores, false);
          if (rival !== goldLabel) labels.update(features, count, goldLabel, rival);
          labels.tick();
          if (epoch < FIRST_EXPLORING_ROUND) label = goldLabel;
        }
        state.attach(taken, label);
      }
    }
    log(
      `parser: round ${epoch} of ${epochs}, ${((100 * wrong) / steps).toFixed(2)} % of steps and ${((100 * wrongLabels) / arcs).toFixed(2)} % of relations wrong in training, ${transitions.rows} and ${labels.rows} features`,
    );
  }
  return {
    transitions: transitions.averages(),
    labels: labels.averages(),
    marks: trainMarks(treebank, input, random, log),
  };
}

/**
 * The model file's bytes, uncompressed. Weights below the least ones are left out: they cost more in size and speed
 * than they give.
 */
export function encodeParser(
  { transitions, labels, marks }: TrainedParser,
  leastTransition = LEAST_TRANSITION,
  leastLabel = LEAST_LABEL,
): Uint8Array {
  return encodeModel(
    'parser',
    {},
    new Map([
      ...encodeTriples('transitions', transitions, leastTransition),
      ...encodeSparse('labels', labels, leastLabel),
      ...encodeTriples('marks', marks, 1),
    ]),
  );
}

/** Heads as the parser's state has them: the root is the token after the last. */
function goldOf(sentence: TreebankSentence): Int32Array {
  return sentence.heads.map((head) => (head < 0 ? sentence.words.length : head));
}

/** Trains the choice of where a punctuation mark is attached, on the treebank's own trees. */
function trainMarks(
  treebank: readonly TreebankSentence[],
  input: ParserInput & Segmented,
  random: () => number,
  log: (line: string) => void,
): AveragedWeights {
  const perceptron = new Perceptron(TRANSITIONS, 2);
  const features = new Int32Array(MOST_PARSER_FEATURES);
  const scores = new Float32Array(TRANSITIONS);
  const extents = new PhraseExtents();
  const places: MarkPlaces = { left: -1, right: -1 };
  const heads = new Int32Array(input.count);
  const relations = new Uint8Array(input.count);
  treebank.forEach((sentence, at) => {
    const first = input.sentences[at]?.first ?? 0;
    sentence.heads.forEach((head, token) => {
      heads[first + token] = head < 0 ? -1 : first + head;
    });
    relations.set(sentence.relations, first);
  });
  for (let epoch = 1; epoch <= MARK_ROUNDS; epoch++) {
    let seen = 0;
    let wrong = 0;
    for (const { first, last } of shuffle(input.sentences, random)) {
      const isMark = (token: number): boolean => relations[token] === PUNCT;
      extents.measure(heads, isMark, first, last);
      for (let token = first; token <= last; token++) {
        if (!isMark(token)) continue;
        extents.places(heads, isMark, token, first, last, places);
        if (places.left < 0 || places.right < 0) continue;
        const head = heads[token];
        const right =
          head === places.left
            ? TO_LEFT
            : head === places.right
              ? TO_RIGHT
              : head === heads[places.left] && head === heads[places.right]
                ? TO_PARENT
                : -1;
        if (right < 0) continue;
        const count = markFeatures(input, heads, relations, token, places, features);
        if (epoch === 1) perceptron.see(features, count);
        perceptron.score(features, count, scores);
        seen++;
        const rightScore = scores[right] ?? 0;
        scores[right] = rightScore - MARK_MARGIN;
        const best = indexOfLargest(scores);
        if (best !== right) perceptron.update(features, count, right, best);
        if ((scores[best] ?? 0) > rightScore) wrong++;
        perceptron.tick();
      }
    }
    if (epoch === MARK_ROUNDS)
      log(`parser: ${((100 * wrong) / seen).toFixed(2)} % of punctuation marks wrong in training`);
  }
  return perceptron.averages();
}

function indexOfLargest(scores: Float32Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}

/** How many gold arcs each transition makes impossible (Goldberg and Nivre 2013, arc-hybrid). */
export function transitionCosts(state: ParserState, gold: Int32Array, costs: Int32Array): void {
  const { stack, depth, next, size } = state;
  costs.fill(0);
  const s0 = depth > 0 ? (stack[depth - 1] ?? 0) : -1;
  const s1 = depth > 1 ? (stack[depth - 2] ?? 0) : -1;
  if (s0 >= 0) {
    let dependents = 0;
    for (let token = next; token < size; token++) if (gold[token] === s0) dependents++;
    const head = gold[s0] ?? -1;
    costs[LEFT] = dependents + (head === s1 || (head > next && head <= size) ? 1 : 0);
    costs[RIGHT] = dependents + (head >= next && head <= size ? 1 : 0);
  }
  if (next < size) {
    let lost = 0;
    const head = gold[next] ?? -1;
    for (let at = 0; at < depth; at++) {
      const token = stack[at] ?? 0;
      if (gold[token] === next) lost++;
      if (token === head && at < depth - 1) lost++;
    }
    costs[SHIFT] = lost;
  }
}

/** The best scored of the allowed transitions whose cost fits; -1 when none does. */
function pick(
  scores: Float32Array,
  allowed: readonly boolean[],
  costs: Int32Array,
  fits: (cost: number, least: number) => boolean,
): number {
  let best = -1;
  for (let kind = 0; kind < TRANSITIONS; kind++) {
    if (allowed[kind] !== true || !fits(costs[kind] ?? 0, 0)) continue;
    if (best < 0 || (scores[kind] ?? 0) > (scores[best] ?? 0)) best = kind;
  }
  return best;
}
