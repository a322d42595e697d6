import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import { DatelineError } from '../errors.ts';
import type { Span } from '../span.ts';

/** One attribution as an annotator marked it: every part may be interrupted, so every part is a list of spans. */
export interface Attribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly addressee: readonly Span[];
  readonly via: readonly Span[];
  /**
   * Whether the cue reports speech or writing (`Q`), or thought, feeling and will (`K`). Quotations without a cue are
   * speech.
   */
  readonly speech: boolean;
}

/**
 * A marked mention: `P`, `O`, `L` for the name of a person, organisation or place, `N` for any other words for the same
 * entity.
 */
export interface MarkedMention {
  readonly type: 'P' | 'O' | 'L' | 'N';
  readonly key: string;
  readonly span: Span;
}

/** An annotated article with its marks taken out: spans are UTF-16 code units into `text`. */
export interface AnnotatedArticle {
  readonly id: string;
  readonly title: string;
  readonly publishedAt: string;
  readonly text: string;
  readonly attributions: readonly Attribution[];
  readonly mentions: readonly MarkedMention[];
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;
const OPENING_TAG = /\[([SQKCAV]\d+|[POLN]:[a-z0-9-]+) ?/y;
const frontMatterSchema = z.object({
  title: z.string().min(1),
  publishedAt: z.coerce.string(),
  desk: z.string().min(1),
});

/**
 * Reads an annotated article in the format of `corpus/README.md`.
 * Throws INVALID_INPUT naming the article and the place of the first mark that does not parse, nest or belong.
 */
export function parseAnnotatedArticle(id: string, source: string): AnnotatedArticle {
  const header = FRONT_MATTER.exec(source);
  if (!header)
    throw new DatelineError(
      'INVALID_INPUT',
      `${id}: no front matter`,
      'Start the file with a block between two lines of ---.',
    );
  const fields = frontMatterSchema.safeParse(parseYaml(header[1] ?? '', { schema: 'failsafe' }));
  if (!fields.success) throw new DatelineError('INVALID_INPUT', `${id}: ${z.prettifyError(fields.error)}`);
  const { text, marks } = takeMarksOut(id, source.slice(header[0].length).trimEnd());
  const mentions = marks.flatMap(({ tag, span }) => toMention(tag, span));
  const named = new Set(mentions.filter((mention) => mention.type !== 'N').map((mention) => mention.key));
  const stray = mentions.find((mention) => !named.has(mention.key));
  if (stray) throw new DatelineError('INVALID_INPUT', `${id}: N:${stray.key} refers to an entity that is never named`);
  return {
    id,
    title: fields.data.title,
    publishedAt: fields.data.publishedAt,
    text,
    attributions: gatherAttributions(id, marks),
    mentions,
  };
}

/** Every article of a folder, in the order of their file names. */
export function loadAnnotatedArticles(folder: string): AnnotatedArticle[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => parseAnnotatedArticle(name.slice(0, -'.txt'.length), readFileSync(join(folder, name), 'utf8')));
}

interface Mark {
  readonly tag: string;
  readonly span: Span;
}

function takeMarksOut(id: string, body: string): { text: string; marks: Mark[] } {
  const open: { tag: string; start: number }[] = [];
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  const fail = (reason: string): DatelineError =>
    new DatelineError('INVALID_INPUT', `${id}: ${reason} at «${body.slice(at, at + 40)}»`);
  while (at < body.length) {
    const character = body.charAt(at);
    if (character === '[') {
      OPENING_TAG.lastIndex = at;
      const match = OPENING_TAG.exec(body);
      if (!match?.[1]) throw fail('unknown mark');
      open.push({ tag: match[1], start: text.length });
      at += match[0].length;
    } else if (character === ']') {
      const mark = open.pop();
      if (!mark) throw fail('a closing bracket without its mark');
      if (mark.start === text.length) throw fail(`an empty ${mark.tag}`);
      marks.push({ tag: mark.tag, span: { start: mark.start, end: text.length } });
      at += 1;
    } else {
      text += character;
      at += 1;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed) throw fail(`${unclosed.tag} is never closed`);
  marks.sort((left, right) => left.span.start - right.span.start || right.span.end - left.span.end);
  return { text, marks };
}

function toMention(tag: string, span: Span): MarkedMention[] {
  const [type, key] = tag.split(':');
  if (key === undefined) return [];
  return type === 'P' || type === 'O' || type === 'L' || type === 'N' ? [{ type, key, span }] : [];
}

function gatherAttributions(id: string, marks: readonly Mark[]): Attribution[] {
  const byNumber = new Map<string, Map<string, Span[]>>();
  for (const { tag, span } of marks) {
    const match = /^([SQKCAV])(\d+)$/.exec(tag);
    if (!match?.[1] || !match[2]) continue;
    const parts = byNumber.get(match[2]) ?? new Map<string, Span[]>();
    parts.set(match[1], [...(parts.get(match[1]) ?? []), span]);
    byNumber.set(match[2], parts);
  }
  return [...byNumber].map(([number, parts]) => {
    const part = (letter: string): Span[] => parts.get(letter) ?? [];
    if (part('C').length === 0) throw new DatelineError('INVALID_INPUT', `${id}: attribution ${number} has no content`);
    if (part('Q').length > 0 && part('K').length > 0)
      throw new DatelineError('INVALID_INPUT', `${id}: attribution ${number} has both a Q and a K cue`);
    return {
      source: part('S'),
      cue: [...part('Q'), ...part('K')],
      content: part('C'),
      addressee: part('A'),
      via: part('V'),
      speech: part('K').length === 0,
    };
  });
}
