import type { Document, TokenRange } from '../../language/document.ts';
import type { Gazetteer } from '../../language/naming/gazetteer.ts';
import { pennTag, tokenText } from '../../language/tags.ts';

/**
 * What organisations have and people hardly ever do: `Optel’s shareholders`. Lemmas of the noun or of its last word.
 */
const OF_ORGANISATIONS =
  /^(?:shareholder|stockholder|board|headquarters|founder|co-founder|subsidiary|ceo|depositor|creditor|subscriber|newsroom|share)$/;
/** What is in, of or with an organisation: `shares in Optel`, `a subsidiary of Optel`. */
const PARTS_OF_ORGANISATIONS =
  /^(?:share|stake|shareholding|shareholder|subsidiary|unit|customer|employee|merger|takeover|acquisition)$/;
/** What people are with an organisation: `a journalist with Varden`. */
const EMPLOYED =
  /^(?:journalist|reporter|correspondent|analyst|economist|strategist|engineer|columnist|editor|researcher|consultant)$/;
/** Those who work for a paper rather than for a person. */
const WRITES = /^(?:journalist|reporter|correspondent|columnist|analyst)$/;
/** Verbs that tell what somebody says, in forms that a name is the subject of. */
const SAYS =
  /^(?:said|says|denied|denies|confirmed|announced|added|claimed|insisted|promised|pledged|admitted|warned|argued|declared)$/;

/**
 * Whether words around a name say that it is no person but something that has shareholders, employs people, or is an
 * `it`. Never of a given name and one more word.
 */
export function isOrganisationByRole(document: Document, { first, last }: TokenRange, gazetteer: Gazetteer): boolean {
  const hasInitial = /^\p{Lu}\.$/u.test(tokenText(document, first + 1));
  if (
    (last === first + 1 || (hasInitial && last > first)) &&
    gazetteer.genderOf(tokenText(document, first)) !== undefined
  )
    return false;
  return (
    isOwner(document, last) ||
    isPartOf(document, first) ||
    isThing(document, { first, last }) ||
    isTeam(document, { first, last })
  );
}

/** `Optel’s founder`, `Optel’s finance chief`. */
function isOwner(document: Document, last: number): boolean {
  if (pennTag(document, last + 1) !== 'POS') return false;
  let noun = last + 2;
  while (
    noun < last + 5 &&
    /^(?:NN|JJ|HYPH|VBG|CD)/.test(pennTag(document, noun)) &&
    /^NN/.test(pennTag(document, noun + 1))
  )
    noun += 1;
  if (!/^\p{Ll}/u.test(tokenText(document, noun))) return false;
  const isHeadOf =
    document.tokens.lemmas[noun] === 'chief' &&
    /^(?:finance|financial|operations|technology|marketing|sales|production|design|investment)$/.test(
      tokenText(document, noun - 1),
    );
  const isManager =
    isHeadOf ||
    (/^(?:executive|director)$/.test(document.tokens.lemmas[noun] ?? '') &&
      /^(?:chief|managing)$/i.test(tokenText(document, noun - 1)));
  return isManager || OF_ORGANISATIONS.test((document.tokens.lemmas[noun] ?? '').toLowerCase());
}

/** `shares in Optel`, `a journalist with Varden`. */
function isPartOf(document: Document, first: number): boolean {
  const noun = document.tokens.lemmas[first - 2] ?? '';
  const preposition = tokenText(document, first - 1);
  if (preposition === 'for' && /^(?:play|coach|sign|manage|score)$/.test(noun)) return true;
  return (
    (/^(?:in|of|with)$/.test(preposition) && PARTS_OF_ORGANISATIONS.test(noun)) ||
    (preposition === 'with' && EMPLOYED.test(noun)) ||
    (preposition === 'for' && WRITES.test(noun))
  );
}

/** `Optel said it would sell`, `Optel, which makes pumps`, `Optel sold its stake`: what is an `it` is no person. */
function isThing(document: Document, { first, last }: TokenRange): boolean {
  if (pennTag(document, last) === 'NNPS') return false;
  const isOfSomething =
    /^(?:of|v|vs)\.?$/.test(tokenText(document, first - 1)) || pennTag(document, first - 1) === 'POS';
  if (
    !isOfSomething &&
    tokenText(document, last + 1) === ',' &&
    /^(?:which|owned|headquartered|listed|incorporated|founded|operated)$/.test(tokenText(document, last + 2))
  )
    return true;
  if (/^VB[DZ]$/.test(pennTag(document, last + 1)) && tokenText(document, last + 2) === 'its') return true;
  if (!SAYS.test(tokenText(document, last + 1))) return false;
  const subject = tokenText(document, last + 2) === 'that' ? last + 3 : last + 2;
  const verb = pennTag(document, subject + 1);
  return (
    tokenText(document, subject) === 'its' ||
    (tokenText(document, subject) === 'it' && /^(?:MD|VBD)$/.test(verb) && !isImpersonal(document, subject + 1))
  );
}

/** `it was`, `it would be`: `it` may stand for a clause to come. */
function isImpersonal(document: Document, verb: number): boolean {
  const next = tokenText(document, verb + 1);
  return /^(?:was|were|is|seemed|appeared|took)$/.test(tokenText(document, verb)) || next === 'be' || next === 'take';
}

/** What somebody is in a team, behind its name: `Cartagena coach David Suárez`. */
const IN_TEAM = /^(?:coach|striker|midfielder|defender|goalkeeper|winger|forward|fullback|captain|teammate)$/;
/** Verbs of matches that a team is the object of. */
const BEATS = /^(?:beat|defeat|thrash|hammer|edge|stun|outclass|rout)$/;

/**
 * `Boca Juniors midfielder`, `beat Tunja 3-2`, `drew 1-1 with Once Caldas`: who has players, or a result that is not
 * one of sets.
 */
function isTeam(document: Document, { first, last }: TokenRange): boolean {
  if (IN_TEAM.test(tokenText(document, last + 1))) return true;
  if (BEATS.test(document.tokens.lemmas[first - 1] ?? '') && isResult(document, last + 1)) return true;
  if (/^(?:drew|won|lost)$/.test(tokenText(document, last + 1)) && isResult(document, last + 2)) return true;
  const isAgainst = /^(?:with|to|against|over|at)$/.test(tokenText(document, first - 1));
  return isAgainst && isResultBefore(document, first - 2);
}

/** Whether a score of goals begins at a token, and no second one behind it, as in tennis. */
function isResult(document: Document, token: number): boolean {
  const length = lengthOfScore(document, token);
  const next = token + length + (tokenText(document, token + length) === ',' ? 1 : 0);
  return length > 0 && lengthOfScore(document, next) === 0;
}

function isResultBefore(document: Document, last: number): boolean {
  return lengthOfScore(document, last) === 1 || lengthOfScore(document, last - 2) === 3;
}

/** How many tokens a score takes, however it is cut: `3-2` or `3`, `-`, `2`. */
function lengthOfScore(document: Document, token: number): number {
  if (/^\d{1,3}[-–]\d{1,3}$/.test(tokenText(document, token))) return 1;
  return /^\d{1,3}$/.test(tokenText(document, token)) &&
    /^[-–]$/.test(tokenText(document, token + 1)) &&
    /^\d{1,3}$/.test(tokenText(document, token + 2))
    ? 3
    : 0;
}
