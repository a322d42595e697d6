import type { TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { rangeHolding, rangesWithin, spanOf } from '../../language/ranges.ts';
import { tokenText } from '../../language/tags.ts';
import type { Tree } from '../../language/tree.ts';
import type { Span } from '../../span.ts';
import { indexMentions, type MentionIndex } from '../actors/mention-index.ts';
import type { Entity, Mention, Statement, TimeReference } from '../reading.ts';
import type { Ledger } from '../rule.ts';
import { type Cast, indexCast } from './cast.ts';
import { confidenceOf } from './confidence.ts';
import { draftStatements } from './drafts.ts';
import { mediumOf } from './media.ts';
import { layOut, type Page, sentenceOf, wordAt } from './page.ts';
import { claimQuotations, kindOf } from './quotes.ts';
import { personOf } from './spoken-pronouns.ts';
import { meantBy } from './pronouns.ts';
import { affiliationOf, entitiesOf, speakersOf } from './speakers.ts';
import type { Draft } from './draft.ts';

/** What the steps before this one have found. */
export interface StatementContext extends Grammar {
  readonly tree: Tree;
  readonly ledger: Ledger;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly times: readonly TimeReference[];
}

/**
 * Who said what to whom, in text order: cues first, each with its source and content; then the quotations that no cue
 * takes; then who the words mean. A source that names nobody keeps its words, with the place or organisation it belongs
 * to.
 */
export function findStatements(context: StatementContext): Statement[] {
  const { document } = context;
  const page = layOut(context);
  const cast = indexCast(page, indexMentions(document, context.mentions, context.entities));
  const drafts = claimQuotations(page, withoutRepeats(draftStatements(page)));
  const statements: Statement[] = [];
  let last: { speakers: readonly number[]; paragraph: number } | null = null;
  for (const draft of drafts) {
    const paragraph = rangeHolding(document.paragraphs, draft.head);
    const isAlone = draft.way === 'QUOTE_ALONE' && !draft.source;
    const inherited: readonly number[] = isAlone && last && paragraph - last.paragraph <= 2 ? last.speakers : [];
    const speakers: readonly number[] = isAlone
      ? inherited
      : whoIsMeant(
          page,
          cast,
          draft,
          statements.at(-1),
          paragraph,
          last && last.paragraph === paragraph ? last.speakers : [],
        );
    if (speakers.length === 0 && isRelative(page, draft)) continue;
    const statement = toStatement(context, page, cast.index, draft, speakers);
    statements.push(statement);
    if (speakers.length > 0 && statement.kind !== 'INDIRECT') last = { speakers, paragraph };
    else if (speakers.length > 0 && (!last || paragraph !== last.paragraph)) last = { speakers, paragraph };
  }
  return statements;
}

/** The speakers of a draft: those of its source, where a pronoun is read with what was said before in its paragraph. */
function whoIsMeant(
  page: Page,
  cast: Cast,
  draft: Draft,
  previous: Statement | undefined,
  paragraph: number,
  before: readonly number[],
): readonly number[] {
  const speakers = speakersOf(page, cast, draft.source, draft.sourceHead);
  const isNear = previous?.source && page.document.sentences[previous.sentence]?.paragraph === paragraph;
  return meantBy(speakers, { page, cast, draft, previous: isNear ? previous : null, before });
}

/** `a format, which implies their participation`: what things tell is no speech. */
function isRelative(page: Page, { source, way, act }: Draft): boolean {
  return (
    way !== 'LEFT_QUOTE' &&
    way !== 'RIGHT_QUOTE' &&
    (!/^(?:CLAUSE|LEFT)$/.test(way) || /^(?:SUGGEST|FIND|DESCRIBE|REPORT)$/.test(act)) &&
    source !== null &&
    source.first === source.last &&
    /^which$/i.test(tokenText(page.document, source.first))
  );
}

/**
 * Two cues that report the same words are one statement: the first stays, as the second is a coordinated or repeated
 * verb, unless the second alone is sure (`laughed and said: “…”`).
 */
function withoutRepeats(drafts: readonly Draft[]): Draft[] {
  const key = (draft: Draft): string => draft.content.map((part) => `${part.first}-${part.last}`).join();
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    const earlier = best.get(key(draft));
    if (!earlier || (earlier.way.startsWith('LOOSE') && !draft.way.startsWith('LOOSE'))) best.set(key(draft), draft);
  }
  return drafts.filter((draft) => best.get(key(draft)) === draft);
}

