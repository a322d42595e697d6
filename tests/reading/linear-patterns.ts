import { readdirSync, readFileSync } from 'node:fs';
import { readModelFile } from '../../src/language/classifiers/model-file.ts';
import { PENN_TAGS, type PennTag } from '../../src/language/tags.ts';
import { makeRandom, shuffle } from '../../src/training/random.ts';

/** A text of any length that goes on as it begins. */
export interface Pattern {
  readonly name: string;
  /** `length` characters of it. */
  write(length: number): string;
}

const LEXICONS = ['language', 'reading'].map((layer) => new URL(`../../src/${layer}/lexicon/`, import.meta.url));

/** A word for each Penn tag, in the order of no text. */
const WORD_BY_TAG: Readonly<Record<PennTag, string>> = {
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

const MARKS = [
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
const PHRASES = [
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
const JOINTS = [' ', ', ', '\n', '', ' and ', ' of ', '. ', ' “', ' - ', "'s "];

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
  for (const folder of LEXICONS)
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

function repeat(unit: string): Pattern {
  return {
    name: JSON.stringify(unit),
    write: (length) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length),
  };
}

/** Texts that never say the same twice: names, dates, figures, sentences and lines of many words. */
function varied(words: ReadonlyMap<string, readonly string[]>): Pattern[] {
  const of = (source: string, random: () => number): string => pick(words.get(source) ?? [], random);
  const writers: Readonly<Record<string, (random: () => number) => string>> = {
    'people apart by commas': (random) => `${of('given', random)} ${of('surnames', random)}, `,
    'people, a sentence each': (random) =>
      `${of('given', random)} ${of('surnames', random)} said that ${of('surnames', random)} left. `,
    'people without anything between': (random) => `${of('given', random)} ${of('surnames', random)} `,
    'people by one word and another': (random) => `${of('surnames', random)} met ${of('given', random)}. `,
    namesakes: (random) => `${of('given', random)} Smith spoke. `,
    'places apart by commas': (random) => `${of('cities', random)}, `,
    'places, a line each': (random) => `${of('cities', random)}\n`,
    companies: (random) =>
      `${of('surnames', random)} ${of('surnames', random)} Inc. sued ${of('surnames', random)} Corp. `,
    'banks of places': (random) => `Bank of ${of('cities', random)} `,
    acronyms: (random) =>
      `${Array.from({ length: 3 }, () => String.fromCharCode(65 + Math.floor(random() * 26))).join('')} said
        ${of('surnames', random)} left. `,
    figures: (random) => `${Math.floor(random() * 1e6)} `,
    dates: (random) => `${1 + Math.floor(random() * 28)} March ${1900 + Math.floor(random() * 120)}, `,
    pronouns: (random) => `${pick(['he', 'she', 'they', 'it', 'him', 'her'], random)} `,
    'verbs of speech': (random) => `${of('speech-acts.ts', random)} `,
    'wordings of events': (random) => `${of('event-types.ts', random)} `,
    'any words': (random) => `${of(pick([...words.keys()], random), random)} `,
    'any words, a line each': (random) => `${of(pick([...words.keys()], random), random)}\n`,
    'any words, quoted': (random) => `“${of(pick([...words.keys()], random), random)}” `,
    'any words in lines like headlines': (random) =>
      `${of('cities', random)} ${of('surnames', random)} ${of('given', random)}${random() < 0.2 ? '\n' : ' '}`,
    'any marks': (random) => of('marks', random),
    'letters without a space': (random) => String.fromCharCode(97 + Math.floor(random() * 26)),
    'capitals without a space': (random) => String.fromCharCode(65 + Math.floor(random() * 26)),
    'digits without a space': (random) => String(Math.floor(random() * 10)),
  };
  return Object.entries(writers).map(([name, writeOne]) => ({
    name,
    write: (length) => {
      const random = makeRandom(7);
      let text = '';
      while (text.length < length) text += writeOne(random);
      return text.slice(0, length);
    },
  }));
}

function pick<Item>(items: readonly Item[], random: () => number): Item {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new RangeError('Nothing to pick from.');
  return item;
}

/**
 * At least `count` patterns, the same ones for the same seed: what is named above in every case, then words and pairs
 * of words with something between, each source of words as often as another, whatever its length.
 */
export function makePatterns(count: number, seed: number): Pattern[] {
  const random = makeRandom(seed);
  const words = wordsBySource();
  const sources = [...words.values()];
  const fixed = [
    ...varied(words),
    ...MARKS.map((mark) => repeat(mark)),
    ...[...PHRASES, ...PENN_TAGS.map((tag) => WORD_BY_TAG[tag])].map((word) => repeat(`${word} `)),
  ];
  const drawn = new Map(fixed.map((pattern) => [pattern.name, pattern]));
  for (let number = 0; drawn.size < count; number += 1) {
    const source = sources[number % sources.length] ?? [];
    const first = spell(pick(source, random), random);
    const second =
      random() < 0.6
        ? `${pick(['', ' ', ' ', ', '], random)}${spell(pick(pick(sources, random), random), random)}`
        : '';
    const pattern = repeat(`${first}${second}${pick(JOINTS, random)}`);
    drawn.set(pattern.name, pattern);
  }
  return shuffle([...drawn.values()], random);
}

/** A word as it may stand: as it is, with a capital, all in capitals. */
function spell(word: string, random: () => number): string {
  const draw = random();
  return draw < 0.6 ? word : draw < 0.85 ? word.charAt(0).toUpperCase() + word.slice(1) : word.toUpperCase();
}
