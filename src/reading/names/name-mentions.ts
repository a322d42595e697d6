import type { Document, NamedSpan, TokenRange } from '../../language/document.ts';
import { foldName, type Gazetteer } from '../../language/naming/gazetteer.ts';
import { ORGANISATION_ENDINGS, PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { ORGANISATIONS } from '../../language/lexicon/organisations.ts';
import { CLUB_OPENINGS } from '../lexicon/foreign-names.ts';
import { FIRM_ENDINGS } from '../lexicon/organisation-words.ts';
import { HONORIFICS, OFFICES } from '../lexicon/offices.ts';
import { addByContext, isInhabited, isWhereabouts, typeByApposition, typeByWordBefore } from './name-context.ts';
import { collectKnownWords, isNoName } from './name-doubts.ts';
import { withoutHeadlineRuns } from './name-headlines.ts';
import { mendOrganisations } from './name-organisations.ts';
import { addRepeats } from './name-repeats.ts';
import { isOrganisationByRole } from './name-roles.ts';
import { freeTitled, growPeople, joinNicknames, joinPeople, splitPeople } from './name-splits.ts';
import type { EntityType } from '../reading.ts';

/** A name where it stands, with the type that the whole document speaks for. */
export interface NameMention {
  readonly first: number;
  readonly last: number;
  readonly type: EntityType;
  readonly text: string;
  /** The number of the name that this one is the acronym of in brackets, or -1: `Workers’ Party (WP)`. */
  readonly acronymOf: number;
  readonly confidence: number;
}

const ACRONYM = /^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}s?$/u;
/** Below this a single reading of a name that no other in the document supports is not believed. */
const LEAST_CONFIDENCE: Readonly<Record<EntityType, number>> = { PERSON: 0.35, ORGANISATION: 0.43, PLACE: 0.3 };
/** The same for organisations of several words whose last one says that it is one: `Socialist Front`. */
const LEAST_WITH_ENDING = 0.25;

/**
 * The names of people, organisations and places, in text order. One name has one type in a document: a last word of
 * somebody's full name is that person again, and otherwise the surest and most frequent reading wins. Acronyms in
 * brackets after a name are names too.
 */
export function findNameMentions(document: Document, gazetteer: Gazetteer): NameMention[] {
  const learned = document.names.filter(
    (name) => name.type === 'PERSON' || name.type === 'ORGANISATION' || name.type === 'PLACE',
  );
  const spans = growPeople(
    document,
    splitPeople(document, joinPeople(document, freeTitled(document, learned), gazetteer), gazetteer),
    gazetteer,
  );
  const votes = countVotes(document, spans, gazetteer);
  const ofPeople = wordsOfPeople(votes);
  const ofFirms = new Set([...firstWordsOfFirms(document, spans, gazetteer), ...townsOfClubs(document)]);
  const words = collectKnownWords(document, spans);
  const names: NameMention[] = [];
  for (const span of spans) {
    const range = trimName(document, span);
    const text = textOf(document, range);
    if (!/\p{L}{2}|\p{Lu}/u.test(text) || gazetteer.findDemonym(text) || isNoName(document, range, span.type, words))
      continue;
    if (span.confidence < leastConfidence(document, span) && (votes.get(foldName(text))?.total ?? 0) < 1) continue;
    const isArabic = /^al[ -]/iu.test(text);
    const isWellKnown =
      !ofPeople.has(foldName(text)) &&
      ORGANISATIONS.has(isArabic ? text.replace(/^al /iu, 'al-') : text) &&
      (isArabic || span.confidence < 0.9) &&
      (votes.get(foldName(text))?.byType.get('PLACE') ?? 0) < 1.5;
    const voted = isWellKnown ? 'ORGANISATION' : votedType(votes, { ofPeople, ofFirms }, text, span, gazetteer);
    const type = voted === 'PERSON' && isTownHere(document, range, gazetteer) ? 'PLACE' : voted;
    names.push({ ...range, type, text, acronymOf: -1, confidence: span.confidence });
  }
  const whole = withoutHeadlineRuns(
    document,
    addByContext(document, mendOrganisations(document, names, gazetteer), gazetteer),
  );
  return withAcronyms(
    document,
    joinFirms(document, joinNicknames(document, addRepeats(document, withOneType(whole, gazetteer)), gazetteer)),
  );
}

