import type { Document } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { tokensOf } from '../../language/ranges.ts';
import { type PennTag, pennTag, tokenText } from '../../language/tags.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import { findFiling } from '../dateline.ts';
import type { Span } from '../../span.ts';
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
  /** The number of the statement in whose content, or whose cue, a token stands; the innermost; -1 outside of all. */
  saidAt(token: number): number;
  cuedAt(token: number): number;
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
  const said = numbersByToken(
    document,
    statements.map(({ content }) => content),
  );
  const cued = numbersByToken(
    document,
    statements.map(({ cue }) => (cue ? [cue] : [])),
  );
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
    saidAt: (token) => said[token] ?? -1,
    cuedAt: (token) => cued[token] ?? -1,
    states: () => {
      states ??= findStates(document, index);
      return states;
    },
  };
}

/** For every token the number of the last list with a span that holds it, the shorter spans over the longer; or -1. */
function numbersByToken(document: Document, lists: readonly (readonly Span[])[]): Int32Array {
  const numbers = new Int32Array(document.tokens.count).fill(-1);
  const ranges = lists.flatMap((spans, number) => spans.map((span) => ({ ...tokensOf(document, span), number })));
  ranges.sort((left, right) => right.last - right.first - (left.last - left.first));
  for (const { first, last, number } of ranges) if (last >= first) numbers.fill(number, first, last + 1);
  return numbers;
}
