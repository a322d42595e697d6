import type { Sentence } from '../document.ts';
import { FeatureTable } from '../classifiers/feature-table.ts';
import type { LinearModel } from '../classifiers/linear-model.ts';
import { mix, type WordFeatures } from './word-features.ts';

/** More features than any token has. */
export const MOST_TAG_FEATURES = 64;

/** The score of the class of a word that is as good as always of it: about that of a plain case. */
const SURE_VOTE = 500;

/** What stands outside the sentence, as a word and as a tag. */
const OUTSIDE = 0x51ed270b;

/**
 * Writes the features of one token into `into` and says how many there are: words around it, its own endings, shape and
 * known tags, and the two tags before it. The numbers of the templates are part of what a model means.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of templates, a line each, that hides nothing
export function tagFeatures(
  words: WordFeatures,
  { first, last }: Sentence,
  token: number,
  tags: Uint8Array,
  into: Int32Array,
): number {
  const word = words.word[token] ?? 0;
  const left = token > first ? (words.word[token - 1] ?? 0) : OUTSIDE;
  const left2 = token > first + 1 ? (words.word[token - 2] ?? 0) : OUTSIDE;
  const right = token < last ? (words.word[token + 1] ?? 0) : OUTSIDE;
  const right2 = token < last - 1 ? (words.word[token + 2] ?? 0) : OUTSIDE;
  const tag1 = token > first ? (tags[token - 1] ?? 0) + 1 : 0;
  const tag2 = token > first + 1 ? (tags[token - 2] ?? 0) + 1 : 0;
  const own = words.forms[token] ?? 0;
  const next = token < last ? (words.forms[token + 1] ?? 0) : OUTSIDE;
  const next2 = token < last - 1 ? (words.forms[token + 2] ?? 0) : OUTSIDE;
  const shape = words.shape[token] ?? 0;
  const suffix2 = words.suffix2[token] ?? 0;
  const suffix3 = words.suffix3[token] ?? 0;
  const nextSuffix3 = token < last ? (words.suffix3[token + 1] ?? 0) : OUTSIDE;
  const nextSuffix2 = token < last ? (words.suffix2[token + 1] ?? 0) : OUTSIDE;
  const leftSuffix3 = token > first ? (words.suffix3[token - 1] ?? 0) : OUTSIDE;
  const casing = (words.casing[token] ?? 0) + 4 * (words.sentenceCasing[token] ?? 0) + (token === first ? 16 : 0);
  const nextShape = token < last ? (words.shape[token + 1] ?? 0) : OUTSIDE;
  const nextCasing = token < last ? (words.casing[token + 1] ?? 0) : 7;
  const leftCasing = token > first ? (words.casing[token - 1] ?? 0) : 7;
  const tags12 = tag1 * 128 + tag2;
  let at = 0;
  into[at++] = 1;
  into[at++] = mix(2, word);
  into[at++] = mix(3, left);
  into[at++] = mix(4, right);
  into[at++] = mix(5, left2);
  into[at++] = mix(6, right2);
  into[at++] = mix(mix(7, left), word);
  into[at++] = mix(mix(8, word), right);
  into[at++] = mix(mix(9, left), right);
  into[at++] = mix(10, words.suffix1[token] ?? 0);
  into[at++] = mix(11, suffix2);
  into[at++] = mix(12, suffix3);
  into[at++] = mix(13, words.suffix4[token] ?? 0);
  into[at++] = mix(14, words.prefix1[token] ?? 0);
  into[at++] = mix(15, words.prefix2[token] ?? 0);
  into[at++] = mix(16, words.prefix3[token] ?? 0);
  into[at++] = mix(17, shape);
  into[at++] = mix(mix(18, shape), casing);
  into[at++] = mix(mix(19, casing), suffix2);
  into[at++] = mix(mix(20, casing), word);
  into[at++] = mix(21, nextSuffix3);
  into[at++] = mix(22, leftSuffix3);
  into[at++] = mix(mix(23, nextShape), tag1);
  into[at++] = mix(24, own);
  into[at++] = mix(25, next);
  into[at++] = mix(mix(26, next), next2);
  into[at++] = mix(mix(27, own), next);
  into[at++] = mix(mix(28, tag1), next);
  into[at++] = mix(mix(29, tag1), own);
  into[at++] = mix(mix(30, tags12), own);
  into[at++] = mix(mix(31, mix(tag1, own)), next);
  into[at++] = mix(32, tag1);
  into[at++] = mix(33, tags12);
  into[at++] = mix(mix(34, tag1), word);
  into[at++] = mix(mix(35, tags12), word);
  into[at++] = mix(mix(36, tag1), suffix3);
  into[at++] = mix(mix(37, tag1), mix(suffix2, casing));
  into[at++] = mix(mix(38, tag1), right);
  into[at++] = mix(mix(39, tag1), nextSuffix2);
  into[at++] = mix(mix(40, suffix3), nextSuffix2);
  into[at++] = mix(mix(41, mix(tag2, left)), own);
  into[at++] = mix(mix(42, casing), leftCasing * 8 + nextCasing);
  into[at++] = mix(mix(43, word), mix(right, right2));
  into[at++] = mix(mix(44, mix(casing, suffix3)), nextCasing);
  into[at++] = mix(mix(45, own), casing);
  into[at++] = mix(mix(46, own), mix(suffix2, next));
  into[at++] = mix(mix(47, mix(own, casing)), mix(leftCasing * 8 + nextCasing, tag1));
  into[at++] = mix(mix(48, own), left);
  into[at++] = mix(mix(49, own), right);
  into[at++] = mix(mix(50, words.senses[token] ?? 0), casing);
  return at;
}

/**
 * Words without a capital that are as good as always of one class (`the`, `would`, a comma): three tokens of ten, whose
 * class nothing around them changes.
 */
