import type { Span } from '../span.ts';
import { REPORTING_FORMS } from './reporting-verbs.ts';
import { findQuoted, jaccard, sharedCount, splitWords, type Word, wordsWithin } from './running-words.ts';

/** A statement with its parts as spans, by hand or found. */
export interface Attributed {
  readonly content: readonly Span[];
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
}

/** A statement in words: numbers into the text's words. */
export interface AttributionUnit {
  readonly content: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly source: ReadonlySet<number>;
  /** By how much of the content stands in double quotation marks: at least nine tenths, at least two words, or less. */
  readonly kind: 'DIRECT' | 'MIXED' | 'INDIRECT';
  /** The words that a source is told by: the last of its first noun phrase, and of the names beside it. */
  readonly heads: readonly number[];
  /** Whether it reports speech: by a reporting verb, or because four of its words are quoted. */
  readonly isSpeech: boolean;
}

/** A text ready for measuring. */
export interface MeasuredText {
  readonly words: readonly Word[];
  readonly quotes: readonly ReadonlySet<number>[];
  readonly quoted: ReadonlySet<number>;
}

/** Splits a text into words and finds which of them are quoted. */
export function measureText(text: string): MeasuredText {
  const words = splitWords(text);
  const quotes = findQuoted(text).map((span) => wordsWithin(words, [span]));
  return { words, quotes, quoted: new Set(quotes.flatMap((quote) => [...quote])) };
}

/** The statements of a text in words; those without any word of content are left out. */
export function toUnits(text: string, measured: MeasuredText, statements: readonly Attributed[]): AttributionUnit[] {
  return statements.flatMap((statement): AttributionUnit[] => {
    const content = wordsWithin(measured.words, statement.content);
    if (content.size === 0) return [];
    const cue = wordsWithin(measured.words, statement.cue);
    const source = wordsWithin(measured.words, statement.source);
    const quoted = sharedCount(content, measured.quoted);
    const kind = quoted / content.size >= 0.9 ? 'DIRECT' : quoted >= 2 ? 'MIXED' : 'INDIRECT';
    const isReported = [...cue].some((number) => REPORTING_FORMS.has(measured.words[number]?.text.toLowerCase() ?? ''));
    return [
      {
        content,
        cue,
        source,
        kind,
        heads: headsOf(text, measured.words, source),
        isSpeech: isReported || (kind !== 'INDIRECT' && quoted >= 4),
      },
    ];
  });
}

/** Words that end the first noun phrase of a source: prepositions, relative pronouns, verbs, participles. */
const AFTER_HEADS: ReadonlySet<string> = new Set(
  `who which that whose of for from in at to with on by about as during after before against under over and or
  but said is was has have had posted titled published speaking aged close familiar involved including like
  already released conducted issued obtained`.split(/\s+/),
);
const ADVERBS = /^(?:also|later|still|then|even|both|only)$/i;

function headsOf(text: string, words: readonly Word[], source: ReadonlySet<number>): number[] {
  const phrases: number[][] = [];
  let previous = -2;
  for (const number of [...source].sort((left, right) => left - right)) {
    const isApart = number !== previous + 1 || /[,;:(—–]/.test(text.slice(words[previous]?.end, words[number]?.start));
    if (isApart) phrases.push([]);
    phrases.at(-1)?.push(number);
    previous = number;
  }
  const wordAt = (number: number): string => words[number]?.text ?? '';
  const main = phrases.find((phrase) => phrase.some((number) => !ADVERBS.test(wordAt(number)))) ?? phrases[0];
  if (!main) return [];
  const named = phrases.filter(
    (phrase) => phrase !== main && phrase.every((number) => /^[\p{Lu}\p{N}]/u.test(wordAt(number))),
  );
  return [main, ...named].flatMap((phrase) => headOf(phrase, wordAt) ?? []);
}

/** The last word of the first noun phrase; after a possessor the head is still to come. */
function headOf(phrase: readonly number[], wordAt: (number: number) => string): number | undefined {
  const end = phrase.findIndex((number, place) => {
    if (place === 0) return false;
    const word = wordAt(number);
    return /^['’]s$/.test(word) ? place === phrase.length - 1 : AFTER_HEADS.has(word.toLowerCase());
  });
  return phrase[(end < 0 ? phrase.length : end) - 1];
}

/**
 * Pairs found statements with gold ones, one to one, the most alike first, where at least half of their words are
 * shared (Jaccard). Found to gold.
 */
export function pairUnits(
  found: readonly AttributionUnit[],
  gold: readonly AttributionUnit[],
  likeness = (left: AttributionUnit, right: AttributionUnit): number => jaccard(left.content, right.content),
  least = 0.5,
): Map<number, number> {
  const candidates = found.flatMap((left, from) =>
    gold.flatMap((right, to) => {
      const value = likeness(left, right);
      return value >= least ? [{ value, from, to }] : [];
    }),
  );
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  for (const { from, to } of candidates.sort(
    (left, right) => right.value - left.value || left.from - right.from || left.to - right.to,
  )) {
    if (pairs.has(from) || taken.has(to)) continue;
    pairs.set(from, to);
    taken.add(to);
  }
  return pairs;
}

/** Whether a found source is a gold one: no source at all on both sides, or the same head word. */
export function isSameSource(found: AttributionUnit, gold: AttributionUnit): boolean {
  return gold.source.size === 0 ? found.source.size === 0 : found.heads.some((head) => gold.heads.includes(head));
}
