import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { RULES } from '../reading/rules.ts';
import { readGumDocuments } from '../training/gum-names.ts';
import { evaluatePeople } from './entities.ts';
import { evaluateEventTypes } from './event-types.ts';
import type { Figure } from './figures.ts';
import { namesIn, scoreGum, scoreWorldwide } from './names.ts';
import { firesIn, type ReadText, RuleReader } from './read-text.ts';
import { evaluateStatements } from './statements.ts';

/** What one rule does on real news. */
export interface RuleRow {
  readonly name: string;
  /** How often it fired in each set of texts that nothing is tuned on sentence by sentence. */
  readonly fires: readonly number[];
  /** How much each figure falls without it, in points; below zero where it rises. */
  readonly losses: readonly number[];
}

/** The ledger of rules: its columns and a row a rule, in the order of the steps. */
export interface RuleLedger {
  readonly sets: readonly string[];
  readonly figures: readonly string[];
  readonly rows: readonly RuleRow[];
}

const textSchema = z.object({ text: z.string(), publishedAt: z.string().optional() });

interface Text {
  readonly text: string;
  readonly published: string | null;
}

/** Measures every rule of the reading by leaving it out: some minutes. */
export function evaluateRules(corpora: string, log: (line: string) => void): RuleLedger {
  const reader = new RuleReader();
  const sets: readonly (readonly [string, readonly Text[]])[] = [
    ['PolNeAR train', readTexts(join(corpora, 'polnear', 'train.jsonl'))],
    ['Worldwide dev', readTexts(join(corpora, 'names', 'worldwide-dev.jsonl'))],
    [
      'GUM train',
      readGumDocuments(join(corpora, 'treebank', 'gum-train.conllu')).map(({ text }) => ({ text, published: null })),
    ],
  ];
  const fires = sets.map(([name, texts]) => {
    log(`rules: reading ${name}, ${texts.length} texts`);
    return countFires(texts);
  });
  log('rules: the figures with all of them');
  const whole = measure(corpora, reader.read);
  const rows = RULES.map(({ name }): RuleRow => {
    const without = measure(corpora, reader.without(name));
    return {
      name,
      fires: fires.map((counts) => counts.get(name) ?? 0),
      losses: whole.map(({ value }, number) => value - (without[number]?.value ?? 0)),
    };
  });
  return { sets: sets.map(([name]) => name), figures: whole.map(({ measure }) => measure), rows };
}

function readTexts(path: string): Text[] {
  return readFileSync(path, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const { text, publishedAt } = textSchema.parse(JSON.parse(line));
      return { text, published: publishedAt?.slice(0, 10) ?? null };
    });
}

function countFires(texts: readonly Text[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { text, published } of texts) {
    for (const [name, count] of firesIn(text, published)) counts.set(name, (counts.get(name) ?? 0) + count);
  }
  return counts;
}

/** The figures that rules are held against, under short names. */
function measure(corpora: string, readText: ReadText): Figure[] {
  const find = (text: string): ReturnType<typeof namesIn> => namesIn(readText(text, null));
  const statements = evaluateStatements(corpora, readText).figures;
  const [speech, whoSaid] = statements.filter((figure) => /^speech, content/.test(figure.measure));
  return [
    ...[speech, whoSaid].flatMap((figure) => (figure ? [figure] : [])),
    ...evaluateEventTypes(corpora, readText),
    ...evaluatePeople(corpora, readText),
    ...scoreGum(corpora, find).slice(0, 1),
    ...scoreWorldwide(corpora, find).slice(0, 1),
  ];
}
