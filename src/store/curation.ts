import { DatelineError } from '../errors.ts';
import { foldName } from '../language/naming/gazetteer.ts';
import type { Sql } from './database.ts';
import { readGivenName } from './given-name.ts';
import { makeId, PREFIX_OF_TYPE } from './ids.ts';
import { findJoined, judge, withdraw } from './judgements.ts';
import {
  type LinkedEntity,
  linkEntity,
  nameActor,
  readLinked,
  removeIfEmpty,
  unlinkEntities,
  usualNameOf,
} from './links.ts';
import { Nodes } from './nodes.ts';
import { rebuildOffices } from './offices.ts';
import type { ActorRecord } from './records.ts';
import { oneOf, textOr } from './row-values.ts';
import { ENTITY_TYPES } from '../reading/reading.ts';

/** Who decides, and when. */
export interface Curator {
  readonly by: string;
  readonly at: string;
}

/** What a curator decided: `id` takes it back. */
export interface Decision {
  readonly id: string;
  /** The actor as it is now. */
  readonly actor: ActorRecord;
}

/**
 * Curators' decisions. They outrank the machine's, outlive the articles that they are about, and can be taken back.
 * Every method must run inside a transaction.
 */
export class Curation {
  readonly #sql: Sql;
  readonly #nodes: Nodes;

  constructor(sql: Sql) {
    this.#sql = sql;
    this.#nodes = new Nodes(sql);
  }

