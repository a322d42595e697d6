import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArticles } from '../../article/formats.ts';
import { DatelineError } from '../../errors.ts';
import { ingest } from '../../ingest.ts';
import type { ReadingBound } from '../../reading/reading.ts';
import type { Store } from '../../store/store.ts';

/** What became of one article. */
export interface Report {
  readonly source: string;
  readonly status: 'CREATED' | 'UPDATED' | 'UNCHANGED' | 'FAILED';
  readonly id: string | null;
  readonly reason: string | null;
  /** Where its text went beyond what is read of one; left out where it did not. */
  readonly bounds?: readonly ReadingBound[];
}

const FILE = /\.(?:txt|md|text|json|jsonl|ndjson)$/i;

/**
 * The files that some paths stand for: files themselves, and all article files below folders, in order of name; `-` is
 * standard input.
 */
export function listSources(paths: readonly string[]): { sources: string[]; missing: Report[] } {
  const sources: string[] = [];
  const missing: Report[] = [];
  for (const path of paths) {
    if (path === '-') {
      sources.push(path);
      continue;
    }
    try {
      const found = statSync(path).isDirectory() ? filesBelow(path) : [path];
      sources.push(...found);
      if (found.length === 0)
        missing.push({
          source: path,
          status: 'FAILED',
          id: null,
          reason: 'there are no articles in it: files named .txt, .md, .json or .jsonl',
        });
    } catch {
      missing.push({ source: path, status: 'FAILED', id: null, reason: 'there is no such file or folder' });
    }
  }
  return { sources, missing };
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory()
        ? filesBelow(join(folder, entry.name))
        : FILE.test(entry.name)
          ? [join(folder, entry.name)]
          : [],
    );
}

/**
 * Reads the articles of one source into the graph, each in a transaction of its own, and tells of each as it is done. A
 * wrong one is named; the rest goes on.
 */
export function* ingestSource(store: Store, source: string, mostBytes: number): Generator<Report> {
  let articles: ReturnType<typeof parseArticles>;
  try {
    articles = parseArticles(readFileSync(source === '-' ? 0 : source), mostBytes);
  } catch (error) {
    yield { source, status: 'FAILED', id: null, reason: explain(error) };
    return;
  }
  for (const [place, article] of articles.entries()) {
    const name = articles.length > 1 ? `${source}#${place + 1}` : source;
    if (article instanceof Error) {
      yield { source: name, status: 'FAILED', id: null, reason: explain(article) };
      continue;
    }
    try {
      const { status, id, bounds } = ingest(store, article);
      yield { source: name, status, id, reason: null, ...(bounds.length > 0 ? { bounds } : {}) };
    } catch (error) {
      yield { source: name, status: 'FAILED', id: null, reason: explain(error) };
    }
  }
}

function explain(error: unknown): string {
  if (error instanceof DatelineError)
    return error.hint === undefined ? error.message : `${error.message} (${error.hint})`;
  return error instanceof Error ? error.message : String(error);
}
