import { afterEach, beforeEach, expect, test } from 'vitest';
import { ArticleFeed, type ArrivalStream } from '../../src/api/article-feed.ts';
import { ingest } from '../../src/ingest.ts';
import { openStore, type Store } from '../../src/store/store.ts';

let store: Store;
let feed: ArticleFeed;
/** The article that was read in last before the stream was opened. */
let newest: string;
beforeEach(() => {
  store = openStore({ path: ':memory:' });
  feed = new ArticleFeed(store.arrivals, 1_000_000);
});
afterEach(async () => {
  await feed.close();
  store.close();
});

/** Reads an article in that is called as its text; the id. */
function add(title: string, url: string | null = null): string {
  return ingest(store, { text: title, title, url, publisher: null, authors: [], publishedAt: null, language: 'en' }).id;
}

/** What waits in a stream: titles until there is nothing. */
async function drain(stream: ArrivalStream): Promise<string[]> {
  const titles: string[] = [];
  while (store.arrivals.next(stream.mark)) {
    const { value } = await stream.next();
    if (value) titles.push(value.articleIngested.title);
  }
  return titles;
}

test.each<[string, () => void, string[]]>([
  ['nothing', () => {}, []],
  ['articles in their order', () => ['B', 'A', 'C'].forEach((title) => void add(title)), ['B', 'A', 'C']],
  ['an article with a new text', () => void add('After', 'https://news.example/old'), ['After']],
  [
    'neither what is gone again nor what was there',
    () => {
      const gone = add('Gone');
      store.deleteArticle(gone);
    },
    [],
  ],
  [
    'what has the number of one that is gone',
    () => {
      store.deleteArticle(newest);
      add('Its heir');
    },
    ['Its heir'],
  ],
  [
    'the last text of an article that changed twice',
    () => {
      add('Draft', 'https://news.example/old');
      add('Final', 'https://news.example/old');
    },
    ['Final'],
  ],
])('a stream gives %s', async (_name, change, titles) => {
  add('Old', 'https://news.example/old');
  newest = add('Newest');
  const stream = feed.open();
  change();
  feed.wake();
  expect(await drain(stream)).toEqual(titles);
});

test('a stream that is ended tells whoever waits, and nobody listens any more', async () => {
  const stream = feed.open();
  const waiting = stream.next();
  expect(feed.listeners).toBe(1);
  await stream.return();
  expect(await waiting).toEqual({ value: undefined, done: true });
  expect(await stream.next()).toEqual({ value: undefined, done: true });
  expect(feed.listeners).toBe(0);
});

test('an article wakes everybody who waits', async () => {
  const waiting = [feed.open(), feed.open()].map((stream) => stream.next());
  add('News');
  feed.wake();
  expect(await Promise.all(waiting)).toEqual(
    [1, 2].map(() =>
      expect.objectContaining({ value: { articleIngested: expect.objectContaining({ title: 'News' }) } }),
    ),
  );
});

test('a stream whose store breaks throws, and has ended', async () => {
  const stream = feed.open();
  const waiting = stream.next();
  store.close();
  feed.wake();
  await expect(waiting).rejects.toThrow('not open');
  expect(await stream.next()).toMatchObject({ done: true });
  store = openStore({ path: ':memory:' });
});
