/** A question in GraphQL, as a client sends it. Handlers without GraphQL answer it at `/` and its name. */
export interface Question {
  readonly name: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
}

/** The word that is searched for: nearly a third of the articles have it. */
export const WORD = 'sanctions';

/** What every server is asked, the same for all. */
export function questionsAbout(person: string): readonly Question[] {
  return [
    {
      name: 'nested',
      query: `{ articles(first: 20) { nodes { title statements(first: 10) {
          nodes { text speakers { name ... on Person { positions { title organisation { name } place { name } } } } }
          } events(first: 10) { nodes { type participants { text actor { name } } } } } } }`,
      variables: {},
    },
    {
      name: 'point',
      query: 'query ($id: ID!) { person(id: $id) { name positions { title organisation { name } place { name } } } }',
      variables: { id: person },
    },
    {
      name: 'search',
      query: `query ($word: String!) { search(query: $word, types: [ARTICLE], first: 10) {
          nodes { ... on Article { title } } } }`,
      variables: { word: WORD },
    },
  ];
}

/** What is asked for a page of a list, after a cursor. */
export const PAGES = {
  articles: `query ($first: Int!, $after: String) { articles(first: $first, after: $after) { nodes { title }
      pageInfo { endCursor } } }`,
  statements: `query ($first: Int!, $after: String) { statements(first: $first, after: $after) { nodes { text }
      pageInfo { endCursor } } }`,
} as const;
