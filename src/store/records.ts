import type {
  EntityType,
  EventStatus,
  EventType,
  MentionKind,
  OrganisationKind,
  ParticipantRole,
  PlaceKind,
  SpeechAct,
  StatementKind,
  TimePrecision,
} from '../reading/reading.ts';

/** A stretch of an article with its words: UTF-16 code units, [start, end). */
export interface SpanRecord {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface TimeRecord {
  readonly text: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: TimePrecision;
}

export interface ArticleRecord {
  readonly type: 'Article';
  readonly id: string;
  readonly url: string | null;
  readonly title: string;
  readonly publisherId: string | null;
  readonly authors: readonly string[];
  readonly language: string;
  readonly publishedAt: string | null;
  readonly datelineId: string | null;
  readonly wordCount: number;
  readonly ingestedAt: string;
}

/** A person, organisation or place; the fields of other types are null. */
export interface ActorRecord {
  readonly type: EntityType;
  readonly id: string;
  readonly name: string;
  readonly mentionCount: number;
  readonly articleCount: number;
  readonly organisationKind: OrganisationKind | null;
  readonly acronym: string | null;
  readonly placeKind: PlaceKind | null;
  readonly countryCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export interface PositionRecord {
  readonly id: string;
  readonly title: string;
  readonly former: boolean;
  readonly personId: string;
  readonly organisationId: string | null;
  readonly placeId: string | null;
}

export interface MentionRecord {
  readonly articleId: string;
  readonly actorId: string;
  readonly kind: MentionKind;
  readonly span: SpanRecord;
}

export interface StatementRecord {
  readonly type: 'Statement';
  readonly id: string;
  readonly articleId: string;
  readonly kind: StatementKind;
  readonly act: SpeechAct;
  readonly text: string;
  readonly cue: string | null;
  readonly source: string | null;
  readonly via: string | null;
  readonly viaOrganisationId: string | null;
  readonly affiliationId: string | null;
  readonly negated: boolean;
  readonly placeId: string | null;
  readonly date: TimeRecord | null;
  readonly sentence: string;
  readonly confidence: number;
}

export interface EventRecord {
  readonly type: 'Event';
  readonly id: string;
  readonly articleId: string;
  readonly eventType: EventType;
  readonly mode: string | null;
  readonly status: EventStatus;
  readonly summary: string;
  readonly trigger: SpanRecord;
  readonly placeId: string | null;
  readonly statementId: string | null;
  readonly date: TimeRecord | null;
  readonly sentence: string;
  readonly confidence: number;
}

export interface ParticipantRecord {
  readonly role: ParticipantRole;
  readonly actorId: string | null;
  readonly span: SpanRecord;
}

export interface AssociateData {
  readonly weight: number;
  readonly sharedArticles: number;
  readonly sharedEvents: number;
  readonly sharedStatements: number;
}

/** Whatever has an id of its own. */
export type NodeRecord = ArticleRecord | ActorRecord | StatementRecord | EventRecord;
