import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printReading } from '../../src/cli/extract-format.ts';
import { extract } from '../../src/ingest.ts';

/** Pieces that news is made of, and what breaks readers of it. */
const PIECES = [
  'OSLO, Norway — ',
  'Defence Minister Anna Berg',
  'Berg',
  'she',
  'Jan Olsen of the Arctic Transport Union (ATU)',
  'the union',
  'said that',
  'told reporters on Monday',
  'denied',
  'according to',
  'was quoted as saying by',
  'the Nordic Times',
  'would sign a deal',
  'killed three people in Bergen',
  'met',
  'visited Norway in March',
  'not',
  'if',
  '“We are ready,”',
  '"No',
  '”',
  "'s",
  '(',
  ')',
  '. ',
  ', ',
  '\n\n',
  '\r\n',
  '\u00a0',
  'e\u0301',
  '🇳🇴',
  '\ud83d',
  '\u200b',
  '$5bn',
  '24/7',
];
const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...PIECES) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(' '));
const published = fc.constantFrom(null, '2024-02-29', '2023-12-31T23:59:59Z');

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Every span in what is printed, however deep. Dates have days for start and end, beside the words that give them. */
function spansIn(value: unknown): Range[] {
  if (Array.isArray(value)) return value.flatMap(spansIn);
  if (typeof value !== 'object' || value === null) return [];
  if ('start' in value && 'end' in value && typeof value.start === 'number' && typeof value.end === 'number')
    return [{ start: value.start, end: value.end }];
  return Object.values(value).flatMap(spansIn);
}

/** Every key that something refers to. */
function keysIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(keysIn);
  if (typeof value !== 'object' || value === null) return [];
  return [
    ...('key' in value && typeof value.key === 'string' ? [value.key] : []),
    ...Object.values(value).flatMap(keysIn),
  ];
}

test('whatever the text, all that is found lies in it, is of something, and comes out the same again', () => {
  fc.assert(
    fc.property(text, published, (words, day) => {
      const printed = printReading('x', extract(words, day));
      for (const { start, end } of spansIn(printed)) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(words.length);
        expect(words.slice(start, end)).toBe(words.slice(start, end).trim());
      }
      const entities = [...printed.people, ...printed.organisations, ...printed.places];
      const keys = new Set(entities.map((entity) => entity.key));
      expect(keys.size).toBe(entities.length);
      for (const key of [
        ...keysIn(printed.statements),
        ...keysIn(printed.events),
        ...printed.positions.map((position) => position.person),
      ])
        expect(keys).toContain(key);
      for (const entity of entities) expect(entity.mentions.length).toBeGreaterThan(0);
      expect(printReading('x', extract(words, day))).toEqual(printed);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ['opening quotation marks', '“'.repeat(20_000)],
  ['straight quotation marks', '"a" '.repeat(5_000)],
  ['names', 'Anna Berg met Jan Olsen. '.repeat(800)],
  ['one sentence without an end', 'and Berg said that Olsen said that '.repeat(600)],
  ['brackets', '('.repeat(20_000)],
  ['line ends', '\n'.repeat(100_000)],
  ['one word', 'x'.repeat(200_000)],
  ['capitals', 'THE MINISTER SAID NO. '.repeat(1_000)],
])('a long text of %s is read', (_name, words) => {
  for (const { end } of spansIn(printReading('x', extract(words, null)))) expect(end).toBeLessThanOrEqual(words.length);
});
