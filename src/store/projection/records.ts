import type { EntityType } from '../../reading/reading.ts';
import { type Clause, joinClauses, write } from '../clause.ts';
import {
  listActorsOfArticle,
  listArticles,
  listEvents,
  listMentions,
  listPeopleOfOrganisation,
  listStatements,
  type MentionParent,
} from '../list-queries.ts';
import {
  ACTOR as ACTOR_OF_FACT,
  ALIASES,
  ARTICLE_BY_ID,
  actorsIn,
  COUNTRY_BY_CODE,
  EVENTS_OF_STATEMENT,
  PARTICIPANTS,
  POSITIONS,
  STATEMENT_BY_ID,
  spansIn,
} from '../relations.ts';
import { column, type FieldWriter, type FieldWriters, flag, json, moment, part, writeRecord } from './object.ts';
import { many, one, page, type PagedList, type RecordKind } from './rows.ts';
import type { WantedField } from './wanted-field.ts';

/** Records of one type. */
function recordOf(type: string, writers: () => FieldWriters): RecordKind {
  return {
    wanted: (field) => namesOf(field.of(type)),
    write: (row, field) => writeRecord(type, writers(), row, field.of(type)),
  };
}

const named = new WeakMap<readonly WantedField[], ReadonlySet<string>>();

/** The names of some fields; the same set for the same list, so that its columns need not be chosen anew. */
function namesOf(fields: readonly WantedField[]): ReadonlySet<string> {
  const known = named.get(fields);
  if (known) return known;
  const names = new Set(fields.map(({ name }) => name));
  named.set(fields, names);
  return names;
}

/** The tables of fields below refer to each other, so each kind looks its own up when it is used. */
export const PERSON = recordOf('Person', () => RECORDS.Person);
export const ORGANISATION = recordOf('Organisation', () => RECORDS.Organisation);
export const PLACE = recordOf('Place', () => RECORDS.Place);
export const ARTICLE = recordOf('Article', () => RECORDS.Article);
export const STATEMENT = recordOf('Statement', () => RECORDS.Statement);
export const EVENT = recordOf('Event', () => RECORDS.Event);
const POSITION = recordOf('Position', () => RECORDS.Position);
const MENTION = recordOf('Mention', () => RECORDS.Mention);
const PARTICIPANT = recordOf('EventParticipant', () => RECORDS.EventParticipant);
const SPAN = recordOf('Span', () => RECORDS.Span);
const ALIAS: RecordKind = { wanted: () => new Set(), write: (row) => write`${row}.alias` };

const ACTOR_KINDS: readonly (readonly [EntityType, RecordKind])[] = [
  ['PERSON', PERSON],
  ['ORGANISATION', ORGANISATION],
  ['PLACE', PLACE],
];

/** Actors of any type: the row says which. */
export const ACTOR: RecordKind = {
  wanted: (field) => new Set(ACTOR_KINDS.flatMap(([, kind]) => [...kind.wanted(field)])),
  write: (row, field) => {
    const objects = ACTOR_KINDS.map(([type, kind]) => ({ type, object: kind.write(row, field) }));
    const [first] = objects;
    if (first && objects.every(({ object }) => isSame(object, first.object))) return first.object;
    const cases = objects.map(({ type, object }) => write`WHEN '${type}' THEN ${object}`);
    return write`CASE ${row}.type ${joinClauses(cases, ' ')} END`;
  },
};

function isSame(left: Clause, right: Clause): boolean {
  return left.text === right.text && left.values.every((value, place) => value === right.values[place]);
}

const id = (row: string): string => `${row}.id`;

/** A record of which the row has the id in a column. */
function ofColumn(name: string, kind: RecordKind, relation = ACTOR_OF_FACT): FieldWriter {
  return one(relation, kind, (row) => write`${row}.${name}`);
}

const SPAN_COLUMNS = { start: 'start', end: 'end', text: 'text' };
const TIME = part(
  'TimeReference',
  { text: 'time_text', start: 'time_start', end: 'time_end', precision: 'time_precision' },
  'time_text',
);
const EVIDENCE = many(spansIn('EVIDENCE'), SPAN, id);
const OF_ARTICLE = ofColumn('article_id', ARTICLE, ARTICLE_BY_ID);

const mentionsOf = (parent: MentionParent): FieldWriter =>
  page({ type: 'Mention', kind: MENTION, query: () => listMentions(parent) }, id);
const mentioned = (type: EntityType, list: Pick<PagedList, 'type' | 'kind'>): FieldWriter =>
  page({ ...list, query: () => listActorsOfArticle(type), edge: { mentionCount: column('mentioned') } }, id);

/** What people, organisations and places have in common. */
const ANY_ACTOR: FieldWriters = {
  id: column('id'),
  name: column('name'),
  aliases: many(ALIASES, ALIAS, id),
  statements: page(
    {
      type: 'Statement',
      kind: STATEMENT,
      query: ({ filter, orderBy }) => listStatements('SPEAKER', filter ?? null, orderBy ?? null),
    },
    id,
  ),
  statementsAbout: page(
    { type: 'Statement', kind: STATEMENT, query: ({ filter }) => listStatements('ABOUT', filter ?? null, null) },
    id,
  ),
  events: page(
    {
      type: 'Event',
      kind: EVENT,
      query: ({ filter, orderBy }) => listEvents('ACTOR', filter ?? null, orderBy ?? null),
      edge: { role: column('part') },
    },
    id,
  ),
  articles: page(
    {
      type: 'Article',
      kind: ARTICLE,
      query: ({ filter, orderBy }) => listArticles('ACTOR', filter ?? null, orderBy ?? null),
    },
    id,
  ),
  mentions: mentionsOf('ACTOR'),
};

