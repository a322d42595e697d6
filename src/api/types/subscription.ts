import { DatelineError } from '../../errors.ts';
import type { Arrival } from '../article-feed.ts';
import type { FieldResolvers } from './resolvers.ts';

/** What each arrival answers. Over HTTP there is none: a subscription runs over a WebSocket. */
export const subscriptionResolvers: FieldResolvers<Arrival | undefined> = {
  articleIngested: (arrival) => {
    if (!arrival) throw new DatelineError('INVALID_INPUT', 'Subscriptions do not run over HTTP.', 'Connect to the same address by WebSocket, with the protocol graphql-transport-ws.');
    return arrival.articleIngested;
  },
};
