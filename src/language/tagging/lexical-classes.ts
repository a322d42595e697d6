import { FeatureTable } from '../classifiers/feature-table.ts';
import { type ModelFile, readModelFile } from '../classifiers/model-file.ts';

/** What a word can be, as bits: parts of speech and inflections that the dictionary allows. */
export const FORM_NOUN = 1;
export const FORM_PLURAL = 2;
export const FORM_BASE = 4;
export const FORM_THIRD = 8;
export const FORM_PAST = 16;
export const FORM_PARTICIPLE = 32;
export const FORM_ADJECTIVE = 64;
export const FORM_ADVERB = 128;
export const FORM_COMPARATIVE = 256;
export const FORM_SUPERLATIVE = 512;
export const FORM_PROPER = 1024;

/** A dictionary of forms and senses, looked up by a word's hash. Immutable once made. */
export interface LexicalClasses {
  /** The entry of a word's hash, to ask the others about; -1 for an unknown word. */
  find(word: number): number;
  /** The forms of a word (bits) with the part of speech it usually is in the upper bits; 0 for an unknown word. */
  forms(entry: number): number;
  /** The fields of its first noun and verb sense and its verb frames in one number; 0 for an unknown word. */
  senses(entry: number): number;
}

let loaded: LexicalClasses | undefined;

/** The dictionary that the models were trained with. Loaded once. */
export function loadLexicalClasses(): LexicalClasses {
  loaded ??= openLexicalClasses(readModelFile('lexicon'));
  return loaded;
}

/** Makes a dictionary of its file. */
export function openLexicalClasses(file: ModelFile): LexicalClasses {
  const low = file.column('formsLow');
  const numbers = new Int32Array(low.length);
  for (let entry = 0; entry < numbers.length; entry++) numbers[entry] = entry;
  const table = new FeatureTable(file.column('keys'), numbers);
  const high = file.column('formsHigh');
  const nouns = file.column('nouns');
  const verbs = file.column('verbs');
  const frames = file.column('frames');
  return {
    find: (word) => table.meaningOf(word),
    forms: (entry) => (entry < 0 ? 0 : (low[entry] ?? 0) | ((high[entry] ?? 0) << 8)),
    senses: (entry) => (entry < 0 ? 0 : (nouns[entry] ?? 0) | ((verbs[entry] ?? 0) << 5) | ((frames[entry] ?? 0) << 9)),
  };
}
