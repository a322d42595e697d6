import { at, organisationName, personName, placeName, titleOf, words } from './graph-words.ts';
import { makeId, type Rows } from './graph-rows.ts';

export const SIZES = { articles: 10_000, people: 5_000, organisations: 400, places: 200 } as const;

/**
 * How many statements and events the articles have, in turn: six and three in the middle, none in some, more than a
 * page in others.
 */
const STATEMENTS = [2, 10, 4, 8, 6, 0, 12, 6];
const EVENTS = [1, 2, 0, 4, 3, 0, 12, 2];
const ACTS = ['SAY', 'SAY', 'CLAIM', 'WARN', 'DENY', 'ANNOUNCE'];
const TYPES = ['CONSULT', 'AGREE', 'ACCUSE', 'ASSAULT', 'ELECTION', 'AID', 'SANCTION', 'BUSINESS'];
const STATUSES = ['OCCURRED', 'OCCURRED', 'ONGOING', 'PLANNED', 'ALLEGED'];
const DAY = 86_400_000;

export type ActorType = 'PERSON' | 'ORGANISATION' | 'PLACE';

export function actorId(type: ActorType, number: number): string {
  return makeId(type === 'PERSON' ? 'per' : type === 'ORGANISATION' ? 'org' : 'plc', number);
}

export function actorName(type: ActorType, number: number): string {
  return type === 'PERSON'
    ? personName(number).full
    : type === 'ORGANISATION'
      ? organisationName(number)
      : placeName(number);
}

interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text that grows, and tells where each piece of it stands. */
class Text {
  #text = '';

  add(text: string): Piece {
    const start = this.#text.length;
    this.#text += text;
    return { start, end: this.#text.length, text };
  }

  get all(): string {
    return this.#text;
  }
}

/** Where a name stands in a text, every time. */
function occurrences(text: string, name: string): number[] {
  const found: number[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length)) found.push(start);
  return found;
}

/** A few different numbers below a bound, the small ones more often: some people are in the news every day. */
function pick(random: () => number, below: number, count: number, first: number): number[] {
  const picked = new Set([first]);
  while (picked.size < count) picked.add(Math.floor(below * random() ** 2));
  return [...picked];
}

/**
 * An article with all that is said to have been read in it: entities, mentions, a position, statements, events, and
 * where they stand.
 */
