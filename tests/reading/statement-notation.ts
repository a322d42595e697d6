import { statementLines } from '../../src/evaluation/notation.ts';
import { extract } from '../../src/ingest.ts';

/** The statements of a text published on Saturday 2 March 2024, in the notation of `statementLines`. */
export function statementsOf(text: string): string[] {
  return statementLines(extract(text, '2024-03-02'));
}
