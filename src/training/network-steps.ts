import { FLOAT } from '../language/networks/encoder.ts';
import { ARC, RELATION_COLUMNS, STEP } from '../language/networks/layout.ts';
import { scoreArc, scoreStep } from '../language/networks/network.ts';
import { StateRows } from '../language/networks/state-rows.ts';
import { bestRelation } from '../language/parsing/parse.ts';
import { LEFT, type ParserInput, ParserState, RIGHT, SHIFT, TRANSITIONS } from '../language/parsing/parser-state.ts';
import { RELATIONS } from '../language/tags.ts';
import type { NetworkRoom } from './network-room.ts';
import type { TreebankSentence } from './treebank.ts';

/** How often the parser follows its own steps, right or wrong, so that it learns to go on after mistakes. */
const EXPLORED = 0.9;

/** What went wrong in a round of training. */
export interface StepCounts {
  steps: number;
  wrongSteps: number;
  arcs: number;
  wrongRelations: number;
}

/**
 * Parses sentences whose states the network has in its work space, and leaves there the gradients of the roles for the
 * steps and relations that should have been chosen; those of what else the choices are made by are added up.
 */
export class StepTrainer {
  readonly counts: StepCounts = { steps: 0, wrongSteps: 0, arcs: 0, wrongRelations: 0 };
  readonly #room: NetworkRoom;
  readonly #state = new ParserState();
  readonly #rows: StateRows;
  readonly #costs = new Int32Array(TRANSITIONS);
  readonly #random: () => number;

  constructor(room: NetworkRoom, random: () => number) {
    this.#room = room;
    this.#rows = new StateRows(room);
    this.#random = random;
  }

  /** One sentence, whose tokens begin at `first` in the text and at `base` in the work space. */
  learn(sentence: TreebankSentence, input: ParserInput, first: number, base: number, explores: boolean): void {
    const state = this.#state;
    this.#rows.start(base);
    state.start(input, first, first + sentence.words.length - 1);
    const gold = goldOf(sentence);
    while (!state.finished) {
      const left = state.canLeft();
      const right = state.canRight();
      const shift = state.canShift();
      let taken = left ? LEFT : right ? RIGHT : SHIFT;
      if (Number(left) + Number(right) + Number(shift) > 1)
        taken = this.#learnStep(gold, [shift, left, right], explores);
      if (taken === SHIFT) {
        state.shift();
        continue;
      }
      const dependent = state.stack[state.depth - 1] ?? 0;
      const head = taken === LEFT ? state.next : (state.stack[state.depth - 2] ?? 0);
      if (head === state.size) {
        state.attach(taken, 0);
        continue;
      }
      const isRight = gold[dependent] === head;
      state.attach(
        taken,
        this.#learnRelation(head, dependent, isRight ? sentence.relations[dependent] : undefined, explores),
      );
    }
  }

