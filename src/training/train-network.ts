import type { TokenRange } from '../language/document.ts';
import { encode, type Masks, type NetworkInput } from '../language/networks/encoder.ts';
import { INPUT, LAYERS, MOST_TOKENS, ROLES, STATE } from '../language/networks/layout.ts';
import type { Segmented } from '../language/text/sentences.ts';
import { goBack } from './network-gradients.ts';
import { makeNetworkRoom, type NetworkRoom } from './network-room.ts';
import { leaveShares, StepTrainer } from './network-steps.ts';
import { TrainingWords } from './network-words.ts';
import { makeRandom, shuffle } from './random.ts';
import { goldClasses } from './tag-pairs.ts';
import type { TreebankSentence } from './treebank.ts';
import type { WordVectors } from './word-vectors.ts';

export interface NetworkOptions {
  readonly seed: number;
  readonly epochs: number;
  /** The pairs of Penn and universal tags that the network tells apart. */
  readonly pairs: readonly number[];
  readonly vectors: WordVectors;
  /** About how many tokens are learned from at once. */
  readonly batch?: number;
  readonly log: (line: string) => void;
}

/** A trained network, still to be encoded. */
export interface TrainedReader {
  readonly room: NetworkRoom;
  readonly words: TrainingWords;
  readonly vectors: WordVectors;
  readonly pairs: readonly number[];
}

const BATCH = 500;
/** The share of the numbers that each look at a token does without. */
const DROPPED = 0.3;
/** The length of a step at first, which falls to nought; it takes a while to rise. */
const RATE = 0.002;
const WARM_UP = 100;
/** How much is kept of the running means of gradients and their squares (Kingma and Ba 2015). */
const MEAN_KEPT = 0.9;
const SQUARE_KEPT = 0.98;
const TINY = 1e-6;
/** From this round on the parser follows its own steps. */
const FIRST_EXPLORING_ROUND = 2;

/**
 * Trains the network that reads sentences, on three things at once: tags, steps of the parser, relations. `input` holds
 * the tokens of `treebank` in the same order, with predicted tags. Deterministic for a seed.
 */
export function trainNetwork(
  treebank: readonly TreebankSentence[],
  input: NetworkInput & Segmented,
  { seed, epochs, pairs, vectors, batch: size = BATCH, log }: NetworkOptions,
): TrainedReader {
  const random = makeRandom(seed);
  const words = new TrainingWords(input.words.word, vectors);
  const room = makeNetworkRoom(pairs.length, words.rows.size + 1, random);
  const lesson: Lesson = {
    treebank,
    input,
    words,
    room,
    gold: goldClasses(treebank, pairs),
    classes: pairs.length,
    steps: new StepTrainer(room, random),
    masks: {
      input: new Float32Array(MOST_TOKENS * INPUT),
      states: Array.from({ length: LAYERS }, () => new Float32Array(MOST_TOKENS * STATE)),
    },
    random,
  };
  const order = treebank.map((_, at) => at).filter((at) => (treebank[at]?.words.length ?? 0) <= MOST_TOKENS);
  const total = epochs * batchesOf(treebank, order, size).length;
  const { counts } = lesson.steps;
  let updates = 0;
  for (let epoch = 1; epoch <= epochs; epoch++) {
    for (const batch of batchesOf(treebank, shuffle(order, random), size)) {
      const count = learnBatch(lesson, batch, epoch >= FIRST_EXPLORING_ROUND);
      adapt(room, count, ++updates, total);
    }
    log(
      `parser: round ${epoch} of ${epochs}, ${share(counts.wrongSteps, counts.steps)} % of steps and ${share(counts.wrongRelations, counts.arcs)} % of relations wrong in training`,
    );
    Object.assign(counts, { steps: 0, wrongSteps: 0, arcs: 0, wrongRelations: 0 });
  }
  return { room, words, vectors, pairs };
}

/** What is learned from, and with what. */
interface Lesson {
  readonly treebank: readonly TreebankSentence[];
  readonly input: NetworkInput & Segmented;
  readonly words: TrainingWords;
  readonly room: NetworkRoom;
  /** The class of every token's tags, and how many classes there are. */
  readonly gold: Uint8Array;
  readonly classes: number;
  readonly steps: StepTrainer;
  readonly masks: Masks;
  readonly random: () => number;
}

