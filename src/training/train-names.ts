import { openGazetteer } from '../language/gazetteer.ts';
import { encodeModel } from '../language/model-file.ts';
import { type DocumentMemory, MOST_NAME_FEATURES, nameFeatures } from '../language/name-features.ts';
import { NAME_LABELS, readLabels, writeLabels } from '../language/name-labels.ts';
import { DENSE_FEATURES, type LabelScorer, labelSentence, type Prepared, prepareNames, readTransitions, remember, transitionFeature } from '../language/name-search.ts';
import { splitSentences } from '../language/sentences.ts';
import { tag } from '../language/tag.ts';
import { tokenise } from '../language/tokenise.ts';
import { mix } from '../language/word-features.ts';
import { encodeSparse, scaleOf, takeRows } from './averaged-weights.ts';
import type { NamedText } from './name-corpora.ts';
import { Perceptron } from './perceptron.ts';
import { makeRandom, shuffle } from './random.ts';

export interface NameTrainerOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly log: (line: string) => void;
}

interface Example {
  readonly prepared: Prepared;
  readonly gold: Uint8Array;
  /** One for every token that a sentence cannot be learned from for. */
  readonly unsure: Uint8Array;
}

const FOLDS = 4;
const NO_MEMORY: DocumentMemory = new Map();

/**
 * Trains the recogniser of names and gives its model file's bytes, uncompressed: a structured averaged perceptron (Collins 2002) that reads a document
 * twice. What the second reading learns from is what a first reading found in documents that it was not trained on. Deterministic for a seed.
 */
export function trainNames(texts: readonly NamedText[], { seed, epochs, log }: NameTrainerOptions): Uint8Array {
  const examples = texts.map(toExample);
  const memories: DocumentMemory[] = examples.map(() => NO_MEMORY);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const rest = examples.filter((_, place) => place % FOLDS !== fold);
    const first = trainOnce(
      rest,
      rest.map(() => NO_MEMORY),
      { seed, epochs: Math.max(2, Math.floor(epochs / 2)), log: () => {} },
    );
    examples.forEach((example, place) => {
      if (place % FOLDS === fold) memories[place] = recall(first, example.prepared);
    });
    log(`names: first reading, part ${fold + 1} of ${FOLDS}`);
  }
  const first = trainOnce(
    examples,
    examples.map(() => NO_MEMORY),
    { seed, epochs: Math.max(2, Math.floor(epochs / 2)), log },
  );
  const second = trainOnce(examples, memories, { seed, epochs, log });
  return encodeModel('names', { labels: [...NAME_LABELS] }, new Map([...encodeReading('first', first), ...encodeReading('second', second)]));
}

/** The columns of one reading: int8 weights, and apart from them the few that every token has, in the same units. */
function encodeReading(prefix: string, perceptron: Perceptron): Map<string, Uint8Array> {
  const { rest, rows } = takeRows(perceptron.averages(), DENSE_FEATURES);
  const scale = scaleOf(rest);
  return new Map([...encodeSparse(prefix, rest, 1), [`${prefix}.dense`, new Uint8Array(rows.map((weight) => weight * scale).buffer)]]);
}

/** A text with gold labels on its own tokens; a name whose borders fall inside tokens is widened to them. */
export function toExample({ text, names, unsure = [] }: NamedText): Example {
  const tagged = tag(splitSentences(tokenise(text)));
  const gold = new Uint8Array(tagged.count);
  let token = 0;
  for (const name of [...names].sort((left, right) => left.start - right.start)) {
    while (token < tagged.count && (tagged.end[token] ?? 0) <= name.start) token += 1;
    let last = token;
    while (last + 1 < tagged.count && (tagged.start[last + 1] ?? 0) < name.end) last += 1;
    if (token < tagged.count && gold[token] === 0) writeLabels(gold, token, last, name.type);
  }
  const doubts = new Uint8Array(tagged.count);
  for (const span of unsure) for (let at = 0; at < tagged.count; at += 1) if ((tagged.end[at] ?? 0) > span.start && (tagged.start[at] ?? 0) < span.end) doubts[at] = 1;
  return { prepared: prepareNames(tagged, openGazetteer()), gold, unsure: doubts };
}

/** What a model finds in a document at first reading, to be remembered at the second. */
export function recall(scorer: LabelScorer, prepared: Prepared): DocumentMemory {
  const labels = new Uint8Array(prepared.tagged.count);
  const transitions = readTransitions(scorer);
  for (const sentence of prepared.tagged.sentences) labelSentence(scorer, transitions, prepared, NO_MEMORY, sentence, labels, null);
  return remember(prepared.tagged, labels);
}

