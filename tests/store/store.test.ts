import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../src/store/store.ts';
import type { Connection, PageRequest } from '../../src/store/page.ts';
import { buildArticle, type GivenArticle } from './reading-builder.ts';

const PAGE: PageRequest = { first: 20, after: null, last: null, before: null };

const VISIT: GivenArticle = {
  title: 'Minister visits Oslo',
  url: 'https://news.example/visit',
  publisher: 'The Example',
  publishedAt: '2024-03-02',
  text:
    'Oslo, Norway – Defence Minister Anna Berg met Jan Olsen of the Arctic Transport Union (ATU). ' +
    'Berg told Olsen that the ferries will sail again. Olsen warned of a strike.',
  dateline: 'Oslo',
  entities: [
    { type: 'PERSON', name: 'Anna Berg', aliases: ['Berg'] },
    { type: 'PERSON', name: 'Jan Olsen', aliases: ['Olsen'] },
    { type: 'ORGANISATION', name: 'Arctic Transport Union', acronym: 'ATU', kind: 'UNION' },
    { type: 'PLACE', name: 'Oslo', kind: 'CITY', countryCode: 'NO' },
    { type: 'PLACE', name: 'Norway', kind: 'COUNTRY', countryCode: 'NO' },
  ],
  positions: [{ person: 'Anna Berg', title: 'Defence Minister', place: 'Norway' }],
  statements: [
    { content: 'the ferries will sail again', speakers: ['Anna Berg'], addressees: ['Jan Olsen'] },
    { content: 'of a strike', act: 'WARN', speakers: ['Jan Olsen'] },
  ],
  events: [
    {
      trigger: 'met',
      type: 'CONSULT',
      actors: ['Anna Berg', 'Jan Olsen'],
      place: 'Oslo',
      date: { text: 'on Friday', start: '2024-03-01', end: '2024-03-01' },
    },
  ],
};

const folders: string[] = [];
const stores: Store[] = [];

function openEmpty(): Store {
  const store = openStore({ path: ':memory:' });
  stores.push(store);
  return store;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-store-'));
  folders.push(folder);
  return folder;
}

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const nodes = <Item>(connection: Connection<Item, unknown> | undefined): Item[] =>
  connection?.edges.map((edge) => edge.node) ?? [];
const everyId = (store: Store): string[] =>
  [
    ...nodes(store.articles.connect(null, [''], PAGE, null, null)[0]),
    ...nodes(store.statements.connect(null, [''], PAGE, null, null)[0]),
    ...nodes(store.events.connect(null, [''], PAGE, null, null)[0]),
    ...(['PERSON', 'ORGANISATION', 'PLACE'] as const).flatMap((type) =>
      nodes(store.actors.connect(type, PAGE, null, null)),
    ),
  ].map((record) => record.id);

