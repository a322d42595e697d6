import type { Document, NamedSpan } from '../../language/document.ts';
import { foldName, type Gazetteer } from '../../language/naming/gazetteer.ts';
import { PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import type { NameMention } from './name-mentions.ts';
import { HONORIFICS, OFFICES, RELATIVES } from '../lexicon/offices.ts';

/**
 * How many tokens somebody's full name has at most that another is cut off behind: a list of names without marks is
 * read in time in proportion to its length.
 */
const LONGEST_FULL_NAME = 12;

/** Tags of words that no name ends in: pronouns, articles, greetings, prepositions, adverbs. */
const BEHIND_NAMES = /^(?:PRP|PRP\$|DT|UH|IN|RB|WRB|VB|VBP|MD)$/;

/**
 * People whom a recogniser took for one where no mark stands between them, as signatures, lists and captions have them:
 * a word said twice in a row, or a full name that the document has elsewhere too before another given name. What stands
 * behind a name by its capital only is cut off.
 */
export function splitPeople(document: Document, spans: readonly NamedSpan[], gazetteer: Gazetteer): NamedSpan[] {
  const counts = new Map<string, number>();
  for (const span of spans)
    if (span.type === 'PERSON' && span.last > span.first)
      counts.set(foldName(textOf(document, span)), (counts.get(foldName(textOf(document, span))) ?? 0) + 1);
  return spans.flatMap((span) =>
    span.type === 'PERSON' && span.last > span.first ? splitOne(document, span, counts, gazetteer) : [span],
  );
}

/**
 * People whom a recogniser took for two, made one where a single space parts them: given names and a surname that is
 * none (`María Fernanda` and `Salcedo Ruiz`), and single words behind a title (`President Xi` and `Jinping`).
 */
export function joinPeople(document: Document, spans: readonly NamedSpan[], gazetteer: Gazetteer): NamedSpan[] {
  const joined: NamedSpan[] = [];
  const isGiven = (token: number): boolean => gazetteer.genderOf(tokenText(document, token)) !== undefined;
  for (const span of spans) {
    const before = joined.at(-1);
    const isNext =
      before?.type === 'PERSON' &&
      span.type === 'PERSON' &&
      before.last + 1 === span.first &&
      document.text.slice(document.tokens.end[before.last], document.tokens.start[span.first]) === ' ';
    const areGiven =
      before !== undefined &&
      before.last - before.first <= 1 &&
      isGiven(before.first) &&
      isGiven(before.last) &&
      !isGiven(span.first);
    const areTitled =
      before !== undefined &&
      before.last === before.first &&
      span.first === span.last &&
      OFFICES.has((document.tokens.lemmas[before.first - 1] ?? '').toLowerCase());
    if (before && isNext && (areGiven || areTitled))
      joined[joined.length - 1] = {
        ...span,
        first: before.first,
        confidence: Math.max(before.confidence, span.confidence),
      };
    else joined.push(span);
  }
  return joined;
}

/**
 * People whose first name a recogniser left out, made whole: a capitalised proper noun right before the name that no
 * other name holds and that is a given name or stands behind an office or what one is to another (`port chief Ayesha
 * Gul Khan`, `his wife Manju Sam`).
 */
export function growPeople(document: Document, spans: readonly NamedSpan[], gazetteer: Gazetteer): NamedSpan[] {
  const taken = new Uint8Array(document.tokens.count);
  for (const span of spans) taken.fill(1, span.first, span.last + 1);
  return spans.map((span) => {
    const before = span.first - 1;
    if (span.type !== 'PERSON' || before < 0 || taken[before] === 1 || !isFirstName(document, before, gazetteer))
      return span;
    return { ...span, first: before };
  });
}

/**
 * People with a nickname in quotation marks between their names, made one with what stands before it: `James “Jimmy”
 * Delacroix`.
 */
export function joinNicknames(document: Document, names: readonly NameMention[], gazetteer: Gazetteer): NameMention[] {
  const joined: NameMention[] = [];
  for (const name of names) {
    const begin = name.type === 'PERSON' ? beforeNickname(document, name.first) : -1;
    if (begin < 0 || !(joined.at(-1)?.last === begin || isFirstName(document, begin, gazetteer))) {
      joined.push(name);
      continue;
    }
    let { first } = name;
    while ((joined.at(-1)?.last ?? -1) >= begin) first = Math.min(begin, joined.pop()?.first ?? begin);
    const range = { first: Math.min(first, begin), last: name.last };
    joined.push({ ...name, ...range, text: textOf(document, range) });
  }
  return joined;
}

/**
 * The token of a first name that a nickname in quotation marks parts from the surname (`James “Jimmy” Delacroix`); -1
 * where there is none.
 */
function beforeNickname(document: Document, surname: number): number {
  const isNickname =
    /^["”]$/.test(tokenText(document, surname - 1)) &&
    /^\p{Lu}\p{Ll}+$/u.test(tokenText(document, surname - 2)) &&
    /^["“]$/.test(tokenText(document, surname - 3));
  return isNickname ? surname - 4 : -1;
}

function isFirstName(document: Document, token: number, gazetteer: Gazetteer): boolean {
  const word = tokenText(document, token);
  const lemma = (document.tokens.lemmas[token] ?? '').toLowerCase();
  if (
    !/^\p{Lu}\p{Ll}+$/u.test(word) ||
    !/^NNP?$/.test(pennTag(document, token)) ||
    document.text.charAt(document.tokens.end[token] ?? 0) !== ' '
  )
    return false;
  if (OFFICES.has(lemma) || HONORIFICS[lemma] !== undefined || PERSON_TITLES.has(lemma) || gazetteer.findDemonym(word))
    return false;
  const before = (document.tokens.lemmas[token - 1] ?? '').toLowerCase();
  return gazetteer.genderOf(word) !== undefined || OFFICES.has(before) || RELATIVES.test(before);
}

/**
 * `South Korean Justice Minister Park Ji-hye`, taken for a place as a whole: what stands behind the office in it is a
 * person, with what hyphens join to it.
 */
export function freeTitled(document: Document, spans: readonly NamedSpan[]): NamedSpan[] {
  return spans.map((span) => {
    if (span.type !== 'PLACE') return span;
    let office = span.last - 1;
    while (office > span.first && !OFFICES.has((document.tokens.lemmas[office] ?? '').toLowerCase())) office -= 1;
    if (office <= span.first) return span;
    let { last } = span;
    while (
      /^[-‑]$/.test(tokenText(document, last + 1)) &&
      !/\s/.test(document.text.slice(document.tokens.end[last], document.tokens.start[last + 2]))
    )
      last += 2;
    return { ...span, type: 'PERSON', first: office + 1, last };
  });
}

function splitOne(
  document: Document,
  span: NamedSpan,
  counts: ReadonlyMap<string, number>,
  gazetteer: Gazetteer,
): NamedSpan[] {
  let { first, last } = span;
  while (last > first && BEHIND_NAMES.test(pennTag(document, last)) && !/^[-‑]$/.test(tokenText(document, last - 1)))
    last -= 1;
  const found: NamedSpan[] = [];
  for (let token = first + 1; token <= last; token += 1) {
    const isTwice = tokenText(document, token) === tokenText(document, token - 1);
    const isGiven =
      token > first + 1 &&
      token - first <= LONGEST_FULL_NAME &&
      gazetteer.genderOf(tokenText(document, token)) !== undefined;
    const isKnown = isGiven && (counts.get(foldName(textOf(document, { first, last: token - 1 }))) ?? 0) > 0;
    if (!isTwice && !isKnown) continue;
    found.push({ ...span, first, last: token - 1 });
    first = token;
  }
  return [...found, { ...span, first, last }];
}
