import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatelineError } from '../../errors.ts';
import { evaluatePeople } from '../../evaluation/entities.ts';
import type { Figure } from '../../evaluation/figures.ts';
import { evaluateLanguage } from '../../evaluation/language.ts';
import { evaluateNames } from '../../evaluation/names.ts';
import { evaluateStatements } from '../../evaluation/statements.ts';

/**
 * Prints every figure that the development sets give, with what the project asks of it, and for statements how far
 * confidence can be trusted and what goes wrong. Throws NOT_FOUND without corpora.
 */
export function printEvaluation(corpora: string): void {
  if (!existsSync(join(corpora, 'treebank')))
    throw new DatelineError(
      'NOT_FOUND',
      `The folder "${corpora}" has no treebank/.`,
      'Give the folder that holds treebank/, names/ and polnear/.',
    );
  for (const figure of evaluateLanguage(corpora)) printFigure(figure);
  const log = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  for (const figure of [...evaluateNames(corpora, log), ...evaluatePeople(corpora)]) printFigure(figure);
  if (!existsSync(join(corpora, 'polnear', 'dev.jsonl'))) return;
  const { figures, reliability, errors } = evaluateStatements(corpora);
  for (const figure of figures) printFigure(figure);
  process.stdout.write(
    '\nconfidence of statements, PolNeAR dev: of those found with it, how many are right in content and source\n',
  );
  for (const { from, to, statements, said, right } of reliability) {
    const row = `${from.toFixed(2)} to ${to.toFixed(2)}, ${statements} statements`.padEnd(34);
    process.stdout.write(`${row} mean ${said.toFixed(1).padStart(5)}  right ${right.toFixed(1).padStart(5)}\n`);
  }
  process.stdout.write('\nerrors of statements of speech, PolNeAR dev, as a share of those marked by hand\n');
  for (const { kind, count, share } of errors)
    process.stdout.write(`${kind.padEnd(34)} ${String(count).padStart(5)} ${share.toFixed(1).padStart(6)} %\n`);
}

function printFigure({ measure, data, value, atLeast, aim }: Figure): void {
  const target = atLeast === undefined ? '' : `  (at least ${atLeast}${aim === undefined ? '' : `, aim ${aim}`})`;
  process.stdout.write(`${`${measure}, ${data}`.padEnd(60)} ${value.toFixed(1).padStart(7)}${target}\n`);
}
