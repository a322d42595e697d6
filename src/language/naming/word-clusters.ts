import { FeatureTable } from '../classifiers/feature-table.ts';
import { readModelFile } from '../classifiers/model-file.ts';

/**
 * Groups of words that stand in the same company (`Nairobi`, `Kampala`; `minister`, `governor`), as public word vectors
 * tell it. Each group is cut into narrower ones twice, so that a word has a group of each width.
 */
export interface WordClusters {
  /** The narrowest group of a word, by the hash that `WordFeatures.word` holds; -1 for words that are in none. */
  find(word: number): number;
}

/** How many groups the next wider one is cut into. */
export const CLUSTER_PARTS = 5;

let loaded: WordClusters | undefined;

/** The groups of the package, read at the first call. */
export function openClusters(): WordClusters {
  if (!loaded) {
    const file = readModelFile('clusters');
    const low = file.column('low');
    const high = file.column('high');
    const table = new FeatureTable(
      file.column('keys'),
      Int32Array.from(low, (byte, row) => byte + 256 * (high[row] ?? 0)),
    );
    loaded = { find: (word) => table.meaningOf(word) };
  }
  return loaded;
}
