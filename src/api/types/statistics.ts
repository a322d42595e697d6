import type { ArticleFilter, DateRange, EventFilter, StatementFilter } from '../../store/filters.ts';
import type { Breakdown, Count } from '../../store/statistics.ts';
import type { Context } from '../context.ts';
import type { FieldResolvers } from './resolvers.ts';

interface Filtered<Filter> {
  readonly filter?: Filter | null;
}

/** The counts of a breakdown, each with its value under the name that the schema has for it. */
function count({ store, deadline }: Context, name: string, breakdown: Breakdown, range?: DateRange | null): object[] {
  deadline?.check();
  return store
    .breakDown(breakdown, range ?? null)
    .map((counted: Count) => ({ [name]: counted.value, count: counted.count }));
}

/** Breakdowns of how much there is, for charts. */
export const statisticsResolvers: FieldResolvers<unknown> = {
  articlesByDay: (_source, { range, filter = null }: Filtered<ArticleFilter> & { range?: DateRange | null }, context) =>
    count(context, 'day', { of: 'articles', by: 'day', filter }, range),
  articlesByPublisher: (_source, { filter = null }: Filtered<ArticleFilter>, context) =>
    count(context, 'name', { of: 'articles', by: 'publisher', filter }),
  statementsByDay: (_source, { filter = null }: Filtered<StatementFilter>, context) =>
    count(context, 'day', { of: 'statements', by: 'day', filter }),
  statementsByAct: (_source, { filter = null }: Filtered<StatementFilter>, context) =>
    count(context, 'act', { of: 'statements', by: 'act', filter }),
  statementsByKind: (_source, { filter = null }: Filtered<StatementFilter>, context) =>
    count(context, 'kind', { of: 'statements', by: 'kind', filter }),
  eventsByDay: (_source, { filter = null }: Filtered<EventFilter>, context) =>
    count(context, 'day', { of: 'events', by: 'day', filter }),
  eventsByType: (_source, { filter = null }: Filtered<EventFilter>, context) =>
    count(context, 'type', { of: 'events', by: 'type', filter }),
  eventsByStatus: (_source, { filter = null }: Filtered<EventFilter>, context) =>
    count(context, 'status', { of: 'events', by: 'status', filter }),
};
