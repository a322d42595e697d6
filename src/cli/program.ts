import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { Command, Option } from 'commander';
import { DatelineError, ERROR_SURFACES } from '../errors.ts';
import { EVALUATION_PARTS, type EvaluationPart } from '../evaluation/parts.ts';
import { readSettings } from './settings.ts';

/**
 * Runs one command of the command line, with the settings of an environment, and gives the exit status. Output and
 * errors go to standard output and standard error. Each command loads its own code, so that none waits for another's.
 */
export async function runProgram(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const program = new Command('dateline')
    .description('News articles in, a knowledge graph of who said what and what happened out.')
    .version(readVersion())
    .showHelpAfterError();
  let status = 0;
  const end = (given: number): void => {
    status = given;
  };
  addGraphCommands(program, environment, end);
  addReadingCommands(program, end);
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    const isForeseen = error instanceof DatelineError;
    process.stderr.write(
      isForeseen ? `${error.message}${error.hint === undefined ? '' : `\n${error.hint}`}\n` : `${inspect(error)}\n`,
    );
    return ERROR_SURFACES[isForeseen ? error.code : 'INTERNAL'].exit;
  }
}

/** The commands that need a graph, and so the settings. */
function addGraphCommands(program: Command, environment: NodeJS.ProcessEnv, end: (status: number) => void): void {
  program
    .command('start')
    .description('migrate, ingest the seeds that are not in yet, and serve GraphQL')
    .action(async () => {
      const { start } = await import('./commands/start.ts');
      await start(readSettings(environment));
    });

  program
    .command('ingest')
    .description('read articles into the graph: files, folders, or - for standard input')
    .argument('<path...>', 'plain text with optional YAML front matter, JSON, or JSON Lines')
    .option('--json', 'print one JSON object an article', false)
    .action(async (paths: string[], options: { json: boolean }) => {
      const { ingestPaths } = await import('./commands/print-ingest.ts');
      end(ingestPaths(readSettings(environment), paths, options));
    });

  program
    .command('backup')
    .description('write the whole graph into one file, also while it is served')
    .argument('<file>', 'the file to be made')
    .option('--force', 'replace the file where it is there already', false)
    .action(async (file: string, options: { force: boolean }) => {
      const { backup } = await import('./commands/backup.ts');
      backup(readSettings(environment), file, options);
    });

  program
    .command('restore')
    .description('put a backup in the place of the graph, which must not be served; what was there is kept beside it')
    .argument('<file>', 'a file that backup has made')
    .action(async (file: string) => {
      const { restore } = await import('./commands/restore.ts');
      restore(readSettings(environment), file);
    });
}

/** The commands that read texts and store nothing. */
function addReadingCommands(program: Command, end: (status: number) => void): void {
  program
    .command('extract')
    .description(
      'read JSON Lines {id, text, title?, publishedAt?} on standard input, print what is found; nothing is stored',
    )
    .action(async () => {
      const { extractLines } = await import('./commands/extract.ts');
      end(
        await extractLines({
          input: process.stdin,
          output: process.stdout,
          complain: (message) => process.stderr.write(`${message}\n`),
        }),
      );
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
}

function readVersion(): string {
  return (
    /"version": "([^"]+)"/.exec(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))?.[1] ?? 'unknown'
  );
}
