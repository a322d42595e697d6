import type { Document, TokenRange } from '../../language/document.ts';
import type { Gazetteer } from '../../language/naming/gazetteer.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { HONOURED, NEVER_HONOURED, PLAIN_ABBREVIATIONS, STORMS } from '../lexicon/name-words.ts';
import { HONORIFICS, OFFICES } from '../lexicon/offices.ts';
import type { EntityType } from '../reading.ts';
import { applyFirst, type Ledger, type Rule } from '../rule.ts';
import { typeByWordBefore } from './name-descriptions.ts';
import type { NameMention } from './name-mention.ts';

/** How sure a name is that only the words around it tell. */
const BY_CONTEXT = 0.6;

/** What the words around proper nouns that the recogniser overlooked tell of them. */
export const CONTEXT_RULES: readonly Rule<readonly [Document, TokenRange], EntityType>[] = [
  {
    name: 'names/contexts/after an honorific',
    examples: ['He wrote to Dr. Strong about Mrs. Bright.'],
    nearMisses: ['The nurse thanked the doctor.'],
    apply: (document, { first, last }) =>
      isHonoured(document, first - 1) && last - first < 4 && !NEVER_HONOURED.has(tokenText(document, first))
        ? 'PERSON'
        : null,
  },
  {
    name: 'names/contexts/after a kind of organisation',
    examples: ['He joined the insurer Bright in May.'],
    nearMisses: ['The agency said on Monday that talks had failed.'],
    apply: (document, { first }) => (typeByWordBefore(document, first) === 'ORGANISATION' ? 'ORGANISATION' : null),
  },
  {
    name: 'names/contexts/an acronym',
    examples: ['Members of KZUT marched through Oruro.'],
    nearMisses: ['The GDP of Kenya rose.'],
    apply: (document, { first, last }) => {
      const word = tokenText(document, first);
      const isAcronym = first === last && /^\p{Lu}{3,6}$/u.test(word) && !PLAIN_ABBREVIATIONS.has(word);
      return isAcronym && isInSentence(document, first) && isRunningText(document, first) ? 'ORGANISATION' : null;
    },
  },
];

/** `the PUK`, `talks with PUK`, `PUK said`: an acronym that does something or that something is of. */
function isInSentence(document: Document, token: number): boolean {
  const isAfter = /^(?:the|by|of|with|from|and)$/i.test(tokenText(document, token - 1));
  return isAfter || /^(?:VBD|VBZ|MD|POS)$/.test(pennTag(document, token + 1));
}

/** How far to both sides other words in capitals are looked for. */
const NEARBY = 4;

/** Whether no other long word nearby is in capitals, as in headlines and names of speakers. */
function isRunningText(document: Document, token: number): boolean {
  for (let near = token - NEARBY; near <= token + NEARBY; near += 1)
    if (near !== token && /^\p{Lu}{4,}$/u.test(tokenText(document, near))) return false;
  return true;
}

/** The names with those that the recogniser overlooked and the words around them tell. What is found already stays. */
export function addByContext(
  document: Document,
  names: readonly NameMention[],
  gazetteer: Gazetteer,
  ledger: Ledger,
): NameMention[] {
  const taken = new Uint8Array(document.tokens.count);
  for (const name of names) taken.fill(1, name.first, name.last + 1);
  const found: NameMention[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    if (taken[token] === 1 || !isProper(document, token) || isHonoured(document, token)) continue;
    const range = readRow(document, token, taken);
    const type = mayBeName(document, range, gazetteer) ? applyFirst(CONTEXT_RULES, ledger, document, range) : null;
    token = type ? range.last : lastOffice(document, range);
    if (type) found.push({ ...range, type, text: textOf(document, range), acronymOf: -1, confidence: BY_CONTEXT });
  }
  return [...names, ...found].sort((left, right) => left.first - right.first);
}

function isProper(document: Document, token: number): boolean {
  return /^NNPS?$/.test(pennTag(document, token)) && /^\p{Lu}[\p{L}'’.-]+$/u.test(tokenText(document, token));
}

function isHonoured(document: Document, token: number): boolean {
  return HONOURED.has(tokenText(document, token).replace(/\.$/, ''));
}

/** Proper nouns one after the other with single spaces or hyphens between them, and what a hyphen joins to one. */
function readRow(document: Document, first: number, taken: Uint8Array): TokenRange {
  const isHyphen = (at: number): boolean =>
    /^[-‑]$/.test(tokenText(document, at)) &&
    !/\s/.test(document.text.slice(document.tokens.end[at - 1], document.tokens.start[at + 1]));
  const goesOn = (at: number): boolean =>
    isProper(document, at) || isHyphen(at) || (isHyphen(at - 1) && /^\p{L}{2,}$/u.test(tokenText(document, at)));
  let last = first;
  while (
    taken[last + 1] === 0 &&
    goesOn(last + 1) &&
    /^[ -]?$/.test(document.text.slice(document.tokens.end[last], document.tokens.start[last + 1]))
  )
    last += 1;
  return { first, last };
}

/** Nationalities, offices, storms and titles with one word open no name. */
function mayBeName(document: Document, { first, last }: TokenRange, gazetteer: Gazetteer): boolean {
  const word = tokenText(document, first).toLowerCase();
  const isTitled = HONORIFICS[word.replace(/\.$/, '')] !== undefined && last - first < 2;
  return !isTitled && !gazetteer.findDemonym(word) && !OFFICES.has(word) && !STORMS.has(word) && word !== 'tropical';
}

/** The last office in a row that is no name, after which a name may begin; the row's last token where there is none. */
function lastOffice(document: Document, { first, last }: TokenRange): number {
  for (let token = last - 1; token >= first; token -= 1)
    if (OFFICES.has((document.tokens.lemmas[token] ?? '').toLowerCase())) return token;
  return last;
}