/** The names, those of unknown places that the words around them show to be organisations elsewhere as such. */
function withOneType(names: readonly NameMention[], gazetteer: Gazetteer): NameMention[] {
  const organisations = new Set(names.flatMap(({ type, text }) => (type === 'ORGANISATION' ? [text] : [])));
  return names.map((name) =>
    name.type === 'PLACE' && organisations.has(name.text) && gazetteer.findPlaces(name.text).length === 0
      ? { ...name, type: 'ORGANISATION' }
      : name,
  );
}

/** How sure the recogniser must be of a name: less where the words in it or behind it say what it is. */
function leastConfidence(document: Document, span: NamedSpan): number {
  const type = toEntityType(span);
  return isBuiltAsOrganisation(document, span) || typeByApposition(document, span.last) === type
    ? LEAST_WITH_ENDING
    : LEAST_CONFIDENCE[type];
}

function isBuiltAsOrganisation(document: Document, { first, last, type }: NamedSpan): boolean {
  return type === 'ORGANISATION' && last > first && ORGANISATION_ENDINGS.has(tokenText(document, last).toLowerCase());
}

/** Last words of bodies that are named after their place, which the first word alone is: `Kesterby Borough Council`. */
const OF_A_PLACE = /^(?:Council|Police|Constabulary|Court|Airport|Hospital|Cathedral)$/;

interface Votes {
  readonly byType: Map<EntityType, number>;
  total: number;
  /** How often the name stands, and how often behind `in`, `near` and their like. */
  seen: number;
  located: number;
}

function toEntityType(span: NamedSpan): EntityType {
  return span.type === 'ORGANISATION' || span.type === 'PLACE' ? span.type : 'PERSON';
}

function countVotes(document: Document, spans: readonly NamedSpan[], gazetteer: Gazetteer): Map<string, Votes> {
  const votes = new Map<string, Votes>();
  const vote = (name: string, type: EntityType, weight: number): Votes => {
    const key = foldName(name);
    const tally = votes.get(key) ?? { byType: new Map(), total: 0, seen: 0, located: 0 };
    tally.byType.set(type, (tally.byType.get(type) ?? 0) + weight);
    tally.total += weight;
    votes.set(key, tally);
    return tally;
  };
  for (const span of spans) {
    const range = trimName(document, span);
    const type = toEntityType(span);
    const tally = vote(textOf(document, range), type, span.confidence);
    tally.seen += 1;
    if (/^(?:in|near|outside|around|across|inside)$/i.test(tokenText(document, range.first - 1))) tally.located += 1;
    if (
      type === 'ORGANISATION' &&
      range.last > range.first &&
      gazetteer.findPlaces(tokenText(document, range.first)).length === 0 &&
      !OF_A_PLACE.test(tokenText(document, range.last))
    )
      vote(tokenText(document, range.first), 'ORGANISATION', 0.8 * span.confidence);
    const told = typeByWordBefore(document, range.first);
    if (told) vote(textOf(document, range), told, tokenText(document, range.first - 1) === ',' ? 1.2 : 2.5);
    const described = typeByApposition(document, range.last);
    const isKnownPlace = type === 'PLACE' && gazetteer.findPlaces(textOf(document, range)).length > 0;
    if ((described === 'ORGANISATION' && !isKnownPlace) || described === 'PLACE' || (described && described === type))
      vote(textOf(document, range), described, 1.5);
    if (isOrganisationByRole(document, range, gazetteer))
      vote(textOf(document, range), isKnownPlace ? 'PLACE' : 'ORGANISATION', 1.5);
    if (isHeaded(document, range)) vote(textOf(document, range), type === 'PLACE' ? 'PLACE' : 'ORGANISATION', 1.5);
    if (isInhabited(document, range)) vote(textOf(document, range), 'PLACE', 2.5);
    if (isWhereabouts(document, range)) vote(textOf(document, range), 'PLACE', 1.5);
    if (type === 'PERSON' && range.last > range.first && span.confidence > 0.5)
      vote(tokenText(document, range.last), 'PERSON', 2 * span.confidence);
  }
  return votes;
}

