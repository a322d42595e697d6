import type { Reading } from '../reading/reading.ts';
import type { Span } from '../span.ts';

/**
 * The statements of a reading in brackets, each with its parts in the order of the text: `[Ida Roe]source [said]cue [it
 * is over]content`. Addressee and medium follow where there are any, then `not` where the reporting is denied.
 */
export function statementLines({ document: { text }, statements, entities }: Reading): string[] {
  return statements.map(({ source, cue, content, addressees, via, negated }) => {
    const part = (span: Span, name: string) => ({
      start: span.start,
      words: `[${text.slice(span.start, span.end)}]${name}`,
    });
    const parts = [
      ...(source ? [part(source, 'source')] : []),
      ...(cue ? [part(cue, 'cue')] : []),
      ...content.map((span) => part(span, 'content')),
    ];
    const words = parts.sort((left, right) => left.start - right.start).map((found) => found.words);
    const further = [
      ...addressees.map((entity) => `to ${entities[entity]?.name}`),
      ...(via ? [`via ${text.slice(via.span.start, via.span.end)}`] : []),
      ...(negated ? ['not'] : []),
    ];
    return [...words, ...further].join(' ');
  });
}

/**
 * The events of a reading: `TYPE[/mode] STATUS: actors > recipients | date | place | summary`, what is unknown left
 * out.
 */
export function eventLines({ document: { text }, events, entities }: Reading): string[] {
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

/** The roles of people in a reading: `[former] title, person, of`. */
export function positionLines({ positions, entities }: Reading): string[] {
  return positions.map(({ person, title, former, organisation, place }) =>
    [`${former ? 'former ' : ''}${title}`, entities[person]?.name, entities[organisation ?? place ?? -1]?.name]
      .filter((part) => part !== undefined)
      .join(', '),
  );
}

/** The names of a reading, each once: `TYPE name`. */
export function nameLines({ entities }: Reading): string[] {
  return entities.map(({ type, name }) => `${type} ${name}`);
}

/** Who is named or meant more than once in a reading: `Name: mention, mention`, in the order of the text. */
export function actorLines({ document: { text }, mentions, entities }: Reading): string[] {
  return entities.flatMap(({ name }, number) => {
    const own = mentions.filter(({ entity }) => entity === number);
    if (own.length < 2) return [];
    return [`${name}: ${own.map(({ span }) => text.slice(span.start, span.end)).join(', ')}`];
  });
}
