import type { ActorRecord, ArticleRecord, StatementRecord } from '../../store/records.ts';
import type { Context } from '../context.ts';
import type { Pending } from '../pending.ts';

/** An actor by its id, out of the request's batch; null for none. */
export function loadActor({ store, batches }: Context, id: string | null): Pending<ActorRecord | null> | null {
  return id === null ? null : batches.load('actors', id, (ids) => store.nodes.actors(ids));
}

/** An article by its id, out of the request's batch. */
export function loadArticle({ store, batches }: Context, id: string): Pending<ArticleRecord | null> {
  return batches.load('articles', id, (ids) => store.nodes.articles(ids));
}

/** A statement by its id, out of the request's batch; null for none. */
export function loadStatement({ store, batches }: Context, id: string | null): Pending<StatementRecord | null> | null {
  return id === null ? null : batches.load('statements', id, (ids) => store.nodes.statements(ids));
}
