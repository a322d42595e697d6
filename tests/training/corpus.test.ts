import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadAnnotatedArticles, parseAnnotatedArticle } from '../../src/training/annotated-articles.ts';

describe('the annotated articles', () => {
  test('all read, and every attribution has content', () => {
    const articles = loadAnnotatedArticles(fileURLToPath(new URL('../../corpus/articles', import.meta.url)));
    expect(articles.length).toBeGreaterThan(80);
    for (const article of articles)
      for (const attribution of article.attributions) expect(attribution.content.length).toBeGreaterThan(0);
  });

  test.each([
    ['no front matter', 'Text.', 'no front matter'],
    [
      'a mark that is never closed',
      '---\ntitle: a\npublishedAt: 2024-01-01\ndesk: b\n---\n[P:roe Jane',
      'never closed',
    ],
    ['a mention of nobody', '---\ntitle: a\npublishedAt: 2024-01-01\ndesk: b\n---\n[N:roe She] left.', 'never named'],
    [
      'an attribution without content',
      '---\ntitle: a\npublishedAt: 2024-01-01\ndesk: b\n---\n[Q1 Said] so.',
      'no content',
    ],
  ])('%s is named', (_name, source, reason) => {
    expect(() => parseAnnotatedArticle('x', source)).toThrow(reason);
  });
});
