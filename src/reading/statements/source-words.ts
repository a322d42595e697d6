import { TIME_WORDS } from '../../language/lexicon/time-words.ts';
import type { TokenRange } from '../../language/document.ts';
import { OFFICES } from '../lexicon/offices.ts';
import { QUANTITY_WORDS } from '../lexicon/report-words.ts';
import type { Rule } from '../rule.ts';
import type { VerbCue } from './cue.ts';
import { isNoun, startOfParts } from './noun-phrases.ts';
import { hasFiniteVerb, isQuoteMark, type Page, sentenceOf, trimMarks, wordAt } from './page.ts';
import type { Source } from './source.ts';

/** Widens or narrows the words of a source; null where they are right as they are. */
export type WordsRule = Rule<readonly [Source, Page, VerbCue], Source>;

/** From the words of a noun to those of who speaks, each rule after the other. */
export const WORDS_RULES: readonly WordsRule[] = [
  {
    name: 'statements/source words/title in front',
    examples: [
      'Former Norland Gov. Ida Roe says she will run again.',
      'Republican presidential hopeful Tom Hale says he does not watch football.',
    ],
    nearMisses: ['Ida Roe said the bridge was safe.', 'On Monday he said the bridge was safe.'],
    apply: (source, page, cue) => {
      if (isPronoun(page, source)) return null;
      const limit = source.isInverted ? cue.range.last + 1 : sentenceOf(page, cue.head).first;
      const first = startOfParts(page, source.range.first, limit);
      const opens =
        first === limit || isQuoteMark(page, first - 1) || /^(?:,|that|and|but)$/.test(wordAt(page, first - 1));
      return opens ? redrawn(page, source, { first }) : null;
    },
  },
  {
    name: 'statements/source words/name before its description',
    examples: [
      'With two weeks until the election, Tom Hale, a senior cook at the Roe canteen, called the mayor’s menu “a gift”.',
      'With three days until the strike, Mia Poe, a senior official of the Quito union, called the offer “a joke”.',
    ],
    nearMisses: [
      'In Quito, the president, a farmer’s son, said the talks had failed.',
      'Ida Roe, chair of the union, said it was over.',
    ],
    apply: nameBeforeDescription,
  },
  {
    name: 'statements/source words/both of a pair',
    examples: [
      'Tom Hale and union chief Ida Roe called for a strike.',
      'Paul Poe and union chief Ida Roe called for a strike.',
    ],
    nearMisses: ['Tom Hale said the talks and the vote had failed.'],
    apply: (source, page, cue) => {
      const limit = sentenceOf(page, cue.head).first;
      const and = source.range.first - 1;
      if (source.isInverted || wordAt(page, and) !== 'and' || and - 1 < limit) return null;
      const first = page.tagOf(and - 1) === 'PRP' ? and - 1 : startOfParts(page, and, limit);
      const isWhole = first === limit || /^(?:[,;“”"]|that)$/.test(wordAt(page, first - 1));
      return isWhole && first < and ? redrawn(page, source, { first }) : null;
    },
  },
  {
    name: 'statements/source words/nothing that opens it',
    examples: [
      'Both Mr. Hale and Mr. Roe say the bank never asked them for papers.',
      'Both Ms. Poe and Mr. Roe said the talks had failed.',
    ],
    nearMisses: ['Campaign aides said the deal was off.'],
    apply: (source, page) => {
      let { first } = source.range;
      while (
        first < source.head &&
        /^(?:IN|CC|TO|:|,)$/.test(page.tagOf(first)) &&
        !/^(?:least|most)$/.test(wordAt(page, first + 1))
      )
        first += 1;
      return redrawn(page, source, { first });
    },
  },
  {
    name: 'statements/source words/no clause before its noun',
    examples: [
      'The board voted 9 to 4, two teachers who were present said, after a debate.',
      'But though the flood has gone - farmers would call it a gift - it has shown the state of the wall.',
    ],
    nearMisses: ['The woman who won said she was glad.'],
    apply: (source, page) => {
      const { range, head } = source;
      const hasClause = range.first < head && hasFiniteVerb(page, { first: range.first, last: head - 1 });
      return hasClause ? redrawn(page, source, { first: startOfParts(page, head, range.first) }) : null;
    },
  },
  {
    name: 'statements/source words/no day',
    examples: [
      'In a letter, the Cork solicitor on Friday dismissed the claim.',
      'The ministry on Monday announced a ban.',
    ],
    nearMisses: ['The ministry announced a ban on Monday.'],
    apply: (source, page) => {
      let { last } = source.range;
      if (!TIME_WORDS.has(wordAt(page, last)) || last <= source.head) return null;
      last -= 1;
      if (/^(?:on|last|this|late|early)$/.test(wordAt(page, last)) && last > source.head) last -= 1;
      return redrawn(page, source, { last });
    },
  },
  {
    name: 'statements/source words/how many they are',
    examples: [
      "In a note, one of the school's governors, Tom Hale, said the logs show him leaving.",
      "In a letter, one of the firm's lawyers, Ida Roe, said the papers show that it was safe.",
    ],
    nearMisses: ['Voters in Oslo said they would stay at home.'],
    apply: (source, page, cue) => {
      const limit = sentenceOf(page, cue.head).first;
      let first = source.range.first - 2;
      if (first < limit || !/^(?:of|in)$/.test(wordAt(page, first + 1)) || !isQuantity(wordAt(page, first)))
        return null;
      while (first > limit && /^(?:DT|JJ|CD|RB)$/.test(page.tagOf(first - 1))) first -= 1;
      return redrawn(page, source, { first });
    },
  },
  {
    name: 'statements/source words/description after it',
    examples: [
      'The first ferry might sail in June, said Tom Hale, a lifelong neighbour of the Roe family.',
      'The road will open this week, said Ida Roe, a former mayor of Quito.',
    ],
    nearMisses: ['“The bridge is safe,” said Ida Roe on Monday.'],
    apply: (source, page, cue) => {
      if (!source.isInverted) return null;
      const limit = sentenceOf(page, cue.head).last;
      const comma = source.range.last + 1;
      if (wordAt(page, comma) !== ',' || !(DESCRIBES.test(wordAt(page, comma + 1)) || isOffice(page, comma + 1)))
        return null;
      let last = comma;
      while (last < limit && !isQuoteMark(page, last + 1)) last += 1;
      return redrawn(page, source, { last });
    },
  },
];

const DESCRIBES = /^(?:an?|the|who|whose|\d+|his|her|their|one|former)$/;

/** `Ida Roe, an adviser to the mayor, said`: with the name that the description between commas is of. */
function nameBeforeDescription(source: Source, page: Page, cue: VerbCue): Source | null {
  const limit = sentenceOf(page, cue.head).first;
  const name = source.range.first - 2;
  const isSetOff = wordAt(page, name + 1) === ',' && wordAt(page, source.range.last + 1) === ',';
  if (source.isInverted || !isSetOff || cue.range.first !== source.range.last + 2 || name < limit) return null;
  if (!page.tagOf(name).startsWith('NNP') || page.tagOf(source.head).startsWith('NNP')) return null;
  const first = startOfParts(page, name, limit);
  const opens = first === limit || wordAt(page, first - 1) === ',' || isQuoteMark(page, first - 1);
  const widened = opens ? redrawn(page, source, { first }) : null;
  return widened && { ...widened, head: name };
}

function redrawn(page: Page, source: Source, edges: Partial<TokenRange>): Source | null {
  const range = trimMarks(page, { ...source.range, ...edges });
  if (!range || (range.first === source.range.first && range.last === source.range.last)) return null;
  return { ...source, range };
}

function isPronoun(page: Page, { range }: Source): boolean {
  return range.first === range.last && /^(?:PRP|W)/.test(page.tagOf(range.first));
}

/** `Hale allies said`: right before a verb in the past what the tagger took for a verb in the present is a plural. */
export function isPlural(page: Page, token: number): boolean {
  return (
    page.tagOf(token) === 'VBZ' &&
    /^VB[DN]$/.test(page.tagOf(token + 1)) &&
    !/^(?:is|has|was|does|['’]s|gets)$/.test(wordAt(page, token))
  );
}

function isQuantity(word: string): boolean {
  return QUANTITY_WORDS.has(word) || /^\d[\d.,]*$/.test(word);
}

function isOffice(page: Page, token: number): boolean {
  return OFFICES.has((page.document.tokens.lemmas[token] ?? '').toLowerCase()) && isNoun(page, token);
}