/** Verbs of going, which `to` a place goes with. */
const GOES =
  /^(?:go|drive|fly|travel|move|return|come|walk|head|march|sail|ride|flee|trip|flight|visit|journey|road|way)$/;

/**
 * `Jan Brno drove to Brno`: a single word that is a town where somebody is or goes, though a person of the article has
 * it for a name.
 */
function isTownHere(document: Document, { first, last }: TokenRange, gazetteer: Gazetteer): boolean {
  const before = tokenText(document, first - 1);
  const isWhere =
    /^(?:in|near|outside)$/i.test(before) || (before === 'to' && GOES.test(document.tokens.lemmas[first - 2] ?? ''));
  return (
    isWhere &&
    first === last &&
    pennTag(document, last + 1) !== 'POS' &&
    gazetteer
      .findPlaces(tokenText(document, first))
      .some((place) => place.kind === 'COUNTRY' || place.population >= 100)
  );
}

/** `a former head of Calder`, `the founder of Lantern Pictures`: nobody is head of a person. */
function isHeaded(document: Document, { first }: { first: number }): boolean {
  const of = /^the$/i.test(tokenText(document, first - 1)) ? first - 2 : first - 1;
  return (
    /^of$/i.test(tokenText(document, of)) &&
    /^(?:head|chief|director|chairman|chairwoman|chair|boss|ceo|executive|founder|co-founder|owner|president|governor|editor|member|leader|partner)$/i.test(
      tokenText(document, of - 1),
    )
  );
}

/**
 * The first words of the names of firms, which go by them: `Halden Foods plc`, then `Halden`. Only such as are no
 * well-known place.
 */
function firstWordsOfFirms(document: Document, spans: readonly NamedSpan[], gazetteer: Gazetteer): ReadonlySet<string> {
  const found = new Set<string>();
  for (const span of spans) {
    const isFirm =
      span.type !== 'PLACE' &&
      (COMPANY_TAIL.test(textOf(document, span)) || COMPANY_TAIL.test(` ${tokenText(document, span.last + 1)}`));
    if (!isFirm || span.last === span.first) continue;
    const isGreat = gazetteer
      .findPlaces(tokenText(document, span.first))
      .some((place) => place.kind !== 'CITY' || place.population > 200);
    if (!isGreat) found.add(foldName(tokenText(document, span.first)));
  }
  return found;
}

/** The towns in the names of clubs, which go by them: `Real Cartagena`, then `Cartagena`. Folded. */
function townsOfClubs(document: Document): ReadonlySet<string> {
  const found = new Set<string>();
  for (let token = 0; token + 1 < document.tokens.count; token += 1) {
    const isClub =
      CLUB_OPENINGS.has(tokenText(document, token)) &&
      document.text.slice(document.tokens.end[token], document.tokens.start[token + 1]) === ' ';
    if (isClub && /^\p{Lu}\p{Ll}/u.test(tokenText(document, token + 1)))
      found.add(foldName(tokenText(document, token + 1)));
  }
  return found;
}

/** The words that somebody in the document goes by in a full name, folded. */
function wordsOfPeople(votes: ReadonlyMap<string, Votes>): ReadonlySet<string> {
  return new Set(
    [...votes].flatMap(([name, tally]) =>
      name.includes(' ') && (tally.byType.get('PERSON') ?? 0) > 0.5 ? name.split(' ') : [],
    ),
  );
}

/** What only the names of companies end in. */
const COMPANY_TAIL =
  /\s(?:Inc|Corp|Corporation|Co|Ltd|Limited|LLC|PLC|plc|GmbH|AG|AB|SA|S\.A|S\.p\.A|NV|N\.V|B\.V|Group|Holdings)\.?$/;

/** Words that clubs' names open with before the name of their town. */
const CLUB_OPENING = new RegExp(`^(?:${[...CLUB_OPENINGS].join('|')})\\s\\p{Lu}`, 'u');

/** What the names of clubs end in behind the name of their town, and no surname. */
const CLUB_TAIL = /\s(?:Rovers|Wanderers|Rangers|Hotspur|Albion|Argyle|Athletic|Harriers|United|F\.?C)$/;

