import type { Document, TokenRange } from '../../language/document.ts';
import { foldName } from '../../language/naming/gazetteer.ts';
import { rangeHolding } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import type { NameMention } from './name-mentions.ts';

/** How long a line is at least in which capitals may be those of a headline. */
const LEAST_WORDS = 4;

/**
 * How many tokens a name has at most that is looked for inside longer ones, so that the search takes time in proportion
 * to the text: longer names stand alone.
 */
const LONGEST_KNOWN = 8;

/**
 * The names of a document without those that a recogniser took from the run of capitals of a headline: where a name of
 * the text below stands inside a longer one, the longer one is let go, so that what is known is found in its place
 * (`Real Cartagena Stun Independiente Tunja`).
 */
export function withoutHeadlineRuns(document: Document, names: readonly NameMention[]): NameMention[] {
  const headlines = headlinesOf(document).map(
    (isHeadline, number) => isHeadline && lengthOf(document.paragraphs[number]) >= LEAST_WORDS,
  );
  if (!headlines.includes(true)) return [...names];
  const isInside = ({ first }: NameMention): boolean => headlines[rangeHolding(document.paragraphs, first)] === true;
  const known = new Set<string>();
  for (const name of names)
    if (!isInside(name) && name.last > name.first && lengthOf(name) <= LONGEST_KNOWN) known.add(foldName(name.text));
  if (known.size === 0) return [...names];
  return names.filter(
    (name) => !isInside(name) || known.has(foldName(name.text)) || !holdsKnown(document, name, known),
  );
}

/** Whether a token stands in a line of its own in which nearly all words have a capital. */
export function isInHeadline(document: Document, token: number): boolean {
  return headlinesOf(document)[rangeHolding(document.paragraphs, token)] === true;
}

function lengthOf(range: TokenRange | undefined): number {
  return range ? range.last - range.first + 1 : 0;
}

/** Which paragraphs of the documents being read are headlines: a line may be asked for once for each of its words. */
const headlinesByDocument = new WeakMap<Document, readonly boolean[]>();

function headlinesOf(document: Document): readonly boolean[] {
  const found =
    headlinesByDocument.get(document) ??
    document.paragraphs.map(({ first, last }) => isHeadline(document, first, last));
  headlinesByDocument.set(document, found);
  return found;
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
    for (let end = begin + 1; end <= Math.min(last, begin + LONGEST_KNOWN); end += 1) {
      if (known.has(foldName(document.text.slice(document.tokens.start[begin], document.tokens.end[end])))) return true;
    }
  }
  return false;
}
