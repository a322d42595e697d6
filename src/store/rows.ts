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
import { numberOr, numberOrNull, oneOf, oneOrNull, textOr, textOrNull } from './row-values.ts';
import type {
  ActorRecord,
  ArticleRecord,
  EventRecord,
  MentionRecord,
  ParticipantRecord,
  PositionRecord,
  SpanRecord,
  StatementRecord,
  TimeRecord,
} from './records.ts';

export function isOrganisationKind(kind: string | null): kind is OrganisationKind {
  return ORGANISATION_KINDS.some((candidate) => candidate === kind);
}

/** A stretch of text from its three columns. */
export function readSpan(row: Row): SpanRecord {
  return { start: numberOr(row, 'start'), end: numberOr(row, 'end'), text: textOr(row, 'text') };
}

function readTime(row: Row): TimeRecord | null {
  const text = textOrNull(row, 'time_text');
  return text === null
    ? null
    : {
        text,
        start: textOrNull(row, 'time_start'),
        end: textOrNull(row, 'time_end'),
        precision: oneOf(row, 'time_precision', TIME_PRECISIONS),
      };
}

/** An article that reads its fields when somebody looks at them: a query looks at a few. */
class ArticleRow implements ArticleRecord {
  readonly type = 'Article';
  readonly #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  get id(): ArticleRecord['id'] {
    return textOr(this.#row, 'id');
  }

