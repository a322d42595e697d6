import { type Article, makeTitle } from './article/article.ts';
import { annotate } from './language/analyse.ts';
import { read } from './reading/read.ts';
import type { Reading, ReadingBound } from './reading/reading.ts';
import type { Document, Sentence } from './language/document.ts';
import { pennTag, tokenText } from './language/tags.ts';
import type { IngestOutcome, Store } from './store/store.ts';

/**
 * What ingest would find in a text, with nothing stored. `publishedAt` is a day or a moment; dates in the text are
 * counted from it.
 */
export function extract(text: string, publishedAt: string | null): Reading {
  return read(annotate(text), publishedAt === null ? null : publishedAt.slice(0, 10));
}

/** What became of an article. */
export interface Ingested extends IngestOutcome {
  /** Where its text went beyond what is read of one; empty where it was not read again. */
  readonly bounds: readonly ReadingBound[];
}

/**
 * Reads an article and stores it, all of it or nothing: CREATED where it is new, UNCHANGED where the same is there
 * already, UPDATED where one with its url was there with other words. Throws what the store throws.
 */
export function ingest(store: Store, article: Article): Ingested {
  const known = store.findUnchanged(article);
  if (known !== null) return { status: 'UNCHANGED', id: known, bounds: [] };
  const reading = extract(article.text, article.publishedAt);
  const title = article.title ?? makeTitle(firstSentence(reading));
  return {
    ...store.save({ article, title, reading, wordCount: countWords(reading), ingestedAt: new Date().toISOString() }),
    bounds: reading.bounds,
  };
}

/**
 * The first sentence that says something, with what stands before it in its paragraph: a dateline or a byline says
 * nothing, however long it is.
 */
function firstSentence({ document }: Reading): string {
  const sentence = document.sentences.find((candidate) => saysSomething(document, candidate)) ?? document.sentences[0];
  const paragraph = document.paragraphs[sentence?.paragraph ?? -1];
  return sentence && paragraph
    ? document.text.slice(document.tokens.start[paragraph.first], document.tokens.end[sentence.last])
    : document.text;
}

/** Tokens in the shortest sentence that can stand as a title. */
const SHORTEST_TITLE = 4;

function saysSomething(document: Document, { first, last }: Sentence): boolean {
  if (last - first + 1 < SHORTEST_TITLE) return false;
  for (let token = first; token <= last; token += 1) if (/^(?:VB|MD)/.test(pennTag(document, token))) return true;
  return false;
}

/** Tokens with a letter or a figure, clitics not counted. */
function countWords({ document }: Reading): number {
  let words = 0;
  for (let token = 0; token < document.tokens.count; token += 1)
    if (/^[\p{L}\p{N}$€£]/u.test(tokenText(document, token)) && !/^n['’]t$/i.test(tokenText(document, token)))
      words += 1;
  return words;
}
