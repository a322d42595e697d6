import { expect, test } from 'vitest';
import { annotate } from '../../src/language/analyse.ts';

/** The names of a text in the notation of the tables: `P:Jane Roe`, `O:Interfax`, `L:Leeds`. */
function namesOf(text: string): string[] {
  const document = annotate(text);
  return document.names.flatMap(({ first, last, type }) => {
    const words = document.text.slice(document.tokens.start[first], document.tokens.end[last]);
    return type === 'PERSON'
      ? [`P:${words}`]
      : type === 'ORGANISATION'
        ? [`O:${words}`]
        : type === 'PLACE'
          ? [`L:${words}`]
          : [];
  });
}

test.each([
  [
    'Prime Minister Jane Holloway met President Ricardo Almeida in Lisbon on Friday.',
    ['P:Jane Holloway', 'P:Ricardo Almeida', 'L:Lisbon'],
  ],
  [
    'The Ministry of Health said that Germany would send doctors to Nairobi.',
    ['O:Ministry of Health', 'L:Germany', 'L:Nairobi'],
  ],
  [
    'Omar Haddad, a spokesman for the United Nations, said the road to Fallujah was open.',
    ['P:Omar Haddad', 'O:United Nations', 'L:Fallujah'],
  ],
  [
    'Shares in Calder Holdings fell in London after the company said Anna Petrova would leave.',
    ['O:Calder Holdings', 'L:London', 'P:Anna Petrova'],
  ],
  ['The French minister said nothing on Monday.', []],
  ['nothing here is a name', []],
  ['', []],
])('%s', (text, expected) => {
  expect(namesOf(text)).toEqual(expected);
});

test('what a word was read as once counts elsewhere in the document', () => {
  const names = namesOf(
    'Kavanagh said no. The vote in Cork was close, said Niamh Kavanagh, the mayor. Kavanagh left early.',
  );
  expect(names.filter((name) => name.includes('Kavanagh'))).toEqual(['P:Kavanagh', 'P:Niamh Kavanagh', 'P:Kavanagh']);
});

test('names are in text order, apart, inside the document, and as sure as a probability', () => {
  const document = annotate(
    'On 3 May 2021 the World Bank lent Kenya $40m, about 2% of its debt, Grace Mwangi told Reuters in Nairobi.',
  );
  let end = -1;
  for (const { first, last, confidence } of document.names) {
    expect(first).toBeGreaterThan(end);
    expect(last).toBeGreaterThanOrEqual(first);
    expect(last).toBeLessThan(document.tokens.count);
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    end = last;
  }
});