  /**
   * Makes two actors one: the second keeps its name, and the first's becomes an alias; the id of the first goes on
   * working. Throws NOT_FOUND, and INVALID_INPUT where they are one already or of different types.
   */
  mergeActors(from: string, into: string, { by, at }: Curator): Decision {
    const [lost, kept] = [this.#need(from), this.#need(into)];
    if (lost.id === kept.id) throw new DatelineError('INVALID_INPUT', `${from} and ${into} are one actor already.`);
    if (lost.type !== kept.type)
      throw new DatelineError(
        'INVALID_INPUT',
        `A ${lost.type.toLowerCase()} and a ${kept.type.toLowerCase()} cannot be one actor.`,
      );
    const judgement = judge(this.#sql, {
      left: lost.founder,
      right: kept.founder,
      verdict: 'SAME',
      by,
      at,
      name: usualNameOf(this.#sql, kept.id),
    });
    this.#sql.run('UPDATE actors SET merged_into = ? WHERE id = ? OR merged_into = ?', kept.id, lost.id, lost.id);
    this.#move(readLinked(this.#sql, 'actor_id', lost.id), kept.id);
    for (const actor of [lost.id, kept.id]) nameActor(this.#sql, actor);
    return { id: `same_${judgement}`, actor: this.#read(kept.id) };
  }

  /** Gives an actor another canonical name. Throws NOT_FOUND, and INVALID_INPUT for a name that is none. */
  renameActor(id: string, name: string, { by, at }: Curator): Decision {
    const given = readGivenName(name);
    const actor = this.#need(id);
    const rename = this.#sql.run(
      'INSERT INTO renames (actor_id, name, by, at) VALUES (?, ?, ?, ?)',
      actor.id,
      given,
      by,
      at,
    ).id;
    nameActor(this.#sql, actor.id);
    return { id: `name_${rename}`, actor: this.#read(actor.id) };
  }

  /**
   * Takes a decision back, a curator's or the machine's; the actors that it was about, as they are now. Throws
   * NOT_FOUND where there is none that holds.
   */
  undo(decision: string, curator: Curator): ActorRecord[] {
    const [, kind, digits] = /^(same|name)_(\d{1,15})$/.exec(decision) ?? [];
    if (digits === undefined)
      throw new DatelineError(
        'INVALID_INPUT',
        `"${decision.slice(0, 80)}" is no decision.`,
        'Use the id that came with the decision.',
      );
    const actors =
      kind === 'name' ? this.#undoRename(Number(digits), curator) : this.#undoJudgement(Number(digits), curator);
    if (!actors) throw new DatelineError('NOT_FOUND', `There is no decision ${decision} that holds.`);
    return this.#nodes.actors(actors).filter((actor) => actor !== null);
  }

  #undoRename(id: number, { at }: Curator): string[] | null {
    const row = this.#sql.get('SELECT actor_id, name FROM renames WHERE id = ? AND undone IS NULL', id);
    if (!row) return null;
    const actor = textOr(row, 'actor_id');
    this.#sql.run('UPDATE renames SET undone = ? WHERE id = ?', at, id);
    const now = this.#sql.get('SELECT coalesce(merged_into, id) AS id FROM actors WHERE id = ?', actor);
    nameActor(this.#sql, now ? textOr(now, 'id') : actor);
    return [actor];
  }

  /** The machine would decide again as it did, so against it the opposite is set down. */
  #undoJudgement(id: number, { by, at }: Curator): string[] | null {
    const undone = withdraw(this.#sql, id, at);
    if (!undone) return null;
    const { left, right, verdict } = undone;
    if (undone.by === 'machine')
      judge(this.#sql, { left, right, verdict: verdict === 'SAME' ? 'DIFFERENT' : 'SAME', by, at });
    // The names that it kept fall with it, also where an actor has been split since.
    for (const row of this.#sql.all('SELECT id FROM actors WHERE founder IN (?, ?)', left, right))
      nameActor(this.#sql, textOr(row, 'id'));
    const actor = this.#actorOf(left) ?? this.#actorOf(right);
    return verdict === 'DIFFERENT' || actor === null ? [] : this.#split(actor, left, right);
  }

  /** The actor that an entity belongs to, or that it has founded. */
  #actorOf(key: string): string | null {
    const row = this.#sql.get(
      `SELECT actor_id FROM entities WHERE key = ? UNION ALL SELECT coalesce(merged_into, id) FROM actors
        WHERE founder = ? LIMIT 1`,
      key,
      key,
    );
    return row ? textOr(row, 'actor_id') : null;
  }

  /**
   * Parts an actor where the judgements that still stand no longer join it: the part without its founder leaves, under
   * the id that it had before.
   */
  #split(actor: string, left: string, right: string): string[] {
    const joined = findJoined(this.#sql, left);
    if (joined.has(right)) return [actor];
    const { founder, type } = this.#need(actor);
    const leaving = joined.has(founder) ? findJoined(this.#sql, right) : joined;
    const entities = readLinked(this.#sql, 'actor_id', actor).filter((entity) => leaving.has(entity.key));
    const former = this.#sql
      .all('SELECT id, founder FROM actors WHERE merged_into = ? ORDER BY id', actor)
      .filter((row) => leaving.has(textOr(row, 'founder')));
    const revived = former.find((row) => [left, right].includes(textOr(row, 'founder'))) ?? former[0];
    const first = entities[0];
    if (!revived && !first) return [actor];
    const id = revived
      ? textOr(revived, 'id')
      : makeId(PREFIX_OF_TYPE[type], foldName(first?.name ?? ''), first?.key ?? '');
    if (!revived && first) this.#makeTwin(id, actor, first);
    for (const row of former)
      this.#sql.run(
        'UPDATE actors SET merged_into = ? WHERE id = ?',
        textOr(row, 'id') === id ? null : id,
        textOr(row, 'id'),
      );
    this.#move(entities, id);
    for (const part of [id, actor]) {
      nameActor(this.#sql, part);
      removeIfEmpty(this.#sql, part);
    }
    return [id, actor];
  }

  /** A new actor of the same type, with what is known of the one that it was taken for. */
  #makeTwin(id: string, actor: string, { name, key }: LinkedEntity & { readonly key: string }): void {
    this.#sql.run(
      'INSERT INTO actors (id, type, name, name_key, founder) SELECT ?, type, ?, ?, ? FROM actors WHERE id = ?',
      id,
      name,
      foldName(name),
      key,
      actor,
    );
    this.#sql.run('INSERT INTO people (id) SELECT ? FROM people WHERE id = ?', id, actor);
    this.#sql.run(
      `INSERT INTO organisations (id, kind, acronym, country_code) SELECT ?, kind, acronym, country_code
        FROM organisations WHERE id = ?`,
      id,
      actor,
    );
    this.#sql.run(
      `INSERT INTO places (id, kind, country_code, latitude, longitude)
        SELECT ?, kind, country_code, latitude, longitude FROM places WHERE id = ?`,
      id,
      actor,
    );
  }

  #move(entities: readonly LinkedEntity[], actor: string): void {
    unlinkEntities(this.#sql, entities);
    for (const entity of entities) {
      this.#sql.run('UPDATE entities SET actor_id = ? WHERE id = ?', actor, entity.id);
      linkEntity(this.#sql, { ...entity, actorId: actor });
    }
    const ids = JSON.stringify(entities.map((entity) => entity.id));
    const people = this.#sql.all(
      `SELECT DISTINCT e.actor_id FROM json_each(?) q CROSS JOIN positions p ON p.organisation_entity = q.value
        OR p.place_entity = q.value JOIN entities e ON e.id = p.person_entity`,
      ids,
    );
    rebuildOffices(this.#sql, [
      ...new Set([...people.map((row) => textOr(row, 'actor_id')), ...entities.map((entity) => entity.actorId), actor]),
    ]);
  }

  #need(id: string): { id: string; type: ActorRecord['type']; founder: string } {
    const row = this.#sql.get(
      `SELECT t.id, t.type, t.founder FROM actors m JOIN actors t ON t.id = coalesce(m.merged_into, m.id)
        WHERE m.id = ?`,
      id,
    );
    if (!row) throw new DatelineError('NOT_FOUND', `There is no actor ${id}.`);
    return { id: textOr(row, 'id'), type: oneOf(row, 'type', ENTITY_TYPES), founder: textOr(row, 'founder') };
  }

  #read(id: string): ActorRecord {
    const actor = this.#nodes.actors([id])[0];
    if (!actor) throw new DatelineError('INTERNAL', `The actor ${id} is gone.`);
    return actor;
  }
}
