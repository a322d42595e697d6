import { DatelineError } from '../errors.ts';
import type { Article } from './article.ts';
import type { Format } from './format.ts';
import { jsonFormat, jsonLinesFormat } from './formats/json.ts';
import { textFormat } from './formats/text.ts';

/** The formats that ingest takes, the most particular first: the first whose `sniff` says yes reads the content. */
export const FORMATS: readonly Format[] = [jsonFormat, jsonLinesFormat, textFormat];

/** Somewhat less than the longest string there can be. */
const MOST_FILE_BYTES = 500_000_000;

/**
 * The articles in the bytes of a file. A byte order mark is dropped; nothing else is changed. Throws INVALID_INPUT
 * where the bytes are empty, not UTF-8 or a page of HTML, or hold broken front matter or no text; an Error stands in
 * place of each article of a list that is wrong, and of each whose text has more than `mostBytes` bytes.
 */
export function parseArticles(bytes: Uint8Array, mostBytes: number): (Article | Error)[] {
  if (bytes.byteLength === 0) throw new DatelineError('INVALID_INPUT', 'the file is empty');
  if (bytes.byteLength > MOST_FILE_BYTES)
    throw new DatelineError(
      'TOO_LARGE',
      `${bytes.byteLength} bytes are more than one file may have`,
      'Split the file.',
    );
  const content = decode(bytes);
  if (content.includes('\0'))
    throw new DatelineError('INVALID_INPUT', 'this is no text', 'Give the text of the document.');
  if (/^\s*<(?:!doctype\s+html|html)\b/i.test(content))
    throw new DatelineError('INVALID_INPUT', 'this is a page of HTML', 'Give the text of the article alone.');
  const format = FORMATS.find((candidate) => candidate.sniff(content));
  const articles = format ? format.parse(content) : [];
  if (articles.length === 0) throw new DatelineError('INVALID_INPUT', 'there is no article in it');
  return articles.map((article) => (article instanceof Error ? article : limit(article, mostBytes)));
}

function limit(article: Article, mostBytes: number): Article | DatelineError {
  const bytes = Buffer.byteLength(article.text);
  return bytes > mostBytes
    ? new DatelineError(
        'TOO_LARGE',
        `the text of ${bytes} bytes is larger than the ${mostBytes} allowed`,
        'Set DATELINE_MAX_BYTES to allow more.',
      )
    : article;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new DatelineError('INVALID_INPUT', 'not UTF-8', 'Convert the file to UTF-8.', { cause });
  }
}
