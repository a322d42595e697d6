/** The fields of records that somebody will look at, by the names that the graph has for them; null for all. */
export type Wanted = ReadonlySet<string> | null;

/** Among the fields that are wanted it stands for what cursors are made of. */
export const CURSORS = 'cursor';

/** The columns that the fields of a record are read from; what every record needs stands under `id`. */
export type ColumnTable = Readonly<Record<string, string>>;

const TIME = 't.time_text, t.time_start, t.time_end, t.time_precision';

/** An article: `articles t`. Its text is read separately, by those who ask for it. */
export const ARTICLE_COLUMNS: ColumnTable = {
  id: 't.id',
  url: 't.url',
  title: 't.title',
  authors: 't.authors',
  language: 't.language',
  publishedAt: 't.published_at',
  wordCount: 't.word_count',
  ingestedAt: 't.ingested_at',
  publisher: '(SELECT actor_id FROM entities WHERE id = t.publisher_entity) AS publisher_id',
  dateline: '(SELECT actor_id FROM entities WHERE id = t.dateline_entity) AS dateline_id',
};

/** A statement: `statements t`. */
export const STATEMENT_COLUMNS: ColumnTable = {
  id: 't.id',
  article: 't.article_id',
  kind: 't.kind',
  act: 't.act',
  text: 't.text',
  cue: 't.cue',
  source: 't.source',
  via: 't.via',
  negated: 't.negated',
  date: TIME,
  sentence: 't.sentence',
  confidence: 't.confidence',
  viaOrganisation: '(SELECT actor_id FROM entities WHERE id = t.via_entity) AS via_organisation_id',
  affiliation: '(SELECT actor_id FROM entities WHERE id = t.affiliation_entity) AS affiliation_id',
  place: '(SELECT actor_id FROM entities WHERE id = t.place_entity) AS place_id',
};

/** An event: `events t`. */
export const EVENT_COLUMNS: ColumnTable = {
  id: 't.id',
  article: 't.article_id',
  type: 't.type',
  mode: 't.mode',
  status: 't.status',
  summary: 't.summary',
  trigger: 't.start, t."end", t."trigger"',
  statement: 't.statement_id',
  date: TIME,
  sentence: 't.sentence',
  confidence: 't.confidence',
  place: '(SELECT actor_id FROM entities WHERE id = t.place_entity) AS place_id',
};

/**
 * An actor: `actors t` with `organisations o` and `places l`, which SQLite leaves out where nothing is read from them.
 */
export const ACTOR_COLUMNS: ColumnTable = {
  id: 't.id, t.type, t.name',
  mentionCount: 't.mention_count',
  articleCount: 't.article_count',
  kind: 'o.kind AS organisation_kind, l.kind AS place_kind',
  acronym: 'o.acronym',
  country: 'coalesce(l.country_code, o.country_code) AS country_code, l.kind AS place_kind',
  countryCode: 'coalesce(l.country_code, o.country_code) AS country_code',
  latitude: 'l.latitude',
  longitude: 'l.longitude',
};

/** The tables that the columns of an actor are read from: of the one whose id an expression gives, or of all. */
export function actorTables(id?: string): string {
  return `actors t${id === undefined ? '' : ` ON t.id = ${id}`} LEFT JOIN organisations o ON o.id = t.id
    LEFT JOIN places l ON l.id = t.id`;
}

const chosen = new WeakMap<ReadonlySet<string>, Map<ColumnTable, string>>();

/**
 * The columns of a table that some fields need, as SQL. Kept by the set: a query that is planned once asks with the
 * same one each time.
 */
export function selectColumns(table: ColumnTable, wanted: Wanted = null): string {
  if (wanted === null) return Object.values(table).join(', ');
  let byTable = chosen.get(wanted);
  if (!byTable) {
    byTable = new Map();
    chosen.set(wanted, byTable);
  }
  const known = byTable.get(table);
  if (known !== undefined) return known;
  const columns = Object.entries(table)
    .filter(([field]) => field === 'id' || wanted.has(field))
    .map(([, column]) => column)
    .join(', ');
  byTable.set(table, columns);
  return columns;
}
