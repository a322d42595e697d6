import type { Article } from '../article/article.ts';
import type { Sql } from './database.ts';
import { ActorLists } from './actor-lists.ts';
import { Arrivals } from './arrivals.ts';
import { AssociateLists } from './associates.ts';
import { Curation, type Decision } from './curation.ts';
import { ArticleLists, EventLists, MentionLists, StatementLists } from './lists.ts';
import { Nodes } from './nodes.ts';
import type { DateRange } from './filters.ts';
import { Projections } from './projection/projection.ts';
import { type OpenOptions, openDatabase } from './opening.ts';
import type { Connection, PageRequest } from './page.ts';
import type { ActorRecord } from './records.ts';
import { countHits, type SearchData, type SearchHit, type SearchType, search } from './search.ts';
import { type Breakdown, breakDown, type Count, countEverything, type Totals } from './statistics.ts';
import { Timelines } from './timeline.ts';
import { articleIdOf, hashArticle, removeArticle, writeArticle } from './write.ts';
import type { ReadArticle } from './write-entities.ts';

export interface IngestOutcome {
  readonly status: 'CREATED' | 'UNCHANGED' | 'UPDATED';
  /** The article's id. */
  readonly id: string;
}

/**
 * The knowledge graph in its SQLite file: the only place with SQL. Everything is synchronous, and reads answer for
 * whole batches.
 */
export class Store {
  readonly #sql: Sql;
  readonly nodes: Nodes;
  readonly articles: ArticleLists;
  readonly statements: StatementLists;
  readonly events: EventLists;
  readonly actors: ActorLists;
  readonly mentions: MentionLists;
  readonly associates: AssociateLists;
  readonly timelines: Timelines;
  readonly arrivals: Arrivals;
  readonly projections: Projections;
  readonly #curation: Curation;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.nodes = new Nodes(sql);
    this.articles = new ArticleLists(sql);
    this.statements = new StatementLists(sql);
    this.events = new EventLists(sql);
    this.actors = new ActorLists(sql);
    this.mentions = new MentionLists(sql);
    this.associates = new AssociateLists(sql);
    this.timelines = new Timelines(sql);
    this.arrivals = new Arrivals(sql);
    this.projections = new Projections(sql);
    this.#curation = new Curation(sql);
  }

  /** How many SQL statements ran so far. */
  get executed(): number {
    return this.#sql.executed;
  }

  /** The id of the same article, where it is there already with all it came with; null otherwise. */
  findUnchanged(article: Article): string | null {
    const row = this.#sql.get('SELECT id FROM articles WHERE hash = ?', hashArticle(article));
    return typeof row?.['id'] === 'string' ? row['id'] : null;
  }

  /**
   * Stores an article and all that was read in it, in one transaction; one with the same url is replaced, and one that
   * another process has stored meanwhile is left as it is.
   */
  save(read: ReadArticle): IngestOutcome {
    return this.#sql.transaction(() => {
      const known = this.findUnchanged(read.article);
      if (known !== null) return { status: 'UNCHANGED', id: known };
      const isKnown = removeArticle(this.#sql, articleIdOf(read.article), read.ingestedAt);
      return { status: isKnown ? 'UPDATED' : 'CREATED', id: writeArticle(this.#sql, read) };
    });
  }

  /** Takes an article out of the graph with all that only it says. False where there is none. */
  deleteArticle(id: string): boolean {
    return this.#sql.transaction(() => removeArticle(this.#sql, id, now()));
  }

  /**
   * Makes two actors one, by a curator's decision. Throws NOT_FOUND, and INVALID_INPUT where they are one already or of
   * different types.
   */
  mergeActors(from: string, into: string, by = CURATOR): Decision {
    return this.#sql.transaction(() => this.#curation.mergeActors(from, into, { by, at: now() }));
  }

  /** Gives an actor another canonical name. Throws NOT_FOUND, and INVALID_INPUT for a name that is none. */
  renameActor(id: string, name: string, by = CURATOR): Decision {
    return this.#sql.transaction(() => this.#curation.renameActor(id, name, { by, at: now() }));
  }

  /**
   * Takes a decision back; the actors that it was about, as they are now. Throws NOT_FOUND where there is none that
   * holds.
   */
  undo(decision: string, by = CURATOR): ActorRecord[] {
    return this.#sql.transaction(() => this.#curation.undo(decision, { by, at: now() }));
  }

  /** A page of what holds the words that somebody typed, best first. */
  search(
    typed: string,
    types: readonly SearchType[],
    page: PageRequest,
    isMarked = true,
  ): Connection<SearchHit, SearchData> {
    return search(this.#sql, typed, types, page, isMarked);
  }

  countHits(typed: string, types: readonly SearchType[]): number {
    return countHits(this.#sql, typed, types);
  }

  /** About how many articles there are, at once: those that were deleted since may count. */
  countArticles(): number {
    const most = this.#sql.get('SELECT max(number) AS most FROM articles')?.['most'];
    return typeof most === 'number' ? most : 0;
  }

  countEverything(): Totals {
    return countEverything(this.#sql);
  }

  breakDown(breakdown: Breakdown, range: DateRange | null = null): Count[] {
    return breakDown(this.#sql, breakdown, range);
  }

  /** Runs a function, which must not be asynchronous, over one state of the graph, whatever others write meanwhile. */
  snapshot<Result>(work: () => Result): Result {
    return this.#sql.snapshot(work);
  }

  /**
   * Reads one row, to see whether the file answers and is still the one that was opened. Throws CONFLICT where it was
   * moved, removed, replaced or overwritten, and what SQLite throws.
   */
  check(): void {
    this.#sql.check();
    this.#sql.get('SELECT id FROM articles LIMIT 1');
  }

  close(): void {
    this.#sql.close();
  }
}

const CURATOR = 'curator';

function now(): string {
  return new Date().toISOString();
}

/** Opens the graph, with migrations applied. Throws what `openDatabase` throws. */
export function openStore(options: OpenOptions): Store {
  return new Store(openDatabase(options));
}
