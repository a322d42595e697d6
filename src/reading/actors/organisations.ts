import { ORGANISATIONS } from '../../language/lexicon/organisations.ts';
import type { Document } from '../../language/document.ts';
import { foldName } from '../../language/naming/gazetteer.ts';
import { KIND_WORDS } from '../lexicon/organisation-words.ts';
import type { NameCluster } from '../names/same-names.ts';
import { kindByApposition, kindByWordBefore, kindByWordBehind } from '../names/name-descriptions.ts';
import { ownerCountry } from '../positions/owner-country.ts';
import type { OrganisationKind } from '../reading.ts';
import { findDemonymAt } from './demonyms.ts';
import type { TokenMention } from './mention.ts';

/**
 * The kind of an organisation: the one it is known to be of, or that its name tells, or else the noun beside one of its
 * mentions (`the news agency MTI`).
 */
export function kindOfOrganisation(
  document: Document,
  { name, acronym }: NameCluster,
  mentions: readonly TokenMention[],
): OrganisationKind {
  const known = ORGANISATIONS.get(name) ?? ORGANISATIONS.get(acronym ?? '');
  if (known) return known;
  const words = foldName(`${name} ${acronym ?? ''}`).split(/[\s-]+/);
  const [named] = KIND_WORDS.find(([, list]) => words.some((word) => list.has(word))) ?? [];
  if (named) return named;
  for (const { first, last } of mentions) {
    const told =
      kindByWordBefore(document, first) ?? kindByWordBehind(document, last) ?? kindByApposition(document, last);
    if (told) return told;
  }
  return 'OTHER';
}

/** The country that a demonym in or before an organisation's name, or an owner right before it, tells; null if none. */
export function countryOfOrganisation(document: Document, mentions: readonly TokenMention[]): string | null {
  for (const { first } of mentions) {
    for (const token of [first - 2, first - 1, first]) {
      const demonym = findDemonymAt(document, token);
      if (demonym && demonym.last >= first - 1) return demonym.code;
    }
    const owner = ownerCountry(document, first);
    if (owner !== null) return owner;
  }
  return null;
}
