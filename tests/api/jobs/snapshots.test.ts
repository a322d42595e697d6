import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { serveFile } from './file-server.ts';

/** Answers in all; more with SNAPSHOT_ANSWERS, to look for what is rare. */
const ANSWERS = Number(process.env['SNAPSHOT_ANSWERS'] ?? 300);
const AT_ONCE = 8;

/** What one state of the graph must have the same, however it is asked; at once, and by a job. */
const QUERIES = [
  `{
    statistics { articles statements events people }
    articles { totalCount } statements { totalCount } events { totalCount } people { totalCount }
    search(query: "minister OR Roe", first: 20) { edges {
      node { __typename ... on Node { id } ... on Statement { article { id title } speakers { id name } }
      ... on Person { articles(first: 5) { nodes { id title } } } } } }
  }`,
  `query ($first: Int = 30) {
    statistics { articles statements events people }
    articles(first: $first) { totalCount nodes { id statements(first: 10) { totalCount
      nodes { id article { id } speakers { id articles(first: 3) {
      nodes { id statements(first: 3) { nodes { id } } } } } } } } }
    statements { totalCount } events { totalCount } people { totalCount }
    search(query: "minister", first: 20) { totalCount edges {
      node { ... on Node { id } ... on Statement { article { id } } } } }
  }`,
  `{ statistics { articles statements events people } articles { totalCount } statements { totalCount }
    events { totalCount } people(first: 20) { totalCount
    nodes { id articles(first: 3) { nodes { id } } timeline(first: 3) {
    nodes { ... on Statement { id } ... on Event { id } } } } } }`,
];

test(
  'no answer is torn by writers in other processes',
  async () => {
    const { ask, path } = await serveFile();
    const code = fileURLToPath(new URL('./writer-process.mjs', import.meta.url));
    for (const first of ['0', '1']) {
      const writer = fork(code, [path, first]);
      onTestFinished(() => void writer.kill('SIGKILL'));
    }
    const seen = new Set<number>();
    let asked = 0;
    const askOn = async (): Promise<void> => {
      for (let number = asked++; number < ANSWERS; number = asked++) {
        const { body, status } = await ask(QUERIES[number % QUERIES.length] ?? '');
        expect(body.errors).toBeUndefined();
        expect(status).toBe(200);
        const { statistics, articles, statements, events, people } = body.data;
        expect({
          articles: articles.totalCount,
          statements: statements.totalCount,
          events: events.totalCount,
          people: people.totalCount,
        }).toEqual(statistics);
        for (const article of articles.nodes ?? [])
          expect(
            article.statements.nodes.every(
              (statement: { article: { id: string } }) => statement.article.id === article.id,
            ),
          ).toBe(true);
        seen.add(statistics.articles * 1_000 + statistics.statements);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askOn)).finally(() => {
      asked = ANSWERS;
    });
    // The writers were at it meanwhile.
    expect(seen.size).toBeGreaterThan(3);
  },
  120_000 + ANSWERS * 100,
);
