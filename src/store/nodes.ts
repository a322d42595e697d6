import type { Row, Sql } from './database.ts';
import { foldName } from '../language/naming/gazetteer.ts';
import type { EntityType } from '../reading/reading.ts';
import { ARTICLE_COLUMNS, selectColumns, type Wanted } from './columns.ts';
import type {
  ActorRecord,
  ArticleRecord,
  EventRecord,
  ParticipantRecord,
  PositionRecord,
  SpanRecord,
  StatementRecord,
} from './records.ts';
import {
  ACTOR_BY_ID,
  ALIASES,
  ARTICLE_BY_ID,
  ARTICLE_BY_URL,
  actorByName,
  actorsIn,
  COUNTRY_BY_CODE,
  EVENT_BY_ID,
  EVENTS_OF_STATEMENT,
  PARTICIPANTS,
  POSITIONS,
  type Relation,
  STATEMENT_BY_ID,
  spansIn,
} from './relations.ts';
import { numberOr, textOr } from './row-values.ts';
import { readEvent, readParticipant, readStatement } from './fact-rows.ts';
import { readActor, readArticle, readPosition, readSpan } from './rows.ts';
import { compareSignatures } from './similarity.ts';

/** How alike two signatures must be to call the texts copies of one another. */
const SIMILAR = 0.5;

/**
 * Single things by their ids, and the small lists that hang on them. Every method answers for a batch of ids by one
 * statement, in their order.
 */
export class Nodes {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  articles(ids: readonly string[], wanted: Wanted = null): (ArticleRecord | null)[] {
    return this.#one(ARTICLE_BY_ID, ids, readArticle, wanted);
  }

  /** An id that a curator has merged into another gives the other. */
  actors(ids: readonly string[], wanted: Wanted = null): (ActorRecord | null)[] {
    return this.#one(ACTOR_BY_ID, ids, readActor, wanted);
  }

  statements(ids: readonly string[], wanted: Wanted = null): (StatementRecord | null)[] {
    return this.#one(STATEMENT_BY_ID, ids, readStatement, wanted);
  }

  events(ids: readonly string[], wanted: Wanted = null): (EventRecord | null)[] {
    return this.#one(EVENT_BY_ID, ids, readEvent, wanted);
  }

  /** The article that was published at a url. */
  articleByUrl(url: string): ArticleRecord | null {
    return this.#one(ARTICLE_BY_URL, [url], readArticle)[0] ?? null;
  }

  /** The actor of a type that goes by a name or an alias, in any case; of several the most mentioned. */
  actorByName(type: EntityType, name: string): ActorRecord | null {
    return this.#one(actorByName(type), [foldName(name)], readActor)[0] ?? null;
  }

  /** Names other than the canonical one, in alphabetical order. */
  aliases(actors: readonly string[]): string[][] {
    return this.#many(ALIASES, actors, (row) => textOr(row, 'alias'));
  }

  /** The countries that organisations and places belong to, by their codes: the place of the graph, if there is one. */
  countries(codes: readonly string[], wanted: Wanted = null): (ActorRecord | null)[] {
    return this.#many(COUNTRY_BY_CODE, codes, readActor, wanted).map(([country]) => country ?? null);
  }

  /** The roles of people, most often seen first; the same words for the same office are one. */
  positions(people: readonly string[]): PositionRecord[][] {
    return this.#many(POSITIONS, people, readPosition);
  }

  /** The evidence of positions, statements and events, or the content of statements, in text order. */
  spans(owners: readonly string[], role: 'EVIDENCE' | 'CONTENT'): SpanRecord[][] {
    return this.#many(spansIn(role), owners, readSpan);
  }

  /** Who makes statements, whom they are made to, or whom they mention. */
  actorsOfStatements(
    statements: readonly string[],
    role: 'SPEAKER' | 'ADDRESSEE' | 'ABOUT',
    wanted: Wanted = null,
  ): ActorRecord[][] {
    return this.#many(actorsIn(role), statements, readActor, wanted);
  }

  participants(events: readonly string[]): ParticipantRecord[][] {
    return this.#many(PARTICIPANTS, events, readParticipant);
  }

  eventsOfStatements(statements: readonly string[], wanted: Wanted = null): EventRecord[][] {
    return this.#many(EVENTS_OF_STATEMENT, statements, readEvent, wanted);
  }

  /** The whole text of articles. */
  texts(ids: readonly string[]): (string | null)[] {
    return this.#one({ ...ARTICLE_BY_ID, columns: { id: 't.text' } }, ids, (row) => textOr(row, 'text'));
  }

  /**
   * Articles with nearly the same words, the most alike first: of those whose signatures share a band, those that agree
   * enough.
   */
  similarArticles(ids: readonly string[], most: number, wanted: Wanted = null): ArticleRecord[][] {
    const rows = this.#sql.all(
      `SELECT DISTINCT a.id AS own, a.signature AS own_signature, t.signature,
        ${selectColumns(ARTICLE_COLUMNS, wanted)} FROM json_each(?) p CROSS JOIN articles a ON a.id = p.value
        JOIN article_bands b ON b.article_id = a.id JOIN article_bands c ON c.band = b.band AND c.article_id <> a.id
        JOIN articles t ON t.id = c.article_id`,
      JSON.stringify(ids),
    );
    const found = new Map<string, { likeness: number; article: ArticleRecord }[]>();
    for (const row of rows) {
      const likeness = compareSignatures(textOr(row, 'own_signature'), textOr(row, 'signature'));
      if (likeness >= SIMILAR)
        found.set(textOr(row, 'own'), [
          ...(found.get(textOr(row, 'own')) ?? []),
          { likeness, article: readArticle(row) },
        ]);
    }
    const order = (id: string) =>
      (found.get(id) ?? []).sort(
        (left, right) => right.likeness - left.likeness || (left.article.id < right.article.id ? -1 : 1),
      );
    return ids.map((id) =>
      order(id)
        .slice(0, most)
        .map(({ article }) => article),
    );
  }

  /** One item for each key; null for none. */
  #one<Item>(
    relation: Relation,
    keys: readonly string[],
    read: (row: Row) => Item,
    wanted: Wanted = null,
  ): (Item | null)[] {
    return this.#many(relation, keys, read, wanted).map(([item]) => item ?? null);
  }

  /** A list for each key; `parent_key` is the key's place in the list. */
  #many<Item>(
    { columns, select, from, of, order }: Relation,
    keys: readonly string[],
    read: (row: Row) => Item,
    wanted: Wanted = null,
  ): Item[][] {
    const groups = keys.map((): Item[] => []);
    const listed = [...(columns ? [selectColumns(columns, wanted)] : []), ...(select ? [select] : [])].join(', ');
    const sorted = ['p.key', ...(order === undefined ? [] : [order])].join(', ');
    const text = `SELECT p.key AS parent_key, ${listed} FROM json_each(?) p CROSS JOIN ${from}
      WHERE ${of('p.value')} ORDER BY ${sorted}`;
    for (const row of this.#sql.all(text, JSON.stringify(keys))) groups[numberOr(row, 'parent_key')]?.push(read(row));
    return groups;
  }
}
