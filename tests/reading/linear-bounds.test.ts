import { describe, expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import type { ReadingBound } from '../../src/reading/reading.ts';
import { wordsBySource } from './linear-words.ts';

const given = wordsBySource().get('given') ?? [];
const departments =
  `finance health defence trade justice labour energy transport housing culture sports tourism water science
  youth family planning fisheries mining forestry communications foreign interior`.split(/\s+/);

describe('a reading says what it gave less of', () => {
  test.each<[string, string, readonly ReadingBound[]]>([
    ['news, nothing', 'Jane Roe told reporters in Oslo that the deal was dead. She will resign on Monday.', []],
    ['a sentence of some length, nothing', `The list names ${'salt, '.repeat(100)}and rope.`, []],
    ['a sentence without end, which is cut', `The list names ${'salt, '.repeat(200)}and rope.`, ['SENTENCES']],
    [
      'a family of hundreds',
      given.slice(0, 200).reduce((text, name) => `${text}${name} Halvorsen lives in Oslo. `, ''),
      ['NAMESAKES'],
    ],
    [
      'somebody with every office',
      departments.reduce((text, name) => `${text}The ${name} minister, Jane Roe, met farmers. `, ''),
      ['TITLES'],
    ],
  ])('%s', (_name, text, bounds) => {
    expect(extract(text, null).bounds).toEqual(bounds);
  });

  test('and beyond its bounds it still knows a name by its spelling', () => {
    const family = given.slice(0, 200).filter((name) => /^\p{L}+$/u.test(name));
    const text = [...family, ...family].map((name) => `Mr ${name} Halvorsen lives in Oslo.`).join(' ');
    const people = extract(text, null).entities.filter(({ type }) => type === 'PERSON');
    expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  });
});

describe('a text that breaks off is read to its end', () => {
  test.each([
    'Jane Roe, who heads the company',
    'Police shot dead four protesters',
    'Police shot dead',
    'the',
    'Jane Roe, who heads',
    'according to the finance minister',
    'shot dead '.repeat(200),
  ])('%s', (text) => {
    expect(extract(text, null).document.text).toBe(text);
  });

  test('wherever it does', () => {
    const text =
      'Jane Roe, who heads the company that police say shot dead four protesters, told its Tanzanian ' +
      'counterpart, John Hale, chief of staff of the Iranian armed forces, that he had denied it.';
    for (let end = 1; end <= text.length; end += 1)
      expect(extract(text.slice(0, end), null).document.text).toHaveLength(end);
  });
});
