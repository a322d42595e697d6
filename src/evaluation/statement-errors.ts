import { type AttributionUnit, isSameSource } from './attribution-units.ts';
import { percent } from './figures.ts';
import type { JudgedText } from './judged-text.ts';
import { sharedCount } from './running-words.ts';

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

const BINS: readonly number[] = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.01];

/** Of the statements of each confidence, how many are right: content paired, and the source the same. */
export function reliabilityOf(texts: readonly JudgedText[]): ReliabilityRow[] {
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
export function errorsOf(texts: readonly JudgedText[]): ErrorRow[] {
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
