import { readdirSync, readFileSync } from 'node:fs';
import type { Article } from '../../src/article/article.ts';
import { parseArticles } from '../../src/article/formats.ts';

/** The seed and the fixture articles: nine, on nine subjects. */
export function readFixtures(): Article[] {
  return [new URL('../../seeds/', import.meta.url), new URL('../articles/', import.meta.url)].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort()
      .flatMap((name) =>
        parseArticles(readFileSync(new URL(name, folder)), 1_000_000).filter(
          (article): article is Article => !(article instanceof Error),
        ),
      ),
  );
}

/** The same articles, published by one newspaper at addresses of their own, which end in 0, 1 and so on. */
export function readPublished(): Article[] {
  return readFixtures().map((article, number) => ({
    ...article,
    publisher: 'The Example',
    url: `https://news.example/${number}`,
  }));
}
