import { annotate } from '../language/analyse.ts';
import type { Document } from '../language/document.ts';
import { tokensOf } from '../language/ranges.ts';
import { readGrammar } from '../language/grammar.ts';
import { ALL_ON } from '../reading/rule.ts';
import { boundsOf } from '../reading/statements/sought-content.ts';
import type { Draft } from '../reading/statements/draft.ts';
import { draftCandidates } from '../reading/statements/drafts.ts';
import { parsedEnds, readEnd } from '../reading/statements/end-features.ts';
import { END_FEATURES, outermostEnd, tailsOf } from '../reading/statements/ends.ts';
import { FeatureList } from '../reading/statements/feature-list.ts';
import type { StatementModel } from '../reading/statements/model.ts';
import { isMark, layOut, type Page } from '../reading/statements/page.ts';
import type { AnnotatedArticle, Attribution } from './annotated-articles.ts';
import type { Example } from './logistic.ts';

/** An annotated article, read as far as its statements. */
export interface ReadArticle {
  readonly article: AnnotatedArticle;
  readonly document: Document;
}

/** A model that knows nothing: contents run to the end of their sentence, and every draft is doubtful. */
export const NO_MODEL: StatementModel = {
  ends: { weigh: () => -100 },
  reports: { weigh: () => 0 },
  trusts: { weigh: () => 0 },
};

/** Articles, each read as far as its clauses. */
export function readArticles(articles: readonly AnnotatedArticle[]): ReadArticle[] {
  return articles.map((article) => {
    const document = annotate(article.text);
    return { article, document };
  });
}

/** What the articles teach about where contents end: each place before the marked end is none, that place is one. */
export function endExamples(articles: readonly ReadArticle[]): Example[] {
  return articles.flatMap(({ article, document }) => {
    const page = layOut({ ...readGrammar(document), ledger: ALL_ON }, NO_MODEL);
    return draftCandidates(page).flatMap((draft) => examplesOf(page, article, draft));
  });
}

function examplesOf(page: Page, article: AnnotatedArticle, draft: Draft): Example[] {
  const part = draft.content.findLast(({ first }) => first > draft.head);
  const attribution = article.attributions.find(({ cue }) => holds(page, cue, draft.head));
  if (!part || !attribution || draft.way === 'NOUN' || draft.way === 'COLON' || draft.way === 'ACCORDING') return [];
  const content = { first: part.first, bounds: boundsOf(page, draft.head), verb: draft.head };
  const marked = attribution.content
    .map((span) => tokensOf(page.document, span))
    .find(({ first }) => Math.abs(first - content.first) <= 2 && first > draft.head);
  if (!marked) return [];
  const end = lastWord(page, marked.last);
  const outer = outermostEnd(page, content.bounds);
  const parsed = parsedEnds(page, content);
  const features = new FeatureList(END_FEATURES);
  const examples: Example[] = [];
  for (const tail of tailsOf(page, content, outer)) {
    if (tail > end + 1 && lastWord(page, tail - 1) > end) break;
    readEnd(page, content, parsed, outer, tail, features);
    examples.push({ features: features.hashes.slice(0, features.count), isSo: lastWord(page, tail - 1) === end });
  }
  return examples;
}

function holds(page: Page, spans: Attribution['cue'], token: number): boolean {
  const start = page.document.tokens.start[token] ?? 0;
  return spans.some((span) => span.start <= start && start < span.end);
}

function lastWord(page: Page, token: number): number {
  let last = token;
  while (last > 0 && isMark(page, last)) last -= 1;
  return last;
}
