import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import { foldName } from '../language/naming/gazetteer.ts';
import type { Candidate } from '../identity/candidate.ts';
import type { Entity, EntityType, Reading, TimeReference } from '../reading/reading.ts';
import type { Span } from '../span.ts';
import type { Sql, Value } from './database.ts';
import { findOrMakeActor, NO_OFFICES, officesOf, toCandidate } from './identities.ts';
import { makeId } from './ids.ts';
import { withdrawMachine } from './judgements.ts';
import { linkEntity, nameActor, readLinked, removeIfEmpty, unlinkEntities } from './links.ts';
import { linkPositions, rebuildOffices } from './offices.ts';
import { bandsOf, signText } from './similarity.ts';

/** An article with its reading, ready to be stored. */
export interface ReadArticle {
  readonly article: Article;
  readonly title: string;
  readonly reading: Reading;
  readonly wordCount: number;
  readonly ingestedAt: string;
}

/** A hash of all that an article came with: the same article has the same. */
export function hashArticle(article: Article): string {
  const { title, url, publisher, authors, publishedAt, language, text } = article;
  return createHash('sha256')
    .update(JSON.stringify([title, url, publisher, authors, publishedAt, language, text]))
    .digest('hex');
}

/**
 * The id of an article: of its url where it has one, so that it stays when the text changes, and of all it came with
 * otherwise.
 */
export function articleIdOf(article: Article): string {
  return article.url === null ? makeId('art', hashArticle(article)) : makeId('art', article.url);
}

/**
 * Writes an article and everything read in it. Must run inside a transaction; an article with the same id must have
 * been removed before.
 */
export function writeArticle(sql: Sql, read: ReadArticle): string {
  const { article, title, reading, wordCount, ingestedAt } = read;
  const id = articleIdOf(article);
  const signature = signText(article.text);
  insert(sql, 'articles', {
    id,
    hash: hashArticle(article),
    url: article.url,
    title,
    publisher: article.publisher,
    authors: JSON.stringify(article.authors),
    language: article.language,
    published_at: article.publishedAt,
    published_key: article.publishedAt ?? '',
    word_count: wordCount,
    ingested_at: ingestedAt,
    signature,
    text: article.text,
  });
  for (const band of bandsOf(signature))
    sql.run('INSERT OR IGNORE INTO article_bands (band, article_id) VALUES (?, ?)', band, id);
  const { entityOf, publisher } = writeEntities(sql, id, read);
  sql.run(
    'UPDATE articles SET dateline_entity = ?, publisher_entity = ? WHERE id = ?',
    entityOf(reading.dateline),
    publisher,
    id,
  );
  writePositions(sql, id, reading, entityOf);
  const statementIds = writeStatements(sql, id, article, reading, entityOf);
  writeEvents(sql, id, article, reading, entityOf, statementIds);
  return id;
}

/**
 * Takes an article out, and the actors that no other article has. Must run inside a transaction. False where there is
 * none.
 */
export function removeArticle(sql: Sql, id: string, at: string): boolean {
  if (!sql.get('SELECT 1 AS found FROM articles WHERE id = ?', id)) return false;
  withdrawMachine(sql, id, at);
  const entities = readLinked(sql, 'article_id', id);
  unlinkEntities(sql, entities);
  sql.run('DELETE FROM articles WHERE id = ?', id);
  const actors = [...new Set(entities.map((entity) => entity.actorId))];
  for (const actor of actors) {
    removeIfEmpty(sql, actor);
    nameActor(sql, actor);
  }
  rebuildOffices(sql, actors);
  return true;
}

