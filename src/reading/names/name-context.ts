import type { Document, TokenRange } from '../../language/document.ts';
import type { Gazetteer } from '../../language/naming/gazetteer.ts';
import { textOf } from '../../language/ranges.ts';
import { isFiniteTag, pennTag, tokenText } from '../../language/tags.ts';
import { HONORIFICS, OFFICES, RELATIVES } from '../lexicon/offices.ts';
import { ORGANISATION_NOUNS } from '../lexicon/organisation-words.ts';
import { PLAIN_ABBREVIATIONS } from './name-doubts.ts';
import type { NameMention } from './name-mentions.ts';
import { isOrganisationByRole } from './name-roles.ts';
import type { EntityType, OrganisationKind } from '../reading.ts';

/** More nouns that stand right before the name of an organisation: `the weather service Met …`. */
const BEFORE_ORGANISATIONS = new Set(
  'service operator maker carrier lender insurer builder utility think-tank tank daily weekly tabloid site website channel station studio label lab laboratory startup start-up giant chain brand unit arm faction guerrillas rebels rival supplier subsidiary carmaker brewer grocer'.split(
    ' ',
  ),
);
/** Those of them that a person may be called behind the name. */
const MAY_BE_PEOPLE = new Set(['brewer', 'builder', 'grocer', 'rival', 'supplier', 'carrier', 'maker']);
/** What places are called behind their name. */
const PLACE_NOUNS =
  /^(?:district|town|village|city|suburb|province|county|municipality|island|port|region|hamlet|neighbourhood|neighborhood|settlement|township|commune|river|lake|mountain|valley|peninsula|resort|quarter|borough|oasis|atoll)$/;
/** Words that nothing but a person's name follows, a surname alone too. */
const HONOURED =
  /^(?:(?:Mr|Mrs|Ms|Dr|Prof|Rev|Sen|Gov|Gen|Col|Lt|Sgt|Capt|Cpl|Adm|Brig|Supt|Insp)\.?|(?:SEN|GEN|GOV|REP|REV|DR|MR|MRS|MS|COL)\.|Senator|Congressman|Congresswoman|Reverend|Professor|Rabbi|Imam|Ayatollah|Archbishop|Sheikh|Sir|Dame|Baroness|Sergeant|Lieutenant|Superintendent|Councillor|Councilman|Councilwoman)$/;
/** How sure a name is that only the words around it tell. */
const BY_CONTEXT = 0.6;

/** `analysts at Handelsbanken`: people at work are so at an organisation. */
function isEmployer(document: Document, first: number): boolean {
  return (
    /^at$/i.test(tokenText(document, first - 1)) &&
    /^(?:analyst|economist|strategist|employee|engineer|researcher|scientist|professor|lecturer|partner|lawyer|spokesman|spokeswoman|executive|colleague|fellow|director|trader)$/.test(
      document.tokens.lemmas[first - 2] ?? '',
    )
  );
}

/** `was quoted as saying by Interfax`: who quotes somebody else is a medium. */
function isQuoting(document: Document, first: number): boolean {
  const by = /^the$/i.test(tokenText(document, first - 1)) ? first - 2 : first - 1;
  if (tokenText(document, by) !== 'by') return false;
  const before = [1, 2, 3].map((back) => document.tokens.lemmas[by - back] ?? '');
  return before[0] === 'quote' || (before[0] === 'say' && before[1] === 'as' && before[2] === 'quote');
}

/**
 * The type that the word right before a name tells, a comma between the two left out: an office tells a person, a kind
 * of organisation an organisation. Null where it tells nothing.
 */
