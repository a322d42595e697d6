import type { Document, TokenRange } from '../../language/document.ts';
import { isFiniteTag, pennTag, tokenText } from '../../language/tags.ts';
import { BEFORE_ORGANISATIONS, EMPLOYED, MAY_BE_PEOPLE } from '../lexicon/name-words.ts';
import { OFFICES } from '../lexicon/offices.ts';
import { ORGANISATION_NOUNS } from '../lexicon/organisation-words.ts';
import type { EntityType, OrganisationKind } from '../reading.ts';

/** The longest description after a comma that tells what a name is, in words before its noun. */
const LONGEST_DESCRIPTION = 5;

/**
 * The type that the word right before a name tells, a comma between the two left out: an office tells a person, a kind
 * of organisation an organisation. Null where it tells nothing.
 */
export function typeByWordBefore(document: Document, first: number): EntityType | null {
  if (isEmployer(document, first)) return 'ORGANISATION';
  const before = tokenText(document, first - 1) === ',' ? first - 2 : first - 1;
  const lemma = (document.tokens.lemmas[before] ?? '').toLowerCase();
  const tag = pennTag(document, before);
  const isPaper = /^(?:daily|weekly|monthly)$/.test(lemma) && /^(?:DT|JJ|NN)/.test(pennTag(document, before - 1));
  const isCommaBetween = before < first - 1;
  const isOffice = !isCommaBetween && OFFICES.has(lemma);
  if (isOffice && tag === 'JJ' && /^\p{Ll}/u.test(tokenText(document, before))) return 'PERSON';
  if (before < 0 || !(isPaper || /^NN$|^NNS$|^NNP$/.test(tag))) return null;
  const isOfTwo = isOffice && lemma in ORGANISATION_NOUNS && !/^\p{Lu}/u.test(tokenText(document, first + 1));
  if (isOffice) return isOfTwo ? 'ORGANISATION' : 'PERSON';
  if (isCommaBetween && isAfterOf(document, before)) return null;
  return isPaper || isOrganisationNoun(lemma) ? 'ORGANISATION' : null;
}

/** `analysts at Handelsbanken`: people at work are at an organisation. */
function isEmployer(document: Document, first: number): boolean {
  return /^at$/i.test(tokenText(document, first - 1)) && EMPLOYED.has(document.tokens.lemmas[first - 2] ?? '');
}

/**
 * `the head of the federation, Tom Hale`, `after a meeting of the council, Ida Roe said`: a noun after `of` does not
 * tell what the name after the comma is.
 */
function isAfterOf(document: Document, noun: number): boolean {
  let first = noun;
  while (
    first > 0 &&
    noun - first < LONGEST_DESCRIPTION &&
    /^(?:DT|JJ|NN|NNS|NNP|NNPS|POS|CD|PRP\$|HYPH)$/.test(pennTag(document, first - 1))
  )
    first -= 1;
  return tokenText(document, first - 1) === 'of';
}

/**
 * Whether a description after a name tells an organisation: `Katiba Salam, an armed group linked to …`, `Platzi is an
 * online school`.
 */
export function isDescribedAsOrganisation(document: Document, last: number): boolean {
  const noun = nounOfApposition(document, last) ?? nounOfPredicate(document, last);
  return noun !== null && !MAY_BE_PEOPLE.has(noun) && !OFFICES.has(noun) && isOrganisationNoun(noun);
}

/**
 * The noun, as a lemma, of a description after a comma that begins with an article or a possessive: the first singular
 * one that is whole; null where there is none.
 */
function nounOfApposition(document: Document, last: number): string | null {
  if (tokenText(document, last + 1) !== ',') return null;
  const isOwned = /^NNP/.test(pennTag(document, last + 2)) && pennTag(document, last + 3) === 'POS';
  return isOwned || /^(?:an?|the|one)$/.test(tokenText(document, last + 2)) ? nounFrom(document, last + 2) : null;
}

/** The same noun after `is a`, `was the`: what the name is said to be. */
function nounOfPredicate(document: Document, last: number): string | null {
  const isPredicate =
    /^(?:is|was|are|were)$/.test(tokenText(document, last + 1)) && /^(?:an?|the)$/.test(tokenText(document, last + 2));
  return isPredicate ? nounFrom(document, last + 2) : null;
}

function nounFrom(document: Document, article: number): string | null {
  for (let token = article + 1; token <= article + 1 + LONGEST_DESCRIPTION; token += 1) {
    const tag = pennTag(document, token);
    if (!/^(?:JJ|NN|NNP|NNS|HYPH|VBN|POS|RBS)/.test(tag)) return null;
    if (/^(?:NN|HYPH|POS)/.test(pennTag(document, token + 1))) continue;
    const isParticiple = pennTag(document, token + 1) === 'VBN' && tokenText(document, article) === 'the';
    if (isParticiple || isFiniteTag(pennTag(document, token + 1))) return null;
    const lemma = (document.tokens.lemmas[token] ?? '').toLowerCase();
    if (tag === 'NN' || (tag !== 'NNS' && BEFORE_ORGANISATIONS.has(lemma))) return lemma;
  }
  return null;
}

function isOrganisationNoun(lemma: string): boolean {
  return lemma in ORGANISATION_NOUNS || BEFORE_ORGANISATIONS.has(lemma);
}

/**
 * The kind of organisation that the noun right before a name tells: `the news agency MTI`, `the broadcaster Rai`; who
 * quotes somebody is a medium. Null where nothing tells.
 */
export function kindByWordBefore(document: Document, first: number): OrganisationKind | null {
  if (isQuoting(document, first)) return 'MEDIA';
  const lemma = (document.tokens.lemmas[first - 1] ?? '').toLowerCase();
  if (lemma === 'agency' && /^news$/i.test(tokenText(document, first - 2))) return 'MEDIA';
  return ORGANISATION_NOUNS[lemma]?.[0] ?? null;
}

/** `was quoted as saying by Interfax`. */
function isQuoting(document: Document, first: number): boolean {
  const by = /^the$/i.test(tokenText(document, first - 1)) ? first - 2 : first - 1;
  if (tokenText(document, by) !== 'by') return false;
  const before = [1, 2, 3].map((back) => document.tokens.lemmas[by - back] ?? '');
  return before[0] === 'quote' || (before[0] === 'say' && before[1] === 'as' && before[2] === 'quote');
}

/** The kind of organisation that the noun right after a name tells: `the CGTP union`. Null where it tells none. */
export function kindByWordBehind(document: Document, last: number): OrganisationKind | null {
  if (pennTag(document, last + 1) !== 'NN' || document.tokens.heads[last] !== last + 1) return null;
  return ORGANISATION_NOUNS[(document.tokens.lemmas[last + 1] ?? '').toLowerCase()]?.[0] ?? null;
}

/**
 * The kind of organisation that the noun of a description after a name tells: `Avanza, an opposition party`. Null
 * where it tells none.
 */
export function kindByApposition(document: Document, last: number): OrganisationKind | null {
  return ORGANISATION_NOUNS[nounOfApposition(document, last) ?? '']?.[0] ?? null;
}

/** The nouns that describe a name right before it or after a comma: `the carmaker Volvia, a unit of …`. */
export function nounsBeside(document: Document, { first, last }: TokenRange): string[] {
  const before = (document.tokens.lemmas[first - 1] ?? '').toLowerCase();
  return [before, nounOfApposition(document, last) ?? ''].filter((noun) => noun in ORGANISATION_NOUNS);
}
