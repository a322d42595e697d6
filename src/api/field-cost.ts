import { type FieldNode, getNullableType, type GraphQLField, type GraphQLObjectType, isListType } from 'graphql';
import { DEFAULT_PAGE, MOST_PAGE } from '../store/page.ts';
import type { ArgumentReader } from './argument-values.ts';
import { LEAF, type Measured } from './cost-measure.ts';
import {
  BREAKDOWN_LENGTH,
  CROWD,
  type Price,
  pageOfList,
  PRICES,
  type Records,
  RECORDS_OF,
  USUAL_LENGTH,
  USUAL_PAGE,
  wholeList,
} from './cost-prices.ts';
import { priceFilter, priceSearch } from './filter-cost.ts';

/** How long `similar` is where nothing is said, and at the most. */
const DEFAULT_SIMILAR = 10;
const MOST_SIMILAR = 50;

/** Values that may be a sentence. */
const SENTENCES = new Set([
  'Statement.text',
  'Statement.sentence',
  'Event.sentence',
  'Event.summary',
  'Span.text',
  'SearchEdge.snippet',
  'Article.title',
  'Article.url',
]);

/** A field that gives objects. */
export interface ObjectField {
  readonly node: FieldNode;
  /** The names of the type that has the field, of the field, and of the type that it gives. */
  readonly parent: string;
  readonly field: string;
  readonly type: string;
  readonly isList: boolean;
}

/** Prices fields, with what is selected under them. */
export class FieldPricer {
  readonly #reader: ArgumentReader;
  /** Filters that come by a variable are the same object for every field that has them. */
  readonly #filters = new Map<unknown, Map<string, Price>>();

  constructor(reader: ArgumentReader) {
    this.#reader = reader;
  }

  /** A field that gives a value, or a list of values. */
  priceLeaf(parent: GraphQLObjectType, { name, type }: GraphQLField<unknown, unknown>): Measured {
    if (name === 'totalCount' && parent.name.endsWith('Connection')) return { ...LEAF, totals: 1 };
    const coordinate = `${parent.name}.${name}`;
    const { value, sentence, text } = PRICES.leaf;
    const each =
      coordinate === 'Article.text'
        ? text
        : SENTENCES.has(coordinate)
          ? sentence
          : isListType(getNullableType(type))
            ? PRICES.object.names
            : value;
    return { ...LEAF, each, marks: coordinate === 'SearchEdge.snippet' ? 1 : 0 };
  }

