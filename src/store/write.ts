import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import { foldName } from '../language/gazetteer.ts';
import type { Entity, Reading, TimeReference } from '../reading/reading.ts';
import type { Span } from '../span.ts';
import type { Sql, Value } from './database.ts';
import { affiliationsOf, findOrMakeActor, toCandidate } from './identities.ts';
import { makeId } from './ids.ts';
import { signText } from './similarity.ts';

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
  return createHash('sha256').update(JSON.stringify([title, url, publisher, authors, publishedAt, language, text])).digest('hex');
}

/** The id of an article: of its url where it has one, so that it stays when the text changes, and of all it came with otherwise. */
export function articleIdOf(article: Article): string {
  return article.url === null ? makeId('art', hashArticle(article)) : makeId('art', article.url);
}

/** Writes an article and everything read in it. Must run inside a transaction; an article with the same id must have been removed before. */
export function writeArticle(sql: Sql, { article, title, reading, wordCount, ingestedAt }: ReadArticle): string {
  const id = articleIdOf(article);
  insert(sql, 'articles', {
    id, hash: hashArticle(article), url: article.url, title, publisher: article.publisher, authors: JSON.stringify(article.authors), language: article.language,
    published_at: article.publishedAt, text: article.text, word_count: wordCount, ingested_at: ingestedAt, signature: signText(article.text),
  });
  const actors = writeEntities(sql, id, article, reading);
  const actorOf = (entity: number | null): string | null => (entity === null ? null : (actors[entity] ?? null));
  sql.run('UPDATE articles SET dateline_id = ?, publisher_id = ? WHERE id = ?', actorOf(reading.dateline), article.publisher === null ? null : writePublisher(sql, id, article, article.publisher), id);
  writePositions(sql, id, reading, actorOf);
  const statementIds = writeStatements(sql, id, article, reading, actorOf);
  writeEvents(sql, id, article, reading, actorOf, statementIds);
  for (const actor of new Set(actors)) recount(sql, actor);
  return id;
}

/** Takes an article out, and the actors that no other article has. Must run inside a transaction. False where there is none. */
export function removeArticle(sql: Sql, id: string): boolean {
  if (!sql.get('SELECT id FROM articles WHERE id = ?', id)) return false;
  const actors = sql.all('SELECT DISTINCT actor_id FROM entities WHERE article_id = ?', id).map((row) => String(row['actor_id']));
  for (const table of ['events', 'statements', 'positions', 'mentions', 'entities']) sql.run(`DELETE FROM ${table} WHERE article_id = ?`, id);
  sql.run('DELETE FROM articles WHERE id = ?', id);
  for (const actor of actors) recount(sql, actor);
  return true;
}

/** Brings an actor's counts up to date, and removes an actor that no entity is left of. */
export function recount(sql: Sql, actor: string): void {
  const row = sql.get('SELECT count(*) AS entities, count(DISTINCT article_id) AS articles, coalesce(sum(mention_count), 0) AS mentions FROM entities WHERE actor_id = ?', actor);
  if (Number(row?.['entities'] ?? 0) === 0) sql.run('DELETE FROM actors WHERE id = ?', actor);
  else sql.run('UPDATE actors SET mention_count = ?, article_count = ? WHERE id = ?', row?.['mentions'] ?? 0, row?.['articles'] ?? 0, actor);
}

