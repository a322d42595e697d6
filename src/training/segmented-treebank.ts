import type { Sentence } from '../language/document.ts';
import type { Segmented } from '../language/text/sentences.ts';
import type { TreebankSentence } from './treebank.ts';

/** Treebank sentences as the steps of annotation see them: gold tokens and sentences, one sentence a paragraph. */
export function segmentTreebank(treebank: readonly TreebankSentence[]): Segmented {
  const count = treebank.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const start = new Int32Array(count);
  const end = new Int32Array(count);
  const sentences: Sentence[] = [];
  const lines: string[] = [];
  let at = 0;
  let token = 0;
  treebank.forEach((sentence, paragraph) => {
    const first = token;
    const line = sentence.words.join(' ');
    for (const word of sentence.words) {
      start[token] = at;
      at += word.length;
      end[token] = at;
      at += 1;
      token++;
    }
    sentences.push({ first, last: token - 1, paragraph });
    lines.push(line);
  });
  const paragraphs = sentences.map(({ first, last }, number) => ({
    first,
    last,
    firstSentence: number,
    lastSentence: number,
  }));
  return { text: lines.join('\n'), count, start, end, sentences, paragraphs };
}

/** One column of all the sentences' tokens in a row. */
export function joinColumn(
  treebank: readonly TreebankSentence[],
  column: 'penn' | 'universal' | 'relations',
): Uint8Array {
  const joined = new Uint8Array(treebank.reduce((sum, sentence) => sum + sentence.words.length, 0));
  let at = 0;
  for (const sentence of treebank) {
    joined.set(sentence[column], at);
    at += sentence.words.length;
  }
  return joined;
}
