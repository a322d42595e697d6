import { fileURLToPath } from 'node:url';
import { extract } from '../ingest.ts';
import { type AnnotatedArticle, loadAnnotatedArticles } from '../training/annotated-articles.ts';
import { loadMarkedNames } from '../training/marked-names.ts';
import type { Figure } from './figures.ts';
import { evaluateOwnTrees } from './language.ts';
import { namesIn, scoreFoundNames } from './names.ts';
import type { ReadText } from './read-text.ts';
import { scoreStatements } from './statements.ts';

const CORPUS = new URL('../../corpus/', import.meta.url);

/** Every fifth article and text is read: a fold that is small enough for `npm test`. */
const FOLD = 5;

/**
 * Tags, arcs, names and statements on a fixed fold of this repository's own corpus; the trees are those held out. The
 * models have learned from the articles and the short texts, so those figures are higher than on others: they tell
 * whether a change made the reading worse, not how good it is.
 */
export function evaluateOwnCorpus(readText: ReadText = extract): Figure[] {
  const articles = everyFifth(loadAnnotatedArticles(fileURLToPath(new URL('articles', CORPUS))));
  const texts = everyFifth(loadMarkedNames(fileURLToPath(new URL('names', CORPUS))));
  const find = (text: string): ReturnType<typeof namesIn> => namesIn(readText(text, null));
  const kept = /^(?:speech, content|direct, content|indirect speech, content|quotations)/;
  return [
    ...evaluateOwnTrees(),
    ...scoreFoundNames('our own articles', articles.map(namesOf), find),
    ...scoreFoundNames('our own short texts', texts, find),
    ...scoreStatements(articles, readText)
      .figures.filter(({ measure }) => kept.test(measure))
      .map(({ measure, value }) => ({ measure, data: 'our own articles', value })),
  ];
}

function everyFifth<Item>(items: readonly Item[]): Item[] {
  return items.filter((_, place) => place % FOLD === 0);
}

const TYPES = ['P', 'O', 'L'];

function namesOf({ text, mentions }: AnnotatedArticle): Parameters<typeof scoreFoundNames>[1][number] {
  const names = mentions.flatMap(({ type, span }) =>
    TYPES.includes(type) ? [{ ...span, type: TYPES.indexOf(type) }] : [],
  );
  return { text, names };
}
