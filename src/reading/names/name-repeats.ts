import type { Document } from '../../language/document.ts';
import { openGazetteer } from '../../language/naming/gazetteer.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { ORGANISATION_ENDINGS } from '../../language/lexicon/name-cues.ts';
import { ORGANISATIONS } from '../../language/lexicon/organisations.ts';
import { CLUB_OPENINGS } from '../lexicon/foreign-names.ts';
import { FIRM_ENDINGS } from '../lexicon/organisation-words.ts';
import { OFFICES } from '../lexicon/offices.ts';
import { LEGAL_FORM } from '../lexicon/organisation-words.ts';
import type { NameMention } from './name-mentions.ts';
import type { EntityType } from '../reading.ts';

/** From this on a name is believed wherever its words stand again. */
const SURE = 0.6;
/** Two words that are read as a name are one more often than any single word is. */
const SURE_OF_FULL_NAME = 0.35;
const LONGEST = 6;
/**
 * What the names of clubs end in: each of their two words may stand for the club (`Harlow`, `Rovers` for `Harlow
 * Rovers`).
 */
const CLUB_WORDS = new Set(
  'Town City United Rovers Wanderers Rangers Athletic Albion County Wednesday Hotspur Villa Orient Argyle'.split(' '),
);

/**
 * The names of a document with those that the recogniser overlooked: words that are a sure name, a known person's
 * surname or a well-known organisation elsewhere are that name wherever they stand again. Reads the text once; what is
 * found already stays.
 */
export function addRepeats(document: Document, names: readonly NameMention[]): NameMention[] {
  const known = indexKnown(names);
  const taken = new Uint8Array(document.tokens.count);
  for (const name of names) taken.fill(1, name.first, name.last + 1);
  const found: NameMention[] = [];
  for (let token = 0; token < document.tokens.count; token += 1) {
    if (taken[token] === 1 || !/^[\p{Lu}\d]|^al-/u.test(tokenText(document, token))) continue;
    const match = longestMatch(document, token, taken, known);
    if (!match) continue;
    found.push(match);
    token = match.last;
  }
  return [...names, ...found].sort((left, right) => left.first - right.first);
}

/**
 * The names worth looking for again: the type that each has where it stands first, by its words apart by single spaces.
 */
function indexKnown(names: readonly NameMention[]): Map<string, EntityType> {
  const known = new Map<string, EntityType>();
  const add = (words: readonly string[], type: EntityType): void => {
    const key = words.join(' ');
    if ((words[0] ?? '').length >= 2 && !known.has(key)) known.set(key, type);
  };
  for (const { text, type, confidence } of names) {
    const words = text.split(/\s+/);
    const isFullName = type === 'PERSON' && words.length > 1;
    if (confidence < (words.length > 1 ? SURE_OF_FULL_NAME : SURE)) continue;
    add(words, type);
    const last = words.at(-1) ?? '';
    if (type === 'PERSON' && words.length > 1 && last.length > 2 && /^\p{Lu}\p{Ll}/u.test(last)) add([last], 'PERSON');
    if (type === 'ORGANISATION' && words.length === 2 && CLUB_WORDS.has(last))
      for (const word of words) if (word.length > 4 && word !== 'United') add([word], 'ORGANISATION');
    if (type === 'ORGANISATION' && words.length === 2 && isFirmEnding(last) && isOwnWord(words[0] ?? ''))
      add([words[0] ?? ''], 'ORGANISATION');
    if (type === 'ORGANISATION' && words.length === 2 && CLUB_OPENINGS.has(words[0] ?? '') && last.length > 3)
      add([last], 'ORGANISATION');
    const [family = ''] = words;
    // `Chelsea Marlow`, then `Chelsea`: she, not the club.
    if (isFullName && ORGANISATIONS.has(family)) add([family], 'PERSON');
    // `Vodaline plc`, then `Vodaline`.
    if (type === 'ORGANISATION' && words.length === 2 && LEGAL_FORM.test(last) && family.length > 3)
      add([family], 'ORGANISATION');
    // `Yoon Hee-sung`: the surname comes first.
    if (isFullName && words.length === 2 && /^\p{Lu}\p{Ll}+-\p{Ll}+$/u.test(last) && /^\p{Lu}\p{Ll}+$/u.test(family))
      add([family], 'PERSON');
    const bare = /^(?:al|el)-(\p{Lu}\p{Ll}{2,})$/iu.exec(last)?.[1];
    if (type === 'PERSON' && words.length > 1 && bare) add([bare], 'PERSON');
  }
  return known;
}

