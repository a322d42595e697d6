import { encodeModel } from '../language/classifiers/model-file.ts';
import type { NetworkInput } from '../language/networks/encoder.ts';
import type { Segmented } from '../language/text/sentences.ts';
import { encodeReader } from './encode-network.ts';
import { collectPairs } from './tag-pairs.ts';
import { trainNetwork } from './train-network.ts';
import type { TreebankSentence } from './treebank.ts';
import type { WordVectors } from './word-vectors.ts';

export interface ParserOptions {
  readonly seed: number;
  readonly epochs: number;
  readonly vectors: WordVectors;
  /** About how many tokens are learned from at once. */
  readonly batch?: number;
  readonly log: (line: string) => void;
}

/**
 * Trains the parser on sentences with predicted tags, and gives the model file's bytes, uncompressed. `input` holds the
 * tokens of `treebank` in the same order. Deterministic for a seed.
 */
export function trainParser(
  treebank: readonly TreebankSentence[],
  input: NetworkInput & Segmented,
  options: ParserOptions,
): Uint8Array {
  const trained = trainNetwork(treebank, input, { ...options, pairs: collectPairs(treebank) });
  return encodeModel('parser', {}, encodeReader(trained));
}
