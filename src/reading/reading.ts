import type { Document, TokenRange } from '../language/document.ts';
import type { Span } from '../span.ts';

export const ENTITY_TYPES = ['PERSON', 'ORGANISATION', 'PLACE'] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

export const MENTION_KINDS = ['NAME', 'NOMINAL', 'PRONOUN'] as const;
export type MentionKind = (typeof MENTION_KINDS)[number];

/** A stretch of text that names or refers to an entity: `Shoigu`, `the Russian defence chief`, `he`. */
export interface Mention extends TokenRange {
  readonly span: Span;
  /** The token that carries the mention: the last word of a surname, the noun of a nominal. */
  readonly head: number;
  readonly kind: MentionKind;
  /** Number of its entity in `Reading.entities`. */
  readonly entity: number;
}

export const ORGANISATION_KINDS = [
  'GOVERNMENT',
  'MILITARY',
  'ARMED_GROUP',
  'PARTY',
  'COMPANY',
  'MEDIA',
  'INTERNATIONAL',
  'COURT',
  'POLICE',
  'UNIVERSITY',
  'CLUB',
  'UNION',
  'NGO',
  'OTHER',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const PLACE_KINDS = ['COUNTRY', 'REGION', 'CITY', 'FACILITY', 'NATURAL', 'OTHER'] as const;
export type PlaceKind = (typeof PLACE_KINDS)[number];

interface EntityBase {
  /** The canonical name: the fullest form seen in the article. */
  readonly name: string;
  /** Every other form of the name seen, in order of appearance, without the canonical one. */
  readonly aliases: readonly string[];
  /** Numbers of its mentions in `Reading.mentions`, in text order; never empty. */
  readonly mentions: readonly number[];
}

export interface PersonEntity extends EntityBase {
  readonly type: 'PERSON';
}

export interface OrganisationEntity extends EntityBase {
  readonly type: 'ORGANISATION';
  readonly kind: OrganisationKind;
  readonly acronym: string | null;
  /** ISO 3166-1 alpha-2 of the country it belongs to, where the article says so. */
  readonly countryCode: string | null;
}

export interface PlaceEntity extends EntityBase {
  readonly type: 'PLACE';
  readonly kind: PlaceKind;
  /** ISO 3166-1 alpha-2, where known. */
  readonly countryCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export type Entity = PersonEntity | OrganisationEntity | PlaceEntity;

/** A role as the article words it: `Defence Minister` of Russia. */
export interface Position {
  /** Number of the person in `Reading.entities`. */
  readonly person: number;
  readonly title: string;
  /** `former`, `ex-`, `late`, `then`: the position is no longer held. */
  readonly former: boolean;
  readonly organisation: number | null;
  readonly place: number | null;
  readonly evidence: readonly Span[];
}

export const TIME_PRECISIONS = ['DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR', 'UNKNOWN'] as const;
export type TimePrecision = (typeof TIME_PRECISIONS)[number];

/** A date as written, resolved against the article's own date. `start` and `end` are `YYYY-MM-DD`, both inclusive. */
export interface TimeReference extends TokenRange {
  readonly span: Span;
  readonly text: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly precision: TimePrecision;
}

export const STATEMENT_KINDS = ['DIRECT', 'INDIRECT', 'MIXED'] as const;
export type StatementKind = (typeof STATEMENT_KINDS)[number];

/** The speech act of a statement's cue. */
export const SPEECH_ACTS = [
  'SAY',
  'CLAIM',
  'ARGUE',
  'SUGGEST',
  'EXPLAIN',
  'ANNOUNCE',
  'CONFIRM',
  'ADMIT',
  'DENY',
  'REJECT',
  'ACCUSE',
  'CRITICISE',
  'PRAISE',
  'SUPPORT',
  'THANK',
  'APOLOGISE',
  'WARN',
  'THREATEN',
  'PROMISE',
  'DEMAND',
  'URGE',
  'PROPOSE',
  'ASK',
  'ANSWER',
  'DECLINE',
  'PREDICT',
  'DESCRIBE',
  'REPORT',
  'FIND',
  'AGREE',
  'BELIEVE',
  'WANT',
] as const;
export type SpeechAct = (typeof SPEECH_ACTS)[number];

/** Who said what to whom, through which medium. */
export interface Statement {
  readonly kind: StatementKind;
  readonly act: SpeechAct;
  /** What was said, without its cue and source, in text order; several parts where it is interrupted. */
  readonly content: readonly Span[];
  /** The words that report it, or null where a quotation stands without a cue of its own. */
  readonly cue: Span | null;
  /** The words that name who says it. */
  readonly source: Span | null;
  /** Entities of the source; empty where it is an unnamed group. */
  readonly speakers: readonly number[];
  /** The place or organisation that an unnamed source belongs to: `Iranian officials` is affiliated with Iran. */
  readonly affiliation: number | null;
  readonly addressees: readonly number[];
  /** The medium it came through: `Interfax`, `local media`. */
  readonly via: { readonly span: Span; readonly entity: number | null } | null;
  /** Whether the reporting itself is denied: `did not say whether`. */
  readonly negated: boolean;
  /** Entities mentioned in the content, pronouns included, in order of first mention. */
  readonly about: readonly number[];
  /** When and where it was said, where the reporting clause says so. */
  readonly time: TimeReference | null;
  readonly place: number | null;
  /** Source, cue and content: where the article says all this. */
  readonly evidence: readonly Span[];
  readonly sentence: number;
  /** 0 to 1: the probability that content and source are right. */
  readonly confidence: number;
}

export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'APPOINTMENT',
  'ELECTION',
  'LEGAL',
  'ACCIDENT',
  'DISASTER',
  'DEATH',
  'BUSINESS',
  'RELEASE',
  'SPORT',
  'CEREMONY',
  'OTHER',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export const EVENT_STATUSES = ['OCCURRED', 'ONGOING', 'PLANNED', 'ALLEGED', 'DENIED', 'HYPOTHETICAL'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const PARTICIPANT_ROLES = ['ACTOR', 'RECIPIENT'] as const;
export type ParticipantRole = (typeof PARTICIPANT_ROLES)[number];

export interface EventParticipant {
  readonly role: ParticipantRole;
  /** The entity, or null where the words name nobody in particular (`two soldiers`). */
  readonly entity: number | null;
  readonly span: Span;
}

/** What happened: who did what to whom, when and where, and whether it did. */
export interface Event {
  readonly type: EventType;
  /** PLOVER's mode, where the type has one: `visit`, `drone`. */
  readonly mode: string | null;
  readonly status: EventStatus;
  /** One readable line. */
  readonly summary: string;
  readonly trigger: Span;
  readonly participants: readonly EventParticipant[];
  readonly time: TimeReference | null;
  readonly place: number | null;
  /** Number of the statement that asserts it in `Reading.statements`, or null where the article itself does. */
  readonly statement: number | null;
  readonly evidence: readonly Span[];
  readonly sentence: number;
  readonly confidence: number;
}

/**
 * What a reading can have given less of, so that it takes time in proportion to the text. SENTENCES: a sentence was so
 * long that it was cut. NAMESAKES: so many people share a name, or organisations the beginning of one, that the later
 * ones were told apart by their spelling alone. TITLES: somebody has more titles than descriptions were compared with.
 * CONTENTS: what is said without quotation marks was looked for no further. PARTICIPANTS: of a list of many who did
 * something, or whom something was done to, the first were taken.
 */
export const READING_BOUNDS = ['SENTENCES', 'NAMESAKES', 'TITLES', 'CONTENTS', 'PARTICIPANTS'] as const;
export type ReadingBound = (typeof READING_BOUNDS)[number];

/**
 * All that an article says. Everything refers by number into these lists; no text is copied but names and summaries.
 */
export interface Reading {
  readonly document: Document;
  /** The place of the article's dateline, in `entities`. */
  readonly dateline: number | null;
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  readonly positions: readonly Position[];
  readonly times: readonly TimeReference[];
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
  /** The bounds that the text went beyond, each once; empty for nearly all news. */
  readonly bounds: readonly ReadingBound[];
}
