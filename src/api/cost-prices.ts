/** What something costs: once for an operation, and again for each of the objects that it hangs on. */
export interface Price {
  readonly once: number;
  readonly each: number;
}

/** The articles of the graph that prices were measured over. */
export const PRICED_ARTICLES = 10_000;

/**
 * What an operation may make the server do, in units. Over a graph of 10,000 articles a unit stands for 0.3 to 3
 * microseconds of processor time, by measurement, so that 250,000 are about half a second; only `extract` takes up to
 * 6. What depends on the graph is priced as its worst: the word that all texts hold, the actor that everybody names.
 */
export const PRICES = {
  /** Taking a request, and checking what it asks. */
  request: 250,
  /**
   * Planning and writing a field, whether or not anything comes under it: a leaf, an object, a list with its pages. The
   * last also stands for memory, some 70 kB.
   */
  planned: { leaf: 5, object: 20, list: 350 },
  /** A value in the answer; one that may be a sentence; the text of an article. */
  leaf: { value: 1, sentence: 2, text: 12 },
  /** An item of a page, an object that a record refers to, and a list of aliases. */
  object: { row: 2, referred: 3, names: 6 },
  /** Finding one thing by its id or url, or by its name, which is folded: each hundred characters. */
  found: { byId: 30, byName: 600, folded: 10 },
  /** Counting all there is of something, without a filter. */
  count: 2_000,
  /** All totals of `statistics`, which come together. */
  totals: 2_000,
  /** What introspection costs before its fields. */
  introspection: 2_000,
  /** Reading a text, however short it is, and for each character. */
  reading: { text: 20_000, character: 4 },
  /** Looking for texts like an article's. */
  similar: { once: 500, each: 15 },
} as const;

/** How many things are assumed in a list without pages: most have one or two. */
export const USUAL_LENGTH = 1.5;
/**
 * How many items of a page that hangs on something are there as a rule, and which part of those beyond: the people of
 * an article, and anything else.
 */
export const USUAL_PAGE = { actors: { usual: 5, beyond: 1 / 10 }, other: { usual: 20, beyond: 1 / 2 } } as const;
/**
 * Where pages stand under pages, most of what the inner ones hold has few lists to go through, or has been met before:
 * what is left of a walk.
 */
export const CROWD = 1 / 10;
/** How many values a breakdown of `statistics` gives: days, and other values. */
export const BREAKDOWN_LENGTH = { days: 1_000, values: 20 } as const;
/** How long the lists of introspection are about; those of other fields have one or none. */
export const INTROSPECTION_LENGTHS: Readonly<Record<string, number>> = {
  types: 80,
  fields: 10,
  args: 3,
  enumValues: 5,
  inputFields: 3,
  possibleTypes: 2,
  directives: 5,
};

/** Kinds of records that lists are of. */
export type Records = 'ARTICLE' | 'STATEMENT' | 'EVENT' | 'ACTOR' | 'MENTION' | 'ASSOCIATE' | 'TIMELINE';

/** The records of each type of page. */
export const RECORDS_OF: ReadonlyMap<string, Records> = new Map<string, Records>([
  ['ArticleConnection', 'ARTICLE'],
  ['StatementConnection', 'STATEMENT'],
  ['EventConnection', 'EVENT'],
  ['PersonConnection', 'ACTOR'],
  ['OrganisationConnection', 'ACTOR'],
  ['PlaceConnection', 'ACTOR'],
  ['MentionConnection', 'MENTION'],
  ['AssociateConnection', 'ASSOCIATE'],
  ['TimelineConnection', 'TIMELINE'],
]);

/** Going through all that there are, in a list of its own. */
const ALL: Readonly<Record<Records, Price>> = {
  ARTICLE: { once: 4_000, each: 0 },
  STATEMENT: { once: 15_000, each: 0 },
  EVENT: { once: 8_000, each: 0 },
  ACTOR: { once: 2_000, each: 0 },
  MENTION: { once: 15_000, each: 0 },
  ASSOCIATE: { once: 6_000, each: 1_500 },
  TIMELINE: { once: 4_000, each: 400 },
};
/**
 * Going through all that hang on an actor, one of whom may be in every other article; and going to a page of it, which
 * may be no quicker where many parents are asked at once.
 */
const OF_ACTOR: Price = { once: 1_000, each: 150 };
const PAGE_OF_ACTOR: Price = { once: 300, each: 60 };
/**
 * Going through all that hang on anything else, which stand in one article; and going to a page of a list that an index
 * has in order.
 */
const OF_ARTICLE: Price = { once: 0, each: 5 };
const PAGE: Price = { once: 0, each: 5 };

/** Going through a whole list, which hangs on a type of parent. */
export function wholeList(parent: string, records: Records): Price {
  if (records === 'ASSOCIATE' || records === 'TIMELINE' || parent === 'Query' || parent === 'Statistics')
    return ALL[records];
  return isActor(parent) ? OF_ACTOR : OF_ARTICLE;
}

/** Going to a page of a list, which hangs on a type of parent, where nothing but its order decides what is on it. */
export function pageOfList(parent: string): Price {
  return isActor(parent) ? PAGE_OF_ACTOR : PAGE;
}

function isActor(type: string): boolean {
  return type === 'Person' || type === 'Organisation' || type === 'Place';
}

/** What conditions of a filter cost, each. */
export const CONDITION = {
  /** Writing and compiling it. */
  written: 30,
  /** Looking at it, of what going through the list costs. */
  share: 1 / 30,
  /** Finding what an actor has to do with. */
  actor: 1_500,
  /** A value of a list. */
  value: 1,
  /** A list of its own that an id leads to, and one that an index of one value leads to, as shares of all. */
  led: { byId: 1 / 10, byValue: 1 / 5 },
} as const;

/**
 * The full-text tables: finding what holds a word of a text, each further word, a prefix of one letter. Scoring what is
 * found doubles it.
 */
export const FULL_TEXT = {
  ARTICLE: { match: 3_000, word: 200, prefix: 5_000 },
  STATEMENT: { match: 8_000, word: 150, prefix: 2_000 },
  ACTOR: { match: 1_000, word: 50, prefix: 100 },
} as const;
/** How much rarer the words are that begin with one letter more. */
export const RARER = 4;
