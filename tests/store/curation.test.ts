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
const said = (store: Store, id: string): string[] =>
  store.statements.connect('SPEAKER', [id], PAGE, null, null)[0]?.edges.map((edge) => edge.node.text) ?? [];

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

  test.each([
    ['Jane Quill Roe', 'Mary Poe'],
    ['Mary Poe', 'Jane Quill Roe'],
  ])('of %s into %s leaves the name of the second, over other readings, until it is taken back', (from, into) => {
    const one = (number: number, name: string): GivenArticle => ({
      url: `https://news.example/${number}`,
      text: `${name} spoke. ${name} left.`,
      entities: [{ type: 'PERSON', name }],
    });
    const store = openWith(one(1, 'Jane Quill Roe'), one(2, 'Jane Quill Roe'), one(3, 'Mary Poe'));
    const [lost, kept] = [person(store, from), person(store, into)];
    const names = (): unknown[] => store.nodes.actors([lost, kept]).map((actor) => actor?.name);
    const { id, actor } = store.mergeActors(lost, kept);
    expect(actor.name).toBe(into);
    expect(store.nodes.aliases([kept])[0]).toEqual([from]);
    for (const number of [1, 2, 3, 4, 5]) {
      const name = number === 3 ? 'Mary Poe' : 'Jane Quill Roe';
      store.save(buildArticle({ ...one(number, name), title: 'another' }));
      expect(names()).toEqual([into, into]);
    }
    store.renameActor(kept, 'Somebody Else');
    expect(names()).toEqual(['Somebody Else', 'Somebody Else']);
    expect(store.nodes.aliases([kept])[0]).toEqual(['Jane Quill Roe', 'Mary Poe']);
    store.undo(id);
    expect(names()).toEqual([from, 'Somebody Else']);
  });

  test('keeps a name that a curator gave before as an alias, and gives it back', () => {
    const store = openWith(HARBOUR, FERRY);
    const [liz, elizabeth] = [person(store, 'Liz Hart'), person(store, 'Elizabeth Hart')];
    const [first, second] = [store.renameActor(liz, 'Lizzie'), store.renameActor(elizabeth, 'Bess')];
    const { id, actor } = store.mergeActors(liz, elizabeth);
    expect(actor.name).toBe('Bess');
    expect(store.nodes.aliases([elizabeth])[0]).toEqual(['Elizabeth Hart', 'Hart', 'Liz Hart', 'Lizzie']);
    expect(store.undo(second.id).map(({ name }) => name)).toEqual(['Elizabeth Hart']);
    expect(store.undo(first.id).map(({ name }) => name)).toEqual(['Elizabeth Hart']);
    expect(store.nodes.aliases([elizabeth])[0]).toEqual(['Hart', 'Liz Hart']);
    store.undo(id);
    expect(store.nodes.actors([liz, elizabeth]).map((each) => each?.name)).toEqual(['Liz Hart', 'Elizabeth Hart']);
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
    const third: GivenArticle = {
      url: 'https://news.example/third',
      text: 'Beth Hart spoke.',
      entities: [{ type: 'PERSON', name: 'Beth Hart' }],
    };
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const store = openWith(HARBOUR, FERRY, third);
      const [liz, elizabeth, beth] = [
        person(store, 'Liz Hart'),
        person(store, 'Elizabeth Hart'),
        person(store, 'Beth Hart'),
      ];
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
    expect(() =>
      store.mergeActors(
        person(store, 'Elizabeth Hart'),
        store.nodes.actorByName(type, name)?.id ?? 'per_aaaaaaaaaaaaaaaa',
      ),
    ).toThrow(expect.objectContaining({ code }));
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
    expect(() => store.renameActor(person(store, 'Tom Ruiz'), name)).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT' }),
    );
  });

  test.each([
    0x00, 0x07, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x34f, 0x61c, 0x115f, 0x180e, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f,
    0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0x2800, 0x3164, 0xd800, 0xdfff, 0xe000, 0xfe0f, 0xfeff, 0xfff9, 0xe0041,
    0xe0100,
  ])('with a character that nobody can see is refused: U+%#', (code) => {
    const store = openWith(HARBOUR);
    const id = person(store, 'Tom Ruiz');
    const named = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
    for (const name of [
      `Tom${String.fromCodePoint(code)}Ruiz`,
      `${String.fromCodePoint(code)}Tom Ruiz`,
      `Tom Ruiz${String.fromCodePoint(code)}`,
    ]) {
      expect(() => store.renameActor(id, name)).toThrow(
        expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(named) }),
      );
    }
    expect(store.nodes.actors([id])[0]?.name).toBe('Tom Ruiz');
  });

  test.each([
    ['\tTom\n\r\n Ruiz\u2028', 'Tom Ruiz'],
    ['Tom\u00a0\u3000\u2009Ruiz', 'Tom Ruiz'],
    ['Jose\u0301 O’Neill-Ruiz 3.', 'José O’Neill-Ruiz 3.'],
    ['وزير الدفاع', 'وزير الدفاع'],
    ['🦊 Fox', '🦊 Fox'],
  ])('is taken with single spaces: %j', (name, taken) => {
    const store = openWith(HARBOUR);
    expect(store.renameActor(person(store, 'Tom Ruiz'), name).actor.name).toBe(taken);
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
    store.deleteArticle(
      store.articles.connect(null, [''], PAGE, null, { field: 'PUBLISHED_AT', direction: 'ASC' })[0]?.edges[0]?.node
        .id ?? '',
    );
    expect(store.nodes.actors([id])[0]?.articleCount).toBe(2);
    store.save(buildArticle(minister(1)));
    expect(store.nodes.actors([id])[0]?.articleCount).toBe(3);
    expect(people(store)).toEqual(['Anna Berg']);
  });
});
