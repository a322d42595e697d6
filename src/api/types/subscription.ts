import { DatelineError } from '../../errors.ts';
import type { Arrival } from '../article-feed.ts';
import type { FieldResolvers } from './resolvers.ts';

/** What each arrival answers. There is none for whoever asks as for a query. */
export const subscriptionResolvers: FieldResolvers<Arrival | undefined> = {
  articleIngested: (arrival) => {
    if (!arrival)
      throw new DatelineError(
        'INVALID_INPUT',
        'A subscription has more than one answer.',
        'Connect to the same address by WebSocket, with the protocol graphql-transport-ws, ' +
          'or send `accept: text/event-stream`.',
      );
    return arrival.articleIngested;
  },
};