/** Adds up the gradients of the sentences of one batch, and says how many tokens those are. */
function learnBatch(lesson: Lesson, batch: readonly number[], explores: boolean): number {
  const { treebank, input, words, room, gold, classes, steps, masks, random } = lesson;
  const { layout, arithmetic, shift } = room;
  const { floats } = arithmetic;
  const { work } = layout;
  const ranges = batch.flatMap((at) => input.sentences[at] ?? []);
  floats.fill(0, shift + layout.learnedSize, shift + layout.size);
  const count = words.fill(room, input, ranges, random);
  drawMask(masks.input, count * INPUT, random);
  for (const states of masks.states) drawMask(states, count * STATE, random);
  for (let at = 0; at < count * INPUT; at++)
    floats[work.input.at + at] = (floats[work.input.at + at] ?? 0) * (masks.input[at] ?? 0);
  const places = placesOf(ranges);
  encode(room, count, places, masks);
  learnTags(room, gold, ranges, classes, count);
  const top = work.layers[LAYERS - 1]?.states.at ?? 0;
  floats.fill(0, work.roles.at, work.roles.at + count * ROLES);
  room.multiply(top, layout.roles, work.roles.at, count);
  for (const [number, at] of batch.entries()) {
    const sentence = treebank[at];
    const place = places[number];
    const range = ranges[number];
    if (sentence && place && range) steps.learn(sentence, input, range.first, place.first, explores);
  }
  goBack(room, count, places, masks);
  words.goBack(room, count);
  return count;
}

/** Where sentences come to stand in the work space, one after the other. */
function placesOf(ranges: readonly TokenRange[]): TokenRange[] {
  let base = 0;
  return ranges.map(({ first, last }) => {
    const place = { first: base, last: base + last - first };
    base = place.last + 1;
    return place;
  });
}

function share(part: number, whole: number): string {
  return ((100 * part) / (whole || 1)).toFixed(2);
}

/** Sentences in groups of about `size` tokens, in order. */
function batchesOf(treebank: readonly TreebankSentence[], order: readonly number[], size: number): number[][] {
  const batches: number[][] = [];
  let room = 0;
  for (const at of order) {
    const length = treebank[at]?.words.length ?? 0;
    if (length > room) {
      batches.push([]);
      room = Math.max(size, length);
    }
    batches.at(-1)?.push(at);
    room -= length;
  }
  return batches;
}

/** Factors of 0 for a share of the numbers; the others make up for them (Srivastava and others 2014). */
function drawMask(mask: Float32Array, count: number, random: () => number): void {
  for (let at = 0; at < count; at++) mask[at] = random() < DROPPED ? 0 : 1 / (1 - DROPPED);
}

/** Scores the tags of the tokens in the work space, and leaves their gradients there. */
function learnTags(
  { layout, arithmetic, multiply, shift }: NetworkRoom,
  gold: Uint8Array,
  ranges: readonly TokenRange[],
  classes: number,
  count: number,
): void {
  const { floats } = arithmetic;
  const { work, tags, tagBias } = layout;
  const top = work.layers[LAYERS - 1]?.states.at ?? 0;
  for (let token = 0; token < count; token++)
    floats.copyWithin(work.tags.at + token * tags.width, tagBias.at, tagBias.at + tags.width);
  multiply(top, tags, work.tags.at, count);
  let place = work.tags.at;
  for (const { first, last } of ranges)
    for (let token = first; token <= last; token++, place += tags.width)
      leaveShares(floats, place, shift + place, 0, classes, gold[token] ?? 0);
}

/** One update of everything learned. */
function adapt({ layout, arithmetic, shift }: NetworkRoom, count: number, update: number, total: number): void {
  const rate = RATE * Math.min(1, update / WARM_UP) * Math.max(0, 1 - (update - 1) / total);
  const correction = Math.sqrt(1 - SQUARE_KEPT ** update) / (1 - MEAN_KEPT ** update);
  arithmetic.adapt(
    0,
    layout.learnedSize,
    shift * 4,
    rate * correction,
    MEAN_KEPT,
    SQUARE_KEPT,
    TINY,
    1 / Math.sqrt(count),
  );
}
