import { extract } from '../../src/ingest.ts';
import type { Span } from '../../src/span.ts';

/**
 * The statements of a text in brackets, each with its parts in the order of the text: `[Ida Roe]source [said]cue [it is
 * over]content`. Addressee and medium follow where there are any, then `not` where the reporting is denied.
 */
export function statementsOf(text: string): string[] {
  const { statements, entities } = extract(text, '2024-03-02');
  return statements.map(({ source, cue, content, addressees, via, negated }) => {
    const part = (span: Span, name: string) => ({
      start: span.start,
      words: `[${text.slice(span.start, span.end)}]${name}`,
    });
    const parts = [
      ...(source ? [part(source, 'source')] : []),
      ...(cue ? [part(cue, 'cue')] : []),
      ...content.map((span) => part(span, 'content')),
    ];
    const words = parts.sort((left, right) => left.start - right.start).map((found) => found.words);
    const further = [
      ...addressees.map((entity) => `to ${entities[entity]?.name}`),
      ...(via ? [`via ${text.slice(via.span.start, via.span.end)}`] : []),
      ...(negated ? ['not'] : []),
    ];
    return [...words, ...further].join(' ');
  });
}
