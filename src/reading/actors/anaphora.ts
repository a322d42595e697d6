import type { Grammar } from '../../language/grammar.ts';
import { applyFirst, type Ledger } from '../rule.ts';
import type { AnaphoraContext, KnownGender } from './context.ts';
import { DESCRIPTION_RULES, descriptionsFrom } from './descriptions.ts';
import type { TokenMention } from './mention.ts';
import { genderOfPronoun, isPronoun, PRONOUN_RULES } from './pronouns.ts';
import { quotedSpeakers } from './quoted-speakers.ts';
import type { Referent } from './referent.ts';
import { note, type Recent } from './salience.ts';

/**
 * Pronouns and descriptions that refer to the entities that are named, in text order. `names` are the mentions by name,
 * in text order. One walk through the text keeps what was mentioned last: a pronoun takes the most salient person that
 * its gender allows (subjects before others, near before far), and a description such as
 * `the Russian defence chief` the person whose office, country or kind fits it best.
 */
export function resolveAnaphora(
  grammar: Grammar,
  names: readonly TokenMention[],
  referents: readonly Referent[],
  ledger: Ledger,
): TokenMention[] {
  const found: TokenMention[] = [];
  const recent: Recent = { last: new Map(), subjects: new Set(), weight: new Map() };
  const inferred = new Map<number, KnownGender>();
  const speakers = quotedSpeakers(grammar, names);
  let nextName = 0;
  for (let token = 0; token < grammar.document.tokens.count; token += 1) {
    const name = names[nextName];
    if (name?.first === token) {
      note(grammar, recent, name);
      nextName += 1;
      token = name.last;
      continue;
    }
    const context = { ...grammar, names, nextName, referents, recent, speakers, inferred };
    const mentions = isPronoun(grammar.document, token)
      ? readPronoun(context, token, ledger)
      : readDescriptions(context, token, ledger);
    for (const mention of mentions) {
      if (name && name.first <= mention.head && name.last >= mention.head) continue;
      if (mention.kind === 'PRONOUN') inferGender(context, inferred, mention);
      found.push(mention);
      note(grammar, recent, mention);
      token = Math.max(token, mention.last);
    }
    for (let inside = names[nextName]; inside && inside.first <= token; inside = names[nextName]) {
      note(grammar, recent, inside);
      nextName += 1;
    }
  }
  return found;
}

function readPronoun(context: AnaphoraContext, token: number, ledger: Ledger): TokenMention[] {
  const entity = applyFirst(PRONOUN_RULES, ledger, context, token);
  return entity === null ? [] : [{ first: token, last: token, head: token, kind: 'PRONOUN', entity }];
}

function readDescriptions(context: AnaphoraContext, token: number, ledger: Ledger): TokenMention[] {
  return descriptionsFrom(context, token).flatMap((description): TokenMention[] => {
    const entity = applyFirst(DESCRIPTION_RULES, ledger, context, description);
    const { first, last } = description;
    return entity === null ? [] : [{ first, last, head: last, kind: 'NOMINAL', entity }];
  });
}

/** A person whose name does not tell the gender has that of the first `he` or `she`. */
function inferGender(
  { document, referents }: AnaphoraContext,
  inferred: Map<number, KnownGender>,
  { head, entity }: TokenMention,
): void {
  const gender = genderOfPronoun(document, head);
  if (gender && referents[entity]?.gender === 'EITHER') inferred.set(entity, gender);
}
