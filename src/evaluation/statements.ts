import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { extract } from '../ingest.ts';
import {
  type AttributionUnit,
  type Attributed,
  isSameSource,
  type MeasuredText,
  measureText,
  pairUnits,
  toUnits,
} from './attribution-units.ts';
import type { Reading } from '../reading/reading.ts';
import { type Figure, f1 } from './figures.ts';
import type { ReadText } from './read-text.ts';
import { sharedCount } from './running-words.ts';

/** A text with its statements, by hand and found, and how sure each found one is. */
interface Judged {
  readonly measured: MeasuredText;
  readonly gold: readonly AttributionUnit[];
  readonly found: readonly AttributionUnit[];
  readonly confidences: readonly number[];
  /** Found to gold. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** One row of the table of confidences. */
export interface ReliabilityRow {
  /** The least confidence of the row, and the least of the next. */
  readonly from: number;
  readonly to: number;
  readonly statements: number;
  /** The mean confidence, and the share that is right in content and source, in percent. */
  readonly said: number;
  readonly right: number;
}

/** One kind of error: how often, and as a share of the statements of speech, in percent. */
export interface ErrorRow {
  readonly kind: string;
  readonly count: number;
  readonly share: number;
}

/** What the statements of a development set give. */
export interface StatementEvaluation {
  readonly figures: readonly Figure[];
  readonly reliability: readonly ReliabilityRow[];
  readonly errors: readonly ErrorRow[];
}

const spansSchema = z.array(z.object({ start: z.int(), end: z.int() }));
const articleSchema = z.object({
  text: z.string(),
  publishedAt: z.string().optional(),
  attributions: z.array(z.object({ source: spansSchema, cue: spansSchema, content: spansSchema })),
});

/**
 * Measures statements on the development set of PolNeAR (Newell et al. 2018), in words. A found statement and one by
 * hand are a pair where the Jaccard index of their content is 0.5 or more. `speech` keeps what a reporting verb or
 * quotation marks show to be speech; found statements paired with other attributions are left out there, unpaired ones
 * count as wrong.
 */
export function evaluateStatements(corpora: string, readText: ReadText = extract): StatementEvaluation {
  const lines = readFileSync(join(corpora, 'polnear', 'dev.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const texts = lines.map((line) => {
    const { text, publishedAt, attributions } = articleSchema.parse(JSON.parse(line));
    return judge(text, readText(text, publishedAt?.slice(0, 10) ?? null), attributions);
  });
  return { figures: figuresOf(texts), reliability: reliabilityOf(texts), errors: errorsOf(texts) };
}

function judge(text: string, { statements }: Reading, attributions: readonly Attributed[]): Judged {
  const measured = measureText(text);
  const gold = toUnits(text, measured, attributions);
  const parts = statements.map(({ content, cue, source }) => ({
    content,
    cue: cue ? [cue] : [],
    source: source ? [source] : [],
  }));
  const kept = parts.flatMap((part, number) =>
    toUnits(text, measured, [part]).map((unit) => ({ unit, confidence: statements[number]?.confidence ?? 0 })),
  );
  const found = kept.map(({ unit }) => unit);
  return {
    measured,
    gold,
    found,
    confidences: kept.map(({ confidence }) => confidence),
    pairs: pairUnits(found, gold),
  };
}

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

function tally(texts: readonly Judged[], group: Group): Tally {
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

function figuresOf(texts: readonly Judged[]): Figure[] {
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
function tallySegments(texts: readonly Judged[]): { right: number; found: number; gold: number } {
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
function quotesAttributed(texts: readonly Judged[]): number {
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

const BINS: readonly number[] = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01];

/** Of the statements of each confidence, how many are right: content paired, and the source the same. */
function reliabilityOf(texts: readonly Judged[]): ReliabilityRow[] {
  const outcomes = texts.flatMap(({ gold, found, confidences, pairs }) =>
    found.map((unit, number) => {
      const partner = gold[pairs.get(number) ?? -1];
      return { confidence: confidences[number] ?? 0, isRight: partner !== undefined && isSameSource(unit, partner) };
    }),
  );
  return BINS.slice(0, -1).flatMap((from, place): ReliabilityRow[] => {
    const to = BINS[place + 1] ?? 1;
    const inside = outcomes.filter(({ confidence }) => confidence >= from && confidence < to);
    if (inside.length === 0) return [];
    const said = inside.reduce((sum, { confidence }) => sum + confidence, 0);
    return [
      {
        from,
        to: Math.min(to, 1),
        statements: inside.length,
        said: percent(said, inside.length),
        right: percent(inside.filter(({ isRight }) => isRight).length, inside.length),
      },
    ];
  });
}

/**
 * What is wrong with the statements of speech, by kind: those that are missed, those that are found otherwise than by
 * hand, and those that nobody made.
 */
function errorsOf(texts: readonly Judged[]): ErrorRow[] {
  const counts = new Map<string, number>();
  const count = (kind: string): void => {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  };
  let statements = 0;
  for (const { gold, found, pairs } of texts) {
    const back = new Map([...pairs].map(([from, to]) => [to, from]));
    gold.forEach((unit, number) => {
      if (!unit.isSpeech) return;
      statements += 1;
      const partner = found[back.get(number) ?? -1];
      if (!partner) count(missOf(unit, found));
      else if (!isSameSource(partner, unit)) count(partner.source.size === 0 ? 'source not found' : 'wrong source');
    });
    found.forEach((unit, number) => {
      if (pairs.has(number) || gold.some((other) => sharedCount(other.content, unit.content) > 0)) return;
      count(`made up: ${unit.kind.toLowerCase()}`);
    });
  }
  return [...counts]
    .map(([kind, number]) => ({ kind, count: number, share: percent(number, statements) }))
    .sort((left, right) => right.count - left.count);
}

/** Why a statement by hand has no partner. */
function missOf(unit: AttributionUnit, found: readonly AttributionUnit[]): string {
  const sameCue = found.find((other) => sharedCount(other.cue, unit.cue) > 0);
  const overlapping = found.find((other) => sharedCount(other.content, unit.content) > 0);
  const other = sameCue ?? overlapping;
  if (!other)
    return unit.cue.size === 0 ? 'missed: quotation without cue' : `missed: cue of ${unit.kind.toLowerCase()} speech`;
  if (sharedCount(other.content, unit.content) === 0) return 'content elsewhere';
  return other.content.size > unit.content.size ? 'content too long' : 'content too short';
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
