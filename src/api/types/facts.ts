import type {
  ActorRecord,
  EventRecord,
  MentionRecord,
  ParticipantRecord,
  PositionRecord,
  StatementRecord,
} from '../../store/records.ts';
import type { Context } from '../context.ts';
import type { Pending } from '../pending.ts';
import { askedOf } from '../wanted.ts';
import { loadActor, loadArticle, loadStatement } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

/** A role of a person. */
export const positionResolvers: FieldResolvers<PositionRecord> = {
  person: (position, _args, context, info) => loadActor(context, position.personId, info),
  organisation: (position, _args, context, info) => loadActor(context, position.organisationId, info),
  place: (position, _args, context, info) => loadActor(context, position.placeId, info),
  evidence: (position, _args, { store, batches }) =>
    batches.load('spans:EVIDENCE', position.id, (ids) => store.nodes.spans(ids, 'EVIDENCE')),
};

/** A mention of an actor. */
export const mentionResolvers: FieldResolvers<MentionRecord> = {
  actor: (mention, _args, context, info) => loadActor(context, mention.actorId, info),
  article: (mention, _args, context, info) => loadArticle(context, mention.articleId, info),
};

const actorsIn =
  (role: 'SPEAKER' | 'ADDRESSEE' | 'ABOUT') =>
  (
    statement: StatementRecord,
    _args: object,
    { store, batches }: Context,
    info: object,
  ): Pending<readonly ActorRecord[]> => {
    const { fields, key } = askedOf(info);
    return batches.load(`${role}:${key}`, statement.id, (ids) => store.nodes.actorsOfStatements(ids, role, fields));
  };

/** Who said what. */
export const statementResolvers: FieldResolvers<StatementRecord> = {
  speakers: actorsIn('SPEAKER'),
  addressees: actorsIn('ADDRESSEE'),
  about: actorsIn('ABOUT'),
  affiliation: (statement, _args, context, info) => loadActor(context, statement.affiliationId, info),
  viaOrganisation: (statement, _args, context, info) => loadActor(context, statement.viaOrganisationId, info),
  place: (statement, _args, context, info) => loadActor(context, statement.placeId, info),
  events: (statement, _args, { store, batches }, info) => {
    const { fields, key } = askedOf(info);
    return batches.load(`eventsOfStatements:${key}`, statement.id, (ids) =>
      store.nodes.eventsOfStatements(ids, fields),
    );
  },
  content: (statement, _args, { store, batches }) =>
    batches.load('spans:CONTENT', statement.id, (ids) => store.nodes.spans(ids, 'CONTENT')),
  evidence: (statement, _args, { store, batches }) =>
    batches.load('spans:EVIDENCE', statement.id, (ids) => store.nodes.spans(ids, 'EVIDENCE')),
  article: (statement, _args, context, info) => loadArticle(context, statement.articleId, info),
};

/** What happened. */
export const eventResolvers: FieldResolvers<EventRecord> = {
  type: (event) => event.eventType,
  participants: (event, _args, { store, batches }) =>
    batches.load('participants', event.id, (ids) => store.nodes.participants(ids)),
  place: (event, _args, context, info) => loadActor(context, event.placeId, info),
  statement: (event, _args, context, info) => loadStatement(context, event.statementId, info),
  evidence: (event, _args, { store, batches }) =>
    batches.load('spans:EVIDENCE', event.id, (ids) => store.nodes.spans(ids, 'EVIDENCE')),
  article: (event, _args, context, info) => loadArticle(context, event.articleId, info),
};

/** One who takes part in an event. */
export const participantResolvers: FieldResolvers<ParticipantRecord> = {
  actor: (participant, _args, context, info) => loadActor(context, participant.actorId, info),
  text: (participant) => participant.span.text,
};
