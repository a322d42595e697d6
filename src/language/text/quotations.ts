import { classAt, isWordKind, SPACE } from './characters.ts';
import type { Paragraph, Quotation } from '../document.ts';
import type { Segmented } from './sentences.ts';

const NONE = 0;
const OPENS = 1;
const CLOSES = 2;
const EITHER = 3;

/** A quotation with its own opening mark still to be closed. */
interface Open {
  readonly at: number;
  readonly token: number;
  readonly mark: 'DOUBLE' | 'SINGLE';
}

/**
 * The quotations of a text, in text order: curly, straight, low and LaTeX double marks and guillemets, and single marks
 * apart from apostrophes. Double marks pair within a paragraph as they come; one that is not closed runs to the
 * paragraph's end, and the next quotation continues it when the next paragraph opens with a mark. Single marks pair
 * only when closed.
 */
export function findQuotations(segmented: Segmented): Quotation[] {
  const quotations: Quotation[] = [];
  let unclosed = -1;
  segmented.paragraphs.forEach((paragraph, number) => {
    const found = quotationsOf(segmented, paragraph, number, unclosed);
    const last = found.findLastIndex(({ mark }) => mark === 'DOUBLE');
    unclosed = found[last]?.closed === false ? quotations.length + last : -1;
    for (const quotation of found) quotations.push(quotation);
  });
  return quotations;
}

function quotationsOf(
  { text, start, end }: Segmented,
  paragraph: Paragraph,
  number: number,
  unclosed: number,
): Quotation[] {
  const found: Quotation[] = [];
  let double: Open | undefined;
  let single: Open | undefined;
  const add = (open: Open, lastInside: number, spanEnd: number, closed: boolean): void => {
    const continues = open.mark === 'DOUBLE' && open.token === paragraph.first ? unclosed : -1;
    found.push({
      span: { start: open.at, end: spanEnd },
      first: open.token + 1,
      last: lastInside,
      mark: open.mark,
      closed,
      continues,
      paragraph: number,
    });
  };
  for (let token = paragraph.first; token <= paragraph.last; token++) {
    const at = start[token] ?? 0;
    const to = end[token] ?? 0;
    const doubleMark = doubleKind(text, at, to);
    if (doubleMark !== NONE) {
      if (double === undefined && doubleMark !== CLOSES) {
        double = { at, token, mark: 'DOUBLE' };
      } else if (double !== undefined && doubleMark !== OPENS) {
        add(double, token - 1, to, true);
        if (single !== undefined && single.at > double.at) single = undefined;
        double = undefined;
      }
      continue;
    }
    const singleMark = singleKind(text, at, to);
    if (single === undefined && (singleMark === OPENS || singleMark === EITHER)) {
      single = { at, token, mark: 'SINGLE' };
    } else if (single !== undefined && (singleMark === CLOSES || singleMark === EITHER)) {
      add(single, token - 1, to, true);
      single = undefined;
    }
  }
  if (double !== undefined) add(double, paragraph.last, end[paragraph.last] ?? 0, false);
  return found.sort((left, right) => left.span.start - right.span.start);
}

/**
 * Two single marks stand for a double one: as a closing mark, and where agencies type straight marks only, as an
 * opening one before a word.
 */
function doubleKind(text: string, at: number, to: number): number {
  const first = text[at] ?? '';
  if (to - at === 2) {
    if (first === '`') return OPENS;
    if (first !== "'" || text[at + 1] !== "'") return NONE;
    return hasSpaceBefore(text, at) && !hasSpaceAfter(text, to) ? OPENS : CLOSES;
  }
  if (to - at !== 1) return NONE;
  if (first === '“' || first === '«' || first === '„') return OPENS;
  if (first === '”' || first === '»') return CLOSES;
  return first === '"' || first === '＂' ? EITHER : NONE;
}

/**
 * A single mark opens when a space or an opening mark stands before it and a word after; it closes after a word or a
 * stop, when no word follows. A plural's apostrophe (`the workers' union`) looks like a closing mark: it only closes
 * what is open.
 */
function singleKind(text: string, at: number, to: number): number {
  if (to - at !== 1) return NONE;
  const mark = text[at] ?? '';
  if (mark !== "'" && mark !== '‘' && mark !== '’' && mark !== '‹' && mark !== '›' && mark !== '`') return NONE;
  const spaceBefore = hasSpaceBefore(text, at);
  const after = classAt(text, to);
  const spaceAfter = hasSpaceAfter(text, to);
  if (mark === '‘' || mark === '‹') return spaceAfter ? NONE : OPENS;
  if (mark === '’' || mark === '›') return isWordKind(after) ? NONE : spaceBefore ? NONE : CLOSES;
  if (spaceBefore && !spaceAfter) return OPENS;
  if (!spaceBefore && !isWordKind(after)) return mark === '`' ? NONE : CLOSES;
  return NONE;
}

function hasSpaceBefore(text: string, at: number): boolean {
  return at === 0 || classAt(text, at - 1) === SPACE || '“"(—–[„«'.includes(text[at - 1] ?? ' ');
}

function hasSpaceAfter(text: string, to: number): boolean {
  const after = classAt(text, to);
  return after === SPACE || after === 0;
}
