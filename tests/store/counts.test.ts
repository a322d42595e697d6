import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { DatelineError } from '../../src/errors.ts';
import type { Sql } from '../../src/store/database.ts';
import { openDatabase } from '../../src/store/opening.ts';
import { Store } from '../../src/store/store.ts';
import { buildArticle, type GivenArticle, type GivenEntity, type GivenPosition } from './reading-builder.ts';
import { recount } from './recount.ts';

/** Namesakes, a surname that several share, forms of one name, an actor of every type. */
const ENTITIES: readonly GivenEntity[] = [
  { type: 'PERSON', name: 'Jane Roe', aliases: ['Roe'] },
  { type: 'PERSON', name: 'Jane Quill Roe', aliases: ['Roe', 'Jane'] },
  { type: 'PERSON', name: 'Mary Poe', aliases: ['Poe'] },
  { type: 'PERSON', name: 'Poe' },
  { type: 'PERSON', name: 'Roe' },
  { type: 'ORGANISATION', name: 'Arctic Union', acronym: 'AU' },
  { type: 'ORGANISATION', name: 'AU' },
  { type: 'PLACE', name: 'Oslo', kind: 'CITY', countryCode: 'NO' },
  { type: 'PLACE', name: 'Norway', aliases: ['Kingdom of Norway'], kind: 'COUNTRY', countryCode: 'NO' },
  { type: 'PLACE', name: 'Sweden', kind: 'COUNTRY', countryCode: 'SE' },
];
const TITLES = ['mayor', 'Mayor', 'former mayor'];
const NAMES = ['Jane Roe', 'Mary Ann Poe', 'Roe', 'Somebody Else', 'Oslo'];

interface Given {
  readonly url: number;
  readonly entities: readonly GivenEntity[];
  readonly positions: readonly GivenPosition[];
  readonly repeats: number;
  readonly publisher: string | null;
}

function articleOf({ url, entities, positions, repeats, publisher }: Given): GivenArticle {
  const words = entities.flatMap((entity) => [entity.name, ...(entity.aliases ?? [])]);
  const text = `${TITLES.join(' ')}. ${Array.from({ length: repeats }, () => words.join(', ')).join('. ')}.`;
  return {
    url: `https://news.example/${url}`,
    text,
    publisher,
    publishedAt: `2024-01-0${url + 1}`,
    entities,
    positions,
  };
}

const given: fc.Arbitrary<Given> = fc
  .record({
    url: fc.nat(3),
    entities: fc.uniqueArray(fc.constantFrom(...ENTITIES), {
      minLength: 1,
      maxLength: 5,
      selector: ({ name }) => name,
    }),
    offices: fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...TITLES), fc.nat(9)), { maxLength: 3 }),
    repeats: fc.nat(2),
    publisher: fc.constantFrom(null, 'Arctic Union', 'The Example'),
  })
  .map(({ offices, ...rest }) => {
    const of = (type: GivenEntity['type']): string[] =>
      rest.entities.filter((entity) => entity.type === type).map(({ name }) => name);
    const pick = (names: readonly string[], number: number): string | undefined => names[number % (names.length + 1)];
    const positions = offices.flatMap(([person, title, holder]): GivenPosition[] => {
      const [name, organisation, place] = [
        of('PERSON')[person % Math.max(1, of('PERSON').length)],
        pick(of('ORGANISATION'), holder),
        pick(of('PLACE'), holder),
      ];
      return name === undefined
        ? []
        : [
            {
              person: name,
              title,
              ...(organisation === undefined ? {} : { organisation }),
              ...(place === undefined ? {} : { place }),
            },
          ];
    });
    return { ...rest, positions };
  });

type Step =
  | readonly ['save', Given]
  | readonly ['delete', number]
  | readonly ['merge', number, number]
  | readonly ['rename', number, string]
  | readonly ['undo', number];

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: given.map((article): Step => ['save', article]) },
  { weight: 1, arbitrary: fc.nat(9).map((number): Step => ['delete', number]) },
  { weight: 3, arbitrary: fc.tuple(fc.nat(99), fc.nat(99)).map(([from, into]): Step => ['merge', from, into]) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.nat(99), fc.constantFrom(...NAMES)).map(([actor, name]): Step => ['rename', actor, name]),
  },
  { weight: 2, arbitrary: fc.nat(99).map((number): Step => ['undo', number]) },
);

