import { readdirSync, readFileSync } from 'node:fs';
import { readModelFile } from '../../src/language/classifiers/model-file.ts';
import { PENN_TAGS, type PennTag } from '../../src/language/tags.ts';

/** A word for each Penn tag, in the order of no text. */
export const WORD_BY_TAG: Readonly<Record<PennTag, string>> = {
  NN: 'deal',
  NNS: 'talks',
  NNP: 'Shoigu',
  NNPS: 'Emirates',
  VB: 'be',
  VBD: 'told',
  VBG: 'attacking',
  VBN: 'been',
  VBP: 'are',
  VBZ: 'says',
  MD: 'would',
  JJ: 'military',
  JJR: 'larger',
  JJS: 'latest',
  RB: 'not',
  RBR: 'more',
  RBS: 'most',
  RP: 'up',
  IN: 'because',
  DT: 'the',
  PDT: 'all',
  CD: '2,000',
  CC: 'but',
  EX: 'there',
  FW: 'de',
  GW: 'with out',
  PRP: 'he',
  PRP$: 'their',
  WDT: 'which',
  WP: 'who',
  WP$: 'whose',
  WRB: 'when',
  TO: 'to',
  POS: "Iran's",
  UH: 'yes',
  SYM: '=',
  LS: '1)',
  ADD: 'https://a.co/b',
  AFX: 'pre-',
  NFP: '***',
  HYPH: '-',
  '.': '.',
  ',': ',',
  ':': ';',
  '``': '“',
  "''": '”',
  '-LRB-': '(',
  '-RRB-': ')',
  $: '$',
  '#': '#',
};

export const MARKS = [
  ...[
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '„',
    '«',
    '»',
    '``',
    "''",
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    '-',
    '–',
    '—',
    '--',
    ',',
    ';',
    ':',
    '.',
    '...',
    '…',
    '!',
    '?',
    '?)',
    '. (',
    '/',
    '&',
    '%',
    '$',
    '€',
  ],
  ...[
    '@',
    '#',
    '•',
    '*',
    '_',
    '|',
    '\\',
    '~',
    '^',
    '<',
    '>',
    '=',
    '+',
    '\u0301',
    'e\u0301',
    '\u200d',
    '👍🏽',
    '🇬🇧',
    '中',
    'ع',
    '\ud83d',
    '\t',
    '\u00a0',
    'A',
    'B.',
    'U.S.',
    'a',
    'é',
    '7',
    '1,',
    '3.5',
  ],
  ...[
    'a-',
    '-b',
    'a.',
    '.b',
    "a'",
    "'s",
    "n't",
    'a@',
    '@a',
    '#a',
    'www.',
    'http://',
    'a.b@c.de',
    '12:30',
    '2024',
    '1990s',
    '3-2',
    '$5',
    '40%',
    '5th',
    'XIV',
    'I',
    'Mr.',
    'Gen.',
    'No.',
    'Inc.',
  ],
];

/** Words whose meaning depends on what else is near, dates and figures of speech: what a list alone does not hold. */
export const PHRASES = [
  ...[
    'Bank of',
    'University of',
    'New York',
    'attacking',
    'he said',
    '“Yes,” he said.',
    'said that',
    'that',
    'told reporters',
    'according to',
    'Monday',
    'on Monday',
    'last week',
    '3 March 2024',
  ],
  ...[
    'March 3',
    'yesterday',
    'in 2019',
    'she',
    'her',
    'they',
    'the minister',
    'the Russian minister',
    'the company',
    'Jane Roe',
    'John Roe and Jane Roe',
    'Jane Roe, who',
    'President Jane Roe of',
  ],
  ...[
    'the president of the bank of',
    'its chairman, John Roe,',
    'Jane Roe said she would',
    'who said',
    'which',
    'killed',
    'was killed by',
    'will attack',
    'if',
    '(AFP)',
    'LONDON —',
    'Q:',
    'A:',
    'ROE:',
    '“',
    '“No',
    'no”',
  ],
  ...[
    'his wife',
    'the former',
    'the same day',
    'not',
    'and',
    'of',
    'the',
    'to',
    'in the',
    'to attack',
    'attacks',
    'the attack',
    'talks between',
    'accused',
    'accused him of',
    'asked whether',
    'denied',
    'the United States',
  ],
  ...[
    'St. Louis',
    'al-Assad',
    'de la Cruz',
    'van der',
    "O'Brien",
    'J. K.',
    'U.N.',
    'WHO',
    'BBC',
    'Real Madrid 3-2',
    'X Corp. Inc.',
    '- Jane Roe',
    '• Jane Roe',
    '\n\n',
    '. . .',
    'https://a.b/c?d=e',
    'a, b,',
    'A-B-',
  ],
];

/** What stands between one time and the next. */
export const JOINTS = [' ', ', ', '\n', '', ' and ', ' of ', '. ', ' “', ' - ', "'s "];

/** The words and short phrases in the literals of a source file of a lexicon. */
function wordsIn(source: string): string[] {
  const code = source.replace(/\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const literals = [
    ...code.matchAll(/'((?:[^'\\\n]|\\.)+)'|"((?:[^"\\\n]|\\.)+)"|`([^`]+)`|\/(\^?\(\?:[^/\n]+)\//g),
  ].map(([, single, double, long, expression]) => single ?? double ?? long ?? expression ?? '');
  return [
    ...new Set(
      literals.flatMap((literal) => [
        ...literal.split(/[,|;\n]/).map((phrase) => phrase.trim()),
        ...literal.split(/[\s,|;:()^$?]+/),
      ]),
    ),
  ].filter((word) => /^[^\s]+(?: [^\s]+){0,3}$/u.test(word) && word.length <= 40 && !word.includes('./'));
}

/** Words by where they come from: one list a file of a lexicon, the gazetteer's tables, the tags, the marks. */
export function wordsBySource(): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, readonly string[]>();
  for (const folder of ['language', 'reading'].map((layer) => new URL(`../../src/${layer}/lexicon/`, import.meta.url)))
    for (const file of readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .sort())
      sources.set(file, wordsIn(readFileSync(new URL(file, folder), 'utf8')));
  const gazetteer = readModelFile('gazetteer');
  for (const column of ['cities', 'given', 'surnames']) {
    const names = Buffer.from(gazetteer.column(column)).toString('utf8').split('\n');
    sources.set(
      column,
      names
        .map((line) => (line.split('|')[0] ?? '').replace(/(?:^|[\s-])\p{Ll}/gu, (start) => start.toUpperCase()))
        .filter((name) => name !== ''),
    );
  }
  sources.set(
    'tags',
    PENN_TAGS.map((tag) => WORD_BY_TAG[tag]),
  );
  sources.set('marks', MARKS);
  sources.set('phrases', PHRASES);
  return sources;
}
