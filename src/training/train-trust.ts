import { readGrammar } from '../language/grammar.ts';
import { ALL_ON } from '../reading/rule.ts';
import { tokensOf } from '../language/ranges.ts';
import { tokenText } from '../language/tags.ts';
import { readTrust } from '../reading/statements/confidence.ts';
import { DRAFT_FEATURES } from '../reading/statements/draft-features.ts';
import { draftStatements } from '../reading/statements/drafts.ts';
import { FeatureList } from '../reading/statements/feature-list.ts';
import type { StatementModel } from '../reading/statements/model.ts';
import { layOut, type Page } from '../reading/statements/page.ts';
import { claimQuotations } from '../reading/statements/quotes.ts';
import type { Attribution } from './annotated-articles.ts';
import type { Example } from './logistic.ts';
import type { ReadArticle } from './train-ends.ts';
import { markedWords, matchContents, wordsOf } from './train-reports.ts';

/**
 * What the articles teach about how far a statement can be trusted: it is right when its content agrees with a marked
 * one and both sources have the same head.
 */
export function trustExamples(articles: readonly ReadArticle[], model: StatementModel): Example[] {
  return articles.flatMap(({ article, document }) => {
    const page = layOut({ ...readGrammar(document), ledger: ALL_ON }, model);
    const drafts = claimQuotations(page, draftStatements(page));
    const marked = matchContents(
      drafts.map(({ content }) => wordsOf(page, content)),
      article.attributions.map((attribution) => markedWords(page, attribution)),
    );
    const features = new FeatureList(DRAFT_FEATURES);
    return drafts.map((draft, number): Example => {
      readTrust(page, draft, features);
      const attribution = article.attributions[marked[number] ?? -1];
      return {
        features: features.hashes.slice(0, features.count),
        isSo: attribution !== undefined && hasSameHead(page, draft.source, attribution),
      };
    });
  });
}

function hasSameHead(
  page: Page,
  source: { readonly first: number; readonly last: number } | null,
  attribution: Attribution,
): boolean {
  const [span] = attribution.source;
  if (!span) return source === null || attribution.cue.length === 0;
  return source !== null && headOf(page, source) === headOf(page, tokensOf(page.document, span));
}

const ENDS_PHRASE =
  /^(?:,|;|\(|–|—|-|who|which|that|whose|of|for|from|in|at|to|with|on|by|about|as|during|after|before|against|and|or|but|['’]s)$/i;

/** The last word before what describes it: `official` of `a White House official in Paris`. */
function headOf(page: Page, range: { readonly first: number; readonly last: number }): number {
  for (let token = range.first + 1; token <= range.last; token += 1) {
    const word = tokenText(page.document, token);
    const isPossessor = /^['’]s$/.test(word) && token < range.last;
    if (ENDS_PHRASE.test(word) && !isPossessor && word !== '-') return token - 1;
  }
  return range.last;
}