  /** Learns which step to take, and says which one is taken. */
  #learnStep(gold: Int32Array, allowed: readonly boolean[], explores: boolean): number {
    const { layout, arithmetic, shift } = this.#room;
    const { floats } = arithmetic;
    const { work, steps, stepBias } = layout;
    const rows = this.#rows.listStep(this.#state);
    scoreStep(this.#room, rows);
    transitionCosts(this.#state, gold, this.#costs);
    const costs = this.#costs;
    const kinds = [SHIFT, LEFT, RIGHT].filter((kind) => allowed[kind] === true);
    const scoreOf = (kind: number): number => floats[work.stepScores.at + kind] ?? 0;
    const least = Math.min(...kinds.map((kind) => costs[kind] ?? 0));
    const best = kinds.reduce((one, other) => (scoreOf(other) > scoreOf(one) ? other : one));
    const oracle = kinds
      .filter((kind) => costs[kind] === least)
      .reduce((one, other) => (scoreOf(other) > scoreOf(one) ? other : one));
    const shares = kinds.map((kind) => Math.exp(scoreOf(kind) - scoreOf(best)));
    const total = shares.reduce((sum, share) => sum + share, 0);
    const right = shares.reduce((sum, share, at) => (costs[kinds[at] ?? 0] === least ? sum + share : sum), 0);
    const hidden = shift + work.stepHidden.at;
    floats.fill(0, hidden, hidden + STEP);
    for (const [at, kind] of kinds.entries()) {
      const share = shares[at] ?? 0;
      const gradient = share / total - (costs[kind] === least ? share / Math.max(right, 1e-12) : 0);
      const bias = shift + stepBias.at + kind;
      floats[bias] = (floats[bias] ?? 0) + gradient;
      for (let place = 0; place < STEP; place++) {
        const value = floats[work.stepHidden.at + place] ?? 0;
        if (value <= 0) continue;
        const weight = steps.at + place * steps.width + kind;
        floats[shift + weight] = (floats[shift + weight] ?? 0) + gradient * value;
        floats[hidden + place] = (floats[hidden + place] ?? 0) + gradient * (floats[weight] ?? 0);
      }
    }
    arithmetic.spread(work.list.at * FLOAT, rows, STEP, hidden * FLOAT, shift * FLOAT);
    this.counts.steps++;
    if ((costs[best] ?? 0) > least) this.counts.wrongSteps++;
    return explores && this.#random() < EXPLORED ? best : oracle;
  }

  /** Learns the relation of an arc, where it is one of the treebank's, and says which it gets. */
  #learnRelation(head: number, dependent: number, gold: number | undefined, explores: boolean): number {
    const { layout, arithmetic, shift } = this.#room;
    const { floats } = arithmetic;
    const { work, relations, relationBias } = layout;
    const rows = this.#rows.listArc(this.#state, head, dependent);
    scoreArc(this.#room, rows);
    const scores = work.arcScores.at;
    const best = bestRelation(floats, scores);
    if (gold === undefined) return best;
    this.counts.arcs++;
    if (best !== gold) this.counts.wrongRelations++;
    const gradients = shift + scores;
    leaveShares(floats, scores, gradients, 1, RELATIONS.length, gold);
    floats[gradients] = 0;
    floats.fill(0, gradients + RELATIONS.length, gradients + RELATION_COLUMNS);
    const hidden = shift + work.arcHidden.at;
    for (let place = 0; place < ARC; place++) {
      const value = floats[work.arcHidden.at + place] ?? 0;
      const row = relations.at + place * relations.width;
      let sum = 0;
      for (let relation = 1; value > 0 && relation < RELATIONS.length; relation++) {
        const gradient = floats[gradients + relation] ?? 0;
        sum += gradient * (floats[row + relation] ?? 0);
        floats[shift + row + relation] = (floats[shift + row + relation] ?? 0) + gradient * value;
      }
      floats[hidden + place] = sum;
    }
    for (let relation = 1; relation < RELATIONS.length; relation++) {
      const bias = shift + relationBias.at + relation;
      floats[bias] = (floats[bias] ?? 0) + (floats[gradients + relation] ?? 0);
    }
    arithmetic.spread(work.list.at * FLOAT, rows, ARC, hidden * FLOAT, shift * FLOAT);
    return explores ? best : gold;
  }
}

/** The gradients of the logarithm of the right class's share, of the scores `from + first` to `from + end - 1`. */
export function leaveShares(
  floats: Float32Array,
  from: number,
  into: number,
  first: number,
  end: number,
  right: number,
): void {
  let largest = Number.NEGATIVE_INFINITY;
  for (let at = first; at < end; at++) largest = Math.max(largest, floats[from + at] ?? 0);
  let total = 0;
  for (let at = first; at < end; at++) {
    const share = Math.exp((floats[from + at] ?? 0) - largest);
    floats[into + at] = share;
    total += share;
  }
  for (let at = first; at < end; at++) floats[into + at] = (floats[into + at] ?? 0) / total;
  floats[into + right] = (floats[into + right] ?? 0) - 1;
}

/** Heads as the parser's state has them: the root is the token after the last. */
function goldOf(sentence: TreebankSentence): Int32Array {
  return sentence.heads.map((head) => (head < 0 ? sentence.words.length : head));
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
