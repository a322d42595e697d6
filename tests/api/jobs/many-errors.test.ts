import { expect, test } from 'vitest';
import { serve } from '../live-server.ts';
import { serveFile } from './file-server.ts';

const wrong = (aliases: number): string =>
  [
    'query ($ids: [ID!]!) {',
    ...Array.from({ length: aliases }, (_, number) => `a${number}: nodes(ids: $ids) { id }`),
    '}',
  ].join(' ');
const ids = Array.from({ length: 60 }, (_, number) => `${number}`);

test.each([
  ['at once', 2],
  ['by a job', 20],
])('of many errors %s a hundred are told, and how many there are beside', async (_name, aliases) => {
  const { ask, writable } = await serveFile();
  const { body } = await ask(wrong(aliases), { ids });
  expect(body.errors).toHaveLength(101);
  expect(body.errors[99]).toMatchObject({ message: '"39" is not an id.', path: ['a1', 39] });
  expect(body.errors[100]).toMatchObject({
    message: `${60 * aliases - 100} more errors are not told.`,
    extensions: { code: 'TOO_LARGE' },
  });
  const alone = await serve({ store: writable });
  expect((await alone.ask(wrong(aliases), { ids })).body).toEqual(body);
});

test('a hundred errors are told as they are', async () => {
  const { ask } = await serveFile();
  const { body } = await ask(wrong(2), { ids: ids.slice(0, 50) });
  expect(body.errors).toHaveLength(100);
  expect(body.errors[99].message).toBe('"49" is not an id.');
});
