import { createHash } from 'node:crypto';
import type { Article } from '../article/article.ts';
import type { Sql } from './database.ts';
import { makeId } from './ids.ts';
import { insert } from './insert.ts';
import { withdrawMachine } from './judgements.ts';
import { nameActor, readLinked, removeIfEmpty, unlinkEntities } from './links.ts';
import { rebuildOffices } from './offices.ts';
import { bandsOf, signText } from './similarity.ts';
import { type ReadArticle, writeEntities } from './write-entities.ts';
import { writeEvents, writePositions, writeStatements } from './write-facts.ts';

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
