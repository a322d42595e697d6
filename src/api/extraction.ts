import type { EntityType, EventParticipant, ParticipantRole, Reading } from '../reading/reading.ts';
import type { Span } from '../span.ts';

const LETTERS: Readonly<Record<EntityType, string>> = { PERSON: 'p', ORGANISATION: 'o', PLACE: 'l' };

/** A reading as the type `Extraction` of the schema. Keys hold within it. */
export function presentReading(reading: Reading): object {
  const { document, entities, mentions } = reading;
  const words = ({ start, end }: Span): object => ({ start, end, text: document.text.slice(start, end) });
  const refer = (number: number | null): object | null => {
    const entity = number === null ? undefined : entities[number];
    return entity ? { key: `${LETTERS[entity.type]}${number}`, name: entity.name } : null;
  };
  const referAll = (numbers: readonly number[]): object[] => numbers.flatMap((number) => refer(number) ?? []);
  const list = (type: EntityType): object[] =>
    entities.flatMap((entity, number) =>
      entity.type === type
        ? [
            {
              key: `${LETTERS[type]}${number}`,
              name: entity.name,
              mentions: entity.mentions.flatMap((at) =>
                mentions[at] ? [{ span: words(mentions[at].span), kind: mentions[at].kind }] : [],
              ),
            },
          ]
        : [],
    );
  const take = (participants: readonly EventParticipant[], role: ParticipantRole): object[] =>
    participants.flatMap((participant) => (participant.role === role ? (refer(participant.entity) ?? []) : []));
  return {
    people: list('PERSON'),
    organisations: list('ORGANISATION'),
    places: list('PLACE'),
    positions: reading.positions.map((position) => ({
      person: refer(position.person),
      title: position.title,
      of: refer(position.organisation ?? position.place),
    })),
    statements: reading.statements.map((statement) => ({
      kind: statement.kind,
      act: statement.act,
      content: statement.content.map(words),
      cue: statement.cue && words(statement.cue),
      source: statement.source && words(statement.source),
      speakers: referAll(statement.speakers),
      addressees: referAll(statement.addressees),
      via: statement.via && document.text.slice(statement.via.span.start, statement.via.span.end),
      confidence: statement.confidence,
    })),
    events: reading.events.map((event) => ({
      type: event.type,
      mode: event.mode,
      status: event.status,
      summary: event.summary,
      trigger: words(event.trigger),
      actors: take(event.participants, 'ACTOR'),
      recipients: take(event.participants, 'RECIPIENT'),
      place: refer(event.place),
      date: event.time,
      confidence: event.confidence,
    })),
    bounds: reading.bounds,
  };
}
