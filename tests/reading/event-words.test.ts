import { describe, expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import * as lists from '../../src/reading/lexicon/event-words.ts';

function hasWord(text: string, words: ReadonlySet<string>): boolean {
  const { tokens, text: read } = annotate(text);
  return tokens.lemmas.some(
    (lemma, token) =>
      words.has(lemma.toLowerCase()) || words.has(read.slice(tokens.start[token], tokens.end[token]).toLowerCase()),
  );
}

describe.each(Object.entries(lists))('%s', (_, { words, examples, nearMisses }) => {
  test.each(examples)('%s', (text) => {
    expect(hasWord(text, words)).toBe(true);
  });
  test.each(nearMisses)('not: %s', (text) => {
    expect(hasWord(text, words)).toBe(false);
  });
});