export function typeByWordBefore(document: Document, first: number): EntityType | null {
  const before = tokenText(document, first - 1) === ',' ? first - 2 : first - 1;
  if (isEmployer(document, first) || isQuoting(document, first)) return 'ORGANISATION';
  const lemma = (document.tokens.lemmas[before] ?? '').toLowerCase();
  const isPaper = /^(?:daily|weekly|monthly)$/.test(lemma) && /^(?:DT|JJ|NN)/.test(pennTag(document, before - 1));
  const isApart = before < first - 1;
  const isOffice = !isApart && OFFICES.has(lemma);
  if (isOffice && pennTag(document, before) === 'JJ' && /^\p{Ll}/u.test(tokenText(document, before))) return 'PERSON';
  if (before < 0 || !(isPaper || /^NN$|^NNS$|^NNP$/.test(pennTag(document, before)))) return null;
  if (isOffice && lemma in ORGANISATION_NOUNS && !/^\p{Lu}/u.test(tokenText(document, first + 1)))
    return 'ORGANISATION';
  if (isOffice) return 'PERSON';
  if (isApart && isBehindOf(document, before)) return null;
  return isPaper || isOrganisationNoun(lemma) ? 'ORGANISATION' : null;
}

/**
 * `the head of the federation, Tom Hale`, `after a meeting of the council, Ida Roe said`: a noun behind `of` does not
 * tell what the name behind the comma is.
 */
function isBehindOf(document: Document, noun: number): boolean {
  let first = noun;
  while (
    first > 0 &&
    noun - first < LONGEST_DESCRIPTION &&
    /^(?:DT|JJ|NN|NNS|NNP|NNPS|POS|CD|PRP\$|HYPH)$/.test(pennTag(document, first - 1))
  )
    first -= 1;
  return tokenText(document, first - 1) === 'of';
}

/** The longest description behind a comma that tells what a name is, in words before its noun. */
const LONGEST_DESCRIPTION = 5;

/**
 * The type that an apposition behind a name tells by its noun: `Katiba Salam, an armed group linked to …`, `Volvia,
 * Sweden’s largest carmaker`. Null where it tells nothing.
 */
export function typeByApposition(document: Document, last: number): EntityType | null {
  const noun = nounOfApposition(document, last);
  if (noun === null || MAY_BE_PEOPLE.has(noun)) return null;
  if (OFFICES.has(noun)) return 'PERSON';
  return isOrganisationNoun(noun) ? 'ORGANISATION' : PLACE_NOUNS.test(noun) ? 'PLACE' : null;
}

/**
 * The noun, as a lemma, of a description behind a comma that begins with an article or a possessive: the first singular
 * one that is whole; null where there is none.
 */
function nounOfApposition(document: Document, last: number): string | null {
  if (tokenText(document, last + 1) !== ',') return null;
  const isOwned = /^NNP/.test(pennTag(document, last + 2)) && pennTag(document, last + 3) === 'POS';
  if (!isOwned && !/^(?:an?|the|one)$/.test(tokenText(document, last + 2))) return null;
  for (let token = last + 3; token <= last + 3 + LONGEST_DESCRIPTION; token += 1) {
    const tag = pennTag(document, token);
    if (!/^(?:JJ|NN|NNP|NNS|HYPH|VBN|POS|RBS)/.test(tag)) return null;
    const lemma = (document.tokens.lemmas[token] ?? '').toLowerCase();
    const isWhole = !/^(?:NN|HYPH|POS)/.test(pennTag(document, token + 1));
    if (
      lemma === 'start' &&
      /^-up\b/.test(document.text.slice(document.tokens.end[token], document.tokens.end[token + 2]))
    )
      return 'startup';
    const isClause =
      isFiniteTag(pennTag(document, token + 1)) ||
      (pennTag(document, token + 1) === 'VBN' && tokenText(document, last + 2) === 'the');
    if (isWhole && isClause) return null;
    if (isWhole && (tag === 'NN' || (tag !== 'NNS' && BEFORE_ORGANISATIONS.has(lemma)))) return lemma;
  }
  return null;
}

function isOrganisationNoun(lemma: string): boolean {
  return lemma in ORGANISATION_NOUNS || BEFORE_ORGANISATIONS.has(lemma);
}

/**
 * The kind of organisation that the noun right before a name tells: `the news agency MTI`, `the broadcaster Rai`. Null
 * where it tells none.
 */
export function kindByWordBefore(document: Document, first: number): OrganisationKind | null {
  if (isQuoting(document, first)) return 'MEDIA';
  const lemma = (document.tokens.lemmas[first - 1] ?? '').toLowerCase();
  if (lemma === 'agency' && /^news$/i.test(tokenText(document, first - 2))) return 'MEDIA';
  return ORGANISATION_NOUNS[lemma]?.[0] ?? null;
}

