import { type Chance, chanceFrom } from './random-operations.ts';

/** Things that are in the graph, to be asked for. */
export interface GraphPools {
  readonly people: readonly string[];
  readonly articles: readonly string[];
  readonly names: readonly string[];
}

const WORDS = [
  'the',
  'of',
  'talks',
  'sanctions',
  'the of',
  'the of and',
  '"of and"',
  'a*',
  's*',
  't*',
  'ta*',
  'sa*',
  'tal*',
  'the a*',
  'a* s*',
  'a* s* t*',
];
const NAME_WORDS = ['a*', 'b*', 'anna', 'berger', 'ma*', 'abba*'];
const SIZES = [0, 1, 2, 5, 10, 20, 50, 100];
const ORDERS: Readonly<Record<string, readonly string[]>> = {
  articles: ['PUBLISHED_AT', 'INGESTED_AT', 'TITLE'],
  statements: ['PUBLISHED_AT', 'POSITION', 'CONFIDENCE'],
  events: ['DATE', 'PUBLISHED_AT', 'POSITION', 'CONFIDENCE'],
};
/** What each record has: values, and lists and records under it, each with the record that it gives. */
const RECORDS: Readonly<
  Record<
    string,
    {
      readonly values: readonly string[];
      readonly lists: Readonly<Record<string, string>>;
      readonly records: Readonly<Record<string, string>>;
    }
  >
> = {
  article: {
    values: ['id', 'title', 'publishedAt', 'wordCount', 'text', 'language', '__typename'],
    lists: {
      statements: 'statement',
      events: 'event',
      people: 'actor',
      organisations: 'actor',
      places: 'actor',
      mentions: 'mention',
    },
    records: { dateline: 'actor' },
  },
  statement: {
    values: [
      'id',
      'text',
      'kind',
      'act',
      'sentence',
      'confidence',
      'negated',
      'cue',
      'evidence { start end text }',
      'content { text }',
    ],
    lists: {},
    records: { speakers: 'actor', about: 'actor', article: 'article', events: 'event' },
  },
  event: {
    values: [
      'id',
      'type',
      'status',
      'summary',
      'date { text start }',
      'trigger { text }',
      'participants { role text }',
    ],
    lists: {},
    records: { place: 'actor', article: 'article', statement: 'statement' },
  },
  actor: {
    values: ['id', 'name', 'aliases', '__typename'],
    lists: {
      statements: 'statement',
      statementsAbout: 'statement',
      events: 'event',
      articles: 'article',
      mentions: 'mention',
      timeline: 'any',
      associates: 'actor',
    },
    records: {},
  },
  mention: { values: ['kind', 'span { start end text }'], lists: {}, records: { actor: 'actor', article: 'article' } },
  any: { values: ['__typename'], lists: {}, records: {} },
};

const TYPES: Readonly<Record<string, string>> = {
  article: 'Article',
  statement: 'Statement',
  event: 'Event',
  actor: 'Actor',
  mention: 'Mention',
};

const SEARCH_TYPES = ['', ', types: [ARTICLE]', ', types: [STATEMENT]', ', types: [PERSON, PLACE]'] as const;
const SEARCH_FIELDS = [
  '{ totalCount }',
  '{ nodes { __typename } }',
  '{ edges { snippet score } }',
  '{ totalCount edges { snippet } }',
] as const;

/** Draws what frontends and strangers may ask for, light and heavy: each operation by its seed alone. */
export class CostlyOperations {
  readonly #pools: GraphPools;
  readonly #chance: Chance;
  readonly #fragments: string[] = [];
  #aliases = 0;

  constructor(pools: GraphPools, seed: number) {
    this.#pools = pools;
    this.#chance = chanceFrom(seed);
  }

  write(): string {
    const body = this.#times(1 + this.#chance(3), () =>
      this.#times(this.#pick([1, 1, 1, 2, 4, 8]), this.#pick(this.#roots)),
    );
    return [`{ ${body} }`, ...this.#fragments].join(' ');
  }

