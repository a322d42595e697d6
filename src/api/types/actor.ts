import type { ArticleFilter, EventFilter, StatementFilter } from '../../store/filters.ts';
import type { ArticleOrderField, EventOrderField, OrderBy, StatementOrderField } from '../../store/lists.ts';
import type { ActorRecord } from '../../store/records.ts';
import { type PageArguments, presentConnection, resolveConnection, toPage } from '../connections.ts';
import type { FieldResolvers } from './resolvers.ts';

interface ListArguments<Filter, Field extends string> extends PageArguments {
  readonly filter?: Filter | null;
  readonly orderBy?: OrderBy<Field> | null;
}

/** What people, organisations and places have in common. */
export const actorResolvers: FieldResolvers<ActorRecord> = {
  aliases: (actor, _args, { store, batches }) => batches.load('aliases', actor.id, (ids) => store.nodes.aliases(ids)),
  statements: (actor, args: ListArguments<StatementFilter, StatementOrderField>, context) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.statements',
      args,
      pages: (ids) => context.store.statements.connect('SPEAKER', ids, toPage(args), args.filter ?? null, args.orderBy ?? null),
      totals: (ids) => context.store.statements.count('SPEAKER', ids, args.filter ?? null),
    }),
  statementsAbout: (actor, args: ListArguments<StatementFilter, StatementOrderField>, context) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.statementsAbout',
      args,
      pages: (ids) => context.store.statements.connect('ABOUT', ids, toPage(args), args.filter ?? null, null),
      totals: (ids) => context.store.statements.count('ABOUT', ids, args.filter ?? null),
    }),
  events: (actor, args: ListArguments<EventFilter, EventOrderField>, context) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.events',
      args,
      pages: (ids) => context.store.events.connect('ACTOR', ids, toPage(args), args.filter ?? null, args.orderBy ?? null),
      totals: (ids) => context.store.events.count('ACTOR', ids, args.filter ?? null),
      edge: (role) => ({ role }),
    }),
  articles: (actor, args: ListArguments<ArticleFilter, ArticleOrderField>, context) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.articles',
      args,
      pages: (ids) => context.store.articles.connect('ACTOR', ids, toPage(args), args.filter ?? null, args.orderBy ?? null),
      totals: (ids) => context.store.articles.count('ACTOR', ids, args.filter ?? null),
    }),
  mentions: (actor, args: PageArguments, context) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.mentions',
      args,
      pages: (ids) => context.store.mentions.connect('ACTOR', ids, toPage(args)),
      totals: (ids) => context.store.mentions.count('ACTOR', ids),
    }),
  timeline: (actor, args: TimelineArguments, context) =>
    context.batches
      .load(`Actor.timeline:${JSON.stringify(args)}`, actor.id, (ids) => context.store.timelines.connect(ids, toPage(args), args.direction))
      .map((page) => {
        const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: node.item, data: { day: node.day === '' ? null : node.day } }));
        return presentConnection(
          { edges, pageInfo: page.pageInfo },
          () => context.batches.load('Actor.timeline:total', actor.id, (ids) => context.store.timelines.count(ids)),
          ({ day }) => ({ day }),
        );
      }),
  associates: (actor, args: PageArguments, context) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.associates',
      args,
      pages: (ids) => context.store.associates.connect(ids, toPage(args)),
      totals: (ids) => context.store.associates.count(ids),
      edge: (data) => data,
    }),
};

/** A page of a timeline. */
interface TimelineArguments extends PageArguments {
  readonly direction: 'ASC' | 'DESC';
}

/** A person. */
export const personResolvers: FieldResolvers<ActorRecord> = {
  ...actorResolvers,
  positions: (person, _args, { store, batches }) => batches.load('positions', person.id, (ids) => store.nodes.positions(ids)),
};

/** An organisation. */
export const organisationResolvers: FieldResolvers<ActorRecord> = {
  ...actorResolvers,
  kind: (organisation) => organisation.organisationKind ?? 'OTHER',
  country: ({ countryCode }, _args, { store, batches }) => (countryCode === null ? null : batches.load('countries', countryCode, (codes) => store.nodes.countries(codes))),
  people: (organisation, args: PageArguments, context) =>
    resolveConnection(context, organisation.id, {
      name: 'Organisation.people',
      args,
      pages: (ids) => context.store.actors.connectPeopleOf(ids, toPage(args)),
      totals: (ids) => context.store.actors.countPeopleOf(ids),
      edge: (mentionCount) => ({ mentionCount }),
    }),
};

/** A place. */
export const placeResolvers: FieldResolvers<ActorRecord> = {
  ...actorResolvers,
  kind: (place) => place.placeKind ?? 'OTHER',
  country: ({ countryCode, placeKind }, _args, { store, batches }) =>
    countryCode === null || placeKind === 'COUNTRY' ? null : batches.load('countries', countryCode, (codes) => store.nodes.countries(codes)),
};
