import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { extract } from '../ingest.ts';
import type { Reading } from '../reading/reading.ts';
import { type Attributed, measureText, pairUnits, toUnits } from './attribution-units.ts';
import type { Figure } from './figures.ts';
import type { JudgedText } from './judged-text.ts';
import { type ErrorRow, errorsOf, type ReliabilityRow, reliabilityOf } from './statement-errors.ts';
import { figuresOf } from './statement-figures.ts';
import type { ReadText } from './read-text.ts';

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
  return scoreStatements(
    lines.map((line) => articleSchema.parse(JSON.parse(line))),
    readText,
  );
}

/** An article with its attributions by hand. */
type AttributedArticle = Pick<z.infer<typeof articleSchema>, 'text' | 'publishedAt'> & {
  readonly attributions: readonly Attributed[];
};

/** Measures statements on articles in which every attribution is marked. */
export function scoreStatements(articles: readonly AttributedArticle[], readText: ReadText): StatementEvaluation {
  const texts = articles.map(({ text, publishedAt, attributions }) =>
    judge(text, readText(text, publishedAt?.slice(0, 10) ?? null), attributions),
  );
  return { figures: figuresOf(texts), reliability: reliabilityOf(texts), errors: errorsOf(texts) };
}

function judge(text: string, { statements }: Reading, attributions: readonly Attributed[]): JudgedText {
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
