import type { Child } from './child.ts';
import { PAGES } from './questions.ts';
import { type Ask, fetchAnswer, type Runner } from './race.ts';

const SIZE = 20;
const FAR = 200;

/** Page 1 and page 200 of a list, which should cost the same. */
export async function pagesOf(server: Child, list: keyof typeof PAGES): Promise<Runner[]> {
  const page = (first: number, after: string | null): Ask => ({
    path: '/graphql',
    body: JSON.stringify({ query: PAGES[list], variables: { first, after } }),
  });
  let after: string | null = null;
  // In pages as large as may be; what is left of the last one first.
  for (let behind = 0; behind < (FAR - 1) * SIZE; ) {
    const size = Math.min(100, (FAR - 1) * SIZE - behind);
    after = readEnd(await fetchAnswer(server, page(size, after)), list);
    behind += size;
  }
  return [
    { name: `${list}, page 1`, server, ask: page(SIZE, null) },
    { name: `${list}, page ${FAR}`, server, ask: page(SIZE, after) },
  ];
}

function readEnd(answer: unknown, list: string): string {
  let part = answer;
  for (const field of [list, 'pageInfo', 'endCursor'])
    part =
      typeof part === 'object' && part !== null
        ? Object.entries(part).find(([name]) => name === field)?.[1]
        : undefined;
  if (typeof part !== 'string') throw new Error(`The list of ${list} ended too soon.`);
  return part;
}