function trainOnce(examples: readonly Example[], memories: readonly DocumentMemory[], { seed, epochs, log }: NameTrainerOptions): Perceptron {
  const random = makeRandom(seed);
  const perceptron = new Perceptron(NAME_LABELS.length, 2);
  const features = new Int32Array(MOST_NAME_FEATURES);
  const feature = new Int32Array(1);
  const dropout = new FeatureDropout(perceptron, random);
  for (let label = 0; label < NAME_LABELS.length; label += 1) {
    feature[0] = transitionFeature(label);
    perceptron.see(feature, 1);
    perceptron.see(feature, 1);
  }
  for (const [place, { prepared }] of examples.entries()) {
    for (const sentence of prepared.tagged.sentences) {
      for (let token = sentence.first; token <= sentence.last; token += 1) {
        if (prepared.candidates[token] !== 0) perceptron.see(features, nameFeatures(prepared.tagged, prepared.cues, memories[place] ?? NO_MEMORY, sentence, token, features));
      }
    }
  }
  const order = examples.flatMap((example, place) =>
    example.prepared.tagged.sentences
      .filter(({ first, last }) => !example.unsure.subarray(first, last + 1).includes(1))
      .map((sentence) => ({ example, sentence, memory: memories[place] ?? NO_MEMORY })),
  );
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    let wrong = 0;
    for (const { example, sentence, memory } of shuffle(order, random)) {
      const { prepared, gold } = example;
      perceptron.tick();
      const guess = new Uint8Array(prepared.tagged.count);
      dropout.next();
      labelSentence(dropout, readTransitions(perceptron), prepared, memory, sentence, guess, null);
      for (let token = sentence.first; token <= sentence.last; token += 1) {
        if (prepared.candidates[token] === 0) continue;
        const right = gold[token] ?? 0;
        const said = guess[token] ?? 0;
        const isRunStart = token === sentence.first || prepared.candidates[token - 1] === 0;
        const rightBefore = isRunStart ? 0 : (gold[token - 1] ?? 0);
        const saidBefore = isRunStart ? 0 : (guess[token - 1] ?? 0);
        if (right === said && rightBefore === saidBefore) continue;
        if (right !== said) {
          wrong += 1;
          const count = dropout.keep(features, nameFeatures(prepared.tagged, prepared.cues, memory, sentence, token, features));
          perceptron.update(features, count, right, said);
        }
        feature[0] = transitionFeature(rightBefore);
        perceptron.update(feature, 1, right, -1);
        feature[0] = transitionFeature(saidBefore);
        perceptron.update(feature, 1, -1, said);
      }
    }
    log(`names: round ${epoch} of ${epochs}, ${wrong} labels wrong in training, ${perceptron.rows} features`);
  }
  return perceptron;
}

/** The share of the features that each look at a sentence in training does without. */
const DROPPED = 0.15;

/**
 * Leaves out some features, others at every sentence, so that none is relied upon alone (feature bagging against undertrained weights: Sutton and others 2006;
 * as dropout for perceptrons, Søgaard and Johannsen 2012).
 */
class FeatureDropout implements LabelScorer {
  readonly #scorer: LabelScorer;
  readonly #random: () => number;
  readonly #kept = new Int32Array(MOST_NAME_FEATURES);
  #salt = 0;

  constructor(scorer: LabelScorer, random: () => number) {
    this.#scorer = scorer;
    this.#random = random;
  }

  /** Chooses anew what to leave out. */
  next(): void {
    this.#salt = Math.floor(this.#random() * 2 ** 31);
  }

  score(features: Int32Array, count: number, scores: Float32Array): void {
    this.#kept.set(features);
    this.#scorer.score(this.#kept, this.keep(this.#kept, count), scores);
  }

  /** Moves the features that stay to the front and says how many they are; the first always stays. */
  keep(features: Int32Array, count: number): number {
    let kept = 1;
    for (let at = 1; at < count; at += 1) {
      const feature = features[at] ?? 0;
      if ((mix(this.#salt, feature) >>> 8) / 2 ** 24 >= DROPPED) features[kept++] = feature;
    }
    return kept;
  }
}

/** Exact F1 of names by type and altogether, of gold texts against what a reading finds. */
export function scoreNames(
  texts: readonly NamedText[],
  find: (text: string) => readonly { start: number; end: number; type: number }[],
): { type: string; precision: number; recall: number; f1: number }[] {
  const tally = [0, 1, 2, 3].map(() => ({ right: 0, found: 0, gold: 0 }));
  for (const { text, names } of texts) {
    const found = find(text);
    const keys = new Set(found.map((name) => `${name.type}:${name.start}:${name.end}`));
    for (const kind of [0, 1, 2, 3]) {
      const row = tally[kind];
      if (!row) continue;
      const isKind = (name: { type: number }): boolean => kind === 3 || name.type === kind;
      row.found += found.filter(isKind).length;
      row.gold += names.filter(isKind).length;
      row.right += names.filter((name) => isKind(name) && keys.has(`${name.type}:${name.start}:${name.end}`)).length;
    }
  }
  return tally.map(({ right, found, gold }, kind) => ({
    type: ['PERSON', 'ORGANISATION', 'PLACE', 'ALL'][kind] ?? '',
    precision: right / (found || 1),
    recall: right / (gold || 1),
    f1: (2 * right) / (found + gold || 1),
  }));
}

/** The names that a column of labels says, with characters for tokens. */
export function namesOf(prepared: Prepared, labels: Uint8Array): { start: number; end: number; type: number }[] {
  return prepared.tagged.sentences
    .flatMap(({ first, last }) => readLabels(labels, first, last))
    .map(({ first, last, type }) => ({ start: prepared.tagged.start[first] ?? 0, end: prepared.tagged.end[last] ?? 0, type }));
}
