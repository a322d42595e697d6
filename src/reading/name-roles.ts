import type { Document, TokenRange } from '../language/document.ts';
import { pennTag, tokenText } from '../language/tags.ts';

/** What organisations have and people hardly ever do: `Optel’s shareholders`. Lemmas of the noun or of its last word. */
const OF_ORGANISATIONS =
  /^(?:shareholder|stockholder|board|headquarters|founder|co-founder|subsidiary|chief|ceo|chairman|chairwoman|customer|employee|workforce|branch|depositor|creditor|subscriber|newsroom|fleet|factory|plant|share|stock)$/;
/** What is in, of or with an organisation: `shares in Optel`, `a subsidiary of Optel`. */
const PARTS_OF_ORGANISATIONS = /^(?:share|stake|shareholding|shareholder|subsidiary|unit|customer|employee|merger|takeover|acquisition)$/;
/** What people are for or with an organisation: `a journalist with Varden`, `a lawyer for Optel`. */
const EMPLOYED = /^(?:journalist|reporter|correspondent|analyst|economist|strategist|engineer|columnist|editor|researcher|consultant)$/;
/** Verbs that tell what somebody says, in forms that a name is the subject of. */
const SAYS = /^(?:said|says|denied|denies|confirmed|announced|added|claimed|insisted|promised|pledged|admitted|warned|argued|declared)$/;

/** Whether words around a name say that it is no person but something that has shareholders, employs people, or is an `it`. */
export function isOrganisationByRole(document: Document, { first, last }: TokenRange): boolean {
  return isOwner(document, last) || isPartOf(document, first) || isThing(document, last);
}

/** `Optel’s founder`, `Optel’s finance chief`. */
function isOwner(document: Document, last: number): boolean {
  if (pennTag(document, last + 1) !== 'POS') return false;
  let noun = last + 2;
  while (noun < last + 5 && /^(?:NN|JJ|HYPH|VBG|CD)/.test(pennTag(document, noun)) && /^NN/.test(pennTag(document, noun + 1))) noun += 1;
  const isManager = /^(?:executive|director)$/.test(document.tokens.lemmas[noun] ?? '') && /^(?:chief|managing)$/i.test(tokenText(document, noun - 1));
  return isManager || OF_ORGANISATIONS.test((document.tokens.lemmas[noun] ?? '').toLowerCase());
}

/** `shares in Optel`, `a journalist with Varden`. */
function isPartOf(document: Document, first: number): boolean {
  const noun = document.tokens.lemmas[first - 2] ?? '';
  const preposition = tokenText(document, first - 1);
  return (/^(?:in|of|with)$/.test(preposition) && PARTS_OF_ORGANISATIONS.test(noun)) || (/^(?:with|for)$/.test(preposition) && EMPLOYED.test(noun));
}

/** `Optel said it would sell`, `Optel, which makes pumps`, `Optel denied that its prices`: what is an `it` is no person. */
function isThing(document: Document, last: number): boolean {
  if (tokenText(document, last + 1) === ',' && tokenText(document, last + 2) === 'which') return true;
  if (!SAYS.test(tokenText(document, last + 1))) return false;
  const subject = tokenText(document, last + 2) === 'that' ? last + 3 : last + 2;
  const verb = pennTag(document, subject + 1);
  return tokenText(document, subject) === 'its' || (tokenText(document, subject) === 'it' && /^(?:MD|VBD)$/.test(verb) && !isImpersonal(document, subject + 1));
}

/** `it was`, `it would be`: `it` may stand for a clause to come. */
function isImpersonal(document: Document, verb: number): boolean {
  const next = tokenText(document, verb + 1);
  return /^(?:was|were|is|seemed|appeared|took)$/.test(tokenText(document, verb)) || next === 'be' || next === 'take';
}
