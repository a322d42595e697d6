import { extract } from '../../src/ingest.ts';

/**
 * The events of a text published on Thursday 14 March 2024: `TYPE[/mode] STATUS: actors > recipients | date | place |
 * summary`, what is unknown left out.
 */
export function eventsOf(text: string): string[] {
  const { events, entities } = extract(text, '2024-03-14');
  return events.map(({ type, mode, status, participants, time, place, summary }) => {
    const named = (role: string): string =>
      participants
        .filter((participant) => participant.role === role)
        .map(({ entity, span }) =>
          entity === null ? `(${text.slice(span.start, span.end)})` : (entities[entity]?.name ?? ''),
        )
        .join(', ');
    const recipients = named('RECIPIENT');
    const sides = recipients === '' ? named('ACTOR') : `${named('ACTOR')} > ${recipients}`.trim();
    return [`${type}${mode ? `/${mode}` : ''} ${status}: ${sides}`, time?.start, entities[place ?? -1]?.name, summary]
      .filter((part) => part !== undefined && part !== null)
      .join(' | ');
  });
}