export class SureWords {
  readonly #table: FeatureTable;

  /** Of the words' hashes, as `encodeKeys` writes them, and the class of each. */
  constructor(keys: Uint8Array, classes: Uint8Array) {
    this.#table = new FeatureTable(keys, Int32Array.from(classes));
  }

  /** The class of a token; -1 where it depends on what stands around it. */
  classOf(words: WordFeatures, token: number): number {
    return words.casing[token] === 0 ? this.#table.meaningOf(words.word[token] ?? 0) : -1;
  }
}

/**
 * Gives the tokens of one sentence their classes, left to right, the best at each step that the token can be; `classes`
 * is written in place, and so are `votes`, the scores of every class of every token.
 */
export function tagSentence(
  { classifier, sure }: { readonly classifier: LinearModel; readonly sure: SureWords },
  words: WordFeatures,
  sentence: Sentence,
  classes: Uint8Array,
  scratch: TagScratch,
  canBe: (token: number, kind: number) => boolean,
  votes: Int32Array,
): void {
  for (let token = sentence.first; token <= sentence.last; token++) {
    const known = sure.classOf(words, token);
    if (known >= 0) {
      classes[token] = known;
      votes[token * classifier.classes + known] = SURE_VOTE;
      continue;
    }
    const count = tagFeatures(words, sentence, token, classes, scratch.features);
    classifier.score(scratch.features, count, scratch.scores);
    votes.set(scratch.scores, token * classifier.classes);
    let best = indexOfLargest(scratch.scores);
    for (let tries = 1; tries < scratch.scores.length && !canBe(token, best); tries++) {
      scratch.scores[best] = -0x80000000;
      best = indexOfLargest(scratch.scores);
    }
    classes[token] = best;
  }
}

/** Room for one token's features and scores, used again for every token. */
export interface TagScratch {
  readonly features: Int32Array;
  readonly scores: Int32Array;
}

export function makeTagScratch(classes: number): TagScratch {
  return { features: new Int32Array(MOST_TAG_FEATURES), scores: new Int32Array(classes) };
}

function indexOfLargest(scores: Int32Array): number {
  let best = 0;
  for (let at = 1; at < scores.length; at++) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at;
  return best;
}