  get url(): ArticleRecord['url'] {
    return textOrNull(this.#row, 'url');
  }

  get title(): ArticleRecord['title'] {
    return textOr(this.#row, 'title');
  }

  get publisherId(): ArticleRecord['publisherId'] {
    return textOrNull(this.#row, 'publisher_id');
  }

  get authors(): readonly string[] {
    const authors: unknown = JSON.parse(textOr(this.#row, 'authors') || '[]');
    return Array.isArray(authors) ? authors.filter((author) => typeof author === 'string') : [];
  }

  get language(): ArticleRecord['language'] {
    return textOr(this.#row, 'language');
  }

  get publishedAt(): ArticleRecord['publishedAt'] {
    return textOrNull(this.#row, 'published_at');
  }

  get datelineId(): ArticleRecord['datelineId'] {
    return textOrNull(this.#row, 'dateline_id');
  }

  get wordCount(): ArticleRecord['wordCount'] {
    return numberOr(this.#row, 'word_count');
  }

  get ingestedAt(): ArticleRecord['ingestedAt'] {
    return textOr(this.#row, 'ingested_at');
  }
}

export function readArticle(row: Row): ArticleRecord {
  return new ArticleRow(row);
}

/** An actor that reads its fields when somebody looks at them: a query looks at a few. */
class ActorRow implements ActorRecord {
  readonly #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  get type(): ActorRecord['type'] {
    return oneOf(this.#row, 'type', ENTITY_TYPES);
  }

  get id(): ActorRecord['id'] {
    return textOr(this.#row, 'id');
  }

  get name(): ActorRecord['name'] {
    return textOr(this.#row, 'name');
  }

  get mentionCount(): ActorRecord['mentionCount'] {
    return numberOr(this.#row, 'mention_count');
  }

  get articleCount(): ActorRecord['articleCount'] {
    return numberOr(this.#row, 'article_count');
  }

  get organisationKind(): ActorRecord['organisationKind'] {
    return oneOrNull(this.#row, 'organisation_kind', ORGANISATION_KINDS);
  }

  get acronym(): ActorRecord['acronym'] {
    return textOrNull(this.#row, 'acronym');
  }

  get placeKind(): ActorRecord['placeKind'] {
    return oneOrNull(this.#row, 'place_kind', PLACE_KINDS);
  }

  get countryCode(): ActorRecord['countryCode'] {
    return textOrNull(this.#row, 'country_code');
  }

  get latitude(): ActorRecord['latitude'] {
    return numberOrNull(this.#row, 'latitude');
  }

  get longitude(): ActorRecord['longitude'] {
    return numberOrNull(this.#row, 'longitude');
  }
}

export function readActor(row: Row): ActorRecord {
  return new ActorRow(row);
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
  return {
    articleId: textOr(row, 'article_id'),
    actorId: textOr(row, 'actor_id'),
    kind: oneOf(row, 'kind', MENTION_KINDS),
    span: readSpan(row),
  };
}

/** A statement that reads its fields when somebody looks at them: a query looks at a few. */
class StatementRow implements StatementRecord {
  readonly type = 'Statement';
  readonly #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  get id(): StatementRecord['id'] {
    return textOr(this.#row, 'id');
  }

  get articleId(): StatementRecord['articleId'] {
    return textOr(this.#row, 'article_id');
  }

  get kind(): StatementRecord['kind'] {
    return oneOf(this.#row, 'kind', STATEMENT_KINDS);
  }

  get act(): StatementRecord['act'] {
    return oneOf(this.#row, 'act', SPEECH_ACTS);
  }

  get text(): StatementRecord['text'] {
    return textOr(this.#row, 'text');
  }

  get cue(): StatementRecord['cue'] {
    return textOrNull(this.#row, 'cue');
  }

  get source(): StatementRecord['source'] {
    return textOrNull(this.#row, 'source');
  }

  get via(): StatementRecord['via'] {
    return textOrNull(this.#row, 'via');
  }

  get viaOrganisationId(): StatementRecord['viaOrganisationId'] {
    return textOrNull(this.#row, 'via_organisation_id');
  }

  get affiliationId(): StatementRecord['affiliationId'] {
    return textOrNull(this.#row, 'affiliation_id');
  }

  get negated(): StatementRecord['negated'] {
    return numberOr(this.#row, 'negated') === 1;
  }

  get placeId(): StatementRecord['placeId'] {
    return textOrNull(this.#row, 'place_id');
  }

  get date(): StatementRecord['date'] {
    return readTime(this.#row);
  }

  get sentence(): StatementRecord['sentence'] {
    return textOr(this.#row, 'sentence');
  }

  get confidence(): StatementRecord['confidence'] {
    return numberOr(this.#row, 'confidence');
  }
}

export function readStatement(row: Row): StatementRecord {
  return new StatementRow(row);
}

/** An event that reads its fields when somebody looks at them: a query looks at a few. */
class EventRow implements EventRecord {
  readonly type = 'Event';
  readonly #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  get id(): EventRecord['id'] {
    return textOr(this.#row, 'id');
  }

  get articleId(): EventRecord['articleId'] {
    return textOr(this.#row, 'article_id');
  }

  get eventType(): EventRecord['eventType'] {
    return oneOf(this.#row, 'type', EVENT_TYPES);
  }

  get mode(): EventRecord['mode'] {
    return textOrNull(this.#row, 'mode');
  }

  get status(): EventRecord['status'] {
    return oneOf(this.#row, 'status', EVENT_STATUSES);
  }

  get summary(): EventRecord['summary'] {
    return textOr(this.#row, 'summary');
  }

  get trigger(): EventRecord['trigger'] {
    return { start: numberOr(this.#row, 'start'), end: numberOr(this.#row, 'end'), text: textOr(this.#row, 'trigger') };
  }

  get placeId(): EventRecord['placeId'] {
    return textOrNull(this.#row, 'place_id');
  }

  get statementId(): EventRecord['statementId'] {
    return textOrNull(this.#row, 'statement_id');
  }

  get date(): EventRecord['date'] {
    return readTime(this.#row);
  }

  get sentence(): EventRecord['sentence'] {
    return textOr(this.#row, 'sentence');
  }

  get confidence(): EventRecord['confidence'] {
    return numberOr(this.#row, 'confidence');
  }
}

export function readEvent(row: Row): EventRecord {
  return new EventRow(row);
}

export function readParticipant(row: Row): ParticipantRecord {
  return { role: oneOf(row, 'role', PARTICIPANT_ROLES), actorId: textOrNull(row, 'actor_id'), span: readSpan(row) };
}