  readonly #roots = [
    () => this.#list('articles', 'article', 2, true),
    () => this.#list('statements', 'statement', 2, true),
    () => this.#list('events', 'event', 2, true),
    () => this.#list(this.#pick(['people', 'organisations', 'places']), 'actor', 2, true),
    () =>
      `${this.#alias()}search(query: ${JSON.stringify(this.#pick(WORDS))}, first: ${this.#pick([1, 5, 20])}` +
      `${this.#pick(SEARCH_TYPES)}) ${this.#pick(SEARCH_FIELDS)}`,
    () =>
      `${this.#alias()}statistics { ${this.#pick([
        'articles',
        'statements events',
        `eventsByType ${this.#filterOrNone('events')} { type count }`,
        `statementsByAct ${this.#filterOrNone('statements')} { count }`,
        'statementsByDay { day count }',
        'eventsByDay { day count }',
        `articlesByDay ${this.#filterOrNone('articles')} { day count }`,
      ])} }`,
    () =>
      `${this.#alias()}person(${this.#pick([
        `name: ${JSON.stringify(this.#pick(this.#pools.names))}`,
        `id: "${this.#pick(this.#pools.people)}"`,
      ])}) ${this.#record('actor', 2)}`,
    () =>
      `${this.#alias()}nodes(ids: ${JSON.stringify(this.#pools.people.slice(0, this.#pick(SIZES)))}) { id
        ... on Person ${this.#record('actor', 1)} }`,
  ];

  #alias(): string {
    this.#aliases += 1;
    return `x${this.#aliases}: `;
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[this.#chance(items.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  }

  #times(count: number, write: () => string): string {
    return Array.from({ length: count }, write).join(' ');
  }

  #record(kind: string, depth: number): string {
    const { values, lists, records } = RECORDS[kind] ?? { values: ['__typename'], lists: {}, records: {} };
    const parts = [this.#times(1 + this.#chance(5), () => `${this.#alias()}${this.#pick(values)}`)];
    const below = [
      ...Object.entries(lists).map(
        ([name, of]) =>
          () =>
            this.#list(name, of, depth - 1, false),
      ),
      ...Object.entries(records).map(
        ([name, of]) =>
          () =>
            `${this.#alias()}${name} ${this.#record(of, depth - 1)}`,
      ),
    ];
    if (depth > 0 && below.length > 0) parts.push(this.#times(this.#pick([0, 1, 1, 2, 4]), this.#pick(below)));
    const type = TYPES[kind];
    if (type === undefined || this.#chance(4) > 0) return `{ ${parts.join(' ')} }`;
    const name = `F${this.#fragments.length}`;
    this.#fragments.push(`fragment ${name} on ${type} { ${parts.join(' ')} }`);
    return `{ ...${name} }`;
  }

  #list(name: string, of: string, depth: number, isRoot: boolean): string {
    const args = [`first: ${this.#pick(SIZES)}`];
    const mayFilter =
      name in ORDERS || name === 'statementsAbout' || (isRoot && /^(?:people|organisations|places)$/.test(name));
    if (mayFilter && this.#chance(2) === 0) args.push(this.#filter(name));
    const orders = ORDERS[name];
    if (orders && this.#chance(4) === 0)
      args.push(`orderBy: { field: ${this.#pick(orders)}, direction: ${this.#pick(['ASC', 'DESC'])} }`);
    const rows = (): string => this.#record(of, depth);
    const selection = this.#pick([
      () => `nodes ${rows()}`,
      () => `nodes ${rows()}`,
      () => `nodes ${rows()} pageInfo { hasNextPage }`,
      () => `edges { cursor node ${rows()} }`,
      () => `totalCount nodes ${rows()}`,
      () => 'totalCount',
    ])();
    return `${this.#alias()}${name}(${args.join(', ')}) { ${selection} }`;
  }

  #filterOrNone(list: string): string {
    return this.#chance(2) === 0 ? '' : `(${this.#filter(list)})`;
  }

  /** The argument of a filter of a list. */
  #filter(list: string): string {
    const one = (): string => `{ ${this.#condition(list)} }`;
    const some = (): string => this.#times(this.#pick([2, 3, 8]), one).replaceAll('} {', '}, {');
    const write = this.#pick([
      one,
      one,
      one,
      () => `{ or: [${some()}] }`,
      () => `{ and: [${some()}] }`,
      () => `{ not: ${one()} }`,
      () => `{ ${this.#condition(list)} or: [${some()}] }`,
    ]);
    return `filter: ${write()}`;
  }

  #condition(list: string): string {
    const person = `"${this.#pick(this.#pools.people)}"`;
    const text = `text: ${JSON.stringify(this.#pick(WORDS))}`;
    if (list === 'articles')
      return this.#pick([text, text, `mentions: ${person}`, 'language: "en"', 'publishedAt: { from: "2021-01-01" }']);
    if (list === 'events')
      return this.#pick([
        `participant: ${person}`,
        'type: [CONSULT, AGREE]',
        'status: [OCCURRED, PLANNED]',
        'minConfidence: 0.7',
        'date: { from: "2021-01-01", to: "2023-01-01" }',
      ]);
    if (/^statements/.test(list))
      return this.#pick([
        text,
        text,
        `speaker: ${person}`,
        `about: ${person}`,
        'kind: [INDIRECT, MIXED]',
        'act: [SAY, WARN, DENY]',
        'minConfidence: 0.7',
        `article: "${this.#pick(this.#pools.articles)}"`,
      ]);
    return this.#pick([
      `text: ${JSON.stringify(this.#pick(NAME_WORDS))}`,
      `name: ${JSON.stringify(this.#pick(this.#pools.names))}`,
    ]);
  }
}