describe('what an article says can be read back', () => {
  test('statements in text order, with those who speak and those spoken to', () => {
    const store = openEmpty();
    const { id } = store.save(buildArticle(VISIT));
    const statements = nodes(store.statements.connect('ARTICLE', [id], PAGE, null, null)[0]);
    expect(statements.map((statement) => statement.text)).toEqual(['the ferries will sail again', 'of a strike']);
    const ids = statements.map((statement) => statement.id);
    expect(store.nodes.actorsOfStatements(ids, 'SPEAKER').map((actors) => actors.map((actor) => actor.name))).toEqual([
      ['Anna Berg'],
      ['Jan Olsen'],
    ]);
    expect(store.nodes.actorsOfStatements(ids, 'ADDRESSEE').map((actors) => actors.map((actor) => actor.name))).toEqual(
      [['Jan Olsen'], []],
    );
    expect(store.nodes.spans(ids, 'CONTENT')[0]).toEqual([
      {
        start: VISIT.text.indexOf('the ferries'),
        end: VISIT.text.indexOf('the ferries') + 27,
        text: 'the ferries will sail again',
      },
    ]);
  });

  test('people with their names and positions, events with place, date and participants', () => {
    const store = openEmpty();
    const { id } = store.save(buildArticle(VISIT));
    const berg = store.nodes.actorByName('PERSON', 'anna berg');
    expect(berg).toMatchObject({ name: 'Anna Berg', articleCount: 1, mentionCount: 2 });
    expect(store.nodes.aliases([berg?.id ?? ''])).toEqual([['Berg']]);
    expect(store.nodes.positions([berg?.id ?? ''])[0]).toMatchObject([
      { title: 'Defence Minister', former: false, placeId: store.nodes.actorByName('PLACE', 'Norway')?.id },
    ]);
    const [event] = nodes(store.events.connect('ARTICLE', [id], PAGE, null, null)[0]);
    expect(event).toMatchObject({
      eventType: 'CONSULT',
      status: 'OCCURRED',
      date: { text: 'on Friday', start: '2024-03-01' },
      placeId: store.nodes.actorByName('PLACE', 'Oslo')?.id,
    });
    expect(store.nodes.participants([event?.id ?? ''])[0]?.map(({ role, span }) => [role, span.text])).toEqual([
      ['ACTOR', 'Anna Berg'],
      ['ACTOR', 'Jan Olsen'],
    ]);
    expect(
      nodes(store.actors.connectOfArticles('PERSON', [id], PAGE)[0])
        .map((person) => person.name)
        .sort(),
    ).toEqual(['Anna Berg', 'Jan Olsen']);
    expect(store.nodes.articles([id])[0]).toMatchObject({
      title: 'Minister visits Oslo',
      datelineId: event?.placeId,
      publisherId: store.nodes.actorByName('ORGANISATION', 'The Example')?.id,
    });
  });
});

describe('ingest is repeatable', () => {
  test('the same article in two empty databases gets the same ids', () => {
    const [one, other] = [openEmpty(), openEmpty()];
    one.save(buildArticle(VISIT));
    other.save(buildArticle(VISIT));
    expect(everyId(one)).toEqual(everyId(other));
    expect(new Set(everyId(one)).size).toBe(everyId(one).length);
  });

  test('the same article again is known; with another text at its url it replaces the first', () => {
    const store = openEmpty();
    const built = buildArticle(VISIT);
    const { id, status } = store.save(built);
    expect(status).toBe('CREATED');
    expect(store.findUnchanged(built.article)).toBe(id);
    const changed = buildArticle({ ...VISIT, text: `${VISIT.text} Berg left on Saturday.` });
    expect(store.findUnchanged(changed.article)).toBeNull();
    expect(store.save(changed)).toEqual({ status: 'UPDATED', id });
    expect(store.countEverything()).toMatchObject({ articles: 1, people: 2, statements: 2, events: 1 });
  });

  test('a deleted article leaves nothing behind', () => {
    const store = openEmpty();
    const { id } = store.save(buildArticle(VISIT));
    expect(store.deleteArticle(id)).toBe(true);
    expect(store.deleteArticle(id)).toBe(false);
    expect(store.countEverything()).toEqual({
      articles: 0,
      people: 0,
      organisations: 0,
      places: 0,
      mentions: 0,
      statements: 0,
      events: 0,
    });
    expect(store.countHits('ferries', ['ARTICLE', 'STATEMENT', 'PERSON'])).toBe(0);
  });

  test('an article that fails half-way leaves nothing', () => {
    const store = openEmpty();
    const built = buildArticle(VISIT);
    const broken = {
      ...built,
      reading: {
        ...built.reading,
        events: built.reading.events.map((event) => ({ ...event, trigger: { start: 5, end: 5 } })),
      },
    };
    expect(() => store.save(broken)).toThrow();
    expect(store.countEverything().articles).toBe(0);
  });
});

