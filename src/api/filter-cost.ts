import { readTerms } from '../store/search-query.ts';
import { SEARCH_TYPES } from '../store/search.ts';
import { CONDITION, FULL_TEXT, type Price, RARER, type Records } from './cost-prices.ts';

/** One more filter than a filter may hold: the store refuses it, whatever the others would cost. */
const MOST_READ = 200;

/** Conditions on an actor or another thing that is found through its entities. */
const BY_ACTOR = new Set(['speaker', 'addressee', 'about', 'via', 'mentions', 'participant', 'place']);
/** Conditions that leave few records, where they must hold. */
const LEADING = new Set([...BY_ACTOR, 'article', 'name']);
/** Conditions on columns with an index of their own. */
const INDEXED = new Set(['kind', 'act', 'type', 'status', 'publisher', 'publishedAt', 'organisationKind', 'placeKind']);

/**
 * What a walk through a whole list costs under a filter, a page or a count alike. Throws nothing, whatever the filter
 * is: variables come as they were sent.
 */
export function priceFilter(filter: unknown, records: Records, whole: Price): Price {
  const conditions: Condition[] = [];
  // The last of a list that grows while it is read is reached without recursion: filters nest as deep as JSON may.
  const open: { readonly filter: object; readonly mustHold: boolean }[] = listOf(filter).map((each) => ({
    filter: each,
    mustHold: true,
  }));
  for (const { filter: each, mustHold } of open) {
    if (open.length > MOST_READ) break;
    for (const [name, given] of Object.entries(each)) {
      if (given === null || given === undefined) continue;
      if (name === 'and' || name === 'or' || name === 'not')
        for (const inner of listOf(given)) open.push({ filter: inner, mustHold: mustHold && name === 'and' });
      else conditions.push({ name, given, mustHold });
    }
  }
  const base = led(conditions, whole);
  let once = base.once + open.length * CONDITION.written;
  let each = base.each;
  for (const condition of conditions) {
    once += CONDITION.written + base.once * CONDITION.share + costOf(condition, records);
    each += base.each * CONDITION.share;
  }
  return { once, each };
}

interface Condition {
  readonly name: string;
  readonly given: unknown;
  /** Whether nothing is found where it does not hold. */
  readonly mustHold: boolean;
}

/** What is left to go through where a condition leads to few records. */
function led(conditions: readonly Condition[], { once, each }: Price): Price {
  if (each > 0) return { once, each };
  if (conditions.some(({ name, mustHold }) => mustHold && LEADING.has(name)))
    return { once: once * CONDITION.led.byId, each };
  const [only, ...others] = conditions;
  const isByValue =
    only?.mustHold === true && others.length === 0 && INDEXED.has(only.name) && sizeOf(only.given) === 1;
  return isByValue ? { once: once * CONDITION.led.byValue, each } : { once, each };
}

/** What a condition costs beside looking at it. */
function costOf({ name, given }: Condition, records: Records): number {
  if (name === 'text' && typeof given === 'string')
    return priceText(given, records === 'ARTICLE' || records === 'STATEMENT' ? records : 'ACTOR');
  if (BY_ACTOR.has(name)) return CONDITION.actor;
  return sizeOf(given) * CONDITION.value;
}

/** What finding the words of a text costs in a full-text table; nothing where no word is left of it. */
function priceText(typed: string, table: keyof typeof FULL_TEXT): number {
  const terms = readTerms(typed);
  const { match, word, prefix } = FULL_TEXT[table];
  let cost = terms.length === 0 ? 0 : match;
  for (const { words, isPrefix } of terms) {
    cost += words.length * word;
    if (isPrefix) cost += Math.ceil(prefix / RARER ** ((words[0]?.length ?? 1) - 1));
  }
  return cost;
}

/** What a search costs, for a page or for a count: scoring takes as long again as finding. */
export function priceSearch(typed: unknown, types: unknown): number {
  if (typeof typed !== 'string') return 0;
  const given = types === null || types === undefined ? SEARCH_TYPES : Array.isArray(types) ? types : [types];
  let cost = 0;
  for (const type of SEARCH_TYPES)
    if (given.includes(type)) cost += 2 * priceText(typed, type === 'ARTICLE' || type === 'STATEMENT' ? type : 'ACTOR');
  return cost;
}

/** How many values are given: GraphQL takes one for a list of one. */
function sizeOf(given: unknown): number {
  return Array.isArray(given) ? given.length : 1;
}

/** The objects of a list, or the one object that stands for it. */
function listOf(given: unknown): object[] {
  const items: readonly unknown[] = Array.isArray(given) ? given.slice(0, MOST_READ) : [given];
  return items.filter((item): item is object => typeof item === 'object' && item !== null && !Array.isArray(item));
}
