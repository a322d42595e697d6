import type { TreebankSentence } from '../training/treebank.ts';

/** A treebank's document as running text again, with where its gold tokens and sentences are. */
export interface GoldText {
  readonly text: string;
  /** Of every token: UTF-16 code units [start, end). */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Which token each one is, counting all tokens of the sentences, those left out too. */
  readonly numbers: readonly number[];
  /** The universal tag of every token, as a number. */
  readonly tags: readonly number[];
  /** Where each sentence ends. */
  readonly sentenceEnds: readonly number[];
}

/**
 * Puts sentences together to a text as it was: a space between sentences, a line break where a paragraph begins. Tokens
 * whose letters are not in the text (the second halves of some contractions, corrected spellings) are left out.
 */
export function joinSentences(sentences: readonly TreebankSentence[]): GoldText {
  const starts: number[] = [];
  const ends: number[] = [];
  const numbers: number[] = [];
  const tags: number[] = [];
  const sentenceEnds: number[] = [];
  let text = '';
  let before = 0;
  for (const sentence of sentences) {
    if (text !== '') text += sentence.opensParagraph ? '\n' : ' ';
    const base = text.length;
    let at = 0;
    for (const [place, word] of sentence.words.entries()) {
      const found = sentence.text.indexOf(word, at);
      if (found < 0 || found > at + 2) continue;
      at = found + word.length;
      starts.push(base + found);
      ends.push(base + at);
      numbers.push(before + place);
      tags.push(sentence.universal[place] ?? 0);
    }
    before += sentence.words.length;
    text += sentence.text;
    sentenceEnds.push(base + sentence.text.trimEnd().length);
  }
  return { text, starts, ends, numbers, tags, sentenceEnds };
}

/** Sentences by document, in order. */
export function groupByDocument(sentences: readonly TreebankSentence[]): TreebankSentence[][] {
  const documents = new Map<string, TreebankSentence[]>();
  for (const sentence of sentences) {
    const known = documents.get(sentence.document);
    if (known === undefined) documents.set(sentence.document, [sentence]);
    else known.push(sentence);
  }
  return [...documents.values()];
}
