import { afterEach, describe, expect, test } from 'vitest';
import type { Connection } from '../../src/store/page.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import type { TimelineEntry } from '../../src/store/timeline.ts';
import { buildArticle, type GivenArticle } from './reading-builder.ts';

const PAGE = { first: 50, after: null, last: null, before: null };
const stores: Store[] = [];
afterEach(() => {
  for (const store of stores.splice(0)) store.close();
});

function openWith(...articles: readonly GivenArticle[]): Store {
  const store = openStore({ path: ':memory:' });
  stores.push(store);
  for (const article of articles) store.save(buildArticle(article));
  return store;
}

const TALKS: GivenArticle = {
  url: 'https://news.example/talks',
  publishedAt: '2024-03-02',
  text: 'Ada Lund met Ivo Brandt. Lund told Brandt that the talks go on. Mara Silva watched.',
  entities: [
    { type: 'PERSON', name: 'Ada Lund', aliases: ['Lund'] },
    { type: 'PERSON', name: 'Ivo Brandt', aliases: ['Brandt'] },
    { type: 'PERSON', name: 'Mara Silva' },
  ],
  statements: [{ content: 'the talks go on', speakers: ['Ada Lund'], addressees: ['Ivo Brandt'] }],
  events: [
    {
      trigger: 'met',
      type: 'CONSULT',
      actors: ['Ada Lund', 'Ivo Brandt'],
      date: { text: 'on Friday', start: '2024-03-01', end: '2024-03-01' },
    },
  ],
};
const STRIKE: GivenArticle = {
  url: 'https://news.example/strike',
  publishedAt: '2024-03-05',
  text: 'Ada Lund and Mara Silva are in Bergen. Lund said the strike is over.',
  entities: [
    { type: 'PERSON', name: 'Ada Lund', aliases: ['Lund'] },
    { type: 'PERSON', name: 'Mara Silva' },
  ],
  statements: [{ content: 'the strike is over', speakers: ['Ada Lund'] }],
};

const personOf = (store: Store, name: string): string => store.nodes.actorByName('PERSON', name)?.id ?? '';

describe('associates', () => {
  test('are weighed by what is shared, the strongest first', () => {
    const store = openWith(TALKS, STRIKE);
    const [lund, silva] = store.associates.connect([personOf(store, 'Ada Lund'), personOf(store, 'Mara Silva')], PAGE);
    expect(lund?.edges.map(({ node, data }) => [node.name, data])).toEqual([
      ['Ivo Brandt', { weight: 6, sharedArticles: 1, sharedEvents: 1, sharedStatements: 1 }],
      ['Mara Silva', { weight: 2, sharedArticles: 2, sharedEvents: 0, sharedStatements: 0 }],
    ]);
    expect(silva?.edges.map((edge) => edge.node.name)).toEqual(['Ada Lund', 'Ivo Brandt']);
    expect(store.associates.count([personOf(store, 'Ada Lund')])).toEqual([2]);
  });

  test('come in pages', () => {
    const store = openWith(TALKS, STRIKE);
    const lund = personOf(store, 'Ada Lund');
    const [first] = store.associates.connect([lund], { ...PAGE, first: 1 });
    expect(first?.pageInfo.hasNextPage).toBe(true);
    const [second] = store.associates.connect([lund], { ...PAGE, first: 1, after: first?.pageInfo.endCursor ?? null });
    expect(second?.edges.map((edge) => edge.node.name)).toEqual(['Mara Silva']);
    expect(second?.pageInfo.hasNextPage).toBe(false);
  });
});

describe('a timeline', () => {
  test.each([
    ['DESC', ['2024-03-05 the strike is over', '2024-03-02 the talks go on', '2024-03-01 met']],
    ['ASC', ['2024-03-01 met', '2024-03-02 the talks go on', '2024-03-05 the strike is over']],
  ] as const)('%s: what an actor did and said by day, an event on its own date', (direction, expected) => {
    const store = openWith(TALKS, STRIKE);
    const lund = personOf(store, 'Ada Lund');
    const seen: string[] = [];
    for (let after: string | null = null, hasMore = true; hasMore; ) {
      const page: Connection<TimelineEntry> | undefined = store.timelines.connect(
        [lund],
        { ...PAGE, first: 2, after },
        direction,
      )[0];
      for (const { node } of page?.edges ?? [])
        seen.push(`${node.day} ${node.item.type === 'Event' ? node.item.trigger.text : node.item.text}`);
      after = page?.pageInfo.endCursor ?? null;
      hasMore = page?.pageInfo.hasNextPage ?? false;
    }
    expect(seen).toEqual(expected);
    expect(store.timelines.count([lund])).toEqual([3]);
  });
});

describe('similar articles', () => {
  const words = Array.from({ length: 120 }, (_, number) => `word${(number * 7919) % 5003}`);
  const story = (url: string, text: string): GivenArticle => ({ url: `https://news.example/${url}`, text });

  test('are those with nearly the same text, the most alike first', () => {
    const store = openWith(
      story('original', words.join(' ')),
      story('copy', [...words, 'agency', 'note'].join(' ')),
      story('shortened', words.slice(0, 90).join(' ')),
      story('other', words.map((word) => `${word}x`).join(' ')),
    );
    const original = store.nodes.articleByUrl('https://news.example/original')?.id ?? '';
    const [found] = store.nodes.similarArticles([original], 10);
    expect(found?.map((article) => article.url)).toEqual([
      'https://news.example/copy',
      'https://news.example/shortened',
    ]);
    expect(store.nodes.similarArticles([original], 1)[0]).toHaveLength(1);
  });
});

describe('counting what a batch costs', () => {
  test('the number of statements does not grow with the number of rows', () => {
    const many = Array.from(
      { length: 30 },
      (_, number): GivenArticle => ({
        ...TALKS,
        url: `https://news.example/${number}`,
        text: `${TALKS.text} Part ${number}.`,
      }),
    );
    const costs = [1, 30].map((size) => {
      const store = openWith(...many.slice(0, size));
      const before = store.executed;
      const articles = store.articles.connect(null, [''], PAGE, null, null)[0]?.edges.map((edge) => edge.node.id) ?? [];
      const statements = store.statements
        .connect('ARTICLE', articles, PAGE, null, null)
        .flatMap((page) => page.edges.map((edge) => edge.node.id));
      const speakers = store.nodes
        .actorsOfStatements(statements, 'SPEAKER')
        .flatMap((actors) => actors.map((actor) => actor.id));
      store.nodes.positions(speakers);
      store.nodes.aliases(speakers);
      store.nodes.spans(statements, 'EVIDENCE');
      store.associates.connect(speakers, PAGE);
      return store.executed - before;
    });
    expect(costs[1]).toBe(costs[0]);
  });
});
