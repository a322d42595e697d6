import type { Document, TokenRange } from '../../language/document.ts';
import type { Grammar } from '../../language/grammar.ts';
import { pennTag, tokenText, universalTag } from '../../language/tags.ts';
import { HEADS, OFFICES, PERSON_NOUNS } from '../lexicon/offices.ts';
import { GENERAL_ORGANISATION_NOUNS, ORGANISATION_NOUNS } from '../lexicon/organisation-words.ts';
import type { Rule } from '../rule.ts';
import type { AnaphoraContext } from './context.ts';
import { findDemonymAt } from './demonyms.ts';
import type { Referent } from './referent.ts';
import { mostSalient, sentenceOf } from './salience.ts';

/** A definite description: `the Russian defence chief`, from its article to its noun. */
interface Description extends TokenRange {
  /** The lemma of its noun. */
  readonly noun: string;
  /** The words between article and noun, lower case, without demonyms. */
  readonly modifiers: readonly string[];
  /** The country that a demonym in it tells, or null. */
  readonly country: string | null;
}

/** How many sentences back the only organisation with a word such as `union` in its name may be `the union`. */
const FAR = 15;

/** How many words a description may have after its article. */
const LONGEST_DESCRIPTION = 8;

/**
 * The definite descriptions that begin at an article, one inside the other where one owns the rest: `the company` and
 * `the company’s chief executive`.
 */
export function descriptionsFrom(context: AnaphoraContext, article: number): Description[] {
  const { document, phrases } = context;
  if (!/^(?:the|this|that)$/i.test(tokenText(document, article)) || universalTag(document, article) !== 'DET')
    return [];
  const found: Description[] = [];
  const { owner } = phrases.at(phrases.at(article).governor);
  let noun = owner > article ? owner : phrases.at(article).governor;
  for (; noun > article && noun - article <= LONGEST_DESCRIPTION; noun = phrases.at(noun).governor) {
    if (holdsName(context, article, noun)) break;
    if (/^(?:NNP?|JJ)$/.test(pennTag(document, noun))) found.push(describe(document, article, noun));
    if (phrases.at(noun).role !== 'OWNER') break;
  }
  return found;
}

/** Whether a name other than a demonym stands between an article and its noun, or right after it. */
function holdsName({ document, names, nextName }: AnaphoraContext, article: number, noun: number): boolean {
  const name = names[nextName];
  return name !== undefined && name.first > article && name.first <= noun + 1 && !findDemonymAt(document, name.first);
}