/** The kind of organisation that the noun right behind a name tells: `the CGTP union`. Null where it tells none. */
export function kindByWordBehind(document: Document, last: number): OrganisationKind | null {
  if (pennTag(document, last + 1) !== 'NN' || document.tokens.heads[last] !== last + 1) return null;
  return ORGANISATION_NOUNS[(document.tokens.lemmas[last + 1] ?? '').toLowerCase()]?.[0] ?? null;
}

/**
 * The kind of organisation that the noun of a description behind a name tells: `Avanza, an opposition party`. Null
 * where it tells none.
 */
export function kindByApposition(document: Document, last: number): OrganisationKind | null {
  return ORGANISATION_NOUNS[nounOfApposition(document, last) ?? '']?.[0] ?? null;
}

/** The nouns that describe a name right before it or behind a comma: `the carmaker Volvia, a unit of …`. */
export function nounsBeside(document: Document, { first, last }: TokenRange): string[] {
  const before = (document.tokens.lemmas[first - 1] ?? '').toLowerCase();
  const behind = nounOfApposition(document, last);
  return [before, behind ?? ''].filter((noun) => noun in ORGANISATION_NOUNS);
}

/**
 * Names that the recogniser overlooked and the words around them tell: proper nouns behind an office or a kind of
 * organisation, two or three that begin with a given name, and a known place in capitals that opens a paragraph (a
 * dateline). What is found already stays.
 */
export function addByContext(document: Document, names: readonly NameMention[], gazetteer: Gazetteer): NameMention[] {
  const taken = new Uint8Array(document.tokens.count);
  for (const name of names) taken.fill(1, name.first, name.last + 1);
  const found: NameMention[] = [];
  const add = (range: TokenRange, type: EntityType): void => {
    found.push({ ...range, type, text: textOf(document, range), acronymOf: -1, confidence: BY_CONTEXT });
    taken.fill(1, range.first, range.last + 1);
  };
  for (const paragraph of document.paragraphs) {
    const dateline = readDateline(document, paragraph, gazetteer);
    if (dateline && taken[dateline.first] === 0) add(dateline, 'PLACE');
  }
  for (let token = 0; token < document.tokens.count; token += 1) {
    if (
      taken[token] === 1 ||
      HONOURED.test(tokenText(document, token)) ||
      !(isProper(document, token) || isAgency(document, token))
    )
      continue;
    const range = readRun(document, token, taken);
    const type = typeOfRun(document, range, gazetteer);
    if (type) add(range, type);
    token = type ? range.last : lastOffice(document, range);
  }
  return [...names, ...found].sort((left, right) => left.first - right.first);
}