function insert(sql: Sql, table: string, values: Readonly<Record<string, Value>>): void {
  const columns = Object.keys(values);
  sql.run(`INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, ...Object.values(values));
}

function writeEntities(sql: Sql, articleId: string, article: Article, reading: Reading): string[] {
  const actors = reading.entities.map((entity, number) => writeEntity(sql, articleId, article, entity, number, affiliationsOf(reading, number)));
  const entityId = (number: number): string => makeId('ent', articleId, String(number));
  reading.mentions.forEach((mention, ordinal) => {
    insert(sql, 'mentions', { article_id: articleId, ordinal, entity_id: entityId(mention.entity), actor_id: actors[mention.entity] ?? '', kind: mention.kind, ...wordsAt(article.text, mention.span) });
  });
  return actors;
}

function writeEntity(sql: Sql, articleId: string, article: Article, entity: Entity, number: number, affiliations: readonly string[]): string {
  const { id: actor, isNew } = findOrMakeActor(sql, toCandidate(entity, affiliations), entity.name, articleId);
  const names = [...new Set([entity.name, ...entity.aliases, ...(entity.type === 'ORGANISATION' && entity.acronym !== null ? [entity.acronym] : [])])];
  if (isNew) writeActor(sql, actor, entity);
  else improveActor(sql, actor, entity);
  const id = makeId('ent', articleId, String(number));
  insert(sql, 'entities', { id, article_id: articleId, actor_id: actor, type: entity.type, name: entity.name, mention_count: entity.mentions.length, published_at: article.publishedAt });
  for (const [ordinal, alias] of names.entries()) insert(sql, 'aliases', { entity_id: id, ordinal, actor_id: actor, alias, alias_key: foldName(alias) });
  return actor;
}

function writeActor(sql: Sql, id: string, entity: Entity): void {
  insert(sql, 'actors', { id, type: entity.type, name: entity.name, name_key: foldName(entity.name) });
  switch (entity.type) {
    case 'PERSON':
      insert(sql, 'people', { id });
      break;
    case 'ORGANISATION':
      insert(sql, 'organisations', { id, kind: entity.kind, acronym: entity.acronym, country_code: entity.countryCode });
      break;
    case 'PLACE':
      insert(sql, 'places', { id, kind: entity.kind, country_code: entity.countryCode, latitude: entity.latitude, longitude: entity.longitude });
      break;
  }
}

/** An actor goes by the fullest name that any article gives it, and takes over what an earlier article did not know. */
function improveActor(sql: Sql, id: string, entity: Entity): void {
  if (entity.type !== 'PLACE') {
    sql.run('UPDATE actors SET name = ?, name_key = ? WHERE id = ? AND length(?) > length(name)', entity.name, foldName(entity.name), id, entity.name);
  }
  if (entity.type === 'ORGANISATION') {
    sql.run(
      `UPDATE organisations SET acronym = coalesce(acronym, ?), country_code = coalesce(country_code, ?), kind = CASE WHEN kind = 'OTHER' THEN ? ELSE kind END WHERE id = ?`,
      entity.acronym, entity.countryCode, entity.kind, id,
    );
  }
}

/** The organisation that published an article, made where no article has named it yet. */
function writePublisher(sql: Sql, articleId: string, article: Article, name: string): string {
  const entity: Entity = { type: 'ORGANISATION', name, aliases: [], mentions: [], kind: 'MEDIA', acronym: null, countryCode: null };
  const actor = writeEntity(sql, articleId, article, entity, -1, []);
  recount(sql, actor);
  return actor;
}

function wordsAt(text: string, span: Span): { start: number; end: number; text: string } {
  return { start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

function writeSpans(sql: Sql, ownerId: string, articleId: string, role: 'EVIDENCE' | 'CONTENT', text: string, spans: readonly Span[]): void {
  for (const [ordinal, span] of spans.entries()) insert(sql, 'spans', { owner_id: ownerId, role, ordinal, article_id: articleId, ...wordsAt(text, span) });
}

function writePositions(sql: Sql, articleId: string, reading: Reading, actorOf: (entity: number | null) => string | null): void {
  reading.positions.forEach((position, number) => {
    const id = makeId('pos', articleId, String(number));
    insert(sql, 'positions', {
      id, article_id: articleId, person_id: actorOf(position.person), title: position.title, former: position.former ? 1 : 0, organisation_id: actorOf(position.organisation), place_id: actorOf(position.place),
    });
    writeSpans(sql, id, articleId, 'EVIDENCE', reading.document.text, position.evidence);
  });
}

function timeColumns(time: TimeReference | null): Record<string, Value> {
  return { time_text: time?.text ?? null, time_start: time?.start ?? null, time_end: time?.end ?? null, time_precision: time?.precision ?? null };
}

function sentenceText(reading: Reading, number: number): string {
  const sentence = reading.document.sentences[number];
  const { start, end } = reading.document.tokens;
  return sentence ? reading.document.text.slice(start[sentence.first], end[sentence.last]) : '';
}

function writeStatements(sql: Sql, articleId: string, article: Article, reading: Reading, actorOf: (entity: number | null) => string | null): string[] {
  const { text } = article;
  return reading.statements.map((statement, ordinal) => {
    const id = makeId('stm', articleId, String(ordinal));
    const slice = (span: Span | null): string | null => (span ? text.slice(span.start, span.end) : null);
    insert(sql, 'statements', {
      id, article_id: articleId, ordinal, published_at: article.publishedAt, kind: statement.kind, act: statement.act, text: statement.content.map((span) => text.slice(span.start, span.end)).join(' … '),
      cue: slice(statement.cue), source: slice(statement.source), via: slice(statement.via?.span ?? null), via_organisation_id: actorOf(statement.via?.entity ?? null), affiliation_id: actorOf(statement.affiliation),
      negated: statement.negated ? 1 : 0, place_id: actorOf(statement.place), ...timeColumns(statement.time), sentence: sentenceText(reading, statement.sentence), confidence: statement.confidence,
    });
    const roles = [['SPEAKER', statement.speakers], ['ADDRESSEE', statement.addressees], ['ABOUT', statement.about]] as const;
    for (const [role, entities] of roles) {
      [...new Set(entities.map(actorOf))].forEach((actor, place) => {
        if (actor !== null) insert(sql, 'statement_actors', { statement_id: id, role, ordinal: place, actor_id: actor, published_at: article.publishedAt });
      });
    }
    writeSpans(sql, id, articleId, 'CONTENT', text, statement.content);
    writeSpans(sql, id, articleId, 'EVIDENCE', text, statement.evidence);
    return id;
  });
}

function writeEvents(sql: Sql, articleId: string, article: Article, reading: Reading, actorOf: (entity: number | null) => string | null, statementIds: readonly string[]): void {
  const { text } = article;
  reading.events.forEach((event, ordinal) => {
    const id = makeId('evt', articleId, String(ordinal));
    insert(sql, 'events', {
      id, article_id: articleId, ordinal, published_at: article.publishedAt, type: event.type, mode: event.mode, status: event.status, summary: event.summary, start: event.trigger.start, end: event.trigger.end,
      trigger: text.slice(event.trigger.start, event.trigger.end), place_id: actorOf(event.place), statement_id: event.statement === null ? null : (statementIds[event.statement] ?? null), ...timeColumns(event.time),
      sentence: sentenceText(reading, event.sentence), confidence: event.confidence,
    });
    event.participants.forEach((participant, place) => {
      insert(sql, 'event_participants', { event_id: id, ordinal: place, role: participant.role, actor_id: actorOf(participant.entity), published_at: article.publishedAt, ...wordsAt(text, participant.span) });
    });
    writeSpans(sql, id, articleId, 'EVIDENCE', text, event.evidence);
  });
}
