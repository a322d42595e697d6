#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { Command, Option } from 'commander';
import { DatelineError, ERROR_SURFACES } from '../errors.ts';
import { EVALUATION_PARTS, type EvaluationPart } from '../evaluation/parts.ts';
import { readSettings } from './settings.ts';

/** The command line. Each command loads its own code, so that none waits for another's. */
const program = new Command('dateline')
  .description('News articles in, a knowledge graph of who said what and what happened out.')
  .version(readVersion())
  .showHelpAfterError();

program
  .command('start')
  .description('migrate, ingest the seeds that are not in yet, and serve GraphQL')
  .action(async () => {
    const { start } = await import('./commands/start.ts');
    await start(readSettings(process.env));
  });

program
  .command('ingest')
  .description('read articles into the graph: files, folders, or - for standard input')
  .argument('<path...>', 'plain text with optional YAML front matter, JSON, or JSON Lines')
  .option('--json', 'print one JSON object an article', false)
  .action(async (paths: string[], options: { json: boolean }) => {
    const { ingestPaths } = await import('./commands/print-ingest.ts');
    process.exitCode = ingestPaths(readSettings(process.env), paths, options);
  });

program
  .command('extract')
  .description(
    'read JSON Lines {id, text, title?, publishedAt?} on standard input, print what is found; nothing is stored',
  )
  .action(async () => {
    const { extractLines } = await import('./commands/extract.ts');
    process.exitCode = await extractLines({
      input: process.stdin,
      output: process.stdout,
      complain: (message) => process.stderr.write(`${message}\n`),
    });
  });

program
  .command('backup')
  .description('write the whole graph into one file, also while it is served')
  .argument('<file>', 'the file to be made')
  .option('--force', 'replace the file where it is there already', false)
  .action(async (file: string, options: { force: boolean }) => {
    const { backup } = await import('./commands/backup.ts');
    backup(readSettings(process.env), file, options);
  });

program
  .command('restore')
  .description('put a backup in the place of the graph, which must not be served; what was there is kept beside it')
  .argument('<file>', 'a file that backup has made')
  .action(async (file: string) => {
    const { restore } = await import('./commands/restore.ts');
    restore(readSettings(process.env), file);
  });

program
  .command('train')
  .description('make the models of src/language/models/ again from a folder of corpora')
  .argument('<corpora>', 'a folder with treebank/ and names/')
  .option('--only <names...>', 'only these models')
  .option('--seed <number>', 'for another order of the examples', '1')
  .action(async (corpora: string, options: { only?: string[]; seed: string }) => {
    const { trainAll } = await import('../training/train.ts');
    await trainAll({
      corpora,
      seed: Number(options.seed),
      ...(options.only ? { only: options.only } : {}),
      log: (line) => process.stdout.write(`${line}\n`),
    });
  });

program
  .command('eval')
  .description('measure the reading of English on the development sets of a folder of corpora')
  .argument('<corpora>', 'a folder with treebank/ and names/')
  .addOption(new Option('--only <parts...>', 'only these parts').choices(EVALUATION_PARTS))
  .option('--rules', 'leave each rule of the reading out in turn, and say what every figure loses', false)
  .action(async (corpora: string, options: { only?: EvaluationPart[]; rules: boolean }) => {
    const { printEvaluation, printRules } = await import('./commands/evaluate.ts');
    if (options.rules) printRules(corpora);
    else printEvaluation(corpora, options.only);
  });

// Whoever reads our output may stop before its end: that is no failure.
process.stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));

try {
  await program.parseAsync();
} catch (error) {
  const isForeseen = error instanceof DatelineError;
  process.stderr.write(
    isForeseen ? `${error.message}${error.hint === undefined ? '' : `\n${error.hint}`}\n` : `${inspect(error)}\n`,
  );
  process.exitCode = ERROR_SURFACES[isForeseen ? error.code : 'INTERNAL'].exit;
}

function readVersion(): string {
  return (
    /"version": "([^"]+)"/.exec(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))?.[1] ?? 'unknown'
  );
}