let sql: Sql;
const open = (): Store => {
  sql = openDatabase({ path: ':memory:' });
  return new Store(sql);
};
afterEach(() => sql.close());

const column = (text: string): string[] => sql.all(text).map((row) => String(row['value']));
const pick = (values: readonly string[], number: number): string =>
  values[number % Math.max(1, values.length)] ?? 'per_aaaaaaaaaaaaaaaa';

function take(store: Store, one: Step): void {
  const actors = column('SELECT id AS value FROM actors ORDER BY type, id');
  switch (one[0]) {
    case 'save':
      store.save(buildArticle(articleOf(one[1])));
      break;
    case 'delete':
      store.deleteArticle(pick(column('SELECT id AS value FROM articles ORDER BY id'), one[1]));
      break;
    case 'merge':
      store.mergeActors(pick(actors, one[1]), pick(actors, one[2]));
      break;
    case 'rename':
      store.renameActor(pick(actors, one[1]), one[2]);
      break;
    case 'undo':
      store.undo(
        pick(
          column(
            `SELECT 'same_' || id AS value FROM judgements WHERE undone IS NULL UNION ALL SELECT 'name_' || id
              FROM renames WHERE undone IS NULL`,
          ),
          one[1],
        ),
      );
      break;
  }
}

describe('whatever is written, merged, renamed, undone and taken out', () => {
  test('all that is kept of it is what counting anew gives', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 3, maxLength: 20 }), (steps) => {
        const store = open();
        try {
          for (const one of steps) {
            try {
              take(store, one);
            } catch (error) {
              if (!(error instanceof DatelineError) || error.code === 'INTERNAL') throw error;
            }
            const { kept, anew } = recount(sql);
            expect(kept).toEqual(anew);
          }
        } finally {
          sql.close();
        }
      }),
      { numRuns: 150 },
    );
  });

  test('an article that is read again and again counts once, with two of its actors merged, and undone', () => {
    const store = open();
    const roe: Given = { url: 0, entities: ENTITIES.slice(0, 1), positions: [], repeats: 1, publisher: null };
    const both: Given = {
      url: 1,
      entities: [...ENTITIES.slice(0, 1), ...ENTITIES.slice(2, 3)],
      positions: [],
      repeats: 1,
      publisher: null,
    };
    for (const article of [roe, both]) store.save(buildArticle(articleOf(article)));
    const [jane, mary] = ['Jane Roe', 'Mary Poe'].map((name) => store.nodes.actorByName('PERSON', name)?.id ?? '');
    const { id } = store.mergeActors(mary ?? '', jane ?? '');
    const count = (): number | undefined => store.nodes.actors([jane ?? ''])[0]?.articleCount;
    for (const title of ['one', 'two', 'three']) {
      store.save(buildArticle({ ...articleOf(both), title }));
      expect(count()).toBe(2);
    }
    store.deleteArticle(store.nodes.articleByUrl('https://news.example/1')?.id ?? '');
    expect(count()).toBe(1);
    store.undo(id);
    expect(count()).toBe(1);
  });

  test('a merged country is the other in later articles, which can be taken out, and the merge undone', () => {
    const store = open();
    const [norway, sweden] = ENTITIES.filter((entity) => entity.type === 'PLACE' && entity.kind === 'COUNTRY').map(
      (entity, url): Given => ({ url, entities: [entity], positions: [], repeats: 1, publisher: null }),
    );
    if (!norway || !sweden) throw new Error('There must be two countries.');
    for (const article of [norway, sweden]) store.save(buildArticle(articleOf(article)));
    const idOf = (name: string): string => store.nodes.actorByName('PLACE', name)?.id ?? '';
    const [lost, kept] = [idOf('Norway'), idOf('Sweden')];
    const { id } = store.mergeActors(lost, kept);
    for (const url of [2, 3]) store.save(buildArticle(articleOf({ ...norway, url })));
    expect(store.nodes.actors([lost, kept]).map((actor) => [actor?.id, actor?.articleCount])).toEqual([
      [kept, 4],
      [kept, 4],
    ]);
    expect(store.nodes.countries(['NO', 'SE']).map((country) => country?.id)).toEqual([kept, kept]);
    store.deleteArticle(store.nodes.articleByUrl('https://news.example/1')?.id ?? '');
    store.undo(id);
    const { kept: stored, anew } = recount(sql);
    expect(stored).toEqual(anew);
  });
});
