import type { NamedSpan } from '../document.ts';
import { openGazetteer } from './gazetteer.ts';
import { findFigures } from '../text/figures.ts';
import { LinearModel } from '../classifiers/linear-model.ts';
import { type ModelFile, readModelFile } from '../classifiers/model-file.ts';
import { LEARNED_TYPES, NAME_LABELS, readLabels } from './name-labels.ts';
import { mendHyphens } from './name-hyphens.ts';
import { mendParticles } from './name-particles.ts';
import { DENSE_FEATURES, type LabelScorer, labelSentence, readTransitions, remember } from './name-search.ts';
import { type Prepared, prepareNames } from './prepared-names.ts';
import { openClusters } from './word-clusters.ts';
import type { Tagged } from '../tagging/tag.ts';

/** The two readings of the recogniser of names. */
export interface NamesModel {
  readonly first: LabelScorer;
  readonly firstTransitions: Float32Array;
  readonly second: LabelScorer;
  readonly secondTransitions: Float32Array;
  /** How many of its units the second reading's weights have to one of log odds. */
  readonly scale: number;
}

let loaded: NamesModel | undefined;

/**
 * The named people, organisations and places of a document, and its dates, sums and percentages, in text order, none
 * overlapping another. Names are labelled twice: what the first reading finds of a word anywhere in the document helps
 * the second everywhere. Loads its model once.
 */
export function findNames(tagged: Tagged): NamedSpan[] {
  loaded ??= openNames(readModelFile('names'));
  return findNamesWith(loaded, tagged);
}

/** The names by a given model. */
export function findNamesWith(model: NamesModel, tagged: Tagged): NamedSpan[] {
  const prepared = prepareNames(tagged, openGazetteer(), openClusters());
  const { labels, margins } = labelTwice(model, prepared);
  const names = tagged.sentences.flatMap(({ first, last }) =>
    readLabels(labels, first, last).map(
      (name): NamedSpan => ({
        first: name.first,
        last: name.last,
        type: LEARNED_TYPES[name.type] ?? 'PERSON',
        confidence: confidenceOf(margins, name.first, name.last),
      }),
    ),
  );
  const mended = mendHyphens(tagged, mendParticles(tagged, names, openGazetteer()));
  const taken = new Uint8Array(tagged.count);
  for (const name of mended) taken.fill(1, name.first, name.last + 1);
  const figures = findFigures(tagged).filter((figure) =>
    taken.subarray(figure.first, figure.last + 1).every((flag) => flag === 0),
  );
  return [...mended, ...figures].sort((left, right) => left.first - right.first);
}

/** The labels of a document after the second reading, and their margins in log odds. */
export function labelTwice(model: NamesModel, prepared: Prepared): { labels: Uint8Array; margins: Float32Array } {
  const labels = new Uint8Array(prepared.tagged.count);
  const margins = new Float32Array(prepared.tagged.count);
  for (const sentence of prepared.tagged.sentences)
    labelSentence(model.first, model.firstTransitions, prepared, new Map(), sentence, labels, null);
  const memory = remember(prepared.tagged, labels);
  for (const sentence of prepared.tagged.sentences)
    labelSentence(model.second, model.secondTransitions, prepared, memory, sentence, labels, margins);
  for (let token = 0; token < margins.length; token += 1) margins[token] = (margins[token] ?? 0) / model.scale;
  return { labels, margins };
}

/** Makes a recogniser of its file. */
export function openNames(file: ModelFile): NamesModel {
  const first = toScorer(
    LinearModel.from(file, 'first', NAME_LABELS.length),
    new Float32Array(file.column('first.dense').slice().buffer),
  );
  const second = toScorer(
    LinearModel.from(file, 'second', NAME_LABELS.length),
    new Float32Array(file.column('second.dense').slice().buffer),
  );
  return {
    first,
    firstTransitions: readTransitions(first),
    second,
    secondTransitions: readTransitions(second),
    scale: Number(file.facts['scale'] ?? 1),
  };
}

function toScorer(model: LinearModel, dense: Float32Array): LabelScorer {
  const whole = new Int32Array(NAME_LABELS.length);
  const rows = new Map(DENSE_FEATURES.map((feature, row) => [feature, row * NAME_LABELS.length]));
  return {
    score: (features, count, scores) => {
      model.score(features, count, whole);
      scores.set(whole);
      const row = rows.get(features[0] ?? 0);
      if (row === undefined) return;
      for (let label = 0; label < scores.length; label += 1)
        scores[label] = (scores[label] ?? 0) + (dense[row + label] ?? 0);
    },
  };
}

/**
 * Measured on held-out texts: a name with a margin of this many log odds is right about every second time, and its odds
 * rise e-fold with each `MARGIN_SCALE`.
 */
const EVEN_MARGIN = 1.8;
const MARGIN_SCALE = 1.6;

/** How often a name with margins like these is right. */
export function confidenceOf(margins: Float32Array, first: number, last: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let token = first; token <= last; token += 1) least = Math.min(least, margins[token] ?? 0);
  return 1 / (1 + Math.exp((EVEN_MARGIN - least) / MARGIN_SCALE));
}
