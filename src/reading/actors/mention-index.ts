import type { Document } from '../../language/document.ts';
import { pennTag } from '../../language/tags.ts';
import { ORGANISATION_NOUNS } from '../lexicon/organisation-words.ts';
import type { Entity, Mention } from '../reading.ts';

/** The mentions of an article, found by token. */
export interface MentionIndex {
  readonly mentions: readonly Mention[];
  readonly entities: readonly Entity[];
  /** The number of the smallest mention that holds a token, or -1. */
  mentionAt(token: number): number;
  /** The number of the entity of that mention, or -1. */
  entityAt(token: number): number;
  /** The number of the country with this ISO code among the entities, or -1. */
  countryBy(code: string): number;
}

/** `the CGTP union`: the noun right after an organisation's name that says what it is stands for it. */
function isKindOf(document: Document, { kind, last }: Mention, entity: Entity | undefined): boolean {
  if (
    kind !== 'NAME' ||
    entity?.type !== 'ORGANISATION' ||
    pennTag(document, last + 1) !== 'NN' ||
    document.tokens.heads[last] !== last + 1
  )
    return false;
  return ORGANISATION_NOUNS[(document.tokens.lemmas[last + 1] ?? '').toLowerCase()]?.includes(entity.kind) ?? false;
}

/**
 * Indexes mentions by token in linear time: a mention inside another hides the outer one on its own tokens, and one by
 * name holds the noun for its kind after it too.
 */
export function indexMentions(
  document: Document,
  mentions: readonly Mention[],
  entities: readonly Entity[],
): MentionIndex {
  const byToken = new Int32Array(document.tokens.count).fill(-1);
  const outerFirst = mentions
    .map((mention, number) => ({ mention, number }))
    .sort((left, right) => right.mention.last - right.mention.first - (left.mention.last - left.mention.first));
  for (const { mention, number } of outerFirst) byToken.fill(number, mention.first, mention.last + 1);
  for (const [number, mention] of mentions.entries()) {
    const noun = mention.last + 1;
    if (byToken[noun] === -1 && isKindOf(document, mention, entities[mention.entity])) byToken[noun] = number;
  }
  const countries = new Map<string, number>();
  entities.forEach((entity, number) => {
    if (entity.type === 'PLACE' && entity.kind === 'COUNTRY' && entity.countryCode !== null)
      countries.set(entity.countryCode, number);
  });
  const mentionAt = (token: number): number => byToken[token] ?? -1;
  return {
    mentions,
    entities,
    mentionAt,
    entityAt: (token) => mentions[mentionAt(token)]?.entity ?? -1,
    countryBy: (code) => countries.get(code) ?? -1,
  };
}
