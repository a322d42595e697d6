import type { Row, Sql } from './database.ts';
import { foldName } from '../language/gazetteer.ts';
import type { EntityType } from '../reading/reading.ts';
import { ACTOR_TABLES } from './actor-lists.ts';
import { ACTOR_COLUMNS, ARTICLE_COLUMNS, EVENT_COLUMNS, selectColumns, STATEMENT_COLUMNS, type Wanted } from './columns.ts';
import type { ActorRecord, ArticleRecord, EventRecord, ParticipantRecord, PositionRecord, SpanRecord, StatementRecord } from './records.ts';
import { numberOr, textOr } from './row-values.ts';
import { readActor, readArticle, readEvent, readParticipant, readPosition, readSpan, readStatement } from './rows.ts';
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
    return this.#byId(ids, `SELECT p.key AS parent_key, ${selectColumns(ARTICLE_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN articles t ON t.id = p.value`, readArticle);
  }

  /** An id that a curator has merged into another gives the other. */
  actors(ids: readonly string[], wanted: Wanted = null): (ActorRecord | null)[] {
    return this.#byId(
      ids,
      `SELECT p.key AS parent_key, ${selectColumns(ACTOR_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN actors m ON m.id = p.value JOIN ${ACTOR_TABLES.replace('actors t', 'actors t ON t.id = coalesce(m.merged_into, m.id)')}`,
      readActor,
    );
  }

  statements(ids: readonly string[], wanted: Wanted = null): (StatementRecord | null)[] {
    return this.#byId(ids, `SELECT p.key AS parent_key, ${selectColumns(STATEMENT_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN statements t ON t.id = p.value`, readStatement);
  }

  events(ids: readonly string[], wanted: Wanted = null): (EventRecord | null)[] {
    return this.#byId(ids, `SELECT p.key AS parent_key, ${selectColumns(EVENT_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN events t ON t.id = p.value`, readEvent);
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
      'SELECT DISTINCT p.key AS parent_key, s.alias FROM json_each(?) p CROSS JOIN aliases s ON s.actor_id = p.value JOIN actors t ON t.id = s.actor_id WHERE s.alias <> t.name ORDER BY p.key, s.alias',
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
      'SELECT p.key AS parent_key, o.position_id AS id, o.title, o.former, o.person_id, o.organisation_id, o.place_id FROM json_each(?) p CROSS JOIN offices o ON o.person_id = p.value ORDER BY p.key, o.seen DESC, o.position_id',
      readPosition,
    );
  }

  /** The evidence of positions, statements and events, or the content of statements, in text order. */
  spans(owners: readonly string[], role: 'EVIDENCE' | 'CONTENT'): SpanRecord[][] {
    return this.#grouped(
      owners,
      `SELECT p.key AS parent_key, s.start, s."end", s.text FROM json_each(?) p CROSS JOIN spans s ON s.owner_id = p.value AND s.role = '${role}' ORDER BY p.key, s.ordinal`,
      readSpan,
    );
  }

  /** Who makes statements, whom they are made to, or whom they mention. */
  actorsOfStatements(statements: readonly string[], role: 'SPEAKER' | 'ADDRESSEE' | 'ABOUT', wanted: Wanted = null): ActorRecord[][] {
    return this.#grouped(
      statements,
      `SELECT p.key AS parent_key, ${selectColumns(ACTOR_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN statement_actors x ON x.statement_id = p.value AND x.role = '${role}' JOIN entities e ON e.id = x.entity_id JOIN ${ACTOR_TABLES.replace('actors t', 'actors t ON t.id = e.actor_id')} ORDER BY p.key, x.ordinal`,
      readActor,
    );
  }

  participants(events: readonly string[]): ParticipantRecord[][] {
    return this.#grouped(
      events,
      'SELECT p.key AS parent_key, x.role, e.actor_id, x.start, x."end", x.text FROM json_each(?) p CROSS JOIN event_participants x ON x.event_id = p.value LEFT JOIN entities e ON e.id = x.entity_id ORDER BY p.key, x.ordinal',
      readParticipant,
    );
  }

  eventsOfStatements(statements: readonly string[], wanted: Wanted = null): EventRecord[][] {
    return this.#grouped(
      statements,
      `SELECT p.key AS parent_key, ${selectColumns(EVENT_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN events t ON t.statement_id = p.value ORDER BY p.key, t.ordinal`,
      readEvent,
    );
  }

  /** The whole text of articles. */
  texts(ids: readonly string[]): (string | null)[] {
    return this.#byId(ids, 'SELECT p.key AS parent_key, t.text FROM json_each(?) p CROSS JOIN articles t ON t.id = p.value', (row) => textOr(row, 'text'));
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

  /** One item for each id; `parent_key` is the id's place in the list. */
  #byId<Item>(ids: readonly string[], text: string, read: (row: Row) => Item): (Item | null)[] {
    const items = new Array<Item | null>(ids.length).fill(null);
    for (const row of this.#sql.all(text, JSON.stringify(ids))) items[numberOr(row, 'parent_key')] = read(row);
    return items;
  }

  /** A list for each parent; `parent_key` is the parent's place in the list. */
  #grouped<Item>(parents: readonly string[], text: string, read: (row: Row) => Item): Item[][] {
    const groups = parents.map((): Item[] => []);
    for (const row of this.#sql.all(text, JSON.stringify(parents))) groups[numberOr(row, 'parent_key')]?.push(read(row));
    return groups;
  }
}