function toStatement(
  context: StatementContext,
  page: Page,
  index: MentionIndex,
  draft: Draft,
  speakers: readonly number[],
): Statement {
  const { document, times } = context;
  const span = (range: TokenRange): Span => spanOf(document, range);
  const content = draft.content.map(span).sort((left, right) => left.start - right.start);
  const kind = kindOf(page, draft.content);
  const isInContent = (token: number): boolean =>
    draft.content.some((part) => part.first <= token && token <= part.last);
  const sentence = sentenceOf(page, draft.head);
  const time = draft.cue
    ? (rangesWithin(times, sentence).find(
        (candidate) => !isInContent(candidate.first) && Math.abs(candidate.first - draft.head) <= 12,
      ) ?? null)
    : null;
  const via = draft.via ?? mediumOf(page, draft);
  const addressees = draft.addressee >= 0 ? entitiesOf(page, index, draft.addressee) : [];
  const evidence = [
    ...(draft.source ? [span(draft.source)] : []),
    ...(draft.cue ? [span(draft.cue)] : []),
    ...content,
    ...(via ? [span(via)] : []),
  ].sort((left, right) => left.start - right.start);
  return {
    kind,
    act: draft.act,
    content,
    cue: draft.cue ? span(draft.cue) : null,
    source: draft.source ? span(draft.source) : null,
    speakers,
    affiliation: speakers.length === 0 && draft.source ? affiliationOf(document, index, draft.source) : null,
    addressees,
    via: via ? { span: span(via), entity: entityIn(index, via) } : null,
    negated: draft.isNegated,
    about: aboutOf(page, index, draft, speakers, addressees),
    time,
    place: draft.cue ? placeOf(context, index, sentence, isInContent, draft) : null,
    evidence,
    sentence: Math.max(0, rangeHolding(document.sentences, draft.head)),
    confidence: confidenceOf(page, draft),
  };
}

function entityIn(index: MentionIndex, range: TokenRange): number | null {
  for (let token = range.last; token >= range.first; token -= 1) {
    const entity = index.entityAt(token);
    if (entity >= 0 && index.entities[entity]?.type === 'ORGANISATION') return entity;
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
  draft: Draft,
  speakers: readonly number[],
  addressees: readonly number[],
): number[] {
  const found = new Set<number>();
  const cueQuote = draft.cue ? (page.quoteAt[draft.head] ?? -1) : -1;
  const speakForGroup =
    speakers.length > 1 || (speakers.length === 1 && index.entities[speakers[0] ?? -1]?.type !== 'PERSON');
  for (const part of draft.content) {
    for (let token = part.first; token <= part.last; token += 1) {
      const entity = index.entityAt(token);
      if (entity >= 0) found.add(entity);
      const quote = page.quoteAt[token] ?? -1;
      if (quote < 0 || quote === cueQuote) continue;
      const person = personOf(wordAt(page, token));
      const meant =
        person === 'SPEAKER' || (speakForGroup && person === 'SPEAKERS')
          ? speakers
          : person === 'ADDRESSEE'
            ? addressees
            : [];
      for (const one of meant) found.add(one);
    }
  }
  return [...found];
}

/** Where it was said: a place behind `in`, `at` or `from` in the reporting clause. */
function placeOf(
  context: StatementContext,
  index: MentionIndex,
  sentence: TokenRange,
  isInContent: (token: number) => boolean,
  draft: Draft,
): number | null {
  for (let token = sentence.first + 1; token <= sentence.last; token += 1) {
    const entity = index.entityAt(token);
    if (entity < 0 || isInContent(token) || index.entities[entity]?.type !== 'PLACE') continue;
    if (draft.source && draft.source.first <= token && token <= draft.source.last) continue;
    if (/^(?:in|at|from)$/i.test(tokenText(context.document, token - 1)) && Math.abs(token - draft.head) <= 12)
      return entity;
  }
  return null;
}
