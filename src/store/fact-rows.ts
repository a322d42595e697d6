import {
  EVENT_STATUSES,
  EVENT_TYPES,
  PARTICIPANT_ROLES,
  SPEECH_ACTS,
  STATEMENT_KINDS,
  TIME_PRECISIONS,
} from '../reading/reading.ts';
import type { Row } from './database.ts';
import type { EventRecord, ParticipantRecord, StatementRecord, TimeRecord } from './records.ts';
import { numberOr, oneOf, textOr, textOrNull } from './row-values.ts';
import { readSpan } from './rows.ts';

function readTime(row: Row): TimeRecord | null {
  const text = textOrNull(row, 'time_text');
  return text === null
    ? null
    : {
        text,
        start: textOrNull(row, 'time_start'),
        end: textOrNull(row, 'time_end'),
        precision: oneOf(row, 'time_precision', TIME_PRECISIONS),
      };
}

/** A statement that reads its fields when somebody looks at them: a query looks at a few. */
class StatementRow implements StatementRecord {
  readonly type = 'Statement';
  readonly #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  get id(): StatementRecord['id'] {
    return textOr(this.#row, 'id');
  }

  get articleId(): StatementRecord['articleId'] {
    return textOr(this.#row, 'article_id');
  }

  get kind(): StatementRecord['kind'] {
    return oneOf(this.#row, 'kind', STATEMENT_KINDS);
  }

  get act(): StatementRecord['act'] {
    return oneOf(this.#row, 'act', SPEECH_ACTS);
  }

  get text(): StatementRecord['text'] {
    return textOr(this.#row, 'text');
  }

  get cue(): StatementRecord['cue'] {
    return textOrNull(this.#row, 'cue');
  }

  get source(): StatementRecord['source'] {
    return textOrNull(this.#row, 'source');
  }

  get via(): StatementRecord['via'] {
    return textOrNull(this.#row, 'via');
  }

  get viaOrganisationId(): StatementRecord['viaOrganisationId'] {
    return textOrNull(this.#row, 'via_organisation_id');
  }

  get affiliationId(): StatementRecord['affiliationId'] {
    return textOrNull(this.#row, 'affiliation_id');
  }

  get negated(): StatementRecord['negated'] {
    return numberOr(this.#row, 'negated') === 1;
  }

  get placeId(): StatementRecord['placeId'] {
    return textOrNull(this.#row, 'place_id');
  }

  get date(): StatementRecord['date'] {
    return readTime(this.#row);
  }

  get sentence(): StatementRecord['sentence'] {
    return textOr(this.#row, 'sentence');
  }

  get confidence(): StatementRecord['confidence'] {
    return numberOr(this.#row, 'confidence');
  }
}

export function readStatement(row: Row): StatementRecord {
  return new StatementRow(row);
}

/** An event that reads its fields when somebody looks at them: a query looks at a few. */
class EventRow implements EventRecord {
  readonly type = 'Event';
  readonly #row: Row;

  constructor(row: Row) {
    this.#row = row;
  }

  get id(): EventRecord['id'] {
    return textOr(this.#row, 'id');
  }

  get articleId(): EventRecord['articleId'] {
    return textOr(this.#row, 'article_id');
  }

  get eventType(): EventRecord['eventType'] {
    return oneOf(this.#row, 'type', EVENT_TYPES);
  }

  get mode(): EventRecord['mode'] {
    return textOrNull(this.#row, 'mode');
  }

  get status(): EventRecord['status'] {
    return oneOf(this.#row, 'status', EVENT_STATUSES);
  }

  get summary(): EventRecord['summary'] {
    return textOr(this.#row, 'summary');
  }

  get trigger(): EventRecord['trigger'] {
    return { start: numberOr(this.#row, 'start'), end: numberOr(this.#row, 'end'), text: textOr(this.#row, 'trigger') };
  }

  get placeId(): EventRecord['placeId'] {
    return textOrNull(this.#row, 'place_id');
  }

  get statementId(): EventRecord['statementId'] {
    return textOrNull(this.#row, 'statement_id');
  }

  get date(): EventRecord['date'] {
    return readTime(this.#row);
  }

  get sentence(): EventRecord['sentence'] {
    return textOr(this.#row, 'sentence');
  }

  get confidence(): EventRecord['confidence'] {
    return numberOr(this.#row, 'confidence');
  }
}

export function readEvent(row: Row): EventRecord {
  return new EventRow(row);
}

export function readParticipant(row: Row): ParticipantRecord {
  return { role: oneOf(row, 'role', PARTICIPANT_ROLES), actorId: textOrNull(row, 'actor_id'), span: readSpan(row) };
}
