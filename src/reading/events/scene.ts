import type { Grammar } from '../../language/grammar.ts';
import type { Tree } from '../../language/tree.ts';
import { findFiling } from '../dateline.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import { tokensOf } from '../../language/ranges.ts';
import { isFiniteTag, pennTag, tokenText } from '../../language/tags.ts';
import type { Statement, TimeReference } from '../reading.ts';
import type { Ledger } from '../rule.ts';
import { findStates, type StateAt } from './states.ts';

/** What the search for participants looks at. */
export interface Scene extends Grammar {
  readonly tree: Tree;
  readonly ledger: Ledger;
  readonly index: MentionIndex;
  /** Whether a token stands in a date, or in the dateline: nobody there takes part in an event. */
  readonly isAside: (token: number) => boolean;
  /** How many finite verbs stand before each token, and before the end. */
  readonly finiteBefore: Int32Array;
  /** The places of `must` in the text, in order. */
  readonly musts: readonly number[];
  /** Where countries and their unions are named, in text order. */
  readonly states: () => readonly StateAt[];
  /** The statement in whose content a token stands, the innermost where there are several; null outside of all. */
  readonly statementAt: (token: number) => Statement | null;
}

/** What a scene is made of. */
interface SceneContext extends Grammar {
  readonly tree: Tree;
  readonly ledger: Ledger;
  readonly index: MentionIndex;
  readonly times: readonly TimeReference[];
  readonly statements: readonly Statement[];
}

/** Puts together what the steps before have found, with dates, dateline and what is said marked by token. */
export function setScene({ document, phrases, clauses, tree, ledger, index, times, statements }: SceneContext): Scene {
  const aside = new Uint8Array(document.tokens.count);
  for (const time of times) aside.fill(1, time.first, time.last + 1);
  const filing = findFiling(document, (token) => index.entities[index.entityAt(token)]?.type === 'PLACE');
  if (filing) aside.fill(1, filing.first, filing.last + 1);
  const said = new Int32Array(document.tokens.count).fill(-1);
  const parts = statements.flatMap((statement, number) =>
    statement.content.map((span) => ({ ...tokensOf(document, span), number })),
  );
  parts.sort((left, right) => right.last - right.first - (left.last - left.first));
  for (const { first, last, number } of parts) if (last >= first) said.fill(number, first, last + 1);
  const finiteBefore = new Int32Array(document.tokens.count + 1);
  const musts: number[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    const tag = pennTag(document, token);
    finiteBefore[token + 1] = (finiteBefore[token] ?? 0) + (isFiniteTag(tag) ? 1 : 0);
    if (tag === 'MD' && tokenText(document, token).toLowerCase() === 'must') musts.push(token);
  }
  let states: readonly StateAt[] | undefined;
  const listStates = (): readonly StateAt[] => {
    states ??= findStates(document, index);
    return states;
  };
  return {
    document,
    phrases,
    clauses,
    tree,
    ledger,
    index,
    finiteBefore,
    musts,
    states: listStates,
    isAside: (token) => aside[token] === 1,
    statementAt: (token) => statements[said[token] ?? -1] ?? null,
  };
}
