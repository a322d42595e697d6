import type { ActorRecord, ArticleRecord, EventRecord, StatementRecord } from '../../store/records.ts';
import type { Context } from '../context.ts';
import type { Pending } from '../pending.ts';
import { askedOf } from '../wanted.ts';

/** An actor by its id, out of the request's batch; null for none. */
export function loadActor(
  { store, batches }: Context,
  id: string | null,
  info: object,
): Pending<ActorRecord | null> | null {
  const { fields, key } = askedOf(info);
  return id === null ? null : batches.load(`actors:${key}`, id, (ids) => store.nodes.actors(ids, fields));
}

/** An article by its id, out of the request's batch. */
export function loadArticle({ store, batches }: Context, id: string, info: object): Pending<ArticleRecord | null> {
  const { fields, key } = askedOf(info);
  return batches.load(`articles:${key}`, id, (ids) => store.nodes.articles(ids, fields));
}

/** A statement by its id, out of the request's batch; null for none. */
export function loadStatement(
  { store, batches }: Context,
  id: string | null,
  info: object,
): Pending<StatementRecord | null> | null {
  const { fields, key } = askedOf(info);
  return id === null ? null : batches.load(`statements:${key}`, id, (ids) => store.nodes.statements(ids, fields));
}

/** An event by its id, out of the request's batch. */
export function loadEvent({ store, batches }: Context, id: string, info: object): Pending<EventRecord | null> {
  const { fields, key } = askedOf(info);
  return batches.load(`events:${key}`, id, (ids) => store.nodes.events(ids, fields));
}

/** The country with an ISO code, as a place of the graph; null for none. */
export function loadCountry(
  { store, batches }: Context,
  code: string | null,
  info: object,
): Pending<ActorRecord | null> | null {
  const { fields, key } = askedOf(info);
  return code === null ? null : batches.load(`countries:${key}`, code, (codes) => store.nodes.countries(codes, fields));
}
