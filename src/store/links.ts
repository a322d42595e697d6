import { foldName } from '../language/naming/gazetteer.ts';
import type { Sql } from './database.ts';
import { numberOr, textOr } from './row-values.ts';

/** An entity as far as its actor's counts and names depend on it. */
export interface LinkedEntity {
  readonly id: number;
  readonly articleId: string;
  readonly actorId: string;
  readonly name: string;
  readonly forms: readonly string[];
  readonly mentionCount: number;
}

/**
 * Adds an entity, which must be stored with its actor, to what is counted of the actor. The actor's name must be chosen
 * anew after.
 */
export function linkEntity(sql: Sql, entity: LinkedEntity): void {
  for (const form of entity.forms) {
    sql.run(
      `INSERT INTO aliases (actor_id, alias, alias_key, seen, named) VALUES (?, ?, ?, 1, ?)
        ON CONFLICT (actor_id, alias) DO UPDATE SET seen = seen + 1, named = named + excluded.named`,
      entity.actorId,
      form,
      foldName(form),
      form === entity.name ? 1 : 0,
    );
  }
  countPair(sql, entity, NOBODY);
}

/**
 * Takes entities that are about to go, or to become another actor's, out of what is counted of their actors: all of
 * them at once, for those of one article that are one actor are counted together. The actors' names must be chosen anew
 * after, which drops the forms that nobody has any more.
 */
export function unlinkEntities(sql: Sql, entities: readonly LinkedEntity[]): void {
  const leaving = new Set(entities.map((entity) => entity.id));
  const pairs = new Map<string, LinkedEntity>();
  for (const entity of entities) {
    for (const form of entity.forms)
      sql.run(
        'UPDATE aliases SET seen = seen - 1, named = named - ? WHERE actor_id = ? AND alias = ?',
        form === entity.name ? 1 : 0,
        entity.actorId,
        form,
      );
    pairs.set(`${entity.articleId} ${entity.actorId}`, entity);
  }
  for (const pair of pairs.values()) countPair(sql, pair, leaving);
}

const NOBODY: ReadonlySet<number> = new Set();

/**
 * Counts the entities that are one actor in one article, without those that leave: the first that is mentioned stands
 * for all of them in lists, and the article counts once. What was counted of them before is what their rows say, so it
 * does not matter how often or in which order they are counted.
 */
function countPair(
  sql: Sql,
  { articleId, actorId }: Pick<LinkedEntity, 'articleId' | 'actorId'>,
  leaving: ReadonlySet<number>,
): void {
  // The sign keeps SQLite from walking all that an actor has: an article has few entities.
  const rows = sql.all(
    `SELECT id, mention_count, listed_count FROM entities WHERE article_id = ? AND +actor_id = ?
      ORDER BY mention_count = 0, id`,
    articleId,
    actorId,
  );
  const staying = rows.filter((row) => !leaving.has(numberOr(row, 'id')));
  const before = rows.reduce((sum, row) => sum + numberOr(row, 'listed_count'), 0);
  const after = staying.reduce((sum, row) => sum + numberOr(row, 'mention_count'), 0);
  for (const row of rows) {
    const listed = row === staying[0] ? after : 0;
    if (numberOr(row, 'listed_count') !== listed)
      sql.run('UPDATE entities SET listed_count = ? WHERE id = ?', listed, numberOr(row, 'id'));
  }
  if (before === after) return;
  const articles = Number(after > 0) - Number(before > 0);
  sql.run(
    'UPDATE actors SET mention_count = mention_count + ?, article_count = article_count + ? WHERE id = ?',
    after - before,
    articles,
    actorId,
  );
}

/** The entities of an article, or of an actor. */
export function readLinked(
  sql: Sql,
  column: 'article_id' | 'actor_id',
  id: string,
): (LinkedEntity & { readonly key: string })[] {
  return sql
    .all(
      `SELECT id, key, article_id, actor_id, name, forms, mention_count FROM entities WHERE ${column} = ? ORDER BY id`,
      id,
    )
    .map((row) => {
      const forms: unknown = JSON.parse(textOr(row, 'forms'));
      return {
        id: numberOr(row, 'id'),
        key: textOr(row, 'key'),
        articleId: textOr(row, 'article_id'),
        actorId: textOr(row, 'actor_id'),
        name: textOr(row, 'name'),
        forms: Array.isArray(forms) ? forms.filter((form) => typeof form === 'string') : [],
        mentionCount: numberOr(row, 'mention_count'),
      };
    });
}

/** Part of the entities of an actor that must go by a name before its fullest form is taken from so few. */
const RARE = 0.1;

