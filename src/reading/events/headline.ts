import type { Document } from '../../language/document.ts';
import { tokenText } from '../../language/tags.ts';
import type { Event } from '../reading.ts';

/** No headline has more sentences. */
const LONGEST_HEADLINE = 10;

/** How many sentences below a headline its event is looked for. */
const LEAD = 6;

/** Events without those of a headline that the article tells again below it, with its date and its participants. */
export function withoutHeadline(document: Document, events: readonly Event[]): Event[] {
  const headline = headlineSentences(document);
  const lead = events.filter(({ sentence }) => sentence >= headline && sentence < headline + LEAD);
  return events.filter((event) => event.sentence >= headline || !lead.some((other) => isToldAgain(event, other)));
}

/** How many sentences open the text as its headline: the few of the first paragraph, where no full stop ends it. */
function headlineSentences(document: Document): number {
  const [first, second] = document.paragraphs;
  if (!first || !second || first.lastSentence >= LONGEST_HEADLINE) return 0;
  return /[\p{L}\p{N}’”"]$/u.test(tokenText(document, first.last)) ? first.lastSentence + 1 : 0;
}

/** Whether two events can be one: no named participant or place of the one is against the other. */
function isToldAgain(event: Event, other: Event): boolean {
  if (event.type !== other.type || event.mode !== other.mode) return false;
  if (event.place !== null && other.place !== null && event.place !== other.place) return false;
  const namedIn = ({ participants }: Event): number[] =>
    participants.flatMap(({ entity }) => (entity === null ? [] : [entity]));
  const named = namedIn(event);
  const others = namedIn(other);
  return named.length === 0 || others.length === 0 || named.some((entity) => others.includes(entity));
}