export function addArticle(rows: Rows, random: () => number, number: number): void {
  const id = makeId('art', number);
  const published = new Date(
    Date.UTC(2020, 0, 1) + Math.floor(random() * 1_500) * DAY + Math.floor(random() * 86_400) * 1_000,
  ).toISOString();
  const lead = number % SIZES.people;
  const people = pick(random, SIZES.people, 4, lead);
  const organisations = pick(random, SIZES.organisations, 2, lead % SIZES.organisations);
  const places = pick(random, SIZES.places, 2, lead % SIZES.places);
  const text = new Text();
  const title = words(random, 8);
  const names = [
    ...people.map((person) => actorName('PERSON', person)),
    ...organisations.map(organisationName),
    ...places.map(placeName),
  ];
  const opening = text.add(`${titleOf(lead)} ${names.join(', ')}: ${words(random, 30)}.\n\n`);
  // The text is made first, because it stands in the article's row, which everything else refers to.
  const said = Array.from({ length: at(STATEMENTS, number) }, (_, ordinal) => {
    const speaker = Math.floor(random() * people.length);
    const source = text.add(personName(at(people, speaker)).family);
    const cue = text.add(' said ');
    const content = text.add(`that ${words(random, 14)}`);
    text.add('.\n');
    return { ordinal, speaker, source, cue, content, about: Math.floor(random() * people.length) };
  });
  const happened = Array.from({ length: at(EVENTS, number) }, (_, ordinal) => {
    const body = Math.floor(random() * organisations.length);
    const whom = Math.floor(random() * people.length);
    const actor = text.add(organisationName(at(organisations, body)));
    text.add(' ');
    const trigger = text.add('met');
    text.add(' ');
    const recipient = text.add(personName(at(people, whom)).full);
    const rest = text.add(` ${words(random, 8)}`);
    text.add('.\n');
    return { ordinal, body, whom, actor, trigger, recipient, rest };
  });
  rows.add('articles', {
    id,
    hash: id,
    url: `https://example.org/${number}`,
    title,
    publisher: null,
    authors: '[]',
    language: 'en',
    published_at: published,
    published_key: published,
    word_count: text.all.split(/\s+/).length,
    ingested_at: published,
    signature: '',
    text: text.all,
  });
  let ordinal = 0;
  const addEntity = (type: ActorType, actor: number): number => {
    const name = actorName(type, actor);
    const forms = type === 'PERSON' ? [name, personName(actor).family] : [name];
    const found = occurrences(text.all, name);
    const entity = {
      key: makeId('ent', id, type, actor),
      article_id: id,
      actor_id: actorId(type, actor),
      type,
      name,
      forms: JSON.stringify(forms),
    };
    const row = rows.add('entities', {
      ...entity,
      mention_count: found.length,
      listed_count: found.length,
      ordinal,
      published_key: published,
    });
    ordinal += 1;
    for (const start of found)
      rows.add('mentions', { entity_id: row, kind: 'NAME', start, end: start + name.length, text: name });
    return row;
  };
  const placeRows = places.map((place) => addEntity('PLACE', place));
  const organisationRows = organisations.map((organisation) => addEntity('ORGANISATION', organisation));
  const personRows = people.map((person) => addEntity('PERSON', person));
  const addSpan = (
    owner: string,
    role: 'EVIDENCE' | 'CONTENT',
    { start, end }: { start: number; end: number },
  ): void => {
    rows.add('spans', {
      owner_id: owner,
      role,
      ordinal: 0,
      article_id: id,
      start,
      end,
      text: text.all.slice(start, end),
    });
  };
  const position = makeId('pos', id);
  const office = {
    title: titleOf(lead),
    former: 0,
    organisation_entity: at(organisationRows, 0),
    place_entity: at(placeRows, 0),
  };
  rows.add('positions', { id: position, article_id: id, person_entity: at(personRows, 0), ...office });
  addSpan(position, 'EVIDENCE', opening);
  for (const { ordinal: place, speaker, source, cue, content, about } of said) {
    const statement = makeId('stm', id, place);
    const sentence = text.all.slice(source.start, content.end);
    const columns = {
      kind: 'INDIRECT',
      act: at(ACTS, place + number),
      text: content.text,
      cue: cue.text.trim(),
      source: source.text,
      negated: 0,
      sentence,
      confidence: 0.5 + random() / 2,
    };
    rows.add('statements', { id: statement, article_id: id, ordinal: place, published_key: published, ...columns });
    for (const [role, who] of [
      ['SPEAKER', speaker],
      ['ABOUT', about],
    ] as const)
      rows.add('statement_actors', {
        statement_id: statement,
        role,
        ordinal: 0,
        entity_id: at(personRows, who),
        position: place,
      });
    addSpan(statement, 'CONTENT', content);
    addSpan(statement, 'EVIDENCE', { start: source.start, end: content.end });
  }
  for (const { ordinal: place, body, whom, actor, trigger, recipient, rest } of happened) {
    const event = makeId('evt', id, place);
    const summary = text.all.slice(actor.start, rest.end);
    const day = published.slice(0, 10);
    const columns = {
      type: at(TYPES, place + number),
      status: at(STATUSES, place + number),
      summary,
      start: trigger.start,
      end: trigger.end,
      trigger: trigger.text,
      place_entity: at(placeRows, 0),
    };
    const time = {
      time_text: 'today',
      time_start: day,
      time_end: day,
      time_precision: 'DAY',
      date_key: day,
      sentence: summary,
      confidence: 0.5 + random() / 2,
    };
    rows.add('events', { id: event, article_id: id, ordinal: place, published_key: published, ...columns, ...time });
    const parts = [
      ['ACTOR', at(organisationRows, body), actor],
      ['RECIPIENT', at(personRows, whom), recipient],
    ] as const;
    parts.forEach(([role, row, { start, end, text: own }], part) => {
      rows.add('event_participants', {
        event_id: event,
        ordinal: part,
        role,
        entity_id: row,
        position: place,
        start,
        end,
        text: own,
      });
    });
    addSpan(event, 'EVIDENCE', { start: actor.start, end: rest.end });
  }
}
