import { PENN_TAGS } from '../../src/language/tags.ts';
import { makeRandom, shuffle } from '../../src/training/random.ts';
import { JOINTS, MARKS, PHRASES, WORD_BY_TAG, wordsBySource } from './linear-words.ts';

/** A text of any length that goes on as it begins. */
export interface Pattern {
  readonly name: string;
  /** `length` characters of it. */
  write(length: number): string;
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
