import type { Document } from '../language/document.ts';
import type { Referent } from './anaphora.ts';
import type { DraftMention } from './drafts.ts';
import { ORGANISATION_NOUNS } from './lexicon/organisation-words.ts';
import { sentenceOf } from './salience.ts';

/** How far back `the company` of a role is looked for, in sentences. */
const REACH = 4;

/**
 * The entity that a role belongs to by a pronoun (`its chairman`) or a common noun (`the company’s founder`): whom the pronoun means, or the organisation mentioned last before the noun that it fits; -1
 * where there is none. `mentions` are in text order.
 */
export function findOwner(document: Document, owner: number, mentions: readonly DraftMention[], referents: readonly Referent[]): number {
  if (owner < 0) return -1;
  const kinds = ORGANISATION_NOUNS[(document.tokens.lemmas[owner] ?? '').toLowerCase()];
  const here = sentenceOf(document, owner);
  for (const mention of [...mentions].reverse()) {
    const referent = referents[mention.cluster];
    if (mention.first > owner || referent === undefined || referent.type === 'PERSON') continue;
    if (mention.kind === 'PRONOUN' && mention.first === owner) return mention.cluster;
    if (mention.last >= owner || here - sentenceOf(document, mention.last) > REACH || !kinds || referent.type !== 'ORGANISATION') continue;
    if (kinds.length === 0 || (referent.organisationKind !== null && kinds.includes(referent.organisationKind))) return mention.cluster;
  }
  return -1;
}