function isProper(document: Document, token: number): boolean {
  return /^NNPS?$/.test(pennTag(document, token)) && /^\p{Lu}[\p{L}'’.-]+$/u.test(tokenText(document, token));
}

/**
 * `the news agency MTI`, `Swedish carmaker Volvia`: a capital behind a kind of organisation, also where the tagger
 * takes it for a common noun.
 */
function isAgency(document: Document, token: number): boolean {
  const word = tokenText(document, token);
  const isCapital = /^\p{Lu}{2,6}$/u.test(word) || (/^\p{Lu}\p{Ll}+$/u.test(word) && pennTag(document, token) === 'NN');
  return (
    isCapital && /^\p{Ll}/u.test(tokenText(document, token - 1)) && typeByWordBefore(document, token) === 'ORGANISATION'
  );
}

/**
 * The last office in a run that is no name, behind which a name may begin (`Justice Minister Park Ji-hye`); the run's
 * last token where there is none before it.
 */
function lastOffice(document: Document, { first, last }: TokenRange): number {
  for (let token = last - 1; token >= first; token -= 1)
    if (OFFICES.has((document.tokens.lemmas[token] ?? '').toLowerCase())) return token;
  return last;
}

/** Proper nouns one behind the other, apart by single spaces or hyphens. */
function readRun(document: Document, first: number, taken: Uint8Array): TokenRange {
  let last = first;
  while (
    taken[last + 1] === 0 &&
    isProperInside(document, last + 1) &&
    /^[ -]?$/.test(document.text.slice(document.tokens.end[last], document.tokens.start[last + 1]))
  )
    last += 1;
  return { first, last };
}

/** A proper noun, or what a hyphen joins to one: `Ji-hye`. */
function isProperInside(document: Document, token: number): boolean {
  const isHyphen = (at: number): boolean =>
    /^[-‑]$/.test(tokenText(document, at)) &&
    !/\s/.test(document.text.slice(document.tokens.end[at - 1], document.tokens.start[at + 1]));
  return (
    isProper(document, token) ||
    isHyphen(token) ||
    (isHyphen(token - 1) && /^\p{L}{2,}$/u.test(tokenText(document, token)))
  );
}

/** Months and days, which stand behind `in` and `on` as places do. */
export const CALENDAR =
  /^(?:(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Sept|Nov|Dec)ember|October|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)$/;

/** `his late wife, Janice.`: a name between marks behind what one is to another. */
function isRelative(document: Document, { first, last }: TokenRange): boolean {
  const isBetweenMarks = tokenText(document, first - 1) === ',' && /^[.,;)]$/.test(tokenText(document, last + 1));
  return isBetweenMarks && last - first < 3 && RELATIVES.test((document.tokens.lemmas[first - 2] ?? '').toLowerCase());
}

/** `SunTel`, `DeepGreen`: words with a capital inside, no surname with a particle. */
function hasInnerCapital(document: Document, { first, last }: TokenRange): boolean {
  for (let token = first; token <= last; token += 1) {
    if (
      /^\p{Lu}\p{Ll}{2,}\p{Lu}\p{Ll}+$/u.test(tokenText(document, token)) &&
      !/^(?:Mac|Fitz|Van|Von|Del|Den|San|Saint)/.test(tokenText(document, token))
    )
      return true;
  }
  return false;
}

/** What laws, treaties, prizes and events end in, which have owners too. */
const LEGAL_ENDING =
  /^(?:Amendment|Act|Bill|Law|Treaty|Accords?|Agreement|Rule|Plan|Doctrine|Constitution|Clause|Case|War|Award|Prize|Cup|Festival|Code|Protocol|Programme|Program|Games|Olympics|Day|Shooting|Flight)$/;

