import { COUNTRIES } from '../../language/lexicon/countries.ts';
import type { Document, TokenRange } from '../../language/document.ts';
import { tokenText } from '../../language/tags.ts';
import { OFFICES } from '../lexicon/offices.ts';
import type { MentionIndex } from '../actors/mention-index.ts';
import type { Mention, Statement } from '../reading.ts';
import type { Cast } from './cast.ts';
import { type Page, paragraphOf } from './page.ts';
import type { Draft } from './draft.ts';

const COUNTRY_BY_DEMONYM: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap((country) => country.demonyms.map((word) => [word.toLowerCase(), country.code] as const)),
);

/**
 * The entities of a source: those of its noun and of what is coordinated with it; of a possessive or an institution,
 * none.
 */
export function speakersOf(page: Page, cast: Cast, source: TokenRange | null, head: number): number[] {
  const { index } = cast;
  if (!source || head < 0) return [];
  const found = [...entitiesBefore(page, index, source, head), ...entitiesOf(page, index, head, source.first)];
  const isPerson = (entity: number): boolean => index.entities[entity]?.type === 'PERSON';
  const named = nameAtEnd(page, index, source);
  if (named >= 0 && !found.some(isPerson)) return [named];
  // Whom a person's title names does not speak with the person: `Norland chief executive Paula Renshaw`.
  if (named >= 0 && isPerson(named)) return [...new Set([named, ...found.filter(isPerson)])];
  if (found.length > 0) return [...new Set(found)];
  const names = cast.namesWithin(source);
  const people = names.filter(
    (name) =>
      index.entities[name.entity]?.type === 'PERSON' &&
      tokenText(page.document, name.first - 1) === ',' &&
      name.last === source.last,
  );
  const apposed = people[0];
  if (apposed !== undefined && people.length === 1) return [apposed.entity];
  const only = names[0];
  if (
    only !== undefined &&
    names.length === 1 &&
    index.entities[only.entity]?.type === 'PERSON' &&
    isApposed(page, only)
  )
    return [only.entity];
  const behind = index.mentions[index.mentionAt(source.last + 1)];
  const isTitle =
    names.length === 0 && behind?.kind === 'NAME' && behind.first === source.last + 1 && isOfficeOf(page, source.last);
  return isTitle && index.entities[behind.entity]?.type === 'PERSON' ? [behind.entity] : [];
}

/**
 * Nobody calls himself by name: where the person that a pronoun was resolved to is named in what is quoted (`Pike
 * refused. “Lukas is our man,” he said.`), whoever spoke before in the paragraph, or else the person named last outside
 * of quotations, is meant.
 */
export function withoutSelfNaming(
  page: Page,
  cast: Cast,
  draft: Draft,
  speakers: readonly number[],
  before: readonly number[],
): readonly number[] {
  const [speaker, other] = speakers;
  const pronoun =
    draft.source && draft.source.first === draft.source.last
      ? tokenText(page.document, draft.source.first).toLowerCase()
      : '';
  if (
    speaker === undefined ||
    other !== undefined ||
    !/^(?:he|she)$/.test(pronoun) ||
    !isNamedIn(cast, draft.content, speaker)
  )
    return speakers;
  const fits = (entity: number): boolean =>
    entity !== speaker &&
    cast.index.entities[entity]?.type === 'PERSON' &&
    !cast.isCalled(entity, pronoun === 'he' ? 'she' : 'he') &&
    !isNamedIn(cast, draft.content, entity);
  const [earlier] = before;
  if (earlier !== undefined && before.length === 1 && fits(earlier)) return [earlier];
  const start = draft.content.reduce((first, part) => Math.min(first, part.first), draft.head);
  const named = cast.lastNameBefore(start, REACH, (name) => (page.quoteAt[name.first] ?? -1) < 0 && fits(name.entity));
  return named ? [named.entity] : [];
}

/**
 * A pronoun whose person is not named in its paragraph means whoever the paragraph has quoted before, by name or not:
 * `Shadow minister Dev Anand disagreed with her. “…,” he said`; after an unnamed `spokesman said`, nobody that has a
 * name. In a relative clause it means who says what the clause hangs on: `Roe welcomed the plan, which she described as
 * …`.
 */
