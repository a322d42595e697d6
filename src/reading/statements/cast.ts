import type { TokenRange } from '../../language/document.ts';
import { tokenText } from '../../language/tags.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import type { Mention } from '../reading.ts';
import type { Page } from './page.ts';

/**
 * Who is mentioned where in an article, as the search for speakers asks: each question takes the same time in a long
 * article as in a short one.
 */
export interface Cast {
  readonly index: MentionIndex;
  /** The names that lie wholly within some tokens, in text order. */
  namesWithin(range: TokenRange): Mention[];
  /** The last name that ends before a token and within a reach of it for which a test holds. */
  lastNameBefore(token: number, reach: number, test: (name: Mention) => boolean): Mention | undefined;
  /** Whether an entity is named, not only its possession, in quotation marks within some tokens. */
  isQuotedIn(entity: number, range: TokenRange): boolean;
  /** Whether an entity is named or described at one of the tokens from `first` to before `end`. */
  isToldIn(entity: number, first: number, end: number): boolean;
  /** Whether an entity is ever called by a pronoun. */
  isCalled(entity: number, pronoun: 'he' | 'she'): boolean;
}

/** No name is longer, in tokens: how much farther than its reach the search for a name looks for where it begins. */
const LONGEST_NAME = 40;

/** Indexes the mentions of an article, which stand in text order. */
export function indexCast(page: Page, index: MentionIndex): Cast {
  const { mentions } = index;
  const quoted: Mention[][] = index.entities.map(() => []);
  const told: Mention[][] = index.entities.map(() => []);
  const called = new Set<string>();
  for (const mention of mentions) {
    const { kind, first, last, entity } = mention;
    if (kind === 'PRONOUN') called.add(`${entity} ${page.words[first] ?? ''}`);
    else told[entity]?.push(mention);
    const isOwner = /^['’]s?$/.test(tokenText(page.document, last + 1));
    if (kind === 'NAME' && (page.quoteAt[first] ?? -1) >= 0 && !isOwner) quoted[entity]?.push(mention);
  }
  return {
    index,
    namesWithin: ({ first, last }) => {
      const names: Mention[] = [];
      for (let number = placeOf(mentions, first); number < mentions.length; number += 1) {
        const mention = mentions[number];
        if (!mention || mention.first > last) break;
        if (mention.kind === 'NAME' && mention.last <= last) names.push(mention);
      }
      return names;
    },
    lastNameBefore: (token, reach, test) => {
      for (let number = placeOf(mentions, token) - 1; number >= 0; number -= 1) {
        const mention = mentions[number];
        if (!mention || token - mention.first > reach + LONGEST_NAME) break;
        if (mention.kind === 'NAME' && mention.last < token && token - mention.last < reach && test(mention))
          return mention;
      }
      return undefined;
    },
    isQuotedIn: (entity, { first, last }) => {
      const own = quoted[entity] ?? [];
      return (own[placeOf(own, first)]?.last ?? last + 1) <= last;
    },
    isToldIn: (entity, first, end) => {
      const own = told[entity] ?? [];
      return (own[placeOf(own, first)]?.first ?? end) < end;
    },
    isCalled: (entity, pronoun) => called.has(`${entity} ${pronoun}`),
  };
}

/** How many of some mentions, in text order, begin before a token: found by halving. */
function placeOf(mentions: readonly Mention[], token: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.first ?? 0) < token) low = middle + 1;
    else high = middle;
  }
  return low;
}
