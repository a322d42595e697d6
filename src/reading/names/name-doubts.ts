import type { Document } from '../../language/document.ts';
import { PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import { openGazetteer } from '../../language/naming/gazetteer.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { NEVER_SURNAMES, PLAIN_ABBREVIATIONS, STORMS } from '../lexicon/name-words.ts';
import { HONORIFICS, OFFICES } from '../lexicon/offices.ts';
import type { Rule } from '../rule.ts';
import type { FoundName } from './name-types.ts';

/** What a document's other words say for and against a name, in lower case. */
export interface KnownWords {
  /** Last words of people's full names: `King` in an article about `Larry King` is he. */
  readonly surnames: ReadonlySet<string>;
  readonly storms: ReadonlySet<string>;
}

type DoubtRule = Rule<readonly [Document, FoundName, KnownWords], true>;

/** What a recogniser takes for a name and is none. */
export const DOUBT_RULES: readonly DoubtRule[] = [
  {
    name: 'names/doubts/a nationality',
    examples: ['They met at a Vatican synod on Friday.'],
    nearMisses: ['A minister was among the injured, police said.'],
    apply: (_document, { text }) => (openGazetteer().findDemonym(text) ? true : null),
  },
  {
    name: 'names/doubts/a storm',
    examples: ['Hurricane Marta reached Florida on Monday. Marta had weakened at sea, forecasters said.'],
    nearMisses: ['Marta Roe reached Florida on Monday.'],
    apply: (document, { first, last, text }, { storms }) => {
      const isBare =
        last === first ||
        STORMS.has(tokenText(document, first).toLowerCase()) ||
        /^\p{Lu}\.?$/u.test(tokenText(document, last - 1));
      const isStorm = isBare && storms.has(tokenText(document, last).toLowerCase());
      return isStorm || STORMS.has(text.toLowerCase()) ? true : null;
    },
  },
  {
    name: 'names/doubts/a plain abbreviation',
    examples: ['RFP for the bridge in Leeds.'],
    nearMisses: ['The WHO sent doctors to Goma.'],
    apply: (_document, { text }) => (PLAIN_ABBREVIATIONS.has(text) ? true : null),
  },
  {
    name: 'names/doubts/a title alone',
    examples: ['Thank you, Madam Chairman.'],
    nearMisses: ['Senator Baker left early.'],
    apply: (document, name, { surnames }) => (isTitleAlone(document, name, surnames) ? true : null),
  },
];

/** Gathers the surnames of a document and its storms. */
export function collectKnownWords(document: Document, names: readonly FoundName[]): KnownWords {
  const surnames = new Set<string>();
  const storms = new Set<string>();
  for (let token = 0; token + 1 < document.tokens.count; token += 1) {
    const isStorm = /^\p{Lu}/u.test(tokenText(document, token)) && STORMS.has(tokenText(document, token).toLowerCase());
    if (isStorm && /^\p{Lu}\p{Ll}/u.test(tokenText(document, token + 1)))
      storms.add(tokenText(document, token + 1).toLowerCase());
  }
  for (const { first, last, type } of names) {
    const word = tokenText(document, last).toLowerCase();
    const isStorm =
      STORMS.has(tokenText(document, first - 1).toLowerCase()) ||
      (last > first && STORMS.has(tokenText(document, first).toLowerCase()));
    if (isStorm) storms.add(word);
    else if (type === 'PERSON' && last > first) surnames.add(word);
  }
  return { surnames, storms };
}

/** `the President`, `the Secretary General`; not `Senator Baker`, nor `King` where the text is about Larry King. */
function isTitleAlone(document: Document, { first, last, type }: FoundName, surnames: ReadonlySet<string>): boolean {
  if (type !== 'PERSON') return false;
  for (let token = first; token < last; token += 1) if (!isTitle(document, token)) return false;
  const word = tokenText(document, last).toLowerCase();
  if (last > first || NEVER_SURNAMES.has(word)) return NEVER_SURNAMES.has(word);
  return isTitle(document, last) && !surnames.has(word) && !isTitled(document, first);
}

/** `Senator Baker`: after a title with a capital an occupation is a surname. */
function isTitled(document: Document, token: number): boolean {
  const before = tokenText(document, token - 1);
  const title = before.toLowerCase().replace(/\.$/, '');
  return (
    /^\p{Lu}\p{Ll}/u.test(before) &&
    (PERSON_TITLES.has(title) || HONORIFICS[title] !== undefined) &&
    pennTag(document, token) === 'NNP'
  );
}

function isTitle(document: Document, token: number): boolean {
  const word = tokenText(document, token).toLowerCase().replace(/\.$/, '');
  return PERSON_TITLES.has(word) || OFFICES.has(word) || HONORIFICS[word] !== undefined || NEVER_SURNAMES.has(word);
}
