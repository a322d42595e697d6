import { readdirSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { extract } from '../ingest.ts';
import type { Reading } from '../reading/reading.ts';
import { actorLines, eventLines, nameLines, positionLines, statementLines } from './notation.ts';

/** What each file of known gaps is written in. */
const NOTATIONS = {
  statements: statementLines,
  events: eventLines,
  positions: positionLines,
  names: nameLines,
  actors: actorLines,
} as const satisfies Record<string, (reading: Reading) => string[]>;

const gapsSchema = z.array(z.strictObject({ wish: z.string(), text: z.string(), expected: z.array(z.string()) }));

/** A sentence that is read otherwise than it should be, with what the reading gives and what it should give. */
export interface KnownGap {
  readonly step: keyof typeof NOTATIONS;
  readonly wish: string;
  readonly text: string;
  readonly expected: readonly string[];
  readonly found: readonly string[];
  /** Whether the reading gives what it should by now: then the sentence belongs among the tests. */
  readonly isClosed: boolean;
}

const FOLDER = new URL('../../corpus/known-gaps/', import.meta.url);

/** Reads every sentence of `corpus/known-gaps`, a file a step, as if it had appeared on 14 March 2024. */
export function readKnownGaps(): KnownGap[] {
  const steps = Object.keys(NOTATIONS).filter((name): name is keyof typeof NOTATIONS => name in NOTATIONS);
  const files = new Set(readdirSync(FOLDER));
  return steps.flatMap((step) => {
    if (!files.has(`${step}.json`)) return [];
    const gaps = gapsSchema.parse(JSON.parse(readFileSync(new URL(`${step}.json`, FOLDER), 'utf8')));
    return gaps.map(({ wish, text, expected }): KnownGap => {
      const found = NOTATIONS[step](extract(text, '2024-03-14'));
      return { step, wish, text, expected, found, isClosed: JSON.stringify(found) === JSON.stringify(expected) };
    });
  });
}
