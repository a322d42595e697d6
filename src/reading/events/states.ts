import { COUNTRIES } from '../../language/lexicon/countries.ts';
import type { Document } from '../../language/document.ts';
import { tokenText } from '../../language/tags.ts';
import type { MentionIndex } from '../actors/mention-index.ts';

/** A token that names a country of the article, or a union of countries. */
export interface StateAt {
  readonly token: number;
  readonly entity: number;
  readonly isUnion: boolean;
}

const CODE_BY_WORD: ReadonlyMap<string, string> = new Map(
  COUNTRIES.flatMap((country) =>
    [...country.capitals, ...country.aliases, ...country.demonyms, country.name].map(
      (word) => [word.toLowerCase(), country.code] as const,
    ),
  ),
);

/** Where the countries of an article, by name, demonym or capital, and unions of countries are named, in text order. */
export function findStates(document: Document, index: MentionIndex): StateAt[] {
  const found: StateAt[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    const mention = index.mentions[index.mentionAt(token)];
    if (mention && mention.first !== token) continue;
    const entity = mention?.kind === 'NAME' ? index.entities[mention.entity] : undefined;
    if (mention && entity?.type === 'ORGANISATION' && entity.kind === 'INTERNATIONAL')
      found.push({ token, entity: mention.entity, isUnion: true });
    const code =
      entity?.type === 'PLACE' && entity.kind === 'COUNTRY'
        ? entity.countryCode
        : CODE_BY_WORD.get(tokenText(document, token).toLowerCase());
    const state = code ? index.countryBy(code) : -1;
    if (state >= 0) found.push({ token, entity: state, isUnion: false });
  }
  return found;
}
