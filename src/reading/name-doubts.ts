import type { Document, NamedSpan, TokenRange } from '../language/document.ts';
import { PERSON_TITLES } from '../language/lexicon/name-cues.ts';
import { textOf } from '../language/ranges.ts';
import { tokenText } from '../language/tags.ts';
import { HONORIFICS, OFFICES } from './lexicon/offices.ts';

/** Words before a storm's name, or that begin one. */
const WEATHER = /^(?:storm|hurricane|typhoon|cyclone)$/i;
/** Abbreviations in capitals that name nobody: eras, hours, wars, notes in a letter, things. */
const PLAIN_ABBREVIATIONS = new Set(
  'AD BC BCE CE AM PM GMT BST EST EDT CST CDT PST PDT UTC WWI WWII FYI PS RE FW FAQ FAQs CEO CFO COO CTO VIP MP MPs PhD BA MA MBA DVD CD TV PC GPS GDP VAT DNA HIV AIDS SARS COVID ICU ID IQ UFO SUV ATM URL HTML PDF OK NB ETA RSVP ASAP Q&A R&D AI IT HR PR US$ No. MSG LNG IPO RFP DUI'.split(
    ' ',
  ),
);
/** Titles that are hardly ever a surname. */
const NEVER_SURNAMES = new Set(
  'president secretary minister premier senator governor congressman congresswoman chairman chairwoman director justice speaker emperor professor ambassador general madam mr mrs ms dr'.split(' '),
);

/** What a document's other names say for and against a name: last words of people's full names, and names of storms. In lower case. */
export interface KnownWords {
  readonly surnames: ReadonlySet<string>;
  readonly storms: ReadonlySet<string>;
}

/** Gathers the surnames of a document (`King` in an article about `Larry King` is he) and its storms. */
export function collectKnownWords(document: Document, spans: readonly NamedSpan[]): KnownWords {
  const surnames = new Set<string>();
  const storms = new Set<string>();
  for (const { first, last, type } of spans) {
    const word = tokenText(document, last).toLowerCase();
    if (WEATHER.test(tokenText(document, first - 1)) || (last > first && WEATHER.test(tokenText(document, first)))) storms.add(word);
    else if (type === 'PERSON' && last > first) surnames.add(word);
  }
  return { surnames, storms };
}

/** Whether what a recogniser took for a name is none: a title with no name behind it (`the President`), a storm, an abbreviation that everyone uses. */
export function isNoName(document: Document, range: TokenRange, type: NamedSpan['type'], { surnames, storms }: KnownWords): boolean {
  const text = textOf(document, range);
  if (storms.has(tokenText(document, range.last).toLowerCase()) && (range.last === range.first || WEATHER.test(tokenText(document, range.first)))) return true;
  if (range.last === range.first && WEATHER.test(text) && type === 'PERSON') return true;
  if (range.last === range.first && PLAIN_ABBREVIATIONS.has(text)) return true;
  if (type !== 'PERSON')
    return (
      /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Gen|Prof)\.?$/.test(tokenText(document, range.first)) &&
      Array.from({ length: range.last - range.first + 1 }, (_, place) => range.first + place).every((token) => isTitle(document, token))
    );
  for (let token = range.first; token < range.last; token += 1) if (!isTitle(document, token)) return false;
  const last = tokenText(document, range.last).toLowerCase();
  if (range.last > range.first) return NEVER_SURNAMES.has(last);
  return isTitle(document, range.last) && !(surnames.has(last) && !NEVER_SURNAMES.has(last));
}

function isTitle(document: Document, token: number): boolean {
  const word = tokenText(document, token).toLowerCase().replace(/\.$/, '');
  return PERSON_TITLES.has(word) || OFFICES.has(word) || HONORIFICS[word] !== undefined || NEVER_SURNAMES.has(word);
}
