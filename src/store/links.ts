import { foldName } from '../language/gazetteer.ts';
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

/** Adds an entity, which must be stored with its actor, to what is counted of the actor. */
export function linkEntity(sql: Sql, entity: LinkedEntity): void {
  for (const form of entity.forms) {
    sql.run(
      'INSERT INTO aliases (actor_id, alias, alias_key, seen, named) VALUES (?, ?, ?, 1, ?) ON CONFLICT (actor_id, alias) DO UPDATE SET seen = seen + 1, named = named + excluded.named',
      entity.actorId,
      form,
      foldName(form),
      form === entity.name ? 1 : 0,
    );
  }
  countEntity(sql, entity, 1);
}

/** Takes an entity that is about to go, or to become another actor's, out of what is counted of its actor. */
export function unlinkEntity(sql: Sql, entity: LinkedEntity): void {
  for (const form of entity.forms) sql.run('UPDATE aliases SET seen = seen - 1, named = named - ? WHERE actor_id = ? AND alias = ?', form === entity.name ? 1 : 0, entity.actorId, form);
  sql.run('DELETE FROM aliases WHERE actor_id = ? AND seen <= 0 AND alias NOT IN (SELECT name FROM renames WHERE actor_id = aliases.actor_id AND undone IS NULL)', entity.actorId);
  sql.run('UPDATE entities SET listed_count = 0 WHERE id = ?', entity.id);
  countEntity(sql, { ...entity, mentionCount: -entity.mentionCount }, -1);
}

/** The first entity of an actor in an article stands for all of them there in lists, and the article counts once. */
function countEntity(sql: Sql, { id, articleId, actorId, mentionCount }: LinkedEntity, step: 1 | -1): void {
  const own = sql
    .all('SELECT id, mention_count FROM entities WHERE article_id = ? AND actor_id = ? ORDER BY mention_count = 0, id', articleId, actorId)
    .filter((row) => step === 1 || row['id'] !== id);
  const total = own.reduce((sum, row) => sum + numberOr(row, 'mention_count'), 0);
  own.forEach((row, place) => {
    sql.run('UPDATE entities SET listed_count = ? WHERE id = ? AND listed_count <> ?', place === 0 ? total : 0, numberOr(row, 'id'), place === 0 ? total : 0);
  });
  const isOnly = step === 1 ? total > 0 && total === mentionCount : total === 0 && mentionCount < 0;
  sql.run('UPDATE actors SET mention_count = mention_count + ?, article_count = article_count + ? WHERE id = ?', mentionCount, isOnly ? step : 0, actorId);
}

/** The entities of an article, or of an actor. */
export function readLinked(sql: Sql, column: 'article_id' | 'actor_id', id: string): (LinkedEntity & { readonly key: string })[] {
  return sql.all(`SELECT id, key, article_id, actor_id, name, forms, mention_count FROM entities WHERE ${column} = ? ORDER BY id`, id).map((row) => {
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
 * Gives an actor its canonical name: the one that a curator gave it; else the fullest that at least a tenth of its articles use, of equals the most used. A place goes by the
 * name most used.
 */
export function nameActor(sql: Sql, actor: string): void {
  const given = sql.get('SELECT name FROM renames WHERE actor_id = ? AND undone IS NULL ORDER BY id DESC LIMIT 1', actor);
  const name = given ? textOr(given, 'name') : chooseName(sql, actor);
  if (given && name !== null)
    sql.run('INSERT INTO aliases (actor_id, alias, alias_key, seen, named) SELECT id, ?, ?, 0, 0 FROM actors WHERE id = ? ON CONFLICT DO NOTHING', name, foldName(name), actor);
  if (name !== null) sql.run('UPDATE actors SET name = ?, name_key = ? WHERE id = ? AND name <> ?', name, foldName(name), actor, name);
}

function chooseName(sql: Sql, actor: string): string | null {
  const rows = sql.all('SELECT s.alias, s.named, a.type FROM aliases s JOIN actors a ON a.id = s.actor_id WHERE s.actor_id = ? AND s.named > 0 ORDER BY s.named DESC, s.alias', actor);
  const total = rows.reduce((sum, row) => sum + numberOr(row, 'named'), 0);
  const names = rows.filter((row) => numberOr(row, 'named') >= total * RARE);
  const usual = names[0];
  if (!usual) return null;
  if (usual['type'] === 'PLACE') return textOr(usual, 'alias');
  const fullest = names.reduce((best, row) => (wordsIn(textOr(row, 'alias')) > wordsIn(textOr(best, 'alias')) ? row : best), usual);
  return textOr(fullest, 'alias');
}

function wordsIn(name: string): number {
  return name.split(' ').length;
}

/** Removes an actor that no entity is left of, with the ids merged into it. */
export function removeIfEmpty(sql: Sql, actor: string): void {
  sql.run('DELETE FROM actors WHERE id = ? AND merged_into IS NULL AND NOT EXISTS (SELECT 1 FROM entities WHERE actor_id = actors.id)', actor);
}

/** Puts the roles of people together again from the positions of their articles. */
export function rebuildOffices(sql: Sql, people: readonly string[]): void {
  const ids = JSON.stringify(people);
  sql.run('DELETE FROM offices WHERE person_id IN (SELECT value FROM json_each(?))', ids);
  sql.run(
    `INSERT INTO offices (person_id, title, former, organisation_id, place_id, seen, position_id)
     SELECT e.actor_id, min(p.title), p.former, o.actor_id, l.actor_id, count(DISTINCT p.article_id), min(p.id)
     FROM json_each(?) q CROSS JOIN entities e ON e.actor_id = q.value CROSS JOIN positions p ON p.person_entity = e.id
     LEFT JOIN entities o ON o.id = p.organisation_entity LEFT JOIN entities l ON l.id = p.place_entity
     GROUP BY e.actor_id, lower(p.title), p.former, o.actor_id, l.actor_id`,
    ids,
  );
}
