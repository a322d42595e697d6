import type { ParserInput } from './parser-state.ts';
import type { ThreeWayModel } from '../classifiers/three-way-model.ts';
import { mix } from '../tagging/word-features.ts';

/**
 * Where a mark can be attached: the largest phrase that ends before it, the one that begins after it, or what both
 * depend on.
 */
export const TO_LEFT = 0;
export const TO_RIGHT = 1;
export const TO_PARENT = 2;
/** More features than any mark has. */
export const MOST_MARK_FEATURES = 16;

/** The choices for one mark, as tokens; -1 where there is none. */
export interface MarkPlaces {
  left: number;
  right: number;
}

/** Room for the extents of the phrases of one sentence. */
export class PhraseExtents {
  first = 0;
  from = new Int32Array(64);
  to = new Int32Array(64);

  /**
   * Finds the first and last word under each word of a sentence; tokens whose head is below `first` are marks or the
   * root.
   */
  measure(heads: Int32Array, isMark: (token: number) => boolean, first: number, last: number): void {
    const length = last - first + 1;
    if (length > this.from.length) {
      this.from = new Int32Array(length * 2);
      this.to = new Int32Array(length * 2);
    }
    this.first = first;
    for (let token = first; token <= last; token++) {
      this.from[token - first] = token;
      this.to[token - first] = token;
    }
    for (let token = first; token <= last; token++) {
      if (isMark(token)) continue;
      let above = heads[token] ?? -1;
      for (let steps = 0; above >= first && steps < length; steps++) {
        if ((this.from[above - first] ?? 0) > token) this.from[above - first] = token;
        if ((this.to[above - first] ?? 0) < token) this.to[above - first] = token;
        above = heads[above] ?? -1;
      }
    }
  }

  /** The places for the mark at `token`: the top of the phrases that end left and begin right of it. */
  places(
    heads: Int32Array,
    isMark: (token: number) => boolean,
    token: number,
    first: number,
    last: number,
    into: MarkPlaces,
  ): void {
    let left = token - 1;
    while (left >= first && isMark(left)) left--;
    let right = token + 1;
    while (right <= last && isMark(right)) right++;
    into.left = left < first ? -1 : left;
    into.right = right > last ? -1 : right;
    for (
      let above = heads[into.left] ?? -1;
      into.left >= 0 && above >= first && (this.to[above - first] ?? 0) < token;
      above = heads[above] ?? -1
    )
      into.left = above;
    for (
      let above = heads[into.right] ?? -1;
      into.right >= 0 && above >= first && (this.from[above - first] ?? 0) > token;
      above = heads[above] ?? -1
    )
      into.right = above;
  }
}

/** Writes the features of a mark's choice into `into` and says how many there are. */
export function markFeatures(
  input: ParserInput,
  heads: Int32Array,
  relations: Uint8Array,
  token: number,
  { left, right }: MarkPlaces,
  into: Int32Array,
): number {
  const word = input.words.word[token] ?? 0;
  const leftTag = (input.penn[left] ?? 0) + 1;
  const rightTag = (input.penn[right] ?? 0) + 1;
  const leftRelation = (relations[left] ?? 0) + 1;
  const rightRelation = (relations[right] ?? 0) + 1;
  const above =
    heads[right] === left
      ? 1
      : heads[left] === right
        ? 2
        : heads[left] === heads[right]
          ? 3
          : (heads[right] ?? 0) < token
            ? 4
            : 5;
  const leftWord = input.words.word[token - 1] ?? 0;
  const rightWord = input.words.word[token + 1] ?? 0;
  let at = 0;
  into[at++] = mix(401, word);
  into[at++] = mix(mix(402, word), above);
  into[at++] = mix(mix(403, word), mix(above, leftRelation));
  into[at++] = mix(mix(404, word), mix(above, rightRelation));
  into[at++] = mix(mix(405, word), mix(above, leftRelation * 64 + rightRelation));
  into[at++] = mix(mix(406, word), mix(above, leftTag * 64 + rightTag));
  into[at++] = mix(mix(407, word), mix(leftTag * 64 + leftRelation, above));
  into[at++] = mix(mix(408, word), mix(rightTag * 64 + rightRelation, above));
  into[at++] = mix(mix(409, word), mix(leftWord, above));
  into[at++] = mix(mix(410, word), mix(rightWord, above));
  into[at++] = mix(mix(411, word), mix(input.words.word[left] ?? 0, above));
  into[at++] = mix(mix(412, word), mix(input.words.word[right] ?? 0, above));
  into[at++] = mix(mix(413, word), mix((input.penn[token - 1] ?? 0) * 64 + (input.penn[token + 1] ?? 0), above));
  into[at++] = mix(
    mix(414, word),
    mix(leftRelation * 64 + rightRelation, mix(Math.min(token - left, 8), Math.min(right - token, 8))),
  );
  return at;
}

const OPENING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['‘', '’'],
  ['«', '»'],
  ['„', '“'],
  ['``', "''"],
]);

/**
 * For each mark of a sentence that closes a pair, the mark that opened it; -1 for the others. Brackets nest; straight
 * quotes alternate.
 */
export function pairMarks(
  markAt: (token: number) => string,
  isMark: (token: number) => boolean,
  first: number,
  last: number,
  opened: Int32Array,
): void {
  const stack: { token: number; closing: string }[] = [];
  let straight = -1;
  for (let token = first; token <= last; token++) {
    opened[token - first] = -1;
    if (!isMark(token)) continue;
    const mark = markAt(token);
    if (mark === '"') {
      if (straight >= 0) opened[token - first] = straight;
      straight = straight >= 0 ? -1 : token;
      continue;
    }
    const top = stack.at(-1);
    if (top !== undefined && top.closing === mark) {
      opened[token - first] = top.token;
      stack.pop();
      continue;
    }
    const closing = OPENING.get(mark);
    if (closing !== undefined) stack.push({ token, closing });
  }
}

/** The place a model chooses, of those there are. */
export function choosePlace(
  model: ThreeWayModel,
  features: Int32Array,
  count: number,
  scores: Int32Array,
  { left, right }: MarkPlaces,
  siblings: boolean,
): number {
  if (left < 0) return TO_RIGHT;
  if (right < 0) return TO_LEFT;
  model.score(features, count, scores);
  let best = (scores[TO_RIGHT] ?? 0) > (scores[TO_LEFT] ?? 0) ? TO_RIGHT : TO_LEFT;
  if (siblings && (scores[TO_PARENT] ?? 0) > (scores[best] ?? 0)) best = TO_PARENT;
  return best;
}
