import type { Document } from '../language/document.ts';
import type { TreebankSentence } from '../training/treebank.ts';
import type { Figure } from './figures.ts';
import { groupByDocument, joinSentences } from './gold-text.ts';

/** How many tokens of a treebank there are, and how many of them came out right; labelled arcs are right with their heads. */
interface TreeCounts {
  gold: number;
  found: number;
  tags: number;
  arcs: number;
  labelled: number;
}

/**
 * Penn tags and arcs as the reading uses them: on running text, document by document, of all tokens of the treebank. A
 * token that is not found with the same borders counts as wrong, and so does an arc to or from one; a second figure of
 * each leaves out the tokens that were not found.
 */
export function scoreTrees(
  data: string,
  treebank: readonly TreebankSentence[],
  read: (text: string) => Document,
  asked: { readonly tags?: readonly [number, number]; readonly arcs?: readonly [number, number] } = {},
): Figure[] {
  const counts: TreeCounts = { gold: 0, found: 0, tags: 0, arcs: 0, labelled: 0 };
  for (const sentences of groupByDocument(treebank)) countTrees(sentences, read, counts);
  const ofAll = (part: number): number => (100 * part) / (counts.gold || 1);
  const ofFound = (part: number): number => (100 * part) / (counts.found || 1);
  const targets = (goal?: readonly [number, number]): Pick<Figure, 'atLeast' | 'aim'> =>
    goal ? { atLeast: goal[0], aim: goal[1] } : {};
  return [
    { measure: 'Penn tags, of words found', data, value: ofFound(counts.tags), ...targets(asked.tags) },
    { measure: 'Penn tags, of all words', data, value: ofAll(counts.tags) },
    { measure: 'arcs (UAS), of all words', data, value: ofAll(counts.arcs) },
    { measure: 'arcs with relations (LAS), of words found', data, value: ofFound(counts.labelled) },
    { measure: 'arcs with relations (LAS), of all words', data, value: ofAll(counts.labelled), ...targets(asked.arcs) },
  ];
}

function countTrees(
  sentences: readonly TreebankSentence[],
  read: (text: string) => Document,
  counts: TreeCounts,
): void {
  const { text, starts, ends, numbers } = joinSentences(sentences);
  const { tokens } = read(text);
  const tokenAt = new Map(Array.from(tokens.start, (start, token) => [`${start}-${tokens.end[token]}`, token]));
  const tokenOf = new Map(numbers.map((number, at) => [number, tokenAt.get(`${starts[at]}-${ends[at]}`)]));
  let before = 0;
  for (const { words, penn, heads, relations } of sentences) {
    for (const place of words.keys()) {
      if (!tokenOf.has(before + place)) continue;
      counts.gold += 1;
      const token = tokenOf.get(before + place);
      if (token === undefined) continue;
      counts.found += 1;
      if (tokens.penn[token] === penn[place]) counts.tags += 1;
      const head = heads[place] ?? -1;
      if (tokens.heads[token] !== (head < 0 ? -1 : tokenOf.get(before + head))) continue;
      counts.arcs += 1;
      if (tokens.relations[token] === relations[place]) counts.labelled += 1;
    }
    before += words.length;
  }
}
