import type { Document, NamedSpan } from '../../language/document.ts';
import { PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import type { Gazetteer } from '../../language/naming/gazetteer.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { HONORIFICS, OFFICES } from '../lexicon/offices.ts';
import type { EntityType } from '../reading.ts';
import { applyFirst, applyInTurn, type Ledger } from '../rule.ts';
import { withAcronyms } from './acronyms.ts';
import { mendOrganisations } from './name-builds.ts';
import { addByContext } from './name-contexts.ts';
import { collectKnownWords, DOUBT_RULES } from './name-doubts.ts';
import type { NameMention } from './name-mention.ts';
import { addRepeats } from './name-repeats.ts';
import { SPAN_RULES } from './name-spans.ts';
import { countVotes, type FoundName, supportOf, typeOfName } from './name-types.ts';

/** Below this a single reading of a name that nothing else in the document supports is not believed. */
const LEAST_CONFIDENCE: Readonly<Record<EntityType, number>> = { PERSON: 0.35, ORGANISATION: 0.43, PLACE: 0.3 };

/**
 * The names of people, organisations and places, in text order. One name has one type in a document: what the words
 * around it say wherever it stands is counted. Then those are added that the recogniser overlooked, by how they are
 * built, by the words around them, and where they stand again, and acronyms are joined to their names.
 */
export function findNameMentions(document: Document, gazetteer: Gazetteer, ledger: Ledger): NameMention[] {
  const learned = document.names.filter(({ type }) => type === 'PERSON' || type === 'ORGANISATION' || type === 'PLACE');
  const found = applyInTurn(SPAN_RULES, ledger, learned, document, gazetteer).map((span) => toName(document, span));
  const believed = settleTypes(document, found, gazetteer, ledger);
  const told = addByContext(document, mendOrganisations(document, believed, ledger), gazetteer, ledger);
  return withAcronyms(document, addRepeats(document, told, ledger), ledger);
}

/** The names that are any, each with the type that the document speaks for. */
function settleTypes(
  document: Document,
  found: readonly FoundName[],
  gazetteer: Gazetteer,
  ledger: Ledger,
): NameMention[] {
  const tally = countVotes(document, found, gazetteer, ledger);
  const known = collectKnownWords(document, found);
  return found.flatMap((name) => {
    const isWord = /\p{L}{2}|\p{Lu}/u.test(name.text);
    if (!isWord || applyFirst(DOUBT_RULES, ledger, document, name, known)) return [];
    if (name.confidence < LEAST_CONFIDENCE[name.type] && supportOf(tally, name.text) < 1) return [];
    return [{ ...name, type: typeOfName(tally, name, ledger), acronymOf: -1 }];
  });
}

/** A name without a leading article or title and without a trailing `'s`, whatever the recogniser took in. */
function toName(document: Document, { first: from, last: to, type, confidence }: NamedSpan): FoundName {
  let first = from;
  let last = to;
  const isLead = (token: number): boolean =>
    /^(?:the|her|his|its|their|former|outgoing|ousted|['"“‘(])$/i.test(tokenText(document, token));
  while (first < last && isLead(first)) first += 1;
  if (type === 'PERSON') {
    for (let token = first; token < last; token += 1) if (isTitle(tokenText(document, token))) first = token + 1;
    if (last - first >= 2 && OFFICES.has(tokenText(document, first).toLowerCase())) first += 1;
  }
  const isOffice = (token: number): boolean => OFFICES.has((document.tokens.lemmas[token] ?? '').toLowerCase());
  while (type === 'PLACE' && first < last && isOffice(last)) last -= 1;
  while (first < last && (pennTag(document, last) === 'POS' || /^[.,)"”’']$/.test(tokenText(document, last))))
    last -= 1;
  const known = type === 'ORGANISATION' || type === 'PLACE' ? type : 'PERSON';
  return { first, last, type: known, text: textOf(document, { first, last }), confidence };
}

function isTitle(text: string): boolean {
  const word = text.toLowerCase().replace(/\.$/, '');
  return PERSON_TITLES.has(word) || HONORIFICS[word] !== undefined;
}
