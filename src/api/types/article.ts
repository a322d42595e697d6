import type { EntityType } from '../../reading/reading.ts';
import type { EventFilter, StatementFilter } from '../../store/filters.ts';
import type { EventOrderField, OrderBy, StatementOrderField } from '../../store/list-queries.ts';
import type { ArticleRecord } from '../../store/records.ts';
import { type PageArguments, resolveConnection, toPage } from '../connections.ts';
import type { Context } from '../context.ts';
import type { Pending } from '../pending.ts';
import { askedOf } from '../wanted.ts';
import { loadActor } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

interface ListArguments<Filter, Field extends string> extends PageArguments {
  readonly filter?: Filter | null;
  readonly orderBy?: OrderBy<Field> | null;
}

const mentioned =
  (type: EntityType) =>
  (article: ArticleRecord, args: PageArguments, context: Context, info: object): Pending<object> =>
    resolveConnection(context, article.id, {
      name: `Article.${type}`,
      args,
      info,
      pages: (ids, wanted) => context.store.actors.connectOfArticles(type, ids, toPage(args), wanted),
      totals: (ids) => context.store.actors.countOfArticles(type, ids),
      edge: (mentionCount) => ({ mentionCount }),
    });

/** An article. */
export const articleResolvers: FieldResolvers<ArticleRecord> = {
  publisher: (article, _args, context, info) => loadActor(context, article.publisherId, info),
  dateline: (article, _args, context, info) => loadActor(context, article.datelineId, info),
  text: (article, _args, { store, batches }) => batches.load('texts', article.id, (ids) => store.nodes.texts(ids)),
  people: mentioned('PERSON'),
  organisations: mentioned('ORGANISATION'),
  places: mentioned('PLACE'),
  statements: (article, args: ListArguments<StatementFilter, StatementOrderField>, context, info) =>
    resolveConnection(context, article.id, {
      name: 'Article.statements',
      args,
      info,
      pages: (ids, wanted) =>
        context.store.statements.connect(
          'ARTICLE',
          ids,
          toPage(args),
          args.filter ?? null,
          args.orderBy ?? null,
          wanted,
        ),
      totals: (ids) => context.store.statements.count('ARTICLE', ids, args.filter ?? null),
    }),
  events: (article, args: ListArguments<EventFilter, EventOrderField>, context, info) =>
    resolveConnection(context, article.id, {
      name: 'Article.events',
      args,
      info,
      pages: (ids, wanted) =>
        context.store.events.connect('ARTICLE', ids, toPage(args), args.filter ?? null, args.orderBy ?? null, wanted),
      totals: (ids) => context.store.events.count('ARTICLE', ids, args.filter ?? null),
    }),
  mentions: (article, args: PageArguments, context, info) =>
    resolveConnection(context, article.id, {
      name: 'Article.mentions',
      args,
      info,
      pages: (ids) => context.store.mentions.connect('ARTICLE', ids, toPage(args)),
      totals: (ids) => context.store.mentions.count('ARTICLE', ids),
    }),
  similar: (article, args: { first?: number | null }, { store, batches }, info) => {
    const most = Math.max(0, Math.min(args.first ?? 10, 50));
    const { fields, key } = askedOf(info);
    return batches.load(`similar:${most}:${key}`, article.id, (ids) => store.nodes.similarArticles(ids, most, fields));
  },
};
