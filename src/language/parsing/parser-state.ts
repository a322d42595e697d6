import { isFiniteTag, PENN_TAGS } from '../tags.ts';
import type { WordFeatures } from '../tagging/word-features.ts';
import { mix } from '../tagging/word-features.ts';

export const SHIFT = 0;
/** The word on top of the stack becomes a dependent of the next word. */
export const LEFT = 1;
/** The word on top of the stack becomes a dependent of the one below it. */
export const RIGHT = 2;
export const TRANSITIONS = 3;

/** What the parser reads of the tagged tokens. */
export interface ParserInput {
  readonly words: WordFeatures;
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
}

const FINITE = Uint8Array.from(PENN_TAGS, (tag) => (isFiniteTag(tag) ? 1 : 0));
const PUNCTUATION = 12;
const VERB = 15;

/**
 * The state of an arc-hybrid parse of one sentence (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, the words to
 * come, and the arcs made. Tokens are numbered from 0 within the sentence; `size` is the root, which stands after the
 * last token, and `size + 1` is nothing. The columns are used again from sentence to sentence.
 */
export class ParserState {
  size = 0;
  next = 0;
  depth = 0;
  stack = new Int32Array(64);
  word = new Int32Array(64);
  penn = new Int32Array(64);
  universal = new Int32Array(64);
  heads = new Int32Array(64);
  labels = new Int32Array(64);
  leftmost = new Int32Array(64);
  leftmost2 = new Int32Array(64);
  rightmost = new Int32Array(64);
  rightmost2 = new Int32Array(64);
  leftCount = new Int32Array(64);
  rightCount = new Int32Array(64);
  leftSet = new Int32Array(64);
  rightSet = new Int32Array(64);
  /** How many verbs and how many punctuation marks stand before each token. */
  verbsBefore = new Int32Array(64);
  marksBefore = new Int32Array(64);
  /** How many finite verbs and modals stand before each token. */
  finiteBefore = new Int32Array(64);
  /** The run of punctuation that ends before a token, as a hash; 0 for none. */
  mark = new Int32Array(64);

  /** Begins the sentence of the tokens `first` to `last`. */
  start(input: ParserInput, first: number, last: number): void {
    if (last - first + 3 > this.stack.length) this.#grow(last - first + 3);
    this.next = 0;
    this.depth = 0;
    const { words, penn, universal } = input;
    let verbs = 0;
    let marks = 0;
    let finite = 0;
    let mark = 0;
    for (let token = first; token <= last; token++) {
      const at = token - first;
      const part = universal[token];
      this.word[at] = words.word[token] ?? 0;
      this.penn[at] = penn[token] ?? 0;
      this.universal[at] = part ?? 0;
      this.verbsBefore[at] = verbs;
      this.mark[at] = mark;
      this.marksBefore[at] = marks;
      this.finiteBefore[at] = finite;
      if (FINITE[penn[token] ?? 0] === 1) finite++;
      if (part === VERB) verbs++;
      if (part === PUNCTUATION) marks++;
      mark = part === PUNCTUATION ? mix(mark, words.word[token] ?? 0) : 0;
    }
    const size = last - first + 1;
    this.size = size;
    this.mark[size] = mark;
    this.mark[size + 1] = 0;
    this.verbsBefore[size] = verbs;
    this.marksBefore[size] = marks;
    this.finiteBefore[size] = finite;
    this.verbsBefore[size + 1] = verbs;
    this.marksBefore[size + 1] = marks;
    this.word[size] = 0x1234567;
    this.word[size + 1] = 0x7654321;
    this.universal.fill(20, size, size + 2);
    const nothing = size + 1;
    const used = size + 2;
    this.heads.fill(-1, 0, used);
    this.labels.fill(0, 0, used);
    this.leftmost.fill(nothing, 0, used);
    this.leftmost2.fill(nothing, 0, used);
    this.rightmost.fill(nothing, 0, used);
    this.rightmost2.fill(nothing, 0, used);
    this.leftCount.fill(0, 0, used);
    this.rightCount.fill(0, 0, used);
    this.leftSet.fill(0, 0, used);
    this.rightSet.fill(0, 0, used);
  }

  get finished(): boolean {
    return this.next === this.size && this.depth === 0;
  }

  canShift(): boolean {
    return this.next < this.size;
  }

  /** Only one word may depend on the root. */
  canLeft(): boolean {
    return this.depth > 0 && (this.next < this.size || this.depth === 1);
  }

  canRight(): boolean {
    return this.depth > 1;
  }

  shift(): void {
    this.stack[this.depth++] = this.next++;
  }

  /** Makes the arc of LEFT or RIGHT with its label and takes the dependent off the stack. */
  attach(transition: number, label: number): void {
    const dependent = this.stack[--this.depth] ?? 0;
    const head = transition === LEFT ? this.next : (this.stack[this.depth - 1] ?? 0);
    this.heads[dependent] = head;
    this.labels[dependent] = label + 1;
    if (transition === LEFT) {
      this.leftmost2[head] = this.leftmost[head] ?? 0;
      this.leftmost[head] = dependent;
      this.leftCount[head] = (this.leftCount[head] ?? 0) + 1;
      this.leftSet[head] = (this.leftSet[head] ?? 0) + mix(91, label + 1);
    } else {
      this.rightmost2[head] = this.rightmost[head] ?? 0;
      this.rightmost[head] = dependent;
      this.rightCount[head] = (this.rightCount[head] ?? 0) + 1;
      this.rightSet[head] = (this.rightSet[head] ?? 0) + mix(92, label + 1);
    }
  }

  #grow(needed: number): void {
    const length = Math.max(needed, this.stack.length * 2);
    for (const column of COLUMNS) this[column] = new Int32Array(length);
  }
}

const COLUMNS = [
  'stack',
  'word',
  'penn',
  'universal',
  'heads',
  'labels',
  'leftmost',
  'leftmost2',
  'rightmost',
  'rightmost2',
  'leftCount',
  'rightCount',
  'leftSet',
  'rightSet',
  'verbsBefore',
  'marksBefore',
  'finiteBefore',
  'mark',
] as const;
