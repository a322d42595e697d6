import cliProgress from 'cli-progress';
import { openStore } from '../../store/store.ts';
import type { Settings } from '../settings.ts';
import { ingestSource, listSources, type Report } from './ingest.ts';

const WORDS: Readonly<Record<Report['status'], string>> = {
  CREATED: 'created',
  UPDATED: 'updated',
  UNCHANGED: 'unchanged',
  FAILED: 'FAILED',
};

interface PrintOptions {
  /** One JSON object an article. */
  readonly json: boolean;
  /** Nothing but articles that failed, and the summary. */
  readonly quiet?: boolean;
}

/**
 * Ingests files, folders and standard input, with a progress bar on a terminal and a line an article elsewhere. Gives
 * the exit status: 1 where an article failed.
 */
export function ingestPaths(
  settings: Settings,
  paths: readonly string[],
  { json, quiet = false }: PrintOptions,
): number {
  const { sources, missing } = listSources(paths);
  const store = openStore({ path: settings.database });
  const tally = { CREATED: 0, UPDATED: 0, UNCHANGED: 0, FAILED: 0 };
  const isTerminal = process.stdout.isTTY === true && !json && !quiet;
  const bar = isTerminal
    ? new cliProgress.SingleBar(
        { format: '{bar} {value}/{total} {source}', hideCursor: true },
        cliProgress.Presets.shades_classic,
      )
    : null;
  const failed: Report[] = [];
  const tell = (report: Report): void => {
    tally[report.status] += 1;
    if (report.status === 'FAILED') failed.push(report);
    if (json) process.stdout.write(`${JSON.stringify(report)}\n`);
    else if (!bar && !quiet && report.status !== 'FAILED')
      process.stdout.write(`${WORDS[report.status]} ${report.source}\n`);
    if (report.bounds)
      process.stderr.write(
        `${report.source}: the text is unusual, and less of it was read than there is (${report.bounds.join(', ')})\n`,
      );
    if (!bar && report.status === 'FAILED') process.stderr.write(`FAILED ${report.source}: ${report.reason}\n`);
  };
  bar?.start(sources.length, 0, { source: '' });
  try {
    if (!quiet) for (const report of missing) tell(report);
    for (const source of sources) {
      bar?.update({ source });
      for (const report of ingestSource(store, source, settings.mostBytes)) tell(report);
      bar?.increment();
    }
  } finally {
    bar?.stop();
    store.close();
  }
  if (bar) for (const report of failed) process.stderr.write(`FAILED ${report.source}: ${report.reason}\n`);
  const { CREATED, UPDATED, UNCHANGED, FAILED } = tally;
  (json ? process.stderr : process.stdout).write(
    `${CREATED} created, ${UPDATED} updated, ${UNCHANGED} unchanged, ${FAILED} failed\n`,
  );
  return FAILED > 0 ? 1 : 0;
}
