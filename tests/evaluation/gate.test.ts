import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { evaluateOwnCorpus } from '../../src/evaluation/own-corpus.ts';

/**
 * How far a figure may fall, in points, before the test fails: about what one article of the fold weighs. A change that
 * raises a figure by more raises it here too: write what `npm run eval -- CORPORA --only corpus` prints into
 * `figures.json`.
 */
const MARGIN = 1;

const expected = z
  .record(z.string(), z.number())
  .parse(JSON.parse(readFileSync(new URL('figures.json', import.meta.url), 'utf8')));

test('the reading of our own corpus is as good as it was', { timeout: 240_000 }, () => {
  const found = Object.fromEntries(
    evaluateOwnCorpus().map(({ measure, data, value }) => [`${measure}, ${data}`, value] as const),
  );
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  const fallen = Object.entries(expected).flatMap(([name, value]) => {
    const now = found[name] ?? 0;
    return now < value - MARGIN ? [`${name}: ${now.toFixed(1)}, was ${value}`] : [];
  });
  expect(fallen).toEqual([]);
});
