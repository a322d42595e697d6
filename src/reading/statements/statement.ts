import type { TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding, rangesWithin, spanOf } from '../../language/ranges.ts';
import type { Span } from '../../span.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import type { Entity, Mention, Statement, TimeReference } from '../reading.ts';
import type { Ledger } from '../rule.ts';
import { confidenceOf } from './confidence.ts';
import type { Draft } from './draft.ts';
import { kindOf } from './kinds.ts';
import { mediumOf } from './media.ts';
import { type Page, sentenceOf, wordAt } from './page.ts';
import { affiliationOf, entitiesOf } from './speakers.ts';
import { personOf } from './spoken-pronouns.ts';

/** What the steps before this one have found. */
export interface StatementContext extends Grammar {
  readonly ledger: Ledger;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly times: readonly TimeReference[];
}

/** How far from its cue a day or a place tells of the saying, in tokens. */
const NEAR = 12;

/** A draft as a statement, with the entities that its words mean. */
export function makeStatement(
  context: StatementContext,
  page: Page,
  index: MentionIndex,
  draft: Draft,
  speakers: readonly number[],
): Statement {
  const { document } = context;
  const { act, head, cue, source, isNegated } = draft;
  const span = (range: TokenRange): Span => spanOf(document, range);
  const inOrder = (spans: readonly Span[]): Span[] => [...spans].sort((left, right) => left.start - right.start);
  const content = inOrder(draft.content.map(span));
  const via = draft.via ?? mediumOf(page, draft);
  const addressees = draft.addressee >= 0 ? entitiesOf(page, index, draft.addressee) : [];
  const around = [source, cue, via].flatMap((range) => (range ? [span(range)] : []));
  return {
    kind: kindOf(page, draft.content),
    act,
    content,
    cue: cue && span(cue),
    source: source && span(source),
    speakers,
    affiliation: speakers.length === 0 && source ? affiliationOf(document, index, source) : null,
    addressees,
    via: via && { span: span(via), entity: organisationIn(index, via) },
    negated: isNegated,
    about: aboutOf(page, index, draft, speakers, addressees),
    time: cue && timeOf(context, page, draft),
    place: cue && placeOf(page, index, draft),
    evidence: inOrder([...around, ...content]),
    sentence: Math.max(0, rangeHolding(document.sentences, head)),
    confidence: confidenceOf(page, draft),
  };
}

function organisationIn(index: MentionIndex, range: TokenRange): number | null {
  for (let token = range.last; token >= range.first; token -= 1) {
    const entity = index.entityAt(token);
    if (index.entities[entity]?.type === 'ORGANISATION') return entity;
  }
  return null;
}

/**
 * The entities mentioned in a content. Inside quotation marks `I` is whoever speaks, `we` too where one organisation or
 * several people do, and `you` is who is spoken to.
 */
function aboutOf(
  page: Page,
  index: MentionIndex,
  { cue, head, content }: Draft,
  speakers: readonly number[],
  addressees: readonly number[],
): number[] {
  const [speaker, other] = speakers;
  const isGroup = speaker !== undefined && (other !== undefined || index.entities[speaker]?.type !== 'PERSON');
  const meant = { SPEAKER: speakers, SPEAKERS: isGroup ? speakers : [], ADDRESSEE: addressees };
  const cueQuote = cue ? (page.quoteAt[head] ?? -1) : -1;
  const found = new Set<number>();
  for (const { first, last } of content)
    for (let token = first; token <= last; token += 1) {
      const entity = index.entityAt(token);
      if (entity >= 0) found.add(entity);
      const quote = page.quoteAt[token] ?? -1;
      const person = quote < 0 || quote === cueQuote ? null : personOf(wordAt(page, token));
      if (person) for (const one of meant[person]) found.add(one);
    }
  return [...found];
}

/** Whether a token near the cue is of the reporting, not of what was said or of who says it. */
function isOfReporting({ head, content, source }: Draft, token: number): boolean {
  const holds = ({ first, last }: TokenRange): boolean => first <= token && token <= last;
  return Math.abs(token - head) <= NEAR && !content.some(holds) && !(source && holds(source));
}

function timeOf({ times }: StatementContext, page: Page, draft: Draft): TimeReference | null {
  const own = { ...draft, source: null };
  return rangesWithin(times, sentenceOf(page, draft.head)).find(({ first }) => isOfReporting(own, first)) ?? null;
}

/** Where it was said: a place after `in`, `at` or `from` in the reporting clause. */
function placeOf(page: Page, index: MentionIndex, draft: Draft): number | null {
  const { first, last } = sentenceOf(page, draft.head);
  for (let token = Math.max(first + 1, draft.head - NEAR); token <= Math.min(last, draft.head + NEAR); token += 1) {
    const entity = index.entityAt(token);
    if (index.entities[entity]?.type !== 'PLACE' || !isOfReporting(draft, token)) continue;
    if (/^(?:in|at|from)$/.test(wordAt(page, token - 1))) return entity;
  }
  return null;
}
