import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatelineError } from '../../errors.ts';
import { evaluateNames, evaluatePeople } from '../../evaluation/entities.ts';
import { evaluateLanguage } from '../../evaluation/language.ts';

/** Prints every figure that the development sets give, with what the project asks of it. Throws NOT_FOUND without corpora. */
export function printEvaluation(corpora: string): void {
  if (!existsSync(join(corpora, 'treebank'))) throw new DatelineError('NOT_FOUND', `The folder "${corpora}" has no treebank/.`, 'Give the folder that holds treebank/ and names/.');
  for (const { measure, data, value, atLeast, aim } of [...evaluateLanguage(corpora), ...evaluateNames(corpora), ...evaluatePeople(corpora)]) {
    const target = atLeast === undefined ? '' : `  (at least ${atLeast}${aim === undefined ? '' : `, aim ${aim}`})`;
    process.stdout.write(`${`${measure}, ${data}`.padEnd(60)} ${value.toFixed(1).padStart(7)}${target}\n`);
  }
}
