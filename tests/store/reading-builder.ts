import type { Article } from '../../src/article/article.ts';
import type { Document } from '../../src/language/document.ts';
import type {
  Entity,
  Event,
  EventParticipant,
  Mention,
  Position,
  Reading,
  Statement,
  TimeReference,
} from '../../src/reading/reading.ts';
import type { Span } from '../../src/span.ts';
import type { ReadArticle } from '../../src/store/write-entities.ts';

type Given<Whole, Needed extends keyof Whole> = Pick<Whole, Needed> & Partial<Whole>;

/** A person by its name; an organisation or place with what matters of it. */
export type GivenEntity = {
  readonly type: 'PERSON' | 'ORGANISATION' | 'PLACE';
  readonly name: string;
  readonly aliases?: readonly string[];
} & Partial<Record<'kind' | 'acronym' | 'countryCode', string>>;

export interface GivenStatement
  extends Partial<Omit<Statement, 'speakers' | 'addressees' | 'about' | 'content' | 'via' | 'affiliation' | 'place'>> {
  /** Words of the text. */
  readonly content: string;
  readonly speakers?: readonly string[];
  readonly addressees?: readonly string[];
  readonly about?: readonly string[];
}

export interface GivenEvent extends Partial<Omit<Event, 'trigger' | 'participants' | 'place' | 'time'>> {
  readonly trigger: string;
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  readonly place?: string;
  readonly date?: Given<TimeReference, 'text'>;
}

export interface GivenPosition {
  readonly person: string;
  readonly title: string;
  readonly former?: boolean;
  readonly organisation?: string;
  readonly place?: string;
}

/** An article and what is read in it, in words: everything refers by name and by words of the text. */
export interface GivenArticle extends Partial<Omit<Article, 'text'>> {
  readonly text: string;
  readonly entities?: readonly GivenEntity[];
  readonly positions?: readonly GivenPosition[];
  readonly statements?: readonly GivenStatement[];
  readonly events?: readonly GivenEvent[];
  readonly dateline?: string;
  readonly ingestedAt?: string;
}

/** A reading made by hand: entities are mentioned wherever one of their names stands in the text. */
export function buildArticle(given: GivenArticle): ReadArticle {
  const { text } = given;
  const article: Article = {
    title: given.title ?? null,
    url: given.url ?? null,
    publisher: given.publisher ?? null,
    authors: given.authors ?? [],
    publishedAt: given.publishedAt ?? null,
    language: given.language ?? 'en',
    text,
  };
  return {
    article,
    title: given.title ?? text.slice(0, 40),
    reading: buildReading(given),
    wordCount: text.split(/\s+/).length,
    ingestedAt: given.ingestedAt ?? '2024-01-01T00:00:00Z',
  };
}

function buildReading(given: GivenArticle): Reading {
  const { text } = given;
  const words = spanFinder(text);
  const all = given.entities ?? [];
  const numberOf = (name: string): number => {
    const number = all.findIndex((entity) => entity.name === name);
    if (number < 0) throw new Error(`${name} is no entity of the article`);
    return number;
  };
  const numberOrNull = (name: string | undefined): number | null => (name === undefined ? null : numberOf(name));
  const mentions = findMentions(text, all);
  return {
    document: documentOf(text),
    dateline: numberOrNull(given.dateline),
    bounds: [],
    mentions,
    entities: all.map((entity, number) =>
      toEntity(
        entity,
        mentions.flatMap((mention, at) => (mention.entity === number ? [at] : [])),
      ),
    ),
    positions: (given.positions ?? []).map(
      (position): Position => ({
        person: numberOf(position.person),
        title: position.title,
        former: position.former ?? false,
        organisation: numberOrNull(position.organisation),
        place: numberOrNull(position.place),
        evidence: occurrences(text, position.title).slice(0, 1),
      }),
    ),
    times: [],
    statements: (given.statements ?? []).map(({ content, speakers, addressees, about, ...rest }): Statement => {
      const span = words(content);
      return {
        kind: 'INDIRECT',
        act: 'SAY',
        cue: null,
        source: null,
        affiliation: null,
        via: null,
        negated: false,
        time: null,
        place: null,
        evidence: [span],
        sentence: 0,
        confidence: 0.9,
        ...rest,
        content: [span],
        speakers: (speakers ?? []).map(numberOf),
        addressees: (addressees ?? []).map(numberOf),
        about: (about ?? []).map(numberOf),
      };
    }),
    events: (given.events ?? []).map(({ trigger, actors, recipients, place, date, ...rest }): Event => {
      const span = words(trigger);
      const part = (role: EventParticipant['role'], names: readonly string[] | undefined): EventParticipant[] =>
        (names ?? []).map((name) => ({ role, entity: numberOf(name), span: words(name) }));
      return {
        type: 'OTHER',
        mode: null,
        status: 'OCCURRED',
        summary: trigger,
        statement: null,
        evidence: [span],
        sentence: 0,
        confidence: 0.9,
        ...rest,
        trigger: span,
        participants: [...part('ACTOR', actors), ...part('RECIPIENT', recipients)],
        place: numberOrNull(place),
        time: date ? { span, first: 0, last: 0, start: null, end: null, precision: 'DAY', ...date } : null,
      };
    }),
  };
}

