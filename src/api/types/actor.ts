import type { ArticleFilter, EventFilter, StatementFilter } from '../../store/filters.ts';
import type { ArticleOrderField, EventOrderField, OrderBy, StatementOrderField } from '../../store/list-queries.ts';
import type { ActorRecord } from '../../store/records.ts';
import { type PageArguments, presentConnection, resolveConnection, toPage } from '../connections.ts';
import { loadCountry } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

interface ListArguments<Filter, Field extends string> extends PageArguments {
  readonly filter?: Filter | null;
  readonly orderBy?: OrderBy<Field> | null;
}

/** What people, organisations and places have in common. */
export const actorResolvers: FieldResolvers<ActorRecord> = {
  aliases: (actor, _args, { store, batches }) => batches.load('aliases', actor.id, (ids) => store.nodes.aliases(ids)),
  statements: (actor, args: ListArguments<StatementFilter, StatementOrderField>, context, info) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.statements',
      args,
      info,
      pages: (ids, wanted) =>
        context.store.statements.connect(
          'SPEAKER',
          ids,
          toPage(args),
          args.filter ?? null,
          args.orderBy ?? null,
          wanted,
        ),
      totals: (ids) => context.store.statements.count('SPEAKER', ids, args.filter ?? null),
    }),
  statementsAbout: (actor, args: ListArguments<StatementFilter, StatementOrderField>, context, info) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.statementsAbout',
      args,
      info,
      pages: (ids, wanted) =>
        context.store.statements.connect('ABOUT', ids, toPage(args), args.filter ?? null, null, wanted),
      totals: (ids) => context.store.statements.count('ABOUT', ids, args.filter ?? null),
    }),
  events: (actor, args: ListArguments<EventFilter, EventOrderField>, context, info) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.events',
      args,
      info,
      pages: (ids, wanted) =>
        context.store.events.connect('ACTOR', ids, toPage(args), args.filter ?? null, args.orderBy ?? null, wanted),
      totals: (ids) => context.store.events.count('ACTOR', ids, args.filter ?? null),
      edge: (role) => ({ role }),
    }),
  articles: (actor, args: ListArguments<ArticleFilter, ArticleOrderField>, context, info) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.articles',
      args,
      info,
      pages: (ids, wanted) =>
        context.store.articles.connect('ACTOR', ids, toPage(args), args.filter ?? null, args.orderBy ?? null, wanted),
      totals: (ids) => context.store.articles.count('ACTOR', ids, args.filter ?? null),
    }),
  mentions: (actor, args: PageArguments, context, info) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.mentions',
      args,
      info,
      pages: (ids) => context.store.mentions.connect('ACTOR', ids, toPage(args)),
      totals: (ids) => context.store.mentions.count('ACTOR', ids),
    }),
  timeline: (actor, args: TimelineArguments, context) =>
    context.batches
      .load(`Actor.timeline:${JSON.stringify(args)}`, actor.id, (ids) =>
        context.store.timelines.connect(ids, toPage(args), args.direction),
      )
      .map((page) => {
        const edges = page.edges.map(({ cursor, node }) => ({
          cursor,
          node: node.item,
          data: { day: node.day === '' ? null : node.day },
        }));
        return presentConnection(
          { edges, pageInfo: page.pageInfo },
          () => context.batches.load('Actor.timeline:total', actor.id, (ids) => context.store.timelines.count(ids)),
          ({ day }) => ({ day }),
        );
      }),
  associates: (actor, args: PageArguments, context, info) =>
    resolveConnection(context, actor.id, {
      name: 'Actor.associates',
      args,
      info,
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
  positions: (person, _args, { store, batches }) =>
    batches.load('positions', person.id, (ids) => store.nodes.positions(ids)),
};

/** An organisation. */
export const organisationResolvers: FieldResolvers<ActorRecord> = {
  ...actorResolvers,
  kind: (organisation) => organisation.organisationKind ?? 'OTHER',
  country: ({ countryCode }, _args, context, info) => loadCountry(context, countryCode, info),
  people: (organisation, args: PageArguments, context, info) =>
    resolveConnection(context, organisation.id, {
      name: 'Organisation.people',
      args,
      info,
      pages: (ids, wanted) => context.store.actors.connectPeopleOf(ids, toPage(args), wanted),
      totals: (ids) => context.store.actors.countPeopleOf(ids),
      edge: (mentionCount) => ({ mentionCount }),
    }),
};

/** A place. */
export const placeResolvers: FieldResolvers<ActorRecord> = {
  ...actorResolvers,
  kind: (place) => place.placeKind ?? 'OTHER',
  country: ({ countryCode, placeKind }, _args, context, info) =>
    placeKind === 'COUNTRY' ? null : loadCountry(context, countryCode, info),
};
