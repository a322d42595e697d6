import { parse, YAMLError } from 'yaml';
import { DatelineError } from '../../errors.ts';
import { type Article, metadataSchema, parseArticle } from '../article.ts';
import type { Format } from '../format.ts';

const OPENING = /^---[ \t]*\r?\n/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/**
 * Plain text, after an optional block of YAML between two lines of `---`. The text is all that follows the block,
 * unchanged.
 */
export const textFormat: Format = {
  name: 'text',
  sniff: () => true,
  parse: (content) => [readText(content)],
};

function readText(content: string): Article {
  const opening = OPENING.exec(content);
  if (!opening) return parseArticle({ text: content });
  const rest = content.slice(opening[0].length);
  const closing = CLOSING.exec(rest);
  if (!closing)
    throw new DatelineError(
      'INVALID_INPUT',
      'broken front matter: it never ends',
      'Close it with a line of three hyphens.',
    );
  return parseArticle({
    ...readFrontMatter(rest.slice(0, closing.index)),
    text: rest.slice(closing.index + closing[0].length),
  });
}

/**
 * How many characters front matter has at most: some of what YAML allows takes time in proportion to the square of its
 * length.
 */
const LONGEST_FRONT_MATTER = 20_000;

function readFrontMatter(yaml: string): object {
  if (yaml.length > LONGEST_FRONT_MATTER)
    throw new DatelineError(
      'INVALID_INPUT',
      `broken front matter: it is longer than ${LONGEST_FRONT_MATTER} characters`,
      'Put the text after it.',
    );
  let fields: unknown;
  try {
    fields = parse(yaml, { schema: 'failsafe', maxAliasCount: 0, logLevel: 'error' });
  } catch (cause) {
    throw new DatelineError('INVALID_INPUT', `broken front matter: ${explain(cause)}`, undefined, { cause });
  }
  if (fields === null || fields === '') return {};
  const known = metadataSchema.safeParse(fields);
  if (!known.success && (typeof fields !== 'object' || Array.isArray(fields)))
    throw new DatelineError(
      'INVALID_INPUT',
      'broken front matter: it holds no fields',
      'Write one field a line: `title: …`.',
    );
  return typeof fields === 'object' ? fields : {};
}

/**
 * Why something is no YAML. Only what the parser says itself goes out: under some of its codes it hands on what the
 * engine says.
 */
function explain(cause: unknown): string {
  if (cause instanceof ReferenceError) return 'aliases are not followed';
  if (cause instanceof RangeError || (cause instanceof YAMLError && cause.code === 'RESOURCE_EXHAUSTION'))
    return 'it is nested too deep';
  if (!(cause instanceof YAMLError)) return 'it cannot be read';
  return cause.code === 'TAG_RESOLVE_FAILED' ? 'it has a tag that is none' : (cause.message.split('\n')[0] ?? '');
}
