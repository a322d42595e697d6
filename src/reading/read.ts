import type { Document } from '../language/document.ts';
import { readGrammar } from '../language/grammar.ts';
import { boundsReached } from './bounds.ts';
import { findDateline } from './dateline.ts';
import { findActors } from './actors/find-actors.ts';
import { findEvents } from './events/find-events.ts';
import { indexMentions } from './actors/mention-index.ts';
import type { Reading } from './reading.ts';
import { ALL_ON, type Ledger } from './rule.ts';
import { findStatements } from './statements/find-statements.ts';
import { addSpokenPronouns } from './statements/spoken-pronouns.ts';
import { findTimes } from './times/find-times.ts';

/**
 * Reads the news in a document: who is who, who said what to whom, what happened and when. `published` is the day the
 * article appeared (`YYYY-MM-DD`), which the dates in it are counted from, or null. The order is that of need:
 * statements need the actors, the pronouns in quotations and the events need the statements. Pure and deterministic.
 * A ledger hears which rules gave something.
 */
export function read(document: Document, published: string | null, ledger: Ledger = ALL_ON): Reading {
  const grammar = readGrammar(document);
  const times = findTimes(grammar, published, ledger);
  const actors = findActors(grammar, ledger);
  const { positions } = actors;
  const statements = findStatements({
    ...grammar,
    ledger,
    mentions: actors.mentions,
    entities: actors.entities,
    times,
  });
  const { entities, mentions } = addSpokenPronouns(document, actors.entities, actors.mentions, statements);
  const index = indexMentions(document, mentions, entities);
  const events = findEvents({ ...grammar, ledger, index, times, statements, published });
  const filed = findDateline(document, (token) => entities[index.entityAt(token)]?.type === 'PLACE');
  const bounds = boundsReached({ document, statements, events }, actors.bounds);
  return {
    document,
    dateline: filed < 0 ? null : index.entityAt(filed),
    mentions,
    entities,
    positions,
    times,
    statements,
    events,
    bounds,
  };
}
