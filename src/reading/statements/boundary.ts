import type { TokenRange } from '../../language/document.ts';
import { pennTag, relation, tokenText } from '../../language/tags.ts';
import { isRelation } from '../../language/tree.ts';
import { REPORTING_VERBS } from '../lexicon/speech-acts.ts';
import { isQuoteMark, type Page, wordAt } from './page.ts';

const CONTINUING = new Set(
  'add say note call cite argue warn describe refer explain insist claim urge ask suggest accuse promise tell point quote write vow blame criticize saying'.split(
    ' ',
  ),
);

/**
 * The last token of a content that begins at a token: the end of the sentence, or before a participle that reports on
 * (`, adding that …`), a verb coordinated with the cue,
 * `according to`, or a parenthesis that names another speaker. Quotation marks shelter what stands in them.
 */
export function rightBoundary(page: Page, first: number, bounds: TokenRange, verb: number): number {
  const { document, tree } = page;
  let last = Math.min(bounds.last, endOfClause(page, verb, first));
  const conjuncts = tree.childrenBy(verb, 'conj').filter((child) => child > first);
  for (const conjunct of conjuncts) {
    if (tree.childrenBy(conjunct, 'mark').some((mark) => mark > first && wordAt(page, mark) === 'that')) continue;
    const start = Math.min(
      conjunct,
      ...tree.childrenBy(conjunct, 'cc', 'nsubj', 'aux', 'advmod').filter((child) => child > first),
      ...tree
        .childrenBy(conjunct, 'nsubj')
        .map((child) => tree.subtreeOf(child).first)
        .filter((child) => child > first),
    );
    if (
      (page.quoteAt[start] ?? -1) >= 0 &&
      (page.quoteAt[start] ?? -1) === (page.quoteAt[start - 1] ?? -1) &&
      (page.quoteAt[first] ?? -1) === (page.quoteAt[start] ?? -1)
    )
      continue;
    if (isOfContent(page, verb, conjunct, start)) continue;
    last = Math.min(last, start - 1);
  }
  for (let token = first + 1; token <= last; token += 1) {
    if (
      isQuoteMark(page, token - 1) &&
      token - 1 > first &&
      wordAt(page, token - 2) === ',' &&
      /^(?:and|but|while|though|although|as|which|who)$/.test(wordAt(page, token))
    )
      return token - 1;
    if ((page.quoteAt[token] ?? -1) >= 0 && (page.quoteAt[verb] ?? -1) < 0) continue;
    const word = wordAt(page, token);
    if (word === 'according' && wordAt(page, token + 1) === 'to') return token - 1;
    if (word !== ',') continue;
    const next = token + 1;
    if (
      pennTag(document, next) === 'VBG' &&
      CONTINUING.has(document.tokens.lemmas[next] ?? '') &&
      REPORTING_VERBS.has(document.tokens.lemmas[next] ?? '')
    ) {
      const head = document.tokens.heads[next] ?? -1;
      if (head < first || head === verb) return token - 1;
    }
    if (isRelation(relation(document, next), 'cc')) {
      const clause = document.tokens.heads[next] ?? -1;
      if (document.tokens.heads[clause] === verb) return token - 1;
    }
  }
  while (last > first && /^[.!?…]$/.test(tokenText(document, last))) last -= 1;
  return last;
}

/**
 * `said he rated contestants and talked about them`: behind a verb that takes clauses only, a coordinated verb that
 * reports nothing, without a comma or a subject, goes on with the clause.
 */
function isOfContent(page: Page, verb: number, conjunct: number, start: number): boolean {
  const { lemmas } = page.document.tokens;
  if (
    !/^(?:say|claim|insist|argue|note|contend|believe|think|allege|add|tell)$/.test(lemmas[verb] ?? '') ||
    wordAt(page, start - 1) === ','
  )
    return false;
  return !REPORTING_VERBS.has(lemmas[conjunct] ?? '') && page.tree.childBy(conjunct, 'nsubj') < 0;
}

/**
 * A reporting clause that stands before the clause it hangs on, or inside one (`As he denied it, …`, `the plan, which
 * he said was near, …`), ends what it reports.
 */
function endOfClause(page: Page, verb: number, first: number): number {
  const { heads, count } = page.document.tokens;
  let token = verb;
  for (let steps = 0; steps < 12; steps += 1) {
    const head = heads[token] ?? -1;
    if (head < 0) return count;
    if (head > first) {
      const last = page.tree.subtreeOf(token).last;
      const isCut =
        last > first &&
        (wordAt(page, last) === ',' || wordAt(page, last + 1) === ',') &&
        !isRelation(relation(page.document, token), 'parataxis', 'ccomp', 'conj', 'dep');
      return isCut ? last : count;
    }
    token = head;
  }
  return count;
}
