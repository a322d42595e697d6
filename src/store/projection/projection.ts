import { DatelineError } from '../../errors.ts';
import { foldName } from '../../language/naming/gazetteer.ts';
import type { EntityType } from '../../reading/reading.ts';
import { type Clause, joinClauses, value, write } from '../clause.ts';
import { encodeCursor } from '../cursor.ts';
import type { Sql } from '../database.ts';
import { type IdKind, readId } from '../ids.ts';
import { listActors, listArticles, listEvents, listStatements } from '../list-queries.ts';
import { MOST_PAGE } from '../page.ts';
import {
  ACTOR_BY_ID,
  actorByName,
  ARTICLE_BY_ID,
  ARTICLE_BY_URL,
  EVENT_BY_ID,
  type Relation,
  STATEMENT_BY_ID,
} from '../relations.ts';
import { type FieldWriter, type FieldWriters, writeObject } from './object.ts';
import { ACTOR, ARTICLE, EVENT, ORGANISATION, PERSON, PLACE, RECORDS, STATEMENT } from './records.ts';
import { one, page, type RecordKind } from './rows.ts';
import type { WantedField } from './wanted-field.ts';

/** Where the SQL of an answer starts: no row is above it. */
const TOP = 'r0';

const nothing: Clause = { text: 'NULL', values: [] };

/** The record that an id stands for, where it is of one of some kinds. Throws INVALID_INPUT for what is no id. */
function byId(
  id: string,
  kinds: Partial<Readonly<Record<IdKind, readonly [Relation, RecordKind]>>>,
  field: WantedField,
): Clause {
  const found = kinds[readId(id)];
  return found ? one(found[0], found[1], () => value(id))(TOP, field) : nothing;
}

const ARTICLES = { ARTICLE: [ARTICLE_BY_ID, ARTICLE] } as const;
const STATEMENTS = { STATEMENT: [STATEMENT_BY_ID, STATEMENT] } as const;
const EVENTS = { EVENT: [EVENT_BY_ID, EVENT] } as const;
const NODES = {
  ...ARTICLES,
  ...STATEMENTS,
  ...EVENTS,
  PERSON: [ACTOR_BY_ID, ACTOR],
  ORGANISATION: [ACTOR_BY_ID, ACTOR],
  PLACE: [ACTOR_BY_ID, ACTOR],
} as const;

/** A field that takes an id or another key, of which exactly one must be given. */
function byEither(
  other: 'name' | 'url',
  ofId: (id: string, field: WantedField) => Clause,
  ofOther: (key: string, field: WantedField) => Clause,
): FieldWriter {
  return (_row, field) => {
    const { id } = field.args;
    const key = field.args[other];
    if (isGiven(id) === isGiven(key))
      throw new DatelineError('INVALID_INPUT', `Give exactly one of "id" and "${other}".`);
    return isGiven(id) ? ofId(id, field) : ofOther(key ?? '', field);
  };
}

function isGiven(argument: string | null | undefined): argument is string {
  return argument !== null && argument !== undefined;
}

/** One actor of a type, and all of them. */
function actors(type: EntityType, name: string, kind: RecordKind): readonly [one: FieldWriter, all: FieldWriter] {
  const ofType: Relation = { ...ACTOR_BY_ID, of: (id) => `${ACTOR_BY_ID.of(id)} AND t.type = '${type}'` };
  const single = byEither(
    'name',
    (id, field) => {
      readId(id);
      return one(ofType, kind, () => value(id))(TOP, field);
    },
    (called, field) => one(actorByName(type), kind, () => value(foldName(called)))(TOP, field),
  );
  return [
    single,
    page({
      type: name,
      kind,
      query: ({ filter, orderBy }) => listActors(type, filter ?? null, orderBy ?? null),
      edge: { mentionCount: () => nothing },
    }),
  ];
}

const [person, people] = actors('PERSON', 'Person', PERSON);
const [organisation, organisations] = actors('ORGANISATION', 'Organisation', ORGANISATION);
const [place, places] = actors('PLACE', 'Place', PLACE);

/** The entry points that one statement can answer. */
const ENTRIES: FieldWriters = {
  node: (_row, field) => byId(field.args.id ?? '', NODES, field),
  nodes: (_row, field) => {
    const ids = field.args.ids ?? [];
    if (ids.length > MOST_PAGE) throw new DatelineError('INVALID_INPUT', `"nodes" takes at most ${MOST_PAGE} ids.`);
    const found = ids.map((id) => byId(id, NODES, field));
    return write`json_array(${joinClauses(found, ', ')})`;
  },
  article: byEither(
    'url',
    (id, field) => byId(id, ARTICLES, field),
    (url, field) => one(ARTICLE_BY_URL, ARTICLE, () => value(url))(TOP, field),
  ),
  articles: page({
    type: 'Article',
    kind: ARTICLE,
    query: ({ filter, orderBy }) => listArticles(null, filter ?? null, orderBy ?? null),
  }),
  person,
  people,
  organisation,
  organisations,
  place,
  places,
  statement: (_row, field) => byId(field.args.id ?? '', STATEMENTS, field),
  statements: page({
    type: 'Statement',
    kind: STATEMENT,
    query: ({ filter, orderBy }) => listStatements(null, filter ?? null, orderBy ?? null),
  }),
  event: (_row, field) => byId(field.args.id ?? '', EVENTS, field),
  events: page({
    type: 'Event',
    kind: EVENT,
    query: ({ filter, orderBy }) => listEvents(null, filter ?? null, orderBy ?? null),
    edge: { role: () => nothing },
  }),
};

/** Whether a field of a type can be written as SQL. What cannot, such as `search` and `extract`, is read by batches. */
export function isProjectable(type: string, field: string): boolean {
  if (field === '__typename') return true;
  if (type === 'Query') return Object.hasOwn(ENTRIES, field);
  const writers: FieldWriters | undefined = Object.entries(RECORDS).find(([name]) => name === type)?.[1];
  return writers ? Object.hasOwn(writers, field) : /(?:Connection|Edge)$|^(?:PageInfo|TimeReference)$/.test(type);
}

/** Answers queries by one statement each, in which SQLite makes the JSON. */
export class Projections {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
    sql.define('encode_cursor', (order, key) =>
      typeof key === 'string' ? encodeCursor(String(order), JSON.parse(key)) : null,
    );
  }

  /** The JSON of an object of entry points. Throws INVALID_INPUT where an argument cannot be. */
  answer(fields: readonly WantedField[]): string {
    const { text, values } = writeObject('Query', ENTRIES, TOP, fields);
    return this.#sql.text(`SELECT ${text}`, ...values);
  }
}
