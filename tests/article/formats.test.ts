import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { makeTitle, parseArticle } from '../../src/article/article.ts';
import { parseArticles } from '../../src/article/formats.ts';
import { DatelineError } from '../../src/errors.ts';

const MOST_BYTES = 2_000;
const bytes = (content: string): Uint8Array => new TextEncoder().encode(content);
const read = (content: string): (Article | Error)[] => parseArticles(bytes(content), MOST_BYTES);

/** What an article has when it comes with nothing but its text. */
const plain = (text: string): Article => ({
  title: null,
  url: null,
  publisher: null,
  authors: [],
  publishedAt: null,
  language: 'en',
  text,
});

/** The error that bytes end in, as its code and sentence; for lists, those of the articles that are wrong. */
function complaints(content: Uint8Array): string[] {
  const tell = (error: unknown): string =>
    error instanceof DatelineError ? `${error.code}: ${error.message}` : `not ours: ${String(error)}`;
  try {
    return parseArticles(content, MOST_BYTES).flatMap((article) => (article instanceof Error ? [tell(article)] : []));
  } catch (error) {
    return [tell(error)];
  }
}

describe('what a file holds', () => {
  test.each<[string, string, Article[]]>([
    ['text alone', 'The harbour froze.\n', [plain('The harbour froze.\n')]],
    ['text with spaces around it, kept', '\n  The harbour froze. \n\n', [plain('\n  The harbour froze. \n\n')]],
    ['text after a byte order mark', '\uFEFFThe harbour froze.', [plain('The harbour froze.')]],
    [
      'text with carriage returns, kept',
      'The harbour froze.\r\n\r\nFerries stopped.\r\n',
      [plain('The harbour froze.\r\n\r\nFerries stopped.\r\n')],
    ],
    [
      'text in square brackets that is no JSON',
      '[Updated] The harbour froze.',
      [plain('[Updated] The harbour froze.')],
    ],
    [
      'a rule in the text, which closes nothing',
      'The harbour froze.\n---\nFerries stopped.',
      [plain('The harbour froze.\n---\nFerries stopped.')],
    ],
    ['empty front matter', '---\n---\nThe harbour froze.', [plain('The harbour froze.')]],
    [
      'front matter with every field',
      '---\ntitle: "Ice: day two"\nurl: https://news.example/ice\npublisher: The Example\nauthors: [Ann ' +
        'Lind, Bo Ek]\npublishedAt: 2024-01-05\nlanguage: en-GB\nsection: weather\n---\nThe harbour froze.',
      [
        {
          title: 'Ice: day two',
          url: 'https://news.example/ice',
          publisher: 'The Example',
          authors: ['Ann Lind', 'Bo Ek'],
          publishedAt: '2024-01-05',
          language: 'en-GB',
          text: 'The harbour froze.',
        },
      ],
    ],
    [
      'front matter behind a byte order mark, with carriage returns',
      '\uFEFF---\r\ntitle: Ice\r\n---\r\nThe harbour froze.\r\n',
      [{ ...plain('The harbour froze.\r\n'), title: 'Ice' }],
    ],
    [
      'fields left blank',
      '---\ntitle:\nurl: ""\npublishedAt: " "\nauthors:\n---\nThe harbour froze.',
      [plain('The harbour froze.')],
    ],
    [
      'a title that looks like a number',
      '---\ntitle: 1984\n---\nThe harbour froze.',
      [{ ...plain('The harbour froze.'), title: '1984' }],
    ],
    [
      'authors in one line',
      '---\nauthors: Ann Lind, Bo Ek and Cy Alm\n---\nThe harbour froze.',
      [{ ...plain('The harbour froze.'), authors: ['Ann Lind', 'Bo Ek', 'Cy Alm'] }],
    ],
    [
      'one JSON object',
      '{ "title": "Ice", "text": "The harbour froze.", "authors": ["Ann Lind"], "extra": 1 }',
      [{ ...plain('The harbour froze.'), title: 'Ice', authors: ['Ann Lind'] }],
    ],
    [
      'JSON over several lines',
      '{\n  "text": "The harbour froze.",\n  "title": null\n}\n',
      [plain('The harbour froze.')],
    ],
    [
      'an array of JSON objects',
      '[{"text":"One froze."},{"text":"Two froze."}]',
      [plain('One froze.'), plain('Two froze.')],
    ],
    [
      'JSON Lines, with empty lines between',
      '{"text":"One froze."}\n\n{"text":"Two froze."}\r\n',
      [plain('One froze.'), plain('Two froze.')],
    ],
  ])('%s', (_name, content, expected) => {
    expect(read(content)).toEqual(expected);
  });

  test('authors in one line, however much space stands between them', () => {
    const space = ' '.repeat(400_000);
    expect(
      read(
        JSON.stringify({
          text: 'The harbour froze.',
          authors: `Ann Lind${space}Lee,${space}Bo Ek${space}and${space}Cy Alm${space};${space}`,
        }),
      ),
    ).toEqual([{ ...plain('The harbour froze.'), authors: [`Ann Lind${space}Lee`, 'Bo Ek', 'Cy Alm'] }]);
  });

  test('text that has no front matter is never changed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        const text = `A ${words}`;
        expect(parseArticles(bytes(text), 1_000_000)).toEqual([plain(text)]);
      }),
    );
  });
});

