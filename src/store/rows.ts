import {
  ENTITY_TYPES,
  EVENT_STATUSES,
  EVENT_TYPES,
  MENTION_KINDS,
  ORGANISATION_KINDS,
  type OrganisationKind,
  PARTICIPANT_ROLES,
  PLACE_KINDS,
  SPEECH_ACTS,
  STATEMENT_KINDS,
  TIME_PRECISIONS,
} from '../reading/reading.ts';
import type { Row } from './database.ts';
import type { ActorRecord, ArticleRecord, EventRecord, MentionRecord, ParticipantRecord, PositionRecord, SpanRecord, StatementRecord, TimeRecord } from './records.ts';

/** A text column; the empty string where it is null. */
export function textOr(row: Row, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

export function textOrNull(row: Row, column: string): string | null {
  const value = row[column];
  return typeof value === 'string' ? value : null;
}

export function numberOr(row: Row, column: string): number {
  const value = row[column];
  return typeof value === 'number' ? value : 0;
}

export function numberOrNull(row: Row, column: string): number | null {
  const value = row[column];
  return typeof value === 'number' ? value : null;
}

/** A column with a fixed set of values, which the database's own checks guarantee; the first stands for what cannot be. */
export function oneOf<Item extends string>(row: Row, column: string, values: readonly [Item, ...Item[]]): Item {
  const value = row[column];
  return values.find((candidate) => candidate === value) ?? values[0];
}

function oneOrNull<Item extends string>(row: Row, column: string, values: readonly Item[]): Item | null {
  const value = row[column];
  return values.find((candidate) => candidate === value) ?? null;
}

export function isOrganisationKind(kind: string | null): kind is OrganisationKind {
  return ORGANISATION_KINDS.some((candidate) => candidate === kind);
}

/** A stretch of text from its three columns. */
export function readSpan(row: Row): SpanRecord {
  return { start: numberOr(row, 'start'), end: numberOr(row, 'end'), text: textOr(row, 'text') };
}

function readTime(row: Row): TimeRecord | null {
  const text = textOrNull(row, 'time_text');
  return text === null ? null : { text, start: textOrNull(row, 'time_start'), end: textOrNull(row, 'time_end'), precision: oneOf(row, 'time_precision', TIME_PRECISIONS) };
}

export function readArticle(row: Row): ArticleRecord {
  const authors: unknown = JSON.parse(textOr(row, 'authors') || '[]');
  return {
    type: 'Article',
    id: textOr(row, 'id'),
    url: textOrNull(row, 'url'),
    title: textOr(row, 'title'),
    publisherId: textOrNull(row, 'publisher_id'),
    authors: Array.isArray(authors) ? authors.filter((author) => typeof author === 'string') : [],
    language: textOr(row, 'language'),
    publishedAt: textOrNull(row, 'published_at'),
    datelineId: textOrNull(row, 'dateline_id'),
    wordCount: numberOr(row, 'word_count'),
    ingestedAt: textOr(row, 'ingested_at'),
  };
}

export function readActor(row: Row): ActorRecord {
  return {
    type: oneOf(row, 'type', ENTITY_TYPES),
    id: textOr(row, 'id'),
    name: textOr(row, 'name'),
    mentionCount: numberOr(row, 'mention_count'),
    articleCount: numberOr(row, 'article_count'),
    organisationKind: oneOrNull(row, 'organisation_kind', ORGANISATION_KINDS),
    acronym: textOrNull(row, 'acronym'),
    placeKind: oneOrNull(row, 'place_kind', PLACE_KINDS),
    countryCode: textOrNull(row, 'country_code'),
    latitude: numberOrNull(row, 'latitude'),
    longitude: numberOrNull(row, 'longitude'),
  };
}

export function readPosition(row: Row): PositionRecord {
  return {
    id: textOr(row, 'id'),
    title: textOr(row, 'title'),
    former: numberOr(row, 'former') === 1,
    personId: textOr(row, 'person_id'),
    organisationId: textOrNull(row, 'organisation_id'),
    placeId: textOrNull(row, 'place_id'),
  };
}

export function readMention(row: Row): MentionRecord {
  return { articleId: textOr(row, 'article_id'), actorId: textOr(row, 'actor_id'), kind: oneOf(row, 'kind', MENTION_KINDS), span: readSpan(row) };
}

export function readStatement(row: Row): StatementRecord {
  return {
    type: 'Statement',
    id: textOr(row, 'id'),
    articleId: textOr(row, 'article_id'),
    kind: oneOf(row, 'kind', STATEMENT_KINDS),
    act: oneOf(row, 'act', SPEECH_ACTS),
    text: textOr(row, 'text'),
    cue: textOrNull(row, 'cue'),
    source: textOrNull(row, 'source'),
    via: textOrNull(row, 'via'),
    viaOrganisationId: textOrNull(row, 'via_organisation_id'),
    affiliationId: textOrNull(row, 'affiliation_id'),
    negated: numberOr(row, 'negated') === 1,
    placeId: textOrNull(row, 'place_id'),
    date: readTime(row),
    sentence: textOr(row, 'sentence'),
    confidence: numberOr(row, 'confidence'),
  };
}

export function readEvent(row: Row): EventRecord {
  return {
    type: 'Event',
    id: textOr(row, 'id'),
    articleId: textOr(row, 'article_id'),
    eventType: oneOf(row, 'type', EVENT_TYPES),
    mode: textOrNull(row, 'mode'),
    status: oneOf(row, 'status', EVENT_STATUSES),
    summary: textOr(row, 'summary'),
    trigger: { start: numberOr(row, 'start'), end: numberOr(row, 'end'), text: textOr(row, 'trigger') },
    placeId: textOrNull(row, 'place_id'),
    statementId: textOrNull(row, 'statement_id'),
    date: readTime(row),
    sentence: textOr(row, 'sentence'),
    confidence: numberOr(row, 'confidence'),
  };
}

export function readParticipant(row: Row): ParticipantRecord {
  return { role: oneOf(row, 'role', PARTICIPANT_ROLES), actorId: textOrNull(row, 'actor_id'), span: readSpan(row) };
}
