import type { Document } from '../../language/document.ts';
import { spanOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { DraftMention } from '../actors/drafts.ts';
import type { PositionFinding } from './positions.ts';
import { isOffice } from '../actors/title.ts';

/** A role with what it is a role in, as far as a pronoun or a description tells that. */
export interface OwnedPosition {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  /** The entity that a pronoun or a description means; -1 where none does. */
  readonly owner: number;
}

/**
 * Roles whose organisation only a pronoun or a description names (`its spokesman`, `the company’s founder`, `a vice
 * president of the studio`): the words of it are no part of the title. Null where a role is none, as `the minister’s
 * brother` is. `anaphora` gives the entity that the pronoun or description whose last token is given means, or -1.
 */
export function ownPosition(
  document: Document,
  finding: PositionFinding,
  anaphora: (last: number) => DraftMention | undefined,
): OwnedPosition | null {
  if (!finding.isWorded) return { title: finding.title, first: finding.first, last: finding.last, owner: -1 };
  const { last } = finding;
  let { first } = finding;
  let owner = entityOf(anaphora(first - 1));
  if (pennTag(document, first) === 'PRP$' && first < last) {
    owner = entityOf(anaphora(first));
    first += 1;
  }
  for (let mark = first + 1; mark < last; mark += 1) {
    if (pennTag(document, mark) !== 'POS' || (!isLower(document, mark - 1) && isOffice(document, mark - 1))) continue;
    owner = entityOf(anaphora(mark - 1));
    first = mark + 1;
  }
  let hasOffice = false;
  for (let token = first; token <= last; token += 1) hasOffice ||= isOffice(document, token);
  if (first > finding.first && !hasOffice) return null;
  const end = owner < 0 ? descriptionBehind(document, first, last, anaphora) : null;
  const title = spanOf(document, { first, last: end?.before ?? last });
  return {
    title: document.text.slice(title.start, title.end).replace(/\s+/g, ' '),
    first,
    last,
    owner: end?.owner ?? owner,
  };
}

function entityOf(mention: DraftMention | undefined): number {
  return mention?.cluster ?? -1;
}

function isLower(document: Document, token: number): boolean {
  return /^\p{Ll}/u.test(tokenText(document, token));
}

/** `vice president of the studio`: the description that ends a title behind a preposition. */
function descriptionBehind(
  document: Document,
  first: number,
  last: number,
  anaphora: (last: number) => DraftMention | undefined,
): { readonly before: number; readonly owner: number } | null {
  const mention = anaphora(last);
  if (!mention || mention.first <= first + 1) return null;
  return /^(?:of|for|at|with|in)$/.test(tokenText(document, mention.first - 1))
    ? { before: mention.first - 2, owner: mention.cluster }
    : null;
}
