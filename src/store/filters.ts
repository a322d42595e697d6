import type {
  EventStatus,
  EventType,
  OrganisationKind,
  ParticipantRole,
  PlaceKind,
  SpeechAct,
  StatementKind,
} from '../reading/reading.ts';
import { DatelineError } from '../errors.ts';
import { foldName } from '../language/naming/gazetteer.ts';
import { type Clause, EVERYTHING } from './clause.ts';
import { readId } from './ids.ts';
import { matchQuery } from './search-query.ts';

export interface DateRange {
  readonly from?: string | null;
  readonly to?: string | null;
}

interface Combined<Filter> {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
}

export interface ArticleFilter extends Combined<ArticleFilter> {
  readonly publisher?: string | null;
  readonly publishedAt?: DateRange | null;
  readonly text?: string | null;
  readonly mentions?: string | null;
  readonly language?: string | null;
}

export interface StatementFilter extends Combined<StatementFilter> {
  readonly speaker?: string | null;
  readonly addressee?: string | null;
  readonly about?: string | null;
  readonly via?: string | null;
  readonly kind?: readonly StatementKind[] | null;
  readonly act?: readonly SpeechAct[] | null;
  readonly publishedAt?: DateRange | null;
  readonly text?: string | null;
  readonly article?: string | null;
  readonly minConfidence?: number | null;
}

export interface EventFilter extends Combined<EventFilter> {
  readonly type?: readonly EventType[] | null;
  readonly status?: readonly EventStatus[] | null;
  readonly date?: DateRange | null;
  readonly participant?: string | null;
  readonly role?: ParticipantRole | null;
  readonly place?: string | null;
  readonly article?: string | null;
  readonly minConfidence?: number | null;
}

export interface ActorFilter extends Combined<ActorFilter> {
  readonly name?: string | null;
  readonly text?: string | null;
  readonly article?: string | null;
  readonly organisationKind?: readonly OrganisationKind[] | null;
  readonly placeKind?: readonly PlaceKind[] | null;
}

const clause = (text: string, ...values: Clause['values']): Clause => ({ text, values });

function join(clauses: readonly Clause[], operator: 'AND' | 'OR'): Clause {
  if (clauses.length === 0) return EVERYTHING;
  return {
    text: `(${clauses.map((part) => part.text).join(` ${operator} `)})`,
    values: clauses.flatMap((part) => part.values),
  };
}

/**
 * How many filters a filter may hold with itself: SQLite takes an expression of about a thousand levels, and each
 * filter makes up to five.
 */
const MOST_FILTERS = 100;
/** How long a name may be that is looked for, in UTF-16 code units: nothing goes by a longer one. */
const LONGEST_NAME = 500;

/** Throws INVALID_INPUT where a filter holds too many. Not by recursion: it may be too deep for that. */
function checkSize<Filter extends Combined<Filter>>(filter: Filter): void {
  const open: Filter[] = [filter];
  for (const { and, or, not } of open) {
    if (open.length + (and?.length ?? 0) + (or?.length ?? 0) + (not ? 1 : 0) > MOST_FILTERS) {
      throw new DatelineError(
        'INVALID_INPUT',
        `A filter may hold at most ${MOST_FILTERS} filters.`,
        'Ask with fewer, or in several queries.',
      );
    }
    open.push(...(and ?? []), ...(or ?? []), ...(not ? [not] : []));
  }
}

/** A filter's own conditions with those of the filters in it. Throws INVALID_INPUT where there are too many of them. */
function combine<Filter extends Combined<Filter>>(
  filter: Filter,
  own: readonly (Clause | null)[],
  read: (filter: Filter) => Clause,
): Clause {
  checkSize(filter);
  const parts = own.filter((part) => part !== null);
  for (const inner of filter.and ?? []) parts.push(read(inner));
  if (filter.or) parts.push(filter.or.length === 0 ? clause('0') : join(filter.or.map(read), 'OR'));
  if (filter.not) {
    const inner = read(filter.not);
    parts.push({ text: `NOT ${inner.text === '1' ? '(1)' : `coalesce(${inner.text}, 0)`}`, values: inner.values });
  }
  return join(parts, 'AND');
}

/** One of some values, of which each is asked for once, however often it is given. */
function oneOf(column: string, values: readonly string[] | null | undefined): Clause | null {
  if (!values) return null;
  const distinct = [...new Set(values)];
  const [only] = distinct;
  if (distinct.length === 1 && only !== undefined) return clause(`${column} = ?`, only);
  return clause(`${column} IN (SELECT value FROM json_each(?))`, JSON.stringify(distinct));
}

/** A condition on a name, where one is given; nothing fits one that is too long to be any. */
function onName(name: string | null | undefined, condition: (name: string) => Clause): Clause | null {
  if (!name) return null;
  return name.length > LONGEST_NAME ? clause('0') : condition(name);
}

/** Days compare with moments as text: the day after the last one bounds the range. */
export function within(column: string, range: DateRange | null | undefined): Clause {
  if (!range) return EVERYTHING;
  const parts = [
    clause(`${column} >= ?`, range.from ?? '0'),
    ...(range.to ? [clause(`${column} < date(?, '+1 day')`, range.to)] : []),
  ];
  return join(parts, 'AND');
}

