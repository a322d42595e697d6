import { COUNTRIES } from '../../language/lexicon/countries.ts';
import type { Document, TokenRange } from '../../language/document.ts';
import { tokenText } from '../../language/tags.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import type { Cast } from './cast.ts';
import { type Page, wordAt } from './page.ts';

const COUNTRY_BY_DEMONYM: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap((country) => country.demonyms.map((word) => [word.toLowerCase(), country.code] as const)),
);

/** The entities that the words of a source name: whoever its first phrase ends in the name of, else its noun. */
export function speakersOf(page: Page, cast: Cast, source: TokenRange | null, head: number): number[] {
  const { index } = cast;
  if (!source || head < 0) return [];
  const found = [...partnerOf(page, index, source, head), ...entitiesOf(page, index, head, source.first)];
  const isPerson = (entity: number): boolean => index.entities[entity]?.type === 'PERSON';
  const named = nameAtEnd(page, index, source);
  if (named >= 0 && !found.some(isPerson)) return [named];
  // Whom a person's title names does not speak with the person: `Norland chief executive Paula Renshaw`.
  if (named >= 0 && isPerson(named)) return [...new Set([named, ...found.filter(isPerson)])];
  if (found.length > 0) return [...new Set(found)];
  const people = cast
    .namesWithin(source)
    .filter(({ entity, first, last }) => isPerson(entity) && wordAt(page, first - 1) === ',' && last === source.last);
  return people.length === 1 ? people.map(({ entity }) => entity) : [];
}

/**
 * The person or organisation whose name ends the first phrase of a source: `Sintren president Marcela Rojas` is she and
 * `the union ACV` is ACV, wherever the parser sees the head.
 */
function nameAtEnd(page: Page, index: MentionIndex, source: TokenRange): number {
  let last = source.first;
  while (
    last < source.last &&
    !/^(?:,|who|whose|of|for|from|in|at|and|to|with|by|on|near|close|loyal|familiar|behind|against|about|under|than|like|including)$/i.test(
      tokenText(page.document, last + 1),
    )
  )
    last += 1;
  const mention = index.mentions[index.mentionAt(last)];
  return mention?.kind === 'NAME' && mention.first > source.first && index.entities[mention.entity]?.type !== 'PLACE'
    ? mention.entity
    : -1;
}

/**
 * `Iran and its allies`, where the tree cut the pair in two: whoever stands before the `and` that leads up to a noun.
 */
function partnerOf(page: Page, index: MentionIndex, { first }: TokenRange, head: number): number[] {
  for (let token = first + 1; token < head; token += 1)
    if (wordAt(page, token) === 'and') return [index.entityAt(token - 1)].filter((entity) => entity >= 0);
  return [];
}

/**
 * The entities of a noun and of what is coordinated with it, or else of its apposition. In a phrase that begins at
 * `first` a name after a preposition is not who is meant: `a person close to Hale`.
 */
export function entitiesOf({ phrases, words }: Page, index: MentionIndex, head: number, first = head): number[] {
  const entityAt = (token: number): number[] => {
    const mention = index.mentions[index.mentionAt(token)];
    const isOfOther = token === head && mention && mention.first > first && TIES.test(words[mention.first - 1] ?? '');
    return mention && !isOfOther ? [index.entityAt(token)].filter((entity) => entity >= 0) : [];
  };
  const found = new Set(phrases.membersOf(head).flatMap(entityAt));
  if (found.size === 0)
    for (const entity of phrases.at(head).appositions.flatMap(entityAt).slice(0, 1)) found.add(entity);
  return [...found];
}

const TIES = /^(?:to|with|by|from|near|against|behind|of)$/;

/** The place or organisation that an unnamed source belongs to: a name or a demonym among its words. */
export function affiliationOf(document: Document, index: MentionIndex, source: TokenRange): number | null {
  for (let token = source.first; token <= source.last; token += 1) {
    const entity = index.entityAt(token);
    if (entity >= 0 && index.entities[entity]?.type !== 'PERSON') return entity;
    const country = index.countryBy(COUNTRY_BY_DEMONYM.get(tokenText(document, token).toLowerCase()) ?? '');
    if (country >= 0) return country;
  }
  return null;
}
