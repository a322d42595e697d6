import type { Article } from '../article/article.ts';
import type { Reading, TimeReference } from '../reading/reading.ts';
import type { Span } from '../span.ts';
import type { Sql, Value } from './database.ts';
import { makeId } from './ids.ts';
import { insert, wordsAt } from './insert.ts';
import { linkPositions } from './offices.ts';
import type { EntityOf } from './write-entities.ts';

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

/** Writes the positions of an article, and links them to the offices of their people. */
export function writePositions(sql: Sql, articleId: string, reading: Reading, entityOf: EntityOf): void {
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

/** Writes the statements of an article; gives their ids, in the order of the reading. */
export function writeStatements(
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

/** Writes the events of an article, each with the statement that asserts it, if any. */
export function writeEvents(
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
