import { foldName } from '../language/naming/gazetteer.ts';
import type { EntityType } from '../reading/reading.ts';
import type { Candidate } from './candidate.ts';

/** One thing that speaks for or against two candidates being one. */
export interface Feature {
  readonly name: string;
  /** How much it speaks for it (above 0) or against it (below 0), in hundredths of what a full name met again does. */
  readonly weight: number;
  readonly holds: (left: Candidate, right: Candidate) => boolean;
}

/**
 * What speaks for and against two entities being one actor; the weights that hold are added up, and `SAME_FROM`
 * decides. They are set by hand so that the rules can be read off them: a full name met again is the same person unless
 * offices speak against it; a surname, an acronym or an office alone never is, but a surname with its office is.
 */
export const FEATURES: Readonly<Record<EntityType, readonly Feature[]>> = {
  PERSON: [
    { name: 'the same full name', weight: 100, holds: hasSameFullName },
    {
      name: 'full names that fit each other',
      weight: 60,
      holds: (left, right) => !hasSameFullName(left, right) && hasFittingName(left, right),
    },
    {
      name: 'one name in common',
      weight: 30,
      holds: (left, right) => !hasSameFullName(left, right) && !hasFittingName(left, right) && hasSameName(left, right),
    },
    { name: 'full names that contradict each other', weight: -100, holds: hasContradictingNames },
    { name: 'an office in the same country or organisation', weight: 30, holds: hasSameAffiliation },
    {
      name: 'the same title there',
      weight: 20,
      holds: (left, right) => hasSameAffiliation(left, right) && hasSameTitle(left, right),
    },
    {
      name: 'offices in nothing the same',
      weight: -50,
      holds: (left, right) => areTold(left.affiliations, right.affiliations) && !hasSameAffiliation(left, right),
    },
    {
      name: 'titles in nothing the same',
      weight: -5,
      holds: (left, right) => areTold(left.titles, right.titles) && !hasSameTitle(left, right),
    },
    {
      name: 'seen with one of the same',
      weight: 15,
      holds: (left, right) => countShared(left.company, right.company) >= 1,
    },
    {
      name: 'seen with five of the same: one story',
      weight: 10,
      holds: (left, right) => countShared(left.company, right.company) >= 5,
    },
  ],
  ORGANISATION: [
    { name: 'the same full name', weight: 100, holds: hasSameFullName },
    {
      name: 'the same name of one word',
      weight: 70,
      holds: (left, right) => sharesOneWord(left, right) && left.name === right.name,
    },
    {
      name: 'one word that one of them is also called',
      weight: 40,
      holds: (left, right) => sharesOneWord(left, right) && left.name !== right.name,
    },
    { name: 'the same acronym and no more', weight: 50, holds: sharesOnlyAcronym },
    {
      name: 'of four letters or more',
      weight: 10,
      holds: (left, right) =>
        sharesOnlyAcronym(left, right) && sharedNames(left, right).some((name) => name.length >= 4),
    },
    {
      name: 'a name that every country has one of',
      weight: -50,
      holds: (left, right) => hasSameFullName(left, right) && sharedNames(left, right).every(isGeneric),
    },
    {
      name: 'of one country',
      weight: 25,
      holds: (left, right) => left.countryCode !== null && left.countryCode === right.countryCode,
    },
    { name: 'of different countries', weight: -80, holds: hasOtherCountry },
    {
      name: 'of one kind',
      weight: 10,
      holds: (left, right) => left.organisationKind === right.organisationKind && isToldKind(left.organisationKind),
    },
    {
      name: 'of different kinds',
      weight: -30,
      holds: (left, right) =>
        left.organisationKind !== right.organisationKind &&
        isToldKind(left.organisationKind) &&
        isToldKind(right.organisationKind),
    },
    {
      name: 'seen with one of the same',
      weight: 10,
      holds: (left, right) => countShared(left.company, right.company) >= 1,
    },
    {
      name: 'seen with five of the same: one story',
      weight: 15,
      holds: (left, right) => countShared(left.company, right.company) >= 5,
    },
  ],
  PLACE: [
    { name: 'the same name', weight: 100, holds: hasSameName },
    {
      name: 'the same country',
      weight: 100,
      holds: (left, right) =>
        left.placeKind === 'COUNTRY' &&
        right.placeKind === 'COUNTRY' &&
        left.countryCode !== null &&
        left.countryCode === right.countryCode,
    },
    { name: 'in different countries', weight: -100, holds: hasOtherCountry },
    {
      name: 'of different kinds',
      weight: -60,
      holds: (left, right) =>
        left.placeKind !== right.placeKind && isToldKind(left.placeKind) && isToldKind(right.placeKind),
    },
    { name: 'far from each other', weight: -100, holds: isFar },
  ],
};

/** From this sum on two candidates are one actor. */
export const SAME_FROM = 55;

/**
 * The sum of what speaks for and against two candidates being one actor; minus infinity where they are of different
 * types.
 */
