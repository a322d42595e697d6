import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseTreebank, type TreebankSentence } from './treebank.ts';

const FOLDER = fileURLToPath(new URL('../../corpus/trees', import.meta.url));
/** Of every file, one sentence in five is held out, the fifth first: the models never learn from it. */
const HELD_OUT = 5;
/** Sentences in a row that count as one document. */
const DOCUMENT = 10;

/** The sentences of this repository's own trees: those to learn from, and those to measure on. */
export interface OwnTrees {
  readonly training: readonly TreebankSentence[];
  readonly heldOut: readonly TreebankSentence[];
}

/** The files of the repository's own trees, in order. */
export function listOwnTrees(): string[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.conllu'))
    .sort()
    .map((file) => join(FOLDER, file));
}

/** Reads `corpus/trees/*.conllu`. */
export function readOwnTrees(): OwnTrees {
  const training: TreebankSentence[] = [];
  const heldOut: TreebankSentence[] = [];
  for (const file of listOwnTrees())
    for (const [number, sentence] of parseTreebank(readFileSync(file, 'utf8')).entries()) {
      const document = `${file} ${Math.floor(number / DOCUMENT)}`;
      const part = number % HELD_OUT === HELD_OUT - 1 ? heldOut : training;
      part.push({ ...sentence, document });
    }
  return { training, heldOut };
}