/** How every field is written that one statement can answer, by type: what is missing here is read by batches. */
export const RECORDS = {
  Person: { ...ANY_ACTOR, positions: many(POSITIONS, POSITION, id) },
  Organisation: {
    ...ANY_ACTOR,
    kind: (row) => write`coalesce(${row}.organisation_kind, 'OTHER')`,
    acronym: column('acronym'),
    country: ofColumn('country_code', PLACE, COUNTRY_BY_CODE),
    people: page(
      {
        type: 'Person',
        kind: PERSON,
        query: () => listPeopleOfOrganisation(),
        edge: { mentionCount: () => write`NULL` },
      },
      id,
    ),
  },
  Place: {
    ...ANY_ACTOR,
    kind: (row) => write`coalesce(${row}.place_kind, 'OTHER')`,
    countryCode: column('country_code'),
    latitude: column('latitude'),
    longitude: column('longitude'),
    country: one(COUNTRY_BY_CODE, PLACE, (row) => write`iif(${row}.place_kind = 'COUNTRY', NULL, ${row}.country_code)`),
  },
  Position: {
    title: column('title'),
    former: flag('former'),
    person: ofColumn('person_id', PERSON),
    organisation: ofColumn('organisation_id', ORGANISATION),
    place: ofColumn('place_id', PLACE),
    evidence: EVIDENCE,
  },
  Mention: {
    span: part('Span', SPAN_COLUMNS),
    kind: column('kind'),
    actor: ofColumn('actor_id', ACTOR),
    article: OF_ARTICLE,
  },
  Article: {
    id: column('id'),
    title: column('title'),
    url: column('url'),
    publisher: ofColumn('publisher_id', ORGANISATION),
    authors: json('authors'),
    language: column('language'),
    publishedAt: moment('published_at'),
    dateline: ofColumn('dateline_id', PLACE),
    text: (row) => write`(SELECT text FROM articles WHERE id = ${row}.id)`,
    wordCount: column('word_count'),
    ingestedAt: moment('ingested_at'),
    people: mentioned('PERSON', { type: 'Person', kind: PERSON }),
    organisations: mentioned('ORGANISATION', { type: 'Organisation', kind: ORGANISATION }),
    places: mentioned('PLACE', { type: 'Place', kind: PLACE }),
    statements: page(
      {
        type: 'Statement',
        kind: STATEMENT,
        query: ({ filter, orderBy }) => listStatements('ARTICLE', filter ?? null, orderBy ?? null),
      },
      id,
    ),
    events: page(
      {
        type: 'Event',
        kind: EVENT,
        query: ({ filter, orderBy }) => listEvents('ARTICLE', filter ?? null, orderBy ?? null),
        edge: { role: () => write`NULL` },
      },
      id,
    ),
    mentions: mentionsOf('ARTICLE'),
  },
  Statement: {
    id: column('id'),
    kind: column('kind'),
    text: column('text'),
    act: column('act'),
    cue: column('cue'),
    source: column('source'),
    speakers: many(actorsIn('SPEAKER'), ACTOR, id),
    affiliation: ofColumn('affiliation_id', ACTOR),
    addressees: many(actorsIn('ADDRESSEE'), ACTOR, id),
    via: column('via'),
    viaOrganisation: ofColumn('via_organisation_id', ORGANISATION),
    negated: flag('negated'),
    date: TIME,
    place: ofColumn('place_id', PLACE),
    about: many(actorsIn('ABOUT'), ACTOR, id),
    events: many(EVENTS_OF_STATEMENT, EVENT, id),
    content: many(spansIn('CONTENT'), SPAN, id),
    evidence: EVIDENCE,
    sentence: column('sentence'),
    article: OF_ARTICLE,
    confidence: column('confidence'),
  },
  Event: {
    id: column('id'),
    type: column('type'),
    mode: column('mode'),
    status: column('status'),
    summary: column('summary'),
    trigger: part('Span', { start: 'start', end: 'end', text: 'trigger' }),
    participants: many(PARTICIPANTS, PARTICIPANT, id),
    date: TIME,
    place: ofColumn('place_id', PLACE),
    statement: ofColumn('statement_id', STATEMENT, STATEMENT_BY_ID),
    evidence: EVIDENCE,
    sentence: column('sentence'),
    article: OF_ARTICLE,
    confidence: column('confidence'),
  },
  EventParticipant: {
    role: column('role'),
    actor: ofColumn('actor_id', ACTOR),
    text: column('text'),
    span: part('Span', SPAN_COLUMNS),
  },
  Span: { start: column('start'), end: column('end'), text: column('text') },
} satisfies Readonly<Record<string, FieldWriters>>;
