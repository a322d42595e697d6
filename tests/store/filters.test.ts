import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import type { ArticleFilter, EventFilter, StatementFilter } from '../../src/store/filters.ts';
import type { Connection, PageRequest } from '../../src/store/page.ts';
import { openStore } from '../../src/store/store.ts';
import { buildArticle } from './reading-builder.ts';
import { ACTS, DAYS, facts, KINDS, nodes, PAGE, STATUSES, store, WORDS } from './facts.ts';

afterAll(() => store.close());

const speakers = fc.constantFrom(...new Set(facts.map((fact) => fact.statement.speaker)));
const articles = fc.constantFrom(...facts.slice(0, 4).map((fact) => fact.statement.article));
const range = fc.record({ from: fc.constantFrom(...DAYS), to: fc.constantFrom(...DAYS) }, { requiredKeys: [] });
const confidence = fc.constantFrom(0, 0.2, 0.5, 1);

/** Filters of any shape over some fields. */
function combined<Filter extends object>(own: fc.Arbitrary<Filter>): fc.Arbitrary<Filter> {
  const { filter } = fc.letrec<{ filter: Filter }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      own,
      fc
        .tuple(
          own,
          fc.record(
            {
              and: fc.array(tie('filter'), { maxLength: 2 }),
              or: fc.array(tie('filter'), { maxLength: 2 }),
              not: tie('filter'),
            },
            { requiredKeys: [] },
          ),
        )
        .map(([fields, parts]) => ({ ...fields, ...parts })),
    ),
  }));
  return filter;
}

interface Combined<Filter> {
  readonly and?: readonly Filter[] | null;
  readonly or?: readonly Filter[] | null;
  readonly not?: Filter | null;
}

/** Whether a filter holds, by its parts. */
function holds<Filter extends Combined<Filter>>(filter: Filter, own: (filter: Filter) => boolean): boolean {
  const inner = (part: Filter): boolean => holds(part, own);
  return (
    own(filter) &&
    (filter.and ?? []).every(inner) &&
    (!filter.or || filter.or.some(inner)) &&
    !(filter.not && inner(filter.not))
  );
}

type Range = { readonly from?: string | null; readonly to?: string | null } | null | undefined;

/** A range that is given holds for no fact without a date, even where it is open at both ends. */
function isWithin(moment: string | null, given: Range): boolean {
  if (!given) return true;
  const day = moment?.slice(0, 10);
  return day !== undefined && (!given.from || day >= given.from) && (!given.to || day <= given.to);
}

const isOneOf = (value: string, values: readonly string[] | null | undefined): boolean =>
  !values || values.includes(value);