/** Whether a name may go without its last word: not where that says what the first is (`Republican Party`). */
function isFirmEnding(word: string): boolean {
  return FIRM_ENDINGS.has(word) || CLUB_WORDS.has(word) || !ORGANISATION_ENDINGS.has(word.toLowerCase());
}

/**
 * Whether the first word of an organisation's name is its own, so that it may stand for it: no given name, place or
 * nationality, no word that many names open with.
 */
function isOwnWord(word: string): boolean {
  const gazetteer = openGazetteer();
  const isCommon =
    /^(?:national|royal|united|central|general|international|federal|public|supreme|foreign|state|social|democratic|northern|southern|eastern|western|global|first|special|radio|banco|telecom|liberal|workers|people|republican|democratic|european|conservative|congress|olympic|oversight)/i.test(
      word,
    );
  return (
    /^\p{Lu}\p{Ll}{5,}$/u.test(word) &&
    !isCommon &&
    gazetteer.genderOf(word) === undefined &&
    !gazetteer.findDemonym(word) &&
    gazetteer.findPlaces(word).length === 0 &&
    !OFFICES.has(word.toLowerCase())
  );
}

function longestMatch(
  document: Document,
  token: number,
  taken: Uint8Array,
  known: ReadonlyMap<string, EntityType>,
): NameMention | null {
  let best: NameMention | null = null;
  let text = '';
  for (let last = token; last < token + LONGEST && last < document.tokens.count && taken[last] === 0; last += 1) {
    const gap = last === token ? '' : document.text.slice(document.tokens.end[last - 1], document.tokens.start[last]);
    if (/[\n\r]/.test(gap)) break;
    text += (gap === '' ? '' : ' ') + tokenText(document, last);
    const type = known.get(text) ?? (ORGANISATIONS.has(text) ? 'ORGANISATION' : placeOf(document, token, last, text));
    if (
      type !== null &&
      type !== undefined &&
      (isNameHere(document, token, last) || (type === 'PERSON' && isSubject(document, last)))
    )
      best = { first: token, last, type, text, acronymOf: -1, confidence: SURE };
  }
  return best;
}

/** Countries and great cities are places wherever they stand as proper nouns. */
function placeOf(document: Document, first: number, last: number, text: string): EntityType | null {
  if (text.length < 4 || pennTag(document, last) !== 'NNP' || pennTag(document, first - 1) === 'NNP') return null;
  const place = openGazetteer().findPlaces(text)[0];
  return place &&
    (place.kind === 'COUNTRY' || place.kind === 'NATURAL' || place.population >= 1_000) &&
    !/^NNP/.test(pennTag(document, last + 1))
    ? 'PLACE'
    : null;
}

/** Whether a known surname does something here, whatever the tagger takes it for: `Rivers said`. */
function isSubject(document: Document, token: number): boolean {
  return (
    /^(?:NNS?|JJ)$/.test(pennTag(document, token)) &&
    /^(?:VBD|VBZ|MD)$/.test(pennTag(document, token + 1)) &&
    /^\p{Lu}\p{Ll}/u.test(tokenText(document, token))
  );
}

/** Names of organisations that are also common words. */
const COMMON = new Set(
  'Target Apple Labour Vox Slate Salon Shell Ford Dawn Hindu Guardian Economist Sputnik Chelsea Meta Oracle Time Senate Congress Parliament Cabinet Treasury Commonwealth Arsenal Politico Axios Fars'.split(
    ' ',
  ),
);

/**
 * A word that is also a common one (`Target`, `Apple`) is a name only where the tagger says so, and never before an
 * office (`Labour Minister`).
 */
function isNameHere(document: Document, first: number, last: number): boolean {
  const word = tokenText(document, first);
  if (first === last && COMMON.has(word) && OFFICES.has((document.tokens.lemmas[last + 1] ?? '').toLowerCase()))
    return false;
  if (first === last && ORGANISATIONS.has(word) && !COMMON.has(word) && /^(?:NN|FW|JJ)/.test(pennTag(document, first)))
    return true;
  for (let token = first; token <= last; token += 1) if (/^(?:NNP|NNPS)$/.test(pennTag(document, token))) return true;
  return /^[\p{Lu}&.]{2,}$/u.test(tokenText(document, first));
}
