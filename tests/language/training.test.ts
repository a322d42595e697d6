import { describe, expect, it } from 'vitest';
import { encodeKeys, FeatureTable } from '../../src/language/classifiers/feature-table.ts';
import { parseWith } from '../../src/language/parsing/parse.ts';
import { openReader } from '../../src/language/networks/network.ts';
import { retagWith } from '../../src/language/tagging/tag.ts';
import { LinearModel } from '../../src/language/classifiers/linear-model.ts';
import { decodeModel, encodeModel } from '../../src/language/classifiers/model-file.ts';
import { PENN_TAGS } from '../../src/language/tags.ts';
import { encodeSparse, sortWeights } from '../../src/training/averaged-weights.ts';
import { jackknifeTags } from '../../src/training/jackknife.ts';
import { trainParser } from '../../src/training/train-parser.ts';
import { encodeTagger, tagTreebank, trainTagger } from '../../src/training/train-tagger.ts';
import { parseTreebank, type TreebankSentence } from '../../src/training/treebank.ts';

/** Sentences of our own: word, tags, head and relation. */
const SENTENCES = [
  'The/DET/DT/2/det minister/NOUN/NN/3/nsubj resigned/VERB/VBD/0/root ././PUNCT/3/punct',
  'The/DET/DT/2/det army/NOUN/NN/3/nsubj attacked/VERB/VBD/0/root the/DET/DT/5/det town/NOUN/NN/3/obj ././PUNCT/3/punct',
  'Police/NOUN/NNS/2/nsubj arrested/VERB/VBD/0/root a/DET/DT/4/det man/NOUN/NN/2/obj ././PUNCT/2/punct',
  'She/PRON/PRP/2/nsubj left/VERB/VBD/0/root the/DET/DT/4/det party/NOUN/NN/2/obj ././PUNCT/2/punct',
];

function treebankOf(sentences: readonly string[]): TreebankSentence[] {
  const blocks = sentences.map((sentence, number) => {
    const rows = sentence.split(' ').map((row, at) => {
      const [word = '', universal = '', penn = '', head = '', relation = ''] = row.startsWith('./')
        ? ['.', 'PUNCT', '.', row.split('/')[3], 'punct']
        : row.split('/');
      return [at + 1, word, word.toLowerCase(), universal, penn, '_', head, relation, '_', '_'].join('\t');
    });
    return [`# newdoc id = own_${number}`, ...rows].join('\n');
  });
  return parseTreebank(blocks.join('\n\n'));
}

describe('training', () => {
  const treebank = Array.from({ length: 8 }, () => treebankOf(SENTENCES)).flat();
  const quiet = { seed: 7, epochs: 4, log: () => {} };

  it('gives the same tagger for the same seed, and it has learned its sentences', () => {
    const bytes = encodeTagger(trainTagger(treebank, quiet));
    expect(encodeTagger(trainTagger(treebank, quiet))).toEqual(bytes);
    const { penn } = tagTreebank(bytes, treebank.slice(0, 2));
    expect([...penn].map((tag) => PENN_TAGS[tag])).toEqual([
      'DT',
      'NN',
      'VBD',
      '.',
      'DT',
      'NN',
      'VBD',
      'DT',
      'NN',
      '.',
    ]);
  });

  it('gives the same parser for the same seed, and it has learned its sentences', () => {
    const tagged = jackknifeTags(treebank, 2, quiet);
    const vectors = { rows: new Map<number, number>(), values: new Float32Array() };
    const options = { ...quiet, batch: 16, vectors };
    const short = { ...options, epochs: 1 };
    expect(Buffer.compare(trainParser(treebank, tagged, short), trainParser(treebank, tagged, short))).toBe(0);
    const bytes = trainParser(treebank, tagged, { ...options, epochs: 12 });
    const reader = openReader(decodeModel(bytes));
    const votes = { scores: new Int32Array(), penn: new Uint8Array(), universal: new Uint8Array() };
    const read = retagWith(reader, { ...tagged, votes });
    expect([...read.penn.slice(0, 4)].map((tag) => PENN_TAGS[tag])).toEqual(['DT', 'NN', 'VBD', '.']);
    expect([...parseWith(reader, read).heads.slice(0, 10)]).toEqual([1, 2, -1, 2, 5, 6, -1, 8, 6, 6]);
  });
});

describe('stored weights', () => {
  const keys = [5, -3, 0x7fffffff, 1 << 30, -0x80000000, 0];

  it('come back with their signs, found by hash', () => {
    const values = Float32Array.from(keys.flatMap((_, row) => [row, -row, 5 - row]));
    const weights = sortWeights(3, keys, values);
    const file = decodeModel(encodeModel('test', { note: 'x' }, encodeSparse('a', weights, 1)));
    const sparse = LinearModel.from(file, 'a', 3);
    for (const [row, key] of keys.entries()) {
      const scores = new Int32Array(3);
      sparse.score(Int32Array.of(key, 12345), 2, scores);
      expect([...scores].map((score) => Math.round((score * 5) / 127))).toEqual([row, row === 0 ? 0 : -row, 5 - row]);
    }
  });
});

describe('a table of features', () => {
  const next = Array.from({ length: 300 }, (_, number) => number);
  it.each([
    ['no feature', []],
    ['one', [-7]],
    ['hashes side by side, which share a bit of the map', next.map((number) => 0x40000000 + number)],
    ['hashes side by side at the end of all', next.map((number) => number - next.length)],
    ['hashes far apart', next.map((number) => Math.imul(number, 0x9e3779b1))],
  ])('finds %s, in the order asked for, and nothing else', (_, hashes) => {
    const sorted = hashes.toSorted((left, right) => (left >>> 0) - (right >>> 0));
    const table = new FeatureTable(
      encodeKeys(sorted),
      Int32Array.from(sorted, (hash) => hash >>> 1),
    );
    const unknown = [0x12345678, 1, 0x40000000 - 1];
    const asked = Int32Array.from([...unknown, ...hashes.toReversed()]);
    const found = new Int32Array(asked.length);
    const count = table.find(asked, asked.length, found);
    expect([...found.subarray(0, count)]).toEqual(hashes.toReversed().map((hash) => hash >>> 1));
    expect(unknown.map((hash) => table.meaningOf(hash))).toEqual([-1, -1, -1]);
  });
});