/**
 * The names that curators give: to the actor itself, by merging another into it, and to those that are merged into it
 * now. None to one that is merged away.
 */
const GIVEN = `WITH q AS (SELECT id, founder FROM actors WHERE id = ? AND merged_into IS NULL)
  SELECT 'OWN' AS origin, (SELECT r.name FROM renames r WHERE r.actor_id = q.id AND r.undone IS NULL
    ORDER BY r.id DESC LIMIT 1) AS name FROM q
  UNION ALL SELECT 'KEPT', (SELECT name FROM (
      SELECT j.id, j.name FROM judgements j WHERE j."right" = q.founder AND j.name IS NOT NULL AND j.undone IS NULL
      UNION ALL SELECT j.id, j.name FROM judgements j WHERE j."left" = q.founder AND j.name IS NOT NULL
        AND j.undone IS NULL) ORDER BY id DESC LIMIT 1) FROM q
  UNION ALL SELECT 'OTHER', (SELECT r.name FROM renames r WHERE r.actor_id = m.id AND r.undone IS NULL
    ORDER BY r.id DESC LIMIT 1) FROM q JOIN actors m ON m.merged_into = q.id`;

/**
 * Gives an actor its canonical name: the one that a curator gave it; else the one that it had when a curator merged
 * another into it; else the fullest that at least a tenth of its articles use, of equals the most used. A place goes by
 * the name most used. Names that curators gave are among its aliases also where no article has them, and no other form
 * is that no article has.
 */
export function nameActor(sql: Sql, actor: string): void {
  const { aliases, given, name } = readNames(sql, actor);
  const names = new Set(given.map((row) => row.name));
  for (const { alias, seen } of aliases)
    if (seen <= 0 && !names.has(alias)) sql.run('DELETE FROM aliases WHERE actor_id = ? AND alias = ?', actor, alias);
  const known = new Set(aliases.map(({ alias }) => alias));
  for (const missing of names)
    if (!known.has(missing))
      sql.run(
        'INSERT INTO aliases (actor_id, alias, alias_key, seen, named) VALUES (?, ?, ?, 0, 0)',
        actor,
        missing,
        foldName(missing),
      );
  const canonical = given.find(({ origin }) => origin === 'OWN')?.name ?? name;
  if (canonical !== null)
    sql.run(
      'UPDATE actors SET name = ?, name_key = ? WHERE id = ? AND name <> ?',
      canonical,
      foldName(canonical),
      actor,
      canonical,
    );
}

/**
 * The name that an actor has, or would have if no curator had given it another: what it keeps when another is merged
 * into it. Null for one without entities.
 */
export function usualNameOf(sql: Sql, actor: string): string | null {
  return readNames(sql, actor).name;
}

interface Alias {
  readonly alias: string;
  readonly seen: number;
  readonly named: number;
}

interface Names {
  readonly aliases: readonly Alias[];
  readonly given: readonly { readonly origin: string; readonly name: string }[];
  /** Its name but for renaming. */
  readonly name: string | null;
}

function readNames(sql: Sql, actor: string): Names {
  const given = sql
    .all(GIVEN, actor)
    .flatMap((row) => (row['name'] === null ? [] : [{ origin: textOr(row, 'origin'), name: textOr(row, 'name') }]));
  const rows = sql.all(
    `SELECT s.alias, s.seen, s.named, a.type FROM aliases s JOIN actors a ON a.id = s.actor_id WHERE s.actor_id = ?
      ORDER BY s.named DESC, s.alias`,
    actor,
  );
  const aliases = rows.map((row) => ({
    alias: textOr(row, 'alias'),
    seen: numberOr(row, 'seen'),
    named: numberOr(row, 'named'),
  }));
  const name =
    given.find(({ origin }) => origin === 'KEPT')?.name ?? chooseName(aliases, rows[0]?.['type'] === 'PLACE');
  return { aliases, given, name };
}

/** Of the forms of a name, the most used first, the one to go by. */
function chooseName(aliases: readonly Alias[], isPlace: boolean): string | null {
  const total = aliases.reduce((sum, { named }) => sum + named, 0);
  const names = aliases.filter(({ named }) => named > 0 && named >= total * RARE);
  const usual = names[0];
  if (!usual || isPlace) return usual?.alias ?? null;
  return names.reduce((best, other) => (wordsIn(other.alias) > wordsIn(best.alias) ? other : best), usual).alias;
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}

/** Removes an actor that no entity is left of, with the ids merged into it. */
export function removeIfEmpty(sql: Sql, actor: string): void {
  sql.run(
    `DELETE FROM actors WHERE id = ? AND merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM entities WHERE actor_id = actors.id)`,
    actor,
  );
}
