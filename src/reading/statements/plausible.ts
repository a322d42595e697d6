import { pennTag } from '../../language/tags.ts';
import { type Page, wordAt } from './page.ts';
import type { Draft } from './draft.ts';

/** Ways that words in quotation marks or a whole clause vouch for: what they find is seldom anything but reported. */
const SAYS_IT: ReadonlySet<string> = new Set(['LEFT_QUOTE', 'RIGHT_QUOTE', 'CLAUSE', 'LEFT', 'ACCORDING']);

/** Acts of those who take a stand: `it` that does them is an organisation or a country. */
const STANCES: ReadonlySet<string> = new Set([
  'ANNOUNCE',
  'CONFIRM',
  'DENY',
  'ACCUSE',
  'CRITICISE',
  'THANK',
  'APOLOGISE',
  'WARN',
  'PROMISE',
  'DEMAND',
  'URGE',
  'DECLINE',
]);

/**
 * Whether a draft is likely a statement that the article reports, not merely a verb that could report one. Inside a
 * quotation only what a named third person said counts; what the author or the reader says, what a thing implies, and
 * what somebody would, should or did not say is no report unless it stands in quotation marks.
 */
export function isPlausible(page: Page, draft: Draft): boolean {
  if (draft.way.startsWith('LOOSE')) return false;
  if (draft.cue === null || draft.way === 'COLON') return true;
  if (draft.way === 'NOUN') return (page.quoteAt[draft.head] ?? -1) < 0;
  const source = draft.source ? wordAt(page, draft.source.last) : '';
  const isOneWord = draft.source !== null && draft.source.first === draft.source.last;
  const tag = pennTag(page.document, draft.head);
  const isQuoted = draft.way === 'LEFT_QUOTE' || draft.way === 'RIGHT_QUOTE';
  if ((page.quoteAt[draft.head] ?? -1) >= 0) return false;
  if (isOneWord && /^(?:i|we|you)$/.test(source) && !isQuoted) return false;
  if (isOneWord && source === 'it' && STANCES.has(draft.act) && /^VB[DZ]$/.test(tag)) return true;
  if (
    isOneWord &&
    /^(?:which|that|this|it)$/.test(source) &&
    (draft.act === 'SUGGEST' || draft.act === 'FIND' || !SAYS_IT.has(draft.way))
  )
    return false;
  if (isOneWord && source === 'who' && !SAYS_IT.has(draft.way)) return false;
  if (draft.isThought) return draft.way === 'CLAUSE' && /^VB[DZP]$/.test(tag) && !draft.isNegated;
  if (tag === 'VB' && !isQuoted && !SAYS_IT.has(draft.way)) return false;
  return true;
}

/**
 * Whether a draft that stands inside what another reports may stay: `she said he had told them it was over` gives both,
 * `she said he praised the plan` only the outer.
 */
export function isStrongInside(draft: Draft): boolean {
  return SAYS_IT.has(draft.way) && !draft.isThought && draft.source !== null;
}
