import type { Document, TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { pennTag, tokenText, universalTag } from '../../language/tags.ts';
import { findDemonymAt } from './demonyms.ts';
import type { DraftMention } from './drafts.ts';
import { HEADS, OFFICES, PERSON_NOUNS } from '../lexicon/offices.ts';
import { ORGANISATION_NOUNS } from '../lexicon/organisation-words.ts';
import type { EntityType, OrganisationKind } from '../reading.ts';
import { mostSalient, type Recent, sentenceOf } from './salience.ts';

/** What anaphora knows of each entity named in the article. */
export interface Referent {
  readonly type: EntityType;
  readonly gender: 'FEMALE' | 'MALE' | 'EITHER';
  /** The titles of a person, in lower case, as words. */
  readonly titles: readonly (readonly string[])[];
  /**
   * The words of an organisation's name and the nouns that describe it, or of those of the organisations that a person
   * has offices in, folded.
   */
  readonly words: ReadonlySet<string>;
  /** Codes of the countries that a person's offices, or an organisation, belong to. */
  readonly countries: ReadonlySet<string>;
  readonly organisationKind: OrganisationKind | null;
  readonly placeKind: string | null;
}

const DEFINITE = /^(?:the|this|that)$/i;

/**
 * The definite descriptions that begin at an article, one inside the other where one owns the rest: `the company` and
 * `the company’s chief executive`.
 */
export function readDescriptions(
  grammar: Grammar,
  token: number,
  nextName: DraftMention | null,
  recent: Recent,
  referents: readonly Referent[],
): DraftMention[] {
  const { document } = grammar;
  if (!DEFINITE.test(tokenText(document, token)) || universalTag(document, token) === 'PRON') return [];
  const phrase = readPhrase(document, token, nextName?.first ?? Number.POSITIVE_INFINITY);
  if (!phrase) return [];
  const found: DraftMention[] = [];
  for (let mark = token + 1; mark <= phrase.last + 1; mark += 1) {
    const isOwner = pennTag(document, mark) === 'POS' && mark > token + 1 && mark <= phrase.last;
    const owner = isOwner ? readDescription(grammar, { first: token, last: mark - 1 }, null, recent, referents) : null;
    if (owner) found.push(owner);
  }
  const whole = readDescription(grammar, phrase, nextName, recent, referents);
  return whole ? [...found, whole] : found;
}

/** What a definite description refers to: a person by office or noun, an organisation or a place by kind. */
function readDescription(
  grammar: Grammar,
  phrase: TokenRange,
  nextName: DraftMention | null,
  recent: Recent,
  referents: readonly Referent[],
): DraftMention | null {
  const { document } = grammar;
  const token = phrase.first;
  const head = phrase.last;
  const lemma = (document.tokens.lemmas[head] ?? '').toLowerCase();
  const noun =
    /year-old$/i.test(tokenText(document, head)) ||
    (/^old$/i.test(tokenText(document, head)) && /^-?year-?$/i.test(tokenText(document, head - 2)))
      ? 'year-old'
      : lemma;
  const isMight = noun === 'authority' && tokenText(document, head + 1) === 'to';
  if (
    pennTag(document, head) === 'NNS' ||
    isMight ||
    ((noun in ORGANISATION_NOUNS || /^(?:city|town|country)$/.test(noun)) && tokenText(document, head + 1) === 'of')
  )
    return null;
  let cluster =
    nextName && isApposition(document, phrase, nextName) && fitsNoun(referents[nextName.cluster], noun)
      ? nextName.cluster
      : -1;
  if (cluster >= 0) return { first: token, last: head, head, kind: 'NOMINAL', cluster };
  if (OFFICES.has(noun) || noun in PERSON_NOUNS) cluster = bestPerson(grammar, phrase, noun, recent, referents);
  if (cluster < 0 && noun in ORGANISATION_NOUNS) cluster = bestOrganisation(grammar, phrase, noun, recent, referents);
  if (cluster < 0 && (noun === 'country' || noun === 'city' || noun === 'nation')) {
    const kind = noun === 'city' ? 'CITY' : 'COUNTRY';
    cluster =
      phrase.last - phrase.first > 1
        ? -1
        : mostSalient(grammar, token, recent, (entity) => (referents[entity]?.placeKind === kind ? 0.5 : -1));
  }
  return cluster < 0 ? null : { first: token, last: head, head, kind: 'NOMINAL', cluster };
}

/** `the rail operator, EFE Sur, said`: a name between two commas right behind a description. */
function isApposition(document: Document, phrase: TokenRange, name: DraftMention): boolean {
  return (
    name.first === phrase.last + 2 &&
    tokenText(document, phrase.last + 1) === ',' &&
    /^[,.;:()]$/.test(tokenText(document, name.last + 1))
  );
}

function fitsNoun(referent: Referent | undefined, noun: string): boolean {
  if (referent?.type === 'PERSON') return OFFICES.has(noun) || noun in PERSON_NOUNS;
  return referent?.type === 'ORGANISATION' && noun in ORGANISATION_NOUNS;
}

/**
 * The words of a description up to its noun: adjectives, nouns and hyphens, ending before a name, a preposition or a
 * verb.
 */
function readPhrase(document: Document, token: number, nextName: number): TokenRange | null {
  let last = token;
  for (let at = token + 1; at < token + 8 && at < document.tokens.count; at += 1) {
    const tag = pennTag(document, at);
    if (!/^(?:NN|NNS|NNP|NNPS|JJ|JJR|JJS|HYPH|CD|VBN|AFX|POS)$/.test(tag)) break;
    if (tag === 'VBN' && /^NN/.test(pennTag(document, at - 1))) break;
    if (at >= nextName && /^NNP/.test(tag) && !findDemonymAt(document, at) && !findDemonymAt(document, at - 1))
      return null;
    last = at;
  }
  const tag = pennTag(document, last);
  if (last === token || !(/^NN/.test(tag) || /^(?:JJ|CD)$/.test(tag))) return null;
  if (/^NNP/.test(pennTag(document, last + 1)) && !/^[,.;:]$/.test(tokenText(document, last + 1))) return null;
  return { first: token, last };
}

const SYNONYMS: ReadonlyMap<string, string> = new Map([
  ['defense', 'defence'],
  ['chief', 'head'],
  ['leader', 'head'],
  ['boss', 'head'],
  ['ceo', 'executive'],
  ['pm', 'minister'],
  ['premier', 'minister'],
  ['congressman', 'representative'],
  ['congresswoman', 'representative'],
  ['spokesman', 'spokesperson'],
  ['spokeswoman', 'spokesperson'],
  ['chairman', 'chair'],
  ['chairwoman', 'chair'],
  ['chairperson', 'chair'],
  ['cofounder', 'founder'],
  ['co-founder', 'founder'],
  ['attorney', 'lawyer'],
]);

function normal(word: string): string {
  return SYNONYMS.get(word) ?? word;
}

/**
 * The entities that a description cannot mean: who says what it is the subject or object of, and the subject of its own
 * verb.
 */
function isSubjectAbove({ phrases, clauses }: Grammar, phrase: TokenRange, antecedent: number): boolean {
  let verb = phrases.at(phrase.last).governor;
  for (let steps = 0; verb >= 0 && steps < 3; steps += 1) {
    const { ownSubjects, link, governor } = clauses.at(verb);
    if (ownSubjects[0] === antecedent) return true;
    if (link !== 'CONTENT' && link !== 'OPEN' && link !== 'RELATIVE' && link !== 'REDUCED') return false;
    if ((link === 'RELATIVE' || link === 'REDUCED') && governor === antecedent) return true;
    verb = governor;
  }
  return false;
}

/** Occupations that a text tells of somebody it has named by them alone, as those of players and artists are. */
const OCCUPATIONS =
  /^(?:striker|midfielder|defender|goalkeeper|winger|forward|batsman|bowler|sprinter|swimmer|boxer|cyclist|golfer|jockey|novelist|writer|poet|playwright|actor|actress|singer|musician|rapper|comedian|filmmaker|designer|photographer|composer|scientist|painter|sculptor)$/;

function bestPerson(
  grammar: Grammar,
  phrase: TokenRange,
  noun: string,
  recent: Recent,
  referents: readonly Referent[],
): number {
  const { document } = grammar;
  const modifiers: string[] = [];
  let country: string | null = null;
  for (let token = phrase.first + 1; token < phrase.last; token += 1) {
    const word = tokenText(document, token).toLowerCase();
    const demonym = findDemonymAt(document, token);
    if (demonym && demonym.last < phrase.last) {
      country = demonym.code;
      token = demonym.last;
    } else if (!/^(?:-|former|late|then|veteran|senior|'s|’s)$/.test(word)) modifiers.push(normal(word));
  }
  const here = sentenceOf(document, phrase.first);
  const general = noun in PERSON_NOUNS && !OFFICES.has(noun);
  const gender = PERSON_NOUNS[noun] ?? 'EITHER';
  let best = -1;
  let highest = 0;
  for (const [entity, last] of recent.last) {
    const referent = referents[entity];
    if (referent?.type !== 'PERSON' || isSubjectAbove(grammar, phrase, last)) continue;
    if (gender !== 'EITHER' && referent.gender !== 'EITHER' && referent.gender !== gender) continue;
    const distance = here - sentenceOf(document, last);
    let score = general && country === null && modifiers.length <= 3 ? 1 - 0.2 * distance : 0;
    const isUntitled =
      referent.titles.every((title) => /^(?:captain|player|footballer|teammate)$/.test(title.at(-1) ?? '')) &&
      OCCUPATIONS.test(noun) &&
      modifiers.length === 0 &&
      country === null;
    if (isUntitled && recent.subjects.has(entity) && distance <= 1) score = 0.8;
    for (const title of referent.titles)
      score = Math.max(score, scoreTitle(title, noun, modifiers, country, referent) - 0.04 * Math.min(distance, 20));
    if (score > highest + 1e-9) {
      highest = score;
      best = entity;
    }
  }
  return highest >= 0.75 ? best : -1;
}

/**
 * How well a description fits a title: the same noun or another head of an institution, the modifiers among its words,
 * the same country.
 */
function scoreTitle(
  title: readonly string[],
  noun: string,
  modifiers: readonly string[],
  country: string | null,
  { countries, words: employers }: Referent,
): number {
  const words = title.map(normal);
  const head = normal(noun);
  const isSameNoun = words.includes(head);
  const isHead = HEADS.has(noun) && title.some((word) => HEADS.has(word));
  if (!isSameNoun && !isHead) return 0;
  if (country !== null && countries.size > 0 && !countries.has(country)) return 0;
  const matched = modifiers.filter((modifier) => words.includes(modifier) || employers.has(modifier)).length;
  const unmatched = modifiers.length - matched;
  if (!isSameNoun && matched === 0 && country === null) return 0;
  return (
    (isSameNoun ? 1.2 : 0.5) + 0.6 * matched - 0.5 * unmatched + (country !== null && countries.has(country) ? 0.6 : 0)
  );
}

/** Nouns of kinds of organisations whose names seldom say what they are. */
const SELDOM_NAMED =
  /^(?:newspaper|paper|daily|weekly|tabloid|magazine|broadcaster|network|outlet|bank|lender|party|club|team|side|insurer|regulator|university|institute)$/;

/**
 * The organisation that a description means: of a kind that fits its noun, one whose name has the noun above others,
 * and of the country that a demonym in it tells.
 */
function bestOrganisation(
  grammar: Grammar,
  { first, last }: TokenRange,
  noun: string,
  recent: Recent,
  referents: readonly Referent[],
): number {
  const { document } = grammar;
  const kinds = ORGANISATION_NOUNS[noun] ?? [];
  const country = findDemonymAt(document, first + 1)?.code ?? null;
  const named = NAMED_AS[noun] ?? [noun];
  const here = sentenceOf(document, first);
  const [only = -1, other] = [...recent.last].flatMap(([entity, at]) =>
    isNamedAs(referents[entity], named) && here - sentenceOf(document, at) <= FAR ? [entity] : [],
  );
  if (only >= 0 && other === undefined && !GENERAL.test(noun) && country === null) return only;
  return mostSalient(grammar, first, recent, (entity) => {
    const referent = referents[entity];
    if (referent?.type !== 'ORGANISATION' || !referent.organisationKind) return -1;
    if (country !== null && referent.countries.size > 0 && !referent.countries.has(country)) return -1;
    const bonus =
      (country !== null && referent.countries.has(country) ? 0.5 : 0) +
      (isNamedAs(referent, named) ? (GENERAL.test(noun) ? SAME_GENERAL_NOUN : SAME_NOUN) : 0);
    if (kinds.length === 0 || kinds.includes(referent.organisationKind) || bonus >= SAME_GENERAL_NOUN)
      return 1.6 + bonus;
    return referent.organisationKind === 'OTHER' && SELDOM_NAMED.test(noun) && last - first <= 2 ? 0.2 + bonus : -1;
  });
}

/** How many sentences back the only organisation with a word such as `union` in its name may be `the union`. */
const FAR = 15;
/** Nouns that tell nothing of an organisation's name. */
const GENERAL =
  /^(?:company|firm|corporation|group|organisation|organization|operator|team|side|campaign|network|movement)$/;

/**
 * Whether an organisation has one of some words in its name or was called by it; a news agency is hardly ever `the
 * agency` alone.
 */
function isNamedAs(referent: Referent | undefined, named: readonly string[]): boolean {
  const isNewsAgency = referent?.organisationKind === 'MEDIA' && named.includes('agency');
  return referent?.type === 'ORGANISATION' && !isNewsAgency && named.some((word) => referent.words.has(word));
}

/** How much more likely `the union` is one that has the word in its name. */
const SAME_NOUN = 2.5;
const SAME_GENERAL_NOUN = 0.8;
/** Words for the same in names, in other languages too. */
const NAMED_AS: Readonly<Record<string, readonly string[]>> = {
  bank: ['bank', 'banco', 'banca', 'banque', 'bankas', 'folkebank', 'sparebank', 'banken'],
  institute: ['institute', 'instituto', 'istituto', 'institut'],
  regulator: ['regulatory', 'authority', 'commission', 'superintendencia', 'regulator'],
  party: ['party', 'partido', 'partito', 'parti', 'partei'],
  university: ['university', 'universidad', 'universidade', 'université', 'università', 'universität'],
  newspaper: [
    'newspaper',
    'paper',
    'daily',
    'tabloid',
    'weekly',
    'times',
    'post',
    'herald',
    'gazette',
    'courier',
    'observer',
    'tribune',
    'chronicle',
    'dagbladet',
    'diario',
  ],
  ministry: ['ministry', 'ministerio', 'ministério', 'ministère', 'ministero'],
  hospital: ['hospital', 'clínica', 'clinique', 'ospedale', 'clinic', 'infirmary'],
  paper: [
    'newspaper',
    'paper',
    'daily',
    'tabloid',
    'weekly',
    'times',
    'post',
    'herald',
    'gazette',
    'courier',
    'observer',
    'tribune',
    'chronicle',
  ],
};
