/** The query that stands ready in Sandbox. */
export const EXAMPLE_QUERY = `# Who said what, and what happened, article by article.
query LatestArticles {
  articles(first: 5) {
    nodes {
      title
      publishedAt
      dateline { name }
      statements(first: 20) {
        nodes {
          kind
          act
          text
          speakers {
            name
            ... on Person { positions { title organisation { name } place { name } } }
          }
          addressees { name }
          via
        }
      }
      events(first: 20) {
        nodes {
          type
          status
          summary
          date { start end precision }
          place { name }
          participants { role text actor { name } }
        }
      }
    }
  }
}

# Everything one person said, newest first.
query SaidBy($name: String = "Shoigu") {
  person(name: $name) {
    name
    positions { title place { name } }
    statements(first: 10) { totalCount nodes { kind text via article { title } } }
  }
}

# Full-text search over articles, statements and names.
query Search {
  search(query: "military exercis*", first: 10) {
    edges { snippet score node { __typename ... on Statement { text } ... on Article { title } } }
  }
}

# Each article as it is read in.
subscription NewArticles {
  articleIngested { title statements(first: 5) { nodes { text speakers { name } } } }
}
`;
