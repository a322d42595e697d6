import type { Document } from '../../language/document.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { TokenMention } from '../actors/mention.ts';
import type { PositionFinding } from './finding.ts';
import { hasOffice, isOffice } from './offices.ts';

/** The description or pronoun whose last token is given, if there is one. */
export type AnaphorEndingAt = (last: number) => TokenMention | undefined;

/** A title with what it is a role in, as far as a pronoun or a description tells that. */
export interface OwnedTitle {
  readonly title: string;
  readonly first: number;
  readonly last: number;
  /** The entity that a pronoun or a description means; -1 where none does. */
  readonly owner: number;
}

/**
 * Roles whose organisation only a pronoun or a description names (`its spokesman`, `the company’s founder`): the words
 * of it are no part of the title. Null where a role is none, as `the minister’s brother` is.
 */
export function ownTitle(
  document: Document,
  finding: PositionFinding,
  anaphorEndingAt: AnaphorEndingAt,
): OwnedTitle | null {
  const { last } = finding;
  let { first } = finding;
  if (!finding.isWorded) return { title: finding.title, first, last, owner: -1 };
  const ownerBefore = (token: number): number => anaphorEndingAt(token - 1)?.entity ?? -1;
  let owner = ownerBefore(first);
  for (let mark = first; mark < last; mark += 1) {
    const isPronoun = mark === first && pennTag(document, mark) === 'PRP$';
    if (!isPronoun && pennTag(document, mark) !== 'POS') continue;
    if (!isPronoun && isCapitalised(document, mark - 1) && isOffice(document, mark - 1)) continue;
    owner = ownerBefore(isPronoun ? mark + 1 : mark);
    first = mark + 1;
  }
  if (first > finding.first && !hasOffice(document, { first, last })) return null;
  return { title: textOf(document, { first, last }).replace(/\s+/g, ' '), first, last, owner };
}

function isCapitalised(document: Document, token: number): boolean {
  return /^\p{Lu}/u.test(tokenText(document, token));
}
