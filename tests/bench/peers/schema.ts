/** As much of the schema as the questions need: what a server made for them would have. */
export const SCHEMA = `
  interface Actor { name: String! }
  type Person implements Actor { name: String! positions: [Position!]! }
  type Organisation implements Actor { name: String! }
  type Place implements Actor { name: String! }
  type Position { title: String! organisation: Organisation place: Place }
  type Participant { text: String! actor: Actor }
  type Event { type: String! participants: [Participant!]! }
  type EventConnection { nodes: [Event!]! }
  type Statement { text: String! speakers: [Actor!]! }
  type StatementConnection { nodes: [Statement!]! }
  type Article { title: String! statements(first: Int! = 20): StatementConnection!
    events(first: Int! = 20): EventConnection! }
  type ArticleConnection { nodes: [Article!]! }
  enum SearchType { ARTICLE }
  union SearchResult = Article
  type SearchConnection { nodes: [SearchResult!]! }
  type Query {
    articles(first: Int! = 20): ArticleConnection!
    person(id: ID!): Person
    search(query: String!, types: [SearchType!], first: Int! = 20): SearchConnection!
  }
`;

const TYPE_NAMES: Readonly<Record<string, string>> = { PERSON: 'Person', ORGANISATION: 'Organisation', PLACE: 'Place' };

/** The name of an actor's type in the schema. */
export function actorType({ type }: { readonly type: string }): string {
  return TYPE_NAMES[type] ?? 'Person';
}

/** Words as an FTS5 query for all of them. */
export function matchAll(words: string): string {
  return words
    .split(/\W+/)
    .filter((word) => word !== '')
    .map((word) => `"${word}"`)
    .join(' AND ');
}
