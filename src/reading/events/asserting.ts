import type { Document } from '../../language/document.ts';
import { rangeHolding, tokensOf } from '../../language/ranges.ts';
import { contains, type Span } from '../../span.ts';
import type { Statement } from '../reading.ts';

/** A stretch of what a statement says, or its cue. */
export interface Asserted {
  /** The number of the statement. */
  readonly statement: number;
  readonly part: Span;
  readonly isCue: boolean;
  /** How many characters the whole statement says. */
  readonly length: number;
}

/**
 * The stretches of statements with words in each sentence, those of one statement together and its cue last, so that an
 * event looks at those of its own sentence only.
 */
export function assertedBySentence(document: Document, statements: readonly Statement[]): Map<number, Asserted[]> {
  const found = new Map<number, Asserted[]>();
  const add = (asserted: Asserted): void => {
    const { first, last } = tokensOf(document, asserted.part);
    const end = rangeHolding(document.sentences, last);
    for (let sentence = Math.max(0, rangeHolding(document.sentences, first)); sentence <= end; sentence += 1) {
      const known = found.get(sentence);
      if (known) known.push(asserted);
      else found.set(sentence, [asserted]);
    }
  };
  statements.forEach(({ content, cue }, statement) => {
    const length = content.reduce((sum, part) => sum + part.end - part.start, 0);
    for (const part of content) add({ statement, part, isCue: false, length });
    if (cue) add({ statement, part: cue, isCue: true, length });
  });
  return found;
}

/**
 * The stretch that asserts an event, or null: of those of its sentence one that holds the trigger, of the smallest
 * statement; for verbal types also the cue of one.
 */
export function assertedAt(candidates: readonly Asserted[], trigger: Span, isVerbal: boolean): Asserted | null {
  let best: Asserted | null = null;
  for (const candidate of candidates) {
    if ((candidate.isCue && !isVerbal) || !contains(candidate.part, trigger)) continue;
    if (!best || candidate.length < best.length) best = candidate;
  }
  return best;
}
