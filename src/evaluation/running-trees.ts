import type { Document } from '../language/document.ts';
import type { TreebankSentence } from '../training/treebank.ts';
import type { Figure } from './figures.ts';
import { groupByDocument, joinSentences } from './gold-text.ts';

/**
 * How many tokens of a treebank there are, and how many of them came out right; labelled arcs are right with their
 * heads.
 */
interface TreeCounts {
  gold: number;
  found: number;
  tags: number;
  arcs: number;
  labelled: number;
  /** Of the sentences that begin and end as in the treebank. */
  inSentences: number;
  labelledInSentences: number;
}

/**
 * Penn tags and arcs as the reading uses them: on running text, document by document, of all tokens of the treebank. A
 * token that is not found with the same borders counts as wrong, and so does an arc to or from one. Other figures leave
 * out the tokens that were not found, and the sentences that were not found with the same borders: the web's texts have
 * many that only a line break ended, which the treebank does not keep.
 */
export function scoreTrees(
  data: string,
  treebank: readonly TreebankSentence[],
  read: (text: string) => Document,
  asked: { readonly tags?: readonly [number, number]; readonly arcs?: readonly [number, number] } = {},
): Figure[] {
  const counts = { gold: 0, found: 0, tags: 0, arcs: 0, labelled: 0, inSentences: 0, labelledInSentences: 0 };
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
    { measure: 'arcs with relations (LAS), of all words', data, value: ofAll(counts.labelled) },
    {
      measure: 'arcs with relations (LAS), in sentences found',
      data,
      value: (100 * counts.labelledInSentences) / (counts.inSentences || 1),
      ...targets(asked.arcs),
    },
  ];
}

function countTrees(
  sentences: readonly TreebankSentence[],
  read: (text: string) => Document,
  counts: TreeCounts,
): void {
  const { text, starts, ends, numbers } = joinSentences(sentences);
  const { tokens, sentences: found } = read(text);
  const tokenAt = new Map(Array.from(tokens.start, (start, token) => [`${start}-${tokens.end[token]}`, token]));
  const tokenOf = new Map(numbers.map((number, at) => [number, tokenAt.get(`${starts[at]}-${ends[at]}`)]));
  const ranges = new Set(found.map(({ first, last }) => `${first}-${last}`));
  let before = 0;
  for (const { words, penn, heads, relations } of sentences) {
    const first = tokenOf.get(before);
    const last = tokenOf.get(before + words.length - 1);
    const isFound = ranges.has(`${first}-${last}`) && (last ?? 0) - (first ?? 0) === words.length - 1;
    for (const place of words.keys()) {
      if (isFound) counts.inSentences += 1;
      if (!tokenOf.has(before + place)) continue;
      counts.gold += 1;
      const token = tokenOf.get(before + place);
      if (token === undefined) continue;
      counts.found += 1;
      if (tokens.penn[token] === penn[place]) counts.tags += 1;
      const head = heads[place] ?? -1;
      if (tokens.heads[token] !== (head < 0 ? -1 : tokenOf.get(before + head))) continue;
      counts.arcs += 1;
      if (tokens.relations[token] !== relations[place]) continue;
      counts.labelled += 1;
      if (isFound) counts.labelledInSentences += 1;
    }
    before += words.length;
  }
}
