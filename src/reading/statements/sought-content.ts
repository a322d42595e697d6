import type { Clause } from '../../language/clause.ts';
import type { TokenRange } from '../../language/document.ts';
import type { Frame, ReportingVerb } from '../lexicon/speech-acts.ts';
import { addresseeOf } from './addressees.ts';
import type { Content } from './content.ts';
import type { VerbCue } from './cue.ts';
import { chooseEnd } from './ends.ts';
import { hasFiniteVerb, type Page, sentenceOf, trimMarks, wordAt } from './page.ts';
import type { Source } from './source.ts';

/** A verb cue whose content is looked for, with what the rules ask again and again. */
export interface SoughtContent {
  readonly page: Page;
  readonly cue: VerbCue;
  readonly source: Source | null;
  /** The cue with a source right before or after it. */
  readonly group: TokenRange;
  /** The sentence or the quotation that what it reports cannot leave. */
  readonly bounds: TokenRange;
  readonly clause: Clause;
  /** What the verb takes that stands after it: content clauses and objects, in text order. */
  readonly contents: readonly number[];
  readonly objects: readonly number[];
  /** The noun of the addressee, or -1. */
  readonly addressee: number;
  /** The reading that takes a clause or a quotation, where there is one. */
  readonly speaks: ReportingVerb | undefined;
  readonly isParticiple: boolean;
}

/** How far before its verb a source may end and still be one group with it, in tokens. */
const NEAR = 8;

/** Reads once what the rules for the content of a cue ask. */
export function seekContent(page: Page, cue: VerbCue, source: Source | null): SoughtContent {
  const isParticiple = page.tagOf(cue.verb) === 'VBG';
  const group = { ...cue.range };
  if (source && !isParticiple && isBeside(page, source.range.last, cue.range.first))
    group.first = Math.min(group.first, source.range.first);
  if (source?.isInverted && !isParticiple && !cue.isPassive) group.last = Math.max(group.last, source.range.last);
  const clause = page.clauses.at(cue.verb);
  const objects = clause.indirectObject >= 0 ? [...clause.objects, clause.indirectObject] : clause.objects;
  return {
    page,
    cue,
    source,
    group,
    bounds: boundsOf(page, cue.head),
    clause,
    contents: clause.contents.filter((child) => child > cue.range.last),
    objects: objects.filter((child) => child > cue.range.last),
    addressee: addresseeOf(page, cue),
    speaks: cue.readings.find(({ frames }) => frames.has('CLAUSE') || frames.has('QUOTE')),
    isParticiple,
  };
}

/** Whether a source ends near before its verb, with no other verb between. */
function isBeside(page: Page, last: number, first: number): boolean {
  return last < first && first - last <= NEAR && !hasFiniteVerb(page, { first: last + 1, last: first - 1 });
}

/** A cue inside a quotation reports within it; any other within its sentence. */
export function boundsOf(page: Page, cue: number): TokenRange {
  const sentence = sentenceOf(page, cue);
  const quotation = page.quotations[page.quoteAt[cue] ?? -1];
  return quotation
    ? { first: Math.max(sentence.first, quotation.first), last: Math.min(sentence.last, quotation.last) }
    : sentence;
}

/** The first reading of a cue that takes what was said in some way. */
export function readingWith({ cue }: SoughtContent, frame: Frame): ReportingVerb | undefined {
  return cue.readings.find(({ frames }) => frames.has(frame));
}

/** A content after the cue that begins at a token, up to where the sentence turns to something else. */
export function contentFrom(
  { page, cue, bounds, addressee }: SoughtContent,
  reading: ReportingVerb,
  way: Content['way'],
  first: number,
  last = chooseEnd(page, { first, bounds, verb: cue.verb }),
): Content | null {
  if (first > bounds.last) return null;
  const range = trimMarks(page, { first, last });
  return range && range.first > cue.head ? { parts: [range], reading, addressee, way } : null;
}

/** The word right after a cue and an inverted source. */
export function wordAfter({ page, group }: SoughtContent): string {
  return wordAt(page, group.last + 1);
}
