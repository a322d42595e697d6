import { hashWord } from '../../language/tagging/word-features.ts';
import { DRAFT_FEATURES, readDraft } from './draft-features.ts';
import { FeatureList } from './feature-list.ts';
import { probabilityOf } from './model.ts';
import type { Page } from './page.ts';
import { kindOf } from './kinds.ts';
import type { Draft } from './draft.ts';

/**
 * Others' articles are more varied than those that were learned from: odds measured on the former are about this power
 * of what the latter promise.
 */
const ELSEWHERE = 0.75;

/**
 * The probability that a statement's content and source are right, 0 to 1 in steps of a hundredth, as learned from what
 * annotators marked.
 */
export function confidenceOf(page: Page, draft: Draft): number {
  const features = new FeatureList(DRAFT_FEATURES);
  readTrust(page, draft, features);
  return (
    Math.round(Math.max(0.02, Math.min(0.98, probabilityOf(page.model.trusts.weigh(features) * ELSEWHERE))) * 100) / 100
  );
}

/**
 * Writes the features of a statement that is kept: those of its draft, its kind, and where the content stands to the
 * cue.
 */
export function readTrust(page: Page, draft: Draft, into: FeatureList): void {
  readDraft(page, draft, 0, into);
  const kind = hashWord(kindOf(page, draft.content));
  into.add(201, kind);
  into.add(202, kind, hashWord(draft.way));
  into.add(203, draft.content.length > 1 ? 1 : 0, kind);
  into.add(204, draft.source ? Math.min(6, draft.source.last - draft.source.first) : 7, kind);
}
