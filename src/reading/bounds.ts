import type { Document } from '../language/document.ts';
import { LONGEST_SENTENCE } from '../language/text/sentences.ts';
import { MOST_MEMBERS } from '../language/phrases.ts';
import type { Event, Reading, ReadingBound, Statement } from './reading.ts';
import { LONGEST_CONTENT } from './statements/ends.ts';

/**
 * The bounds that a text went beyond, each once: those of its actors, and what its sentences, statements and events
 * show.
 */
export function boundsReached(
  { document, statements, events }: Pick<Reading, 'document' | 'statements' | 'events'>,
  ofActors: readonly ReadingBound[],
): ReadingBound[] {
  return [
    ...(isCut(document) ? (['SENTENCES'] as const) : []),
    ...ofActors,
    ...(statements.some((statement) => isLong(document, statement)) ? (['CONTENTS'] as const) : []),
    ...(events.some(({ participants }: Event) => participants.length >= MOST_MEMBERS)
      ? (['PARTICIPANTS'] as const)
      : []),
  ];
}

/**
 * Whether a sentence was cut because it was too long: one of the greatest length with another after it in its
 * paragraph.
 */
function isCut({ sentences, paragraphs }: Document): boolean {
  return sentences.some(
    ({ first, last, paragraph }) =>
      last - first + 1 >= LONGEST_SENTENCE && last < (paragraphs[paragraph]?.last ?? last),
  );
}

/**
 * Whether a content ends where contents are looked for no further: what ends at quotation marks, or is a list after a
 * colon, may be longer.
 */
function isLong({ tokens, sentences }: Document, { content, sentence, kind }: Statement): boolean {
  const { first = 0, last = -1 } = sentences[sentence] ?? {};
  if (kind === 'DIRECT' || last - first + 1 < LONGEST_CONTENT) return false;
  return content.some(({ start, end }) => {
    let count = 0;
    for (let token = first; token <= last; token += 1)
      if ((tokens.start[token] ?? 0) >= start && (tokens.end[token] ?? 0) <= end) count += 1;
    return count === LONGEST_CONTENT || count === LONGEST_CONTENT + 1;
  });
}
