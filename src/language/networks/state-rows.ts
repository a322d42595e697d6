import { mix } from '../tagging/word-features.ts';
import type { ParserState } from '../parsing/parser-state.ts';
import { FLOAT, type Network } from './encoder.ts';
import { ARC, type Block, PAIR, ROLES, STEP, STEP_ROLES } from './layout.ts';

/** The rows of the root's and of nothing's tag in a table of tags. */
const ROOT_TAG = 60;
const NO_TAG = 61;

/** Distances that are told apart: each up to five, then coarser. */
function bucket(distance: number): number {
  if (distance < 0) return 0;
  if (distance < 6) return distance;
  if (distance < 10) return 6;
  return distance < 20 ? 7 : 8;
}

/** What a token is told by where nothing is as far as it. */
const NO_DISTANCE = 15;

function upToThree(number: number): number {
  return Math.min(Math.max(number, 0), 3);
}

/** Where the rows of a network are, for one parser state after the other. */
export class StateRows {
  readonly #network: Network;
  readonly #list: Int32Array;
  /** Where the sentence's first token is in the work space. */
  #base = 0;
  #at = 0;

  constructor(network: Network) {
    this.#network = network;
    this.#list = network.arithmetic.integers;
  }

  /** Begins a sentence whose first token is at a place of the work space. */
  start(base: number): void {
    this.#base = base;
  }

  /** Writes the places of the rows that describe the next step into the network's list, and says how many there are. */
  listStep(state: ParserState): number {
    const { stack, depth, next, size, labels, universal } = state;
    const nothing = size + 1;
    const top = depth > 0 ? (stack[depth - 1] ?? 0) : nothing;
    const below = depth > 1 ? (stack[depth - 2] ?? 0) : nothing;
    const third = depth > 2 ? (stack[depth - 3] ?? 0) : nothing;
    const { step, work } = this.#network.layout;
    const begin = work.list.at;
    this.#at = begin;
    this.#addRole(size, top, 0);
    this.#addRole(size, below, STEP);
    this.#addRole(size, third, STEP * 2);
    this.#addRole(size, next, STEP * 3);
    this.#addRole(size, next < size ? next + 1 : nothing, STEP * 4);
    const topLeft = state.leftmost[top] ?? 0;
    const topRight = state.rightmost[top] ?? 0;
    const belowRight = state.rightmost[below] ?? 0;
    const nextLeft = state.leftmost[next] ?? 0;
    this.#add(step.always, 0);
    this.#add(step.topLeftRelation, labels[topLeft]);
    this.#add(step.topRightRelation, labels[topRight]);
    this.#add(step.topRight2Relation, labels[state.rightmost2[top] ?? 0]);
    this.#add(step.belowLeftRelation, labels[state.leftmost[below] ?? 0]);
    this.#add(step.belowRightRelation, labels[belowRight]);
    this.#add(step.belowRight2Relation, labels[state.rightmost2[below] ?? 0]);
    this.#add(step.nextLeftRelation, labels[nextLeft]);
    this.#add(step.topLeftTag, tagRow(state, topLeft));
    this.#add(step.topRightTag, tagRow(state, topRight));
    this.#add(step.belowRightTag, tagRow(state, belowRight));
    this.#add(step.nextLeftTag, tagRow(state, nextLeft));
    this.#add(step.topAndNext, (universal[top] ?? 0) * PAIR + (universal[next] ?? 0));
    this.#add(step.belowAndTop, (universal[below] ?? 0) * PAIR + (universal[top] ?? 0));
    this.#add(step.topToNext, top === nothing ? NO_DISTANCE : bucket(next - top));
    this.#add(step.belowToTop, below === nothing ? NO_DISTANCE : bucket(top - below));
    this.#listSurroundings(state, top, below);
    return this.#at - begin;
  }

