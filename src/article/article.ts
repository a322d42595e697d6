import { z } from 'zod';
import { DatelineError } from '../errors.ts';

const MOMENT = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?([Zz]|[+-]\d{2}:?\d{2})?$/;

/**
 * A day (`2023-09-20`) as it is; a moment (RFC 3339, in UTC where it says no zone) in UTC, so that text order is time
 * order.
 */
const publishedAt = z
  .string()
  .trim()
  .transform((text, { addIssue }) => {
    const moment = isRealDay(text) ? text : isRealDay(text.slice(0, 10)) ? readMoment(text) : null;
    if (moment === null) addIssue('must be a day such as 2023-09-20 or a moment such as 2023-09-20T08:30:00Z');
    return moment ?? text;
  });

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isRealDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function readMoment(text: string): string | null {
  const parts = MOMENT.exec(text);
  if (!parts) return null;
  const date = new Date((parts[1] === undefined ? `${text}Z` : text).replace(' ', 'T'));
  return !Number.isNaN(date.getTime()) ? date.toISOString().replace('.000Z', 'Z') : null;
}

const blankToAbsent = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value;
const optionalText = z.preprocess(blankToAbsent, z.string('must be a text').trim().optional());

/**
 * The names in a line of authors. What stands around a name is taken off after the cut: an expression that takes it in
 * looks at each space once for each space before it.
 */
function splitAuthors(line: string): string[] {
  return line
    .split(/[,;]|\band\b/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** What an article comes with beside its text. Every field may be missing. */
export const metadataSchema = z.object({
  title: optionalText,
  url: z.preprocess(
    blankToAbsent,
    z.url({ protocol: /^https?$/, error: 'must be an absolute http or https address' }).optional(),
  ),
  publisher: optionalText,
  authors: z.preprocess(
    (value) => (typeof value === 'string' ? splitAuthors(value) : (value ?? undefined)),
    z.array(z.string('must be a name').trim().min(1, 'must be a name'), 'must be a list of names').optional(),
  ),
  publishedAt: z.preprocess(blankToAbsent, publishedAt.optional()),
  language: z.preprocess(
    blankToAbsent,
    z
      .string()
      .trim()
      .regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag such as en or en-GB')
      .optional(),
  ),
});

/** The fields of an article as they come in. `text` is kept exactly: every offset counts in it. */
export const articleSchema = metadataSchema.extend({
  text: z.string({ error: 'the article has no text' }).refine((text) => /\p{L}/u.test(text), 'the article has no text'),
});

/** An article as published. `title` and `publishedAt` are null where it came without. */
export interface Article {
  readonly title: string | null;
  readonly url: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  readonly publishedAt: string | null;
  readonly language: string;
  readonly text: string;
}

/** What is wrong with one field of an article; the field is null where what came in is none at all. */
export interface ArticleIssue {
  readonly field: string | null;
  readonly message: string;
}

/** INVALID_INPUT that names every field of an article that is wrong. */
export class ArticleError extends DatelineError {
  readonly issues: readonly ArticleIssue[];

  constructor(issues: readonly ArticleIssue[]) {
    super('INVALID_INPUT', issues.map(({ message }) => message).join('; '));
    this.issues = issues;
  }
}

/** Checks what came in as an article. Throws an ArticleError. */
export function parseArticle(input: unknown): Article {
  const parsed = articleSchema.safeParse(input);
  if (!parsed.success) throw new ArticleError(describeIssues(parsed.error));
  const { title, url, publisher, authors, publishedAt: published, language, text } = parsed.data;
  return {
    title: title ?? null,
    url: url ?? null,
    publisher: publisher ?? null,
    authors: authors ?? [],
    publishedAt: published ?? null,
    language: language ?? 'en',
    text,
  };
}

function describeIssues({ issues }: z.ZodError): ArticleIssue[] {
  if (issues.some(({ path }) => path.length === 0))
    return [{ field: null, message: 'an article must be an object such as {"text": "…"}' }];
  return issues.map(({ path, message }) => ({
    field: String(path[0]),
    message: message.startsWith('the article') ? message : `${path.join('.')}: ${message}`,
  }));
}

const LONGEST_TITLE = 100;

/** A headline for an article without one: its first sentence, shortened at a word. */
export function makeTitle(firstSentence: string): string {
  const line = firstSentence.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 40 ? space : LONGEST_TITLE).replace(/[\s,;:–—-]{1,100}$/, '')}…`;
}
