import type { Document } from '../../language/document.ts';
import type { Tree } from '../../language/tree.ts';
import { findFiling } from '../dateline.ts';
import type { MentionIndex } from '../mention-index.ts';
import { tokensOf } from '../../language/ranges.ts';
import type { Statement, TimeReference } from '../reading.ts';

/** What the search for participants looks at. */
export interface Scene {
  readonly document: Document;
  readonly tree: Tree;
  readonly index: MentionIndex;
  /** Whether a token stands in a date, or in the dateline: nobody there takes part in an event. */
  readonly isAside: (token: number) => boolean;
  /** The statement in whose content a token stands, the innermost where there are several; null outside of all. */
  readonly statementAt: (token: number) => Statement | null;
}

/** Puts together what the steps before have found, with dates, dateline and what is said marked by token. */
export function setScene(document: Document, tree: Tree, index: MentionIndex, times: readonly TimeReference[], statements: readonly Statement[]): Scene {
  const aside = new Uint8Array(document.tokens.count);
  for (const time of times) aside.fill(1, time.first, time.last + 1);
  const filing = findFiling(document, (token) => index.entities[index.entityAt(token)]?.type === 'PLACE');
  if (filing) aside.fill(1, filing.first, filing.last + 1);
  const said = new Int32Array(document.tokens.count).fill(-1);
  const parts = statements.flatMap((statement, number) => statement.content.map((span) => ({ ...tokensOf(document, span), number })));
  parts.sort((left, right) => right.last - right.first - (left.last - left.first));
  for (const { first, last, number } of parts) if (last >= first) said.fill(number, first, last + 1);
  return { document, tree, index, isAside: (token) => aside[token] === 1, statementAt: (token) => statements[said[token] ?? -1] ?? null };
}