/** What the names of firms and institutions end in, and no surname. */
const FIRM_TAIL = new RegExp(`\\s(?:${[...FIRM_ENDINGS].join('|')})$`);

/** What the names of places and buildings end in, and hardly any other. */
const PLACE_TAIL =
  /\s(?:Street|Road|Avenue|Ave|Boulevard|Highway|Bridge|Airport|Station|Building|Lake|River|Bay|Island|Islands|Peninsula|Beach|Plaza|Palace|Mansion|Mountain|Mountains|Valley|Desert|Canal|Prison|Oval Office)$/;

function votedType(
  votes: ReadonlyMap<string, Votes>,
  { ofPeople, ofFirms }: Readonly<Record<'ofPeople' | 'ofFirms', ReadonlySet<string>>>,
  text: string,
  span: NamedSpan,
  gazetteer: Gazetteer,
): EntityType {
  if (COMPANY_TAIL.test(text) || CLUB_OPENING.test(text) || CLUB_TAIL.test(text)) return 'ORGANISATION';
  if (PLACE_TAIL.test(text)) return 'PLACE';
  if (FIRM_TAIL.test(text)) return 'ORGANISATION';
  const tally = votes.get(foldName(text));
  const own = toEntityType(span);
  if (!tally) return own;
  if (ofFirms.has(foldName(text)) && tally.located * 4 <= tally.seen) return 'ORGANISATION';
  let best = own;
  for (const [type, weight] of tally.byType) if (weight > (tally.byType.get(best) ?? 0)) best = type;
  if (
    best === 'PERSON' &&
    !text.includes(' ') &&
    (tally.byType.get('ORGANISATION') ?? 0) > 0.3 &&
    !ofPeople.has(foldName(text))
  )
    best = 'ORGANISATION';
  const isSurname =
    best === 'PLACE' &&
    !text.includes(' ') &&
    ofPeople.has(foldName(text)) &&
    tally.located * 4 <= tally.seen &&
    gazetteer.findPlaces(text)[0]?.kind !== 'COUNTRY';
  if (isSurname) return 'PERSON';
  if (best !== 'PLACE' && own !== 'PLACE') return best;
  const place = gazetteer.findPlaces(text)[0];
  return best === 'ORGANISATION' && place?.kind === 'COUNTRY' ? 'PLACE' : best;
}

/**
 * The last words of names of firms, behind which `of` and a place tell where the firm is: `Dangara Cement of Nigeria`.
 */
const IN_TRADE: ReadonlySet<string> = new Set(
  [...FIRM_ENDINGS].filter(
    (word) => !/^(?:Foundation|Council|Committee|Commission|Ministry|Agency|Association|Federation)$/.test(word),
  ),
);

