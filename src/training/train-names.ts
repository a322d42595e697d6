import { openGazetteer } from '../language/naming/gazetteer.ts';
import { openClusters } from '../language/naming/word-clusters.ts';
import { encodeModel } from '../language/classifiers/model-file.ts';
import { type DocumentMemory, MOST_NAME_FEATURES, nameFeatures } from '../language/naming/name-features.ts';
import { type Prepared, prepareNames } from '../language/naming/prepared-names.ts';
import { mayEnd, mayFollow, NAME_LABELS, readLabels, writeLabels } from '../language/naming/name-labels.ts';
import {
  DENSE_FEATURES,
  type LabelScorer,
  labelSentence,
  readTransitions,
  remember,
} from '../language/naming/name-search.ts';
import { splitSentences } from '../language/text/sentences.ts';
import { tag } from '../language/tagging/tag.ts';
import { tokenise } from '../language/text/tokenise.ts';
import { encodeSparse, scaleOf, takeRows } from './averaged-weights.ts';
import type { NamedText } from './name-corpora.ts';
import { averageFields, type FieldWeights, trainField } from './chain-field.ts';
import type { Run } from './lattice.ts';

export interface NameTrainerOptions {
  readonly seed: number;
  readonly epochs: number;
  /** How many fields are averaged to the first reading, and to the second; fewer are quicker. */
  readonly voters?: readonly [number, number];
  readonly log: (line: string) => void;
}

interface Example {
  /** Which of `FOLDS` parts the text belongs to: the same for all copies of a text. */
  readonly fold: number;
  readonly prepared: Prepared;
  readonly gold: Uint8Array;
  /** One for every token that a sentence cannot be learned from for. */
  readonly unsure: Uint8Array;
}

const FOLDS = 3;
/** Weights smaller than this many steps of an int8 are left out. */
const LEAST = 3;
const VOTERS = [3, 6] as const;
const NO_MEMORY: DocumentMemory = new Map();

/**
 * Trains the recogniser of names and gives its model file's bytes, uncompressed: a conditional random field that reads
 * a document twice. What the second reading learns from is what a first reading found in documents that it was not
 * trained on. Deterministic for a seed.
 */
export function trainNames(
  texts: readonly NamedText[],
  { seed, epochs, voters = VOTERS, log }: NameTrainerOptions,
): Uint8Array {
  const ids = [...new Set(texts.map(({ id }) => id))];
  const foldOf = new Map(ids.map((id, place) => [id, place % FOLDS]));
  const examples = texts.map((text) => ({ ...toExample(text), fold: foldOf.get(text.id) ?? 0 }));
  const memories: DocumentMemory[] = examples.map(() => NO_MEMORY);
  const readFirst = (part: readonly Example[], log: (line: string) => void): FieldWeights =>
    trainOnce(
      part,
      part.map(() => NO_MEMORY),
      { seed, epochs: Math.max(2, Math.floor(epochs / 2)), log },
      voters[0],
    );
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const first = readFirst(
      examples.filter((example) => example.fold !== fold),
      () => {},
    );
    const scorer = toScorer(first);
    examples.forEach((example, place) => {
      if (example.fold === fold) memories[place] = recall(scorer, example.prepared);
    });
    log(`names: first reading, part ${fold + 1} of ${FOLDS}`);
  }
  const first = readFirst(examples, log);
  const second = trainOnce(examples, memories, { seed, epochs, log }, voters[1]);
  return encodeModel(
    'names',
    { labels: [...NAME_LABELS], scale: scaleOf(takeRows(second.emissions, DENSE_FEATURES.slice(0, 1)).rest) },
    new Map([...encodeReading('first', first), ...encodeReading('second', second)]),
  );
}

/** The columns of one reading: int8 weights, and apart from them the few that every token has, in the same units. */
function encodeReading(prefix: string, { emissions, transitions }: FieldWeights): Map<string, Uint8Array> {
  const { rest, rows } = takeRows(emissions, DENSE_FEATURES.slice(0, 1));
  const scale = scaleOf(rest);
  const dense = Float32Array.from([...rows, ...transitions], (weight) => weight * scale);
  return new Map([...encodeSparse(prefix, rest, LEAST), [`${prefix}.dense`, new Uint8Array(dense.buffer)]]);
}

