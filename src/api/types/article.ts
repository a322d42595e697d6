import type { EntityType } from '../../reading/reading.ts';
import type { EventFilter, StatementFilter } from '../../store/filters.ts';
import type { EventOrderField, OrderBy, StatementOrderField } from '../../store/lists.ts';
import type { ArticleRecord } from '../../store/records.ts';
import { type PageArguments, resolveConnection, toPage } from '../connections.ts';
import type { Context } from '../context.ts';
import type { Pending } from '../pending.ts';
import { loadActor } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

interface ListArguments<Filter, Field extends string> extends PageArguments {
  readonly filter?: Filter | null;
  readonly orderBy?: OrderBy<Field> | null;
}

const mentioned =
  (type: EntityType) =>
  (article: ArticleRecord, args: PageArguments, context: Context): Pending<object> =>
    resolveConnection(context, article.id, {
      name: `Article.${type}`,
      args,
      pages: (ids) => context.store.actors.connectOfArticles(type, ids, toPage(args)),
      totals: (ids) => context.store.actors.countOfArticles(type, ids),
      edge: (mentionCount) => ({ mentionCount }),
    });

/** An article. */
export const articleResolvers: FieldResolvers<ArticleRecord> = {
  publisher: (article, _args, context) => loadActor(context, article.publisherId),
  dateline: (article, _args, context) => loadActor(context, article.datelineId),
  text: (article, _args, { store, batches }) => batches.load('texts', article.id, (ids) => store.nodes.texts(ids)),
  people: mentioned('PERSON'),
  organisations: mentioned('ORGANISATION'),
  places: mentioned('PLACE'),
  statements: (article, args: ListArguments<StatementFilter, StatementOrderField>, context) =>
    resolveConnection(context, article.id, {
      name: 'Article.statements',
      args,
      pages: (ids) => context.store.statements.connect('ARTICLE', ids, toPage(args), args.filter ?? null, args.orderBy ?? null),
      totals: (ids) => context.store.statements.count('ARTICLE', ids, args.filter ?? null),
    }),
  events: (article, args: ListArguments<EventFilter, EventOrderField>, context) =>
    resolveConnection(context, article.id, {
      name: 'Article.events',
      args,
      pages: (ids) => context.store.events.connect('ARTICLE', ids, toPage(args), args.filter ?? null, args.orderBy ?? null),
      totals: (ids) => context.store.events.count('ARTICLE', ids, args.filter ?? null),
    }),
  mentions: (article, args: PageArguments, context) =>
    resolveConnection(context, article.id, {
      name: 'Article.mentions',
      args,
      pages: (ids) => context.store.mentions.connect('ARTICLE', ids, toPage(args)),
      totals: (ids) => context.store.mentions.count('ARTICLE', ids),
    }),
  similar: (article, args: { first?: number | null }, { store, batches }) => {
    const most = Math.max(0, Math.min(args.first ?? 10, 50));
    return batches.load(`similar:${most}`, article.id, (ids) => store.nodes.similarArticles(ids, most));
  },
};
