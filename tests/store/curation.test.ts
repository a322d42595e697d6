import { afterEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import { buildArticle, type GivenArticle } from './reading-builder.ts';

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

const PAGE = { first: 50, after: null, last: null, before: null };
const person = (store: Store, name: string): string => store.nodes.actorByName('PERSON', name)?.id ?? '';
const people = (store: Store): string[] =>
  store.actors
    .connect('PERSON', PAGE, null, null)
    .edges.map((edge) => edge.node.name)
    .sort();
const said = (store: Store, id: string): string[] => store.statements.connect('SPEAKER', [id], PAGE, null, null)[0]?.edges.map((edge) => edge.node.text) ?? [];

const HARBOUR: GivenArticle = {
  url: 'https://news.example/harbour',
  publishedAt: '2024-01-02',
  text: 'Mayor Elizabeth Hart of Porto Bello said the harbour will close. Tom Ruiz was there.',
  entities: [
    { type: 'PERSON', name: 'Elizabeth Hart', aliases: ['Hart'] },
    { type: 'PERSON', name: 'Tom Ruiz' },
    { type: 'PLACE', name: 'Porto Bello', kind: 'CITY', countryCode: 'PA' },
  ],
  positions: [{ person: 'Elizabeth Hart', title: 'Mayor', place: 'Porto Bello' }],
  statements: [{ content: 'the harbour will close', speakers: ['Elizabeth Hart'] }],
};
const FERRY: GivenArticle = {
  url: 'https://news.example/ferry',
  publishedAt: '2024-01-05',
  text: 'Liz Hart told reporters that the ferry stays. Hart left early.',
  entities: [{ type: 'PERSON', name: 'Liz Hart', aliases: ['Hart'] }],
  statements: [{ content: 'the ferry stays', speakers: ['Liz Hart'] }],
};

describe('a merge', () => {
  test('makes one of two: names, statements, offices, articles; the old id goes on working', () => {
    const store = openWith(HARBOUR, FERRY);
    const [liz, elizabeth] = [person(store, 'Liz Hart'), person(store, 'Elizabeth Hart')];
    expect(liz).not.toBe(elizabeth);
    const { actor } = store.mergeActors(liz, elizabeth);
    expect(actor).toMatchObject({ id: elizabeth, articleCount: 2, mentionCount: 3 });
    expect(people(store)).toEqual([actor.name, 'Tom Ruiz']);
    expect(said(store, elizabeth)).toEqual(['the ferry stays', 'the harbour will close']);
    expect(store.nodes.actors([liz])[0]?.id).toBe(elizabeth);
    expect(store.nodes.aliases([elizabeth])[0]).toContain('Hart');
    expect(store.nodes.positions([elizabeth])[0]).toMatchObject([{ title: 'Mayor' }]);
  });

  test('survives another reading of both articles', () => {
    const store = openWith(HARBOUR, FERRY);
    store.mergeActors(person(store, 'Liz Hart'), person(store, 'Elizabeth Hart'));
    store.save(buildArticle({ ...FERRY, text: `${FERRY.text} It rained.` }));
    store.save(buildArticle({ ...HARBOUR, text: `${HARBOUR.text} It rained.` }));
    expect(people(store)).toHaveLength(2);
    expect(said(store, person(store, 'Liz Hart'))).toHaveLength(2);
  });

  test('survives that an article is deleted and comes back', () => {
    const store = openWith(HARBOUR, FERRY);
    store.mergeActors(person(store, 'Liz Hart'), person(store, 'Elizabeth Hart'));
    for (const given of [FERRY, HARBOUR]) {
      const built = buildArticle(given);
      store.deleteArticle(store.findUnchanged(built.article) ?? '');
      store.save(built);
      expect(people(store)).toHaveLength(2);
    }
  });

  test('can be taken back, and then all is as before', () => {
    const store = openWith(HARBOUR, FERRY);
    const [liz, elizabeth] = [person(store, 'Liz Hart'), person(store, 'Elizabeth Hart')];
    const before = store.nodes.actors([liz, elizabeth]);
    const { id } = store.mergeActors(liz, elizabeth);
    expect(
      store
        .undo(id)
        .map((actor) => actor.id)
        .sort(),
    ).toEqual([liz, elizabeth].sort());
    expect(store.nodes.actors([liz, elizabeth])).toEqual(before);
    expect([said(store, liz), said(store, elizabeth)]).toEqual([['the ferry stays'], ['the harbour will close']]);
    expect(store.nodes.aliases([liz, elizabeth])).toEqual([['Hart'], ['Hart']]);
    expect(() => store.undo(id)).toThrow(expect.objectContaining({ code: 'NOT_FOUND' }));
  });

  test('of three into one can be taken back one by one, in either order', () => {
    const third: GivenArticle = { url: 'https://news.example/third', text: 'Beth Hart spoke.', entities: [{ type: 'PERSON', name: 'Beth Hart' }] };
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const store = openWith(HARBOUR, FERRY, third);
      const [liz, elizabeth, beth] = [person(store, 'Liz Hart'), person(store, 'Elizabeth Hart'), person(store, 'Beth Hart')];
      const before = store.nodes.actors([liz, elizabeth, beth]);
      const decisions = [store.mergeActors(beth, liz).id, store.mergeActors(liz, elizabeth).id];
      expect(people(store)).toHaveLength(2);
      for (const place of order) store.undo(decisions[place] ?? '');
      expect(store.nodes.actors([liz, elizabeth, beth])).toEqual(before);
    }
  });

  test('of two in one article lists what both say once', () => {
    const store = openWith({
      ...HARBOUR,
      statements: [{ content: 'the harbour will close', speakers: ['Elizabeth Hart', 'Tom Ruiz'] }],
      events: [{ trigger: 'close', actors: ['Elizabeth Hart'], recipients: ['Tom Ruiz'] }],
    });
    const elizabeth = person(store, 'Elizabeth Hart');
    const article = store.articles.connect('ACTOR', [elizabeth], PAGE, null, null)[0]?.edges[0]?.node.id ?? '';
    const { actor } = store.mergeActors(person(store, 'Tom Ruiz'), elizabeth);
    expect(actor).toMatchObject({ articleCount: 1, mentionCount: 2 });
    expect(said(store, elizabeth)).toEqual(['the harbour will close']);
    expect(store.events.connect('ACTOR', [elizabeth], PAGE, null, null)[0]?.edges).toHaveLength(1);
    expect(store.actors.connectOfArticles('PERSON', [article], PAGE)[0]?.edges.map((edge) => edge.data)).toEqual([2]);
    expect(store.articles.connect('ACTOR', [elizabeth], PAGE, null, null)[0]?.edges).toHaveLength(1);
  });

  test.each([
    ['an actor with itself', 'Elizabeth Hart', 'PERSON', 'INVALID_INPUT'],
    ['a person with a place', 'Porto Bello', 'PLACE', 'INVALID_INPUT'],
    ['an actor that is not there', 'Nobody', 'PERSON', 'NOT_FOUND'],
  ] as const)('is refused: %s', (_, name, type, code) => {
    const store = openWith(HARBOUR);
    expect(() => store.mergeActors(person(store, 'Elizabeth Hart'), store.nodes.actorByName(type, name)?.id ?? 'per_aaaaaaaaaaaaaaaa')).toThrow(expect.objectContaining({ code }));
  });
});

