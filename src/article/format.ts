import type { Article } from './article.ts';

/** One way that articles are written down. */
export interface Format {
  readonly name: string;
  /** Whether content looks like this format; the first that says so reads it. */
  sniff(content: string): boolean;
  /**
   * The articles in it; an Error in place of one that is wrong, so that the others are not lost. Throws where nothing
   * can be read.
   */
  parse(content: string): (Article | Error)[];
}
