import { DRAFT_FEATURES, readDraft } from './draft-features.ts';
import type { Draft } from './draft.ts';
import { FeatureList } from './feature-list.ts';
import { probabilityOf } from './model.ts';
import type { Page } from './page.ts';
import { isPlausible, isStrongInside } from './plausible.ts';

/**
 * From which probability on a draft is kept: what the rules find likely nearly always, the rest only where much speaks
 * for it.
 */
const KEEP_LIKELY = 0.06;
const KEEP_UNLIKELY = 0.8;

/**
 * The drafts that the article likely reports as statements. Rules about what a report looks like have their say as
 * features; what was learned weighs them against the verb, its source, its content and what stands around. Inside a
 * quotation, where the articles seldom mean to report, the rules alone decide.
 */
export function keepLikely(page: Page, drafts: readonly Draft[]): Draft[] {
  const inside = countInside(page, drafts);
  const features = new FeatureList(DRAFT_FEATURES);
  return drafts.filter((draft, number) => {
    const depth = inside[number] ?? 0;
    const isLikely = isPlausible(page, draft) && (depth === 0 || isStrongInside(draft));
    if ((page.quoteAt[draft.head] ?? -1) >= 0 || draft.way === 'COLON') return isLikely;
    if ((draft.isThought || (draft.way === 'INFINITIVE' && depth > 0)) && !isLikely) return false;
    readDraft(page, draft, depth, features);
    return probabilityOf(page.model.reports.weigh(features)) >= (isLikely ? KEEP_LIKELY : KEEP_UNLIKELY);
  });
}

/** For each draft in how many contents of likely drafts its cue stands. Linear in the tokens. */
export function countInside(page: Page, drafts: readonly Draft[]): number[] {
  const depth = new Int32Array(page.document.tokens.count + 2);
  const add = (token: number, change: number): void => {
    depth[token] = (depth[token] ?? 0) + change;
  };
  for (const draft of drafts) {
    if (!isPlausible(page, draft)) continue;
    for (const { first, last } of draft.content) {
      add(first, 1);
      add(last + 1, -1);
    }
  }
  for (let token = 1; token < depth.length; token += 1) add(token, depth[token - 1] ?? 0);
  return drafts.map(({ head, content }) => {
    const own = content.some(({ first, last }) => first <= head && head <= last) ? 1 : 0;
    return (depth[head] ?? 0) - own;
  });
}