describe('filters say what an array would', () => {
  test('of statements', () => {
    const filters = combined<StatementFilter>(
      fc.record(
        {
          speaker: speakers,
          article: articles,
          act: fc.subarray([...ACTS]),
          kind: fc.subarray([...KINDS]),
          text: fc.constantFrom(...WORDS, 'sail', 'nothing'),
          publishedAt: range,
          minConfidence: confidence,
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(filters, (filter) => {
        const expected = facts
          .map((fact) => fact.statement)
          .filter((fact) =>
            holds(
              filter,
              (own) =>
                (!own.speaker || own.speaker === fact.speaker) &&
                (!own.article || own.article === fact.article) &&
                isOneOf(fact.act, own.act) &&
                isOneOf(fact.kind, own.kind) &&
                (!own.text || own.text === fact.word || own.text === 'sail') &&
                isWithin(fact.published, own.publishedAt) &&
                fact.confidence >= (own.minConfidence ?? 0),
            ),
          );
        const found = nodes(store.statements.connect(null, [''], PAGE, filter, null)[0]);
        expect(found.map((statement) => statement.id).sort()).toEqual(expected.map((fact) => fact.id).sort());
        expect(store.statements.count(null, [''], filter)).toEqual([expected.length]);
      }),
      { numRuns: 300 },
    );
  });

  test('of events, whose dates touch a range', () => {
    const filters = combined<EventFilter>(
      fc.record(
        {
          participant: speakers,
          article: articles,
          status: fc.subarray([...STATUSES]),
          date: range,
          minConfidence: confidence,
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(filters, (filter) => {
        const expected = facts.filter(({ statement: fact }) =>
          holds(
            filter,
            (own) =>
              (!own.participant || own.participant === fact.speaker) &&
              (!own.article || own.article === fact.article) &&
              isOneOf(fact.status, own.status) &&
              (!own.date?.from || (fact.end ?? '') >= own.date.from) &&
              (!own.date?.to || (fact.start !== null && fact.start <= own.date.to)) &&
              fact.confidence >= (own.minConfidence ?? 0),
          ),
        );
        const found = nodes(store.events.connect(null, [''], PAGE, filter, null)[0]);
        expect(found.map((event) => event.id).sort()).toEqual(expected.map((fact) => fact.event).sort());
        expect(store.events.count(null, [''], filter)).toEqual([expected.length]);
      }),
      { numRuns: 300 },
    );
  });

  test('of articles', () => {
    const filters = combined<ArticleFilter>(
      fc.record(
        {
          mentions: speakers,
          publishedAt: range,
          text: fc.constantFrom(...WORDS, 'sail'),
          language: fc.constantFrom('en', 'de'),
        },
        { requiredKeys: [] },
      ),
    );
    fc.assert(
      fc.property(filters, (filter) => {
        const expected = facts.filter(({ statement: fact }) =>
          holds(
            filter,
            (own) =>
              (!own.mentions || own.mentions === fact.speaker) &&
              isWithin(fact.published, own.publishedAt) &&
              (!own.text || own.text === fact.word || own.text === 'sail') &&
              (!own.language || own.language === 'en'),
          ),
        );
        const found = nodes(store.articles.connect(null, [''], PAGE, filter, null)[0]);
        expect(found.map((article) => article.title).sort()).toEqual(expected.map((fact) => fact.title).sort());
        expect(store.articles.count(null, [''], filter)).toEqual([expected.length]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('in every order, pages forward and backward are the list', () => {
  type Pages = (page: PageRequest) => Connection<{ readonly id: string }, unknown> | undefined;
  const directions = ['ASC', 'DESC'] as const;
  const lists: [string, Pages][] = directions.flatMap((direction): [string, Pages][] => [
    ...(['PUBLISHED_AT', 'INGESTED_AT', 'TITLE'] as const).map((field): [string, Pages] => [
      `articles by ${field} ${direction}`,
      (page) => store.articles.connect(null, [''], page, null, { field, direction })[0],
    ]),
    ...(['PUBLISHED_AT', 'POSITION', 'CONFIDENCE'] as const).flatMap((field): [string, Pages][] => [
      [
        `statements by ${field} ${direction}`,
        (page) => store.statements.connect(null, [''], page, null, { field, direction })[0],
      ],
      [
        `statements of a speaker by ${field} ${direction}`,
        (page) =>
          store.statements.connect('SPEAKER', [facts[0]?.statement.speaker ?? ''], page, null, { field, direction })[0],
      ],
    ]),
    ...(['DATE', 'PUBLISHED_AT', 'POSITION', 'CONFIDENCE'] as const).flatMap((field): [string, Pages][] => [
      [
        `events by ${field} ${direction}`,
        (page) => store.events.connect(null, [''], page, null, { field, direction })[0],
      ],
      [
        `events of an actor by ${field} ${direction}`,
        (page) =>
          store.events.connect('ACTOR', [facts[0]?.statement.speaker ?? ''], page, null, { field, direction })[0],
      ],
    ]),
    ...(['NAME', 'MENTIONS', 'ARTICLES'] as const).map((field): [string, Pages] => [
      `people by ${field} ${direction}`,
      (page) => store.actors.connect('PERSON', page, null, { field, direction }),
    ]),
  ]);

  test.each(lists)('%s', (_name, pages) => {
    const whole = nodes(pages(PAGE)).map((item) => item.id);
    expect(new Set(whole).size).toBe(whole.length);
    for (const size of [1, 5]) {
      const forward: string[] = [];
      for (let after: string | null = null; ; ) {
        const page: Connection<{ readonly id: string }, unknown> | undefined = pages({
          first: size,
          after,
          last: null,
          before: null,
        });
        forward.push(...nodes(page).map((item) => item.id));
        if (!page?.pageInfo.hasNextPage) break;
        after = page.pageInfo.endCursor;
      }
      expect(forward).toEqual(whole);
      const backward: string[] = [];
      for (let before: string | null = null; ; ) {
        const page: Connection<{ readonly id: string }, unknown> | undefined = pages({
          first: null,
          after: null,
          last: size,
          before,
        });
        backward.unshift(...nodes(page).map((item) => item.id));
        if (!page?.pageInfo.hasPreviousPage) break;
        before = page.pageInfo.startCursor;
      }
      expect(backward).toEqual(whole);
    }
  });
});

test('the full-text index keeps step with what is stored', () => {
  const own = openStore({ path: ':memory:' });
  const visit = (name: string, word: string) =>
    buildArticle({
      title: `The ${word} sail`,
      url: 'https://news.example/1',
      text: `${name} said that the ${word} sail.`,
      entities: [{ type: 'PERSON', name }],
      statements: [{ content: `the ${word} sail`, speakers: [name] }],
    });
  const hits = (typed: string): number[] =>
    (['ARTICLE', 'STATEMENT', 'PERSON'] as const).map((type) => own.countHits(typed, [type]));
  const { id } = own.save(visit('Anna Berg', 'ferries'));
  expect([hits('ferries'), hits('anna')]).toEqual([
    [1, 1, 0],
    [1, 0, 1],
  ]);
  own.save(visit('Jan Olsen', 'bridges'));
  expect([hits('ferries'), hits('anna'), hits('bridges'), hits('olsen')]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [1, 1, 0],
    [1, 0, 1],
  ]);
  const { id: decision } = own.renameActor(own.nodes.actorByName('PERSON', 'Jan Olsen')?.id ?? '', 'Johannes Olsen');
  expect([hits('johannes')[2], hits('jan')[2]]).toEqual([1, 1]);
  own.undo(decision);
  expect([hits('johannes')[2], hits('jan')[2]]).toEqual([0, 1]);
  own.deleteArticle(id);
  expect([hits('bridges'), hits('olsen')]).toEqual([
    [0, 0, 0],
    [0, 0, 0],
  ]);
  own.close();
});
