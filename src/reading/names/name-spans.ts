import type { Document, NamedSpan } from '../../language/document.ts';
import { PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import { foldName, type Gazetteer } from '../../language/naming/gazetteer.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { HONORIFICS, OFFICES, RELATIVES } from '../lexicon/offices.ts';
import type { Rule } from '../rule.ts';

type SpanRule = Rule<readonly [readonly NamedSpan[], Document, Gazetteer], readonly NamedSpan[]>;

/** How many tokens somebody's full name has at most that another is cut off after: lists are read in linear time. */
const LONGEST_FULL_NAME = 12;
/** Tags of words that no name ends in: pronouns, articles, greetings, prepositions, adverbs. */
const AFTER_NAMES = /^(?:PRP|PRP\$|DT|UH|IN|RB|WRB|VB|VBP|MD)$/;

/** How the spans of a recogniser are cut and grown, each rule after the one before. */
export const SPAN_RULES: readonly SpanRule[] = [
  {
    name: 'names/spans/people whom no mark separates',
    examples: ['Anna Petrova Ivan Petrov signed the letter. Anna Petrova wept.'],
    nearMisses: ['Anna Petrova and Ivan Petrov signed the letter. Anna Petrova wept.'],
    apply: splitPeople,
  },
  {
    name: 'names/spans/a first name that was left out',
    examples: ['Chairman Otunba Gbenga Sobande-Cole told the meeting at Eko Hotel that there was no choice.'],
    nearMisses: ['Chairman Sobande-Cole told the meeting at Eko Hotel that there was no choice.'],
    apply: growPeople,
  },
];

/**
 * People whom a recogniser took for one where no mark stands between them, as signatures, lists and captions have them:
 * a word said twice in a row, or a full name that the document has elsewhere too before another given name. What stands
 * after a name by its capital only is cut off.
 */
function splitPeople(
  spans: readonly NamedSpan[],
  document: Document,
  gazetteer: Gazetteer,
): readonly NamedSpan[] | null {
  const isFull = (span: NamedSpan): boolean => span.type === 'PERSON' && span.last > span.first;
  const fullNames = new Set(spans.filter(isFull).map((span) => foldName(textOf(document, span))));
  const found = spans.flatMap((span) => (isFull(span) ? splitOne(document, span, fullNames, gazetteer) : [span]));
  return found.some((span, place) => span !== spans[place]) ? found : null;
}

function splitOne(
  document: Document,
  span: NamedSpan,
  fullNames: ReadonlySet<string>,
  gazetteer: Gazetteer,
): NamedSpan[] {
  let { first, last } = span;
  while (last > first && AFTER_NAMES.test(pennTag(document, last)) && !/^[-‑]$/.test(tokenText(document, last - 1)))
    last -= 1;
  const found: NamedSpan[] = [];
  for (let token = first + 1; token <= last; token += 1) {
    const isTwice = tokenText(document, token) === tokenText(document, token - 1);
    const isKnown =
      token > first + 1 &&
      token - first <= LONGEST_FULL_NAME &&
      gazetteer.genderOf(tokenText(document, token)) !== undefined &&
      fullNames.has(foldName(textOf(document, { first, last: token - 1 })));
    if (!isTwice && !isKnown) continue;
    found.push({ ...span, first, last: token - 1 });
    first = token;
  }
  return first === span.first && last === span.last ? [span] : [...found, { ...span, first, last }];
}

/**
 * A capitalised proper noun right before somebody's name that no other name holds and that is a given name or stands
 * after an office or what one is to another (`port chief Ayesha Gul Khan`, `his wife Manju Sam`).
 */
function growPeople(
  spans: readonly NamedSpan[],
  document: Document,
  gazetteer: Gazetteer,
): readonly NamedSpan[] | null {
  const taken = new Uint8Array(document.tokens.count);
  for (const span of spans) taken.fill(1, span.first, span.last + 1);
  const found = spans.map((span) => {
    const before = span.first - 1;
    const isCut =
      span.type === 'PERSON' && before >= 0 && taken[before] === 0 && isFirstName(document, before, gazetteer);
    return isCut ? { ...span, first: before } : span;
  });
  return found.some((span, place) => span !== spans[place]) ? found : null;
}

function isFirstName(document: Document, token: number, gazetteer: Gazetteer): boolean {
  const word = tokenText(document, token);
  const isNoun = /^\p{Lu}\p{Ll}+$/u.test(word) && /^NNP?$/.test(pennTag(document, token));
  if (!isNoun || document.text.charAt(document.tokens.end[token] ?? 0) !== ' ') return false;
  const lemma = (document.tokens.lemmas[token] ?? '').toLowerCase();
  const isTitle = OFFICES.has(lemma) || HONORIFICS[lemma] !== undefined || PERSON_TITLES.has(lemma);
  if (isTitle || gazetteer.findDemonym(word)) return false;
  const before = (document.tokens.lemmas[token - 1] ?? '').toLowerCase();
  return gazetteer.genderOf(word) !== undefined || OFFICES.has(before) || RELATIVES.test(before);
}
