import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { extract } from '../ingest.ts';
import { type Figure, f1 } from './figures.ts';
import type { ReadText } from './read-text.ts';

const sentenceSchema = z.object({
  text: z.string(),
  publishedAt: z.string(),
  events: z.array(z.object({ type: z.string() })),
});

/**
 * The types of events in the sentences that PLOVER's gold standard codes: of each sentence the set of types found
 * against the set coded.
 */
export function evaluateEventTypes(corpora: string, readText: ReadText = extract): Figure[] {
  const lines = readFileSync(join(corpora, 'events', 'plover-sentences-dev.jsonl'), 'utf8')
    .trim()
    .split('\n');
  const counts = { right: 0, found: 0, gold: 0 };
  for (const line of lines) {
    const { text, publishedAt, events } = sentenceSchema.parse(JSON.parse(line));
    const gold = new Set(events.map(({ type }) => type));
    const found = new Set<string>(readText(text, publishedAt).events.map(({ type }) => type));
    counts.gold += gold.size;
    counts.found += found.size;
    for (const type of found) if (gold.has(type)) counts.right += 1;
  }
  return [
    {
      measure: 'event types F1',
      data: 'PLOVER sentences, development half',
      value: f1(counts.right, counts.found, counts.gold),
      atLeast: 66,
    },
  ];
}
