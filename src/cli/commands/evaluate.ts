import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatelineError } from '../../errors.ts';
import { evaluatePeople } from '../../evaluation/entities.ts';
import { evaluateEventTypes } from '../../evaluation/event-types.ts';
import type { Figure } from '../../evaluation/figures.ts';
import { readKnownGaps } from '../../evaluation/known-gaps.ts';
import { evaluateLanguage } from '../../evaluation/language.ts';
import { evaluateNames } from '../../evaluation/names.ts';
import { evaluateOwnCorpus } from '../../evaluation/own-corpus.ts';
import { EVALUATION_PARTS, type EvaluationPart } from '../../evaluation/parts.ts';
import { evaluateRules, type RuleLedger } from '../../evaluation/rules.ts';
import { evaluateStatements } from '../../evaluation/statements.ts';

const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const PRINT: Readonly<Record<EvaluationPart, (corpora: string) => void>> = {
  language: (corpora) => printFigures(evaluateLanguage(corpora)),
  names: (corpora) => printFigures(evaluateNames(corpora)),
  people: (corpora) => printFigures(evaluatePeople(corpora)),
  statements: printStatements,
  events: printEventTypes,
  corpus: () => printFigures(evaluateOwnCorpus()),
  gaps: printKnownGaps,
};

/**
 * Prints every figure that the development sets give, or those of some parts, with what the project asks of it; for
 * statements also how far confidence can be trusted and what goes wrong. Throws NOT_FOUND without corpora.
 */
export function printEvaluation(corpora: string, parts: readonly EvaluationPart[] = EVALUATION_PARTS): void {
  checkCorpora(corpora);
  for (const part of parts) PRINT[part](corpora);
}

/** Prints the ledger: for every rule how often it fires on real news and what each figure loses without it. */
export function printRules(corpora: string): void {
  checkCorpora(corpora);
  const { sets, figures, rows }: RuleLedger = evaluateRules(corpora, log);
  print(['rule'.padEnd(56), ...sets.map((set) => `fires, ${set}`), ...figures.map((name) => `−${name}`)].join(' | '));
  for (const { name, fires, losses } of rows) {
    const points = losses.map((loss) => (Math.abs(loss) < 0.005 ? '0' : loss.toFixed(2)));
    print([name.padEnd(56), ...fires.map(String), ...points].join(' | '));
  }
}

function checkCorpora(corpora: string): void {
  if (!existsSync(join(corpora, 'treebank')))
    throw new DatelineError(
      'NOT_FOUND',
      `The folder "${corpora}" has no treebank/.`,
      'Give the folder that holds treebank/, names/ and polnear/.',
    );
}

function printStatements(corpora: string): void {
  if (!existsSync(join(corpora, 'polnear', 'dev.jsonl'))) return;
  const { figures, reliability, errors } = evaluateStatements(corpora);
  printFigures(figures);
  print('\nconfidence of statements, PolNeAR dev: of those found with it, how many are right in content and source');
  for (const { from, to, statements, said, right } of reliability) {
    const row = `${from.toFixed(2)} to ${to.toFixed(2)}, ${statements} statements`.padEnd(34);
    print(`${row} mean ${said.toFixed(1).padStart(5)}  right ${right.toFixed(1).padStart(5)}`);
  }
  print('\nerrors of statements of speech, PolNeAR dev, as a share of those marked by hand');
  for (const { kind, count, share } of errors)
    print(`${kind.padEnd(34)} ${String(count).padStart(5)} ${share.toFixed(1).padStart(6)} %`);
  print('');
}

function printEventTypes(corpora: string): void {
  if (existsSync(join(corpora, 'events', 'plover-sentences-dev.jsonl'))) printFigures(evaluateEventTypes(corpora));
}

function printKnownGaps(): void {
  const gaps = readKnownGaps();
  const open = gaps.filter(({ isClosed }) => !isClosed);
  print(`\nknown gaps: ${open.length} of ${gaps.length} sentences are still read otherwise than they should be`);
  for (const { step, wish, text, expected, found } of open) {
    print(`${step}, ${wish}: ${text}`);
    print(`  should be  ${expected.join('; ') || 'nothing'}`);
    print(`  is         ${found.join('; ') || 'nothing'}`);
  }
}

function printFigures(figures: readonly Figure[]): void {
  for (const { measure, data, value, atLeast, aim } of figures) {
    const target = atLeast === undefined ? '' : `  (at least ${atLeast}${aim === undefined ? '' : `, aim ${aim}`})`;
    print(`${`${measure}, ${data}`.padEnd(60)} ${value.toFixed(1).padStart(7)}${target}`);
  }
}
