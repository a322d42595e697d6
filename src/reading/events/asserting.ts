import type { Document } from '../../language/document.ts';
import { rangeHolding, tokensOf } from '../../language/ranges.ts';
import { contains, type Span } from '../../span.ts';
import type { Statement } from '../reading.ts';

/** The numbers of the statements with words in each sentence, so that an event looks at those of its own sentence only. */
export function statementsBySentence(document: Document, statements: readonly Statement[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  statements.forEach((statement, number) => {
    const touched = new Set<number>();
    for (const part of statement.cue ? [...statement.content, statement.cue] : statement.content) {
      const { first, last } = tokensOf(document, part);
      const end = rangeHolding(document.sentences, last);
      for (let sentence = Math.max(0, rangeHolding(document.sentences, first)); sentence <= end; sentence += 1) touched.add(sentence);
    }
    for (const sentence of touched) {
      const known = found.get(sentence);
      if (known) known.push(number);
      else found.set(sentence, [number]);
    }
  });
  return found;
}

/** The statement that asserts an event, or -1: of some candidates the smallest whose content holds the trigger; for verbal types also the one whose cue it is. */
export function statementOf(statements: readonly Statement[], candidates: readonly number[], trigger: Span, isVerbal: boolean): number {
  let best = -1;
  let bestLength = Number.POSITIVE_INFINITY;
  for (const number of candidates) {
    const statement = statements[number];
    if (!statement) continue;
    const parts = isVerbal && statement.cue ? [...statement.content, statement.cue] : statement.content;
    if (!parts.some((part) => contains(part, trigger))) continue;
    const length = statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
    if (length < bestLength) {
      best = number;
      bestLength = length;
    }
  }
  return best;
}