/** A scorer with the weights as they are. */
function toScorer({ emissions, transitions }: FieldWeights): LabelScorer {
  const { classes, keys, values } = emissions;
  const rows = new Map(Array.from(keys, (key, row) => [key, row * classes]));
  const dense = new Map(DENSE_FEATURES.slice(1).map((feature, before) => [feature, before * classes]));
  return {
    score: (features, count, scores) => {
      scores.fill(0);
      for (let at = 0; at < count; at += 1) {
        const row = rows.get(features[at] ?? 0);
        if (row !== undefined)
          for (let label = 0; label < classes; label += 1)
            scores[label] = (scores[label] ?? 0) + (values[row + label] ?? 0);
        const before = dense.get(features[at] ?? 0);
        if (before !== undefined)
          for (let label = 0; label < classes; label += 1)
            scores[label] = (scores[label] ?? 0) + (transitions[before + label] ?? 0);
      }
    },
  };
}

/** A text with gold labels on its own tokens; a name whose borders fall inside tokens is widened to them. */
function toExample({ text, names, unsure = [] }: NamedText): Omit<Example, 'fold'> {
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
  for (const span of unsure)
    for (let at = 0; at < tagged.count; at += 1)
      if ((tagged.end[at] ?? 0) > span.start && (tagged.start[at] ?? 0) < span.end) doubts[at] = 1;
  return { prepared: prepareNames(tagged, openGazetteer(), openClusters()), gold, unsure: doubts };
}

/** What a model finds in a document at first reading, to be remembered at the second. */
function recall(scorer: LabelScorer, prepared: Prepared): DocumentMemory {
  const labels = new Uint8Array(prepared.tagged.count);
  const transitions = readTransitions(scorer);
  for (const sentence of prepared.tagged.sentences)
    labelSentence(scorer, transitions, prepared, NO_MEMORY, sentence, labels, null);
  return remember(prepared.tagged, labels);
}

/**
 * Trains one reading; `voters` of them with seeds of their own, whose weights are then averaged: what the order of the
 * examples did to each cancels out.
 */
function trainOnce(
  examples: readonly Example[],
  memories: readonly DocumentMemory[],
  { seed, epochs, log }: NameTrainerOptions,
  voters: number,
): FieldWeights {
  const runs = examples.flatMap((example, place) => cutRuns(example, memories[place] ?? NO_MEMORY));
  return averageFields(
    Array.from({ length: voters }, (_, voter) => trainField(runs, { seed: seed + voter, epochs, minimum: 2, log })),
  );
}

/** Whether no name reaches out of a run: a part of one cannot be labelled, and would be learned from for ever. */
function isWhole(gold: Uint8Array, first: number, last: number): boolean {
  for (let token = first; token <= last; token += 1)
    if (!mayFollow(token === first ? 0 : (gold[token - 1] ?? 0), gold[token] ?? 0)) return false;
  return mayEnd(gold[last] ?? 0);
}

/** The runs of candidates of a text with their features; those with something unsure or cut off are left out. */
function cutRuns({ prepared, gold, unsure }: Example, memory: DocumentMemory): Run[] {
  const { tagged, candidates } = prepared;
  const buffer = new Int32Array(MOST_NAME_FEATURES);
  const runs: Run[] = [];
  for (const sentence of tagged.sentences) {
    let token = sentence.first;
    while (token <= sentence.last) {
      if (candidates[token] === 0) {
        token += 1;
        continue;
      }
      let end = token;
      while (end < sentence.last && candidates[end + 1] !== 0) end += 1;
      if (!unsure.subarray(token, end + 1).includes(1) && isWhole(gold, token, end)) {
        const features: number[] = [];
        const starts = [0];
        for (let at = token; at <= end; at += 1) {
          const count = nameFeatures(prepared, memory, sentence, at, buffer);
          for (let place = 0; place < count; place += 1) features.push(buffer[place] ?? 0);
          starts.push(features.length);
        }
        runs.push({
          features: Int32Array.from(features),
          starts: Int32Array.from(starts),
          gold: gold.slice(token, end + 1),
        });
      }
      token = end + 1;
    }
  }
  return runs;
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
    .map(({ first, last, type }) => ({
      start: prepared.tagged.start[first] ?? 0,
      end: prepared.tagged.end[last] ?? 0,
      type,
    }));
}
