import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extract } from '../../src/ingest.ts';
import { loadAnnotatedArticles } from '../../src/training/annotated-articles.ts';
import { costOf, describeGrowth, type Growth, isWrong, measureGrowth, slowestFunctions } from './linear-cost.ts';
import { makePatterns, type Pattern } from './linear-patterns.ts';

/**
 * Whatever text a stranger sends takes time in proportion to its length: texts that repeat words and pairs of words
 * from every lexicon, the gazetteer, the tags and the marks are read at several lengths, and what grows faster than
 * length^1.2, or costs more than four times what real text does a character, fails with the functions that take the
 * time.
 *
 * `npm test` reads a sample. `LINEAR_PATTERNS=2500 npx vitest run tests/reading/linear.test.ts` reads as many as it
 * says, which takes about half an hour; `LINEAR_PART=1/4` reads a quarter of them.
 */
const WANTED = Number(process.env['LINEAR_PATTERNS'] ?? 0);
const [PART = 1, PARTS = 1] = (process.env['LINEAR_PART'] ?? '1/1').split('/').map(Number);
const SEED = 1;

/**
 * Texts that were once read in time that grew with the square or the cube of their length, and a few that nothing but
 * their shape makes dear.
 */
const ONCE_SLOW = [
  '"Bank of "',
  '"University of "',
  '"New York "',
  '"attacking "',
  'people without anything between',
  'namesakes',
  'any words in lines like headlines',
];
const LENGTHS = [5_000, 10_000, 20_000];
/** The growth is told by the least and the greatest of them. */
const LENGTHS_ONCE_SLOW = [5_000, 20_000];
const SAMPLE_LENGTHS = [1_250, 5_000];
const SAMPLE = 40;

const read = (text: string): void => {
  extract(text, '2024-03-02');
};
const articles = loadAnnotatedArticles(fileURLToPath(new URL('../../corpus/articles', import.meta.url))).slice(
  0,
  WANTED > 0 ? 40 : 12,
);
const characters = articles.reduce((sum, { text }) => sum + text.length, 0);

/** Milliseconds that real text takes a character, on this machine as busy as it is now. */
function costOfRealText(): number {
  return (
    costOf(() => {
      for (const { text } of articles) read(text);
    }, 2) / characters
  );
}

/**
 * What is wrong with some patterns, each with the functions that take the time; what seems wrong is measured again
 * beside real text before it counts.
 */
async function findFaults(patterns: readonly Pattern[], lengths: readonly number[]): Promise<string[]> {
  const faults: string[] = [];
  let real = costOfRealText();
  for (const pattern of patterns) {
    let growth: Growth = measureGrowth(read, pattern, lengths, real);
    if (isWrong(growth)) {
      real = costOfRealText();
      growth = measureGrowth(read, pattern, lengths, real);
    }
    if (!isWrong(growth)) continue;
    const text = pattern.write([...growth.costs.keys()].at(-1) ?? 0);
    const slowest = await slowestFunctions(() => read(text), 3);
    faults.push(`${describeGrowth(growth)}: ${slowest.join(', ')}`);
  }
  return faults;
}

test.runIf(WANTED === 0)(
  'texts that repeat themselves take time in proportion to their length',
  { timeout: 180_000 },
  async () => {
    const patterns = makePatterns(2_500, SEED);
    expect(await findFaults(patterns.slice(0, SAMPLE), SAMPLE_LENGTHS)).toEqual([]);
  },
);

test.runIf(WANTED === 0)('so do those that once did not', { timeout: 180_000 }, async () => {
  const patterns = makePatterns(2_500, SEED).filter(({ name }) => ONCE_SLOW.includes(name));
  expect(patterns).toHaveLength(ONCE_SLOW.length);
  expect(await findFaults(patterns, LENGTHS_ONCE_SLOW)).toEqual([]);
});

test.runIf(WANTED > 0)(
  `${WANTED} texts that repeat themselves, part ${PART} of ${PARTS}`,
  { timeout: 7_200_000 },
  async () => {
    const patterns = makePatterns(WANTED, SEED).filter((_, number) => number % PARTS === PART - 1);
    expect(await findFaults(patterns, LENGTHS)).toEqual([]);
  },
);
