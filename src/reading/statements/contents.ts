import { applyFirst, type Rule } from '../rule.ts';
import type { Content } from './content.ts';
import { CONTENTS_AFTER } from './contents-after.ts';
import { CONTENTS_BEFORE } from './contents-before.ts';
import type { VerbCue } from './cue.ts';
import type { Page } from './page.ts';
import { seekContent, type SoughtContent } from './sought-content.ts';
import type { Source } from './source.ts';

/** The ways to find what a verb reports, in the order in which they are tried. */
export const CONTENT_RULES: readonly Rule<readonly [SoughtContent], Content>[] = [
  ...CONTENTS_BEFORE,
  ...CONTENTS_AFTER,
];

/**
 * What a verb cue reports: words before it that end in a quotation mark or a comma (`“…,” she said`, `the plan, he
 * said, …`), or after it a quotation, a clause, an infinitive, an object with its complement or a phrase, as the verb's
 * frames allow, up to where the sentence turns to something else. Null where it reports nothing.
 */
export function findContent(page: Page, cue: VerbCue, source: Source | null): Content | null {
  return applyFirst(CONTENT_RULES, page.ledger, seekContent(page, cue, source));
}
