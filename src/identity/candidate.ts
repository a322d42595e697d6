import type { EntityType, OrganisationKind, PlaceKind } from '../reading/reading.ts';

/**
 * What identity looks at of an entity of one article, or of an actor of the graph. Names and titles are folded
 * (`foldName`), so that they can be compared as they are.
 */
export interface Candidate {
  readonly type: EntityType;
  /** The name that it goes by. */
  readonly name: string;
  /** Every form of the name, that one among them. */
  readonly names: readonly string[];
  readonly acronym: string | null;
  readonly organisationKind: OrganisationKind | null;
  readonly placeKind: PlaceKind | null;
  /** ISO 3166-1 alpha-2 of the country that a place is or lies in, or that an organisation belongs to. */
  readonly countryCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** The titles that a person holds, and the names of the countries and organisations that the person holds them in. */
  readonly titles: readonly string[];
  readonly affiliations: readonly string[];
  /** Ids of the actors that it was lately seen with in one article. */
  readonly company: readonly string[];
}
