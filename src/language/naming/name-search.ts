import type { Sentence } from '../document.ts';
import { CLOSES, type DocumentMemory, MOST_NAME_FEATURES, nameFeatures, OPENS } from './name-features.ts';
import type { Prepared } from './prepared-names.ts';
import { mayEnd, mayFollow, NAME_LABELS, readLabels, typeOfLabel } from './name-labels.ts';
import type { Tagged } from '../tagging/tag.ts';
import { mix } from '../tagging/word-features.ts';

const LABELS = NAME_LABELS.length;
const IMPOSSIBLE = -1e9;

/** The feature that stands for the label before: its weights are the transitions. */
export function transitionFeature(before: number): number {
  return mix(99, before);
}

/**
 * The features whose weights a model file holds apart, in full precision: the one that every token has, and the
 * transitions.
 */
export const DENSE_FEATURES: readonly number[] = [1, ...NAME_LABELS.map((_, label) => transitionFeature(label))];

/** What scores the labels of a token from its features: a trained model, or one in training. */
export interface LabelScorer {
  score(features: Int32Array, count: number, scores: Float32Array): void;
}

/** The weights of each label after each other, `IMPOSSIBLE` where BILOU forbids it. */
export function readTransitions(scorer: LabelScorer): Float32Array {
  const transitions = new Float32Array(LABELS * LABELS);
  const scores = new Float32Array(LABELS);
  const feature = new Int32Array(1);
  for (let before = 0; before < LABELS; before += 1) {
    feature[0] = transitionFeature(before);
    scorer.score(feature, 1, scores);
    for (let label = 0; label < LABELS; label += 1)
      transitions[before * LABELS + label] = mayFollow(before, label) ? (scores[label] ?? 0) : IMPOSSIBLE;
  }
  return transitions;
}

/**
 * Labels one sentence with the best sequence (Viterbi 1967) and writes it into `labels`; `margins` takes by how much
 * each label beats the best other one of another type there, in the model's own units. Tokens that are no candidates
 * are O; runs of candidates are searched apart.
 */
export function labelSentence(
  scorer: LabelScorer,
  transitions: Float32Array,
  prepared: Prepared,
  memory: DocumentMemory,
  sentence: Sentence,
  labels: Uint8Array,
  margins: Float32Array | null,
): void {
  let token = sentence.first;
  while (token <= sentence.last) {
    if (prepared.candidates[token] === 0) {
      labels[token] = 0;
      token += 1;
      continue;
    }
    let end = token;
    while (end < sentence.last && prepared.candidates[end + 1] !== 0) end += 1;
    labelRun(scorer, transitions, prepared, memory, sentence, token, end, labels, margins);
    token = end + 1;
  }
}

function labelRun(
  scorer: LabelScorer,
  transitions: Float32Array,
  prepared: Prepared,
  memory: DocumentMemory,
  sentence: Sentence,
  first: number,
  last: number,
  labels: Uint8Array,
  margins: Float32Array | null,
): void {
  const length = last - first + 1;
  const emissions = new Float32Array(length * LABELS);
  const best = new Float32Array(length * LABELS);
  const from = new Uint8Array(length * LABELS);
  const features = new Int32Array(MOST_NAME_FEATURES);
  const scores = new Float32Array(LABELS);
  for (let step = 0; step < length; step += 1) {
    scorer.score(features, nameFeatures(prepared, memory, sentence, first + step, features), scores);
    emissions.set(scores, step * LABELS);
    for (let label = 0; label < LABELS; label += 1) {
      let highest = IMPOSSIBLE * 2;
      let source = 0;
      if (step === 0) highest = transitions[label] ?? 0;
      else {
        for (let before = 0; before < LABELS; before += 1) {
          const sum = (best[(step - 1) * LABELS + before] ?? 0) + (transitions[before * LABELS + label] ?? 0);
          if (sum > highest) {
            highest = sum;
            source = before;
          }
        }
      }
      best[step * LABELS + label] = highest + (scores[label] ?? 0);
      from[step * LABELS + label] = source;
    }
  }
  let label = 0;
  let highest = IMPOSSIBLE * 2;
  for (let candidate = 0; candidate < LABELS; candidate += 1) {
    const sum = best[(length - 1) * LABELS + candidate] ?? 0;
    if (mayEnd(candidate) && sum > highest) {
      highest = sum;
      label = candidate;
    }
  }
  for (let step = length - 1; step >= 0; step -= 1) {
    labels[first + step] = label;
    label = from[step * LABELS + label] ?? 0;
  }
  if (margins) writeMargins(transitions, emissions, best, length, first, labels, margins);
}

/**
 * By how much the best sequence beats the best one that gives a token another type: max-marginals, by a second pass
 * from the end.
 */
function writeMargins(
  transitions: Float32Array,
  emissions: Float32Array,
  best: Float32Array,
  length: number,
  first: number,
  labels: Uint8Array,
  margins: Float32Array,
): void {
  let after = new Float32Array(LABELS).map((_, label) => (mayEnd(label) ? 0 : IMPOSSIBLE));
  for (let step = length - 1; step >= 0; step -= 1) {
    const label = labels[first + step] ?? 0;
    let other = IMPOSSIBLE * 2;
    for (let candidate = 0; candidate < LABELS; candidate += 1) {
      if (typeOfLabel(candidate) !== typeOfLabel(label))
        other = Math.max(other, (best[step * LABELS + candidate] ?? 0) + (after[candidate] ?? 0));
    }
    margins[first + step] = (best[step * LABELS + label] ?? 0) + (after[label] ?? 0) - other;
    const before = new Float32Array(LABELS);
    for (let candidate = 0; candidate < LABELS; candidate += 1) {
      let highest = IMPOSSIBLE * 2;
      for (let next = 0; next < LABELS; next += 1) {
        highest = Math.max(
          highest,
          (transitions[candidate * LABELS + next] ?? 0) + (emissions[step * LABELS + next] ?? 0) + (after[next] ?? 0),
        );
      }
      before[candidate] = highest;
    }
    after = before;
  }
}

/**
 * What a first reading of a document remembers: each capitalised word's most frequent type, where one is more frequent
 * than the others together, and whether it mostly opens or closes names of several words.
 */
export function remember(tagged: Tagged, labels: Uint8Array): DocumentMemory {
  const counts = new Map<number, number[]>();
  for (const { first, last } of tagged.sentences) {
    for (const name of readLabels(labels, first, last)) {
      for (let token = name.first; token <= name.last; token += 1) {
        if (tagged.words.casing[token] === 0) continue;
        const word = tagged.words.word[token] ?? 0;
        const tally = counts.get(word) ?? [0, 0, 0, 0, 0];
        tally[name.type] = (tally[name.type] ?? 0) + (name.first === name.last ? 1 : 1.5);
        if (name.first < name.last && token === name.first) tally[3] = (tally[3] ?? 0) + 1;
        if (name.first < name.last && token === name.last) tally[4] = (tally[4] ?? 0) + 1;
        counts.set(word, tally);
      }
    }
  }
  const memory = new Map<number, number>();
  for (const [word, [person = 0, organisation = 0, place = 0, opens = 0, closes = 0]] of counts) {
    const type = [person, organisation, place].findIndex((count) => count * 2 > person + organisation + place);
    if (type >= 0) memory.set(word, type + 1 + (opens > closes ? OPENS : closes > opens ? CLOSES : 0));
  }
  return memory;
}