describe('lists of articles', () => {
  const articles = ['2024-01-03', null, '2024-01-01', '2024-01-03T10:00:00Z', null, '2024-01-02'].map(
    (publishedAt, number) =>
      buildArticle({
        text: `Number ${number} of the series.`,
        publishedAt,
        title: `Number ${number}`,
        url: `https://news.example/${number}`,
      }),
  );

  test.each([
    ['DESC', ['Number 3', 'Number 0', 'Number 5', 'Number 2']],
    ['ASC', ['Number 2', 'Number 5', 'Number 0', 'Number 3']],
  ] as const)('by date, %s: those without a date come last, and pages miss none of them', (direction, dated) => {
    const store = openEmpty();
    for (const article of articles) store.save(article);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const [page] = store.articles.connect(null, [''], { ...PAGE, first: 2, after }, null, {
        field: 'PUBLISHED_AT',
        direction,
      });
      seen.push(...nodes(page).map((article) => article.title));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen.slice(0, 4)).toEqual(dated);
    expect(seen.slice(4).sort()).toEqual(['Number 1', 'Number 4']);
  });

  test.each([
    [{ publishedAt: { from: '2024-01-02' } }, ['Number 0', 'Number 3', 'Number 5']],
    [{ publishedAt: { from: '2024-01-02', to: '2024-01-03' }, not: { text: '"Number 5"' } }, ['Number 0', 'Number 3']],
    [{ publishedAt: { to: '2024-01-03' } }, ['Number 0', 'Number 2', 'Number 3', 'Number 5']],
    [{ or: [{ text: '"Number 1"' }, { text: '"Number 2"' }] }, ['Number 1', 'Number 2']],
    [{ and: [{ text: 'series' }, { publishedAt: { from: '2024-01-03' } }] }, ['Number 0', 'Number 3']],
    [{ not: { publishedAt: { from: '2024-01-01' } } }, ['Number 1', 'Number 4']],
    [{ or: [] }, []],
  ])('%j', (filter, titles) => {
    const store = openEmpty();
    for (const article of articles) store.save(article);
    const [page] = store.articles.connect(null, [''], PAGE, filter, null);
    expect(
      nodes(page)
        .map((article) => article.title)
        .sort(),
    ).toEqual(titles);
    expect(store.articles.count(null, [''], filter)).toEqual([titles.length]);
  });
});

describe('a search', () => {
  test('finds articles, statements and names, best first, with the hit marked', () => {
    const store = openEmpty();
    store.save(buildArticle(VISIT));
    const found = store.search('ferries', ['ARTICLE', 'STATEMENT', 'PERSON', 'ORGANISATION', 'PLACE'], PAGE);
    expect(found.edges.map((edge) => edge.node.type).sort()).toEqual(['ARTICLE', 'STATEMENT']);
    expect(found.edges.every((edge) => edge.data.snippet.includes('<mark>ferries</mark>'))).toBe(true);
    expect(nodes(store.search('berg', ['PERSON'], PAGE))).toEqual([
      { type: 'PERSON', id: store.nodes.actorByName('PERSON', 'Anna Berg')?.id },
    ]);
    expect(nodes(store.search('"""', ['PERSON'], PAGE))).toEqual([]);
  });
});

describe('the file', () => {
  test('is made with its folder, and opened for reading alone', () => {
    const path = join(newFolder(), 'deep', 'er', 'news.db');
    openStore({ path }).close();
    const reader = openStore({ path, readonly: true });
    expect(() => reader.save(buildArticle(VISIT))).toThrow();
    reader.close();
  });

  test('that is no database is named in the error', () => {
    const path = join(newFolder(), 'news.db');
    writeFileSync(path, 'This is certainly no database, however long one looks at it. '.repeat(40));
    expect(() => openStore({ path })).toThrow(
      expect.objectContaining({ code: 'INVALID_INPUT', message: expect.stringContaining(path) }),
    );
  });

  test('of a newer version is not touched', () => {
    const path = join(newFolder(), 'news.db');
    openStore({ path }).close();
    const database = new Database(path);
    database
      .prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
      .run('later', 9_999_999_999_999);
    database.close();
    expect(() => openStore({ path })).toThrow(expect.objectContaining({ code: 'CONFLICT' }));
  });
});

test('an article that another process has stored since it was looked for is left as it is', () => {
  const path = join(newFolder(), 'news.db');
  const [one, other] = [openStore({ path }), openStore({ path })];
  stores.push(one, other);
  const read = buildArticle(VISIT);
  expect([one.findUnchanged(read.article), other.findUnchanged(read.article)]).toEqual([null, null]);
  expect(one.save(read).status).toBe('CREATED');
  expect(other.save(read)).toEqual({ status: 'UNCHANGED', id: one.findUnchanged(read.article) });
});
