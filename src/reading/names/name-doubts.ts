import type { Document, NamedSpan, TokenRange } from '../../language/document.ts';
import { PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { HONORIFICS, OFFICES } from '../lexicon/offices.ts';

/** Words before a storm's name, or that begin one. */
const WEATHER = /^(?:storm|hurricane|typhoon|cyclone)$/i;
/** Abbreviations in capitals that name nobody: eras, hours, wars, notes in a letter, things. */
export const PLAIN_ABBREVIATIONS = new Set(
  'AD BC BCE CE AM PM GMT BST EST EDT CST CDT PST PDT UTC WWI WWII FYI PS RE FW FAQ FAQs CEO CFO COO CTO VIP MP MPs PhD BA MA MBA DVD CD TV PC GPS GDP VAT DNA HIV AIDS SARS COVID ICU ID IQ UFO SUV ATM URL HTML PDF OK NB ETA RSVP ASAP Q&A R&D AI IT HR PR US$ No. MSG LNG IPO RFP DUI PAC PACs NGO NGOs'.split(
    ' ',
  ),
);
/** Planets and moons, which go by the names of people and gods. */
const HEAVENLY_BODIES = new Set(
  'mercury venus mars jupiter saturn uranus neptune pluto ceres eris phobos deimos io europa ganymede callisto titan enceladus mimas rhea dione tethys iapetus phoebe hyperion ariel umbriel titania oberon miranda triton charon'.split(
    ' ',
  ),
);
/** Words, as lemmas, that tell that a text is about them. */
const OF_THE_SKY = new Set(['planet', 'moon', 'orbit', 'astronomer', 'spacecraft', 'telescope']);
/** Titles that are hardly ever a surname. */
const NEVER_SURNAMES = new Set(
  'president secretary minister premier senator governor congressman congresswoman chairman chairwoman director justice speaker emperor professor ambassador general madam mr mrs ms dr'.split(
    ' ',
  ),
);

/**
 * What a document's other words say for and against a name: last words of people's full names, and names of storms. In
 * lower case.
 */
export interface KnownWords {
  readonly surnames: ReadonlySet<string>;
  readonly storms: ReadonlySet<string>;
  /** Whether the document is about planets and moons. */
  readonly isOfTheSky: boolean;
}

/** Gathers the surnames of a document (`King` in an article about `Larry King` is he) and its storms. */
export function collectKnownWords(document: Document, spans: readonly NamedSpan[]): KnownWords {
  const surnames = new Set<string>();
  const storms = new Set<string>();
  for (let token = 0; token + 1 < document.tokens.count; token += 1) {
    if (
      /^\p{Lu}/u.test(tokenText(document, token)) &&
      WEATHER.test(tokenText(document, token)) &&
      /^\p{Lu}\p{Ll}/u.test(tokenText(document, token + 1))
    )
      storms.add(tokenText(document, token + 1).toLowerCase());
  }
  for (const { first, last, type } of spans) {
    const word = tokenText(document, last).toLowerCase();
    if (WEATHER.test(tokenText(document, first - 1)) || (last > first && WEATHER.test(tokenText(document, first))))
      storms.add(word);
    else if (type === 'PERSON' && last > first) surnames.add(word);
  }
  return { surnames, storms, isOfTheSky: document.tokens.lemmas.some((lemma) => OF_THE_SKY.has(lemma)) };
}

/**
 * Whether what a recogniser took for a name is none: a title with no name behind it (`the President`), a storm, a
 * planet, an abbreviation that everyone uses.
 */
export function isNoName(
  document: Document,
  range: TokenRange,
  type: NamedSpan['type'],
  { surnames, storms, isOfTheSky }: KnownWords,
): boolean {
  const text = textOf(document, range);
  const isBare =
    range.last === range.first ||
    WEATHER.test(tokenText(document, range.first)) ||
    /^\p{Lu}\.?$/u.test(tokenText(document, range.last - 1));
  if (isBare && storms.has(tokenText(document, range.last).toLowerCase())) return true;
  if (range.last === range.first && WEATHER.test(text) && type === 'PERSON') return true;
  if (range.last === range.first && PLAIN_ABBREVIATIONS.has(text)) return true;
  if (type !== 'PERSON')
    return (
      /^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Gen|Prof)\.?$/.test(tokenText(document, range.first)) &&
      Array.from({ length: range.last - range.first + 1 }, (_, place) => range.first + place).every((token) =>
        isTitle(document, token),
      )
    );
  if (
    isOfTheSky &&
    range.last === range.first &&
    HEAVENLY_BODIES.has(text.toLowerCase()) &&
    !surnames.has(text.toLowerCase())
  )
    return true;
  for (let token = range.first; token < range.last; token += 1) if (!isTitle(document, token)) return false;
  const last = tokenText(document, range.last).toLowerCase();
  if (range.last > range.first) return NEVER_SURNAMES.has(last);
  return (
    isTitle(document, range.last) &&
    !((surnames.has(last) || isTitled(document, range.first)) && !NEVER_SURNAMES.has(last))
  );
}

/** `Senator Baker`: behind a title with a capital an occupation is a surname. */
function isTitled(document: Document, token: number): boolean {
  return (
    /^\p{Lu}\p{Ll}/u.test(tokenText(document, token - 1)) &&
    PERSON_TITLES.has(
      tokenText(document, token - 1)
        .toLowerCase()
        .replace(/\.$/, ''),
    ) &&
    pennTag(document, token) === 'NNP'
  );
}

function isTitle(document: Document, token: number): boolean {
  const word = tokenText(document, token).toLowerCase().replace(/\.$/, '');
  return PERSON_TITLES.has(word) || OFFICES.has(word) || HONORIFICS[word] !== undefined || NEVER_SURNAMES.has(word);
}
