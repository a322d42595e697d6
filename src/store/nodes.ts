import type { Row, Sql } from './database.ts';
import { foldName } from '../language/gazetteer.ts';
import type { EntityType } from '../reading/reading.ts';
import { ACTOR_COLUMNS, ACTOR_TABLES } from './lists.ts';
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

  articles(ids: readonly string[]): (ArticleRecord | null)[] {
    return this.#byId(ids, 'SELECT t.* FROM articles t WHERE t.id IN (SELECT value FROM json_each(?))', readArticle);
  }

  actors(ids: readonly string[]): (ActorRecord | null)[] {
    return this.#byId(ids, `SELECT ${ACTOR_COLUMNS} FROM ${ACTOR_TABLES} WHERE t.id IN (SELECT value FROM json_each(?))`, readActor);
  }

  statements(ids: readonly string[]): (StatementRecord | null)[] {
    return this.#byId(ids, 'SELECT t.* FROM statements t WHERE t.id IN (SELECT value FROM json_each(?))', readStatement);
  }

  events(ids: readonly string[]): (EventRecord | null)[] {
    return this.#byId(ids, 'SELECT t.* FROM events t WHERE t.id IN (SELECT value FROM json_each(?))', readEvent);
  }

  /** The article that was published at a url. */
  articleByUrl(url: string): ArticleRecord | null {
    const row = this.#sql.get('SELECT t.* FROM articles t WHERE t.url = ?', url);
    return row ? readArticle(row) : null;
  }

  /** The actor of a type that goes by a name or an alias, in any case; of several the most mentioned. */
  actorByName(type: EntityType, name: string): ActorRecord | null {
    const row = this.#sql.get(
      `SELECT ${ACTOR_COLUMNS} FROM ${ACTOR_TABLES} WHERE t.type = ? AND t.id IN (SELECT actor_id FROM aliases WHERE alias_key = ? UNION SELECT id FROM actors WHERE type = ? AND name_key = ?) ORDER BY t.mention_count DESC, t.id LIMIT 1`,
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
  countries(codes: readonly string[]): (ActorRecord | null)[] {
    const rows = this.#sql.all(`SELECT ${ACTOR_COLUMNS} FROM ${ACTOR_TABLES} WHERE l.kind = 'COUNTRY' AND l.country_code IN (SELECT value FROM json_each(?)) ORDER BY t.mention_count`, JSON.stringify(codes));
    const byCode = new Map(rows.map((row) => [textOr(row, 'country_code'), readActor(row)]));
    return codes.map((code) => byCode.get(code) ?? null);
  }

  /** The roles of people, most often seen first; the same words for the same office are one. */
  positions(people: readonly string[]): PositionRecord[][] {
    return this.#grouped(
      people,
      `SELECT t.person_id AS parent, min(t.id) AS id, t.title, t.former, t.person_id, t.organisation_id, t.place_id, count(*) AS seen FROM positions t
       WHERE t.person_id IN (SELECT value FROM json_each(?)) GROUP BY t.person_id, lower(t.title), t.former, t.organisation_id, t.place_id ORDER BY seen DESC, t.id`,
      readPosition,
    );
  }

  /** The evidence of positions, statements and events, or the content of statements, in text order. */
  spans(owners: readonly string[], role: 'EVIDENCE' | 'CONTENT'): SpanRecord[][] {
    return this.#grouped(owners, `SELECT owner_id AS parent, start, "end", text FROM spans WHERE role = '${role}' AND owner_id IN (SELECT value FROM json_each(?)) ORDER BY owner_id, ordinal`, readSpan);
  }

  /** Who makes statements, whom they are made to, or whom they mention. */
  actorsOfStatements(statements: readonly string[], role: 'SPEAKER' | 'ADDRESSEE' | 'ABOUT'): ActorRecord[][] {
    return this.#grouped(
      statements,
      `SELECT x.statement_id AS parent, ${ACTOR_COLUMNS} FROM statement_actors x JOIN ${ACTOR_TABLES.replace('actors t', 'actors t ON t.id = x.actor_id')} WHERE x.role = '${role}' AND x.statement_id IN (SELECT value FROM json_each(?)) ORDER BY x.statement_id, x.ordinal`,
      readActor,
    );
  }

  participants(events: readonly string[]): ParticipantRecord[][] {
    return this.#grouped(events, 'SELECT event_id AS parent, role, actor_id, start, "end", text FROM event_participants WHERE event_id IN (SELECT value FROM json_each(?)) ORDER BY event_id, ordinal', readParticipant);
  }

  eventsOfStatements(statements: readonly string[]): EventRecord[][] {
    return this.#grouped(statements, 'SELECT t.statement_id AS parent, t.* FROM events t WHERE t.statement_id IN (SELECT value FROM json_each(?)) ORDER BY t.statement_id, t.ordinal', readEvent);
  }

  /** Articles with nearly the same words, the most alike first. */
  similarArticles(ids: readonly string[], most: number): ArticleRecord[][] {
    const rows = this.#sql.all('SELECT id, signature FROM articles');
    const signatures = new Map(rows.map((row) => [textOr(row, 'id'), textOr(row, 'signature')]));
    const chosen = ids.map((id) => {
      const own = signatures.get(id);
      if (own === undefined) return [];
      return [...signatures]
        .flatMap(([other, signature]) => (other === id ? [] : [{ other, likeness: compareSignatures(own, signature) }]))
        .filter(({ likeness }) => likeness >= SIMILAR)
        .sort((left, right) => right.likeness - left.likeness || (left.other < right.other ? -1 : 1))
        .slice(0, most)
        .map(({ other }) => other);
    });
    const found = new Map(this.articles([...new Set(chosen.flat())]).flatMap((article) => (article ? [[article.id, article] as const] : [])));
    return chosen.map((list) => list.flatMap((id) => found.get(id) ?? []));
  }

  #byId<Item>(ids: readonly string[], text: string, read: (row: Row) => Item): (Item | null)[] {
    const rows = new Map(this.#sql.all(text, JSON.stringify(ids)).map((row) => [textOr(row, 'id'), read(row)]));
    return ids.map((id) => rows.get(id) ?? null);
  }

  #grouped<Item>(parents: readonly string[], text: string, read: (row: Row) => Item): Item[][] {
    const groups = new Map<string, Item[]>(parents.map((parent) => [parent, []]));
    for (const row of this.#sql.all(text, JSON.stringify([...groups.keys()]))) groups.get(textOr(row, 'parent'))?.push(read(row));
    return parents.map((parent) => groups.get(parent) ?? []);
  }
}
