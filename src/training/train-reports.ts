import { readGrammar } from '../language/grammar.ts';
import { ALL_ON } from '../reading/rule.ts';
import type { TokenRange } from '../language/document.ts';
import { tokensOf } from '../language/ranges.ts';
import { DRAFT_FEATURES, readDraft } from '../reading/statements/draft-features.ts';
import { countInside } from '../reading/statements/likely.ts';
import type { Draft } from '../reading/statements/draft.ts';
import { draftCandidates } from '../reading/statements/drafts.ts';
import { FeatureList } from '../reading/statements/feature-list.ts';
import type { StatementModel } from '../reading/statements/model.ts';
import { isMark, layOut, type Page } from '../reading/statements/page.ts';
import { isPlausible, isStrongInside } from '../reading/statements/plausible.ts';
import { claimQuotations } from '../reading/statements/quotes.ts';
import type { Attribution } from './annotated-articles.ts';
import type { Example } from './logistic.ts';
import type { ReadArticle } from './train-ends.ts';

/** Contents agree when they share half of the words that either has. */
const AGREES = 0.5;

/**
 * What the articles teach about which drafts are statements: a draft is one when its content agrees with a marked one.
 */
export function reportExamples(articles: readonly ReadArticle[], model: StatementModel): Example[] {
  return articles.flatMap(({ article, document }) => {
    const page = layOut({ ...readGrammar(document), ledger: ALL_ON }, model);
    const drafts = draftCandidates(page);
    const inside = countInside(page, drafts);
    const drawn = new Map(
      claimQuotations(
        page,
        drafts.filter((draft, number) => isPlausible(page, draft) && (inside[number] === 0 || isStrongInside(draft))),
      ).map((draft) => [draft.head, draft.content]),
    );
    const contents = drafts.map((draft) => wordsOf(page, drawn.get(draft.head) ?? draft.content));
    const marked = matchContents(
      contents,
      article.attributions.map((attribution) => markedWords(page, attribution)),
    );
    const features = new FeatureList(DRAFT_FEATURES);
    return drafts.flatMap((draft, number): Example[] => {
      if ((page.quoteAt[draft.head] ?? -1) >= 0) return [];
      readDraft(page, draft, inside[number] ?? 0, features);
      return [{ features: features.hashes.slice(0, features.count), isSo: marked[number] !== undefined }];
    });
  });
}

/** The words of a content by token, without marks. */
export function wordsOf(page: Page, content: Draft['content'] | readonly TokenRange[]): Set<number> {
  const words = new Set<number>();
  for (const part of content)
    for (let token = part.first; token <= part.last; token += 1) if (!isMark(page, token)) words.add(token);
  return words;
}

/** The words that an annotator marked as a content. */
export function markedWords(page: Page, attribution: Attribution): Set<number> {
  return wordsOf(
    page,
    attribution.content.map((span) => tokensOf(page.document, span)),
  );
}

/** For each content the number of the marked one that it agrees with, one to one, the best agreements first. */
export function matchContents(
  contents: readonly ReadonlySet<number>[],
  marked: readonly ReadonlySet<number>[],
): (number | undefined)[] {
  const pairs: { readonly content: number; readonly mark: number; readonly agreement: number }[] = [];
  contents.forEach((words, content) => {
    marked.forEach((other, mark) => {
      let shared = 0;
      for (const word of words) if (other.has(word)) shared += 1;
      const agreement = shared / (words.size + other.size - shared);
      if (agreement >= AGREES) pairs.push({ content, mark, agreement });
    });
  });
  pairs.sort((left, right) => right.agreement - left.agreement || left.content - right.content);
  const found: (number | undefined)[] = contents.map(() => undefined);
  const taken = new Set<number>();
  for (const { content, mark } of pairs) {
    if (found[content] !== undefined || taken.has(mark)) continue;
    found[content] = mark;
    taken.add(mark);
  }
  return found;
}