function describe(document: Document, article: number, noun: number): Description {
  const modifiers: string[] = [];
  let country: string | null = null;
  for (let token = article + 1; token < noun; token += 1) {
    const demonym = findDemonymAt(document, token);
    const word = tokenText(document, token).toLowerCase();
    if (demonym && demonym.last < noun) {
      country = demonym.code;
      token = demonym.last;
    } else if (!/^(?:-|former|late|then|veteran|senior|['’]s)$/.test(word)) modifiers.push(word);
  }
  const lemma = (document.tokens.lemmas[noun] ?? '').toLowerCase().replace(/^\d+-(?=year-old$)/, '');
  return { first: article, last: noun, noun: lemma, modifiers, country };
}

/** What a description means: the first of these that finds an entity. */
export const DESCRIPTION_RULES: readonly Rule<readonly [AnaphoraContext, Description], number>[] = [
  {
    name: 'actors/description/beside its name',
    examples: [
      'Sintren called a strike. The rail operator, EFE Sur, described the walkout as unfair.',
      'The treasurer, Nina Brandt, looked tired.',
    ],
    nearMisses: ['The treasurer met Nina Brandt.', 'When the treasurer spoke, Nina Brandt looked tired.'],
    apply: ({ document, names, nextName, referents }, { last, noun }) => {
      const name = names[nextName];
      const isBeside =
        name?.first === last + 2 &&
        tokenText(document, last + 1) === ',' &&
        /^[,.;:()]$/.test(tokenText(document, name.last + 1));
      return isBeside && fitsNoun(referents[name.entity], noun) ? name.entity : null;
    },
  },
  {
    name: 'actors/description/person',
    examples: [
      'Defence Minister Peter Brandt flew to Kabul. The minister met soldiers.',
      'Russian Defence Minister Sergey Baranov arrived. The Russian defence chief met soldiers.',
    ],
    nearMisses: ['Peter Brandt flew to Kabul. The minister met soldiers.', 'Minister Peter Brandt met a minister.'],
    apply: (context, description) => {
      const isThe = /^the$/i.test(tokenText(context.document, description.first));
      return isThe && namesPerson(description.noun) ? bestPerson(context, description) : null;
    },
  },
  {
    name: 'actors/description/only one of its name',
    examples: [
      'Kesterby Borough Council met on Monday. The council voted to close the library.',
      'The Public Workers’ Union fears for jobs. Petrus Ngama, who leads the union, wrote a letter.',
    ],
    nearMisses: [
      'Leeds Council met Kesterby Council. The council voted on Monday.',
      'The Free Workers’ Company met on Monday. The company cut jobs.',
    ],
    apply: (context, description) => {
      const { first, noun, country } = description;
      const { document, recent, referents } = context;
      if (!(noun in ORGANISATION_NOUNS) || GENERAL_ORGANISATION_NOUNS.has(noun) || country !== null) return null;
      if (isNamedAfterwards(context, description)) return null;
      const here = sentenceOf(document, first);
      const named = [...recent.last].filter(([entity, last]) => {
        const isNamedSo = referents[entity]?.type === 'ORGANISATION' && referents[entity]?.words.has(noun);
        return isNamedSo && here - sentenceOf(document, last) <= FAR;
      });
      return named.length === 1 ? (named[0]?.[0] ?? null) : null;
    },
  },
  {
    name: 'actors/description/organisation',
    examples: [
      'Calder Holdings cut 200 jobs. The company blamed fuel prices.',
      'Ripost Media bought the station on Monday. The broadcaster gave no reason.',
    ],
    nearMisses: ['Peter Brandt cut 200 jobs. The company blamed fuel prices.', 'Calder Holdings bought a company.'],
    apply: (context, description) =>
      description.noun in ORGANISATION_NOUNS && !isNamedAfterwards(context, description)
        ? bestOrganisation(context, description)
        : null,
  },
  {
    name: 'actors/description/country or city',
    examples: ['Germany voted on Sunday. The country has a new leader.', 'Oslo was quiet. Fire broke out in the city.'],
    nearMisses: ['Germany voted on Sunday. The whole country was calm.', 'Fire broke out in the city of Leeds.'],
    apply: (context, description) => {
      const { first, last, noun } = description;
      const kind = noun === 'city' ? 'CITY' : noun === 'country' || noun === 'nation' ? 'COUNTRY' : null;
      if (kind === null || last - first > 1 || isNamedAfterwards(context, description)) return null;
      const entity = mostSalient(context, first, context.recent, (candidate) =>
        context.referents[candidate]?.placeKind === kind ? 0.5 : -1,
      );
      return entity < 0 ? null : entity;
    },
  },
];

function namesPerson(noun: string): boolean {
  return OFFICES.has(noun) || noun in PERSON_NOUNS;
}

function fitsNoun(referent: Referent | undefined, noun: string): boolean {
  if (referent?.type === 'PERSON') return namesPerson(noun);
  return referent?.type === 'ORGANISATION' && noun in ORGANISATION_NOUNS;
}

/** `the city of Leeds`: named by what comes after. */
function isNamedAfterwards({ document }: Grammar, { last }: TokenRange): boolean {
  return /^of$/i.test(tokenText(document, last + 1));
}

/** How well somebody must fit a description to be meant. */
const FITS = 0.75;

/** The person whose titles a description fits best, or whom a noun such as `woman` can mean; null where none fits. */
function bestPerson(context: AnaphoraContext, description: Description): number | null {
  const { document, recent, referents } = context;
  const { first, noun, modifiers, country } = description;
  const here = sentenceOf(document, first);
  const gender = PERSON_NOUNS[noun] ?? 'EITHER';
  const isGeneral = noun in PERSON_NOUNS && !OFFICES.has(noun) && country === null && modifiers.length <= 3;
  let best: number | null = null;
  let highest = FITS;
  for (const [entity, last] of recent.last) {
    const referent = referents[entity];
    if (referent?.type !== 'PERSON' || isSubjectAbove(context, description, last)) continue;
    if (gender !== 'EITHER' && referent.gender !== 'EITHER' && referent.gender !== gender) continue;
    const distance = here - sentenceOf(document, last);
    let score = isGeneral ? 1 - 0.2 * distance : 0;
    for (const title of referent.titles)
      score = Math.max(score, fitOfTitle(title, description, referent) - 0.04 * Math.min(distance, 20));
    if (score < highest || (best !== null && score === highest)) continue;
    highest = score;
    best = entity;
  }
  return best;
}

/**
 * How well a description fits a title: the same noun or another head of an institution, the modifiers among its words,
 * the same country.
 */
function fitOfTitle(
  title: readonly string[],
  { noun, modifiers, country }: Description,
  { countries }: Referent,
): number {
  const isSameNoun = title.includes(noun);
  const isHead = HEADS.has(noun) && title.some((word) => HEADS.has(word));
  const isSameCountry = country !== null && countries.has(country);
  if ((!isSameNoun && !isHead) || (country !== null && countries.size > 0 && !isSameCountry)) return 0;
  const matched = modifiers.filter((modifier) => title.includes(modifier)).length;
  if (!isSameNoun && matched === 0 && country === null) return 0;
  return (isSameNoun ? 1.2 : 0.5) + 0.6 * matched - 0.5 * (modifiers.length - matched) + (isSameCountry ? 0.6 : 0);
}

/** How far up a description's own clause and those that hold it are looked at. */
const MOST_STEPS = 3;

/**
 * Whether somebody cannot be meant: the subject of the description's own verb, who says what it is part of, or the noun
 * that its clause describes.
 */
function isSubjectAbove({ phrases, clauses }: Grammar, { last }: TokenRange, antecedent: number): boolean {
  let verb = phrases.at(last).governor;
  for (let steps = 0; verb >= 0 && steps < MOST_STEPS; steps += 1) {
    const { ownSubjects, link, governor } = clauses.at(verb);
    const describes = link === 'RELATIVE' || link === 'REDUCED';
    if (ownSubjects[0] === antecedent || (describes && governor === antecedent)) return true;
    if (!describes && link !== 'CONTENT' && link !== 'OPEN') return false;
    verb = governor;
  }
  return false;
}

/** How much more likely `the union` is one that has the word in its name, or `the company` one. */
const SAME_NOUN = 2.5;
const SAME_GENERAL_NOUN = 0.8;

/**
 * The organisation that a description means: of a kind that fits its noun, one whose name has the noun above others.
 */
function bestOrganisation(context: AnaphoraContext, { first, noun }: Description): number | null {
  const kinds = ORGANISATION_NOUNS[noun] ?? [];
  const entity = mostSalient(context, first, context.recent, (candidate) => {
    const { organisationKind = null, words } = context.referents[candidate] ?? {};
    if (!organisationKind) return -1;
    const isNamedSo = words?.has(noun) ?? false;
    if (!isNamedSo && kinds.length > 0 && !kinds.includes(organisationKind)) return -1;
    return 1.6 + (isNamedSo ? (GENERAL_ORGANISATION_NOUNS.has(noun) ? SAME_GENERAL_NOUN : SAME_NOUN) : 0);
  });
  return entity < 0 ? null : entity;
}
