import type { EntityType } from '../../reading/reading.ts';
import type { ActorFilter, ArticleFilter, EventFilter, StatementFilter } from '../../store/filters.ts';
import {
  type ActorOrderField,
  type ArticleOrderField,
  type EventOrderField,
  NO_PARENT,
  type OrderBy,
  type StatementOrderField,
} from '../../store/list-queries.ts';
import type { ActorRecord, NodeRecord } from '../../store/records.ts';
import { SEARCH_TYPES, type SearchHit, type SearchType } from '../../store/search.ts';
import { DatelineError } from '../../errors.ts';
import { parseArticle } from '../../article/article.ts';
import { type PageArguments, presentConnection, resolveConnection, toPage } from '../connections.ts';
import type { Context } from '../context.ts';
import { presentReading } from '../extraction.ts';
import { DEFAULT_LIMITS } from '../limits.ts';
import { Pending } from '../pending.ts';
import { readId } from '../../store/ids.ts';
import { askedOf } from '../wanted.ts';
import { loadActor, loadArticle, loadEvent, loadStatement } from './load.ts';
import type { FieldResolvers } from './resolvers.ts';

interface ListArguments<Filter, Field extends string> extends PageArguments {
  readonly filter?: Filter | null;
  readonly orderBy?: OrderBy<Field> | null;
}

/** The key that stands for the whole graph, in batches of lists without a parent. */
const [ALL = ''] = NO_PARENT;
const MOST_NODES = 100;

function loadNode(context: Context, id: string, info: object): Pending<NodeRecord | null> | null {
  switch (readId(id)) {
    case 'ARTICLE':
      return loadArticle(context, id, info);
    case 'STATEMENT':
      return loadStatement(context, id, info);
    case 'EVENT':
      return loadEvent(context, id, info);
    case 'PERSON':
    case 'ORGANISATION':
    case 'PLACE':
      return loadActor(context, id, info);
    case 'ENTITY':
    case 'POSITION':
      return null;
  }
}

const oneActor =
  (type: EntityType) =>
  (
    _source: unknown,
    { id, name }: { id?: string | null; name?: string | null },
    context: Context,
    info: object,
  ): Pending<ActorRecord | null> | null => {
    needOne({ id, name });
    if (id) {
      readId(id);
      return loadActor(context, id, info)?.map((actor) => (actor?.type === type ? actor : null)) ?? null;
    }
    return context.batches.load(`actorByName:${type}`, name ?? '', (names) =>
      names.map((each) => context.store.nodes.actorByName(type, each)),
    );
  };

function needOne(args: Readonly<Record<string, unknown>>): void {
  const given = Object.values(args).filter((value) => value !== null && value !== undefined);
  if (given.length !== 1)
    throw new DatelineError(
      'INVALID_INPUT',
      `Give exactly one of ${Object.keys(args)
        .map((name) => `"${name}"`)
        .join(' and ')}.`,
    );
}

const allActors =
  (type: EntityType) =>
  (_source: unknown, args: ListArguments<ActorFilter, ActorOrderField>, context: Context, info: object): object => {
    context.deadline?.check();
    const page = context.store.actors.connect(
      type,
      toPage(args),
      args.filter ?? null,
      args.orderBy ?? null,
      askedOf(info).fields,
    );
    return presentConnection(
      page,
      () => context.store.actors.count(type, args.filter ?? null),
      (mentionCount) => ({ mentionCount }),
    );
  };

/** The node of a hit; one that cannot be read fails alone. */
function loadHit(context: Context, hit: SearchHit, info: object): Pending<NodeRecord | null> {
  return Pending.attempt(() => loadNode(context, hit.id, info));
}

