import {
  ENTITY_TYPES,
  MENTION_KINDS,
  ORGANISATION_KINDS,
  type OrganisationKind,
  PLACE_KINDS,
} from '../reading/reading.ts';
import type { Row } from './database.ts';
import { numberOr, numberOrNull, oneOf, oneOrNull, textOr, textOrNull } from './row-values.ts';
import type { ActorRecord, ArticleRecord, MentionRecord, PositionRecord, SpanRecord } from './records.ts';

export function isOrganisationKind(kind: string | null): kind is OrganisationKind {
  return ORGANISATION_KINDS.some((candidate) => candidate === kind);
}

/** A stretch of text from its three columns. */
export function readSpan(row: Row): SpanRecord {
  return { start: numberOr(row, 'start'), end: numberOr(row, 'end'), text: textOr(row, 'text') };
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
