import type { EventRecord, MentionRecord, ParticipantRecord, PositionRecord, StatementRecord } from '../../store/records.ts';
import { loadActor, loadArticle, loadStatement } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

/** A role of a person. */
export const positionResolvers: FieldResolvers<PositionRecord> = {
  person: (position, _args, context) => loadActor(context, position.personId),
  organisation: (position, _args, context) => loadActor(context, position.organisationId),
  place: (position, _args, context) => loadActor(context, position.placeId),
  evidence: (position, _args, { store, batches }) => batches.load('spans:EVIDENCE', position.id, (ids) => store.nodes.spans(ids, 'EVIDENCE')),
};

/** A mention of an actor. */
export const mentionResolvers: FieldResolvers<MentionRecord> = {
  actor: (mention, _args, context) => loadActor(context, mention.actorId),
  article: (mention, _args, context) => loadArticle(context, mention.articleId),
};

/** Who said what. */
export const statementResolvers: FieldResolvers<StatementRecord> = {
  speakers: (statement, _args, { store, batches }) => batches.load('speakers', statement.id, (ids) => store.nodes.actorsOfStatements(ids, 'SPEAKER')),
  addressees: (statement, _args, { store, batches }) => batches.load('addressees', statement.id, (ids) => store.nodes.actorsOfStatements(ids, 'ADDRESSEE')),
  about: (statement, _args, { store, batches }) => batches.load('about', statement.id, (ids) => store.nodes.actorsOfStatements(ids, 'ABOUT')),
  affiliation: (statement, _args, context) => loadActor(context, statement.affiliationId),
  viaOrganisation: (statement, _args, context) => loadActor(context, statement.viaOrganisationId),
  place: (statement, _args, context) => loadActor(context, statement.placeId),
  events: (statement, _args, { store, batches }) => batches.load('eventsOfStatements', statement.id, (ids) => store.nodes.eventsOfStatements(ids)),
  content: (statement, _args, { store, batches }) => batches.load('spans:CONTENT', statement.id, (ids) => store.nodes.spans(ids, 'CONTENT')),
  evidence: (statement, _args, { store, batches }) => batches.load('spans:EVIDENCE', statement.id, (ids) => store.nodes.spans(ids, 'EVIDENCE')),
  article: (statement, _args, context) => loadArticle(context, statement.articleId),
};

/** What happened. */
export const eventResolvers: FieldResolvers<EventRecord> = {
  type: (event) => event.eventType,
  participants: (event, _args, { store, batches }) => batches.load('participants', event.id, (ids) => store.nodes.participants(ids)),
  place: (event, _args, context) => loadActor(context, event.placeId),
  statement: (event, _args, context) => loadStatement(context, event.statementId),
  evidence: (event, _args, { store, batches }) => batches.load('spans:EVIDENCE', event.id, (ids) => store.nodes.spans(ids, 'EVIDENCE')),
  article: (event, _args, context) => loadArticle(context, event.articleId),
};

/** One who takes part in an event. */
export const participantResolvers: FieldResolvers<ParticipantRecord> = {
  actor: (participant, _args, context) => loadActor(context, participant.actorId),
  text: (participant) => participant.span.text,
};
