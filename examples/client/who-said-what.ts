import type { ApolloClient } from '@apollo/client';
import {
  NewArticlesDocument,
  type NewArticlesSubscription,
  type QuotationFragment,
  SpeakerDocument,
  WhoSaidWhatDocument,
} from './generated.ts';

/** One line: who said what, through which medium, and where it stands. */
export function describe({ speakers, source, act, text, via, article }: QuotationFragment): string {
  const names = speakers.map((speaker) => speaker.name).join(' and ') || source || 'somebody';
  return `${names} (${act.toLowerCase()}${via === null ? '' : `, via ${via}`}): ${text} [${article.title}]`;
}

/**
 * Everything that was said, or that one person said, page by page of so many. Throws where the server refuses, and
 * where nobody goes by the name.
 */
export async function* saidBy(
  client: ApolloClient,
  name: string | null,
  pageSize: number,
): AsyncGenerator<QuotationFragment, void, undefined> {
  const filter = name === null ? null : { speaker: await findSpeaker(client, name) };
  const list = client.watchQuery({ query: WhoSaidWhatDocument, variables: { first: pageSize, filter } });
  let { data } = await list.fetchMore({});
  while (data) {
    yield* data.statements.edges.map((edge) => edge.node);
    const { hasNextPage, endCursor } = data.statements.pageInfo;
    if (!hasNextPage) return;
    ({ data } = await list.fetchMore({ variables: { after: endCursor } }));
  }
}

async function findSpeaker(client: ApolloClient, name: string): Promise<string> {
  const { data } = await client.query({ query: SpeakerDocument, variables: { name } });
  if (!data?.person) throw new Error(`No article names ${name}.`);
  return data.person.id;
}

/** Calls back for each article that is read into the graph from now on. Returns what ends it. */
export function follow(
  client: ApolloClient,
  tell: (article: NewArticlesSubscription['articleIngested']) => void,
  fail: (error: unknown) => void,
): () => void {
  const subscription = client.subscribe({ query: NewArticlesDocument }).subscribe({
    next: ({ data, error }) => {
      if (error) fail(error);
      else if (data) tell(data.articleIngested);
    },
    error: fail,
  });
  return () => subscription.unsubscribe();
}