export function ofConversation(
  page: Page,
  cast: Cast,
  draft: Draft,
  speakers: readonly number[],
  previous: Statement,
): readonly number[] {
  const { index } = cast;
  const [speaker, other] = speakers;
  const pronoun =
    draft.source && draft.source.first === draft.source.last
      ? tokenText(page.document, draft.source.first).toLowerCase()
      : '';
  if (speaker === undefined || other !== undefined || !/^(?:he|she)$/.test(pronoun)) return speakers;
  const [said] = previous.speakers;
  const isAside =
    draft.source !== null &&
    /^(?:which|whom)$/i.test(tokenText(page.document, draft.source.first - 1)) &&
    isSameSentence(page, draft.head, previous);
  if (
    isAside &&
    said !== undefined &&
    previous.speakers.length === 1 &&
    index.entities[said]?.type === 'PERSON' &&
    !cast.isCalled(said, pronoun === 'he' ? 'she' : 'he')
  )
    return [said];
  const { first } = paragraphOf(page, draft.head);
  const isThere = cast.isToldIn(speaker, first, draft.head);
  const [earlier] = previous.speakers;
  const isAnswer = previous.act === 'ASK' || previous.addressees.includes(speaker);
  if (isThere || isAnswer || earlier === speaker || previous.speakers.length > 1) return speakers;
  if (earlier === undefined)
    return previous.source &&
      /(?:man|woman|person|source|official|aide|lawyer|officer)$/i.test(
        page.document.text.slice(previous.source.start, previous.source.end),
      )
      ? []
      : speakers;
  return index.entities[earlier]?.type === 'PERSON' && !cast.isCalled(earlier, pronoun === 'he' ? 'she' : 'he')
    ? [earlier]
    : speakers;
}

function isSameSentence(page: Page, token: number, { sentence }: Statement): boolean {
  const range = page.document.sentences[sentence];
  return range !== undefined && range.first <= token && token <= range.last;
}

/** How many tokens back a name may stand. */
const REACH = 120;

function isNamedIn(cast: Cast, content: readonly TokenRange[], entity: number): boolean {
  return content.some((part) => cast.isQuotedIn(entity, part));
}

/**
 * `one of the guards, Tom Hale`, `a man named Tom Hale`: a name that tells who is meant. `A Hale spokesman`, `aides to
 * Hale` and `Hale’s lawyer` are somebody else.
 */
function isApposed(page: Page, name: Mention): boolean {
  return (
    !/^['’]s?$/.test(tokenText(page.document, name.last + 1)) &&
    /^(?:,|\(|–|—|--?|named|called|as)$/i.test(tokenText(page.document, name.first - 1))
  );
}

/** `Opposition lawmaker` before `Sofia Caicedo`: a title that the parser cut off the name behind it. */
function isOfficeOf(page: Page, token: number): boolean {
  return OFFICES.has((page.document.tokens.lemmas[token] ?? '').toLowerCase());
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
 * The entity that a coordination in the source begins with, where the head is its second part: `The United States and
 * its allies`.
 */
function entitiesBefore(page: Page, index: MentionIndex, source: TokenRange, head: number): number[] {
  for (let token = source.first + 1; token < head; token += 1) {
    if (!/^and$/i.test(tokenText(page.document, token))) continue;
    const entity = index.entityAt(token - 1);
    return entity >= 0 ? [entity] : [];
  }
  return [];
}

/**
 * The entities of a noun, of what is coordinated with it and of its apposition. In a phrase that begins at `first` a
 * name behind a preposition is not who is meant: `a person close to Hale`.
 */
export function entitiesOf(page: Page, index: MentionIndex, head: number, first = head): number[] {
  const heads = [head, ...page.tree.childrenBy(head, 'conj', 'appos')];
  const isApposition = new Set(page.tree.childrenBy(head, 'appos'));
  const entities: number[] = [];
  for (const token of heads) {
    const entity = index.entityAt(token);
    const mention = index.mentions[index.mentionAt(token)];
    if (
      entity < 0 ||
      !mention ||
      (token === head &&
        token > first &&
        mention.first > first &&
        /^(?:to|with|by|from|near|against|behind|of)$/i.test(tokenText(page.document, mention.first - 1))) ||
      entities.includes(entity) ||
      (isApposition.has(token) && entities.length > 0)
    )
      continue;
    entities.push(entity);
  }
  return entities;
}

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
