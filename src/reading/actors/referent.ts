import type { EntityType, OrganisationKind, PlaceKind } from '../reading.ts';

/** What descriptions and pronouns know of each entity named in the article. */
export interface Referent {
  readonly type: EntityType;
  readonly gender: 'FEMALE' | 'MALE' | 'EITHER';
  /** The titles of a person, in lower case, as words. */
  readonly titles: readonly (readonly string[])[];
  /** The words of an organisation's name and the nouns that describe it, folded. */
  readonly words: ReadonlySet<string>;
  /** Codes of the countries that a person's offices belong to. */
  readonly countries: ReadonlySet<string>;
  readonly organisationKind: OrganisationKind | null;
  readonly placeKind: PlaceKind | null;
}
