import type { Value } from './database.ts';

/** A piece of SQL made of fixed words, and the values for its question marks, in their order. */
export interface Clause {
  readonly text: string;
  readonly values: readonly Value[];
}

export const EVERYTHING: Clause = { text: '1', values: [] };

/** A value, which is bound and never becomes part of a text. */
export function value(bound: Value): Clause {
  return { text: '?', values: [bound] };
}

/** Fixed words, with clauses among them. */
export function write(words: TemplateStringsArray, ...parts: readonly (string | Clause)[]): Clause {
  let text = words[0] ?? '';
  const values: Value[] = [];
  parts.forEach((part, place) => {
    if (typeof part === 'string') text += part;
    else {
      text += part.text;
      for (const value of part.values) values.push(value);
    }
    text += words[place + 1] ?? '';
  });
  return { text, values };
}

/** Clauses with fixed words between them. */
export function joinClauses(clauses: readonly Clause[], between: string): Clause {
  return { text: clauses.map(({ text }) => text).join(between), values: clauses.flatMap(({ values }) => values) };
}
