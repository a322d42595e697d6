import { joinColumn } from './segmented-treebank.ts';
import type { TreebankSentence } from './treebank.ts';

/** The pairs of Penn and universal tags that occur, most frequent first; rare ones are mistakes and are left out. */
export function collectPairs(sentences: readonly TreebankSentence[]): number[] {
  const counts = new Map<number, number>();
  for (const sentence of sentences) {
    sentence.penn.forEach((penn, at) => {
      const pair = (penn << 8) | (sentence.universal[at] ?? 0);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    });
  }
  const seenPenn = new Set<number>();
  return [...counts]
    .sort((left, right) => right[1] - left[1])
    .filter(([pair, count]) => {
      const firstOfTag = !seenPenn.has(pair >> 8);
      seenPenn.add(pair >> 8);
      return count >= 25 || firstOfTag;
    })
    .map(([pair]) => pair);
}

/** The class of every token: its pair of tags, or the most frequent with its Penn tag. */
export function goldClasses(sentences: readonly TreebankSentence[], pairs: readonly number[]): Uint8Array {
  const penn = joinColumn(sentences, 'penn');
  const universal = joinColumn(sentences, 'universal');
  const numberOf = new Map(pairs.map((pair, number) => [pair, number]));
  const byPenn = new Map<number, number>();
  pairs.forEach((pair, number) => {
    if (!byPenn.has(pair >> 8)) byPenn.set(pair >> 8, number);
  });
  return penn.map((tag, token) => numberOf.get((tag << 8) | (universal[token] ?? 0)) ?? byPenn.get(tag) ?? 0);
}