function typeOfRun(document: Document, { first, last }: TokenRange, gazetteer: Gazetteer): EntityType | null {
  const length = last - first + 1;
  const word = tokenText(document, first);
  if (
    gazetteer.findDemonym(word) ||
    OFFICES.has(word.toLowerCase()) ||
    /^(?:Storm|Hurricane|Typhoon|Cyclone|Tropical)$/.test(word)
  )
    return null;
  if (HONORIFICS[word.toLowerCase().replace(/\.$/, '')] !== undefined && length < 3) return null;
  const told = typeByWordBefore(document, first);
  const isFresh =
    !/^NNP/.test(pennTag(document, first - 1)) &&
    !CALENDAR.test(word) &&
    !NO_PLACES.test(word) &&
    gazetteer.findPlaces(textOf(document, { first, last })).length === 0;
  const isOfLaw =
    LEGAL_ENDING.test(tokenText(document, last)) ||
    PLAIN_ABBREVIATIONS.has(tokenText(document, last)) ||
    /^["“'‘@]$/.test(tokenText(document, first - 1));
  if (
    isFresh &&
    !isOfLaw &&
    hasInnerCapital(document, { first, last }) &&
    !/^(?:an?|his|her|my|its|their|your|our|named|called|nicknamed|dubbed)$/i.test(tokenText(document, first - 1))
  )
    return 'ORGANISATION';
  if (
    isFresh &&
    !isOfLaw &&
    (typeByApposition(document, last) === 'ORGANISATION' || isOrganisationByRole(document, { first, last }, gazetteer))
  )
    return 'ORGANISATION';
  if (isWhereabouts(document, { first, last }) || (length <= 3 && isInhabited(document, { first, last })))
    return 'PLACE';
  if (!CALENDAR.test(word) && isLocated(document, { first, last }, gazetteer)) return 'PLACE';
  if (HONOURED.test(tokenText(document, first - 1)))
    return length <= 4 && !/^(?:Emeritus|Emerita|Majority|Minority|Pro)$/.test(word) ? 'PERSON' : null;
  if (isRelative(document, { first, last })) return 'PERSON';
  if (told === 'PERSON') return length >= 2 && length <= 4 ? 'PERSON' : null;
  if (told) return 'ORGANISATION';
  return length >= 2 &&
    length <= 3 &&
    gazetteer.genderOf(word) !== undefined &&
    !/^NNP/.test(pennTag(document, first - 1)) &&
    !gazetteer.findPlaces(textOf(document, { first, last }))[0]
    ? 'PERSON'
    : null;
}

/** `over Badme, where troops …`: a name behind a preposition that a clause with `where` follows. */
export function isWhereabouts(document: Document, { first, last }: TokenRange): boolean {
  return (
    tokenText(document, last + 1) === ',' &&
    tokenText(document, last + 2).toLowerCase() === 'where' &&
    pennTag(document, first - 1) === 'IN'
  );
}

/** `residents of Douentza`, `the town of Badme`: what stands behind `of` is a place. */
export function isInhabited(document: Document, { first }: TokenRange): boolean {
  return (
    tokenText(document, first - 1) === 'of' &&
    /^(?:resident|inhabitant|villager|townspeople|outskirts|suburb|neighbourhood|neighborhood|town|city|village|hamlet|port|capital|municipality|province|district|island|coast|mayor|north|south|east|west)$/i.test(
      document.tokens.lemmas[first - 2] ?? '',
    )
  );
}

/** Words that `in` takes though they are no places. */
const NO_PLACES =
  /^(?:English|Spanish|Arabic|Latin|Congress|Parliament|Christmas|Easter|Ramadan|Internet|Lent|Islam|Christianity|God|Washington’s|Literature|Chemistry|Physics|Medicine|Economics|Peace)$/;

/**
 * `mayor of Braga`, `near Clifden`: a proper noun behind a preposition of place that the gazetteer knows, or that can
 * be nothing else.
 */
function isLocated(document: Document, { first, last }: TokenRange, gazetteer: Gazetteer): boolean {
  const preposition = tokenText(document, first - 1).toLowerCase();
  if (
    !/^(?:in|near|outside|of|from|to|at)$/.test(preposition) ||
    NO_PLACES.test(tokenText(document, last)) ||
    last - first > 2
  )
    return false;
  const place = gazetteer.findPlaces(textOf(document, { first, last }))[0];
  if (place) return place.kind !== 'CITY' || place.population >= 20 || /^(?:in|near|outside)$/.test(preposition);
  return (
    /^(?:in|near|outside)$/.test(preposition) &&
    first === last &&
    /^\p{Lu}\p{Ll}{3,}$/u.test(tokenText(document, first)) &&
    /^[.,;]$|^(?:said|was|is|and|on|with|when|where|who)$/.test(tokenText(document, last + 1))
  );
}

/** `GALWAY, Ireland, Nov 2 —`: capitals that are a known place, before a comma, a bracket or a dash. */
function readDateline(document: Document, paragraph: TokenRange, gazetteer: Gazetteer): TokenRange | null {
  let last = paragraph.first - 1;
  while (
    last < paragraph.first + 3 &&
    last < paragraph.last &&
    /^\p{Lu}[\p{Lu}.'’-]+$/u.test(tokenText(document, last + 1))
  )
    last += 1;
  if (last < paragraph.first || !/^[,(—–-]|^--$/.test(tokenText(document, last + 1))) return null;
  const range = { first: paragraph.first, last };
  const isPlace = (from: number): boolean =>
    gazetteer
      .findPlaces(tokenText(document, from))
      .some((place) => place.kind === 'COUNTRY' || place.kind === 'REGION');
  return gazetteer.findPlaces(textOf(document, range)).length > 0 ||
    (tokenText(document, last + 1) === ',' && isPlace(last + 2))
    ? range
    : null;
}