  /** A field that gives objects, of which something is selected. */
  priceObject(asked: ObjectField, inner: Measured): Measured {
    const { node, parent, field, type } = asked;
    const own: Measured = {
      ...inner,
      once: inner.once + PRICES.planned.object,
      rows: 0,
      totals: 0,
      infos: 0,
      marks: 0,
    };
    if (parent.endsWith('Connection')) {
      if (field === 'pageInfo') return { ...own, each: inner.each + 1, infos: 1 };
      return { ...own, each: 0, rows: inner.each + PRICES.object.row, marks: inner.marks };
    }
    if (type === 'SearchConnection') return this.#priceSearch(node, inner);
    const records = RECORDS_OF.get(type);
    if (records) return this.#priceList(asked, records, inner);
    if (parent === 'Statistics') return this.#priceBreakdown(asked, inner);
    if (parent === 'Query') return this.#priceEntry(asked, inner, own);
    if (field === 'similar') {
      const { once, each } = PRICES.similar;
      const copies = Math.min(1, sizeOfPage([this.#reader.read(node, 'first')], DEFAULT_SIMILAR, MOST_SIMILAR));
      return {
        ...own,
        ...hangOn(inner, copies),
        once: own.once + once,
        each: each + copies * (inner.each + PRICES.object.row),
      };
    }
    const length = asked.isList ? USUAL_LENGTH : 1;
    return { ...own, ...hangOn(inner, length), each: length * (inner.each + PRICES.object.referred) };
  }

  /** An entry point that gives no pages. */
  #priceEntry({ node, field }: ObjectField, inner: Measured, own: Measured): Measured {
    switch (field) {
      case 'nodes':
        // One statement answers it, in which all that is asked is written anew for each id.
        return { ...own, ...timesIds(lengthOf(this.#reader.read(node, 'ids')), inner) };
      case 'extract':
        return {
          ...own,
          once:
            own.once + PRICES.reading.text + PRICES.reading.character * lengthOfText(this.#reader.read(node, 'input')),
        };
      case 'statistics':
        return { ...own, whole: own.whole + PRICES.totals };
      default:
        return { ...own, once: own.once + this.#priceKey(node) };
    }
  }

  /** Finding what a key leads to. */
  #priceKey(node: FieldNode): number {
    const { byId, byName, folded } = PRICES.found;
    const name = this.#reader.read(node, 'name');
    return typeof name === 'string' ? byName + folded * Math.floor(name.length / 100) : byId;
  }

  /**
   * A page: a walk through the list for its items, for each total and for what lies beyond. Only where an index has the
   * order of all, a walk goes no further than the page.
   */
  #priceList({ node, parent }: ObjectField, records: Records, inner: Measured): Measured {
    const list = wholeList(parent, records);
    const filter = this.#reader.read(node, 'filter') ?? null;
    const isSorted = needsSorting(this.#reader.read(node, 'orderBy'), parent, records);
    const found = filter === null ? list : this.#priceFilter(filter, records, list);
    const isComputed = records === 'ASSOCIATE' || records === 'TIMELINE';
    const isWhole = filter !== null || isComputed;
    // Sorting takes half as long as going through what is sorted.
    const sorted: Price = isSorted ? { once: found.once / 2, each: found.each / 2 } : { once: 0, each: 0 };
    const walk = isWhole ? found : pageOfList(parent);
    const count = filter === null && parent === 'Query' ? { once: PRICES.count, each: 0 } : found;
    // What is computed is ranked as a whole for a page: whether there is more costs nothing. A list of its own of which
    // only the total is asked for is not walked for a page as well.
    const walks = isComputed ? 1 : inner.infos + (inner.rows > 0 || parent !== 'Query' ? 1 : 0);
    const page = usualPage(
      parent,
      records,
      sizeOfPage([this.#reader.read(node, 'first'), this.#reader.read(node, 'last')], DEFAULT_PAGE, MOST_PAGE),
    );
    return {
      ...LEAF,
      once: inner.once + PRICES.planned.list,
      whole: inner.whole + walks * (walk.once + sorted.once) + inner.totals * count.once,
      each: inner.each + page * inner.rows + crowdOf(page) * inner.near,
      walk: walks * (walk.each + sorted.each) + inner.totals * count.each,
      near: page * inner.walk,
    };
  }

  /** A search scores all that it finds; a total, and the words around hits, look for them again. */
  #priceSearch(node: FieldNode, inner: Measured): Measured {
    const found = priceSearch(this.#reader.read(node, 'query'), this.#reader.read(node, 'types'));
    const page = sizeOfPage([this.#reader.read(node, 'first')], DEFAULT_PAGE, MOST_PAGE);
    const walks = 1 + inner.totals + (inner.marks > 0 ? 0.5 : 0);
    return {
      ...LEAF,
      once: inner.once + PRICES.planned.list,
      whole: inner.whole + walks * found,
      each: inner.each + page * (inner.rows + PRICES.found.byId) + crowdOf(page) * inner.near,
      near: page * inner.walk,
    };
  }

  /** Counting all there is of something by its values. */
  #priceBreakdown({ node, field }: ObjectField, inner: Measured): Measured {
    const records = field.startsWith('articles') ? 'ARTICLE' : field.startsWith('statements') ? 'STATEMENT' : 'EVENT';
    const list = wholeList('Statistics', records);
    const filter = this.#reader.read(node, 'filter') ?? null;
    const { once } = filter === null ? list : this.#priceFilter(filter, records, list);
    const length = field.endsWith('ByDay') ? BREAKDOWN_LENGTH.days : BREAKDOWN_LENGTH.values;
    return { ...LEAF, once: inner.once + PRICES.planned.object, whole: inner.whole + once, each: length * inner.each };
  }

  #priceFilter(filter: unknown, records: Records, whole: Price): Price {
    let byList = this.#filters.get(filter);
    if (!byList) {
      byList = new Map();
      this.#filters.set(filter, byList);
    }
    const key = `${records} ${whole.once} ${whole.each}`;
    const known = byList.get(key);
    if (known) return known;
    const price = priceFilter(filter, records, whole);
    byList.set(key, price);
    return price;
  }
}

/**
 * Whether an order that was asked for needs sorting: what hangs on a parent always; of all there are, facts by the day
 * of their article from the first on, which alone has no index.
 */
function needsSorting(order: unknown, parent: string, records: Records): boolean {
  if (typeof order !== 'object' || order === null) return false;
  if (parent !== 'Query') return true;
  return (
    records !== 'ARTICLE' &&
    'field' in order &&
    order.field === 'PUBLISHED_AT' &&
    'direction' in order &&
    order.direction === 'ASC'
  );
}

/**
 * The largest of the sizes that were asked for, as far as the store would go; what is no number is refused before
 * anything runs.
 */
function sizeOfPage(sizes: readonly unknown[], standard: number, most: number): number {
  const numbers = sizes.filter((size) => typeof size === 'number');
  return numbers.length === 0 ? standard : Math.min(most, Math.max(0, ...numbers));
}

/** What is asked of so many ids, beside what it costs to plan once. */
function timesIds(ids: number, inner: Measured): Pick<Measured, 'each' | 'walk' | 'near'> {
  return { ...hangOn(inner, ids), each: ids * (PRICES.found.byId + inner.each) + Math.max(0, ids - 1) * inner.once };
}

/** The lists of so many objects that something refers to. */
function hangOn({ walk, near }: Measured, length: number): Pick<Measured, 'walk' | 'near'> {
  return { walk: 0, near: length * (walk + near) };
}

/** How often walks near the items of a page are made anew: once for some, and for many as often as they are others. */
function crowdOf(page: number): number {
  return Math.min(page, Math.max(1, page * CROWD));
}

/** How many of the items that were asked for a page has as a rule, where it hangs on something. */
function usualPage(parent: string, records: Records, page: number): number {
  if (parent === 'Query') return page;
  const { usual, beyond } = records === 'ACTOR' ? USUAL_PAGE.actors : USUAL_PAGE.other;
  return page <= usual ? page : usual + (page - usual) * beyond;
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 1;
}

function lengthOfText(input: unknown): number {
  return typeof input === 'object' && input !== null && 'text' in input && typeof input.text === 'string'
    ? input.text.length
    : 0;
}
