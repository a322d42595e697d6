import type { Document } from '../../language/document.ts';
import { openGazetteer } from '../../language/naming/gazetteer.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag } from '../../language/tags.ts';
import { findDemonymAt } from '../actors/demonyms.ts';
import type { NameMention } from '../names/name-mention.ts';

/** Institutions that nearly every country has one of, by the last word of their name. */
const NATIONAL =
  /^(?:ministry|army|navy|parliament|senate|assembly|congress|court|bank|cabinet|treasury|police|government|prosecutor|council|commission|federation|association|agency)$/;

/**
 * `Egypt’s Foreign Ministry`, `the Kenyan Supreme Court`: whose an institution is that many countries have, by the
 * words before it; null where they do not tell.
 */
export function institutionCountry(document: Document, { first, text, type }: NameMention): string | null {
  if (type !== 'ORGANISATION' || !NATIONAL.test(text.toLowerCase().split(/\s+/).at(-1) ?? '')) return null;
  for (const begin of [first - 1, first - 2]) {
    const demonym = findDemonymAt(document, begin);
    if (demonym?.last === first - 1) return demonym.code;
  }
  return ownerCountry(document, first);
}

/** The code of the country that owns what begins at a token: `Switzerland’s Holberg`. Null where none does. */
export function ownerCountry(document: Document, first: number): string | null {
  if (pennTag(document, first - 1) !== 'POS') return null;
  for (const begin of [first - 3, first - 2]) {
    const place = openGazetteer()
      .findPlaces(textOf(document, { first: Math.max(0, begin), last: first - 2 }))
      .find(({ kind }) => kind === 'COUNTRY');
    if (place) return place.countryCode;
  }
  return null;
}
