import type { EntityType, OrganisationKind } from '../reading/reading.ts';

/** What identity looks at of an entity of one article, or of an actor of the graph. */
export interface Candidate {
  readonly type: EntityType;
  /** Every form of the name, folded. */
  readonly names: readonly string[];
  readonly acronym: string | null;
  readonly organisationKind: OrganisationKind | null;
  readonly countryCode: string | null;
  readonly placeKind: string | null;
  /** The countries and organisations of a person's offices, folded names. */
  readonly affiliations: readonly string[];
}

interface Feature {
  readonly name: string;
  /** How much it speaks for (above 0) or against (below 0) one actor. */
  readonly weight: number;
  readonly holds: (left: Candidate, right: Candidate) => boolean;
}

const sharedFullName = (left: Candidate, right: Candidate): boolean => left.names.some((name) => name.includes(' ') && right.names.includes(name));
const sharedName = (left: Candidate, right: Candidate): boolean => left.names.some((name) => right.names.includes(name));
const sharedAffiliation = (left: Candidate, right: Candidate): boolean => left.affiliations.some((affiliation) => right.affiliations.includes(affiliation));

/**
 * What speaks for and against two entities being one. A full name met again is the same person unless an office speaks against it; a surname, an acronym or an office alone
 * never joins the people of two articles.
 */
export const FEATURES: Readonly<Record<EntityType, readonly Feature[]>> = {
  PERSON: [
    { name: 'the same full name', weight: 1, holds: sharedFullName },
    { name: 'one name in common and an affiliation', weight: 1, holds: (left, right) => sharedName(left, right) && sharedAffiliation(left, right) },
    { name: 'offices in nothing the same', weight: -0.4, holds: (left, right) => left.affiliations.length > 0 && right.affiliations.length > 0 && !sharedAffiliation(left, right) },
  ],
  ORGANISATION: [
    { name: 'the same name', weight: 1, holds: (left, right) => left.names.some((name) => right.names.includes(name) && name.length > 2) },
    { name: 'an acronym for a name', weight: -0.6, holds: (left, right) => !sharedFullName(left, right) && isAcronymOnly(left) !== isAcronymOnly(right) },
    { name: 'of different countries', weight: -0.8, holds: (left, right) => left.countryCode !== null && right.countryCode !== null && left.countryCode !== right.countryCode },
    { name: 'of different kinds', weight: -0.3, holds: (left, right) => left.organisationKind !== right.organisationKind && left.organisationKind !== 'OTHER' && right.organisationKind !== 'OTHER' },
  ],
  PLACE: [
    { name: 'the same name', weight: 1, holds: sharedName },
    { name: 'one country', weight: 1, holds: (left, right) => left.placeKind === 'COUNTRY' && right.placeKind === 'COUNTRY' && left.countryCode !== null && left.countryCode === right.countryCode },
    { name: 'in different countries', weight: -1, holds: (left, right) => left.countryCode !== right.countryCode && left.countryCode !== null && right.countryCode !== null },
    { name: 'of different kinds', weight: -0.6, holds: (left, right) => left.placeKind !== right.placeKind && left.placeKind !== 'OTHER' && right.placeKind !== 'OTHER' },
  ],
};

/** From this sum on two entities are one. */
const THRESHOLD = 0.55;

function isAcronymOnly(candidate: Candidate): boolean {
  return candidate.names.every((name) => !name.includes(' ') && name.length <= 6);
}

/** The sum of what speaks for two entities being one, and against it. */
export function compare(left: Candidate, right: Candidate): number {
  if (left.type !== right.type) return 0;
  return FEATURES[left.type].reduce((sum, feature) => sum + (feature.holds(left, right) ? feature.weight : 0), 0);
}

/** The one of several actors that an entity is, or -1 where it is none of them. */
export function decide(entity: Candidate, actors: readonly Candidate[]): number {
  let best = -1;
  let highest = THRESHOLD;
  actors.forEach((actor, number) => {
    const score = compare(entity, actor);
    if (score >= highest && (best < 0 || score > highest)) {
      best = number;
      highest = score;
    }
  });
  return best;
}
