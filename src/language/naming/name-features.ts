import type { Sentence } from '../document.ts';
import { mix } from '../tagging/word-features.ts';
import { CUE_BITS } from './name-candidates.ts';
import type { Prepared } from './prepared-names.ts';
import { CLUSTER_PARTS } from './word-clusters.ts';

/** More features than any token has. */
export const MOST_NAME_FEATURES = 160;

/**
 * What a first reading of the document found of each word: for the hash of a word, the type it was mostly read as (1 to
 * 3) with `OPENS` or `CLOSES` added; 0 for none.
 */
export type DocumentMemory = ReadonlyMap<number, number>;

/** Added to a remembered type where the word mostly opens names of several words, or closes them. */
export const OPENS = 4;
export const CLOSES = 8;

const OUTSIDE = 0x3c6ef372;

/**
 * Writes the features of one token into `into` and says how many there are. The label before it is not among them:
 * transitions are learned apart, so that the best sequence can be searched for. The numbers of the templates are part
 * of what a model means.
 */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: a list of templates, a line each, that hides nothing
export function nameFeatures(
  { tagged, cues, clusters, company, rowFirst, rowLast }: Prepared,
  memory: DocumentMemory,
  { first, last }: Sentence,
  token: number,
  into: Int32Array,
): number {
  const { words, penn } = tagged;
  const narrowOf = (at: number): number => (at < first || at > last ? -2 : (clusters[at] ?? -1));
  const wordOf = (at: number): number => (at < first || at > last ? OUTSIDE : (words.word[at] ?? 0));
  const cueOf = (at: number): number => (at < first || at > last ? 0xffff : (cues[at] ?? 0));
  const tagOf = (at: number): number => (at < first || at > last ? 99 : (penn[at] ?? 0));
  const shapeOf = (at: number): number => (at < first || at > last ? OUTSIDE : (words.shape[at] ?? 0));
  const casingOf = (at: number): number => (at < first || at > last ? 7 : (words.casing[at] ?? 0));
  const word = wordOf(token);
  const cue = cueOf(token);
  const casing = casingOf(token) + 4 * (words.sentenceCasing[token] ?? 0) + (token === first ? 16 : 0);
  const role = memory.get(word) ?? 0;
  const roleLeft = memory.get(wordOf(token - 1)) ?? 0;
  const known = role & 3;
  const knownLeft = roleLeft & 3;
  const roleRight = memory.get(wordOf(token + 1)) ?? 0;
  const knownRight = roleRight & 3;
  let at = 0;
  into[at++] = 1;
  into[at++] = mix(2, word);
  into[at++] = mix(3, wordOf(token - 1));
  into[at++] = mix(4, wordOf(token + 1));
  into[at++] = mix(5, wordOf(token - 2));
  into[at++] = mix(6, wordOf(token + 2));
  into[at++] = mix(mix(7, wordOf(token - 1)), word);
  into[at++] = mix(mix(8, word), wordOf(token + 1));
  into[at++] = mix(9, words.suffix2[token] ?? 0);
  into[at++] = mix(10, words.suffix3[token] ?? 0);
  into[at++] = mix(11, words.suffix4[token] ?? 0);
  into[at++] = mix(12, words.prefix2[token] ?? 0);
  into[at++] = mix(13, words.prefix3[token] ?? 0);
  into[at++] = mix(14, shapeOf(token));
  into[at++] = mix(mix(15, shapeOf(token - 1)), mix(shapeOf(token), shapeOf(token + 1)));
  into[at++] = mix(16, casing);
  into[at++] = mix(mix(17, casing), word);
  into[at++] = mix(18, tagOf(token));
  into[at++] = mix(mix(19, tagOf(token - 1)), tagOf(token));
  into[at++] = mix(mix(20, tagOf(token)), tagOf(token + 1));
  into[at++] = mix(mix(21, tagOf(token - 1)), tagOf(token + 1) * 64 + tagOf(token));
  into[at++] = mix(22, cue);
  into[at++] = mix(mix(23, cueOf(token - 1)), cue);
  into[at++] = mix(mix(24, cue), cueOf(token + 1));
  into[at++] = mix(mix(25, cueOf(token - 1)), mix(cue, cueOf(token + 1)));
  into[at++] = mix(mix(26, casing), cue);
  into[at++] = mix(mix(27, cue), wordOf(token - 1));
  into[at++] = mix(mix(28, cue), wordOf(token + 1));
  into[at++] = mix(mix(29, cueOf(token + 1)), wordOf(token + 1));
  into[at++] = mix(mix(30, cueOf(token - 1)), wordOf(token - 1));
  into[at++] = mix(mix(31, wordOf(token - 2)), wordOf(token - 1));
  into[at++] = mix(mix(32, wordOf(token + 1)), wordOf(token + 2));
  into[at++] = mix(33, tagOf(token + 2) * 64 + tagOf(token - 2));
  into[at++] = mix(mix(34, cueOf(token + 2)), cueOf(token + 1));
  into[at++] = mix(mix(35, cueOf(token - 2)), cueOf(token - 1));
  into[at++] = mix(36, known);
  into[at++] = mix(mix(37, known), casing);
  into[at++] = mix(mix(38, known), knownLeft * 4 + knownRight);
  into[at++] = mix(mix(39, known), cue);
  into[at++] = mix(mix(40, casingOf(token - 1) * 8 + casingOf(token + 1)), casing);
  into[at++] = mix(mix(41, words.suffix3[token] ?? 0), casing);
  into[at++] = mix(mix(42, wordOf(token - 1)), shapeOf(token));
  into[at++] = mix(mix(43, wordOf(token + 1)), shapeOf(token));
  into[at++] = mix(44, role * 16 + roleLeft);
  into[at++] = mix(45, role * 16 + roleRight);
  into[at++] = mix(mix(46, role), cue);
  const narrow = narrowOf(token);
  const narrowLeft = narrowOf(token - 1);
  const narrowRight = narrowOf(token + 1);
  const middle = widen(narrow);
  const middleLeft = widen(narrowLeft);
  const middleRight = widen(narrowRight);
  const broad = widen(middle);
  into[at++] = mix(60, narrow);
  into[at++] = mix(61, middle);
  into[at++] = mix(62, broad);
  into[at++] = mix(63, narrowLeft);
  into[at++] = mix(64, middleLeft);
  into[at++] = mix(65, narrowRight);
  into[at++] = mix(66, middleRight);
  into[at++] = mix(67, widen(narrowOf(token - 2)));
  into[at++] = mix(68, widen(narrowOf(token + 2)));
  into[at++] = mix(mix(69, broad), widen(middleLeft));
  into[at++] = mix(mix(70, broad), widen(middleRight));
  into[at++] = mix(mix(71, widen(middleLeft)), widen(middleRight));
  into[at++] = mix(mix(72, middle), casing);
  into[at++] = mix(mix(73, cue), middleLeft);
  into[at++] = mix(mix(74, cue), middleRight);
  const elsewhere = company[token] ?? 0;
  into[at++] = mix(75, elsewhere);
  into[at++] = mix(mix(76, elsewhere), casing);
  into[at++] = mix(mix(77, elsewhere), cue);
  const opens = rowFirst[token] ?? token;
  const closes = rowLast[token] ?? token;
  const fromOpen = Math.min(token - opens, 4);
  const toClose = Math.min(closes - token, 4);
  into[at++] = mix(80, fromOpen * 8 + toClose);
  into[at++] = mix(mix(81, fromOpen), wordOf(opens));
  into[at++] = mix(mix(82, toClose), wordOf(closes));
  into[at++] = mix(mix(83, toClose), cueOf(closes));
  into[at++] = mix(mix(84, fromOpen), cueOf(opens));
  into[at++] = mix(mix(85, toClose), widen(narrowOf(closes)));
  into[at++] = mix(mix(86, fromOpen), wordOf(opens - 1));
  into[at++] = mix(mix(87, toClose), wordOf(closes + 1));
  into[at++] = mix(mix(88, fromOpen), widen(narrowOf(opens - 1)));
  into[at++] = mix(mix(89, toClose), widen(narrowOf(closes + 1)));
  for (let bit = 1; bit < 1 << CUE_BITS; bit <<= 1) {
    if (cue & bit) into[at++] = mix(50, bit);
    if (cueOf(token - 1) & bit) into[at++] = mix(51, bit);
    if (cueOf(token + 1) & bit) into[at++] = mix(52, bit);
  }
  return at;
}

/** The next wider group of words. */
function widen(cluster: number): number {
  return cluster < 0 ? cluster : Math.floor(cluster / CLUSTER_PARTS);
}
