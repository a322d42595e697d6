import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findPenn, findRelation, findUniversal } from '../language/tags.ts';

/** One sentence of a treebank, its columns as numbers into the tables of `tags.ts`. */
export interface TreebankSentence {
  readonly document: string;
  readonly genre: string;
  readonly words: readonly string[];
  readonly penn: Uint8Array;
  readonly universal: Uint8Array;
  readonly lemmas: readonly string[];
  readonly heads: Int32Array;
  readonly relations: Uint8Array;
  /** The `# text =` of the sentence. */
  readonly text: string;
  /** Whether a paragraph begins with it. */
  readonly opensParagraph: boolean;
}

/** Relations of older releases under the names of today's. */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['obl:npmod', 'obl:unmarked'],
  ['obl:tmod', 'obl:unmarked'],
  ['nmod:npmod', 'nmod:unmarked'],
  ['nmod:tmod', 'nmod:unmarked'],
]);

export type TreebankName = 'gum-train' | 'gum-dev' | 'ewt-train' | 'ewt-dev';

/** Reads a treebank of the corpora folder (CoNLL-U). Words of several tokens and empty nodes are left out. */
export function readTreebank(corpora: string, name: TreebankName): TreebankSentence[] {
  return parseTreebank(readFileSync(join(corpora, 'treebank', `${name}.conllu`), 'utf8'));
}

/** Sentences of a CoNLL-U text. */
export function parseTreebank(conllu: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = [];
  let document = '';
  for (const block of conllu.split(/\n\n+/u)) {
    const lines = block.split('\n');
    document = commentOf(lines, '# newdoc id = ') ?? document;
    const rows = lines.filter((line) => /^\d+\t/u.test(line)).map((line) => line.split('\t'));
    if (rows.length === 0) continue;
    sentences.push({
      document,
      genre: /^GUM_(\w+?)_/u.exec(document)?.[1] ?? 'web',
      words: rows.map((row) => row[1] ?? ''),
      penn: Uint8Array.from(rows, (row) => findPenn(row[4] ?? '') ?? 0),
      universal: Uint8Array.from(rows, (row) => findUniversal(row[3] ?? '') ?? 0),
      lemmas: rows.map((row) => row[2] ?? ''),
      heads: Int32Array.from(rows, (row) => Number(row[6]) - 1),
      relations: Uint8Array.from(rows, (row) => findRelation(RENAMED.get(row[7] ?? '') ?? row[7] ?? '') ?? 0),
      text: commentOf(lines, '# text = ') ?? '',
      opensParagraph: lines.some((line) => line.startsWith('# newpar')),
    });
  }
  return sentences;
}

function commentOf(lines: readonly string[], opening: string): string | undefined {
  return lines.find((line) => line.startsWith(opening))?.slice(opening.length);
}
