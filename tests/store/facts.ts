import type { Connection, PageRequest } from '../../src/store/page.ts';
import { openStore } from '../../src/store/store.ts';
import { buildArticle } from './reading-builder.ts';

export const PAGE: PageRequest = { first: 100, after: null, last: null, before: null };
export const ACTS = ['SAY', 'WARN', 'DENY'] as const;
export const KINDS = ['DIRECT', 'INDIRECT'] as const;
export const STATUSES = ['OCCURRED', 'PLANNED'] as const;
export const DAYS = ['2024-03-01', '2024-03-02', '2024-03-03', '2024-03-04'];
export const WORDS = ['ferries', 'bridges', 'tunnels'];

/** What the store is asked for, told again as plain values. */
export interface Fact {
  readonly id: string;
  readonly article: string;
  readonly speaker: string;
  readonly act: string;
  readonly kind: string;
  readonly word: string;
  readonly confidence: number;
  readonly published: string | null;
  readonly status: string;
  readonly start: string | null;
  readonly end: string | null;
}

export const store = openStore({ path: ':memory:' });

export const nodes = <Item>(connection: Connection<Item, unknown> | undefined): Item[] =>
  connection?.edges.map((edge) => edge.node) ?? [];

/**
 * Twenty-four articles of one statement and one event each, no two of them alike; every third has no date, and neither
 * has every fourth event.
 */
export const facts: { statement: Fact; event: string; title: string }[] = Array.from({ length: 24 }, (_, number) => {
  const name = number % 2 === 0 ? 'Anna Berg' : 'Jan Olsen';
  const [word, act, kind, status] = [
    WORDS[number % 3] ?? '',
    ACTS[(number >> 1) % 3] ?? 'SAY',
    KINDS[(number >> 2) % 2] ?? 'DIRECT',
    STATUSES[(number >> 3) % 2] ?? 'PLANNED',
  ];
  const published = number % 3 === 2 ? null : `${DAYS[number % 4]}${number % 2 === 0 ? '' : 'T10:00:00Z'}`;
  const start = number % 4 === 3 ? null : (DAYS[number % 3] ?? null);
  const end = start === null ? null : (DAYS[(number % 3) + (number % 2)] ?? null);
  const confidence = (number % 5) / 5;
  const title = `Number ${number}`;
  const { id } = store.save(
    buildArticle({
      title,
      url: `https://news.example/${number}`,
      publishedAt: published,
      ingestedAt: `2024-05-01T00:00:${String((number * 7) % 24).padStart(2, '0')}Z`,
      text: `${name} met others and said that the ${word} of number ${number} sail.`,
      entities: [{ type: 'PERSON', name }],
      statements: [{ content: `the ${word} of number ${number} sail`, speakers: [name], act, kind, confidence }],
      events: [
        {
          trigger: 'met',
          type: 'CONSULT',
          status,
          actors: [name],
          confidence,
          ...(start === null ? {} : { date: { text: 'then', start, end } }),
        },
      ],
    }),
  );
  const [statement] = nodes(store.statements.connect('ARTICLE', [id], PAGE, null, null)[0]);
  const [event] = nodes(store.events.connect('ARTICLE', [id], PAGE, null, null)[0]);
  const speaker = store.nodes.actorByName('PERSON', name)?.id ?? '';
  return {
    statement: {
      id: statement?.id ?? '',
      article: id,
      speaker,
      act,
      kind,
      word,
      confidence,
      published,
      status,
      start,
      end,
    },
    event: event?.id ?? '',
    title,
  };
});
