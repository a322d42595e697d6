import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';
import type { Document } from '../../src/language/document.ts';
import { findQuotations } from '../../src/language/text/quotations.ts';
import { splitSentences } from '../../src/language/text/sentences.ts';
import { tokenise } from '../../src/language/text/tokenise.ts';

/** Strings of what breaks tokenisers: marks, quotes, abbreviations, surrogates, line breaks. */
const pieces = fc.constantFrom(
  '"',
  "'",
  '“',
  '”',
  '‘',
  '’',
  '``',
  "''",
  '«',
  '»',
  '.',
  '...',
  '-',
  '—',
  '\n',
  '\r\n',
  ' ',
  '\u200b',
  '\ud83d',
  '\udc69',
  '👩‍👩‍👧',
  '🇮',
  '@a',
  '#b',
  'http://',
  'a.b',
  'U.S.',
  'Gen.',
  "n't",
  "don't",
  '3.5',
  '$',
  '%',
  '(',
  ')',
  '/',
  ':',
  ';',
  ',',
  'said',
  'The',
  'he',
  '1,000',
  'e\u0301',
  '؟',
  '中文',
  'a@b.co',
);
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join('')),
  fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(' ')),
);

function expectValid({ text: whole, tokens, sentences, paragraphs, quotations, names }: Document): void {
  let end = 0;
  for (let token = 0; token < tokens.count; token++) {
    expect(tokens.start[token]).toBeGreaterThanOrEqual(end);
    expect(tokens.end[token]).toBeGreaterThan(tokens.start[token] ?? 0);
    end = tokens.end[token] ?? 0;
  }
  expect(end).toBeLessThanOrEqual(whole.length);
  expect(tokens.lemmas).toHaveLength(tokens.count);
  let next = 0;
  for (const { first, last } of sentences) {
    expect(first).toBe(next);
    expect(last).toBeGreaterThanOrEqual(first);
    next = last + 1;
    expectTree(tokens.heads, first, last);
  }
  expect(next).toBe(tokens.count);
  expect(paragraphs.flatMap(({ firstSentence, lastSentence }) => [firstSentence, lastSentence])).toEqual(
    paragraphs.flatMap((_, number) => [
      sentences.findIndex(({ paragraph }) => paragraph === number),
      sentences.findLastIndex(({ paragraph }) => paragraph === number),
    ]),
  );
  for (const { span, first, last, paragraph } of quotations) {
    expect(span.end).toBeGreaterThan(span.start);
    expect(span.end).toBeLessThanOrEqual(whole.length);
    expect(first).toBeGreaterThan((paragraphs[paragraph]?.first ?? 0) - 1);
    expect(last).toBeLessThanOrEqual(paragraphs[paragraph]?.last ?? 0);
  }
  names.forEach(({ first, last }, at) => {
    expect(first).toBeGreaterThan(names[at - 1]?.last ?? -1);
    expect(last).toBeLessThan(tokens.count);
  });
}

/** One root, every head inside the sentence, no circle. */
function expectTree(heads: Int32Array, first: number, last: number): void {
  let roots = 0;
  for (let token = first; token <= last; token++) {
    let steps = 0;
    for (let above = token; (heads[above] ?? -1) >= 0 && steps <= last - first; above = heads[above] ?? -1) {
      steps++;
      expect(heads[above]).toBeGreaterThanOrEqual(first);
      expect(heads[above]).toBeLessThanOrEqual(last);
    }
    expect(steps).toBeLessThanOrEqual(last - first);
    if (heads[token] === -1) roots++;
  }
  expect(roots).toBe(1);
}

describe('annotate takes any string', () => {
  it('with valid, ordered offsets and one tree a sentence', () => {
    fc.assert(
      fc.property(text, (sample) => expectValid(annotate(sample))),
      { numRuns: 300 },
    );
  });

  it('and tokens hold every visible letter and figure', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const { start, end } = tokenise(sample);
        const outside =
          [...start].reduce((rest, from, token) => rest + sample.slice(end[token - 1] ?? 0, from), '') +
          sample.slice(end.at(-1) ?? 0);
        expect(outside).not.toMatch(/[\p{L}\p{N}\p{P}]/u);
      }),
      { numRuns: 300 },
    );
  });

  const LARGE = 1 << 20;
  it.each(['"', "'", '“', "''", '.', 'a', '-', 'a.', 'a-', '@', 'a@', "n't", 'http://', '(', '•', '1,', '👍'])(
    'a megabyte of %s on one line',
    (piece) => {
      const segmented = splitSentences(tokenise(piece.repeat(LARGE / piece.length)));
      const quotations = findQuotations(segmented);
      expect(segmented.end.at(-1)).toBe(segmented.text.length);
      expect(quotations.length).toBeLessThanOrEqual(segmented.count);
    },
  );
});
