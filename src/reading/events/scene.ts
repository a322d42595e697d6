import type { Grammar } from '../../language/grammar.ts';
import { tokensOf } from '../../language/ranges.ts';
import { type PennTag, pennTag, tokenText } from '../../language/tags.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import { findFiling } from '../dateline.ts';
import type { Entity, Statement, TimeReference } from '../reading.ts';
import type { Ledger } from '../rule.ts';
import { findStates, type StateAt } from './states.ts';

/** What the steps before the events have found. */
export interface EventContext extends Grammar {
  readonly ledger: Ledger;
  readonly index: MentionIndex;
  readonly times: readonly TimeReference[];
  readonly statements: readonly Statement[];
  /** The day the article appeared, `YYYY-MM-DD`, or null. */
  readonly published: string | null;
}

/** What every step of reading events looks at: the context, with its words, dates and statements by token. */
export interface Scene extends EventContext {
  /** A token as written and its lemma, in lower case; empty where there is none. */
  word(token: number): string;
  lemma(token: number): string;
  tag(token: number): PennTag;
  /** The first preposition of the phrase that a token heads, or of its title, in lower case; empty for none. */
  preposition(token: number): string;
  entityAt(token: number): Entity | undefined;
  /** Whether a token stands in a date, or in the dateline: nobody there takes part in an event. */
  isAside(token: number): boolean;
  /** The statement in whose content a token stands, the innermost where there are several; null outside of all. */
  statementAt(token: number): Statement | null;
  /** Where countries and their unions are named, in text order. */
  states(): readonly StateAt[];
}

/** Puts together what the steps before have found, with dates, dateline and what is said marked by token. */
export function setScene(context: EventContext): Scene {
  const { document, phrases, index, times, statements } = context;
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
  const word = (token: number): string => tokenText(document, token).toLowerCase();
  let states: readonly StateAt[] | undefined;
  return {
    ...context,
    word,
    lemma: (token) => (document.tokens.lemmas[token] ?? '').toLowerCase(),
    tag: (token) => pennTag(document, token),
    preposition: (token) => {
      const { preposition, titles } = phrases.at(token);
      return word(preposition >= 0 ? preposition : phrases.at(titles[0] ?? -1).preposition);
    },
    entityAt: (token) => index.entities[index.entityAt(token)],
    isAside: (token) => aside[token] === 1,
    statementAt: (token) => statements[said[token] ?? -1] ?? null,
    states: () => {
      states ??= findStates(document, index);
      return states;
    },
  };
}
