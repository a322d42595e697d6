import { type AttributionUnit, isSameSource } from './attribution-units.ts';
import { type Figure, f1, percent } from './figures.ts';
import type { JudgedText } from './judged-text.ts';
import { sharedCount } from './running-words.ts';

interface Group {
  readonly isGold: (unit: AttributionUnit) => boolean;
  readonly isFound: (unit: AttributionUnit) => boolean;
  /** Whether found statements paired with attributions that are no speech are left out. */
  readonly isSpeechOnly: boolean;
}

const SPEECH: Group = { isGold: (unit) => unit.isSpeech, isFound: () => true, isSpeechOnly: true };
const DIRECT: Group = {
  isGold: (unit) => unit.kind === 'DIRECT',
  isFound: (unit) => unit.kind === 'DIRECT',
  isSpeechOnly: false,
};
const MIXED: Group = {
  isGold: (unit) => unit.kind === 'MIXED',
  isFound: (unit) => unit.kind === 'MIXED',
  isSpeechOnly: false,
};
const INDIRECT: Group = {
  isGold: (unit) => unit.kind === 'INDIRECT' && unit.isSpeech,
  isFound: (unit) => unit.kind === 'INDIRECT',
  isSpeechOnly: true,
};

interface Tally {
  gold: number;
  found: number;
  foundRight: number;
  goldRight: number;
  sourced: number;
  sourceRight: number;
  bothRight: number;
}

function tally(texts: readonly JudgedText[], group: Group): Tally {
  const sum: Tally = { gold: 0, found: 0, foundRight: 0, goldRight: 0, sourced: 0, sourceRight: 0, bothRight: 0 };
  for (const { gold, found, pairs } of texts) {
    found.forEach((unit, number) => {
      const partner = gold[pairs.get(number) ?? -1];
      if (!group.isFound(unit) || (group.isSpeechOnly && partner && !partner.isSpeech)) return;
      sum.found += 1;
      if (partner) sum.foundRight += 1;
    });
    const back = new Map([...pairs].map(([from, to]) => [to, from]));
    gold.forEach((unit, number) => {
      if (!group.isGold(unit)) return;
      sum.gold += 1;
      const partner = found[back.get(number) ?? -1];
      if (!partner) return;
      sum.goldRight += 1;
      const isRight = isSameSource(partner, unit);
      if (isRight) sum.bothRight += 1;
      if (unit.source.size === 0) return;
      sum.sourced += 1;
      if (isRight) sum.sourceRight += 1;
    });
  }
  return sum;
}

/** The figures of statements on PolNeAR dev, with what the project asks of each. */
export function figuresOf(texts: readonly JudgedText[]): Figure[] {
  const data = 'PolNeAR dev';
  const [speech, direct, mixed, indirect] = [SPEECH, DIRECT, MIXED, INDIRECT].map((group) => tally(texts, group));
  if (!speech || !direct || !mixed || !indirect) return [];
  const content = ({ foundRight, found, gold, goldRight }: Tally): number => f1(foundRight, found, gold, goldRight);
  const segments = tallySegments(texts);
  return [
    { measure: 'speech, content F1', data, value: content(speech), atLeast: 72, aim: 80 },
    {
      measure: 'speech, content and source F1',
      data,
      value: f1(speech.bothRight, speech.found, speech.gold),
      atLeast: 62,
      aim: 70,
    },
    { measure: 'direct, content F1', data, value: content(direct), atLeast: 90, aim: 94 },
    { measure: 'indirect speech, content F1', data, value: content(indirect), atLeast: 58, aim: 68 },
    { measure: 'mixed, recall', data, value: percent(mixed.goldRight, mixed.gold), atLeast: 60, aim: 75 },
    {
      measure: 'source head right, of those found',
      data,
      value: percent(speech.sourceRight, speech.sourced),
      atLeast: 88,
      aim: 92,
    },
    { measure: 'quotations with the right source', data, value: quotesAttributed(texts), atLeast: 85, aim: 90 },
    {
      measure: 'exact segments of content, F1',
      data,
      value: f1(segments.right, segments.found, segments.gold),
      atLeast: 50,
      aim: 60,
    },
  ];
}

/** Unbroken runs of content words, found exactly: the unit of sequence labellers. */
function tallySegments(texts: readonly JudgedText[]): { right: number; found: number; gold: number } {
  const sum = { right: 0, found: 0, gold: 0 };
  for (const { gold, found } of texts) {
    const wanted = new Set(gold.flatMap(runsOf));
    const seen = new Set(found.flatMap(runsOf));
    sum.gold += wanted.size;
    sum.found += seen.size;
    for (const run of seen) if (wanted.has(run)) sum.right += 1;
  }
  return sum;
}

function runsOf({ content }: AttributionUnit): string[] {
  const numbers = [...content].sort((left, right) => left - right);
  const starts = numbers.filter((number) => !content.has(number - 1));
  const ends = numbers.filter((number) => !content.has(number + 1));
  return starts.map((start, place) => `${start}-${ends[place]}`);
}

/**
 * Of the quotations of four words and more that have a source by hand, the share whose statement has that source, in
 * percent.
 */
function quotesAttributed(texts: readonly JudgedText[]): number {
  let sourced = 0;
  let right = 0;
  for (const { measured, gold, found } of texts) {
    for (const quote of measured.quotes) {
      const wanted = quote.size < 4 ? undefined : holderOf(quote, gold);
      if (!wanted || wanted.source.size === 0) continue;
      sourced += 1;
      const holder = holderOf(quote, found);
      if (holder && isSameSource(holder, wanted)) right += 1;
    }
  }
  return percent(right, sourced);
}

/** The statement that holds most of a quotation's words, and at least half of them. */
function holderOf(quote: ReadonlySet<number>, units: readonly AttributionUnit[]): AttributionUnit | undefined {
  let best: AttributionUnit | undefined;
  let most = quote.size / 2;
  for (const unit of units) {
    const shared = sharedCount(quote, unit.content);
    if (shared > most || (shared === most && best === undefined)) {
      best = unit;
      most = shared;
    }
  }
  return best;
}