/** The entry points for reading. */
export const queryResolvers: FieldResolvers<unknown> = {
  node: (_source, { id }: { id: string }, context, info) => loadNode(context, id, info),
  nodes: (_source, { ids }: { ids: readonly string[] }, context, info) => {
    if (ids.length > MOST_NODES)
      throw new DatelineError('INVALID_INPUT', `"nodes" takes at most ${MOST_NODES} ids.`, 'Ask in several queries.');
    return ids.map((id) => Pending.attempt(() => loadNode(context, id, info)));
  },
  article: (_source, { id, url }: { id?: string | null; url?: string | null }, context, info) => {
    needOne({ id, url });
    if (!id) return context.store.nodes.articleByUrl(url ?? '');
    return readId(id) === 'ARTICLE' ? loadArticle(context, id, info) : null;
  },
  articles: (_source, args: ListArguments<ArticleFilter, ArticleOrderField>, context, info) => {
    return resolveConnection(context, ALL, {
      name: 'Query.articles',
      args,
      info,
      pages: (parents, wanted) =>
        context.store.articles.connect(null, parents, toPage(args), args.filter ?? null, args.orderBy ?? null, wanted),
      totals: (parents) => context.store.articles.count(null, parents, args.filter ?? null),
    });
  },
  person: oneActor('PERSON'),
  people: allActors('PERSON'),
  organisation: oneActor('ORGANISATION'),
  organisations: allActors('ORGANISATION'),
  place: oneActor('PLACE'),
  places: allActors('PLACE'),
  statement: (_source, { id }: { id: string }, context, info) =>
    readId(id) === 'STATEMENT' ? loadStatement(context, id, info) : null,
  statements: (_source, args: ListArguments<StatementFilter, StatementOrderField>, context, info) => {
    return resolveConnection(context, ALL, {
      name: 'Query.statements',
      args,
      info,
      pages: (parents, wanted) =>
        context.store.statements.connect(
          null,
          parents,
          toPage(args),
          args.filter ?? null,
          args.orderBy ?? null,
          wanted,
        ),
      totals: (parents) => context.store.statements.count(null, parents, args.filter ?? null),
    });
  },
  event: (_source, { id }: { id: string }, context, info) =>
    readId(id) === 'EVENT' ? loadEvent(context, id, info) : null,
  events: (_source, args: ListArguments<EventFilter, EventOrderField>, context, info) => {
    return resolveConnection(context, ALL, {
      name: 'Query.events',
      args,
      info,
      pages: (parents, wanted) =>
        context.store.events.connect(null, parents, toPage(args), args.filter ?? null, args.orderBy ?? null, wanted),
      totals: (parents) => context.store.events.count(null, parents, args.filter ?? null),
      edge: (role) => ({ role }),
    });
  },
  search: (_source, args: PageArguments & { query: string; types?: readonly SearchType[] | null }, context, info) => {
    const types = args.types ?? SEARCH_TYPES;
    context.deadline?.check();
    const { fields } = askedOf(info);
    const page = context.store.search(args.query, types, toPage(args), fields === null || fields.has('edge.snippet'));
    return Pending.all(page.edges.map((edge) => loadHit(context, edge.node, info))).map((nodes) => {
      const edges = page.edges.flatMap((edge, place) => {
        const node = nodes[place];
        return node ? [{ cursor: edge.cursor, node, data: edge.data }] : [];
      });
      return presentConnection(
        { edges, pageInfo: page.pageInfo },
        () => context.store.countHits(args.query, types),
        (data) => data,
      );
    });
  },
  extract: (_source, { input }: { input: { text: string; publishedAt?: string | null } }, { deadline, extract }) => {
    if (input.text.length > DEFAULT_LIMITS.extractedCharacters) {
      const hint = 'Send it in parts, or read it on the command line.';
      throw new DatelineError(
        'TOO_LARGE',
        `The text has ${input.text.length} characters; "extract" takes at most ${DEFAULT_LIMITS.extractedCharacters}.`,
        hint,
      );
    }
    const article = parseArticle(input);
    deadline?.check();
    if (!extract) throw new Error('What reads English is not loaded.');
    return presentReading(extract(article.text, article.publishedAt));
  },
  statistics: (_source, _args, { store }) => store.countEverything(),
};
