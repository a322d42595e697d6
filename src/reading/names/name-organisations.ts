import type { Document, TokenRange } from '../../language/document.ts';
import type { Gazetteer } from '../../language/naming/gazetteer.ts';
import { NAME_JOINTS, ORGANISATION_OPENINGS, PERSON_TITLES } from '../../language/lexicon/name-cues.ts';
import { textOf } from '../../language/ranges.ts';
import { pennTag, tokenText } from '../../language/tags.ts';
import { FOREIGN_ENDINGS, FOREIGN_OPENINGS } from '../lexicon/foreign-names.ts';
import { FIRM_ENDINGS, SURE_LEGAL_FORM } from '../lexicon/organisation-words.ts';
import { OFFICES } from '../lexicon/offices.ts';
import { CALENDAR } from './name-context.ts';
import { isInHeadline } from './name-headlines.ts';
import type { NameMention } from './name-mentions.ts';

/** How sure a name is that the way it is built tells. */
const BY_BUILD = 0.7;
/** A name of people this sure is no part of an organisation's. */
const SURE = 0.9;
const LONGEST_NAME = 10;

/** Last words that hardly any capitalised words end in but an organisation's name. Lower case. */
const TELLING_ENDINGS = new Set(
  'ministry department agency army navy guard guards forces police council commission committee tribunal party federation confederation union institute bureau authority parliament corps brigade brigades battalion command foundation association bank court corporation secretariat directorate inspectorate gendarmerie front movement alliance coalition'.split(
    ' ',
  ),
);
/** `Western Front`, `Home Front`: where a war is, mostly. */
const DIRECTION = /^(?:Western|Eastern|Northern|Southern|Home)$/;
/**
 * Words that open a name before `of` or `for` and are common in it; `House of …` and `Society of …` may be titles of
 * works.
 */
const OPENINGS_BEFORE_PLACES = new Set(
  [...ORGANISATION_OPENINGS, ...'alliance coalition authority forum network trust fund campaign'.split(' ')].filter(
    (word) => !/^(?:house|church|court|club|radio|tv|real|society|front|school|conference)$/.test(word),
  ),
);
/** Small words that a name has capitals for only inside it. */
const INNER_WORD = /^(?:Without|Against|Beyond|Across|Before|Between|Under|Over|For)$/;

/**
 * Names of organisations that a recogniser cut short or overlooked, made whole by how they are built: the words whose
 * initials an acronym in brackets has, `Board of` before a place, a capitalised preposition inside (`Relief Without
 * Frontiers`), a last word that tells (`Malian Armed Forces`).
 */
export function mendOrganisations(
  document: Document,
  names: readonly NameMention[],
  gazetteer: Gazetteer,
): NameMention[] {
  const holders = new Map<number, NameMention>();
  for (const name of names) for (let token = name.first; token <= name.last; token += 1) holders.set(token, name);
  const kept = new Set(names);
  /** `Marcus Bank` is a person by his given name. */
  const isPerson = ({ first, last }: TokenRange): boolean =>
    holders.get(last)?.type === 'PERSON' &&
    holders.get(first) === holders.get(last) &&
    gazetteer.genderOf(tokenText(document, first)) !== undefined;
  /**
   * Whether no name of several words that is surely somebody's or an organisation's reaches into a range or beyond it.
   */
  const isFree = ({ first, last }: TokenRange): boolean => {
    for (let token = first; token <= last; token += 1) {
      const holder = holders.get(token);
      const isBeyond =
        holder !== undefined &&
        (holder.first < first ||
          holder.last > last ||
          (holder.first === first && holder.last === last && holder.type === 'ORGANISATION'));
      if (isBeyond && !isInHeadline(document, token)) return false;
      if (isBeyond) for (let other = holder.first; other <= holder.last; other += 1) holders.delete(other);
      if (isBeyond) kept.delete(holder);
    }
    return true;
  };
  const set = (range: TokenRange): void => {
    for (let token = range.first; token <= range.last; token += 1) {
      const holder = holders.get(token);
      if (holder && (holder.first < range.first || holder.last > range.last)) return;
    }
    const whole: NameMention = {
      ...range,
      type: 'ORGANISATION',
      text: textOf(document, range),
      acronymOf: -1,
      confidence: BY_BUILD,
    };
    for (let token = range.first; token <= range.last; token += 1) {
      const holder = holders.get(token);
      if (holder) kept.delete(holder);
      holders.set(token, whole);
    }
    kept.add(whole);
  };
  for (const sentence of document.sentences) {
    for (let token = sentence.first; token <= sentence.last; token += 1) {
      const range =
        spelledOut(document, sentence, token) ??
        withLegalForm(document, sentence, token, holders) ??
        withSign(document, sentence, token, holders) ??
        withTellingEnd(document, sentence, token, holders) ??
        withInnerWord(document, sentence, token, holders) ??
        officeOf(document, sentence, token, holders);
      if (range && !isPerson(range)) set(range);
      const foreign =
        withSaint(document, sentence, token) ??
        withPaper(document, sentence, token, holders) ??
        withForeignOpening(document, sentence, token) ??
        withForeignEnding(document, sentence, token, holders) ??
        withFirmEnding(document, sentence, token, holders);
      if (foreign && isFree(foreign)) set(foreign);
    }
    for (let token = sentence.first; token <= sentence.last; token += 1) {
      const range = ofPlace(document, sentence, token, holders);
      if (range) set(range);
    }
  }
  return [...kept].sort((left, right) => left.first - right.first);
}

