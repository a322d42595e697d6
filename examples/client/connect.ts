import { ApolloClient, ApolloLink, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { relayStylePagination } from '@apollo/client/utilities';
import { OperationTypeNode } from 'graphql';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';

// Browsers have WebSockets, and so has Node from version 22 on.
if (!('WebSocket' in globalThis)) Object.assign(globalThis, { WebSocket });

export interface Connected {
  readonly client: ApolloClient;
  /** Ends the subscriptions and the requests that run. */
  close(): Promise<void>;
}

/**
 * A client of the server at a url such as `http://localhost:4000/graphql`. Queries go by POST, subscriptions by
 * WebSocket, which is opened for the first of them, and opened again, however long it takes, when the server has gone
 * away. The pages of a list that have been fetched stay in the cache as one list, one for each filter.
 */
export function connect(url: string): Connected {
  const sockets = createClient({
    url: url.replace(/^http/, 'ws'),
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
  });
  const client = new ApolloClient({
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      new GraphQLWsLink(sockets),
      new HttpLink({ uri: url }),
    ),
    cache: new InMemoryCache({ typePolicies: { Query: { fields: { statements: relayStylePagination(['filter']) } } } }),
  });
  return {
    client,
    close: async () => {
      client.stop();
      await sockets.dispose();
    },
  };
}
