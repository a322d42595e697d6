import type { Document } from '../language/document.ts';
import { foldName } from '../language/gazetteer.ts';
import { rangeHolding } from '../language/ranges.ts';
import { tokenText } from '../language/tags.ts';
import type { NameMention } from './name-mentions.ts';

/** How long a line is at least in which capitals may be those of a headline. */
const LEAST_WORDS = 4;

/**
 * The names of a document without those that a recogniser took from the run of capitals of a headline: where a name of the text below stands inside a longer one, the longer one is
 * let go, so that what is known is found in its place (`Real Cartagena Stun Independiente Tunja`).
 */
export function withoutHeadlineRuns(document: Document, names: readonly NameMention[]): NameMention[] {
  const headlines = document.paragraphs.filter((paragraph) => paragraph.last - paragraph.first + 1 >= LEAST_WORDS && isHeadline(document, paragraph.first, paragraph.last));
  if (headlines.length === 0) return [...names];
  const isInside = ({ first, last }: NameMention): boolean => headlines.some((headline) => headline.first <= first && last <= headline.last);
  const known = new Set<string>();
  for (const name of names) if (!isInside(name) && name.last > name.first) known.add(foldName(name.text));
  return names.filter((name) => !isInside(name) || known.has(foldName(name.text)) || !holdsKnown(document, name, known));
}

/** Whether a token stands in a line of its own in which nearly all words have a capital. */
export function isInHeadline(document: Document, token: number): boolean {
  const paragraph = document.paragraphs[rangeHolding(document.paragraphs, token)];
  return paragraph !== undefined && isHeadline(document, paragraph.first, paragraph.last);
}

/** Whether nearly all long words of a line have a capital. */
function isHeadline(document: Document, first: number, last: number): boolean {
  let long = 0;
  let capitals = 0;
  for (let token = first; token <= last; token += 1) {
    if (!/^\p{L}{4,}/u.test(tokenText(document, token))) continue;
    long += 1;
    if (/^\p{Lu}/u.test(tokenText(document, token))) capitals += 1;
  }
  return long >= 3 && capitals * 10 >= long * 8;
}

function holdsKnown(document: Document, { first, last }: NameMention, known: ReadonlySet<string>): boolean {
  for (let begin = first; begin < last; begin += 1) {
    for (let end = begin + 1; end <= last; end += 1) {
      if (known.has(foldName(document.text.slice(document.tokens.start[begin], document.tokens.end[end])))) return true;
    }
  }
  return false;
}