function isCapital(document: Document, token: number): boolean {
  return /^\p{Lu}[\p{L}'’.&]*$/u.test(tokenText(document, token));
}

/**
 * The words before an opening bracket whose initials are the acronym in it (Schwartz and Hearst 2003, by capitals):
 * `National Agency for Food Control (NAFC)`.
 */
function spelledOut(document: Document, sentence: TokenRange, bracket: number): TokenRange | null {
  if (tokenText(document, bracket) !== '(' || tokenText(document, bracket + 2) !== ')') return null;
  const acronym = tokenText(document, bracket + 1);
  if (!/^\p{Lu}{3,8}$/u.test(acronym)) return null;
  let at = acronym.length - 1;
  for (let token = bracket - 1; token >= sentence.first && token >= bracket - LONGEST_NAME; token -= 1) {
    const word = tokenText(document, token);
    if (isCapital(document, token) && word.startsWith(acronym.charAt(at))) {
      at -= 1;
      if (at < 0) return { first: token, last: bracket - 1 };
    } else if (!NAME_JOINTS.has(word.toLowerCase())) return null;
  }
  return null;
}

/**
 * Whether a token can be a word of an organisation's name before its last one: a capital, no title, no article, and no
 * person's sure name.
 */
function isWordOfName(
  document: Document,
  sentence: TokenRange,
  token: number,
  holders: ReadonlyMap<number, NameMention>,
): boolean {
  const holder = holders.get(token);
  const lower = tokenText(document, token).toLowerCase();
  if (!isCapital(document, token) || !/^(?:NNP|NNPS|JJ|NN|NNS|VBN|VBG|CD)$/.test(pennTag(document, token)))
    return false;
  if (
    holder &&
    (holder.type === 'PERSON' ? holder.confidence >= SURE : holder.type === 'PLACE' && holder.last > holder.first)
  )
    return false;
  return (
    !OFFICES.has(lower) &&
    !(PERSON_TITLES.has(lower) && lower !== 'us' && lower !== 'u.s.') &&
    !(token === sentence.first && pennTag(document, token) === 'VBG')
  );
}

/**
 * Where the words of a name begin that ends before a token: capitalised words, the possessive between two of them too
 * (`Workers’ Party`).
 */
function beginOfName(
  document: Document,
  sentence: TokenRange,
  token: number,
  holders: ReadonlyMap<number, NameMention>,
): number {
  let first = token;
  while (token - first < LONGEST_NAME) {
    const step = pennTag(document, first - 1) === 'POS' && isCapital(document, first) ? 2 : 1;
    if (
      first - step < sentence.first ||
      !isWordOfName(document, sentence, first - step, holders) ||
      (step === 2 && !isPlural(document, first - 2))
    )
      return first;
    first -= step;
  }
  return first;
}

/** `Workers’`, `Women’s`: a possessive inside a name is mostly of many. */
function isPlural(document: Document, token: number): boolean {
  return /s$|^(?:Women|Men|Children|People)$/.test(tokenText(document, token)) || pennTag(document, token) === 'NNS';
}

/** What schools, hospitals and churches are called behind the name of a saint. */
const OF_SAINTS = /^(?:School|College|Hospital|Hospice|Church|Cathedral|Academy|Abbey|Infirmary)$/;

/** `St Anne’s Primary School`. */
function withSaint(document: Document, sentence: TokenRange, first: number): TokenRange | null {
  if (!/^(?:St\.?|Saint)$/.test(tokenText(document, first)) || !isCapital(document, first + 1)) return null;
  let last = first + 1;
  while (
    last < sentence.last &&
    (pennTag(document, last + 1) === 'POS' || isCapital(document, last + 1)) &&
    last - first < LONGEST_NAME
  ) {
    last += 1;
    if (OF_SAINTS.test(tokenText(document, last)) && !isCapital(document, last + 1)) return { first, last };
  }
  return null;
}

/** What papers are called behind the name of their town. */
const PAPERS =
  /^(?:Observer|Times|Post|Herald|Tribune|Gazette|Courier|Chronicle|Examiner|Telegraph|Mirror|Bulletin|Inquirer|Dispatch|Monitor|Advertiser|Mercury|Argus|Echo|Sentinel|Standard|Mail|Express|News|Star|Journal|Press)$/;

/** `the Windhoek Observer`: an article, a name and what papers are called. */
function withPaper(
  document: Document,
  sentence: TokenRange,
  last: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  if (!PAPERS.test(tokenText(document, last)) || isCapital(document, last + 1) || isInHeadline(document, last))
    return null;
  let first = last;
  while (
    first - 1 > sentence.first &&
    last - first < 4 &&
    isCapital(document, first - 1) &&
    !/^The$/.test(tokenText(document, first - 1)) &&
    holders.get(first - 1)?.type !== 'PERSON'
  )
    first -= 1;
  return first < last && /^the$/i.test(tokenText(document, first - 1)) ? { first, last } : null;
}

/** Small words inside a name in another language: `Telefónica del Sur`. */
const FOREIGN_JOINT = /^(?:de|del|della|di|da|do|das|dos|des|du|der|den|für|la|las|los|e|y|et|und|pour|para|per)$/;

/**
 * `Telecom Namibia`, `Instituto de Pesca de Itajaí`: a word that opens names in another language with the capitals
 * behind it, of a headline the first one only.
 */
function withForeignOpening(document: Document, sentence: TokenRange, first: number): TokenRange | null {
  if (
    !FOREIGN_OPENINGS.has(tokenText(document, first)) ||
    FOREIGN_OPENINGS.has(tokenText(document, first - 1)) ||
    (first > sentence.first &&
      isCapital(document, first - 1) &&
      !isInHeadline(document, first) &&
      pennTag(document, first - 1) !== 'JJ')
  )
    return null;
  let last = first;
  for (let token = first + 1; token <= sentence.last && token - first < LONGEST_NAME; token += 1) {
    const isJoint = FOREIGN_JOINT.test(tokenText(document, token));
    if (!isJoint && !(isCapital(document, token) && isForeignWord(document, token))) break;
    if (!isJoint) last = token;
    if (!isJoint && !FOREIGN_OPENINGS.has(tokenText(document, token)) && isInHeadline(document, token)) break;
  }
  return last > first ? { first, last } : null;
}

/** A capital that may go on a name: a noun or what the tagger has no other word for, and no office. */
function isForeignWord(document: Document, token: number): boolean {
  return (
    /^(?:NNP|NNPS|NN|NNS|FW|JJ)$/.test(pennTag(document, token)) &&
    !OFFICES.has(tokenText(document, token).toLowerCase())
  );
}

/** `Laisvas Rytas`: a word that closes names of papers and banks in another language with the capitals before it. */
function withForeignEnding(
  document: Document,
  sentence: TokenRange,
  last: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  if (!FOREIGN_ENDINGS.has(tokenText(document, last))) return null;
  const first = beginOfName(document, sentence, last, holders);
  return first < last && isRunningText(document, last) ? { first, last } : null;
}

/** `Vodaline plc`: capitalised words before the legal form of a company, with it. */
function withLegalForm(
  document: Document,
  sentence: TokenRange,
  last: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  const before = last - 1;
  if (
    !SURE_LEGAL_FORM.test(tokenText(document, last)) ||
    before < sentence.first ||
    !isCapital(document, before) ||
    !/^NNPS?$/.test(pennTag(document, before))
  )
    return null;
  const holder = holders.get(last);
  if (holder?.type === 'ORGANISATION' && holder.first < last) return null;
  return { first: Math.min(holders.get(before)?.first ?? last, beginOfName(document, sentence, last, holders)), last };
}

/** `Mae Wang Energy`: a person's name before a word that firms' names end in is that of a firm. */
function withFirmEnding(
  document: Document,
  sentence: TokenRange,
  last: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  const owner = holders.get(last - 1);
  const isEnding =
    FIRM_ENDINGS.has(tokenText(document, last)) &&
    /^NN/.test(pennTag(document, last)) &&
    !holders.has(last) &&
    last > sentence.first;
  const isBefore = document.text.slice(document.tokens.end[last - 1], document.tokens.start[last]) === ' ';
  const isGoingOn = isCapital(document, last + 1) && last < sentence.last;
  return isEnding && isBefore && !isGoingOn && owner?.type === 'PERSON' && owner.last === last - 1
    ? { first: owner.first, last }
    : null;
}

/**
 * `Keller, Kemp & Boyd`, `Okonkwo-Bello & Sons`: capitalised words that a sign joins, and those that commas do before
 * them.
 */
function withSign(
  document: Document,
  sentence: TokenRange,
  sign: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  if (
    tokenText(document, sign) !== '&' ||
    sign <= sentence.first ||
    sign >= sentence.last ||
    !isFirmWord(document, sign - 1) ||
    !isFirmWord(document, sign + 1)
  )
    return null;
  let first = sign - 1;
  let last = sign + 1;
  while (
    first > sentence.first &&
    sign - first < LONGEST_NAME &&
    isFirmWord(document, first - 1) &&
    !OFFICES.has(tokenText(document, first - 1).toLowerCase())
  )
    first -= 1;
  while (last < sentence.last && last - sign < LONGEST_NAME && isFirmWord(document, last + 1)) last += 1;
  while (
    first - 2 >= sentence.first &&
    tokenText(document, first - 1) === ',' &&
    isFirmWord(document, first - 2) &&
    !isFirmWord(document, first - 3) &&
    holders.get(first - 2)?.type !== 'PLACE'
  )
    first -= 2;
  const isName = [first, sign - 1, sign + 1].some((token) => /^NNPS?$/.test(pennTag(document, token)));
  return isName && isRunningText(document, sign) ? { first, last } : null;
}

/** A capitalised word or the hyphen between two. */
function isFirmWord(document: Document, token: number): boolean {
  return (
    (isCapital(document, token) && !/^(?:DT|PRP|IN|CC|WDT|WP|RB)/.test(pennTag(document, token))) ||
    (/^[-‑]$/.test(tokenText(document, token)) && isCapital(document, token - 1) && isCapital(document, token + 1))
  );
}

/** Capitalised words up to one that tells: `Malian Armed Forces`, `Corruption Eradication Commission`. */
function withTellingEnd(
  document: Document,
  sentence: TokenRange,
  last: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  const holder = holders.get(last);
  if (
    !TELLING_ENDINGS.has(tokenText(document, last).toLowerCase()) ||
    !isCapital(document, last) ||
    (holder && holder.last > last)
  )
    return null;
  if (/^(?:of|for)$/.test(tokenText(document, last + 1)) && isCapital(document, last + 2)) return null;
  const first = beginOfName(document, sentence, last, holders);
  const isWhole = holder?.type === 'ORGANISATION' && holder.first <= first && holder.last === last;
  const isFrontLine =
    first === last - 1 && /^front$/i.test(tokenText(document, last)) && DIRECTION.test(tokenText(document, first));
  return first < last && !isWhole && !isFrontLine ? { first, last } : null;
}

/** `the Attorney General’s Office`, `the Mayor’s Office`: an office with a capital that belongs to who holds it. */
function officeOf(
  document: Document,
  sentence: TokenRange,
  last: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  const holder = last - 2;
  if (
    tokenText(document, last) !== 'Office' ||
    pennTag(document, last - 1) !== 'POS' ||
    holder < sentence.first ||
    holders.has(holder)
  )
    return null;
  if (!isCapital(document, holder) || !OFFICES.has((document.tokens.lemmas[holder] ?? '').toLowerCase())) return null;
  let first = holder;
  while (
    first > sentence.first &&
    isCapital(document, first - 1) &&
    !holders.has(first - 1) &&
    /^(?:NN|NNP|JJ)$/.test(pennTag(document, first - 1))
  )
    first -= 1;
  return { first, last };
}

/** A name that a capitalised preposition joins to the capitalised words before it, in running text. */
function withInnerWord(
  document: Document,
  sentence: TokenRange,
  token: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  if (!INNER_WORD.test(tokenText(document, token)) || token - 1 < sentence.first) return null;
  const first = beginOfName(document, sentence, token, holders);
  let last = token;
  while (last < sentence.last && last - token < LONGEST_NAME && isWordOfName(document, sentence, last + 1, holders))
    last += 1;
  return first < token && last > token && isRunningText(document, token) ? { first, last } : null;
}

/**
 * `Securities Board of India`, `Department for Transport`: a word that opens names of organisations, of a place or of
 * what has a capital.
 */
function ofPlace(
  document: Document,
  sentence: TokenRange,
  token: number,
  holders: ReadonlyMap<number, NameMention>,
): TokenRange | null {
  const before = token - 1;
  const isSubject =
    tokenText(document, token) === 'on' &&
    /^(?:Authority|Commission|Committee|Council|Institute|Board|Centre|Center)$/.test(tokenText(document, before));
  if (!(isSubject || /^(?:of|for)$/.test(tokenText(document, token))) || holders.has(token)) return null;
  if (
    before < sentence.first ||
    !OPENINGS_BEFORE_PLACES.has(tokenText(document, before).toLowerCase()) ||
    !isCapital(document, before)
  )
    return null;
  const begin = tokenText(document, token + 1).toLowerCase() === 'the' ? token + 2 : token + 1;
  if (CALENDAR.test(tokenText(document, begin))) return null;
  const object = holders.get(begin);
  if (
    object
      ? object.type === 'PERSON' || object.first !== begin
      : !isWordOfName(document, sentence, begin, holders) || pennTag(document, begin) === 'JJ'
  )
    return null;
  let last = object?.last ?? begin;
  while (
    !object &&
    last < sentence.last &&
    last - token < LONGEST_NAME &&
    isWordOfName(document, sentence, last + 1, holders)
  )
    last += 1;
  const opening = holders.get(before);
  if (opening?.type === 'PERSON') return null;
  return { first: beginOfName(document, sentence, opening?.first ?? before, holders), last };
}

/** How far to both sides a headline is told from running text. */
const NEARBY = 8;

/** Whether a good part of the long words around a token has no capital; in a headline nearly all have. */
function isRunningText(document: Document, token: number): boolean {
  let long = 0;
  let capitals = 0;
  for (let near = Math.max(0, token - NEARBY); near <= Math.min(document.tokens.count - 1, token + NEARBY); near += 1) {
    if (tokenText(document, near).length < 4) continue;
    long += 1;
    if (isCapital(document, near)) capitals += 1;
  }
  return capitals * 3 <= long * 2;
}