describe('a new name', () => {
  test('holds over other readings, is found, and can be taken back', () => {
    const store = openWith(HARBOUR, FERRY);
    const id = person(store, 'Liz Hart');
    const { id: decision, actor } = store.renameActor(id, '  Elizabeth  Hart Moreno ');
    expect(actor.name).toBe('Elizabeth Hart Moreno');
    store.save(buildArticle({ ...FERRY, text: `${FERRY.text} It rained.` }));
    expect(store.nodes.actors([id])[0]?.name).toBe('Elizabeth Hart Moreno');
    expect(store.nodes.aliases([id])[0]).toEqual(['Hart', 'Liz Hart']);
    expect(store.search('moreno', ['PERSON'], PAGE).edges.map((edge) => edge.node.id)).toEqual([id]);
    expect(store.undo(decision).map(({ name }) => name)).toEqual(['Liz Hart']);
    expect(store.search('moreno', ['PERSON'], PAGE).edges).toEqual([]);
  });

  test.each(['', '   ', '…', 'x'.repeat(300)])('that is none is refused: %j', (name) => {
    const store = openWith(HARBOUR);
    expect(() => store.renameActor(person(store, 'Tom Ruiz'), name)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });
});

describe('what the machine decided', () => {
  const minister = (number: number, rest: Partial<GivenArticle> = {}): GivenArticle => ({
    url: `https://news.example/${number}`,
    publishedAt: `2024-02-0${number}`,
    text: `Anna Berg spoke on day ${number}.`,
    entities: [{ type: 'PERSON', name: 'Anna Berg' }],
    ...rest,
  });

  test('joins a full name met again, and keeps its id whatever article goes', () => {
    const store = openWith(minister(1), minister(2), minister(3));
    const id = person(store, 'Anna Berg');
    expect(store.nodes.actors([id])[0]?.articleCount).toBe(3);
    store.deleteArticle(store.articles.connect(null, [''], PAGE, null, { field: 'PUBLISHED_AT', direction: 'ASC' })[0]?.edges[0]?.node.id ?? '');
    expect(store.nodes.actors([id])[0]?.articleCount).toBe(2);
    store.save(buildArticle(minister(1)));
    expect(store.nodes.actors([id])[0]?.articleCount).toBe(3);
    expect(people(store)).toEqual(['Anna Berg']);
  });
});