/** A name without a leading article or title and without a trailing `'s`, whatever the recogniser took in. */
function trimName(document: Document, span: NamedSpan): { first: number; last: number } {
  let { first, last } = span;
  while (first < last && /^(?:the|her|his|its|their|former|outgoing|ousted|['"“‘(])$/i.test(tokenText(document, first)))
    first += 1;
  if (span.type === 'PERSON') {
    for (let token = first; token < last; token += 1)
      if (isTitleOfPerson(tokenText(document, token))) first = token + 1;
    if (last - first >= 2 && OFFICES.has(tokenText(document, first).toLowerCase())) first += 1;
  }
  const of = last - 1;
  if (
    span.type === 'ORGANISATION' &&
    of - 1 > first &&
    tokenText(document, of) === 'of' &&
    IN_TRADE.has(tokenText(document, of - 1))
  )
    last = of - 1;
  while (first < last && (pennTag(document, last) === 'POS' || /^[.,)"”’']$/.test(tokenText(document, last))))
    last -= 1;
  while (span.type === 'PLACE' && first < last && OFFICES.has((document.tokens.lemmas[last] ?? '').toLowerCase()))
    last -= 1;
  if (/^\p{Lu}{2,4}$/u.test(tokenText(document, first - 1)) && typeByWordBefore(document, first - 1) === 'ORGANISATION')
    return { first: first - 1, last };
  const isEnding =
    span.type === 'ORGANISATION' &&
    first === last &&
    ORGANISATION_ENDINGS.has(tokenText(document, first).toLowerCase());
  while (isEnding && isPartOfName(document, first - 1)) first -= 1;
  return { first, last };
}

function isTitleOfPerson(text: string): boolean {
  const word = text.toLowerCase().replace(/\.$/, '');
  return PERSON_TITLES.has(word) || HONORIFICS[word] !== undefined;
}

/** A capitalised noun or adjective right before a word such as `Front` or `Party` that does not open its sentence. */
function isPartOfName(document: Document, token: number): boolean {
  return (
    /^(?:NNP|NNPS|JJ|NN)$/.test(pennTag(document, token)) &&
    /^\p{Lu}\p{L}/u.test(tokenText(document, token)) &&
    !/^(?:The|This|That|A|An|Its|Their|His|Her)$/.test(tokenText(document, token))
  );
}

/** `Bexley & Shaw`: two names that a sign joins are one organisation. */
function joinFirms(document: Document, names: readonly NameMention[]): NameMention[] {
  const joined: NameMention[] = [];
  for (const name of names) {
    const before = joined.at(-1);
    if (
      before &&
      before.last === name.first - 2 &&
      tokenText(document, before.last + 1) === '&' &&
      before.acronymOf < 0
    ) {
      const range = { first: before.first, last: name.last };
      joined[joined.length - 1] = {
        ...range,
        type: 'ORGANISATION',
        text: textOf(document, range),
        acronymOf: -1,
        confidence: Math.max(before.confidence, name.confidence),
      };
    } else joined.push(name);
  }
  return joined;
}

/** Adds each acronym that stands in brackets right behind an organisation's name, and joins it to the name. */
function withAcronyms(document: Document, names: readonly NameMention[]): NameMention[] {
  const found: NameMention[] = [];
  const starts = new Set(names.map((name) => name.first));
  for (const name of names) {
    const previous = found.findLastIndex((other) => other.acronymOf < 0);
    const before = found[previous];
    const isBracketed = tokenText(document, name.first - 1) === '(' && tokenText(document, name.last + 1) === ')';
    const canBe =
      before && (before.type === 'ORGANISATION' || (before.type === 'PLACE' && isAcronymOf(name.text, before.text)));
    if (before && canBe && isBracketed && before.last === name.first - 2 && ACRONYM.test(name.text)) {
      found.push({ ...name, type: before.type, acronymOf: previous });
      continue;
    }
    found.push(name);
    const bracketed = name.last + 2;
    const isNext = starts.has(bracketed);
    if (
      name.type === 'ORGANISATION' &&
      !isNext &&
      tokenText(document, name.last + 1) === '(' &&
      tokenText(document, name.last + 3) === ')' &&
      ACRONYM.test(tokenText(document, bracketed)) &&
      isAcronymOf(tokenText(document, bracketed), name.text)
    ) {
      found.push({
        first: bracketed,
        last: bracketed,
        type: name.type,
        text: tokenText(document, bracketed),
        acronymOf: found.length - 1,
        confidence: name.confidence,
      });
    }
  }
  return found;
}

/**
 * Whether the capitals of an acronym are initials of a name, in order: `IRGC` of `Islamic Revolutionary Guard Corps`.
 */
export function isAcronymOf(acronym: string, name: string): boolean {
  if (!ACRONYM.test(acronym)) return false;
  const letters = acronym.replace(/[^\p{Lu}]/gu, '');
  const [capitals, all] = initialsOf(name);
  return (
    letters.length >= 2 &&
    (letters === capitals || letters === all || (letters.length >= 3 && capitals.startsWith(letters)))
  );
}

/**
 * The initials of a name's capitalised words, and those of all its words as capitals: `BE` and `BOE` of `Bank of
 * England`.
 */
export function initialsOf(name: string): [string, string] {
  const words = name.split(/[\s-]+/);
  const initials = (chosen: readonly string[]): string => chosen.map((word) => word.charAt(0)).join('');
  return [initials(words.filter((word) => /^\p{Lu}/u.test(word))), initials(words).toUpperCase()];
}
