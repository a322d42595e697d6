import { type Article, makeTitle } from './article/article.ts';
import { annotate } from './language/analyse.ts';
import { read } from './reading/read.ts';
import type { Reading } from './reading/reading.ts';
import { tokenText } from './language/tags.ts';
import type { IngestOutcome, Store } from './store/store.ts';

/** What ingest would find in a text, with nothing stored. `publishedAt` is a day or a moment; dates in the text are counted from it. */
export function extract(text: string, publishedAt: string | null): Reading {
  return read(annotate(text), publishedAt === null ? null : publishedAt.slice(0, 10));
}

/**
 * Reads an article and stores it, all of it or nothing: CREATED where it is new, UNCHANGED where the same is there already, UPDATED where one with its url was there with
 * other words. Throws what the store throws.
 */
export function ingest(store: Store, article: Article): IngestOutcome {
  const known = store.findUnchanged(article);
  if (known !== null) return { status: 'UNCHANGED', id: known };
  const reading = extract(article.text, article.publishedAt);
  const title = article.title ?? makeTitle(firstSentence(reading));
  return store.save({ article, title, reading, wordCount: countWords(reading), ingestedAt: new Date().toISOString() });
}

/** The first sentence with something to say, with what stands before it in its paragraph (a dateline is a sentence of its own). */
function firstSentence({ document }: Reading): string {
  const sentence = document.sentences.find(({ first, last }) => last - first >= SHORTEST_TITLE) ?? document.sentences[0];
  const paragraph = document.paragraphs[sentence?.paragraph ?? -1];
  return sentence && paragraph ? document.text.slice(document.tokens.start[paragraph.first], document.tokens.end[sentence.last]) : document.text;
}

/** Tokens in the shortest sentence that can stand as a title. */
const SHORTEST_TITLE = 5;

/** Tokens with a letter or a figure, clitics not counted. */
function countWords({ document }: Reading): number {
  let words = 0;
  for (let token = 0; token < document.tokens.count; token += 1) if (/^[\p{L}\p{N}$€£]/u.test(tokenText(document, token)) && !/^n['’]t$/i.test(tokenText(document, token))) words += 1;
  return words;
}
