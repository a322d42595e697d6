import { writeFileSync } from 'node:fs';
import type { Article } from '../../src/article/article.ts';
import { parseArticles } from '../../src/article/formats.ts';

/** A short article on a bridge of a number: all say as much as each other, so that one that was torn stands out. */
export const bridgeText = (number: number): string =>
  `ALDWICK, England – Ida Krog met Tor Vang on Monday to talk about bridge ${number}. ` +
  `“We shall build it,” Krog said. Vang warned that it would cost ${number + 2} million.`;

function bridgeLines(first: number, count: number): string {
  return Array.from({ length: count }, (_, place) =>
    JSON.stringify({
      url: `https://news.example/${first + place}`,
      title: `Bridge ${first + place}`,
      publishedAt: '2024-02-06',
      text: bridgeText(first + place),
    }),
  ).join('\n');
}

/** Writes articles on some bridges into a file of JSON Lines. */
export function putBridges(path: string, first: number, count: number): void {
  writeFileSync(path, bridgeLines(first, count));
}

/** The same articles, as reading such a file gives them. */
export function readBridges(first: number, count: number): Article[] {
  return parseArticles(Buffer.from(bridgeLines(first, count)), 1_000_000).filter(
    (article): article is Article => !(article instanceof Error),
  );
}