export function compare(left: Candidate, right: Candidate): number {
  if (left.type !== right.type) return Number.NEGATIVE_INFINITY;
  let sum = 0;
  for (const feature of FEATURES[left.type]) if (feature.holds(left, right)) sum += feature.weight;
  return sum;
}

function sharedNames(left: Candidate, right: Candidate): string[] {
  return left.names.filter((name) => right.names.includes(name));
}

function hasSameName(left: Candidate, right: Candidate): boolean {
  return sharedNames(left, right).length > 0;
}

function hasSameFullName(left: Candidate, right: Candidate): boolean {
  return sharedNames(left, right).some(isFull);
}

function isFull(name: string): boolean {
  return name.includes(' ');
}

/**
 * `mohammad reza ashtiani` and `mohammad ashtiani`: the same first and last word, and one has all the words of the
 * other.
 */
function hasFittingName(left: Candidate, right: Candidate): boolean {
  return fullPairs(left, right).some(
    ([one, other]) => isSameEnds(one, other) && (isPart(one, other) || isPart(other, one)),
  );
}

/** `john a. smith` and `john b. smith`: the same first and last word, and different ones between. */
function hasContradictingNames(left: Candidate, right: Candidate): boolean {
  const pairs = fullPairs(left, right).filter(
    ([one, other]) => one.length > 2 && other.length > 2 && isSameEnds(one, other),
  );
  return pairs.length > 0 && !pairs.some(([one, other]) => isPart(one, other) || isPart(other, one));
}

function fullPairs(left: Candidate, right: Candidate): [string[], string[]][] {
  const split = (names: readonly string[]): string[][] => names.filter(isFull).map((name) => name.split(' '));
  const others = split(right.names);
  return split(left.names).flatMap((one) => others.map((other): [string[], string[]] => [one, other]));
}

function isSameEnds(left: readonly string[], right: readonly string[]): boolean {
  return left[0] === right[0] && left.at(-1) === right.at(-1);
}

/** Whether every word of the first, or the initial that it is, stands in the second. */
function isPart(left: readonly string[], right: readonly string[]): boolean {
  return left.every((word) =>
    right.some(
      (other) =>
        other === word ||
        (/^\p{L}\.?$/u.test(word) && other.startsWith(word.charAt(0))) ||
        (/^\p{L}\.?$/u.test(other) && word.startsWith(other.charAt(0))),
    ),
  );
}

function areTold(left: readonly string[], right: readonly string[]): boolean {
  return left.length > 0 && right.length > 0;
}

function hasSameAffiliation(left: Candidate, right: Candidate): boolean {
  return left.affiliations.some((affiliation) => right.affiliations.includes(affiliation));
}

function hasSameTitle(left: Candidate, right: Candidate): boolean {
  return left.titles.some((title) => right.titles.includes(title));
}

function countShared(left: readonly string[], right: readonly string[]): number {
  const others = new Set(right);
  return left.filter((id) => others.has(id)).length;
}

/** Whether what two organisations have in common is a single word that is no acronym. */
function sharesOneWord(left: Candidate, right: Candidate): boolean {
  return hasSameName(left, right) && !hasSameFullName(left, right) && !sharesOnlyAcronym(left, right);
}

/**
 * Whether what the two have in common is the letters that an organisation goes by, and one of them has no other name.
 */
function sharesOnlyAcronym(left: Candidate, right: Candidate): boolean {
  const shared = sharedNames(left, right);
  return shared.length > 0 && shared.every((name) => isAcronymOf(left, name) || isAcronymOf(right, name));
}

function isAcronymOf(candidate: Candidate, name: string): boolean {
  return candidate.acronym !== null && foldName(candidate.acronym) === name;
}

function isToldKind(kind: string | null): boolean {
  return kind !== null && kind !== 'OTHER';
}

function hasOtherCountry(left: Candidate, right: Candidate): boolean {
  return left.countryCode !== null && right.countryCode !== null && left.countryCode !== right.countryCode;
}

/**
 * More than about a hundred kilometres: two towns of one name. Countries and regions are larger than that themselves.
 */
function isFar(left: Candidate, right: Candidate): boolean {
  if (
    left.placeKind !== 'CITY' ||
    right.placeKind !== 'CITY' ||
    left.latitude === null ||
    left.longitude === null ||
    right.latitude === null ||
    right.longitude === null
  )
    return false;
  return Math.abs(left.latitude - right.latitude) > 1 || Math.abs(left.longitude - right.longitude) > 1.5;
}

/** Words that names of offices and institutions are made of in every country. */
const GENERIC_WORDS = new Set(
  `ministry department office agency authority administration government cabinet parliament senate house congress
    assembly council commission committee board bureau court tribunal supreme constitutional high appeal appeals
    district federal national state central bank reserve police force forces armed army navy air guard coast
    security intelligence service services interior defence defense foreign affairs health education finance
    treasury justice transport agriculture environment energy trade labour labor culture prosecutor prosecutors
    attorney general city county regional local public election electoral upper lower chamber party opposition and
    of for the`.split(/\s+/),
);

function isGeneric(name: string): boolean {
  return name.split(' ').every((word) => GENERIC_WORDS.has(word.replace(/['’]s$/, '')));
}