  /** What hangs on the tokens of a step already, and what stands between them. */
  #listSurroundings(state: ParserState, top: number, below: number): void {
    const { next, size, leftSet, rightSet, verbsBefore, marksBefore, finiteBefore, mark } = state;
    const { step } = this.#network.layout;
    const topSet = mix(leftSet[top] ?? 0, rightSet[top] ?? 0);
    const belowSet = mix(leftSet[below] ?? 0, rightSet[below] ?? 0);
    const nextSet = leftSet[next] ?? 0;
    this.#add(step.topCounts, upToThree(state.leftCount[top] ?? 0) * 4 + upToThree(state.rightCount[top] ?? 0));
    this.#add(step.belowCounts, upToThree(state.leftCount[below] ?? 0) * 4 + upToThree(state.rightCount[below] ?? 0));
    this.#fold(step.topSet, topSet);
    this.#fold(step.belowSet, belowSet);
    this.#fold(step.nextSet, nextSet);
    this.#fold(step.allSets, mix(mix(topSet, belowSet), nextSet));
    this.#fold(step.markBeforeNext, mark[next] ?? 0);
    this.#fold(step.markBeforeTop, mark[top] ?? 0);
    this.#fold(step.lastMark, mark[size] ?? 0);
    const between = (from: number, to: number): number =>
      upToThree((verbsBefore[to] ?? 0) - (verbsBefore[from] ?? 0)) * 4 +
      upToThree((marksBefore[to] ?? 0) - (marksBefore[from] ?? 0));
    this.#add(step.betweenTopAndNext, between(top, next));
    this.#add(step.betweenBelowAndTop, between(below, top));
    const finite = finiteBefore[next] ?? 0;
    this.#add(step.finiteVerbs, upToThree((finiteBefore[size] ?? 0) - finite) * 4 + upToThree(finite));
  }

  /** Writes the places of the rows that describe an arc into the network's list, and says how many there are. */
  listArc(state: ParserState, head: number, dependent: number): number {
    const { size, labels, word, universal, leftSet, rightSet, mark } = state;
    const { arc, work } = this.#network.layout;
    const begin = work.list.at;
    this.#at = begin;
    const left = state.leftmost[dependent] ?? 0;
    const left2 = state.leftmost2[dependent] ?? 0;
    const before = head > dependent ? 1 : 0;
    this.#addRole(size, head, STEP_ROLES * STEP);
    this.#addRole(size, dependent, STEP_ROLES * STEP + ARC);
    this.#addRole(size, left, STEP_ROLES * STEP + 2 * ARC);
    this.#add(arc.always, 0);
    this.#add(arc.distance, bucket(Math.abs(head - dependent)) * 2 + before);
    this.#add(arc.leftRelation, labels[left]);
    this.#add(arc.left2Relation, labels[left2]);
    this.#add(arc.rightRelation, labels[state.rightmost[dependent] ?? 0]);
    this.#fold(arc.leftWord, word[left] ?? 0);
    this.#fold(arc.left2Word, word[left2] ?? 0);
    this.#fold(arc.headSet, mix(mix(leftSet[head] ?? 0, rightSet[head] ?? 0), before));
    this.#fold(arc.leftSet, leftSet[dependent] ?? 0);
    this.#fold(arc.rightSet, rightSet[dependent] ?? 0);
    this.#fold(arc.markBefore, mark[dependent] ?? 0);
    this.#fold(arc.markAfter, mark[dependent + 1] ?? 0);
    this.#add(arc.tags, (universal[head] ?? 0) * PAIR + (universal[dependent] ?? 0));
    const low = Math.min(head, dependent);
    const high = Math.max(head, dependent);
    const verbs = upToThree((state.verbsBefore[high] ?? 0) - (state.verbsBefore[low] ?? 0));
    const marks = upToThree((state.marksBefore[high] ?? 0) - (state.marksBefore[low] ?? 0));
    this.#add(arc.between, (verbs * 4 + marks) * 2 + before);
    this.#add(arc.edge, dependent === 0 ? 1 : head === size ? 2 : 3);
    this.#add(arc.headTag, tagRow(state, head));
    this.#add(arc.dependentTag, tagRow(state, dependent));
    return this.#at - begin;
  }

  /** The numbers that a token brings to a role: those of the roles' columns from `first` on. */
  #addRole(size: number, token: number, first: number): void {
    const { work, rootRoles, noRoles } = this.#network.layout;
    const row =
      token < size ? work.roles.at + (this.#base + token) * ROLES : token === size ? rootRoles.at : noRoles.at;
    this.#list[this.#at++] = (row + first) * FLOAT;
  }

  #add({ at, width }: Block, row: number | undefined): void {
    this.#list[this.#at++] = (at + (row ?? 0) * width) * FLOAT;
  }

  /** A row chosen by a hash, which is mixed first: some hashes are only sums. */
  #fold({ at, rows, width }: Block, hash: number): void {
    this.#list[this.#at++] = (at + (mix(1, hash) & (rows - 1)) * width) * FLOAT;
  }
}

/** The row of a token's Penn tag: of the root and of nothing too. */
function tagRow(state: ParserState, token: number): number {
  if (token < state.size) return state.penn[token] ?? 0;
  return token === state.size ? ROOT_TAG : NO_TAG;
}
