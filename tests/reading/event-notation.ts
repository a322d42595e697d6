import { eventLines } from '../../src/evaluation/notation.ts';
import { extract } from '../../src/ingest.ts';

/** The events of a text published on Thursday 14 March 2024, in the notation of `eventLines`. */
export function eventsOf(text: string): string[] {
  return eventLines(extract(text, '2024-03-14'));
}
