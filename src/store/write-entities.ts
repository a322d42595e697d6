import type { Article } from '../article/article.ts';
import { foldName } from '../language/naming/gazetteer.ts';
import type { Candidate } from '../identity/candidate.ts';
import type { Entity, EntityType, Reading } from '../reading/reading.ts';
import type { Sql } from './database.ts';
import { findOrMakeActor, NO_OFFICES, officesOf, toCandidate } from './identities.ts';
import { makeId } from './ids.ts';
import { insert, wordsAt } from './insert.ts';
import { linkEntity, nameActor } from './links.ts';

/** An article with its reading, ready to be stored. */
export interface ReadArticle {
  readonly article: Article;
  readonly title: string;
  readonly reading: Reading;
  readonly wordCount: number;
  readonly ingestedAt: string;
}

/** The row of an entity of the reading, by its number there; null for none. */
export type EntityOf = (entity: number | null) => number | null;

/**
 * The order of writing: places, then organisations, then people, who hold offices in both and are recognised by them.
 */
const ORDER: readonly EntityType[] = ['PLACE', 'ORGANISATION', 'PERSON'];

/** Writes the entities of an article, with their mentions and actors; its publisher is one of them, or one more. */
export function writeEntities(
  sql: Sql,
  articleId: string,
  read: ReadArticle,
): { entityOf: EntityOf; publisher: number | null } {
  const { article, reading } = read;
  const rows = new Map<number, { entity: number; actor: string }>();
  const actorOf = (number: number | null): string | null =>
    number === null ? null : (rows.get(number)?.actor ?? null);
  const keys = new Set<string>();
  const write = (entity: Entity, number: number): number => {
    const offices = entity.type === 'PERSON' ? officesOf(reading, number, actorOf) : NO_OFFICES;
    const company = [...new Set([...rows.values()].map((row) => row.actor))];
    const key = freeKey(keys, articleId, entity);
    const candidate = toCandidate(entity, offices, company);
    const row = writeEntity(sql, read, { articleId, ordinal: number, key, entity, candidate });
    rows.set(number, row);
    return row.entity;
  };
  for (const type of ORDER) {
    reading.entities.forEach((entity, number) => {
      if (entity.type === type) write(entity, number);
    });
  }
  const entityOf: EntityOf = (number) => (number === null ? null : (rows.get(number)?.entity ?? null));
  for (const mention of reading.mentions)
    insert(sql, 'mentions', {
      entity_id: entityOf(mention.entity),
      kind: mention.kind,
      ...wordsAt(article.text, mention.span),
    });
  const name = article.publisher;
  if (name === null) return { entityOf, publisher: null };
  const named = reading.entities.findIndex(
    (entity) =>
      entity.type === 'ORGANISATION' &&
      [entity.name, ...entity.aliases].some((form) => foldName(form) === foldName(name)),
  );
  const publisher: Entity = {
    type: 'ORGANISATION',
    name,
    aliases: [],
    mentions: [],
    kind: 'MEDIA',
    acronym: null,
    countryCode: null,
  };
  return { entityOf, publisher: named >= 0 ? entityOf(named) : write(publisher, reading.entities.length) };
}

/**
 * A key made of type and name, and of a number where an article has namesakes: reading the article again gives the
 * same.
 */
function freeKey(keys: Set<string>, articleId: string, entity: Entity): string {
  for (let copy = 0; ; copy += 1) {
    const key = makeId('ent', articleId, entity.type, foldName(entity.name), String(copy));
    if (keys.has(key)) continue;
    keys.add(key);
    return key;
  }
}

interface NewEntity {
  readonly articleId: string;
  readonly ordinal: number;
  readonly key: string;
  readonly entity: Entity;
  readonly candidate: Candidate;
}

function writeEntity(
  sql: Sql,
  { article, ingestedAt }: ReadArticle,
  { articleId, ordinal, key, entity, candidate }: NewEntity,
): { entity: number; actor: string } {
  const { id: actor, isNew } = findOrMakeActor(sql, { key, name: entity.name, candidate, at: ingestedAt });
  if (isNew) writeActor(sql, actor, key, entity);
  else improveActor(sql, actor, entity);
  const forms = [
    ...new Set([
      entity.name,
      ...entity.aliases,
      ...(entity.type === 'ORGANISATION' && entity.acronym !== null ? [entity.acronym] : []),
    ]),
  ];
  const row = { articleId, actorId: actor, name: entity.name, forms, mentionCount: entity.mentions.length };
  const id = insert(sql, 'entities', {
    key,
    article_id: articleId,
    actor_id: actor,
    type: entity.type,
    name: entity.name,
    forms: JSON.stringify(forms),
    mention_count: row.mentionCount,
    listed_count: 0,
    ordinal,
    published_key: article.publishedAt ?? '',
  });
  linkEntity(sql, { id, ...row });
  nameActor(sql, actor);
  return { entity: id, actor };
}

function writeActor(sql: Sql, id: string, founder: string, entity: Entity): void {
  insert(sql, 'actors', { id, type: entity.type, name: entity.name, name_key: foldName(entity.name), founder });
  switch (entity.type) {
    case 'PERSON':
      insert(sql, 'people', { id });
      break;
    case 'ORGANISATION':
      insert(sql, 'organisations', {
        id,
        kind: entity.kind,
        acronym: entity.acronym,
        country_code: entity.countryCode,
      });
      break;
    case 'PLACE':
      insert(sql, 'places', {
        id,
        kind: entity.kind,
        country_code: entity.countryCode,
        latitude: entity.latitude,
        longitude: entity.longitude,
      });
      break;
  }
}

/** An actor takes over what an earlier article did not know. */
function improveActor(sql: Sql, id: string, entity: Entity): void {
  if (entity.type !== 'ORGANISATION') return;
  sql.run(
    `UPDATE organisations SET acronym = coalesce(acronym, ?), country_code = coalesce(country_code, ?),
      kind = CASE WHEN kind = 'OTHER' THEN ? ELSE kind END
      WHERE id = ? AND (acronym IS NULL OR country_code IS NULL OR kind = 'OTHER')`,
    entity.acronym,
    entity.countryCode,
    entity.kind,
    id,
  );
}