function insert(sql: Sql, table: string, values: Readonly<Record<string, Value>>): number {
  const columns = Object.keys(values);
  return sql.run(
    `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    ...Object.values(values),
  ).id;
}

type EntityOf = (entity: number | null) => number | null;

/**
 * What is known of others tells who somebody is: places first, then organisations, then people, who hold offices in
 * both.
 */
const ORDER: readonly EntityType[] = ['PLACE', 'ORGANISATION', 'PERSON'];

function writeEntities(
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

/** The same after the article was read again: made of type and name, and counted where an article has namesakes. */
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
    `UPDATE organisations SET acronym = coalesce(acronym, ?), country_code = coalesce(country_code, ?), kind = CASE WHEN kind = 'OTHER' THEN ? ELSE kind END WHERE id = ? AND (acronym IS NULL OR country_code IS NULL OR kind = 'OTHER')`,
    entity.acronym,
    entity.countryCode,
    entity.kind,
    id,
  );
}

function wordsAt(text: string, span: Span): { start: number; end: number; text: string } {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

function writeSpans(
  sql: Sql,
  ownerId: string,
  articleId: string,
  role: 'EVIDENCE' | 'CONTENT',
  text: string,
  spans: readonly Span[],
): void {
  for (const [ordinal, span] of spans.entries())
    insert(sql, 'spans', { owner_id: ownerId, role, ordinal, article_id: articleId, ...wordsAt(text, span) });
}

function writePositions(sql: Sql, articleId: string, reading: Reading, entityOf: EntityOf): void {
  reading.positions.forEach((position, number) => {
    const id = makeId('pos', articleId, String(number));
    const columns = { title: position.title, former: position.former ? 1 : 0 };
    const person = entityOf(position.person);
    insert(sql, 'positions', {
      id,
      article_id: articleId,
      person_entity: person,
      ...columns,
      organisation_entity: entityOf(position.organisation),
      place_entity: entityOf(position.place),
    });
    writeSpans(sql, id, articleId, 'EVIDENCE', reading.document.text, position.evidence);
  });
  linkPositions(sql, articleId);
}

function timeColumns(time: TimeReference | null): Record<string, Value> {
  return {
    time_text: time?.text ?? null,
    time_start: time?.start ?? null,
    time_end: time?.end ?? null,
    time_precision: time?.precision ?? null,
  };
}

function sentenceText(reading: Reading, number: number): string {
  const sentence = reading.document.sentences[number];
  const { start, end } = reading.document.tokens;
  return sentence ? reading.document.text.slice(start[sentence.first], end[sentence.last]) : '';
}

function writeStatements(
  sql: Sql,
  articleId: string,
  article: Article,
  reading: Reading,
  entityOf: EntityOf,
): string[] {
  const { text } = article;
  return reading.statements.map((statement, ordinal) => {
    const id = makeId('stm', articleId, String(ordinal));
    const slice = (span: Span | null): string | null => (span ? text.slice(span.start, span.end) : null);
    insert(sql, 'statements', {
      id,
      article_id: articleId,
      ordinal,
      published_key: article.publishedAt ?? '',
      kind: statement.kind,
      act: statement.act,
      text: statement.content.map((span) => text.slice(span.start, span.end)).join(' … '),
      cue: slice(statement.cue),
      source: slice(statement.source),
      via: slice(statement.via?.span ?? null),
      via_entity: entityOf(statement.via?.entity ?? null),
      affiliation_entity: entityOf(statement.affiliation),
      negated: statement.negated ? 1 : 0,
      place_entity: entityOf(statement.place),
      ...timeColumns(statement.time),
      sentence: sentenceText(reading, statement.sentence),
      confidence: statement.confidence,
    });
    const roles = [
      ['SPEAKER', statement.speakers],
      ['ADDRESSEE', statement.addressees],
      ['ABOUT', statement.about],
    ] as const;
    for (const [role, entities] of roles) {
      [...new Set(entities.map(entityOf))].forEach((entity, place) => {
        if (entity !== null)
          insert(sql, 'statement_actors', {
            statement_id: id,
            role,
            ordinal: place,
            entity_id: entity,
            position: ordinal,
          });
      });
    }
    writeSpans(sql, id, articleId, 'CONTENT', text, statement.content);
    writeSpans(sql, id, articleId, 'EVIDENCE', text, statement.evidence);
    return id;
  });
}

function writeEvents(
  sql: Sql,
  articleId: string,
  article: Article,
  reading: Reading,
  entityOf: EntityOf,
  statementIds: readonly string[],
): void {
  const { text } = article;
  reading.events.forEach((event, ordinal) => {
    const id = makeId('evt', articleId, String(ordinal));
    insert(sql, 'events', {
      id,
      article_id: articleId,
      ordinal,
      published_key: article.publishedAt ?? '',
      type: event.type,
      mode: event.mode,
      status: event.status,
      summary: event.summary,
      start: event.trigger.start,
      end: event.trigger.end,
      trigger: text.slice(event.trigger.start, event.trigger.end),
      place_entity: entityOf(event.place),
      statement_id: event.statement === null ? null : (statementIds[event.statement] ?? null),
      ...timeColumns(event.time),
      date_key: event.time?.start ?? '',
      sentence: sentenceText(reading, event.sentence),
      confidence: event.confidence,
    });
    event.participants.forEach((participant, place) => {
      insert(sql, 'event_participants', {
        event_id: id,
        ordinal: place,
        role: participant.role,
        entity_id: entityOf(participant.entity),
        position: ordinal,
        ...wordsAt(text, participant.span),
      });
    });
    writeSpans(sql, id, articleId, 'EVIDENCE', text, event.evidence);
  });
}
