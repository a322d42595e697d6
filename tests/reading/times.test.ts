import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';

/** The dates of a text published on Wednesday 20 November 2024: words, first and last day, precision. */
function timesOf(text: string): string[] {
  return extract(text, '2024-11-20').times.map(
    ({ text: words, start, end, precision }) =>
      `${words}: ${start === end ? start : `${start} to ${end}`} ${precision}`,
  );
}

test.each([
  ['a weekday lies in the past', 'The minister resigned on Monday.', ['Monday: 2024-11-18 DAY']],
  ['but ahead where the words look ahead', 'The court will rule on Friday.', ['Friday: 2024-11-22 DAY']],
  ['a week', 'Troops launched an operation this week.', ['this week: 2024-11-18 to 2024-11-24 WEEK']],
  [
    'a month and a year',
    'They will hold exercises in February 2025.',
    ['February 2025: 2025-02-01 to 2025-02-28 MONTH'],
  ],
  ['a bare month', 'She was convicted in April.', ['April: 2024-04-01 to 2024-04-30 MONTH']],
  [
    'a quarter',
    'The carmaker lost money in the second quarter.',
    ['the second quarter: 2024-04-01 to 2024-06-30 QUARTER'],
  ],
  ['a year', 'The firm was founded in 1921.', ['1921: 1921-01-01 to 1921-12-31 YEAR']],
  ['how long is not when', 'Harlow reached the first final in 64 years.', []],
  ['nor is a term', 'He was jailed for 14 years on Monday.', ['Monday: 2024-11-18 DAY']],
  ['nor is a distance from something else', 'Lund equalised 68 minutes after the start.', []],
  ['nor is a day counted from another day', 'She was sworn in a day after she won.', []],
  ['a term ahead', 'Talks resume in two weeks.', ['two weeks: 2024-12-04 DAY']],
  ['what is called for a day lies ahead', 'Organisers called another rally for Tuesday.', ['Tuesday: 2024-11-26 DAY']],
  [
    'what somebody does ahead of a month, too',
    'He spoke ahead of the August election.',
    ['August: 2025-08-01 to 2025-08-31 MONTH'],
  ],
  [
    'the weekday of publication is that day',
    'The bank was expected to cut rates later on Wednesday.',
    ['Wednesday: 2024-11-20 DAY'],
  ],
  ['a part of a name is no month', 'Police chief Choi Min-jun resigned.', []],
])('%s', (_, text, expected) => {
  expect(timesOf(text)).toEqual(expected);
});
