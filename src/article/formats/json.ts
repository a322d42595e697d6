import { DatelineError } from '../../errors.ts';
import { type Article, parseArticle } from '../article.ts';
import type { Format } from '../format.ts';

/** One JSON object with the fields of an article, or an array of them. */
export const jsonFormat: Format = {
  name: 'json',
  sniff: (content) => /^\s*[[{]/.test(content) && isJson(content),
  parse: (content) => {
    const value: unknown = JSON.parse(content);
    const items: unknown[] = Array.isArray(value) ? value : [value];
    return items.map((item, place) => attempt(item, items.length > 1 ? `article ${place + 1}: ` : ''));
  },
};

/** One JSON object a line. */
export const jsonLinesFormat: Format = {
  name: 'json-lines',
  sniff: (content) => /^\s*\{\s*"/.test(content),
  parse: (content) =>
    content.split('\n').flatMap((line, place) => {
      if (line.trim() === '') return [];
      let item: unknown;
      try {
        item = JSON.parse(line);
      } catch (cause) {
        return [new DatelineError('INVALID_INPUT', `line ${place + 1}: not JSON`, undefined, { cause })];
      }
      return [attempt(item, `line ${place + 1}: `)];
    }),
};

function isJson(content: string): boolean {
  try {
    JSON.parse(content);
    return true;
  } catch {
    return false;
  }
}

function attempt(item: unknown, where: string): Article | Error {
  try {
    return parseArticle(item);
  } catch (error) {
    return error instanceof DatelineError
      ? new DatelineError(error.code, `${where}${error.message}`, error.hint)
      : new DatelineError('INVALID_INPUT', `${where}cannot be read`, undefined, { cause: error });
  }
}