/** Where the entities are named, in text order; of names that overlap the one that starts first, then the longest. */
function findMentions(text: string, entities: readonly GivenEntity[]): Mention[] {
  const all = entities.flatMap((entity, number) =>
    [entity.name, ...(entity.aliases ?? [])].flatMap((name) =>
      occurrences(text, name).map(
        (span): Mention => ({ span, first: 0, last: 0, head: 0, kind: 'NAME', entity: number }),
      ),
    ),
  );
  all.sort((left, right) => left.span.start - right.span.start || right.span.end - left.span.end);
  let end = 0;
  return all.filter(({ span }) => {
    const isFree = span.start >= end;
    if (isFree) end = span.end;
    return isFree;
  });
}

function toEntity(given: GivenEntity, mentions: readonly number[]): Entity {
  const base = { name: given.name, aliases: given.aliases ?? [], mentions };
  switch (given.type) {
    case 'PERSON':
      return { type: 'PERSON', ...base };
    case 'ORGANISATION':
      return {
        type: 'ORGANISATION',
        ...base,
        kind: ORGANISATIONS.find((kind) => kind === given.kind) ?? 'OTHER',
        acronym: given.acronym ?? null,
        countryCode: given.countryCode ?? null,
      };
    case 'PLACE':
      return {
        type: 'PLACE',
        ...base,
        kind: PLACES.find((kind) => kind === given.kind) ?? 'OTHER',
        countryCode: given.countryCode ?? null,
        latitude: null,
        longitude: null,
      };
  }
}

const ORGANISATIONS = ['GOVERNMENT', 'MILITARY', 'COMPANY', 'MEDIA', 'INTERNATIONAL', 'COURT', 'CLUB'] as const;
const PLACES = ['COUNTRY', 'CITY', 'REGION'] as const;

function occurrences(text: string, words: string): Span[] {
  const found: Span[] = [];
  for (let start = text.indexOf(words); start >= 0; start = text.indexOf(words, start + words.length))
    found.push({ start, end: start + words.length });
  return found;
}

function spanFinder(text: string): (words: string) => Span {
  return (words) => {
    const [span] = occurrences(text, words);
    if (!span) throw new Error(`"${words}" is not in the text`);
    return span;
  };
}

/** A document of one sentence that is one token: all that the store asks of it is the words of a sentence. */
function documentOf(text: string): Document {
  const none = new Uint8Array(1);
  return {
    text,
    tokens: {
      count: 1,
      start: Int32Array.of(0),
      end: Int32Array.of(text.length),
      penn: none,
      universal: none,
      lemmas: [text],
      heads: Int32Array.of(-1),
      relations: none,
    },
    sentences: [{ first: 0, last: 0, paragraph: 0 }],
    paragraphs: [{ first: 0, last: 0, firstSentence: 0, lastSentence: 0 }],
    names: [],
    quotations: [],
  };
}
