import type { Row, Sql } from './database.ts';
import { foldName } from '../language/gazetteer.ts';
import type { EntityType } from '../reading/reading.ts';
import { ACTOR_TABLES } from './actor-lists.ts';
import { ACTOR_COLUMNS, ARTICLE_COLUMNS, EVENT_COLUMNS, selectColumns, STATEMENT_COLUMNS, type Wanted } from './columns.ts';
import type { ActorRecord, ArticleRecord, EventRecord, ParticipantRecord, PositionRecord, SpanRecord, StatementRecord } from './records.ts';
import { readActor, readArticle, readEvent, readParticipant, readPosition, readSpan, readStatement, textOr } from './rows.ts';
import { compareSignatures } from './similarity.ts';

/** How alike two signatures must be to call the texts copies of one another. */
const SIMILAR = 0.5;

/** Single things by their ids, and the small lists that hang on them. Every method answers for a batch of ids by one statement, in their order. */
export class Nodes {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  articles(ids: readonly string[], wanted: Wanted = null): (ArticleRecord | null)[] {
    return this.#byId(ids, `SELECT ${selectColumns(ARTICLE_COLUMNS, wanted)} FROM articles t WHERE t.id IN (SELECT value FROM json_each(?))`, readArticle);
  }

  /** An id that a curator has merged into another gives the other. */
  actors(ids: readonly string[], wanted: Wanted = null): (ActorRecord | null)[] {
    return this.#byId(
      ids,
      `SELECT m.id AS asked, ${selectColumns(ACTOR_COLUMNS, wanted)} FROM actors m JOIN ${ACTOR_TABLES.replace('actors t', 'actors t ON t.id = coalesce(m.merged_into, m.id)')} WHERE m.id IN (SELECT value FROM json_each(?))`,
      readActor,
      'asked',
    );
  }

  statements(ids: readonly string[], wanted: Wanted = null): (StatementRecord | null)[] {
    return this.#byId(ids, `SELECT ${selectColumns(STATEMENT_COLUMNS, wanted)} FROM statements t WHERE t.id IN (SELECT value FROM json_each(?))`, readStatement);
  }

  events(ids: readonly string[], wanted: Wanted = null): (EventRecord | null)[] {
    return this.#byId(ids, `SELECT ${selectColumns(EVENT_COLUMNS, wanted)} FROM events t WHERE t.id IN (SELECT value FROM json_each(?))`, readEvent);
  }

  /** The article that was published at a url. */
  articleByUrl(url: string): ArticleRecord | null {
    const row = this.#sql.get(`SELECT ${selectColumns(ARTICLE_COLUMNS)} FROM articles t WHERE t.url = ?`, url);
    return row ? readArticle(row) : null;
  }

  /** The actor of a type that goes by a name or an alias, in any case; of several the most mentioned. */
  actorByName(type: EntityType, name: string): ActorRecord | null {
    const row = this.#sql.get(
      `SELECT ${selectColumns(ACTOR_COLUMNS)} FROM ${ACTOR_TABLES} WHERE t.type = ? AND t.id IN (SELECT actor_id FROM aliases WHERE alias_key = ? UNION SELECT id FROM actors WHERE type = ? AND name_key = ?) AND t.merged_into IS NULL ORDER BY t.mention_count DESC, t.id LIMIT 1`,
      type,
      foldName(name),
      type,
      foldName(name),
    );
    return row ? readActor(row) : null;
  }

  /** Names other than the canonical one, in alphabetical order. */
  aliases(actors: readonly string[]): string[][] {
    return this.#grouped(
      actors,
      'SELECT DISTINCT s.actor_id AS parent, s.alias FROM aliases s JOIN actors t ON t.id = s.actor_id WHERE s.actor_id IN (SELECT value FROM json_each(?)) AND s.alias <> t.name ORDER BY s.actor_id, s.alias',
      (row) => textOr(row, 'alias'),
    );
  }

  /** The countries that organisations and places belong to, by their codes: the place of the graph, if there is one. */
  countries(codes: readonly string[], wanted: Wanted = null): (ActorRecord | null)[] {
    const rows = this.#sql.all(
      `SELECT ${selectColumns(ACTOR_COLUMNS, wanted)}, l.country_code AS code FROM ${ACTOR_TABLES} WHERE l.kind = 'COUNTRY' AND l.country_code IN (SELECT value FROM json_each(?)) ORDER BY t.mention_count`,
      JSON.stringify(codes),
    );
    const byCode = new Map(rows.map((row) => [textOr(row, 'code'), readActor(row)]));
    return codes.map((code) => byCode.get(code) ?? null);
  }

  /** The roles of people, most often seen first; the same words for the same office are one. */
  positions(people: readonly string[]): PositionRecord[][] {
    return this.#grouped(
      people,
      `SELECT person_id AS parent, position_id AS id, title, former, person_id, organisation_id, place_id FROM offices WHERE person_id IN (SELECT value FROM json_each(?)) ORDER BY person_id, seen DESC, position_id`,
      readPosition,
    );
  }

  /** The evidence of positions, statements and events, or the content of statements, in text order. */
  spans(owners: readonly string[], role: 'EVIDENCE' | 'CONTENT'): SpanRecord[][] {
    return this.#grouped(
      owners,
      `SELECT owner_id AS parent, start, "end", text FROM spans WHERE role = '${role}' AND owner_id IN (SELECT value FROM json_each(?)) ORDER BY owner_id, ordinal`,
      readSpan,
    );
  }

  /** Who makes statements, whom they are made to, or whom they mention. */
  actorsOfStatements(statements: readonly string[], role: 'SPEAKER' | 'ADDRESSEE' | 'ABOUT', wanted: Wanted = null): ActorRecord[][] {
    return this.#grouped(
      statements,
      `SELECT x.statement_id AS parent, ${selectColumns(ACTOR_COLUMNS, wanted)} FROM statement_actors x JOIN entities e ON e.id = x.entity_id JOIN ${ACTOR_TABLES.replace('actors t', 'actors t ON t.id = e.actor_id')} WHERE x.role = '${role}' AND x.statement_id IN (SELECT value FROM json_each(?)) ORDER BY x.statement_id, x.ordinal`,
      readActor,
    );
  }

  participants(events: readonly string[]): ParticipantRecord[][] {
    return this.#grouped(
      events,
      'SELECT x.event_id AS parent, x.role, e.actor_id, x.start, x."end", x.text FROM event_participants x LEFT JOIN entities e ON e.id = x.entity_id WHERE x.event_id IN (SELECT value FROM json_each(?)) ORDER BY x.event_id, x.ordinal',
      readParticipant,
    );
  }

  eventsOfStatements(statements: readonly string[], wanted: Wanted = null): EventRecord[][] {
    return this.#grouped(
      statements,
      `SELECT t.statement_id AS parent, ${selectColumns(EVENT_COLUMNS, wanted)} FROM events t WHERE t.statement_id IN (SELECT value FROM json_each(?)) ORDER BY t.statement_id, t.ordinal`,
      readEvent,
    );
  }

  /** The whole text of articles. */
  texts(ids: readonly string[]): (string | null)[] {
    return this.#byId(ids, 'SELECT id, text FROM articles WHERE id IN (SELECT value FROM json_each(?))', (row) => textOr(row, 'text'));
  }

  /** Articles with nearly the same words, the most alike first: of those whose signatures share a band, those that agree enough. */
  similarArticles(ids: readonly string[], most: number, wanted: Wanted = null): ArticleRecord[][] {
    const rows = this.#sql.all(
      `SELECT DISTINCT a.id AS own, a.signature AS own_signature, t.signature, ${selectColumns(ARTICLE_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN articles a ON a.id = p.value JOIN article_bands b ON b.article_id = a.id JOIN article_bands c ON c.band = b.band AND c.article_id <> a.id JOIN articles t ON t.id = c.article_id`,
      JSON.stringify(ids),
    );
    const found = new Map<string, { likeness: number; article: ArticleRecord }[]>();
    for (const row of rows) {
      const likeness = compareSignatures(textOr(row, 'own_signature'), textOr(row, 'signature'));
      if (likeness >= SIMILAR) found.set(textOr(row, 'own'), [...(found.get(textOr(row, 'own')) ?? []), { likeness, article: readArticle(row) }]);
    }
    const order = (id: string) => (found.get(id) ?? []).sort((left, right) => right.likeness - left.likeness || (left.article.id < right.article.id ? -1 : 1));
    return ids.map((id) =>
      order(id)
        .slice(0, most)
        .map(({ article }) => article),
    );
  }

  #byId<Item>(ids: readonly string[], text: string, read: (row: Row) => Item, column = 'id'): (Item | null)[] {
    const rows = new Map(this.#sql.all(text, JSON.stringify(ids)).map((row) => [textOr(row, column), read(row)]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  #grouped<Item>(parents: readonly string[], text: string, read: (row: Row) => Item): Item[][] {
    const groups = new Map<string, Item[]>(parents.map((parent) => [parent, []]));
    for (const row of this.#sql.all(text, JSON.stringify([...groups.keys()]))) groups.get(textOr(row, 'parent'))?.push(read(row));
    return parents.map((parent) => groups.get(parent) ?? []);
  }
}
