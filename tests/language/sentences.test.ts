import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/text/sentences.ts';
import { tokenise } from '../../src/language/text/tokenise.ts';

function sentencesOf(text: string): string[] {
  const { sentences, start, end } = splitSentences(tokenise(text));
  return sentences.map(({ first, last }) => text.slice(start[first], end[last]));
}

/** Texts with a bar where a sentence ends and another begins; the bar stands for a space, a line break stays. */
const CASES: Readonly<Record<string, readonly string[]>> = {
  'a stop ends a sentence before a capital': [
    'It rained.|We left.',
    'Is it so?|Yes!|It is.',
    'Prices rose 3.5 percent.|In 2019 they fell.',
    'It fell.|3,000 people left.',
  ],
  'an abbreviation does not': [
    'Gen. Smith met Mr. Roe of Acme Inc. in Washington.',
    'He moved to the U.S. Senate in Jan. 2020.',
    'It opens at 9 a.m. daily.',
  ],
  'an abbreviation does before a word that begins sentences': [
    'He lives in the U.S.|The rest do not.',
    'It closed at 5 p.m.|But they stayed.',
    'He joined Acme Inc.|It failed.',
  ],
  'initials never do': [
    'J. P. Smith and George W. Bush spoke.',
    'The vote was led by C. Stewart and others.',
    'They know plans A and B.|They chose B.',
  ],
  'a company’s exclamation mark does not': ['Yahoo! Inc. rose again.'],
  'closing marks belong to the sentence before': [
    '“I will go.”|She left.',
    '"It is over."|Then he sat down.',
    'They left (all of them.)|It rained.',
    '‘No.’|She meant it.',
  ],
  'a quoted question goes on with its verb': [
    '“Why?” asked the minister.',
    '“Why now?” Jones asked.',
    '“Go!” he said.',
  ],
  'a small letter goes on': ['The firm eBay. it says, is fine.', 'Wait... what is it?'],
  'an ellipsis ends before a capital': ['They waited…|Nobody came.'],
  "a note's number stays with its sentence": ['It won a prize. [8] [9]|Then it lost.'],
  "a list's number begins its item": ['1. The first item.\n2. The second.'],
  'a line is a paragraph': [
    'Minister resigns\nThe minister resigned.|He gave no reason.',
    'A headline without stop\n\nIt began.',
  ],
  'a dateline is a sentence of its own': [
    'TEHRAN, Iran (AP) —|It began.',
    'Tehran, Iran –|Russian officials arrived.',
    'WASHINGTON --|“We will go,” he said.',
    'NEW YORK, March 3 (Reuters) -|Prices fell.',
    'Beirut —|The group released him.',
    'Beirut – Lebanon’s capital – is quiet.',
    'Acme – Roe’s firm – fell.',
    'Talks failed – Iran blamed the U.S. for it.',
  ],
  bullets: ['• First point\n• Second point', 'Points:|• One is here|• Two is there'],
};

describe('splitSentences', () => {
  for (const [rule, texts] of Object.entries(CASES)) {
    it.each(texts)(`${rule}: %s`, (text) => {
      expect(sentencesOf(text.replaceAll('|', ' '))).toEqual(text.split(/\||\n+/u));
    });
  }

  it('numbers paragraphs by line', () => {
    const { sentences, paragraphs } = splitSentences(tokenise('One. Two.\n\nThree.'));
    expect(sentences.map(({ paragraph }) => paragraph)).toEqual([0, 0, 1]);
    expect(paragraphs.map(({ firstSentence, lastSentence }) => [firstSentence, lastSentence])).toEqual([
      [0, 1],
      [2, 2],
    ]);
  });

  it('bounds the length of a sentence', () => {
    const { sentences } = splitSentences(tokenise('word '.repeat(5000)));
    expect(Math.max(...sentences.map(({ first, last }) => last - first + 1))).toBeLessThanOrEqual(400);
  });
});
