import type { Document, NamedSpan } from '../language/document.ts';
import { foldName, type Gazetteer } from '../language/gazetteer.ts';
import { textOf } from '../language/ranges.ts';
import { pennTag, tokenText } from '../language/tags.ts';

/** Tags of words that no name ends in: pronouns, articles, greetings, prepositions, adverbs. */
const BEHIND_NAMES = /^(?:PRP|PRP\$|DT|UH|IN|RB|WRB|VB|VBP|MD)$/;

/**
 * People whom a recogniser took for one where no mark stands between them, as signatures, lists and captions have them: a word said twice in a row, or a full name that
 * the document has elsewhere too before another given name. What stands behind a name by its capital only is cut off.
 */
export function splitPeople(document: Document, spans: readonly NamedSpan[], gazetteer: Gazetteer): NamedSpan[] {
  const counts = new Map<string, number>();
  for (const span of spans) if (span.type === 'PERSON' && span.last > span.first) counts.set(foldName(textOf(document, span)), (counts.get(foldName(textOf(document, span))) ?? 0) + 1);
  return spans.flatMap((span) => (span.type === 'PERSON' && span.last > span.first ? splitOne(document, span, counts, gazetteer) : [span]));
}

function splitOne(document: Document, span: NamedSpan, counts: ReadonlyMap<string, number>, gazetteer: Gazetteer): NamedSpan[] {
  let { last } = span;
  while (last > span.first && BEHIND_NAMES.test(pennTag(document, last))) last -= 1;
  for (let token = span.first + 1; token <= last; token += 1) {
    const isTwice = tokenText(document, token) === tokenText(document, token - 1);
    const isKnown = token > span.first + 1 && (counts.get(foldName(textOf(document, { first: span.first, last: token - 1 }))) ?? 0) > 0 && gazetteer.genderOf(tokenText(document, token)) !== undefined;
    if (isTwice || isKnown) return [{ ...span, last: token - 1 }, ...splitOne(document, { ...span, first: token, last }, counts, gazetteer)];
  }
  return [{ ...span, last }];
}