function matching(column: string, table: string, text: string | null | undefined): Clause | null {
  if (text === null || text === undefined) return null;
  const query = matchQuery(text);
  return query === null
    ? clause('0')
    : clause(`${column} IN (SELECT rowid FROM ${table} WHERE ${table} MATCH ?)`, query);
}

/** A condition on something by its id, where one is given. Throws INVALID_INPUT where that is none. */
function onId(id: string | null | undefined, condition: (id: string) => Clause): Clause | null {
  if (id === null || id === undefined) return null;
  readId(id);
  return condition(id);
}

/**
 * Which articles, as SQL over `articles t`. In a list that hangs on a parent (`isOwned`) the plus keeps SQLite from
 * walking all that a condition finds for each parent anew, as everywhere here: the parent has less.
 */
export function readArticleFilter(filter: ArticleFilter | null, isOwned = false): Clause {
  if (!filter) return EVERYTHING;
  const by = isOwned ? '+' : '';
  return combine(
    filter,
    [
      onName(filter.publisher, (name) => clause('t.publisher = ? COLLATE NOCASE', name)),
      filter.publishedAt ? within('t.published_key', filter.publishedAt) : null,
      matching(`${by}t.number`, 'articles_text', filter.text),
      onId(filter.mentions, (id) =>
        clause(`${by}t.id IN (SELECT article_id FROM entities WHERE actor_id = ? AND listed_count > 0)`, id),
      ),
      onName(filter.language, (tag) => clause('t.language = ?', tag)),
    ],
    (inner) => readArticleFilter(inner, isOwned),
  );
}

/** Which statements, as SQL over `statements t`. */
export function readStatementFilter(filter: StatementFilter | null, isOwned = false): Clause {
  if (!filter) return EVERYTHING;
  const by = isOwned ? '+' : '';
  const actor = (role: string, given: string | null | undefined): Clause | null =>
    onId(given, (id) =>
      clause(
        `${by}t.id IN (SELECT x.statement_id FROM entities e JOIN statement_actors x ON x.entity_id = e.id
          WHERE e.actor_id = ? AND x.role = '${role}')`,
        id,
      ),
    );
  return combine(
    filter,
    [
      actor('SPEAKER', filter.speaker),
      actor('ADDRESSEE', filter.addressee),
      actor('ABOUT', filter.about),
      onId(filter.via, (id) => clause(`${by}t.via_entity IN (SELECT id FROM entities WHERE actor_id = ?)`, id)),
      oneOf('t.kind', filter.kind),
      oneOf('t.act', filter.act),
      filter.publishedAt ? within('t.published_key', filter.publishedAt) : null,
      matching(`${by}t.number`, 'statements_text', filter.text),
      onId(filter.article, (id) => clause('t.article_id = ?', id)),
      filter.minConfidence === null || filter.minConfidence === undefined
        ? null
        : clause('t.confidence >= ?', filter.minConfidence),
    ],
    (inner) => readStatementFilter(inner, isOwned),
  );
}

/** Which events, as SQL over `events t`. */
export function readEventFilter(filter: EventFilter | null, isOwned = false): Clause {
  if (!filter) return EVERYTHING;
  const by = isOwned ? '+' : '';
  const role = filter.role ?? null;
  return combine(
    filter,
    [
      oneOf('t.type', filter.type),
      oneOf('t.status', filter.status),
      filter.date?.from ? clause('coalesce(t.time_end, t.time_start) >= ?', filter.date.from) : null,
      filter.date?.to ? clause('t.time_start <= ?', filter.date.to) : null,
      onId(filter.participant, (id) =>
        clause(
          `${by}t.id IN (SELECT x.event_id FROM entities e JOIN event_participants x ON x.entity_id = e.id
            WHERE e.actor_id = ? AND (? IS NULL OR x.role = ?))`,
          id,
          role,
          role,
        ),
      ),
      onId(filter.place, (id) => clause(`${by}t.place_entity IN (SELECT id FROM entities WHERE actor_id = ?)`, id)),
      onId(filter.article, (id) => clause('t.article_id = ?', id)),
      filter.minConfidence === null || filter.minConfidence === undefined
        ? null
        : clause('t.confidence >= ?', filter.minConfidence),
    ],
    (inner) => readEventFilter(inner, isOwned),
  );
}

/** Which actors, as SQL over `actors t` with `organisations o` and `places l`. */
export function readActorFilter(filter: ActorFilter | null): Clause {
  if (!filter) return EVERYTHING;
  const query = filter.text === null || filter.text === undefined ? undefined : matchQuery(filter.text);
  return combine(
    filter,
    [
      onName(filter.name, (name) =>
        clause('t.id IN (SELECT actor_id FROM aliases WHERE alias_key = ?)', foldName(name)),
      ),
      query === undefined
        ? null
        : query === null
          ? clause('0')
          : clause(
              `t.id IN (SELECT actor_id FROM aliases WHERE id IN (SELECT rowid FROM names_text
                WHERE names_text MATCH ?))`,
              query,
            ),
      onId(filter.article, (id) =>
        clause('t.id IN (SELECT actor_id FROM entities WHERE article_id = ? AND listed_count > 0)', id),
      ),
      oneOf('o.kind', filter.organisationKind),
      oneOf('l.kind', filter.placeKind),
    ],
    readActorFilter,
  );
}
