import type { Span } from '../span.ts';
import type { EntityType, EventParticipant, ParticipantRole, Reading, TimeReference } from '../reading/reading.ts';

/** A reference to an entity of the same article. */
export interface EntityReference {
  readonly key: string;
  readonly name: string;
}

interface PrintedSpan {
  readonly start: number;
  readonly end: number;
}

const KEY_LETTERS: Readonly<Record<EntityType, string>> = { PERSON: 'p', ORGANISATION: 'o', PLACE: 'l' };

/**
 * A reading as `extract` prints it: plain JSON whose offsets are UTF-16 code units of the text as given. Keys hold
 * within one article.
 */
export function printReading(id: string | number, reading: Reading) {
  const { document, entities, mentions } = reading;
  const at = (span: Span): PrintedSpan => ({ start: span.start, end: span.end });
  const words = (span: Span): string => document.text.slice(span.start, span.end);
  const refer = (number: number | null): EntityReference | null => {
    const entity = number === null ? undefined : entities[number];
    return entity ? { key: `${KEY_LETTERS[entity.type]}${number}`, name: entity.name } : null;
  };
  const referAll = (numbers: readonly number[]): EntityReference[] => numbers.flatMap((number) => refer(number) ?? []);
  const list = (type: EntityType) =>
    entities.flatMap((entity, number) =>
      entity.type === type
        ? [
            {
              key: `${KEY_LETTERS[type]}${number}`,
              name: entity.name,
              mentions: entity.mentions.flatMap((mention) => {
                const found = mentions[mention];
                return found ? [{ ...at(found.span), kind: found.kind }] : [];
              }),
            },
          ]
        : [],
    );
  const take = (participants: readonly EventParticipant[], role: ParticipantRole): EntityReference[] =>
    participants.flatMap((participant) => (participant.role === role ? (refer(participant.entity) ?? []) : []));
  const date = (time: TimeReference | null) =>
    time ? { text: time.text, start: time.start, end: time.end, precision: time.precision } : null;
  return {
    id,
    people: list('PERSON'),
    organisations: list('ORGANISATION'),
    places: list('PLACE'),
    positions: reading.positions.map((position) => ({
      person: refer(position.person)?.key ?? '',
      title: position.title,
      of: refer(position.organisation ?? position.place)?.name ?? null,
    })),
    statements: reading.statements.map((statement) => ({
      kind: statement.kind,
      act: statement.act,
      content: statement.content.map(at),
      cue: statement.cue && at(statement.cue),
      source: statement.source && at(statement.source),
      speaker: refer(statement.speakers[0] ?? null),
      speakers: referAll(statement.speakers),
      addressee: refer(statement.addressees[0] ?? null),
      via: statement.via && words(statement.via.span),
      confidence: statement.confidence,
    })),
    events: reading.events.map((event) => ({
      type: event.type,
      status: event.status,
      trigger: at(event.trigger),
      actors: take(event.participants, 'ACTOR'),
      recipients: take(event.participants, 'RECIPIENT'),
      place: refer(event.place)?.name ?? null,
      date: date(event.time),
    })),
    // Nearly all news has none.
    ...(reading.bounds.length > 0 ? { bounds: reading.bounds } : {}),
  };
}