describe('what is wrong with a file', () => {
  test.each<[string, Uint8Array, RegExp]>([
    ['nothing in it', bytes(''), /^INVALID_INPUT: the file is empty$/],
    ['nothing but spaces', bytes(' \n\n'), /^INVALID_INPUT: the article has no text$/],
    ['no letter', bytes('1 + 1\n---'), /^INVALID_INPUT: the article has no text$/],
    ['front matter and nothing else', bytes('---\ntitle: Ice\n---\n'), /^INVALID_INPUT: the article has no text$/],
    ['Latin-1', Uint8Array.of(0x43, 0x61, 0x66, 0xe9, 0x20), /^INVALID_INPUT: not UTF-8$/],
    ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x41, 0x00, 0x42, 0x00), /^INVALID_INPUT: not UTF-8$/],
    [
      'more bytes than allowed',
      bytes('ice '.repeat(501)),
      /^TOO_LARGE: the text of 2004 bytes is larger than the 2000 allowed$/,
    ],
    [
      'one article of many with more bytes than allowed',
      bytes(`${'{"text":"Ice."}\n'.repeat(200)}{"text":"${'ice '.repeat(501)}"}`),
      /^TOO_LARGE: the text of 2004 bytes is larger than the 2000 allowed$/,
    ],
    [
      'front matter that never ends',
      bytes('---\ntitle: Ice\nThe harbour froze.'),
      /broken front matter: it never ends/,
    ],
    ['front matter that is no YAML', bytes('---\ntitle: "Ice\n---\nThe harbour froze.'), /broken front matter: /],
    [
      'front matter that is a list',
      bytes('---\n- Ice\n---\nThe harbour froze.'),
      /broken front matter: it holds no fields/,
    ],
    [
      'front matter that is a sentence',
      bytes('---\nIce and snow\n---\nThe harbour froze.'),
      /broken front matter: it holds no fields/,
    ],
    ['a field twice', bytes('---\ntitle: Ice\ntitle: Snow\n---\nThe harbour froze.'), /broken front matter: /],
    [
      'a chain of aliases',
      bytes('---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\nThe harbour froze.'),
      /broken front matter: /,
    ],
    [
      'lists in lists in front matter',
      bytes(`---\ntitle: ${'['.repeat(15_000)}\n---\nThe harbour froze.`),
      /^INVALID_INPUT: broken front matter: it is nested too deep$/,
    ],
    [
      'fields in fields in front matter',
      bytes(`---\ntitle: ${'{a: '.repeat(4_000)}\n---\nThe harbour froze.`),
      /^INVALID_INPUT: broken front matter: it is nested too deep$/,
    ],
    [
      'items of items in front matter',
      bytes(`---\n${'- '.repeat(8_000)}a\n---\nThe harbour froze.`),
      /^INVALID_INPUT: broken front matter: it is nested too deep$/,
    ],
    [
      'keys of keys in front matter',
      bytes(`---\n${'? '.repeat(8_000)}a\n---\nThe harbour froze.`),
      /^INVALID_INPUT: broken front matter: it is nested too deep$/,
    ],
    [
      'front matter as long as a book',
      bytes(`---\n${'a: b\n'.repeat(5_000)}---\nThe harbour froze.`),
      /^INVALID_INPUT: broken front matter: it is longer than 20000 characters$/,
    ],
    [
      'lists in lists in JSON',
      bytes(`${'['.repeat(100_000)}${']'.repeat(100_000)}`),
      /^INVALID_INPUT: an article must be an object/,
    ],
    [
      'a day that is none',
      bytes('---\npublishedAt: 2024-02-30\n---\nThe harbour froze.'),
      /publishedAt: must be a day/,
    ],
    [
      'an hour that is none',
      bytes('---\npublishedAt: 2024-02-03T25:00:00Z\n---\nThe harbour froze.'),
      /publishedAt: must be a day/,
    ],
    [
      'a url that is none',
      bytes('---\nurl: news\n---\nThe harbour froze.'),
      /url: must be an absolute http or https address/,
    ],
    [
      'a url of another kind',
      bytes('---\nurl: "javascript:alert(1)"\n---\nThe harbour froze.'),
      /url: must be an absolute http or https address/,
    ],
    [
      'two fields',
      bytes('{"url":"news","publishedAt":"yesterday","text":"The harbour froze."}'),
      /url: must be .*; publishedAt: must be /,
    ],
    ['JSON without text', bytes('{"title":"Ice"}'), /^INVALID_INPUT: the article has no text$/],
    ['an empty JSON array', bytes('[]'), /there is no article in it/],
    ['JSON that breaks off', bytes('{"text": "The harbour'), /line 1: not JSON/],
  ])('%s', (_name, content, expected) => {
    expect(complaints(content)).toEqual([expect.stringMatching(expected)]);
  });

  test('one wrong article among others is named, and the others are read', () => {
    expect(complaints(bytes('{"text":"One froze."}\n{"text":\n{"title":"Ice"}\n{"text":"Two froze."}'))).toEqual([
      'INVALID_INPUT: line 2: not JSON',
      'INVALID_INPUT: line 3: the article has no text',
    ]);
    expect(read('[{"text":"One froze."},{"text":5}]')).toEqual([
      plain('One froze.'),
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringMatching(/^article 2: /) }),
    ]);
  });

  test('whatever the bytes are, what goes wrong is an error of ours', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          fc.json().map(bytes),
          fc.string().map((yaml) => bytes(`---\n${yaml}\n---\nThe harbour froze.`)),
        ),
        (content) => {
          for (const complaint of complaints(content)) expect(complaint).not.toMatch(/^not ours/);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('moments are kept in UTC, so that their order is that of their text', () => {
  test.each([
    ['2023-09-20', '2023-09-20'],
    ['2023-09-20T08:30:00Z', '2023-09-20T08:30:00Z'],
    ['2023-09-20t08:30:00z', '2023-09-20T08:30:00Z'],
    ['2023-09-20 08:30', '2023-09-20T08:30:00Z'],
    ['2023-09-20T23:30:00-05:00', '2023-09-21T04:30:00Z'],
    ['2023-09-20T08:30+0200', '2023-09-20T06:30:00Z'],
    ['2023-09-20T08:30:00.250Z', '2023-09-20T08:30:00.250Z'],
  ])('%s is %s', (given, kept) => {
    expect(parseArticle({ text: 'The harbour froze.', publishedAt: given }).publishedAt).toBe(kept);
  });
});

describe('a title made of the first sentence', () => {
  test.each([
    ['The harbour\n froze.', 'The harbour froze.'],
    [`${'The harbour froze over, '.repeat(5)}and more.`, `${'The harbour froze over, '.repeat(4)}The…`],
    ['x'.repeat(150), `${'x'.repeat(100)}…`],
  ])('%s', (sentence, title) => {
    expect(makeTitle(sentence)).toBe(title);
  });
});
